"""Values put in the place of what was left open."""

import re
from dataclasses import replace

from evafacts.mentions.temporal import calendar, guess
from evafacts.mentions.temporal.places import Day, whole_day
from evafacts.mentions.temporal.types import Basis, Said, Temporal

_WEEK_OF = re.compile(r"\b(?:the\s)?week\s(?:of|beginning|starting)\s(?:on\s)?$", re.I)
_WEEK = 7


def in_open_year(one: Temporal, said: Said, day: str) -> Temporal:
    """The value of "yesterday" and "the next day" by a day whose year is not known."""
    value = guess.open_shift(said, day)
    return replace(one, value=value) if value else one


def apart(found: list[Temporal], longer: list[Temporal]) -> list[Temporal]:
    """Take the longer form of each where it does not run into the one before: "six week of …"."""
    taken: list[Temporal] = []
    for one, long in zip(found, longer, strict=True):
        taken.append(one if taken and long.start < taken[-1].end else long)
    return taken


def week_of(one: Temporal, text: str) -> Temporal:
    """As in "the week of Feb. 8": no day."""
    if one.kind != "DATE" or one.grain != "day":
        return one
    before = _WEEK_OF.search(text, max(0, one.start - 24), one.start)
    if before is None:
        return one
    day = whole_day(one)
    value = calendar.week(day) if day else "XXXX-WXX"
    return replace(one, start=before.start(), value=value, grain="week", weekday=None)


def first_day(one: Temporal) -> Day | None:
    """The first day of a year or month."""
    year, month = one.value[:4], one.value[5:7]
    if not year.isdigit():
        return None
    return calendar.safe(int(year), int(month) if month.isdigit() else 1, 1)


def diary(found: list[Temporal], today: Day) -> list[Day]:
    """The days told with weekday and date that lie more than a week back."""
    days = [whole_day(one) for one in found if one.weekday is not None]
    return [day for day in days if day and (today - day).days > _WEEK]


def in_year(one: Temporal, year: Temporal, basis: Basis = "stated") -> Temporal:
    """Give a day or month the year of another expression."""
    value = year.value[:4] + one.value[4:]
    if one.said is None or year.said is None or not _is_day_or_month(value):
        return one
    return replace(one, value=value, basis=basis, said=replace(one.said, year=year.said.year))


def _is_day_or_month(value: str) -> bool:
    parts = [int(part) for part in value.split("T")[0].split("-")]
    return len(parts) == 2 or calendar.valid(*parts)


def with_value(one: Temporal, value: str | None, basis: Basis) -> Temporal:
    """The expression with its value and basis settled; as it was where there is none."""
    return replace(one, value=value, basis=basis) if value else one
