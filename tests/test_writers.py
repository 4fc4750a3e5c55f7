"""Files: what they hold, that they are whole or absent, and that their bytes are stable."""

import csv
import gzip
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings

from evafacts.records import ArticleFacts
from evafacts.writers import (
    ENDINGS,
    MissingExtra,
    UnknownEnding,
    open_writer,
    record_json,
)
from made_facts import TEXT, any_records, interrupted, write, written_facts

FILE_ENDINGS = [ending for ending in ENDINGS if ending not in (".db", ".sqlite", ".sqlite3")]
FACTS = written_facts()
EMPTY = FACTS.model_copy(update={"spacewalks": []})


def lines(path: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


@pytest.mark.parametrize("name", ["facts.xlsx", "facts", "facts.gz", "jsonl"])
def test_writers_unknown_ending_names_the_known(tmp_path: Path, name: str) -> None:
    with pytest.raises(UnknownEnding, match=r"\.jsonl\.gz.*\.parquet.*\.db"):
        open_writer(tmp_path / name)


def test_writers_ending_in_capitals(tmp_path: Path) -> None:
    assert lines(write(tmp_path / "FACTS.JSONL", FACTS))[0]["schema"] == "evafacts/1"


@given(any_records())
@settings(max_examples=30, deadline=None)
def test_writers_jsonl_holds_the_records(
    tmp_path_factory: pytest.TempPathFactory, records: list[ArticleFacts]
) -> None:
    path = write(tmp_path_factory.mktemp("out") / "facts.jsonl", *records, with_text=True)
    written = path.read_bytes().split(b"\n")
    assert written.pop() == b""
    assert [json.loads(line) for line in written] == [
        facts.model_dump(mode="json", by_alias=True) for facts in records
    ]


def without_day(facts: ArticleFacts) -> ArticleFacts:
    """Leave the publication date out: the type of the record may turn a day into its midnight."""
    article = facts.article.model_copy(update={"published": None})
    return facts.model_copy(update={"article": article})


@given(any_records())
@settings(max_examples=30, deadline=None)
def test_writers_jsonl_reads_back_as_records(
    tmp_path_factory: pytest.TempPathFactory, records: list[ArticleFacts]
) -> None:
    path = write(tmp_path_factory.mktemp("out") / "facts.jsonl", *records, with_text=True)
    stored = [ArticleFacts.model_validate_json(line) for line in path.read_bytes().splitlines()]
    assert [without_day(facts) for facts in stored] == [without_day(facts) for facts in records]


def test_writers_gzip_holds_the_same_lines(tmp_path: Path) -> None:
    plain = write(tmp_path / "facts.jsonl", FACTS, EMPTY)
    packed = write(tmp_path / "facts.jsonl.gz", FACTS, EMPTY)
    assert gzip.decompress(packed.read_bytes()) == plain.read_bytes()


@pytest.mark.parametrize("records", [[], [FACTS], [FACTS, EMPTY]])
def test_writers_json_is_one_array(tmp_path: Path, records: list[ArticleFacts]) -> None:
    array = json.loads(write(tmp_path / "facts.json", *records).read_bytes())
    assert array == [json.loads(record_json(facts)) for facts in records]


@pytest.mark.parametrize("with_text", [True, False])
@pytest.mark.parametrize("ending", [".jsonl", ".json", ".csv"])
def test_writers_text_only_if_asked(tmp_path: Path, ending: str, with_text: bool) -> None:
    path = write(tmp_path / f"facts{ending}", FACTS, with_text=with_text)
    assert (TEXT in path.read_text("utf-8")) is with_text


@pytest.mark.parametrize("ending", FILE_ENDINGS)
def test_writers_bytes_are_stable(tmp_path: Path, ending: str) -> None:
    first = write(tmp_path / f"a{ending}", FACTS, EMPTY).read_bytes()
    assert write(tmp_path / f"b{ending}", FACTS, EMPTY).read_bytes() == first


@pytest.mark.parametrize("ending", FILE_ENDINGS)
def test_writers_error_leaves_the_old_file(tmp_path: Path, ending: str) -> None:
    path = tmp_path / f"facts{ending}"
    path.write_bytes(b"old")
    with pytest.raises(KeyboardInterrupt):
        interrupted(path, FACTS)
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize(
    "make", [lambda path: path.mkdir(), lambda path: path.parent.rmdir()], ids=["folder", "orphan"]
)
def test_writers_refuse_a_bad_place_at_once(
    tmp_path: Path, ending: str, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "sub" / f"facts{ending}"
    path.parent.mkdir()
    make(path)
    with pytest.raises(OSError, match="folder"), open_writer(path):
        pytest.fail("opened")


def test_writers_keep_a_symbolic_link(tmp_path: Path) -> None:
    link = tmp_path / "latest.jsonl"
    link.symlink_to(tmp_path / "today.jsonl")
    write(link, FACTS)
    assert link.is_symlink()
    assert len(lines(tmp_path / "today.jsonl")) == 1


def csv_rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_writers_csv_one_row_a_spacewalk(tmp_path: Path) -> None:
    planned, done = csv_rows(write(tmp_path / "facts.csv", FACTS, EMPTY))
    assert planned == {
        "article_id": "station-2021-02-01",
        "title": "Walk & <talk>",
        "url": "https://example.org/walk?a=1&b=2",
        "published": "2021-01-31",
        "spacewalk_id": "station-2021-02-01-1",
        "primary": "true",
        "status": "planned",
        "date": "2021-02-01",
        "date_basis": "published",
        "start_time": "07:05-05:00",
        "end_time": "",
        "crew": "Ana Example; Bo Muster",
        "duration_planned": "390",
        "duration_actual": "",
        "airlock": "Quest",
        "tasks": "install a camera | route cables",
        "ordinals": "233 station",
        "designation": "",
    }
    assert (done["date"], done["duration_actual"]) == ("XXXX-01-27", "416")


@pytest.mark.parametrize(
    ("title", "cell"),
    [
        ('=HYPERLINK("x")', '\'=HYPERLINK("x")'),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("-1+1", "'-1+1"),
        ("\tx", "'\tx"),
        ("a = b", "a = b"),
    ],
)
def test_writers_csv_has_no_formulas(tmp_path: Path, title: str, cell: str) -> None:
    article = FACTS.article.model_copy(update={"title": title})
    facts = FACTS.model_copy(update={"article": article})
    assert csv_rows(write(tmp_path / "facts.csv", facts))[0]["title"] == cell


def test_writers_parquet_holds_the_records(tmp_path: Path) -> None:
    rows = pq.read_table(write(tmp_path / "facts.parquet", FACTS, EMPTY, FACTS)).to_pylist()
    assert len(rows) == 4
    expected = [walk.model_dump(mode="json") for walk in FACTS.spacewalks]
    assert [{key: row[key] for key in expected[0]} for row in rows[:2]] == expected
    assert str(rows[0]["day"]) == "2021-02-01"
    assert rows[1]["day"] is None
    assert rows[0]["article_published"] == "2021-01-31"


@pytest.mark.parametrize("with_text", [True, False])
def test_writers_parquet_text_only_if_asked(tmp_path: Path, with_text: bool) -> None:
    table = pq.read_table(write(tmp_path / "facts.parquet", FACTS, with_text=with_text))
    assert ("article_text" in table.column_names) is with_text


def test_writers_parquet_missing_extra_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    monkeypatch.delitem(sys.modules, "evafacts.writers.parquet", raising=False)
    with pytest.raises(MissingExtra, match=r'pip install "evafacts\[parquet\]"'):
        open_writer(tmp_path / "facts.parquet")
