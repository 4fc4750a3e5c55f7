"""CSV for spreadsheets: one row a spacewalk, flat columns, no evidence.

A cell that begins with a character which spreadsheets take for a formula (``=``, ``+``, ``-``,
``@``, tab, carriage return, line feed) gets an apostrophe in front: articles come from anywhere,
and this file is made to be opened in a spreadsheet. The other formats leave values as they are.
"""

import csv
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evafacts.records import Article, ArticleFacts, Spacewalk
from evafacts.writers.base import Writer, replacing

COLUMNS = (
    "article_id",
    "title",
    "url",
    "published",
    "spacewalk_id",
    "primary",
    "status",
    "date",
    "date_basis",
    "start_time",
    "end_time",
    "crew",
    "duration_planned",
    "duration_actual",
    "airlock",
    "tasks",
    "ordinals",
    "designation",
)
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n")


def row(article: Article, spacewalk: Spacewalk) -> dict[str, str]:
    """Give a spacewalk's cells by column name; what is unknown is an empty cell.

    Durations are in minutes; names are joined by ``"; "`` and tasks by ``" | "``; an ordinal is
    written ``218 station``.
    """
    walk = spacewalk
    cells = {
        "article_id": article.id,
        "title": article.title,
        "url": article.url,
        "published": article.published and article.published.isoformat(),
        "spacewalk_id": walk.id,
        "primary": "true" if walk.primary else "false",
        "status": walk.status.value,
        "date": walk.date and walk.date.value,
        "date_basis": walk.date and walk.date.basis,
        "start_time": walk.start_time and walk.start_time.value,
        "end_time": walk.end_time and walk.end_time.value,
        "crew": "; ".join(member.name for member in walk.crew),
        "duration_planned": walk.duration_planned and str(walk.duration_planned.minutes),
        "duration_actual": walk.duration_actual and str(walk.duration_actual.minutes),
        "airlock": walk.airlock and walk.airlock.name,
        "tasks": " | ".join(task.text for task in walk.tasks),
        "ordinals": "; ".join(f"{ordinal.count} {ordinal.scope}" for ordinal in walk.ordinals),
        "designation": walk.designation,
    }
    return {column: _guarded(cell or "") for column, cell in cells.items()}


def _guarded(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell


class _CsvWriter:
    """Writes the rows of each article; one without spacewalks gives none."""

    def __init__(self, stream: io.TextIOBase, *, with_text: bool) -> None:
        self._with_text = with_text
        columns = [*COLUMNS, "text"] if with_text else list(COLUMNS)
        self._rows = csv.DictWriter(stream, columns, lineterminator="\n")
        self._rows.writeheader()

    def write(self, facts: ArticleFacts) -> None:
        for walk in facts.spacewalks:
            cells = row(facts.article, walk)
            if self._with_text:
                cells["text"] = _guarded(facts.article.text or "")
            self._rows.writerow(cells)


@contextmanager
def open_csv(path: Path, *, with_text: bool) -> Iterator[Writer]:
    """Open a ``.csv`` file: UTF-8 with a header row; ``with_text`` adds a last column ``text``."""
    with replacing(path) as stream:
        text_stream = io.TextIOWrapper(stream, encoding="utf-8", newline="")
        yield _CsvWriter(text_stream, with_text=with_text)
        text_stream.flush()
        text_stream.detach()
