"""Which words are marked, where marks nest, cross and coincide, and what stands on the page."""

import io
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from evafacts.records import (
    Airlock,
    Article,
    ArticleFacts,
    CrewMember,
    Duration,
    Evidence,
    Ordinal,
    Spacewalk,
    Status,
    Task,
)
from evafacts.report.cards import cards
from evafacts.report.marks import Segment, segments, visible
from evafacts.report.page import html_page
from evafacts.report.terminal import marked_text, print_article
from made_facts import TEXT, written_facts


def tasks_at(text: str, *spans: tuple[int, int]) -> ArticleFacts:
    """Give one spacewalk with a task at each span."""
    tasks = [
        Task(
            text=text[start:end],
            action="do",
            evidence=[Evidence(start=start, end=end, text=text[start:end])],
        )
        for start, end in spans
    ]
    walk = Spacewalk(id="w", primary=True, status=Status.PLANNED, tasks=tasks)
    return ArticleFacts(article=Article.of(text, id="a"), spacewalks=[walk])


def plain(text: str, facts: ArticleFacts) -> str:
    return marked_text(segments(text, facts)).plain.replace("‹task›", "")


@pytest.mark.parametrize(
    ("spans", "expected"),
    [
        ([], "abcdef"),
        ([(0, 6)], "[abcdef]"),
        ([(1, 3)], "a[bc]def"),
        ([(0, 2), (2, 4)], "[ab][cd]ef"),
        ([(0, 6), (2, 4)], "[ab[cd]ef]"),
        ([(0, 4), (0, 2)], "[[ab]cd]ef"),
        ([(0, 4), (2, 6)], "[ab[cd]][ef]"),
        ([(1, 3), (1, 3)], "a[bc]def"),
        ([(3, 3)], "abcdef"),
    ],
    ids=["none", "all", "one", "beside", "inside", "shared start", "crossing", "twice", "empty"],
)
def test_show_marks(spans: list[tuple[int, int]], expected: str) -> None:
    assert plain("abcdef", tasks_at("abcdef", *spans)) == expected


_spans = st.tuples(st.integers(0, 20), st.integers(0, 20)).map(lambda pair: tuple(sorted(pair)))


@given(st.lists(_spans, max_size=8))
def test_show_segments_are_the_text_and_nest(spans: list[tuple[int, int]]) -> None:
    text = "abcdefghijklmnopqrst"
    cut = segments(text, tasks_at(text, *spans))
    assert "".join(segment.text for segment in cut) == text
    stack: list[object] = []
    for segment in cut:
        stack.extend(segment.opens)
        assert tuple(stack) == segment.marks
        covering = {span for span in spans if span[0] <= segment.start < span[1]}
        assert {(mark.start, mark.end) for mark in segment.marks} == covering
        for mark in segment.closes:
            assert stack.pop() == mark
    assert stack == []


def test_show_evidence_of_another_text_is_an_error() -> None:
    with pytest.raises(ValueError, match="the text has no 'bc' at 1"):
        segments("something else", tasks_at("abcdef", (1, 3)))


def test_show_same_words_in_two_spacewalks_are_one_mark() -> None:
    labels = {mark.label for segment in segments(TEXT, written_facts()) for mark in segment.opens}
    assert {"crew 1+2", "date 1", "date 2", "start 1", "planned duration 1"} <= labels


def test_show_one_spacewalk_needs_no_number() -> None:
    facts = written_facts()
    facts = facts.model_copy(update={"spacewalks": facts.spacewalks[:1]})
    assert "date" in {mark.label for cut in segments(TEXT, facts) for mark in cut.opens}


def test_show_text_without_facts_is_one_segment() -> None:
    assert segments("ab", tasks_at("ab")) == [Segment(0, "ab")]


@pytest.mark.parametrize("text", ["\x1b[31m", "\x9b31m", "\u202eevil", "\x00", "\r"])
def test_show_control_characters_cannot_act(text: str) -> None:
    assert visible(text)[0] == "\ufffd"
    assert len(visible(text)) == len(text)


