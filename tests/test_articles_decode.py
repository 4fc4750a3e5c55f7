import codecs

import pytest

from evafacts.articles.decode import decode
from evafacts.articles.source import ArticleError

ENGLISH = "The crew\u2019s walk \u2013 \u201ca caf\u00e9 in space\u201d \u2013 took six hours."
RUSSIAN = "Космонавты вышли в космос в среду. "


@pytest.mark.parametrize(
    "data",
    [
        ENGLISH.encode(),
        codecs.BOM_UTF8 + ENGLISH.encode(),
        ENGLISH.encode("utf-16"),
        codecs.BOM_UTF16_BE + ENGLISH.encode("utf-16-be"),
        ENGLISH.encode("utf-32"),
        ENGLISH.encode("utf-16-le"),
        ENGLISH.encode("utf-16-be"),
        ENGLISH.encode("cp1252"),
    ],
    ids=["utf8", "utf8-bom", "utf16", "utf16be-bom", "utf32", "utf16le", "utf16be", "cp1252"],
)
def test_decode_english_in_any_encoding(data: bytes) -> None:
    assert decode(data) == ENGLISH


def test_decode_short_windows_text() -> None:
    assert decode(b"It\x92s short.") == "It\u2019s short."


def test_decode_other_script_by_its_looks() -> None:
    assert decode((RUSSIAN * 20).encode("cp1251")) == RUSSIAN * 20


@pytest.mark.parametrize("declaration", ['<meta charset="iso-8859-2">', "<meta charset=latin2>"])
def test_decode_respects_what_a_page_declares(declaration: str) -> None:
    page = f"<html>{declaration}<p>\u0141\u00f3d\u017a</p>"
    assert decode(page.encode("iso-8859-2")) == page


def test_decode_utf8_page_that_declares_something_else() -> None:
    page = '<html><meta charset="iso-8859-1"><p>caf\u00e9</p>'
    assert decode(page.encode()) == page


def test_decode_shows_a_damaged_byte_and_keeps_the_rest() -> None:
    data = (ENGLISH * 5).encode() + b" end\xe2\x80"
    assert decode(data) == ENGLISH * 5 + " end\N{REPLACEMENT CHARACTER}"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "PNG"),
        (b"PK\x03\x04\x14\0", "zip"),
        (b"%PDF-1.4\nxx", "PDF"),
        (b"text with\0 a NUL", "NUL bytes, the first at byte 9"),
        (bytes(range(1, 256)) * 4, "binary"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x41", "mark of utf-16-le"),
    ],
)
def test_decode_refuses_what_is_no_text(data: bytes, reason: str) -> None:
    with pytest.raises(ArticleError, match=reason):
        decode(data)
