"""What holds for any input, tried on generated ones."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from evafacts.articles import Reject, read
from evafacts.articles.fragments import strip_fragments
from evafacts.records import Article

PLAIN = st.text(st.characters(codec="utf-8", exclude_characters="<&"))
PIECES = st.sampled_from(
    [
        *(
            "<p>",
            "</p>",
            "<br>",
            "<b>",
            "</b>",
            "<script>",
            "</script>",
            "<!--",
            "-->",
            "<a href='x'>",
        ),
        *("&amp;", "&lt;", "&#39;", " ", "\n", "\n\n", "word", "<", ">", '"', "<name>", "\u2019"),
    ]
)
BEGINNINGS = st.sampled_from(
    [b"", b"---\n", b"{", b"[", b'{"text": "', b"<html>", b"\xff\xfe", b"\xfe\xff", b"\x1f\x8b"]
)


@given(PLAIN)
def test_fragments_text_without_markup_is_itself(text: str) -> None:
    assert strip_fragments(text) == text


@given(st.lists(PIECES).map("".join))
def test_fragments_words_are_never_lost_outside_markup(text: str) -> None:
    kept = strip_fragments(text + "<br>end")
    assert kept.endswith("end")
    assert "\r" not in kept


@pytest.mark.parametrize("name", ["a.txt", "a.html", "a.json", "a.jsonl", "a"])
def test_reading_any_bytes_give_articles_or_rejects(
    name: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path: Path = tmp_path_factory.mktemp("any") / name

    @given(BEGINNINGS, st.binary(max_size=200))
    def check(beginning: bytes, rest: bytes) -> None:
        path.write_bytes(beginning + rest)
        items = list(read([path]))
        assert items
        for item in items:
            assert isinstance(item, Article | Reject)
            if isinstance(item, Article):
                assert item.text
                item.model_dump_json().encode()

    check()
