"""What was UTF-8 and was read as Windows-1252 is read right; real text stays as it is."""

import pytest

from evafacts.articles.mojibake import repair


@pytest.mark.parametrize(
    "text",
    [
        "5\u00bd hours",
        "NASA\u2019s",
        "it was \u2014 how?",
        "caf\u00e9",
        "S\u00e3o Paulo",
        "21\u00a0C",
        "\u201cQuest\u201d",
    ],
)
def test_mojibake_is_repaired(text: str) -> None:
    broken = b"".join(bytes([byte]) for byte in text.encode()).decode("cp1252", "surrogateescape")
    broken = "".join(chr(ord(c) - 0xDC00) if "\udc80" <= c <= "\udcff" else c for c in broken)
    assert repair(broken) == text


@pytest.mark.parametrize(
    "text", ["S\u00c3O PAULO", "\u00c2ge", "ch\u00e2teau", "CAF\u00c9\u00bb", "5 \u20ac", "plain"]
)
def test_mojibake_leaves_real_text(text: str) -> None:
    assert repair(text) == text
