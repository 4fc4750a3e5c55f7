"""The words by which news speaks of a spacewalk (``data/cues.toml``)."""

import re
import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from evafacts.knowledge.work import inflect


@dataclass(frozen=True, slots=True)
class Cues:
    """Compiled patterns, each without regard to case.

    ``exit_verbs`` has every form of the verbs of leaving.
    """

    spacewalk: re.Pattern[str]
    weak: re.Pattern[str]
    trade: frozenset[str]
    place_of_exit: re.Pattern[str]
    exit_phrases: re.Pattern[str]
    exit_verbs: frozenset[str]
    signals: re.Pattern[str]
    context: re.Pattern[str]
    unreal: re.Pattern[str]
    unreal_near: re.Pattern[str]
    crew: frozenset[str]
    business: frozenset[str]
    lives: frozenset[str]


@lru_cache(maxsize=1)
def cues() -> Cues:
    """Load and compile the cues."""
    path = files("evafacts.knowledge") / "data" / "cues.toml"
    data = tomllib.loads(path.read_text("utf-8"))
    return Cues(
        spacewalk=_any(data["spacewalk"]["strong"]),
        weak=_any(data["spacewalk"]["weak"]),
        trade=frozenset(data["spacewalk"]["trade"]),
        place_of_exit=_any(data["exit"]["outside"]),
        exit_phrases=_any(data["exit"]["phrases"]),
        signals=_any(data["signals"]["words"]),
        context=_any(data["signals"]["context"]),
        exit_verbs=_forms(data["exit"]["verbs"], data["exit"]["irregular"]),
        unreal=_any(data["unreal"]["words"]),
        unreal_near=_any(data["unreal"]["near"]),
        crew=frozenset(data["about"]["crew"]),
        business=frozenset(data["about"]["business"]),
        lives=frozenset(data["about"]["lives"]),
    )


def _forms(verbs: list[str], irregular: dict[str, list[str]]) -> frozenset[str]:
    """Every form of the verbs of leaving."""
    forms: set[str] = set()
    for verb in verbs:
        others = irregular.get(verb)
        forms |= {verb, *others} if others else set(inflect(verb))
    return frozenset(forms)


def _any(patterns: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(patterns)})\b", re.I)
