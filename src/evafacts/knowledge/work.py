"""The verbs and nouns of extravehicular work (``data/work.toml``), with every form of each verb."""

import tomllib
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb of work.

    ``forms`` is the set of what it can be: ``base``, ``third``, ``gerund``, ``past``, ``participle``;
    ``strength`` is ``strong``, ``weak`` or ``light``.
    """

    lemma: str
    forms: frozenset[str]
    strength: str


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of work: forms of verbs, nouns of action (to lemma), and word lists."""

    verbs: dict[str, VerbForm]
    nouns: dict[str, str]
    particles: frozenset[str]
    purpose: frozenset[str]
    vague: frozenset[str]
    objects: frozenset[str]


def inflect(lemma: str, irregular: tuple[str, ...] | None = None) -> dict[str, set[str]]:
    """Every form of a verb with what it can be; regular unless ``irregular`` gives the four others.

    >>> sorted(inflect("relocate"))
    ['relocate', 'relocated', 'relocates', 'relocating']
    """
    third, gerund, past, participle = irregular or IRREGULAR.get(lemma) or _regular(lemma)
    forms: dict[str, set[str]] = {}
    for form, name in (
        (lemma, "base"),
        (third, "third"),
        (gerund, "gerund"),
        (past, "past"),
        (participle, "participle"),
    ):
        forms.setdefault(form, set()).add(name)
    return forms


def _regular(lemma: str) -> tuple[str, str, str, str]:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        stem, third = lemma[:-1] + "i", lemma[:-1] + "ies"
        return third, lemma + "ing", stem + "ed", stem + "ed"
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if lemma.endswith("e") and not lemma.endswith(("ee", "oe")):
        past = lemma + "d"
        return third, lemma[:-1] + "ing", past, past
    if (
        len(lemma) <= 4
        and lemma[-1] not in _VOWELS + "wxyh"
        and lemma[-2] in _VOWELS
        and (len(lemma) < 3 or lemma[-3] not in _VOWELS)
    ):
        doubled = lemma + lemma[-1]
        return third, doubled + "ing", doubled + "ed", doubled + "ed"
    return third, lemma + "ing", lemma + "ed", lemma + "ed"


def _data() -> dict[str, Any]:
    path = files("evafacts.knowledge") / "data" / "work.toml"
    return tomllib.loads(path.read_text("utf-8"))


IRREGULAR: dict[str, tuple[str, str, str, str]] = {
    lemma: (forms[0], forms[1], forms[2], forms[3]) for lemma, forms in _data()["irregular"].items()
}


@lru_cache(maxsize=1)
def work() -> Work:
    """Load the vocabulary of work."""
    data = _data()
    verbs: dict[str, VerbForm] = {}
    nouns: dict[str, str] = {}
    for section, strength in (
        ("light_verbs", "light"),
        ("weak_verbs", "weak"),
        ("verbs", "strong"),
    ):
        for lemma, actions in data[section].items():
            for form, kinds in inflect(lemma).items():
                verbs[form] = VerbForm(lemma, frozenset(kinds), strength)
            nouns |= {noun: lemma for noun in actions}
    return Work(
        verbs=verbs,
        nouns=nouns,
        particles=frozenset(data["particles"]["words"]),
        purpose=frozenset(data["purpose"]["words"]),
        vague=frozenset(data["vague"]["words"]),
        objects=frozenset(data["objects"]["words"]),
    )
