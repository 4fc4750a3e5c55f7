"""People whom the roster does not hold are found nearly as well as those whom it does."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from pathlib import Path
from zlib import crc32

import pytest

from evafacts.articles import read
from evafacts.assembly.article import read_article
from evafacts.knowledge import aliases, by_key, people, surnames
from evafacts.mentions import people as finder
from evafacts.records import Article, ArticleFacts
from evafacts.scoring.gold import read_gold
from evafacts.scoring.tally import score

ROOT = Path(__file__).parents[1]
ROSTER = sys.modules["evafacts.knowledge.people"]
WORST_FALL = 0.05
"""How far F1 of the crew may fall when every second person is taken off the roster."""


def _forget() -> None:
    for cached in (by_key, aliases, surnames, finder._alias_heads):
        cached.cache_clear()


@contextmanager
def _masked(half: int) -> Iterator[None]:
    """Take every person of one half off the roster, as their keys fall."""
    kept = tuple(p for p in people() if crc32(p.key.encode()) % 2 != half)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(ROSTER, "people", lambda: kept)
        _forget()
        yield
    _forget()


def _facts() -> list[ArticleFacts]:
    return [read_article(a) for a in read([ROOT / "corpus"]) if isinstance(a, Article)]


def _crew_f1(found: list[ArticleFacts]) -> float:
    gold = {file.id: file.gold for file in read_gold(ROOT / "gold") if file.gold is not None}
    value = score(gold, found).value("crew")
    assert value is not None
    return value


@lru_cache(maxsize=1)
def _unmasked() -> float:
    return _crew_f1(_facts())


@pytest.mark.parametrize("half", [0, 1])
def test_people_crew_holds_without_half_of_the_roster(half: int) -> None:
    with _masked(half):
        found = _facts()
        assert len(by_key()) < 0.6 * len(people())
    assert _unmasked() - _crew_f1(found) < WORST_FALL


def test_people_masking_is_undone() -> None:
    with _masked(0):
        pass
    assert len(by_key()) == len(people())
