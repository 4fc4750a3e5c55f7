"""Gold and predicted spacewalks in one plain shape, so that like is compared with like."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from evafacts.records import Evidence, Spacewalk
from evafacts.scoring.gold import GoldSpacewalk
from evafacts.scoring.people import Somebody, somebody
from evafacts.scoring.words import content_words

SINGLE = ("date", "duration_planned", "duration_actual", "airlock", "status")
"""Fields with one value or none, by their names in the records."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value and the words it came from (none in gold)."""

    value: str | int
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Member:
    """One of the crew and the words that name them."""

    who: Somebody
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """A task: its text, the content words of each way it is told, and whether it may be left."""

    text: str
    variants: tuple[frozenset[str], ...]
    optional: bool = False
    evidence: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """One spacewalk: ``values`` holds those of the ``SINGLE`` fields that are not null."""

    primary: bool
    values: Mapping[str, Value]
    crew: tuple[Member, ...]
    tasks: tuple[Item, ...]
    optional: bool = False
    evidence: tuple[str, ...] = ()

    @property
    def label(self) -> str:
        """The record in a few words: date, crew and status."""
        date = self.values["date"].value if "date" in self.values else "no date"
        crew = ", ".join(member.who.name for member in self.crew) or "nobody named"
        kind = "primary" if self.primary else "background"
        return f"{date} · {crew} · {self.values['status'].value} · {kind}"


def from_gold(gold: GoldSpacewalk) -> Walk:
    """The plain shape of a labelled spacewalk."""
    found = {name: getattr(gold, name) for name in SINGLE}
    return Walk(
        primary=gold.primary,
        optional=gold.optional,
        values={name: Value(value) for name, value in found.items() if value is not None},
        crew=tuple(Member(somebody(name)) for name in gold.crew),
        tasks=tuple(
            Item(task.text, tuple(map(content_words, (task.text, *task.also))), task.optional)
            for task in gold.tasks
        ),
    )


def from_record(record: Spacewalk) -> Walk:
    """The plain shape of a predicted spacewalk."""
    values = {"status": Value(str(record.status), _words(record.evidence))}
    if record.date:
        values["date"] = Value(record.date.value, _words(record.date.evidence))
    if record.duration_planned:
        planned = record.duration_planned
        values["duration_planned"] = Value(planned.minutes, _words(planned.evidence))
    if record.duration_actual:
        actual = record.duration_actual
        values["duration_actual"] = Value(actual.minutes, _words(actual.evidence))
    if record.airlock:
        values["airlock"] = Value(record.airlock.name, _words(record.airlock.evidence))
    return Walk(
        primary=record.primary,
        values=values,
        crew=tuple(
            Member(somebody(member.name, member.person), _words(member.evidence))
            for member in record.crew
        ),
        tasks=tuple(
            Item(task.text, (content_words(task.text),), evidence=_words(task.evidence))
            for task in record.tasks
        ),
        evidence=_words(record.evidence),
    )


def _words(evidence: Iterable[Evidence]) -> tuple[str, ...]:
    return tuple(piece.text for piece in evidence)
