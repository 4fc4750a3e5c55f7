"""Places of work: modules, truss segments, arms, platforms, telescopes."""

from functools import lru_cache

from evafacts.knowledge import Place, places
from evafacts.mentions.phrases import Phrases
from evafacts.mentions.values import value


@value
class PlaceMention:
    """A place by its canonical ``name``, with its ``kind`` (``module``, ``truss``, …)."""

    start: int
    end: int
    name: str
    kind: str


@lru_cache(maxsize=1)
def _phrases() -> Phrases[Place]:
    return Phrases({alias: place for place in reversed(places()) for alias in place.aliases})


def find_places(text: str) -> list[PlaceMention]:
    """Find the places that ``text`` names, the longest at each point."""
    return [
        PlaceMention(start, end, place.name, place.kind)
        for start, end, place in _phrases().find(text)
    ]