@pytest.mark.parametrize(
    ("fields", "name", "value", "detail"),
    [
        (
            {"crew": [CrewMember(name="A B", agency="ESA", suit="red stripes", evidence=[])]},
            "crew",
            "A B",
            "ESA, red stripes, not in the roster",
        ),
        (
            {"crew": [CrewMember(name="A B", person="ab", career_spacewalk=4, evidence=[])]},
            "crew",
            "A B",
            "career spacewalk 4",
        ),
        (
            {"duration_actual": Duration(minutes=45, iso="PT45M", evidence=[])},
            "actual duration",
            "45 min",
            "",
        ),
        (
            {"duration_planned": Duration(minutes=420, iso="PT7H", approximate=True, evidence=[])},
            "planned duration",
            "7 h",
            "about",
        ),
        ({"airlock": Airlock(name="Quest", evidence=[])}, "airlock", "Quest", ""),
        (
            {"ordinals": [Ordinal(count=218, scope="station", evidence=[])]},
            "ordinal",
            "no. 218",
            "of the station",
        ),
    ],
)
def test_show_card_line(fields: dict[str, object], name: str, value: str, detail: str) -> None:
    walk = Spacewalk(id="w", primary=True, status=Status.PLANNED).model_copy(update=fields)
    facts = ArticleFacts(article=Article.of("", id="a"), spacewalks=[walk])
    (line,) = cards(facts)[0].lines
    assert (line.name, line.value, line.detail) == (name, value, detail)


def printed(facts: ArticleFacts, *, colour: bool = False) -> str:
    out = io.StringIO()
    print_article(Console(file=out, width=100, force_terminal=colour, no_color=not colour), facts)
    return out.getvalue()


@pytest.mark.parametrize(
    "words",
    [
        "[Monday (Feb. 1)]‹date 1›",
        "Spacewalk 1: the article's subject, planned",
        "2021-02-01 (worked out from the publication date)  “Monday (Feb. 1)”",
        "Spacewalk 2: background, completed",
        "Not settled: no year",
    ],
)
def test_show_terminal_says_it_without_colours(words: str) -> None:
    assert words in printed(written_facts())
    assert "\x1b" not in printed(written_facts())


def test_show_terminal_has_colours() -> None:
    assert "\x1b[" in printed(written_facts(), colour=True)


def test_show_terminal_article_without_spacewalks() -> None:
    facts = written_facts().model_copy(update={"spacewalks": []})
    assert "No spacewalk found" in printed(facts)


class _Page(HTMLParser):
    """What a browser makes of a page: the text of each element class, links and ids."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.stack: list[str] = []
        self.tags: set[str] = set()
        self.text = ""
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        if tag in ("meta", "link", "img"):
            return
        values = dict(attrs)
        self.stack.append(f"{tag}.{values.get('class')}")
        self.links.append(values.get("href") or "")
        self.ids.append(values.get("id") or "")

    def handle_endtag(self, tag: str) -> None:
        assert self.stack.pop().startswith(f"{tag}.")

    def handle_data(self, data: str) -> None:
        if "p.text" in self.stack and not self.stack[-1].startswith("span.tag"):
            self.text += data


def test_show_page_holds_the_text_as_it_is() -> None:
    text = '\n<script>alert(1)</script> & "a" &amp; \n\n  b'
    page = _Page(html_page([tasks_at(text, (1, 9), (5, 12), (40, 44))]))
    assert page.text == text
    assert page.stack == []


def test_show_page_loads_nothing() -> None:
    page = html_page([written_facts()])
    assert not {"script", "img", "link", "iframe"} & _Page(page).tags
    assert "default-src 'none'" in page
    assert "url(" not in page
    assert "@import" not in page


def test_show_page_links_lead_somewhere() -> None:
    page = _Page(html_page([written_facts("a"), written_facts("b")]))
    ids = [id for id in page.ids if id]
    inner = {link[1:] for link in page.links if link.startswith("#")}
    assert len(ids) == len(set(ids))
    assert inner
    assert inner <= set(ids)


@pytest.mark.parametrize(
    ("url", "linked"), [("https://example.org/a?b&c", True), ("javascript:alert(1)", False)]
)
def test_show_page_links_only_web_addresses(url: str, linked: bool) -> None:
    facts = written_facts()
    article = facts.article.model_copy(update={"url": url})
    page = _Page(html_page([facts.model_copy(update={"article": article})]))
    assert (url in page.links) is linked


def test_show_page_is_the_same_each_time() -> None:
    assert html_page([written_facts()]) == html_page([written_facts()])


def test_show_page_without_spacewalks_says_so() -> None:
    assert "No spacewalk found" in html_page([tasks_at("ab").model_copy(update={"spacewalks": []})])


def test_show_needs_the_text() -> None:
    facts = written_facts()
    article = facts.article.model_copy(update={"text": None})
    with pytest.raises(ValueError, match="no text to show"):
        html_page([facts.model_copy(update={"article": article})])
