"""Places of work: modules, truss segments, arms, platforms, telescopes."""

import re
from dataclasses import dataclass
from functools import lru_cache

from evafacts.knowledge import places
from evafacts.mentions.phrases import phrase_pattern


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """A place by its canonical ``name``, with its ``kind`` (``module``, ``truss``, …)."""

    start: int
    end: int
    name: str
    kind: str


@lru_cache(maxsize=1)
def _tables() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    table = {_key(alias): (p.name, p.kind) for p in reversed(places()) for alias in p.aliases}
    return phrase_pattern({alias for p in places() for alias in p.aliases}), table


def _key(phrase: str) -> str:
    return " ".join(phrase.replace("’", "'").split())


def find_places(text: str) -> list[PlaceMention]:
    """Find the places that ``text`` names, the longest at each point."""
    pattern, table = _tables()
    return [
        PlaceMention(m.start(), m.end(), *table[_key(m[0])])
        for m in pattern.finditer(text)
        if _key(m[0]) in table
    ]
