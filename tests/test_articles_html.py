import datetime as dt
import json
import time

import pytest

from evafacts.articles.html import is_page, read_page
from evafacts.articles.source import ArticleError
from evafacts.records import Article

BODY = (
    "<p>On Monday (Feb.&nbsp;1) two   astronauts\n went <b>out</b>.<br>It took long.</p>"
    "<p>They will:</p><ul><li>install a camera</li><li>route a cable</li></ul>"
)
SEEN = (
    "On Monday (Feb.\xa01) two astronauts went out.\nIt took long.\n\nThey will:\n\n"
    "\u2022 install a camera\n\u2022 route a cable"
)
AROUND = (
    "<nav><ul><li><a href='/'>Home</a></li></ul></nav>{}<aside>Related</aside>"
    "<footer>Imprint</footer><script>track()</script><noscript>Turn it on</noscript>"
)


def page(head: str = "", body: str = BODY) -> str:
    return f"<!doctype html><html><head>{head}</head><body>{AROUND.format(body)}</body></html>"


def read(html: str, **fields: object) -> Article:
    return read_page(html, fields, source="page.html", default_id="page")


@pytest.mark.parametrize("body", [BODY, f"<article>{BODY}</article>", f"<main>{BODY}</main>"])
def test_html_text_is_what_a_reader_sees(body: str) -> None:
    assert read(page(body=body)).text == SEEN


def test_html_headline_outside_the_article_comes_first() -> None:
    html = page(body=f"<header><h1>Out they\n go</h1></header><article>{BODY}</article>")
    assert read(html).text == f"Out they go\n\n{SEEN}"


def test_html_teasers_are_not_the_article() -> None:
    teasers = "<article>Another story</article>" * 5
    assert read(page(body=f"{teasers[:32]}<article>{BODY}</article>{teasers}")).text == SEEN


def test_html_hidden_parts_are_not_seen() -> None:
    hidden = "<p hidden>a</p><p style='display:none'>b</p><p aria-hidden='true'>c</p>"
    assert read(page(body=BODY + hidden)).text == SEEN


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<!DOCTYPE html><p>a", True),
        ("\n <html lang=en>", True),
        ("<?xml version='1.0'?><!-- made --><html>", True),
        ("<body>", True),
        ("<p>a fragment</p>", False),
        ("About <html> and other tags", False),
        ("<htmlx>", False),
    ],
)
def test_html_page_is_told_by_its_beginning(text: str, expected: bool) -> None:
    assert is_page(text) is expected


def ld(data: object) -> str:
    return f"<script type='application/ld+json'>{json.dumps(data)}</script>"


NEWS = {
    "@type": "NewsArticle",
    "headline": "Out they go",
    "datePublished": "2021-01-31T10:00:00+00:00",
    "publisher": {"@type": "Organization", "name": "The Times"},
    "mainEntityOfPage": {"@id": "https://example.org/out"},
}
META = (
    '<meta property="og:title" content="Out they go"><meta property="og:site_name" '
    'content="The Times"><meta property="og:url" content="https://example.org/out">'
    '<meta property="article:published_time" content="2021-01-31T10:00:00Z">'
)


@pytest.mark.parametrize(
    "head",
    [
        ld(NEWS),
        ld([NEWS]),
        ld({"@graph": [{"@type": "WebSite", "name": "x"}, NEWS]}),
        META,
        META + "<script type='application/ld+json'>{broken</script>",
        ld(NEWS) + META.replace("Out they go", "Something else"),
    ],
    ids=["object", "list", "graph", "meta", "broken json", "json first"],
)
def test_html_metadata_is_read(head: str) -> None:
    article = read(page(head))
    assert article.title == "Out they go"
    assert article.publisher == "The Times"
    assert article.url == "https://example.org/out"
    assert article.published == dt.datetime(2021, 1, 31, 10, tzinfo=dt.UTC)


def test_html_elements_are_the_last_resort() -> None:
    head = '<title>Out they go | Times</title><link rel="canonical" href="https://example.org/o">'
    article = read(page(head, f"<time datetime='2021-01-31'>Sunday</time>{BODY}"))
    assert article.title == "Out they go | Times"
    assert article.url == "https://example.org/o"
    assert article.published == dt.date(2021, 1, 31)


def test_html_unreadable_date_gives_way_to_the_next() -> None:
    head = '<meta name="date" content="soon"><meta name="pubdate" content="Jan. 31, 2021">'
    assert read(page(head)).published == dt.date(2021, 1, 31)


def test_html_without_a_date_has_none() -> None:
    assert read(page('<meta name="date" content="soon">')).published is None


def test_html_what_the_caller_knows_goes_first() -> None:
    article = read(page(META), title="Mine", published="2020-02-02", id="x")
    assert (article.title, article.published, article.id) == ("Mine", dt.date(2020, 2, 2), "x")
    assert article.publisher == "The Times"


@pytest.mark.parametrize("unit", ["<article>x</article>", "<p>x", "<b>x", "<meta content=x>", "<"])
def test_html_time_grows_with_the_page(unit: str) -> None:
    started = time.perf_counter()
    assert read(f"<html><p>{'seen ' * 40_000}</p>{unit * 20_000}").text
    assert time.perf_counter() - started < 5


@pytest.mark.parametrize("unit", ["<div>", "<ul><li>x", "<article>x"])
def test_html_page_nested_absurdly_deep_is_refused(unit: str) -> None:
    assert read("<html>" + unit * 900 + "seen").text
    with pytest.raises(ArticleError, match="nested more than 1,000 deep"):
        read("<html>" + unit * 100_000)


@pytest.mark.parametrize("html", ["<html><script>x</script></html>", "<html><p>a\0b</p></html>"])
def test_html_page_with_nothing_to_read_is_refused(html: str) -> None:
    with pytest.raises(ArticleError):
        read(html)
