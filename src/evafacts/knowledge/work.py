"""The verbs and nouns of extravehicular work (``data/work.toml``), with every form of each verb."""

import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

_VOWELS = "aeiou"
_PAST = frozenset(("past",))
_PREFIXES = ("re-", "un-", "re", "un", "de-", "pre-")


@dataclass(frozen=True, slots=True)
class VerbForm:
    """A form of a verb of work.

    ``forms`` is what it can be: ``base``, ``third``, ``gerund``, ``past``, ``participle``;
    ``strength`` is ``strong``, ``weak``, ``light`` or, for a verb that is not listed, ``open``.
    """

    lemma: str
    forms: frozenset[str]
    strength: str


@dataclass(frozen=True, slots=True)
class Work:
    """What is known of work: forms of verbs, nouns of action (to lemma), and word lists.

    ``objects`` holds hardware in the singular and the plural, ``wholes`` what is too large for one
    item, ``personal`` what the crew wear and go through; ``qualities`` what of a thing is tested;
    ``remote`` what the ground may do as well; ``past`` the past forms of verbs that are never work;
    ``idle`` and ``prepositional`` map a lemma to the words after it that make it no work, or that
    bring its object.
    """

    verbs: dict[str, VerbForm]
    nouns: dict[str, str]
    particles: frozenset[str]
    purpose: frozenset[str]
    objects: frozenset[str]
    wholes: frozenset[str]
    personal: frozenset[str]
    indoors: frozenset[str]
    remote: frozenset[str]
    qualities: frozenset[str]
    not_work: frozenset[str]
    past: frozenset[str]
    idle: dict[str, frozenset[str]]
    prepositional: dict[str, frozenset[str]]

    def verb(self, word: str) -> VerbForm | None:
        """The verb that a lower-cased word is a form of, "re-fasten" and "unclamp" too."""
        found = self.verbs.get(word)
        if found is not None or word[:2] not in ("re", "un", "de", "pr"):
            return found
        for prefix in _PREFIXES:
            if word.startswith(prefix):
                bare = self.verbs.get(word[len(prefix) :])
                if bare is not None and bare.strength == "strong" and word not in self.not_work:
                    return VerbForm(prefix + bare.lemma, bare.forms, bare.strength)
        return None

    def is_plain_verb(self, word: str) -> bool:
        """Say whether a lower-cased word is a known verb in the base form: "call", "install"."""
        found = self.verb(word)
        return word in self.not_work if found is None else "base" in found.forms

    def is_finite(self, word: str) -> bool:
        """Say whether a lower-cased word can only be a past tense: "took", "drove"."""
        found = self.verbs.get(word)
        return found is not None and found.forms == _PAST

    def is_thing(self, word: str) -> bool:
        """Say whether a lower-cased word is hardware: "cameras", "charge-controller", "panel's"."""
        if word in self.objects:
            return True
        if "-" not in word and "'" not in word and "’" not in word and "/" not in word:
            return False
        parts = word.replace("’", "-").replace("'", "-").replace("/", "-").split("-")
        return any(part in self.objects for part in parts)


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


def plural(noun: str) -> str:
    """The regular plural of a noun.

    >>> plural("battery"), plural("switch"), plural("array")
    ('batteries', 'switches', 'arrays')
    """
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "z", "ch", "sh")) else "s")


def _regular(lemma: str) -> tuple[str, str, str, str]:
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        stem, third = lemma[:-1] + "i", lemma[:-1] + "ies"
        return third, lemma + "ing", stem + "ed", stem + "ed"
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    if lemma.endswith("e"):
        stem = lemma if lemma.endswith(("ee", "oe")) else lemma[:-1]
        return third, stem + "ing", lemma + "d", lemma + "d"
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
            nouns |= dict.fromkeys(actions, lemma)
    not_work = {
        form: kinds for lemma in data["not_work"]["words"] for form, kinds in inflect(lemma).items()
    }
    return Work(
        verbs=verbs,
        nouns=nouns,
        objects=frozenset(_with_plurals(data["objects"].values())),
        not_work=frozenset(not_work),
        past=frozenset(form for form, kinds in not_work.items() if "past" in kinds),
        idle=_word_sets(data["idle"]),
        prepositional=_word_sets(data["prepositional"]),
        **{
            name: frozenset(data[name]["words"])
            for name in (
                "particles",
                "purpose",
                "wholes",
                "personal",
                "indoors",
                "remote",
                "qualities",
            )
        },
    )


def _with_plurals(groups: Iterable[list[str]]) -> Iterator[str]:
    for group in groups:
        for noun in group:
            yield from (noun, plural(noun))


def _word_sets(section: dict[str, list[str]]) -> dict[str, frozenset[str]]:
    return {lemma: frozenset(words) for lemma, words in section.items()}
