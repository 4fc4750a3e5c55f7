"""The page about the database is true: its queries run, its tables and columns exist."""

import re
import sqlite3
from pathlib import Path

import pytest

from evafacts.writers import open_writer, tables
from made_facts import written_facts

PAGE = (Path(__file__).parents[1] / "docs" / "database.md").read_text("utf-8")
QUERIES = re.findall(r"```sql\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("query", QUERIES)
def test_writers_docs_query_runs(tmp_path: Path, query: str) -> None:
    with open_writer(tmp_path / "facts.db") as writer:
        writer.write(written_facts())
    connection = sqlite3.connect(tmp_path / "facts.db")
    columns = [name for name, *_ in connection.execute(query).description]
    connection.close()
    assert len(columns) >= 2


def test_writers_docs_has_queries() -> None:
    assert len(QUERIES) == 3


@pytest.mark.parametrize("table", tables.metadata.sorted_tables, ids=str)
def test_writers_docs_names_every_column(table: object) -> None:
    (row,) = (line for line in PAGE.splitlines() if line.startswith(f"| `{table}` |"))
    columns = tables.metadata.tables[str(table)].columns.keys()
    named = set(re.findall(r"`(\w+)`", row))
    parts = {"duration_planned_minutes", "duration_planned_iso", "duration_planned_approximate"}
    parts |= {name.replace("planned", "actual") for name in parts}
    assert set(columns) - named - parts == set()
