"""Days by their place in a text."""

import datetime
from bisect import bisect_left
from dataclasses import dataclass, field

from evafacts.mentions.temporal.types import Temporal

Day = datetime.date
FULL = frozenset({"full", "iso", "numeric", "numeric_day_first", "numeric_month_first"})
"""Forms that say a day with its year."""


@dataclass(slots=True)
class Places:
    """Days by their place in the text, for the nearest one to a place."""

    starts: list[int] = field(default_factory=list)
    days: list[Day] = field(default_factory=list)

    def add(self, start: int, day: Day) -> None:
        """Note a day; places come in order of the text."""
        self.starts.append(start)
        self.days.append(day)

    def last(self, start: int, within: int) -> tuple[int, Day] | None:
        """Place and day of the last one mentioned before a place."""
        index = bisect_left(self.starts, start) - 1
        if index < 0 or start - self.starts[index] > within:
            return None
        return self.starts[index], self.days[index]

    def before(self, start: int, within: int) -> Day | None:
        """The last day mentioned before a place."""
        found = self.last(start, within)
        return found[1] if found else None

    def latest(self, start: int, most: int) -> list[Day]:
        """The last days mentioned before a place, latest first."""
        index = bisect_left(self.starts, start)
        return self.days[max(0, index - most) : index][::-1]

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

    def inside(self, start: int, left: int, right: int) -> Day | None:
        """The day nearest to a place among those between ``left`` and ``right``."""
        index = bisect_left(self.starts, start)
        around = [i for i in (index - 1, index) if 0 <= i < len(self.starts)]
        around = [i for i in around if left <= self.starts[i] < right]
        if not around:
            return None
        return self.days[min(around, key=lambda i: abs(self.starts[i] - start))]


def whole_day(one: Temporal) -> Day | None:
    """The day of a value that has one; None for a clock time, whose day is borrowed."""
    value = one.value
    if one.kind == "DURATION" or one.form == "clock" or len(value) < 10 or not value[:4].isdigit():
        return None
    if value[4] != "-" or value[7] != "-" or not value[8:10].isdigit():
        return None
    return Day(int(value[:4]), int(value[5:7]), int(value[8:10]))
