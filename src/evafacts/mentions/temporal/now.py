"""The day that "today", "Monday" and a year-less date count from."""

import re
from dataclasses import dataclass

from evafacts.mentions.temporal import guess, stamps
from evafacts.mentions.temporal.places import Day, whole_day
from evafacts.mentions.temporal.tense import Clauses
from evafacts.mentions.temporal.types import Basis, Temporal

_DATELINE_DAYS = 7
_LEAD = 500
_TOLD = re.compile(
    r"\b(?:said|announced|reported|told\s\w+|confirmed)\s(?:here\s)?(?:on\s|late\s|early\s)*$"
)


@dataclass(frozen=True, slots=True)
class Now:
    """The times of writing of one text.

    Attributes:
        written: Publication date, else the text's own stamp; dates without a year go by it.
        written_basis: Which of the two it is.
        today: The dateline's day where that is earlier than ``written`` ("MOSCOW, 15 August" in
            the paper of the 16th), else ``written``.
        today_basis: ``context`` for the dateline's day.
        open: A dateline without its year where nothing gives one, ``XXXX-11-19``.
        open_weekday: Its weekday, where the report names it ("… a spokesman said on Saturday").
    """

    written: Day | None
    written_basis: Basis
    today: Day | None
    today_basis: Basis
    open: str | None = None
    open_weekday: int | None = None


def now_of(found: list[Temporal], text: str, published: Day | None, clauses: Clauses) -> Now:
    """Work out when a text was written.

    Args:
        found: temporals of pass one.
        text: their text.
        published: publication date, if it is known.
        clauses: the verbs of the text.
    """
    written = published
    basis: Basis = "published" if published else "context"
    if written is None:
        stamp = stamps.find_stamp(found, text)
        written = whole_day(stamp) if stamp else None
    dateline = stamps.find_dateline(found, text)
    if written is None:
        day = dateline.value[:10] if dateline and dateline.form != "weekday" else None
        weekday = _weekday_of(dateline, found, text, clauses) if dateline and day else None
        return Now(None, "context", None, "context", day, weekday)
    here = _day_of(dateline, written) if dateline else None
    if here and 0 < (written - here).days <= _DATELINE_DAYS:
        return Now(written, basis, here, "context")
    return Now(written, basis, written, basis)


def _weekday_of(
    dateline: Temporal, found: list[Temporal], text: str, clauses: Clauses
) -> int | None:
    """The weekday of a report's own day: that on which somebody said something.

    Else the first that it names of what is over, unless it says "today" for its day.
    """
    if dateline.weekday is not None:
        return dateline.weekday
    named = [
        one
        for one in found
        if dateline.end <= one.start <= dateline.end + _LEAD
        and (one.form in ("weekday", "holiday") or _is_today(one))
        and not (one.said and one.said.towards)
    ]
    for one in named:
        if one.weekday is not None and _TOLD.search(text, max(0, one.start - 40), one.start):
            return one.weekday
    first = named[0] if named else None
    if first is None or clauses.direction(first.start, first.end) > 0:
        return None
    return first.weekday


def _is_today(one: Temporal) -> bool:
    return one.said is not None and one.said.unit == "day" and not one.said.shift


def _day_of(dateline: Temporal, written: Day) -> Day | None:
    said = dateline.said
    day = whole_day(dateline)
    if day or said is None:
        return day
    value = (
        guess.weekday(said, written, -1)
        if dateline.form == "weekday"
        else guess.month_day(said, written, -1)
    )
    return Day.fromisoformat(value[:10]) if value else None
