"""What tells era, programme and agency: vehicles, numbered flights, agencies, titles.

Data: ``data/vehicles.toml``, ``data/agencies.toml`` and ``data/titles.toml``.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from evafacts.knowledge.tables import (
    KnowledgeError,
    known_fields,
    string,
    strings,
    toml_tables,
    year,
)

VEHICLES = "vehicles.toml"
AGENCIES = "agencies.toml"
TITLES = "titles.toml"
TITLE_KINDS = frozenset(("ground", "honorific", "inside", "profession", "rank", "role"))
NUMBER = "{n}"
_VEHICLE_FIELDS = frozenset(("name", "kind", "programme", "aliases", "first", "last"))
_SERIES_FIELDS = frozenset(("name", "programme", "forms", "years"))
_AGENCY_FIELDS = frozenset(("name", "aliases", "adjectives", "people", "first", "last"))
_TITLE_FIELDS = frozenset(("kind", "agency", "words"))


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A station, spacecraft or orbiter, and the years in which it flew.

    Attributes:
        name: canonical name.
        kind: ``station``, ``orbiter``, ``capsule``, ``lander`` or ``cargo``.
        programme: e.g. ``Shuttle``.
        aliases: the forms in print.
        first: first year, None where unknown.
        last: last year, None for one that still flies.
    """

    name: str
    kind: str
    programme: str
    aliases: tuple[str, ...]
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Series:
    """Numbered flights of one programme.

    Attributes:
        name: e.g. ``Expedition``.
        programme: e.g. ``ISS``.
        pattern: finds a flight in text; the group ``n`` is its number in figures. It runs in
            time proportional to the text.
        years: first and last year of each number.
    """

    name: str
    programme: str
    pattern: re.Pattern[str]
    years: Mapping[int, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Agency:
    """A space agency, or what stands for one.

    Attributes:
        name: as the records have it.
        aliases: names and abbreviations in print.
        adjectives: words for its country: "Japanese".
        people: words for its people that settle the agency: "cosmonaut".
        first: first year, None where it does not matter.
        last: last year, None for one that still is.
    """

    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    first: int | None
    last: int | None


@dataclass(frozen=True, slots=True)
class Title:
    """Words that introduce a person's name.

    Attributes:
        text: the words; ``{n}`` stands for a number.
        kind: one of ``TITLE_KINDS``; ``ground`` is someone who stays on Earth, ``inside`` someone
            who stays in the cabin.
        agency: the agency that the words settle, None where they settle none.
    """

    text: str
    kind: str
    agency: str | None


def _vehicle(number: int, entry: Mapping[str, Any]) -> Vehicle:
    """Make a vehicle of its table."""
    where = f"vehicle {number}"
    known_fields(entry, _VEHICLE_FIELDS, VEHICLES, where)
    return Vehicle(
        name=string(entry, "name", VEHICLES, where),
        kind=string(entry, "kind", VEHICLES, where),
        programme=string(entry, "programme", VEHICLES, where),
        aliases=strings(entry, "aliases", VEHICLES, where),
        first=year(entry, "first", VEHICLES, where),
        last=year(entry, "last", VEHICLES, where),
    )


def _pattern(forms: tuple[str, ...], where: str) -> re.Pattern[str]:
    """Make one pattern of the forms of a series."""
    heads = []
    for form in forms:
        if not form.endswith(NUMBER) or form.count(NUMBER) != 1:
            raise KnowledgeError(VEHICLES, where, "forms", f"{form!r} does not end in {NUMBER}")
        heads.append(re.escape(form.removesuffix(NUMBER)))
    longest_first = sorted(heads, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(longest_first)})(?P<n>\d{{1,3}})(?!\d)", re.IGNORECASE)


def _series(number: int, entry: Mapping[str, Any]) -> Series:
    """Make a series of its table."""
    where = f"series {number}"
    known_fields(entry, _SERIES_FIELDS, VEHICLES, where)
    name = string(entry, "name", VEHICLES, where)
    years: dict[int, tuple[int, int]] = {}
    for flown, numbers in sorted(entry.get("years", {}).items()):
        if not flown.isdecimal() or not all(isinstance(n, int) for n in numbers):
            raise KnowledgeError(VEHICLES, f"{where} ({name})", "years", f"{flown} = {numbers}")
        for n in numbers:
            years[n] = (years[n][0] if n in years else int(flown), int(flown))
    return Series(
        name=name,
        programme=string(entry, "programme", VEHICLES, where),
        pattern=_pattern(strings(entry, "forms", VEHICLES, where), where),
        years=MappingProxyType(years),
    )


def _agency(number: int, entry: Mapping[str, Any]) -> Agency:
    """Make an agency of its table."""
    where = f"agency {number}"
    known_fields(entry, _AGENCY_FIELDS, AGENCIES, where)
    return Agency(
        name=string(entry, "name", AGENCIES, where),
        aliases=strings(entry, "aliases", AGENCIES, where),
        adjectives=strings(entry, "adjectives", AGENCIES, where),
        people=strings(entry, "people", AGENCIES, where),
        first=year(entry, "first", AGENCIES, where),
        last=year(entry, "last", AGENCIES, where),
    )


def _titles(number: int, entry: Mapping[str, Any]) -> tuple[Title, ...]:
    """Make the titles of a table."""
    where = f"title {number}"
    known_fields(entry, _TITLE_FIELDS, TITLES, where)
    kind = string(entry, "kind", TITLES, where)
    if kind not in TITLE_KINDS:
        raise KnowledgeError(TITLES, where, "kind", f"{kind!r} is none of {sorted(TITLE_KINDS)}")
    agency = string(entry, "agency", TITLES, where) if "agency" in entry else None
    return tuple(Title(word, kind, agency) for word in strings(entry, "words", TITLES, where))


@lru_cache(maxsize=1)
def vehicles() -> tuple[Vehicle, ...]:
    """Return the stations and spacecraft.

    Raises:
        KnowledgeError: a table of the data file cannot be used.
    """
    entries = toml_tables(VEHICLES).get("vehicle", [])
    return tuple(_vehicle(number, entry) for number, entry in enumerate(entries, 1))


@lru_cache(maxsize=1)
def series() -> tuple[Series, ...]:
    """Return the numbered flights.

    Raises:
        KnowledgeError: a table of the data file cannot be used.
    """
    entries = toml_tables(VEHICLES).get("series", [])
    return tuple(_series(number, entry) for number, entry in enumerate(entries, 1))


@lru_cache(maxsize=1)
def agencies() -> tuple[Agency, ...]:
    """Return the agencies.

    Raises:
        KnowledgeError: a table of the data file cannot be used.
    """
    entries = toml_tables(AGENCIES).get("agency", [])
    return tuple(_agency(number, entry) for number, entry in enumerate(entries, 1))


@lru_cache(maxsize=1)
def titles() -> tuple[Title, ...]:
    """Return the words that introduce a person.

    Raises:
        KnowledgeError: a table of the data file cannot be used.
    """
    entries = toml_tables(TITLES).get("title", [])
    return tuple(title for n, entry in enumerate(entries, 1) for title in _titles(n, entry))


def years_of_flight(text: str) -> tuple[int, int] | None:
    """Return first and last year of the numbered flight that ``text`` begins with.

    Args:
        text: such as ``Expedition 64`` or ``STS-120 astronauts``.

    Returns:
        The years, None where the text begins with no flight that is known.
    """
    for numbered in series():
        if match := numbered.pattern.match(text):
            return numbered.years.get(int(match["n"]))
    return None
