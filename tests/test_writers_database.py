"""The database holds exactly the records, whatever runs over it again."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from sqlalchemy import Table
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from evafacts.records import ArticleFacts
from evafacts.writers import UnusableDatabase, record_json, tables
from evafacts.writers.database import ARTICLES_AT_ONCE, open_database, read_database
from made_facts import any_records, interrupted, write, written_facts

FACTS = written_facts()
Make = Callable[[Path], None]


def json_lines(records: list[ArticleFacts]) -> list[str]:
    return [record_json(facts, with_text=True) for facts in records]


def query(path: Path, sql: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


@given(any_records())
@settings(max_examples=40, deadline=None)
def test_database_round_trip(
    tmp_path_factory: pytest.TempPathFactory, records: list[ArticleFacts]
) -> None:
    path = write(tmp_path_factory.mktemp("db") / "facts.db", *records, with_text=True)
    assert json_lines(list(read_database(path))) == json_lines(records)


@given(any_records(), any_records())
@settings(max_examples=20, deadline=None)
def test_database_later_run_replaces_articles(
    tmp_path_factory: pytest.TempPathFactory,
    before: list[ArticleFacts],
    after: list[ArticleFacts],
) -> None:
    path = write(tmp_path_factory.mktemp("db") / "facts.db", *before, with_text=True)
    write(path, *after, with_text=True)
    expected = {facts.article.id: facts for facts in [*before, *after]}
    assert json_lines(list(read_database(path))) == json_lines(
        [facts for _, facts in sorted(expected.items())]
    )


@pytest.mark.parametrize("ending", [".db", ".sqlite", ".sqlite3"])
def test_database_equals_the_json_lines_of_the_run(tmp_path: Path, ending: str) -> None:
    records = [written_facts("b"), written_facts("a")]
    stored = read_database(write(tmp_path / f"facts{ending}", *records))
    lines = write(tmp_path / "facts.jsonl", *records).read_text("utf-8").splitlines()
    assert [record_json(facts) for facts in stored] == sorted(lines)


def test_database_second_run_changes_no_byte(tmp_path: Path) -> None:
    records = [written_facts(id) for id in "abc"]
    first = write(tmp_path / "facts.db", *records).read_bytes()
    assert write(tmp_path / "facts.db", *reversed(records)).read_bytes() == first


def test_database_replaced_article_leaves_no_old_rows(tmp_path: Path) -> None:
    path = write(tmp_path / "facts.db", written_facts("a"), written_facts("b"))
    write(path, written_facts("a").model_copy(update={"spacewalks": [], "warnings": []}))
    for table in ("crew", "tasks", "ordinals", "evidence"):
        assert query(path, f"SELECT DISTINCT substr(spacewalk_id, 1, 1) FROM {table}") == [("b",)]
    assert query(path, "SELECT article_id FROM warnings") == [("b",)]


def test_database_columns_are_typed(tmp_path: Path) -> None:
    path = write(tmp_path / "facts.db", FACTS)
    rows = query(
        path,
        "SELECT date, date_edtf, is_primary, duration_planned_minutes, duration_actual_minutes "
        "FROM spacewalks ORDER BY position",
    )
    assert rows == [("2021-02-01", "2021-02-01", 1, 390, None), (None, "XXXX-01-27", 0, None, 416)]
    assert query(path, "SELECT published_on FROM articles") == [("2021-01-31",)]


@pytest.mark.parametrize("with_text", [True, False])
def test_database_text_only_if_asked(tmp_path: Path, with_text: bool) -> None:
    path = write(tmp_path / "facts.db", FACTS, with_text=not with_text)
    (facts,) = read_database(write(path, FACTS, with_text=with_text))
    assert facts.article.text == (FACTS.article.text if with_text else None)


def test_database_of_two_with_one_id_the_later_stays(tmp_path: Path) -> None:
    empty = FACTS.model_copy(update={"spacewalks": []})
    (facts,) = read_database(write(tmp_path / "facts.db", FACTS, empty))
    assert facts.spacewalks == []


def test_database_keeps_foreign_keys(tmp_path: Path) -> None:
    path = write(tmp_path / "facts.db", FACTS)
    assert query(path, "PRAGMA foreign_key_check") == []
    twin = FACTS.model_copy(
        update={"article": FACTS.article.model_copy(update={"id": "another article"})}
    )
    with pytest.raises(UnusableDatabase, match=r"facts\.db: .*spacewalks\.id"):
        write(path, twin)
    assert [facts.article.id for facts in read_database(path)] == [FACTS.article.id]


def test_database_interrupted_run_leaves_whole_articles(tmp_path: Path) -> None:
    path = tmp_path / "facts.db"
    records = [written_facts(f"{number:04}") for number in range(ARTICLES_AT_ONCE + 5)]
    with pytest.raises(KeyboardInterrupt):
        interrupted(path, *records)
    stored = [record_json(facts) for facts in read_database(path)]
    assert stored == [record_json(facts) for facts in records[:ARTICLES_AT_ONCE]]


def test_database_reads_more_than_one_page(tmp_path: Path) -> None:
    ids = [f"{number:04}" for number in range(2 * ARTICLES_AT_ONCE + 1)]
    empty = FACTS.model_copy(update={"spacewalks": []})
    articles = [FACTS.article.model_copy(update={"id": id}) for id in ids]
    records = [empty.model_copy(update={"article": article}) for article in articles]
    path = write(tmp_path / "facts.db", *records)
    assert [facts.article.id for facts in read_database(path)] == ids


def test_database_by_url(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'facts.db'}"
    with open_database(url) as writer:
        writer.write(FACTS)
    assert [facts.spacewalks for facts in read_database(url)] == [FACTS.spacewalks]


def test_database_path_with_odd_characters(tmp_path: Path) -> None:
    path = write(tmp_path / "50% of? #1.db", FACTS)
    assert [file.name for file in tmp_path.iterdir()] == [path.name]
    assert len(list(read_database(path))) == 1


def not_sqlite(path: Path) -> None:
    path.write_bytes(b"no database, " * 100)


def somebody_elses(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE articles (headline TEXT)")


def of_another_version(path: Path) -> None:
    write(path)
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE evafacts SET value = 'evafacts/9' WHERE key = 'schema'")


BAD = pytest.mark.parametrize(
    ("make", "why"),
    [
        (not_sqlite, "file is not a database"),
        (somebody_elses, "not a database of evafacts"),
        (of_another_version, "schema evafacts/9; this version has layout 1, schema evafacts/1"),
    ],
)


@BAD
def test_database_bad_one_is_named_when_read(
    tmp_path: Path, make: Callable[[Path], None], why: str
) -> None:
    path = tmp_path / "facts.db"
    make(path)
    with pytest.raises(UnusableDatabase, match=f"facts.db: .*{why}"):
        list(read_database(path))


@BAD
def test_database_bad_one_is_left_alone(
    tmp_path: Path, make: Callable[[Path], None], why: str
) -> None:
    path = tmp_path / "facts.db"
    make(path)
    before = path.read_bytes()
    with pytest.raises(UnusableDatabase, match=f"facts.db: .*{why}"):
        write(path, FACTS)
    assert path.read_bytes() == before


def test_database_missing_is_not_made_by_reading(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"facts\.db"):
        list(read_database(tmp_path / "facts.db"))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("table", tables.metadata.sorted_tables, ids=str)
def test_database_tables_compile_for_postgresql(table: Table) -> None:
    ddl = str(CreateTable(table).compile(dialect=postgresql.dialect()))  # type: ignore[no-untyped-call]
    assert ddl.strip().startswith(f"CREATE TABLE {table.name}")
