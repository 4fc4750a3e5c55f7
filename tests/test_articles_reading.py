import datetime as dt
import gzip
import io
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from evafacts.articles import MAX_BYTES, Reject, read
from evafacts.records import Article

Put = Callable[[str, str | bytes], Path]


@pytest.fixture
def put(tmp_path: Path) -> Put:
    """Write a file below the test's folder, and give its path."""

    def write(name: str, content: str | bytes) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def read_one(path: Path | str, *, max_bytes: int = MAX_BYTES) -> Any:
    (item,) = read([path], max_bytes=max_bytes)
    return item


def read_all(*paths: Path) -> list[Any]:
    return list(read(paths))


def ids(items: Iterable[Article | Reject]) -> list[str]:
    return [item.id if isinstance(item, Article) else str(item) for item in items]


def test_reading_plain_text_keeps_every_character(put: Put) -> None:
    text = "  A < B & C.\n\n\u201cOut\u201d\xa0they go.\n"
    article = read_one(put("walk.one.txt", text))
    assert (article.text, article.id) == (text, "walk.one")
    assert article.source.endswith("walk.one.txt")


def test_reading_line_ends_and_byte_order_mark_are_normalised(put: Put) -> None:
    assert read_one(put("a.txt", b"\xef\xbb\xbfone\r\ntwo\rthree")).text == "one\ntwo\nthree"


def test_reading_front_matter(put: Put) -> None:
    matter = "id: 007\ntitle: 'Out: they go'\nurl: null\npublished: Jan. 31, 2021\nmood: good"
    article = read_one(put("a.txt", f"---\n{matter}\n---\n\nText.\n---\nMore.\n"))
    assert (article.id, article.title, article.url) == ("007", "Out: they go", None)
    assert article.published == dt.date(2021, 1, 31)
    assert article.text == "Text.\n---\nMore.\n"


def test_reading_front_matter_before_a_page(put: Put) -> None:
    page = "<html><head><title>Theirs</title></head><body><p>Seen</p></body></html>"
    article = read_one(put("a.md", f"---\ntitle: Mine\n---\n{page}"))
    assert (article.title, article.text) == ("Mine", "Seen")


def test_reading_dashes_are_not_always_front_matter(put: Put) -> None:
    text = "---\nA story begins with a rule."
    assert read_one(put("a.txt", text)).text == text


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ("---\ntitle: Out: they go\n---\nText", 2, "front matter"),
        ("---\ntitle: never closed\nText", 1, "no closing line"),
        ("---\nno keys here\n---\nText", 1, "key: value"),
        ("---\npublished: someday\n---\nText", None, "published cannot be read: 'someday'"),
        ("---\ntitle: [a, b]\n---\nText", None, "title must be text"),
        ("---\ntitle: nothing below\n---\n\n", None, "empty"),
        ("", None, "empty"),
        (" \n\n", None, "empty"),
        ("a\0b", None, "NUL"),
        (b"\x89PNG\r\n\x1a\n\0", None, "binary file"),
        (gzip.compress(b"text" * 100, mtime=0)[:-6], None, "end-of-stream"),
    ],
)
def test_reading_bad_file_is_named_and_the_rest_is_read(
    put: Put, text: str | bytes, line: int | None, reason: str
) -> None:
    bad, good = put("bad.txt", text), put("good.txt", "Good.")
    first, second = read_all(bad, good)
    assert isinstance(first, Reject)
    assert (first.source, first.position) == (str(bad), line)
    assert reason in first.reason
    assert second.text == "Good."


@pytest.mark.parametrize("name", ["page.html", "page.htm", "page.txt", "page", "page.HTML"])
def test_reading_page_is_told_by_content(put: Put, name: str) -> None:
    assert read_one(put(name, "<!doctype html><title>T</title><p>Seen</p>")).text == "Seen"


def test_reading_html_ending_is_enough(put: Put) -> None:
    assert read_one(put("a.html", "<div><p>one</p><p>two</p></div>")).text == "one\n\ntwo"


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt", "a.json", "a.jsonl.gz"])
def test_reading_json_lines_are_told_by_content(put: Put, name: str) -> None:
    lines = '{"id": 5, "text": "R&amp;D"}\n\n{"html": "<p>one<p>two", "published": "2021-01-31"}\n'
    content = gzip.compress(lines.encode()) if name.endswith(".gz") else lines
    first, second = read_all(put(name, content))
    assert (first.id, first.text) == ("5", "R&D")
    assert (second.id, second.text) == ("a-3", "one\n\ntwo")
    assert second.published == dt.date(2021, 1, 31)
    assert second.source.endswith(f"{name}:3")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"id": broken}', "not JSON: Expecting value at column 8"),
        ("[1]", "not a JSON object"),
        ('{"id": "x"}', "neither a field text nor a field html"),
        ('{"text": 5}', "the field text must be text"),
        ('{"text": "a", "title": ["b"]}', "the field title must be text"),
        ('{"text": "a", "published": "soon"}', "published cannot be read"),
        ('{"text": "a\\u0000b"}', "NUL"),
        ('{"html": "<p>a\\u0000b"}', "NUL"),
        ('{"text": "\\ud800"}', "surrogate"),
        ("[" * 100_000, "not JSON that can be read"),
    ],
)
@pytest.mark.parametrize("number", [1, 2])
def test_reading_bad_line_is_named_and_the_rest_is_read(
    put: Put, line: str, reason: str, number: int
) -> None:
    lines = ['{"text": "good"}', '{"text": "good too"}']
    lines.insert(number - 1, line)
    path = put("a.jsonl", "\n".join(lines))
    items = list(read([path]))
    assert [item.text for item in items if isinstance(item, Article)] == ["good", "good too"]
    (reject,) = (item for item in items if isinstance(item, Reject))
    assert (reject.source, reject.position) == (str(path), number)
    assert reason in reject.reason


