"""The day that "today", "Monday" and a year-less date count from."""

import re

from evafacts.mentions.temporal import calendar, guess, stamps
from evafacts.mentions.temporal.places import FULL, Day, whole_day
from evafacts.mentions.temporal.tense import Clauses
from evafacts.mentions.temporal.types import Basis, Temporal
from evafacts.mentions.values import value

_DATELINE_DAYS = 7
_LEAD = 500
_SAME_FLIGHT = 183  # days
_BESIDE = 60
_OWN_TIME = re.compile(
    r"\b(?:launch\w*|lifted\soff|blasted\soff|arriv\w+|docked|reached\sthe|crew\sof|on\sboard\ssince"
    r"|[Vv]olume|[Ii]ssue|[Pp]age)\b"
)
_TOLD = re.compile(
    r"\b(?:said|announced|reported|told\s\w+|confirmed)\s(?:here\s)?(?:on\s|late\s|early\s)*$"
)


@value
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
    if written is None and dateline and dateline.form != "weekday":
        written = _in_its_year(dateline, found, text)
    if written is None:
        day = dateline.value[:10] if dateline and dateline.form != "weekday" else None
        weekday = _weekday_of(dateline, found, text, clauses) if dateline and day else None
        return Now(None, "context", None, "context", day, weekday)
    here = _day_of(dateline, written) if dateline else None
    if here and 0 < (written - here).days <= _DATELINE_DAYS:
        return Now(written, basis, here, "context")
    return Now(written, basis, written, basis)


def _in_its_year(dateline: Temporal, found: list[Temporal], text: str) -> Day | None:
    """The day of a dateline without its year, by a full date of the same flight or issue.

    "BEIJING, Dec. 21 … The three were launched on Oct. 26, 2023."
    """
    days = [
        day
        for one in found
        if one.form in FULL
        and (day := whole_day(one))
        and _OWN_TIME.search(text, max(0, one.start - _BESIDE), one.end + _BESIDE)
    ]
    years = [one.value[:4] for one in found if one.form in ("year", "month_year")]
    said = dateline.said
    if not days or said is None or said.month is None:
        return None
    latest = max(days)
    if any(year.isdigit() and int(year) > latest.year + 1 for year in years):
        return None
    near = (calendar.safe(latest.year + n, said.month, said.day or 1) for n in (-1, 0, 1))
    gaps = [(abs((day - latest).days), day) for day in near if day]
    return min(gaps)[1] if gaps and min(gaps)[0] <= _SAME_FLIGHT else None


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
