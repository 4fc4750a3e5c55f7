"""The records in words, for a person: one card a spacewalk, one line a fact."""

from collections.abc import Iterator
from dataclasses import dataclass

from evafacts.records import (
    Airlock,
    ArticleFacts,
    CrewMember,
    Date,
    Duration,
    Evidence,
    Ordinal,
    Spacewalk,
    Task,
    Time,
)
from evafacts.report.marks import FIELDS, Kind

Fact = Date | Time | CrewMember | Duration | Airlock | Task | Ordinal

_BASIS = {
    "stated": "as stated",
    "published": "worked out from the publication date",
    "context": "worked out from another date in the text",
}


@dataclass(frozen=True, slots=True)
class Line:
    """A fact: its name, its value, what else is known, and the evidence."""

    kind: Kind
    name: str
    value: str
    detail: str
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """A spacewalk: its number from 1, what it is, and its facts."""

    number: int
    primary: bool
    status: str
    designation: str | None
    lines: tuple[Line, ...]

    @property
    def about(self) -> str:
        """What it is: ``the article's subject, planned, US EVA-71``."""
        role = "the article's subject" if self.primary else "background"
        return ", ".join(filter(None, [role, self.status, self.designation]))


def cards(facts: ArticleFacts) -> list[Card]:
    """Give a card for each spacewalk, in their order."""
    return [
        Card(number, walk.primary, walk.status.value, walk.designation, tuple(_lines(walk)))
        for number, walk in enumerate(facts.spacewalks, 1)
    ]


def _lines(walk: Spacewalk) -> Iterator[Line]:
    for field, (kind, name) in FIELDS.items():
        value = getattr(walk, field)
        for fact in value if isinstance(value, list) else [value]:
            if fact is not None:
                shown, detail = _in_words(fact)
                yield Line(kind, name, shown, detail, tuple(fact.evidence))
    if walk.evidence:
        yield Line(Kind.SPACEWALK, "spoken of as", "", "", tuple(walk.evidence))


def _in_words(fact: Fact) -> tuple[str, str]:
    """Give a fact's value, and what else is known of it."""
    match fact:
        case Date():
            return fact.value, _BASIS[fact.basis]
        case Time():
            return fact.value, fact.zone or "no zone stated"
        case Duration():
            return _hours(fact), "about" if fact.approximate else ""
        case CrewMember():
            return fact.name, _of_member(fact)
        case Task():
            return fact.text, _of_task(fact)
        case Airlock():
            return fact.name, ""
        case Ordinal():
            return f"no. {fact.count}", f"of the {fact.scope}"


def _hours(duration: Duration) -> str:
    hours, minutes = divmod(duration.minutes, 60)
    parts = [f"{hours} h" if hours else "", f"{minutes} min" if minutes or not hours else ""]
    return " ".join(filter(None, parts))


def _of_member(member: CrewMember) -> str:
    career = member.career_spacewalk
    known = [
        member.agency,
        member.designation,
        member.suit,
        f"career spacewalk {career}" if career is not None else None,
        None if member.person else "not in the roster",
    ]
    return ", ".join(filter(None, known))


def _of_task(task: Task) -> str:
    known = {
        "action": task.action,
        "object": task.object,
        "location": task.location,
        "outcome": task.outcome and task.outcome.value,
    }
    return ", ".join(f"{name} {value}" for name, value in known.items() if value)