def test_reading_json_object_and_array(put: Put) -> None:
    first = put("a.json", json.dumps({"text": "one"}, indent=1))
    second = put("b.json", json.dumps([{"text": "two"}, {"id": "c"}, {"id": "d", "text": "three"}]))
    items = list(read([first, second]))
    assert ids(items)[:2] + ids(items)[3:] == ["a", "b-1", "d"]
    assert items[2].source == f"{second}[2]"


def test_reading_broken_json_names_the_line(put: Put) -> None:
    reject = read_one(put("a.json", '{\n "text": "x",\n}'))
    assert (reject.position, reject.reason[:8]) == (3, "not JSON")


@pytest.mark.parametrize("text", ["[Photo] Out they go.", "{curly} words", "[1, 2]", "[" * 100_000])
def test_reading_brackets_alone_are_not_json(put: Put, text: str) -> None:
    assert read_one(put("a.txt", text)).text == text


def test_reading_utf16_json_lines(put: Put) -> None:
    lines = '{"text": "one"}\n{"text": "two"}\n'
    assert ids(read([put("a.jsonl", lines.encode("utf-16"))])) == ["a-1", "a-2"]


def test_reading_size_limit_is_a_reject_not_a_cut(put: Put) -> None:
    reject = read_one(put("a.txt", "x" * 1001), max_bytes=1000)
    assert "larger than the limit of 1,000 bytes" in reject.reason
    assert read_one(put("b.txt", "x" * 1000), max_bytes=1000).text == "x" * 1000


def test_reading_size_limit_holds_for_a_line_not_for_the_archive(put: Put) -> None:
    long = json.dumps({"text": "x" * 5000})
    lines = [json.dumps({"text": "y" * 600}), long, json.dumps({"text": "z" * 600})]
    items = list(read([put("a.jsonl", "\n".join(lines))], max_bytes=1000))
    assert [getattr(item, "position", None) for item in items] == [None, 2, None]


def test_reading_twenty_megabytes(put: Put) -> None:
    text = "The crew went out on Monday. " * 700_000
    assert len(read_one(put("big.txt", text)).text) == len(text) > 20_000_000


def test_reading_second_article_with_an_id_is_a_reject_that_names_both(put: Put) -> None:
    first, second = put("a/walk.txt", "one"), put("b/walk.txt", "two")
    article, reject = read_all(first, second)
    assert article.id == "walk"
    assert reject.source == str(second)
    assert f"'walk' is taken already, by {first}" in reject.reason


def test_reading_duplicate_line_names_its_line(put: Put) -> None:
    path = put("a.jsonl", '{"id": "x", "text": "a"}\n{"id": "x", "text": "b"}\n')
    _, reject = read([path])
    assert str(reject) == f"{path}:2: the id 'x' is taken already, by {path}:1"


def test_reading_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Out they go.")))
    article = read_one("-")
    assert (article.id, article.source, article.text) == ("stdin", "-", "Out they go.")


def test_walk_folder_is_read_in_order_without_what_is_no_article(put: Put, tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/deep/c", ".hidden", ".git/d.txt", "README.md", "x.css"):
        put(name, name)
    put("LICENSE", "x")
    out = put("facts.jsonl", "{}")
    put("facts.jsonl.rejects.jsonl", "{}")
    assert ids(read([tmp_path], exclude=[out])) == ["a", "b", "c"]


def test_walk_file_that_is_named_is_always_read(put: Put) -> None:
    assert read_one(put("README.md", "Out they go.")).id == "README"


def test_walk_missing_path_and_empty_folder_are_named(put: Put, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    items = list(read([tmp_path / "nowhere.txt", tmp_path / "empty", put("a.txt", "text")]))
    assert ids(items) == [
        f"{tmp_path}/nowhere.txt: no such file or folder",
        f"{tmp_path}/empty: the folder holds no articles",
        "a",
    ]


def test_walk_survives_links_in_a_circle_broken_links_and_pipes(put: Put, tmp_path: Path) -> None:
    put("a.txt", "text")
    (tmp_path / "circle").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere")
    os.mkfifo(tmp_path / "pipe")
    assert ids(read([tmp_path])) == [
        "a",
        f"{tmp_path}/gone.txt: no such file or directory",
        f"{tmp_path}/pipe: not a regular file",
    ]
