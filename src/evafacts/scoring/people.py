"""Who is who: two names are one person when the roster says so, else when they read the same."""

import re
from dataclasses import dataclass
from functools import lru_cache

from evafacts.knowledge import aliases, fold

_GAPS = re.compile(r"[\W_]+")


def normal(name: str) -> str:
    """A name without case, accents, points and hyphens.

    >>> normal("Jörg  St.-Étienne")
    'jorg st etienne'
    """
    return _GAPS.sub(" ", fold(name)).strip()


@dataclass(frozen=True, slots=True)
class Somebody:
    """A person as named: the ``name``, its ``normal`` form and the roster's ``key``, if any."""

    name: str
    normal: str
    key: str | None

    def same(self, other: "Somebody") -> bool:
        """Whether both are one person: by key where both have one, else by name."""
        if self.key is not None and other.key is not None:
            return self.key == other.key
        return self.normal == other.normal


@lru_cache(maxsize=4096)
def somebody(name: str, key: str | None = None) -> Somebody:
    """The person of that name, with the roster's key where the caller gives none."""
    return Somebody(name, normal(name), key or _key(name))


def _key(name: str) -> str | None:
    """The one person of the roster with that full name; None where it stands for several."""
    words = name.split()
    # The roster lists no middle names and initials: "Given M. Family" is tried without.
    for form in (" ".join(words), " ".join((words[0], words[-1])) if words else ""):
        holders = aliases().get(fold(form), ())
        # A full name that is also somebody else's alias stays the full name's.
        owners = [person for person in holders if fold(person.name) == fold(form)] or holders
        if len(owners) > 1:  # of namesakes, the one who has been outside
            owners = tuple(person for person in owners if person.spacewalker)
        if len(owners) == 1:
            return owners[0].key
    return None
