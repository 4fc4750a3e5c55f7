"""The typed records that evafacts writes: schema ``evafacts/1``.

Every fact carries its evidence: half-open offsets in Unicode code points into the article's text,
with ``article.text[start:end] == text``, always.
"""

import datetime
import hashlib
from enum import StrEnum
from typing import Final, Literal

from pydantic import BaseModel, ConfigDict, Field

SCHEMA: Final = "evafacts/1"


class Record(BaseModel):
    """Base of all records: immutable, and no field but those declared."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Status(StrEnum):
    """How far a spacewalk has come, as the article tells it."""

    PLANNED = "planned"
    UNDERWAY = "underway"
    COMPLETED = "completed"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """What became of a task."""

    PLANNED = "planned"
    DONE = "done"
    DEFERRED = "deferred"
    FAILED = "failed"


class Evidence(Record):
    """A stretch of the article's text, ``text[start:end]``."""

    start: int = Field(ge=0)
    end: int = Field(ge=0)
    text: str


class Date(Record):
    """A calendar day, month or year in EDTF (ISO 8601-2): ``2021-02-01``, ``XXXX-11-06``.

    ``basis`` says where the unsaid part came from: ``stated`` (year and all),
    ``published`` (the publication date) or ``context`` (another date in the text).
    """

    value: str = Field(pattern=r"^(\d{4}|XXXX)(-\d\d(-\d\d)?)?$")
    basis: Literal["stated", "published", "context"]
    evidence: list[Evidence]


class Time(Record):
    """A clock time: ``value`` in ISO 8601, with offset where the zone is known."""

    value: str
    zone: str | None = None
    evidence: list[Evidence]


class CrewMember(Record):
    """Somebody who goes outside.

    ``person`` is the key in the roster, null for someone who is not in it; ``career_spacewalk``
    is which spacewalk of that person's career this is, where the text says so.
    """

    name: str
    person: str | None = None
    agency: str | None = None
    designation: str | None = None
    suit: str | None = None
    career_spacewalk: int | None = None
    evidence: list[Evidence]


class Duration(Record):
    """A length of time in whole minutes, and the same in ISO 8601 (``PT6H30M``)."""

    minutes: int = Field(ge=0)
    iso: str
    approximate: bool = False
    evidence: list[Evidence]


class Airlock(Record):
    """The exit: an airlock, compartment or hatch, by its canonical name."""

    name: str
    evidence: list[Evidence]


class Task(Record):
    """A work item outside: ``text`` as the article has it, and its parts."""

    text: str
    action: str
    object: str | None = None
    location: str | None = None
    outcome: Outcome | None = None
    evidence: list[Evidence]


class Ordinal(Record):
    """Which spacewalk this is of a series: the ``count``-th of ``scope``."""

    count: int = Field(ge=1)
    scope: Literal["station", "year", "expedition", "mission", "programme"]
    evidence: list[Evidence]


class Spacewalk(Record):
    """One exit and return by one crew, as one article tells it."""

    id: str
    primary: bool
    status: Status
    date: Date | None = None
    start_time: Time | None = None
    end_time: Time | None = None
    crew: list[CrewMember] = Field(default_factory=list)
    duration_planned: Duration | None = None
    duration_actual: Duration | None = None
    airlock: Airlock | None = None
    tasks: list[Task] = Field(default_factory=list)
    ordinals: list[Ordinal] = Field(default_factory=list)
    designation: str | None = None
    evidence: list[Evidence] = Field(default_factory=list)


class Article(Record):
    """What was read. ``text`` is what a reader would see; offsets point into it."""

    id: str
    source: str | None = None
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    published: datetime.date | datetime.datetime | None = None
    text: str | None = None
    text_sha256: str

    @classmethod
    def of(
        cls,
        text: str,
        *,
        id: str,
        source: str | None = None,
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
        published: datetime.date | datetime.datetime | None = None,
    ) -> "Article":
        """Make an article from its text, with the SHA-256 of the text's UTF-8 bytes."""
        digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
        return cls(
            id=id,
            source=source,
            title=title,
            url=url,
            publisher=publisher,
            published=published,
            text=text,
            text_sha256=digest,
        )


class ArticleFacts(Record):
    """The facts of one article; ``spacewalks`` is empty where it tells of none."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["evafacts/1"] = Field(default=SCHEMA, alias="schema")
    article: Article
    spacewalks: list[Spacewalk] = Field(default_factory=list)
    warnings: list[str] = Field(default_factory=list)
