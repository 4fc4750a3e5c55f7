"""The day of a clock time: that of its sentence, else one told just before, else of the report."""

import re
from dataclasses import replace

from evafacts.mentions.temporal.now import Now
from evafacts.mentions.temporal.places import Day, Places, whole_day
from evafacts.mentions.temporal.tense import Clauses
from evafacts.mentions.temporal.types import Temporal

_BEFORE = 400
_WEEK = 7
_TIMETABLE = 3000
_STAMP_BEFORE = re.compile(r"[^\w]*")
_HEADING = 12
_ADJACENT = 15


def with_days(found: list[Temporal], text: str, clauses: Clauses, now: Now) -> list[Temporal]:
    """Give each clock time its day, where one is known.

    Args:
        found: temporals whose days are settled.
        text: their text.
        clauses: the text's sentences and verbs.
        now: when it was written.
    """
    days, headings = Places(), Places()
    for one in found:
        day = whole_day(one)
        if day and one.basis:
            days.add(one.start, day)
            if _is_heading(one, text):
                headings.add(one.start, day)
    reader = _Clocks(text, clauses, now, (days, headings))
    return [reader.settled(one) if one.form == "clock" else one for one in found]


def _is_heading(one: Temporal, text: str) -> bool:
    """A day alone on its line, as in a timetable."""
    left = text.rfind("\n", 0, one.start) + 1
    right = text.find("\n", one.end)
    return one.start - left + (len(text) if right < 0 else right) - one.end <= _HEADING


class _Clocks:
    """The clock times of one text."""

    def __init__(self, text: str, clauses: Clauses, now: Now, days: tuple[Places, Places]) -> None:
        self.text = text
        self.clauses = clauses
        self.now = now
        self.days, self.headings = days

    def settled(self, one: Temporal) -> Temporal:
        """The clock time with its day."""
        left, right = self.clauses.sentence(one.start, one.end)
        basis, opens = self.now.today_basis, self._opens_line(one)
        if opens and self.now.today:
            right = min(right, one.end + _ADJACENT)
        day = self.days.inside(one.start, left, right)
        if day is None:
            day = self._told_before(one, opens=opens)
        if day is not None:
            basis = "context"
        else:
            day = self.now.today
        if day is None:
            return one
        return replace(one, value=f"{day.isoformat()}T{one.clock}", basis=basis)

    def _opens_line(self, one: Temporal) -> bool:
        """As the stamp of a live report does, and an item of a timetable."""
        begin = self.text.rfind("\n", 0, one.start) + 1
        return bool(_STAMP_BEFORE.fullmatch(self.text, begin, one.start))

    def _told_before(self, one: Temporal, *, opens: bool) -> Day | None:
        """The day last spoken of: not for the stamp of a live report, nor a day of long ago."""
        if opens and self.headings.starts:
            return self.headings.before(one.start, _TIMETABLE)
        known = self.days.last(one.start, _BEFORE)
        if known is None or self.now.today is None:
            return known[1] if known else None
        start, day = known
        between = self.text[start : one.start]
        if "\n" in between and opens:
            return None
        aside = "(" in self.text[max(0, start - 12) : start] and ")" in between
        if "\n" not in between and not aside:
            return day
        return day if abs((day - self.now.today).days) <= _WEEK and not aside else None
