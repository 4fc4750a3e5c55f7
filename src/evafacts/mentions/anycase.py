"""Patterns without regard to case, at the price of those with regard to it.

Told to ignore case, the engine enters every alternative at every place; told not to, it passes over
all that begin with another letter. So a text is searched in small letters, and the match itself is
made only where that has found one.

A pattern that begins at a word's boundary would still be tried at every letter. It is tried behind
what stands before a word: so the engine passes over the letters within words at full speed.
"""

import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from evafacts.mentions.once import once

_CAPITAL = re.compile(r"(\\.|\(\?P(?:<\w+>|=\w+))|[A-Z]", re.S)
_CASE_MATTERS = "(?-i"
_NO_LETTER = "[^0-9_a-z]"
"""What stands before a word in small letters; other letters are left to the boundary behind it."""


class AnyCase:
    """A pattern that ignores case, with the methods of ``re.Pattern`` that are in use.

    What it needs of itself is compiled on first use: most patterns need one form, and many none.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self._small = _CAPITAL.sub(lambda found: found[1] or found[0].lower(), pattern)
        self._same_places = _CASE_MATTERS not in pattern

    @once
    def plain(self) -> re.Pattern[str]:
        """The pattern in small letters, for a text in small letters."""
        return re.compile(self._small)

    @once
    def _exact(self) -> re.Pattern[str]:
        return re.compile(self.pattern, re.I)

    @once
    def _behind(self) -> re.Pattern[str] | None:
        """The plain pattern with what stands before a word; None where it begins with no word."""
        return re.compile(f"{_NO_LETTER}(?:{self._small})") if begins_word(self._small) else None

    def first(self, lower: str) -> int:
        """Give where the first match in a text in small letters begins, -1 where there is none."""
        if self._behind is None:
            found = self.plain.search(lower)
        else:  # with a space before it, a match begins where its word does without
            found = self._behind.search(" " + lower)
        return -1 if found is None else found.start()

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match."""
        lower = text.lower()
        start = self.first(lower)
        if start < 0:
            return None
        if self._same_places and len(lower) == len(text):
            return self._exact.match(text, start)
        return self._exact.search(text)

    def match(self, text: str) -> re.Match[str] | None:
        """Match from the beginning on."""
        return self._exact.match(text) if self.plain.match(text.lower()) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match from the beginning to the end."""
        return self._exact.fullmatch(text) if self.plain.fullmatch(text.lower()) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find every match."""
        lower = text.lower()
        if not self._same_places or len(lower) != len(text):
            if self.first(lower) >= 0:
                yield from self._exact.finditer(text)
            return
        for found in self.plain.finditer(lower):
            match = self._exact.match(text, found.start())
            if match is not None:
                yield match


def begins_word(pattern: str) -> bool:
    r"""Say whether each match of a pattern begins with a word's first letter, by its own words.

    >>> begins_word(r"\b(?:went|left)\s+out"), begins_word(r"\b(?:'ll|will)\s+go")
    (True, False)
    """
    if not pattern.startswith(r"\b"):
        return False
    items = list(_parser.parse(pattern))
    return "AT_BEGINNING" not in repr(items) and _begins(items)


def _begins(items: list[Any]) -> bool:
    """Whether all that a sequence can begin with are letters; in doubt they are not."""
    if not items:
        return False
    (operation, argument), rest = items[0], items[1:]
    name = str(operation)
    if name == "LITERAL":
        return _is_letter(argument)
    if name == "IN":
        return all(_has_letters(str(kind), value) for kind, value in argument)
    if name in ("AT", "ASSERT", "ASSERT_NOT"):
        return _begins(rest)
    if name == "SUBPATTERN":
        return _begins([*argument[-1], *rest])
    if name == "BRANCH":
        return all(_begins([*branch, *rest]) for branch in argument[1])
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        return _begins(list(argument[2])) and bool(argument[0] or _begins(rest))
    return False


def _has_letters(kind: str, value: Any) -> bool:
    if kind == "RANGE":
        return all(map(_is_letter, range(value[0], value[1] + 1)))
    if kind == "CATEGORY":
        return str(value) in ("CATEGORY_WORD", "CATEGORY_DIGIT")
    return kind == "LITERAL" and _is_letter(value)


def _is_letter(code: int) -> bool:
    return chr(code).isalnum() or chr(code) == "_"
