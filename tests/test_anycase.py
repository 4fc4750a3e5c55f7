import re

import pytest

from evafacts.mentions.anycase import AnyCase, begins_word

TEXTS = [
    "The EVA began at DAWN",
    "eva-2\nand Eva 3",
    "U.S. astronauts",
    "Wet Naßau",
    "",
    "No \\W here",
    "élan(eva) re-EVA",
    "they'll go'",
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
        r"\b(?:'ll|will)\b",
        r"\beva\b|\bo'?\w*$",
        r"\b(?<!re-)(?:e[vl]\w*\W*|[a-z]\b)",
        r"\b(?:^eva|dawn)",
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


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"\b(?:went|left)\s+out", True),
        (r"\b(?:an?\s+)?(?<!x)[a-z0-9]\w*", True),
        (r"\bone|\btwo", True),
        (r"went", False),
        (r"\b(?:'ll|will)", False),
        (r"\b(?:an?)?['x]", False),
        (r"\b(?:\s|x)", False),
        (r"\b.x", False),
        (r"\b(?:^a|b)", False),
        (r"\b", False),
    ],
)
def test_anycase_knows_patterns_that_begin_with_a_letter(pattern: str, expected: bool) -> None:
    assert begins_word(pattern) is expected
