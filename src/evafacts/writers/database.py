"""A database of records: SQLite by default, any that SQLAlchemy knows in principle.

The file is kept between runs: an article that comes again replaces its rows, one whose facts are
the same is left alone, so that a second run over the same articles changes not a byte. Articles
are written a batch at a time, each batch in one transaction; a run that is interrupted leaves
whole articles.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, create_engine, event, inspect, select
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import SQLAlchemyError

from evafacts.records import ArticleFacts
from evafacts.writers import tables
from evafacts.writers.base import Writer, check_destination, record_json
from evafacts.writers.errors import UnusableDatabase
from evafacts.writers.rows import from_rows, to_rows

ARTICLES_AT_ONCE = 200


class DatabaseWriter:
    """Writes records to an open database, some articles at a time."""

    def __init__(self, engine: Engine, *, with_text: bool = False) -> None:
        self._engine = engine
        self._with_text = with_text
        self._waiting: dict[str, ArticleFacts] = {}

    def write(self, facts: ArticleFacts) -> None:
        """Take one article; of two with the same id the later stays."""
        if not self._with_text:
            article = facts.article.model_copy(update={"text": None})
            facts = facts.model_copy(update={"article": article})
        self._waiting[facts.article.id] = facts
        if len(self._waiting) >= ARTICLES_AT_ONCE:
            self.flush()

    def flush(self) -> None:
        """Write what waits, in one transaction."""
        waiting, self._waiting = self._waiting, {}
        with _named(self._engine.url), self._engine.begin() as connection:
            stored = {facts.article.id: facts for facts in _read(connection, list(waiting))}
            changed = {key: facts for key, facts in waiting.items() if _differ(stored, facts)}
            _delete(connection, [key for key in changed if key in stored])
            rows = to_rows(changed.values())
            for table in tables.CONTENT:
                if rows[table.name]:
                    connection.execute(table.insert(), rows[table.name])


def _differ(stored: Mapping[str, ArticleFacts], facts: ArticleFacts) -> bool:
    """Compare as JSON: two date-times that are equal may be written in different zones."""
    old = stored.get(facts.article.id)
    return old is None or record_json(old, with_text=True) != record_json(facts, with_text=True)


@contextmanager
def open_database(target: str | Path, *, with_text: bool = False) -> Iterator[Writer]:
    """Open a database for writing; it is made where there is none.

    Args:
        target: The path of a SQLite file, or a database URL.
        with_text: Write the articles' texts too.

    Yields:
        The writer. On an error, articles that still wait are not written.

    Raises:
        UnusableDatabase: It is locked, damaged, no database, or made by another version.
        OSError: The file cannot be made there.
    """
    url = _url(target)
    if url.get_backend_name() == "sqlite" and url.database:
        check_destination(Path(url.database).resolve())
    engine = _engine(url)
    try:
        with _named(url):
            _prepare(engine)
        writer = DatabaseWriter(engine, with_text=with_text)
        yield writer
        writer.flush()
    finally:
        engine.dispose()


def read_database(url_or_path: str | Path) -> Iterator[ArticleFacts]:
    """Read the records of a database back, as a stream in the order of article ids.

    Args:
        url_or_path: The path of a SQLite file, or a database URL.

    Yields:
        The same records that were written.

    Raises:
        FileNotFoundError: There is no such file.
        UnusableDatabase: It is locked, damaged, no database, or made by another version.
    """
    url = _url(url_or_path)
    if url.get_backend_name() == "sqlite" and url.database and not Path(url.database).exists():
        raise FileNotFoundError(2, "no such database", url.database)
    engine = _engine(url)
    try:
        with _named(url), engine.connect() as connection:
            _check(connection)
            yield from _read_all(connection)
    finally:
        engine.dispose()


def _url(target: str | Path) -> URL:
    if isinstance(target, str) and "://" in target:
        return make_url(target)
    return URL.create("sqlite", database=str(target))


def _engine(url: URL) -> Engine:
    engine = create_engine(url)
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _set_up_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    return engine


def _set_up_sqlite(connection: Any, _record: Any) -> None:
    # Without this the driver begins transactions when it likes, and none around CREATE TABLE.
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")


def _begin_sqlite(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


@contextmanager
def _named(url: URL) -> Iterator[None]:
    """Say which database it was that failed, and why, in one line."""
    try:
        yield
    except SQLAlchemyError as error:
        why = getattr(error, "orig", None) or error
        raise UnusableDatabase(f"{_shown(url)}: {why}") from error


def _shown(url: URL) -> str:
    is_file = url.get_backend_name() == "sqlite" and url.database
    return str(url.database) if is_file else url.render_as_string(hide_password=True)


def _prepare(engine: Engine) -> None:
    """Make the tables in a database that has none of them; check one that has."""
    with engine.begin() as connection:
        present = set(inspect(connection).get_table_names())
        if present.isdisjoint(tables.metadata.tables):
            tables.metadata.create_all(connection)
            rows = [{"key": key, "value": value} for key, value in tables.MADE_BY.items()]
            connection.execute(tables.made_by.insert(), rows)
        else:
            _check(connection)


def _check(connection: Connection) -> None:
    """Refuse a database that this version did not make."""
    name = _shown(connection.engine.url)
    if not inspect(connection).has_table(tables.made_by.name):
        raise UnusableDatabase(f"{name}: not a database of evafacts")
    found = {row.key: row.value for row in connection.execute(select(tables.made_by))}
    if found != tables.MADE_BY:
        raise UnusableDatabase(
            f"{name}: made by another version (it has {_pairs(found)}; "
            f"this version has {_pairs(tables.MADE_BY)}); write to a new file"
        )


def _pairs(values: dict[str, str]) -> str:
    return ", ".join(f"{key} {value}" for key, value in sorted(values.items()))


def _delete(connection: Connection, ids: Sequence[str]) -> None:
    if ids:  # the rows that belong to them follow by ON DELETE CASCADE
        connection.execute(tables.articles.delete().where(tables.articles.c.id.in_(ids)))


def _read_all(connection: Connection) -> Iterator[ArticleFacts]:
    key = tables.articles.c.id
    after: str | None = None
    while True:
        page = select(key).order_by(key).limit(ARTICLES_AT_ONCE)
        ids = connection.scalars(page if after is None else page.where(key > after)).all()
        if not ids:
            return
        yield from _read(connection, ids)
        after = ids[-1]


def _read(connection: Connection, ids: Sequence[str]) -> list[ArticleFacts]:
    """Read the articles of these ids, those that there are, in the order of their ids."""
    article = tables.articles
    query = select(article).where(article.c.id.in_(ids)).order_by(article.c.id)
    rows = {article.name: _fetch(connection, query)}
    if not rows[article.name]:
        return []
    of_ids = select(tables.spacewalks.c.id).where(tables.spacewalks.c.article_id.in_(ids))
    for table in tables.CONTENT[1:]:
        wanted = (
            table.c.article_id.in_(ids)
            if "article_id" in table.c
            else table.c.spacewalk_id.in_(of_ids)
        )
        rows[table.name] = _fetch(
            connection, select(table).where(wanted).order_by(table.c.position)
        )
    return from_rows(rows)


def _fetch(connection: Connection, query: Select[Any]) -> list[dict[str, Any]]:
    return [dict(row) for row in connection.execute(query).mappings()]
