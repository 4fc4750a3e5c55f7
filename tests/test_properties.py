"""What holds for every article: evidence stands in its text, and order of reading is nothing."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from evafacts import extract_many
from evafacts.articles import read
from evafacts.records import Article, ArticleFacts, Evidence
from evafacts.report.marks import FIELDS
from evafacts.writers import open_writer, record_json
from made_facts import written_facts

CORPUS = Path(__file__).parents[1] / "corpus"
ARTICLES = [found for found in read([CORPUS]) if isinstance(found, Article)]

# Sentences of the kind that news has; put together at random they contradict each other, repeat
# names, and leave days without a year: whatever comes out, the rules below hold.
_PEOPLE = ["Mike Hopkins", "Victor Glover", "Oleg Artemyev", "Zhai Zhigang", "Jo Nobody", "Hopkins"]
_DAYS = [
    "Monday (Feb. 1)",
    "Saturday",
    "Jan. 27, 2021",
    "13 July",
    "today",
    "the 13th",
    "2020-02-30",
]
_TIMES = ["7:05 a.m. EST (1205 GMT)", "noon", "25:99", "5:30 a.m.", "18:12 Moscow time"]
_DURATIONS = ["about 6.5 hours", "six hours and 56 minutes", "6:32", "a few hours", "PT6H"]
_DOORS = ["the Quest airlock", "Poisk", "the airlock", "a hatch", "Gemini 4"]
_WORK = [
    "install a camera on the Destiny laboratory",
    "remove and replace a pump",
    "route cables, fit a bracket and photograph the P4 truss",
    "the installation of an adapter plate",
    "replacing batteries",
]
_SENTENCES = [
    "NASA astronauts {who} and {who} will leave the station through {door} on {day} to {work}.",
    "{who} (EV-1, red stripes) began the spacewalk at {time}; it is to last {long}.",
    "On {day} {who} and {who} ended the 218th spacewalk at {door} after {long}.",
    "Coverage begins at {time} on {day}.",
    "The spacewalk was postponed from {day} to {day}, the agency said.",
    "Their tasks: {work}, {work}; then {work}.",
    "“It was {long} of work,” {who} said — the duo’s second outing.\n\n",
    "It was the fourth spacewalk for {who}, who will {work} at {time}.",
    "The film of {day} runs {long}. 🚀",
]


def _filled(draw: st.DrawFn, sentence: str) -> str:
    values = {
        "{who}": _PEOPLE,
        "{day}": _DAYS,
        "{time}": _TIMES,
        "{long}": _DURATIONS,
        "{door}": _DOORS,
        "{work}": _WORK,
    }
    for slot, choices in values.items():
        while slot in sentence:
            sentence = sentence.replace(slot, draw(st.sampled_from(choices)), 1)
    return sentence


_noise = st.text(st.characters(exclude_categories=["Cs"]), max_size=30)
_seams = st.sampled_from([" ", "\n\n", "", "\u00a0", " (", ") ", "\t"])


@st.composite
def news(draw: st.DrawFn) -> Article:
    """Draw an article of sentences that news has, noise between them, with or without a day."""
    parts: list[str] = []
    for sentence in draw(st.lists(st.sampled_from(_SENTENCES), min_size=1, max_size=6)):
        parts += [_filled(draw, sentence), draw(_seams)]
        if draw(st.integers(0, 4)) == 0:
            parts.append(draw(_noise))
    published = draw(st.none() | st.dates() | st.datetimes())
    return Article.of("".join(parts), id="made", published=published)


def all_evidence(value: object) -> Iterator[Evidence]:
    """Give every piece of evidence in a record, however deep it stands."""
    if isinstance(value, Evidence):
        yield value
    elif isinstance(value, list):
        for item in value:
            yield from all_evidence(item)
    elif hasattr(value, "__pydantic_fields__"):
        for name in type(value).__pydantic_fields__:
            yield from all_evidence(getattr(value, name))


def check(article: Article, facts: ArticleFacts) -> None:
    text = article.text
    assert text is not None
    for evidence in all_evidence(facts.spacewalks):
        assert text[evidence.start : evidence.end] == evidence.text
        assert evidence.text.strip()
    for walk in facts.spacewalks:
        for name in FIELDS:
            value = getattr(walk, name)
            for fact in value if isinstance(value, list) else [value]:
                assert fact is None or fact.evidence, name
        assert all(task.text in text for task in walk.tasks)
    ids = [walk.id for walk in facts.spacewalks]
    assert len(ids) == len(set(ids))


def one(article: Article) -> ArticleFacts:
    (facts,) = extract_many([article])
    return facts


@pytest.mark.parametrize("shift", [-1, 1])
def test_properties_shifted_evidence_would_be_noticed(shift: int) -> None:
    facts = written_facts()
    check(facts.article, facts)
    date = facts.spacewalks[0].date
    assert date is not None
    (evidence,) = date.evidence
    moved = evidence.model_copy(update={"start": evidence.start + shift})
    walk = facts.spacewalks[0].model_copy(
        update={"date": date.model_copy(update={"evidence": [moved]})}
    )
    with pytest.raises(AssertionError):
        check(facts.article, facts.model_copy(update={"spacewalks": [walk]}))


def test_properties_the_corpus_is_there() -> None:
    assert len(ARTICLES) >= 48


@pytest.mark.parametrize("article", ARTICLES, ids=lambda article: article.id)
def test_properties_evidence_stands_in_the_article(article: Article) -> None:
    check(article, one(article))


@given(news())
@settings(max_examples=60, deadline=None)
def test_properties_evidence_stands_in_any_text(article: Article) -> None:
    facts = one(article)
    check(article, facts)
    assert record_json(one(article)) == record_json(facts)


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=200))
@settings(max_examples=40, deadline=None)
def test_properties_any_characters_are_read(text: str) -> None:
    article = Article.of(text, id="made")
    check(article, one(article))


def lines_of(path: Path, articles: list[Article]) -> list[bytes]:
    with open_writer(path) as writer:
        for facts in extract_many(articles):
            writer.write(facts)
    return path.read_bytes().splitlines()


def test_properties_runs_in_any_order_give_the_same_lines(tmp_path: Path) -> None:
    first = lines_of(tmp_path / "first.jsonl", ARTICLES)
    assert lines_of(tmp_path / "second.jsonl", ARTICLES) == first
    turned = lines_of(tmp_path / "turned.jsonl", ARTICLES[::-1])
    assert turned[::-1] == first
    assert len(first) == len(ARTICLES)


def test_properties_articles_come_out_as_they_went_in() -> None:
    records = list(extract_many(ARTICLES))
    assert [facts.article.text_sha256 for facts in records] == [
        article.text_sha256 for article in ARTICLES
    ]
