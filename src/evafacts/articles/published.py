"""Publication dates, as front matter, JSON and pages write them."""

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_ISO = re.compile(r"\d{4}-?\d{2}-?\d{2}(?:[T ].*)?")
_NUMERIC = re.compile(r"(\d{1,2})([/.-])(\d{1,2})\2\d{2,4}\b")
_SECONDS = range(10**8, 10**10)
_MILLISECONDS = range(10**11, 10**13)


def parse_published(value: object) -> datetime.date | datetime.datetime:
    """Read a publication date.

    Nothing is filled in: a value has to give day, month and year, and ``01/02/2021``, which is a
    different day on either side of the Atlantic, is refused.

    Args:
        value: ISO 8601, English ("Jan. 31, 2021", "31 January 2021 10:30 GMT"), a date or
            date-time itself, or a Unix time in seconds or milliseconds.

    Returns:
        A date; a date-time where the value has a clock time.

    Raises:
        ValueError: The value does not settle the day.

    Example:
        >>> parse_published("Jan. 31, 2021")
        datetime.date(2021, 1, 31)
    """
    if isinstance(value, datetime.date):
        return value
    text = str(value).strip()
    if isinstance(value, bool) or not isinstance(value, int | str) or not text:
        raise ValueError(f"{value!r} is no date")
    if text.isdecimal() and (moment := _unix_time(int(text))):
        return moment
    if _ISO.fullmatch(text):
        return _iso(text)
    numeric = _NUMERIC.match(text)
    if numeric and numeric[1] != numeric[3] and max(int(numeric[1]), int(numeric[3])) <= 12:
        raise ValueError(f"{text!r} could be two days: write it as YYYY-MM-DD")
    return _english(text)


def _unix_time(number: int) -> datetime.datetime | None:
    if number in _MILLISECONDS:
        number //= 1000
    # Eight figures are a day: 20210131.
    if number not in _SECONDS or number < 10**8:
        return None
    return datetime.datetime.fromtimestamp(number, tz=datetime.UTC)


def _iso(text: str) -> datetime.date | datetime.datetime:
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        pass
    try:
        return datetime.datetime.fromisoformat(text)
    except ValueError:
        return _english(text)  # "2021-01-31 10:00 EST"


def _english(text: str) -> datetime.date | datetime.datetime:
    data = _parser().get_date_data(text[:100])
    if data.date_obj is None:
        raise ValueError(f"{text[:100]!r} is no date that gives day, month and year")
    moment: datetime.datetime = data.date_obj
    return moment if data.period == "time" else moment.date()


@cache
def _parser() -> "DateDataParser":
    from dateparser.date import DateDataParser  # slow to import, and seldom needed

    settings = {
        "STRICT_PARSING": True,
        "REQUIRE_PARTS": ["day", "month", "year"],
        "PARSERS": ["absolute-time"],
        "RETURN_TIME_AS_PERIOD": True,
    }
    return DateDataParser(languages=["en"], settings=settings)
