"""From what is said and a reference day to a TIMEX3 value, in the direction given (-1, 0, 1)."""

import datetime
import re
from collections.abc import Callable

from evafacts.mentions.temporal import calendar
from evafacts.mentions.temporal.types import Said

Day = datetime.date
Direction = int | None
"""-1 past, 1 to come, 0 unknown; None where the reference is no "now" to the text."""
Guess = Callable[[Said, Day, Direction], str | None]

_CLOSE_AHEAD = 30
_CLOSE_BEHIND = 110
_DISTANT_DAYS = 250
_OTHER_YEAR = 2.2
_LEAP_YEAR = 2004
_SHORT_YEAR = 300
_QUARTER_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7}
_SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def with_part(said: Said, day: Day | None) -> str | None:
    """The day's value, with its part of the day where one is said."""
    if day is None:
        return None
    return day.isoformat() + (f"T{said.part}" if said.part else "")


def _pick(days: list[Day], reference: Day, direction: Direction) -> Day | None:
    """The candidate that the direction points at, unless another is far nearer.

    Where nothing points, the nearest; news gives the year of a day that is far ahead and in
    another year, so such a day counts as further off.
    """
    if not days:
        return None

    def distance(day: Day) -> float:
        off = (day - reference).days
        if off > 0 and day.year != reference.year and direction is not None:
            return _OTHER_YEAR * off
        return abs(off)

    nearest = min(days, key=distance)
    if not direction:
        return nearest
    fitting = [day for day in days if direction * (day - reference).days >= -1]
    if not fitting:
        return nearest
    chosen = min(fitting, key=lambda day: abs((day - reference).days))
    far = abs((chosen - reference).days) > _DISTANT_DAYS
    close = _CLOSE_BEHIND if direction > 0 else _CLOSE_AHEAD
    return nearest if far and abs((nearest - reference).days) <= close else chosen


def month_day(said: Said, reference: Day, direction: Direction) -> str | None:
    """As in "Nov. 6": the year that direction and weekday ask for."""
    month, day = said.month or 1, said.day or 1
    years = range(reference.year - 1, reference.year + 2)
    days = [found for year in years if (found := calendar.safe(year, month, day))]
    if not days:
        days = [
            found
            for year in range(reference.year - 4, reference.year + 5)
            if (found := calendar.safe(year, month, day))
        ]
    if said.weekday is not None:
        days = [found for found in days if found.weekday() == said.weekday] or days
    return with_part(said, _pick(days, reference, direction))


def month(said: Said, reference: Day, direction: Direction) -> str | None:
    """As in "in March": the latest or next one."""
    direction = direction or 0
    number = said.month or 1
    here = reference.year * 12 + reference.month - 1
    indexes = [(reference.year + step) * 12 + number - 1 for step in (-1, 0, 1)]
    said_last = said.towards == -1
    if direction < 0:
        indexes = [index for index in indexes if index < here or (index == here and not said_last)]
        chosen = max(indexes)
    elif direction > 0:
        chosen = min(
            index for index in indexes if index > here or (index == here and said.towards is None)
        )
    else:
        chosen = min(indexes, key=lambda index: abs(index - here))
    return f"{chosen // 12:04d}-{chosen % 12 + 1:02d}"


def neighbour_month(said: Said, reference: Day) -> int:
    """1 for the month next to come, -1 for the one just gone, 0 for any other month.

    Of the same month of the year before or after print says "last March", "next March".
    """
    off = ((said.month or 1) - reference.month + 1) % 12 - 1
    return off if said.towards is None and abs(off) == 1 else 0


def part_of_year(said: Said, reference: Day, direction: Direction) -> str | None:
    """As in "the third quarter", "last summer", "the weekend"."""
    direction, suffix = direction or 0, said.suffix or ""
    if suffix == "WE":
        return _weekend(reference, direction, said.towards)
    first = _QUARTER_MONTH.get(suffix) or _SEASON_MONTH[suffix]
    year = reference.year
    if suffix == "WI" and reference.month < 6:
        year -= 1
    begun = (year, first) <= (reference.year, reference.month)
    if said.towards == -1:
        over = (year, first + 2) < (reference.year, reference.month)
        year -= 0 if over else 1
    elif said.towards == 1:
        year += 1 if begun else 0
    elif said.towards is None and direction <= 0 and not begun:
        year -= 1
    elif (
        said.towards is None
        and direction > 0
        and (year, first + 2) < (reference.year, reference.month)
    ):
        year += 1
    return f"{year:04d}-{suffix}"


def _weekend(reference: Day, direction: int, towards: int | None) -> str | None:
    weeks = 0
    if reference.weekday() < 5 and direction < 0:
        weeks = -1
    if towards == 0 and direction >= 0:
        weeks = 0
    day = calendar.add_days(reference, 7 * weeks)
    return f"{calendar.week(day)}-WE" if day else None


