"""Calendar arithmetic: days, weeks, months; and how TIMEX3 writes them."""

import datetime
from calendar import monthrange

Date = datetime.date
_DAY = datetime.timedelta(days=1)


def as_date(published: datetime.date | datetime.datetime | str | None) -> Date | None:
    """The day of a publication date in any of its forms; None where it cannot be read."""
    if isinstance(published, datetime.datetime):
        return published.date()
    if isinstance(published, datetime.date) or published is None:
        return published
    try:
        return datetime.date.fromisoformat(published.strip()[:10])
    except ValueError:
        return None


def valid(year: int, month: int, day: int) -> bool:
    """Whether there is such a day."""
    return 1 <= month <= 12 and 1 <= year <= 9999 and 1 <= day <= monthrange(year, month)[1]


def safe(year: int, month: int, day: int) -> Date | None:
    """The day, or None where there is none such."""
    return Date(year, month, day) if valid(year, month, day) else None


def add_days(day: Date, count: int) -> Date | None:
    """The day so many days on; None outside the calendar."""
    try:
        return day + count * _DAY
    except OverflowError:
        return None


def add_months(day: Date, count: int) -> Date | None:
    """The same day so many months on, or the month's last day."""
    index = day.year * 12 + day.month - 1 + count
    year, month = divmod(index, 12)
    if not 1 <= year <= 9999:
        return None
    return Date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def week(day: Date) -> str:
    """ISO week, ``2021-W05``."""
    iso = day.isocalendar()
    return f"{iso.year:04d}-W{iso.week:02d}"


def quarter(day: Date) -> str:
    """Calendar quarter, ``2021-Q1``."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def season(day: Date) -> tuple[int, str]:
    """Year and season (northern) of a day; December counts to the winter of its own year."""
    suffix = ("WI", "SP", "SU", "FA")[day.month % 12 // 3]
    return day.year, suffix


def nth_weekday(year: int, month: int, nth: int, weekday: int) -> Date:
    """The nth such weekday of a month; -1 is the last."""
    if nth > 0:
        first = Date(year, month, 1)
        return first + ((weekday - first.weekday()) % 7 + 7 * (nth - 1)) * _DAY
    last = Date(year, month, monthrange(year, month)[1])
    return last - ((last.weekday() - weekday) % 7) * _DAY


def easter(year: int) -> Date:
    """Easter Sunday of the western churches, by the anonymous Gregorian algorithm."""
    golden, century = year % 19, year // 100
    epact = (century - century // 4 - (8 * century + 13) // 25 + 19 * golden + 15) % 30
    moon = epact - epact // 28 * (1 - 29 // (epact + 1) * ((21 - golden) // 11))
    weekday = (year + year // 4 + moon + 2 - century + century // 4) % 7
    return Date(year, 3, 28) + (moon - weekday) * _DAY


def nearest_weekday(reference: Date, weekday: int, direction: int) -> Date | None:
    """That weekday on the reference day or in the week before (-1) or after (1) it."""
    if direction < 0:
        return add_days(reference, -((reference.weekday() - weekday) % 7))
    return add_days(reference, (weekday - reference.weekday()) % 7)
