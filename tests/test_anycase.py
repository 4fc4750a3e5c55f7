import re

import pytest

from evafacts.mentions.anycase import AnyCase

TEXTS = [
    "The EVA began at DAWN",
    "eva-2\nand Eva 3",
    "U.S. astronauts",
    "Wet Naßau",
    "",
    "No \\W here",
]


@pytest.mark.parametrize(
    "pattern",
    [
        r"\b(?:EVA|walk)\W*\d?",
        r"(?<!\w)[A-Z]\.S\.",
        r"\S+\s+(?:At|BEGAN)\b",
        r"(?P<Name>d[Aa]wn)$",
        r"(?-i:Eva)\s\D?\d",
        r"[^A-Z\s]",
        r"^the\b",
        r"ASS",
    ],
)
@pytest.mark.parametrize("text", TEXTS)
def test_anycase_finds_what_the_engine_finds(pattern: str, text: str) -> None:
    loose, exact = AnyCase(pattern), re.compile(pattern, re.I)
    assert [m.span() for m in loose.finditer(text)] == [m.span() for m in exact.finditer(text)]
    for method in ("search", "match", "fullmatch"):
        found, expected = getattr(loose, method)(text), getattr(exact, method)(text)
        assert (found and found.span()) == (expected and expected.span())
        assert (found and found.groupdict()) == (expected and expected.groupdict())
