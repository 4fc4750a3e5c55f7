"""The roster: everyone who has flown in space or was assigned a spacewalk.

``data/people.csv`` has one line a person. ``given`` and ``family`` hold the forms in print, split
by ``|``; every given name goes with every family name. ``order`` is ``family`` where the family
name stands first, ``either`` where both orders are in print, empty for given name first.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from evafacts.knowledge.folding import fold
from evafacts.knowledge.tables import KnowledgeError, csv_rows, split_cell

FILE = "people.csv"
COLUMNS = (
    "key",
    "name",
    "agency",
    "given",
    "family",
    "aliases",
    "suffix",
    "order",
    "first",
    "last",
    "spacewalker",
)
_ORDERS = frozenset(("", "either", "family"))
_SPACEWALKER = {"yes": True, "assigned": True, "no": False}
_GREATEST_YEAR = 2100


@dataclass(frozen=True, slots=True)
class Person:
    """Someone of the roster.

    Attributes:
        key: stable key, family name first: ``hopkins-michael``.
        name: full name as the agency commonly gives it.
        agency: the agency (a name of ``agencies.toml``), None where there was none.
        aliases: every full form in print, ``name`` first; a middle name, an initial or a nickname
            in quotes between given and family name is not listed: a reader must allow for it.
        surnames: the family name in each spelling.
        givens: the given name in each spelling, and nicknames.
        suffix: ``Jr.``, ``II`` or None.
        first: year of the first flight or assignment, None where unknown.
        last: year of the last one, None for someone still active.
        spacewalker: has made a spacewalk or was assigned one.
    """

    key: str
    name: str
    agency: str | None
    aliases: tuple[str, ...]
    surnames: tuple[str, ...]
    givens: tuple[str, ...]
    suffix: str | None
    first: int | None
    last: int | None
    spacewalker: bool

    def active_in(self, year: int) -> bool:
        """Tell whether the person flew, or may have been in training, in ``year``."""
        begin = self.first - 2 if self.first else 0
        end = self.last + 1 if self.last else _GREATEST_YEAR
        return begin <= year <= end


def _forms(
    name: str,
    givens: tuple[str, ...],
    surnames: tuple[str, ...],
    extra: tuple[str, ...],
    suffix: str,
    order: str,
) -> tuple[str, ...]:
    """Return every full form of a name, ``name`` first, none twice."""
    forms = [name, *([f"{name} {suffix}", f"{name}, {suffix}"] if suffix else ()), *extra]
    for surname in surnames:
        forms.extend(f"{given} {surname}" for given in givens)
        if order:
            forms.extend(f"{surname} {given}" for given in givens)
    return tuple(dict.fromkeys(forms))


def _year(cell: str, field: str, where: str) -> int | None:
    """Read a year's cell."""
    if not cell:
        return None
    if not (cell.isdecimal() and 1957 <= int(cell) <= _GREATEST_YEAR):
        raise KnowledgeError(FILE, where, field, f"no year: {cell!r}")
    return int(cell)


def _person(line: int, row: list[str]) -> Person:
    """Make a person of a line of the roster."""
    where = f"line {line}"
    key, name, agency, given, family, extra, suffix, order, first, last, spacewalker = row
    for field, cell in (("key", key), ("name", name), ("given", given), ("family", family)):
        if not cell:
            raise KnowledgeError(FILE, where, field, "empty")
    if order not in _ORDERS:
        raise KnowledgeError(FILE, where, "order", f"{order!r} is none of {sorted(_ORDERS)}")
    if spacewalker not in _SPACEWALKER:
        known = sorted(_SPACEWALKER)
        raise KnowledgeError(FILE, where, "spacewalker", f"{spacewalker!r} is none of {known}")
    begin, end = _year(first, "first", where), _year(last, "last", where)
    if begin is not None and end is not None and end < begin:
        raise KnowledgeError(FILE, where, "last", f"{end} lies before {begin}")
    givens, surnames = split_cell(given), split_cell(family)
    return Person(
        key=key,
        name=name,
        agency=agency or None,
        aliases=_forms(name, givens, surnames, split_cell(extra), suffix, order),
        surnames=surnames,
        givens=givens,
        suffix=suffix or None,
        first=begin,
        last=end,
        spacewalker=_SPACEWALKER[spacewalker],
    )


def read_people(text: str | None = None) -> tuple[Person, ...]:
    """Read a roster.

    Args:
        text: CSV text to read in place of the package's own roster.

    Returns:
        The people in the order of the file.

    Raises:
        KnowledgeError: a line cannot be used, or two people have the same key.
    """
    found: dict[str, Person] = {}
    for line, row in csv_rows(FILE, COLUMNS, text):
        person = _person(line, row)
        if person.key in found:
            raise KnowledgeError(FILE, f"line {line}", "key", f"{person.key!r} is there twice")
        found[person.key] = person
    return tuple(found.values())


def _index(
    pairs: Iterable[tuple[str, Person]],
) -> Mapping[str, tuple[Person, ...]]:
    """Group people by folded form, each once, in the order of the roster."""
    grouped: dict[str, list[Person]] = {}
    for form, person in pairs:
        holders = grouped.setdefault(fold(form), [])
        # Forms come person by person, so that a repetition can only be the last one.
        if not holders or holders[-1] is not person:
            holders.append(person)
    return MappingProxyType({form: tuple(holders) for form, holders in grouped.items()})


@lru_cache(maxsize=1)
def people() -> tuple[Person, ...]:
    """Return the roster."""
    return read_people()


@lru_cache(maxsize=1)
def by_key() -> Mapping[str, Person]:
    """Return the roster by key."""
    return MappingProxyType({person.key: person for person in people()})


@lru_cache(maxsize=1)
def aliases() -> Mapping[str, tuple[Person, ...]]:
    """Return the people of each full name, folded with ``fold``."""
    return _index((form, person) for person in people() for form in person.aliases)


@lru_cache(maxsize=1)
def surnames() -> Mapping[str, tuple[Person, ...]]:
    """Return the people of each family name, folded with ``fold``."""
    return _index((form, person) for person in people() for form in person.surnames)
