"""``evafacts show``: an article with its facts marked, and its records."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evafacts.records import Article, ArticleFacts

WRONG_USAGE, SET_ASIDE = 2, 3

_EXAMPLES = """\b
Examples:
  evafacts show article.txt
  evafacts show article.html --html facts.html
  evafacts show archive.jsonl --id station-2021-02-01
"""


@click.command(name="show", epilog=_EXAMPLES)
@click.argument("article", metavar="ARTICLE", type=click.Path(path_type=str, allow_dash=True))
@click.option("--id", "only", metavar="ID", help="Of several articles, show the one of this id.")
@click.option(
    "--html",
    "page",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="OUT.html",
    help="Write a web page that needs nothing else, instead of printing.",
)
def show(article: str, only: str | None, page: Path | None) -> None:
    """Print an article with its facts marked, and its records below.

    ARTICLE is a file (text, HTML or JSON Lines), a folder, or - for standard input. Words that
    stand for a fact are printed [like this]‹date›, in colour on a terminal (NO_COLOR switches
    colours off).
    """
    sys.exit(_run(article, only, page))


def _run(path: str, only: str | None, page: Path | None) -> int:
    from evafacts import extract_many

    articles, rejects = _read(path)
    for reject in rejects:
        click.echo(f"error: {reject}: set aside", err=True)
    if only is not None:
        articles = [article for article in articles if article.id == only]
        if not articles:
            click.echo(f"error: {path}: no article has the id {only}", err=True)
            return WRONG_USAGE
    # Looked at on paper or in HTML, the text is wanted whatever a record keeps of it.
    records = [
        facts.model_copy(update={"article": article})
        for article, facts in zip(articles, extract_many(articles), strict=True)
    ]
    if page is not None and records and not _write(records, page):
        return WRONG_USAGE
    if page is None:
        _print(records)
    return SET_ASIDE if rejects else 0


def _read(path: str) -> tuple[list[Article], list[str]]:
    from evafacts.articles import read
    from evafacts.records import Article

    found = list(read([path]))
    articles = [each for each in found if isinstance(each, Article)]
    return articles, [str(each) for each in found if not isinstance(each, Article)]


def _write(records: Sequence[ArticleFacts], page: Path) -> bool:
    """Write the page; False, and why on standard error, where that cannot be done."""
    from evafacts.report.page import html_page
    from evafacts.writers.base import replacing

    try:
        with replacing(page) as stream:
            stream.write(html_page(records).encode("utf-8"))
    except OSError as error:
        click.echo(f"error: {page}: {error.strerror}", err=True)
        return False
    click.echo(f"page written: {page}", err=True)
    return True


def _print(records: Sequence[ArticleFacts]) -> None:
    from rich.console import Console

    from evafacts.report.terminal import print_article

    if isinstance(sys.stdout, io.TextIOWrapper):  # a terminal may not know every character
        sys.stdout.reconfigure(errors="replace")
    console = Console(file=sys.stdout)
    for number, facts in enumerate(records):
        if number:
            console.rule(style="dim")
        print_article(console, facts)
