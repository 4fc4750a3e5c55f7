"""Parquet: one row a spacewalk, with crew, tasks and evidence as nested lists.

Needs the ``parquet`` extra (pyarrow). A column has the name and type of its field in the records;
those of the article begin with ``article_``. ``day`` is the date as a real date where it is known
to the day.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from evafacts.records import Article, ArticleFacts, Spacewalk
from evafacts.writers.base import Writer, day_of, replacing
from evafacts.writers.errors import MissingExtra

try:
    import pyarrow as pa
    import pyarrow.parquet as pq
except ImportError as error:
    raise MissingExtra(
        'Parquet needs a package that is not installed: pip install "evafacts[parquet]"'
    ) from error

_ROWS_AT_ONCE = 1000
_ARTICLE_FIELDS = ("id", "source", "title", "url", "publisher", "published", "text_sha256")
_EVIDENCE = pa.list_(pa.struct([("start", pa.int64()), ("end", pa.int64()), ("text", pa.string())]))


def _fact(**types: pa.DataType) -> pa.DataType:
    return pa.struct([*types.items(), ("evidence", _EVIDENCE)])


_TIME = _fact(value=pa.string(), zone=pa.string())
_DURATION = _fact(minutes=pa.int64(), iso=pa.string(), approximate=pa.bool_())
_MEMBER = _fact(
    name=pa.string(),
    person=pa.string(),
    agency=pa.string(),
    designation=pa.string(),
    suit=pa.string(),
    career_spacewalk=pa.int64(),
)
_TASK = _fact(
    text=pa.string(),
    action=pa.string(),
    object=pa.string(),
    location=pa.string(),
    outcome=pa.string(),
)


def schema(*, with_text: bool = False) -> pa.Schema:
    """Give the columns; ``with_text`` adds ``article_text``."""
    names = [*_ARTICLE_FIELDS, "text"] if with_text else list(_ARTICLE_FIELDS)
    columns: list[tuple[str, pa.DataType]] = [
        *((f"article_{name}", pa.string()) for name in names),
        ("id", pa.string()),
        ("primary", pa.bool_()),
        ("status", pa.string()),
        ("day", pa.date32()),
        ("date", _fact(value=pa.string(), basis=pa.string())),
        ("start_time", _TIME),
        ("end_time", _TIME),
        ("crew", pa.list_(_MEMBER)),
        ("duration_planned", _DURATION),
        ("duration_actual", _DURATION),
        ("airlock", _fact(name=pa.string())),
        ("tasks", pa.list_(_TASK)),
        ("ordinals", pa.list_(_fact(count=pa.int64(), scope=pa.string()))),
        ("designation", pa.string()),
        ("evidence", _EVIDENCE),
    ]
    return pa.schema(columns)


def _row(article: Article, walk: Spacewalk) -> dict[str, Any]:
    about = article.model_dump(mode="json")
    return {
        **{f"article_{name}": value for name, value in about.items()},
        **walk.model_dump(mode="json"),
        "day": walk.date and day_of(walk.date.value),
    }


class _ParquetWriter:
    """Gathers rows and writes them in groups of a thousand."""

    def __init__(self, file: pq.ParquetWriter, columns: pa.Schema) -> None:
        self._file = file
        self._columns = columns
        self._rows: list[dict[str, Any]] = []

    def write(self, facts: ArticleFacts) -> None:
        self._rows.extend(_row(facts.article, walk) for walk in facts.spacewalks)
        if len(self._rows) >= _ROWS_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        if self._rows:
            self._file.write_table(pa.Table.from_pylist(self._rows, schema=self._columns))
            self._rows = []


@contextmanager
def open_parquet(path: Path, *, with_text: bool) -> Iterator[Writer]:
    """Open a ``.parquet`` file."""
    columns = schema(with_text=with_text)
    with replacing(path) as stream, pq.ParquetWriter(stream, columns, compression="zstd") as file:
        writer = _ParquetWriter(file, columns)
        yield writer
        writer.flush()
