"""Patterns without regard to case, at the price of those with regard to it.

Told to ignore case, the engine enters every alternative at every place; told not to, it passes over
all that begin with another letter. So a text is tried in small letters first, and only where that
finds something does the engine look again for the match itself.
"""

import re
from collections.abc import Iterator

_CAPITAL = re.compile(r"(\\.|\(\?P(?:<\w+>|=\w+))|[A-Z]", re.S)


class AnyCase:
    """A compiled pattern that ignores case, with the methods of ``re.Pattern`` that are in use.

    Attributes:
        plain: the pattern in small letters, for a text in small letters.
    """

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern
        self.plain = re.compile(_CAPITAL.sub(lambda found: found[1] or found[0].lower(), pattern))
        self._exact = re.compile(pattern, re.I)

    def search(self, text: str) -> re.Match[str] | None:
        """Find the first match."""
        return self._exact.search(text) if self.plain.search(text.lower()) else None

    def match(self, text: str) -> re.Match[str] | None:
        """Match from the beginning on."""
        return self._exact.match(text) if self.plain.match(text.lower()) else None

    def fullmatch(self, text: str) -> re.Match[str] | None:
        """Match from the beginning to the end."""
        return self._exact.fullmatch(text) if self.plain.fullmatch(text.lower()) else None

    def finditer(self, text: str) -> Iterator[re.Match[str]]:
        """Find every match."""
        return self._exact.finditer(text) if self.plain.search(text.lower()) else iter(())
