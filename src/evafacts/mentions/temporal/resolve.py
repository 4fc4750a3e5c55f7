"""Pass two: what the words mean, given the publication date, the dates around and the tense."""

import datetime
import re
from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass, field, replace

from evafacts.mentions.temporal import calendar, guess
from evafacts.mentions.temporal.tense import Clauses
from evafacts.mentions.temporal.types import Basis, Said, Temporal

Day = datetime.date
_DATELINE = re.compile(
    r"[^\S\n]*(?:\([A-Z][\w ./-]{1,24}\))?[^\S\n]*(?:--|[\u2014\u2013-]|\n|:|\||$)"
)
_BORN = re.compile(r"\b(?:born|birth|founded|died)\b[^.]{0,40}$", re.I)
_YEAR_THEN_DAY = re.compile(r",?\s(?:on|in)?\s?")
_DAY_THEN_YEAR = re.compile(r",?\s(?:in|of)\s")
_NO_YEAR = frozenset({"month_day", "weekday_month_day", "month"})
_FULL = frozenset({"full", "iso", "numeric", "numeric_day_first", "numeric_month_first"})
_BESIDE = 260
_PREVIOUS = 1200
_FAR_DAYS = 300
_CLOSE_DAYS = 45


@dataclass(slots=True)
class _Places:
    """Days by their place in the text, for the nearest one to a place."""

    starts: list[int] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)

    def add(self, start: int, day: Day) -> None:
        """Note a day; places come in order of the text."""
        self.starts.append(start)
        self.days.append(day)

    def before(self, start: int, within: int) -> Day | None:
        """The last day mentioned before a place."""
        index = bisect_left(self.starts, start) - 1
        if index < 0 or start - self.starts[index] > within:
            return None
        return self.days[index]

    def nearest(self, start: int, within: int | None = None) -> Day | None:
        """The day mentioned nearest to a place."""
        index = bisect_left(self.starts, start)
        around = [i for i in (index - 1, index) if 0 <= i < len(self.starts)]
        if not around:
            return None
        best = min(around, key=lambda i: abs(self.starts[i] - start))
        if within is not None and abs(self.starts[best] - start) > within:
            return None
        return self.days[best]


def resolve(
    temporals: list[Temporal],
    text: str,
    published: datetime.date | datetime.datetime | str | None = None,
) -> list[Temporal]:
    """Settle what the words left open.

    Args:
        temporals: what ``find_temporals`` found in ``text``.
        text: the same text.
        published: day of publication, as a date or ISO 8601.

    Returns:
        The same temporals in the same order, with ``value`` and ``basis`` settled where that can be
        done; the others keep their open value and basis None.
    """
    return _Resolver(_day_order(temporals), text, calendar.as_date(published)).run()


def _day_order(temporals: list[Temporal]) -> list[Temporal]:
    """Read "3/2/2021" as the 3rd of February where the text's other dates put the day first."""
    if not any(one.form == "numeric_day_first" for one in temporals):
        return temporals
    return [_swapped(one) if one.form == "numeric" and one.said else one for one in temporals]


def _swapped(one: Temporal) -> Temporal:
    said = one.said
    if said is None or said.month is None or said.day is None or said.year is None:
        return one
    value = f"{said.year:04d}-{said.day:02d}-{said.month:02d}" + one.value[10:]
    return replace(one, value=value, said=replace(said, month=said.day, day=said.month))


