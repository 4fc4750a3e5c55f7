"""Where the crew goes out and where it works: airlocks and places.

Data: ``data/airlocks.toml`` and ``data/places.toml``, whose heads explain the fields.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from evafacts.knowledge.tables import (
    KnowledgeError,
    known_fields,
    string,
    strings,
    toml_tables,
    year,
)

AIRLOCKS = "airlocks.toml"
PLACES = "places.toml"
KINDS = frozenset(
    (
        "adapter",
        "arm",
        "module",
        "platform",
        "satellite",
        "spacecraft",
        "station",
        "telescope",
        "truss",
    )
)
_AIRLOCK_FIELDS = frozenset(
    ("name", "kind", "station", "programme", "owners", "parts", "phrases", "names", "first", "last")
) | {"alone"}
_AIRLOCK_KINDS = frozenset(("module", "capsule"))
_PLACE_FIELDS = frozenset(("name", "kind", "of", "aliases"))
_TRUSS_FIELDS = frozenset(("of", "segments", "sides", "digits", "name", "forms")) | {
    "pairs",
    "pair_forms",
}


@dataclass(frozen=True, slots=True)
class Airlock:
    """An exit.

    Attributes:
        name: canonical name, e.g. ``Quest``.
        phrases: words that name the exit by themselves: "Quest airlock", "airlock of Quest".
        owners: what the exit belongs to, and
        parts: the words for the exit itself; ``phrases`` holds every pair of these, in each of
            the ways to join them.
        names: words that name it only beside a verb or noun of going out: "Quest".
        station: the station it belongs to, None for a spacecraft's own.
        programme: e.g. ``ISS``, ``Shuttle``.
        first: year of first use.
        last: year of last use, None for one in use.
        kind: ``module`` where the whole module is an airlock, so that to leave it is to go outside;
            ``capsule`` for a craft whose cabin opens into space; None for the others.
        alone: words for the exit, or for the craft, that name it where the text names an owner.
    """

    name: str
    phrases: tuple[str, ...]
    owners: tuple[str, ...]
    parts: tuple[str, ...]
    names: tuple[str, ...]
    station: str | None
    programme: str
    first: int | None
    last: int | None
    kind: str | None = None
    alone: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """A place of work.

    Attributes:
        name: canonical name, e.g. ``P4 truss``.
        kind: one of ``KINDS``.
        of: the station or craft it belongs to, None where it stands alone.
        aliases: the forms in print, each as print writes its capitals; a single word counts
            only with its capital letter.
    """

    name: str
    kind: str
    of: str | None
    aliases: tuple[str, ...]


def _unique(forms: Iterator[str]) -> tuple[str, ...]:
    """Drop repetitions, keep the order."""
    return tuple(dict.fromkeys(forms))


def _joined(owners: tuple[str, ...], parts: tuple[str, ...]) -> Iterator[str]:
    """Yield the ways of saying that each of ``parts`` is one of the owner's."""
    for owner in owners:
        possessives = [f"{owner}'s", *([f"{owner}'"] if owner.endswith("s") else [])]
        for part in parts:
            yield f"{owner} {part}"
            yield f"{part} of {owner}"
            yield f"{part} of the {owner}"
            if part.endswith("hatch"):  # "opening the hatches of the module"
                yield f"{part}es of {owner}"
                yield f"{part}es of the {owner}"
            yield from (f"{possessive} {part}" for possessive in possessives)


