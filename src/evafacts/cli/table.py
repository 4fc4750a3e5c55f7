"""The readable table of spacewalks: one row each."""

from collections.abc import Iterable

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table

from evafacts.records import ArticleFacts, Duration, Spacewalk

_COLUMNS = ("article", "date", "status", "crew", "planned", "actual", "airlock", "tasks")
_NARROWEST = 120  # characters, where the width is not a terminal's
_NOTHING = "–"


def table_rows(facts: ArticleFacts) -> list[tuple[str, ...]]:
    """Give one row of text for each spacewalk of an article.

    Returns:
        Article, date, status, crew, planned and actual duration, airlock, number of tasks;
        background spacewalks have their date in brackets.
    """
    return [_row(facts.article.id, spacewalk) for spacewalk in facts.spacewalks]


def _row(article: str, spacewalk: Spacewalk) -> tuple[str, ...]:
    date = spacewalk.date.value if spacewalk.date else _NOTHING
    return (
        article,
        date if spacewalk.primary else f"({date})",
        spacewalk.status.value,
        ", ".join(member.name for member in spacewalk.crew) or _NOTHING,
        _hours(spacewalk.duration_planned),
        _hours(spacewalk.duration_actual),
        spacewalk.airlock.name if spacewalk.airlock else _NOTHING,
        str(len(spacewalk.tasks)),
    )


def _hours(duration: Duration | None) -> str:
    if duration is None:
        return _NOTHING
    sign = "~" if duration.approximate else ""
    return f"{sign}{duration.minutes // 60}:{duration.minutes % 60:02}"


def print_table(
    rows: Iterable[tuple[str, ...]], *, to_stderr: bool = False, console: Console | None = None
) -> None:
    """Print the table.

    Args:
        rows: Rows of `table_rows`.
        to_stderr: Print to standard error, because records go to standard output.
        console: Where to print instead.
    """
    console = console or Console(stderr=to_stderr, highlight=False)
    if not console.is_terminal:
        console.width = max(console.width, _NARROWEST)
    table = Table(
        caption="In brackets: background, not what the article is about. Times in hours.",
        caption_justify="left",
        box=SIMPLE_HEAD,
        padding=(0, 1, 0, 0),
    )
    for column in _COLUMNS:
        numeric = column in ("planned", "actual", "tasks")
        table.add_column(
            column,
            justify="right" if numeric else "left",
            no_wrap=column not in ("article", "crew"),
            overflow="fold",  # an id is no use with its end cut off
        )
    rows = list(rows)
    for row in rows:
        table.add_row(*row)
    console.print(table)
    console.print(f"Spacewalks: {len(rows)}, in articles: {len({row[0] for row in rows})}")
