"""Known people whose name has a letter too many, too few or wrong.

"Astronaut Rick Mastraccho" is who bears the given name with a family name of one letter more. One
half of the name must be as in the roster, the other long enough that chance does not make it so.
A family name may also be spelt by ear, as translations do ("Dag Whilcox" of a Wheelcocks).
"""

import re
from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from evafacts.knowledge import Person, by_key, fold, people
from evafacts.mentions.names import PersonMention

_LEAST = 5
"""How many letters the misspelt half must have, one less beside a surname of ``_TELLING``."""
_TELLING = 8


def corrected(mention: PersonMention) -> PersonMention:
    """Give somebody unknown the name of the one person of the roster who is a letter away.

    Args:
        mention: A name in full.

    Returns:
        The mention with name and key of that person; as it is where there is none or are several.
    """
    first, _, last = fold(mention.name).partition(" ")
    if mention.key is not None or not last:
        return mention
    found = {
        person.key: person
        for known, other in ((first, last), (last, first))
        if len(other) >= _LEAST
        or (known == last and len(known) >= _TELLING and len(other) >= _LEAST - 1)
        for person, other_half in _halves().get(known, ())
        if one_letter_away(other, other_half) and person.key in by_key()
    }
    if not found:
        sound = sound_of(last)
        named = (p for p in _by_sound().get((first, sound), ()) if p.key in by_key())
        found = {p.key: p for p in named if len(sound) >= _SOUNDS}
    if len(found) != 1:
        return mention
    person = next(iter(found.values()))
    return replace(mention, name=person.name, key=person.key, agency=person.agency)


def one_letter_away(one: str, other: str) -> bool:
    """Say whether a letter left out, put in, changed or swapped with the next makes them the same.

    >>> one_letter_away("mastraccho", "mastracchio"), one_letter_away("kelly", "reilly")
    (True, False)
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    at = next((n for n, (a, b) in enumerate(zip(short, long, strict=False)) if a != b), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    swapped = short[at + 1 : at + 2] + short[at] + short[at + 2 :]
    return short[at + 1 :] == long[at + 1 :] or swapped == long[at:]


def sound_of(name: str) -> str:
    """What is left of a name in small letters when spellings of one sound are made one.

    >>> sound_of("wheelcocks"), sound_of("vilcox")
    ('vAlks', 'vAlks')
    """
    for spelt, sound in _SPELT:
        name = spelt.sub(sound, name)
    return _DOUBLED.sub(r"\1", name)


_SPELT = tuple(
    (re.compile(spelt), sound)
    for spelt, sound in (
        (r"[^a-z]+", ""),
        (r"ff?$|w", "v"),
        (r"ph", "f"),
        (r"ough$", "o"),
        (r"cch|ck|kh|q|c(?![eiyh])", "k"),
        (r"x", "ks"),
        (r"c(?=[eiy])|t?z|ts", "s"),
        (r"shch|sch|tch|sh|ch", "c"),
        (r"^[aeiouy]+", "a"),
        (r"(?<=^[a-z])h*[aeiouy]+", "A"),  # "Freemarks" is no "Foremarks"
        (r"(?<!^)[aeiouyh]+", ""),
    )
)
_DOUBLED = re.compile(r"(.)\1+")
_SOUNDS = 4
"""How many sounds a name must have that is told by them alone."""


@lru_cache(maxsize=1)
def _by_sound() -> Mapping[tuple[str, str], list[Person]]:
    """Who has a given name and a family name of that sound."""
    found: dict[tuple[str, str], list[Person]] = {}
    for person in people():
        if person.spacewalker:
            sounds = {sound_of(fold(surname)) for surname in person.surnames}
            for given in {fold(given) for given in person.givens}:
                for sound in sounds:
                    found.setdefault((given, sound), []).append(person)
    return found


@lru_cache(maxsize=1)
def _halves() -> Mapping[str, list[tuple[Person, str]]]:
    """Who has a given or a family name, with the forms of the other half."""
    found: dict[str, list[tuple[Person, str]]] = {}
    least = _LEAST - 1
    for person in people():
        if not person.spacewalker:
            continue
        givens = [fold(given) for given in person.givens]
        surnames = [fold(surname) for surname in person.surnames]
        for given in givens:
            found.setdefault(given, []).extend((person, s) for s in surnames if len(s) >= least)
        for surname in surnames:
            found.setdefault(surname, []).extend((person, g) for g in givens if len(g) >= least)
    return found