class _Resolver:
    """One text's pass two."""

    def __init__(self, temporals: list[Temporal], text: str, published: Day | None) -> None:
        self.found = temporals
        self.text = text
        self.published = published
        self.clauses = Clauses(text)
        self.full = _Places()
        self.current = _Places()
        self.by_weekday: dict[int, _Places] = {}
        self.open_by_weekday: dict[int, str] = {}
        self.previous: tuple[int, Day, str] | None = None

    def run(self) -> list[Temporal]:
        for one in self.found:
            day = _whole_day(one)
            if day and one.form in _FULL and not self._birth(one):
                self.full.add(one.start, day)
        self._index_current()
        self.found = self._with_year_beside()
        first = [self._calendar(one) for one in self.found]
        if self.published is None:
            self._index_weekdays(first)
        second = [self._in_order(one) for one in first]
        return self._clocks(second)

    def _with_year_beside(self) -> list[Temporal]:
        """Take the year from "in 1984, on July 25" and "on July 25 in 1984"."""
        found = list(self.found)
        for index, (one, following) in enumerate(zip(self.found, self.found[1:], strict=False)):
            gap = self.text[one.end : following.start]
            if one.form == "year" and following.form in _NO_YEAR and _YEAR_THEN_DAY.fullmatch(gap):
                found[index + 1] = _in_year(following, one)
            elif (
                one.form in _NO_YEAR and following.form == "year" and _DAY_THEN_YEAR.fullmatch(gap)
            ):
                found[index] = _in_year(one, following)
        return found

    def _index_current(self) -> None:
        """The full dates of the year that the text's full dates name most: its own time."""
        years = Counter(day.year for day in self.full.days)
        if years:
            present = max(years, key=lambda year: (years[year], year))
            for start, day in zip(self.full.starts, self.full.days, strict=True):
                if abs(day.year - present) <= 1:
                    self.current.add(start, day)

    def _context(self, one: Temporal) -> Day | None:
        """The full date beside it, else the nearest one of the text's own time."""
        return self.full.nearest(one.start, within=_BESIDE) or self.current.nearest(one.start)

    def _birth(self, one: Temporal) -> bool:
        return bool(_BORN.search(self.text[max(0, one.start - 60) : one.start]))

    # what needs no neighbours

    def _calendar(self, one: Temporal) -> Temporal:
        """Settle month and day, month, quarter, holiday; the rest waits for its neighbours."""
        said = one.said
        if one.basis or said is None or said.anchor or one.form in ("ref", "day_only"):
            return self._reference(one)
        if one.form == "holiday":
            return self._guessed(one, guess.holiday)
        if said.month is not None and said.day is not None:
            return self._guessed(one, guess.month_day)
        if said.month is not None:
            return self._guessed(one, guess.month)
        if said.suffix is not None:
            return self._guessed(one, guess.part_of_year)
        return self._reference(one)

    def _reference(self, one: Temporal) -> Temporal:
        if one.form == "ref" or (
            one.said and one.said.fixed and not one.said.unit and not one.basis
        ):
            return replace(one, basis="stated")
        return one

    def _guessed(self, one: Temporal, how: guess.Guess) -> Temporal:
        reference, basis = self._near_reference(one)
        if reference is None or one.said is None:
            return one
        value = how(one.said, reference, self._way(one, basis))
        return _settled(one, value, basis)

    def _near_reference(self, one: Temporal) -> tuple[Day | None, Basis]:
        """Publication date; or the full date beside it, where a text without one tells of then."""
        if self.published is None:
            return self._context(one), "context"
        then = self._told_of_then(one, self.published)
        return (then, "context") if then else (self.published, "published")

    def _told_of_then(self, one: Temporal, published: Day) -> Day | None:
        """A full date just before, long past, that a later day without a year goes on from.

        As in "On July 20, 1969, two men landed; on July 24 they were home", and not in "down most
        since the Oct. 19, 1987, crash; on Oct. 13 shares fell" of a month later.
        """
        said = one.said
        if said is None or said.month is None or one.form == "relative":
            return None
        then = self.full.before(one.start, within=_BESIDE)
        if then is None or (published - then).days <= _FAR_DAYS:
            return None
        there = calendar.safe(then.year, said.month, said.day or then.day)
        here = [calendar.safe(published.year + step, said.month, said.day or 1) for step in (-1, 0)]
        if any(day and abs((published - day).days) <= _CLOSE_DAYS for day in here):
            return None
        return then if there and 0 <= (there - then).days <= _CLOSE_DAYS else None

    def _way(self, one: Temporal, basis: Basis) -> guess.Direction:
        """The direction from the reference; a date of the text is not the time of its verbs.

        Among days the nearest is then the better guess: 88% against 79% of days whose year was
        taken away, in long texts.
        """
        if basis == "published" or one.grain != "day":
            return self._direction(one)
        return None

    def _direction(self, one: Temporal) -> int:
        if one.said and one.said.towards is not None:
            return one.said.towards
        return self.clauses.direction(one.start, one.end)

    def _index_weekdays(self, found: list[Temporal]) -> None:
        """Without a publication date: which days of the text fall on which weekday."""
        for one in found:
            day = _whole_day(one)
            if day and one.basis:
                self.by_weekday.setdefault(day.weekday(), _Places()).add(one.start, day)
            elif one.weekday is not None and one.form == "weekday_month_day":
                self.open_by_weekday.setdefault(one.weekday, one.value[:10])

    # what hangs on the day before it

    def _in_order(self, one: Temporal) -> Temporal:
        settled = self._with_neighbours(one) if not one.basis else one
        day = _whole_day(settled)
        if day and settled.basis:
            self.previous = (settled.start, day, settled.grain)
        return settled

    def _with_neighbours(self, one: Temporal) -> Temporal:
        said = one.said
        if said is None or one.kind == "DURATION":
            return one
        if said.anchor == "previous":
            return self._from_previous(one, said)
        if one.form == "day_only":
            return self._day_only(one, said)
        if said.weekday is not None and said.month is None:
            return self._weekday(one, said)
        if said.unit:
            return self._shifted(one, said)
        return one

    def _from_previous(self, one: Temporal, said: Said) -> Temporal:
        """As in "the next day", "three days later", "the following Monday"."""
        known = self.previous
        if known and one.start - known[0] <= _PREVIOUS:
            base, basis = known[1], "context"
        elif self.published and (said.unit not in ("day", None) or one.form == "neighbour_year"):
            base, basis = self.published, "published"
        else:
            return one
        if said.weekday is not None:
            value = guess.weekday(said, base, said.towards or 0, strict=True)
        else:
            value = guess.shifted(said, base)
        return _settled(one, value, "context" if basis == "context" else "published")

    def _day_only(self, one: Temporal, said: Said) -> Temporal:
        known = self.previous
        if known and one.start - known[0] <= 600:
            value = guess.day_only(said, known[1], self._direction(one), near=True)
            return _settled(one, value, "context")
        reference, basis = self._near_reference(one)
        if reference is None:
            return one
        return _settled(one, guess.day_only(said, reference, self._direction(one)), basis)

    def _weekday(self, one: Temporal, said: Said) -> Temporal:
        if self.published:
            value = guess.weekday(said, self.published, self._direction(one))
            return _settled(one, value, "published")
        if said.weekday is None:
            return one
        same = self.by_weekday.get(said.weekday)
        if same and said.towards is None:
            return _settled(one, guess.with_part(said, same.nearest(one.start)), "context")
        if said.weekday in self.open_by_weekday and said.towards is None:
            part = f"T{said.part}" if said.part else ""
            return replace(one, value=self.open_by_weekday[said.weekday] + part)
        reference = self._context(one)
        if reference is None:
            return one
        return _settled(one, guess.weekday(said, reference, self._direction(one)), "context")

    def _shifted(self, one: Temporal, said: Said) -> Temporal:
        if self.published:
            return _settled(one, guess.shifted(said, self.published), "published")
        dateline = self._dateline()
        return _settled(one, guess.shifted(said, dateline), "context") if dateline else one

    def _dateline(self) -> Day | None:
        """A full date at the head of the text, standing as datelines do."""
        for one in self.found[:3]:
            day = _whole_day(one)
            if (
                day
                and one.start < 250
                and one.form in _FULL
                and _DATELINE.match(self.text, one.end)
            ):
                return day
        return None

    # clock times

    def _clocks(self, found: list[Temporal]) -> list[Temporal]:
        days = _Places()
        for one in found:
            day = _whole_day(one)
            if day and one.basis:
                days.add(one.start, day)
        return [self._clock(one, days) if one.form == "clock" else one for one in found]

    def _clock(self, one: Temporal, days: _Places) -> Temporal:
        """A clock time's day: of its sentence, else the one last spoken of, else of publication."""
        day = self._day_of_sentence(one, days)
        basis: Basis = "context"
        if day is None and days.starts:
            index = bisect_left(days.starts, one.start) - 1
            if index >= 0 and one.start - days.starts[index] < 400:
                day = days.days[index]
        if day is None:
            day, basis = self.published, "published"
        if day is None:
            return one
        return replace(one, value=f"{day.isoformat()}T{one.clock}", basis=basis)

    def _day_of_sentence(self, one: Temporal, days: _Places) -> Day | None:
        index = bisect_left(days.starts, one.start)
        around = [i for i in (index - 1, index) if 0 <= i < len(days.starts)]
        if not around:
            return None
        left, right = self.clauses.sentence(one.start, one.end)
        inside = [i for i in around if left <= days.starts[i] < right]
        if not inside:
            return None
        return days.days[min(inside, key=lambda i: abs(days.starts[i] - one.start))]


def _in_year(one: Temporal, year: Temporal) -> Temporal:
    value = year.value + one.value[4:]
    if one.said is None or year.said is None or not _is_day_or_month(value):
        return one
    return replace(one, value=value, basis="stated", said=replace(one.said, year=year.said.year))


def _is_day_or_month(value: str) -> bool:
    parts = [int(part) for part in value.split("T")[0].split("-")]
    return len(parts) == 2 or calendar.valid(*parts)


def _settled(one: Temporal, value: str | None, basis: Basis) -> Temporal:
    return replace(one, value=value, basis=basis) if value else one


def _whole_day(one: Temporal) -> Day | None:
    """The day of a value that has one."""
    value = one.value
    if one.kind == "DURATION" or one.form == "clock" or len(value) < 10 or not value[:4].isdigit():
        return None
    if value[4] != "-" or value[7] != "-" or not value[8:10].isdigit():
        return None
    return Day(int(value[:4]), int(value[5:7]), int(value[8:10]))