def _airlock(number: int, entry: Mapping[str, Any]) -> Airlock:
    """Make an airlock of its table."""
    where = f"airlock {number}"
    known_fields(entry, _AIRLOCK_FIELDS, AIRLOCKS, where)
    name = string(entry, "name", AIRLOCKS, where)
    where = f"{where} ({name})"
    owners = strings(entry, "owners", AIRLOCKS, where)
    parts = strings(entry, "parts", AIRLOCKS, where)
    phrases = strings(entry, "phrases", AIRLOCKS, where)
    kind = string(entry, "kind", AIRLOCKS, where) if "kind" in entry else None
    if kind not in (None, *_AIRLOCK_KINDS):
        raise KnowledgeError(
            AIRLOCKS, where, "kind", f"{kind!r} is none of {sorted(_AIRLOCK_KINDS)}"
        )
    return Airlock(
        name=name,
        phrases=_unique(iter((*phrases, *_joined(owners, parts)))),
        owners=owners,
        parts=parts,
        names=strings(entry, "names", AIRLOCKS, where),
        station=string(entry, "station", AIRLOCKS, where) if "station" in entry else None,
        programme=string(entry, "programme", AIRLOCKS, where),
        first=year(entry, "first", AIRLOCKS, where),
        last=year(entry, "last", AIRLOCKS, where),
        kind=kind,
        alone=strings(entry, "alone", AIRLOCKS, where),
    )


def _truss(table: Mapping[str, Any]) -> Iterator[Place]:
    """Yield the truss segments, each with every form of print."""
    known_fields(table, _TRUSS_FIELDS, PLACES, "truss")
    of = string(table, "of", PLACES, "truss")
    name = string(table, "name", PLACES, "truss")
    forms = strings(table, "forms", PLACES, "truss")
    for code in strings(table, "segments", PLACES, "truss"):
        try:
            side, word = table["sides"][code[0]], table["digits"][code[1:]]
        except KeyError as error:
            raise KnowledgeError(PLACES, "truss", "segments", f"{code}: no {error}") from error
        parts = {"code": code, "side": side, "n": code[1:], "word": word}
        aliases = _unique(form.format(**parts) for form in forms)
        yield Place(name.format(**parts), "truss", of, aliases)
    pair_forms = strings(table, "pair_forms", PLACES, "truss")
    for code in strings(table, "pairs", PLACES, "truss"):
        written = (code, code.replace("/", "-"), code.replace("/", " and "))
        aliases = _unique(form.format(code=w) for w in written for form in pair_forms)
        yield Place(name.format(code=code), "truss", of, aliases)


def _place(number: int, entry: Mapping[str, Any]) -> Place:
    """Make a place of its table."""
    where = f"place {number}"
    known_fields(entry, _PLACE_FIELDS, PLACES, where)
    name = string(entry, "name", PLACES, where)
    where = f"{where} ({name})"
    kind = string(entry, "kind", PLACES, where)
    if kind not in KINDS:
        raise KnowledgeError(PLACES, where, "kind", f"{kind!r} is none of {sorted(KINDS)}")
    aliases = strings(entry, "aliases", PLACES, where)
    if not aliases:
        raise KnowledgeError(PLACES, where, "aliases", "empty")
    of = string(entry, "of", PLACES, where) if "of" in entry else None
    return Place(name, kind, of, _unique(iter(aliases)))


def _merged(found: Iterator[Place]) -> tuple[Place, ...]:
    """Put the forms of places of one name together, in the order of first mention."""
    merged: dict[str, Place] = {}
    for place in found:
        if earlier := merged.get(place.name):
            forms = _unique(iter((*earlier.aliases, *place.aliases)))
            merged[place.name] = Place(place.name, earlier.kind, earlier.of, forms)
        else:
            merged[place.name] = place
    return tuple(merged.values())


@lru_cache(maxsize=1)
def airlocks() -> tuple[Airlock, ...]:
    """Return every exit.

    Raises:
        KnowledgeError: a table of the data file cannot be used.
    """
    entries = toml_tables(AIRLOCKS).get("airlock", [])
    return tuple(_airlock(number, entry) for number, entry in enumerate(entries, 1))


@lru_cache(maxsize=1)
def places() -> tuple[Place, ...]:
    """Return every place of work.

    Raises:
        KnowledgeError: a table of the data file cannot be used.
    """
    tables = toml_tables(PLACES)

    def found() -> Iterator[Place]:
        yield from _truss(tables.get("truss", {}))
        for number, entry in enumerate(tables.get("place", []), 1):
            yield _place(number, entry)

    return _merged(found())
