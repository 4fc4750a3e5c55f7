"""``evafacts show``: an article with its facts marked, and its records."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from collections.abc import Sequence

    from evafacts.articles import Reject
    from evafacts.records import ArticleFacts

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
    records, rejects = _extract(path, only)
    for reject in rejects:
        click.echo(f"set aside: {reject}", err=True)
    if only is not None and not records and not rejects:
        click.echo(f"Error: {path}: no article has the id {only}", err=True)
        return WRONG_USAGE
    if page is None:
        _print(records)
    elif records and not _write(records, page):
        return WRONG_USAGE
    return SET_ASIDE if rejects else 0


def _extract(path: str, only: str | None) -> tuple[list[ArticleFacts], list[Reject]]:
    from evafacts.articles import Reject, read
    from evafacts.batch import extract_each

    wanted = (
        item for item in read([path]) if only is None or isinstance(item, Reject) or item.id == only
    )
    records: list[ArticleFacts] = []
    rejects: list[Reject] = []
    for item in extract_each(wanted):
        if isinstance(item, Reject):
            rejects.append(item)
        else:
            records.append(item)
    return records, rejects


def _write(records: Sequence[ArticleFacts], page: Path) -> bool:
    """Write the page; False, and why on standard error, where that cannot be done."""
    from evafacts.report.page import html_page
    from evafacts.writers.base import replacing

    try:
        with replacing(page) as stream:
            stream.write(html_page(records).encode("utf-8"))
    except OSError as error:
        click.echo(f"Error: {page}: {error.strerror}", err=True)
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
