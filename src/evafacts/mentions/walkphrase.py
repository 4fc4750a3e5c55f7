"""The noun phrase of a walk: what stands before "spacewalk" and says which one is meant."""

from collections.abc import Iterator
from typing import TypeVar

from evafacts.mentions.numbers import cardinal, ordinal
from evafacts.mentions.sentences import Word, Words

_T = TypeVar("_T")
_BREAK = frozenset(
    [
        "of",
        "in",
        "on",
        "for",
        "to",
        "during",
        "from",
        "with",
        "after",
        "before",
        "or",
        "by",
        "at",
        "as",
        "was",
        "is",
        "are",
        "were",
        "be",
        "been",
        "will",
        "would",
        "has",
        "have",
        "had",
        "conduct",
        "conducted",
        "perform",
        "performed",
        "complete",
        "completed",
        "make",
        "made",
        "begin",
        "began",
        ",",
        ";",
        ":",
        "(",
        ")",
        "—",
        "–",
        "and",
        "that",
        "which",
        "who",
        "out",
        "up",
        "through",
        "carried",
        "carry",
        "carries",
        "made",
        "make",
        "makes",
        "yesterday",
        "today",
        "do",
        "did",
        "does",
        "took",
        "take",
        "taking",
        "conducting",
        "performing",
        "completing",
        "beginning",
        "ended",
        "ending",
    ]
)
_RELATIONS = {
    "next": "next",
    "another": "next",
    "upcoming": "upcoming",
    "future": "next",
    "subsequent": "next",
    "following": "next",
    "follow-up": "next",
    "later": "next",
    "last": "last",
    "previous": "previous",
    "prior": "previous",
    "earlier": "previous",
    "recent": "previous",
    "past": "previous",
    "final": "final",
    "latest": "current",
    "today's": "current",
    "today’s": "current",
    "current": "current",
    "same": "same",
    "third-ever": "other",
    "separate": "other",
    "additional": "next",
    "other": "other",
    "similar": "other",
    "first-ever": "",
}
DETERMINERS = frozenset(
    [
        "a",
        "an",
        "the",
        "this",
        "that",
        "their",
        "his",
        "her",
        "its",
        "these",
        "those",
        "each",
        "both",
        "every",
        "any",
        "no",
        "all",
        "some",
        "several",
        "many",
        "more",
        "few",
        "most",
    ]
)
_SESSIONS = frozenset(["session", "period", "stint"])


def session(words: Words, i: int) -> int:
    """The word that is counted: "the mission's third session of extravehicular activity"."""
    said = i > 1 and words[i - 1].lower == "of" and words[i - 2].lower in _SESSIONS
    return i - 2 if said else i


def said_in_plural(word: str, left: list[Word]) -> bool:
    """As in "are carrying out extravehicular activities": agencies say one spacewalk so."""
    if any(ordinal(w.lower) for w in left):
        return True
    return word.endswith("activities") and not any(
        cardinal(w.lower) or w.lower in DETERMINERS or w.lower in _RELATIONS for w in left
    )


_SEVERAL = frozenset(["series", "set", "string", "trio", "pair"])
_SERIES_OF = 3  # "of", "a", "series"


def one_of(words: Words, of: int) -> list[Word]:
    """The words that single one out of several, nearest first; none where nothing does.

    "The second of three planned spacewalks", "the last of the mission's five walks".
    """
    if of > _SERIES_OF and words[of - 1].lower in _SEVERAL and words[of].lower == "of":
        of -= _SERIES_OF - (words[of - 2].lower not in ("a", "the"))
    if of < 1 or words[of].lower != "of":
        return []
    which = words[of - 1].lower
    if which == "one" and words[of - 2].lower in ("during", "on", "in"):
        return [words[of - 1]]  # "during one of the walks"
    if ordinal(which) is None and _RELATIONS.get(which) not in ("last", "final", "current"):
        return []
    before = of - 1
    if before > 1 and words[before - 1].lower == "and" and ordinal(words[before - 2].lower):
        before -= 2  # "the fourth and last of the spacewalks"
    return [words[before], *reversed(words[max(0, before - 1) : before])]


def relation_of(left: list[Word]) -> str | None:
    """What the words say of its place in a series: ``next``, ``previous``, ``final`` …."""
    hits = [_RELATIONS[w.lower] for w in left if w.lower in _RELATIONS]
    return hits[0] or None if hits else None


def first(values: Iterator[_T | None]) -> _T | None:
    """The first value that is not None."""
    return next((v for v in values if v is not None), None)


def weak_is_noun(words: Words, i: int) -> bool:
    """As in "the walk", "the longest Christmas walk".

    Not "astronauts walk" nor "walk through the door".
    """
    for j in range(i - 1, max(-1, i - 6), -1):
        before = words[j].lower
        if (
            before in DETERMINERS
            or before in _RELATIONS
            or ordinal(before) is not None
            or cardinal(before) is not None
            or before.endswith(("'s", "’s", "-hour", "-minute"))
        ):
            return True
        if before in _BREAK or not before.isalpha():
            return False
    return False


def left_of(words: Words, i: int) -> list[Word]:
    """The words of the noun phrase left of ``i``, nearest first."""
    left: list[Word] = []
    for j in range(i - 1, max(-1, i - 9), -1):
        lower = words[j].lower
        before = words[j - 1].lower if j else ""
        joined = (lower == "and" and ordinal(before)) or (lower == "," and before.endswith("-hour"))
        if lower in _BREAK and not joined:
            break  # "the fourth and last walk", "the six-hour, 19-minute walk" go on
        left.append(words[j])
        if lower in ("a", "an", "the", "this", "that"):
            break
    return left
