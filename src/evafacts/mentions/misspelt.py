"""Known people whose name has a letter too many, too few or wrong.

"Astronaut Rick Mastraccho" is who bears the given name with a family name of one letter more. One
half of the name must be as in the roster, the other long enough that chance does not make it so.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from evafacts.knowledge import Person, by_key, fold, people
from evafacts.mentions.names import PersonMention

_LEAST = 5
"""How many letters the misspelt half must have."""


def corrected(mention: PersonMention) -> PersonMention:
    """Give somebody unknown the name of the one person of the roster who is a letter away.

    Args:
        mention: A name in full.

    Returns:
        The mention with name and key of that person; as it is where there is none or are several.
    """
    words = fold(mention.name).split()
    if mention.key is not None or len(words) != 2:
        return mention
    found = {
        person.key: person
        for known, other in (words, words[::-1])
        if len(other) >= _LEAST
        for person, other_half in _halves().get(known, ())
        if one_letter_away(other, other_half) and person.key in by_key()
    }
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


@lru_cache(maxsize=1)
def _halves() -> Mapping[str, list[tuple[Person, str]]]:
    """Who has a given or a family name, with the forms of the other half."""
    found: dict[str, list[tuple[Person, str]]] = {}
    for person in people():
        if not person.spacewalker:
            continue
        givens = [fold(given) for given in person.givens]
        surnames = [fold(surname) for surname in person.surnames]
        for given in givens:
            found.setdefault(given, []).extend((person, s) for s in surnames if len(s) >= _LEAST)
        for surname in surnames:
            found.setdefault(surname, []).extend((person, g) for g in givens if len(g) >= _LEAST)
    return found
