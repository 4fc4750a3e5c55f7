"""Patterns without regard to case, at the price of those with regard to it.

Told to ignore case, the engine enters every alternative at every place; told not to, it passes over
all that begin with another letter. So a text is searched in small letters, and the match itself is
made only where that has found one.
"""

import re
from collections.abc import Iterator

_CAPITAL = re.compile(r"(\\.|\(\?P(?:<\w+>|=\w+))|[A-Z]", re.S)
_CASE_MATTERS = "(?-i"


class AnyCase:
    """A compiled pattern that ignores case, with the methods of ``re.Pattern`` that are in use.

    Attributes:
        plain: the pattern in small letters, for a text in small letters.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.plain = re.compile(_CAPITAL.sub(lambda found: found[1] or found[0].lower(), pattern))
        self._exact = re.compile(pattern, re.I)
        self._same_places = _CASE_MATTERS not in pattern

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match."""
        lower = text.lower()
        found = self.plain.search(lower)
        if found is None:
            return None
        if self._same_places and len(lower) == len(text):
            return self._exact.match(text, found.start())
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
            yield from self._exact.finditer(text)
            return
        for found in self.plain.finditer(lower):
            match = self._exact.match(text, found.start())
            if match is not None:
                yield match
