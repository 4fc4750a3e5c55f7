import time

import pytest

from evafacts.articles.fragments import strip_fragments

TWEET = (
    "Before.\n\n\n"
    '<blockquote class="twitter-tweet"><p lang="en">Out he goes, <a href="x">@walker</a>!'
    "<br><br>\u2013 It&#39;s red<br>\u2013 It&#39;s white</p>&mdash; Agency <a >March 1</a>"
    '</blockquote> <script async src="https://example.org/w.js" charset="utf-8"></script>\n\n\n'
    "After."
)


@pytest.mark.parametrize(
    "text",
    [
        "a < b and c > d",
        "AT&T and R&D; Q&A",
        "I <3 space & stars",
        "<walker@example.org> wrote at <https://example.org/a>",
        "the <b> key, and the <name> given",
        "line one\nline two\n\n\n  indented\ttab \nend\n",
        "no-break\xa0space, \u201ccurly\u201d quotes, \u2026",
    ],
)
def test_fragments_plain_text_is_untouched(text: str) -> None:
    assert strip_fragments(text) == text


def test_fragments_embedded_tweet_reads_as_on_the_page() -> None:
    assert strip_fragments(TWEET) == (
        "Before.\n\n\nOut he goes, @walker!\n\n\u2013 It's red\n\u2013 It's white\n\n"
        "\u2014 Agency March 1\n\n\nAfter."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<p>one\n   line</p><p>two</p>", "one line\n\ntwo"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("<style>p {}</style>a<!-- b -->c", "ac"),
        ("<nav><a href='/'>Home</a></nav>Out they go", "Out they go"),
        ("<SCRIPT type='x'>if (a < b) {}</SCRIPT>seen", "seen"),
        ("plain\nlines <b>stay</b>\n\nas lines", "plain\nlines stay\n\nas lines"),
        ('<a title="a > b" href="x">link</a>', "link"),
        ("Q &amp; A, 7&nbsp;a.m., it&#x2019;s &lt;b&gt;", "Q & A, 7\xa0a.m., it\u2019s <b>"),
        ("<td>cell</td><td>next</td>", "cell  next"),
        ("never closed <script>stays</b>", "never closed stays"),
        ("<p>an <name> of <i>a</i> walker</p>", "an <name> of a walker"),
    ],
)
def test_fragments_markup_gives_what_is_seen(text: str, expected: str) -> None:
    assert strip_fragments(text).strip(" ") == expected


@pytest.mark.parametrize(
    "unit", ["[", "<", "<p ", '<p "', "<!--", "<script>", "&", "<p>a\n</p>", "\n ", "<p '\" ", "-a"]
)
def test_fragments_time_grows_with_the_text(unit: str) -> None:
    started = time.perf_counter()
    strip_fragments(unit * 100_000 + "</b>")
    assert time.perf_counter() - started < 5