def holiday(said: Said, reference: Day, direction: Direction) -> str | None:
    """As in "Christmas Eve", "Labor Day": by the rule of the table."""
    years = (said.year,) if said.year else range(reference.year - 1, reference.year + 2)
    days = [_holiday_in(year, said) for year in years]
    chosen = _pick(days, reference, direction)
    return chosen.isoformat() if chosen else None


def _holiday_in(year: int, said: Said) -> Day:
    month_number, rule = said.month or 1, said.suffix or "01"
    if len(rule) == 2 and rule.isdigit():
        return Day(year, month_number, int(rule))
    if rule.startswith("E"):
        return calendar.easter(year) + datetime.timedelta(int(rule[1:]))
    nth, day_of_week = rule.rsplit("-", 1)
    return calendar.nth_weekday(year, month_number, int(nth), int(day_of_week))


def day_only(said: Said, reference: Day, direction: int, *, near: bool = False) -> str | None:
    """As in "the 13th": of the month of the reference, or of the one before or after it."""
    number = said.day or 1
    days = []
    for step in (-1, 0, 1):
        month_there = calendar.add_months(reference.replace(day=1), step)
        if month_there and (day := calendar.safe(month_there.year, month_there.month, number)):
            days.append(day)
    if said.weekday is not None:
        days = [day for day in days if day.weekday() == said.weekday] or days
    if near:
        same = [day for day in days if (day.year, day.month) == (reference.year, reference.month)]
        days = same or days
    return with_part(said, _pick(days, reference, direction))


def weekday(said: Said, reference: Day, direction: int, *, strict: bool = False) -> str | None:
    """As in "Monday", "last Friday", "Monday of last week", "a week from Tuesday"."""
    wanted = said.weekday or 0
    if said.unit == "week":
        monday = calendar.add_days(reference, 7 * said.shift - reference.weekday())
        return with_part(said, calendar.add_days(monday, wanted)) if monday else None
    if said.towards and (strict or said.unit is None):
        day = calendar.add_days(reference, said.towards)
        found = calendar.nearest_weekday(day, wanted, said.towards) if day else None
        if found and said.towards > 0 and not strict and (found - reference).days <= 2:
            found = calendar.add_days(found, 7)
        return with_part(said, found)
    if strict or said.towards == 0:
        direction = direction or 1
    found = calendar.nearest_weekday(reference, wanted, direction or -1)
    if found and said.unit == "day":
        found = calendar.add_days(found, said.shift)
    return with_part(said, found)


def shifted(said: Said, reference: Day) -> str | None:
    """As in "yesterday", "last week", "two years ago": so many units from the reference."""
    shift = said.shift
    if said.month is not None or said.suffix is not None:
        year = reference.year + shift
        if said.suffix is not None:
            return f"{year:04d}-{said.suffix}"
        return f"{year:04d}-{said.month:02d}" + (f"-{said.day:02d}" if said.day else "")
    if said.weekday is not None:
        return weekday(said, reference, 0)
    if said.unit == "day-of-month":
        day = calendar.add_months(reference, shift)
        return day.isoformat() if day else None
    if said.unit in ("day", "week", "weekend"):
        return _days(said, calendar.add_days(reference, shift * (1 if said.unit == "day" else 7)))
    return _months(said.unit or "", shift, reference)


def open_shift(said: Said, value: str) -> str | None:
    """As in "yesterday" by a day without a year, ``XXXX-11-19``.

    None where the year decides (over the end of February), and for other units than days.
    """
    match = re.fullmatch(r"XXXX-(\d\d)-(\d\d)", value)
    if match is None or said.unit != "day" or said.weekday is not None:
        return None
    days = set()
    for year in (_LEAP_YEAR, _LEAP_YEAR + 1):
        day = calendar.safe(year, int(match[1]), int(match[2]))
        moved = calendar.add_days(day, said.shift) if day else None
        days.add(moved.isoformat()[4:] if moved else "")
    if len(days) != 1 or abs(said.shift) >= _SHORT_YEAR:
        return None
    return "XXXX" + days.pop() + (f"T{said.part}" if said.part else "")


def _days(said: Said, day: Day | None) -> str | None:
    if day is None:
        return None
    if said.unit == "day":
        return with_part(said, day)
    return calendar.week(day) + ("-WE" if said.unit == "weekend" else "")


def _months(unit: str, shift: int, reference: Day) -> str | None:
    if unit == "decade":
        return f"{reference.year // 10 + shift:03d}"
    if unit == "century":
        return f"{reference.year // 100 + shift:02d}"
    months = {"month": 1, "quarter": 3, "year": 12}.get(unit)
    day = calendar.add_months(reference, shift * months) if months else None
    if day is None:
        return None
    if unit == "month":
        return f"{day.year:04d}-{day.month:02d}"
    return calendar.quarter(day) if unit == "quarter" else f"{day.year:04d}"
