"""The year that a running narrative is in: that of the full date told before."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import timedelta

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.numbers import CARDINALS
from evafacts.mentions.temporal import calendar
from evafacts.mentions.temporal.places import Day, Places
from evafacts.mentions.temporal.tense import Clauses
from evafacts.mentions.temporal.types import Temporal

_OPENING = re.compile(
    r"\W*(?:(?:Then|But|And)\s)?(?:[Oo]n\s)?"
    r"(?:(?:the\s)?(?:morning|afternoon|evening|night)\sof\s)?(?:[A-Z]\w+day,\s)?"
)
_ASIDE = 260
_SCENE = 1200
_FAR_DAYS = 300
_CLOSE_DAYS = 45
_HALF_YEAR = 183
_MANY = 3

_THE_YEAR_AFTER = timedelta(days=150)  # a month later to half a year after the middle
_LATEST = 20  # full dates looked back on


class Narrative:
    """Follows the full dates of one text in order.

    "On July 16, 2013, he went out … On July 9 … On December 21 …" goes on from the last day told,
    whatever year a later chapter names. A date of years before is an aside that serves what stands
    beside it and no more.
    """

    def __init__(
        self, text: str, full: Places, clauses: Clauses, years: Sequence[int] = ()
    ) -> None:
        self.text = text
        self.full = full
        self.clauses = clauses
        self.current = _current(full)
        self.years = years
        self.at: tuple[int, Day] | None = None
        self.aside: tuple[int, Day] | None = None
        self.scenes: set[int] = set()
        self.told: tuple[int, Day] | None = None
        self.story = _years_back(text)

    def tell(self, one: Temporal, day: Day) -> None:
        """Go on from a full date."""
        known = self.at
        if known and self._is_aside(one, day, known[1]):
            self.aside = (one.start, day)
        else:
            self.at, self.aside = (one.start, day), None

    def _is_aside(self, one: Temporal, day: Day, known: Day) -> bool:
        if day.year < known.year - 1:
            return True
        return day.year > known.year + 1 and self.clauses.direction(one.start, one.end) > 0

    def settled(self, one: Temporal, day: Day) -> None:
        """Go on from a day that took its year from the narrative."""
        self.scenes.add(one.start)
        if self.aside and abs((self.aside[1] - day).days) <= _HALF_YEAR:
            self.aside = (one.start, day)
        else:
            self.at = (one.start, day)

    def reference(self, one: Temporal) -> Day | None:
        """The day to count from where nothing says when the text was written."""
        day = self._reference(one)
        return None if day is None or self._is_lone(day) else day

    def _is_lone(self, day: Day) -> bool:
        """A single old day among later years: "Construction began on 20 November 1998"."""
        later = sum(year > day.year + 1 for year in self.years)
        return later >= _MANY and not any(abs(year - day.year) <= 1 for year in self.years)

    def _reference(self, one: Temporal) -> Day | None:
        if self.aside and "\n" not in self.text[self.aside[0] : one.start]:
            return self.aside[1]
        if self.at is None or (
            self._is_out_of_time(self.at[1]) and not self._beside(self.at[0], one)
        ):
            return self.full.nearest(one.start, within=_ASIDE) or self.current.nearest(one.start)
        return self.at[1]

    def _beside(self, start: int, one: Temporal) -> bool:
        return one.start - start <= _ASIDE or (
            one.start - start <= _SCENE and "\n" not in self.text[start : one.start]
        )

    def _is_out_of_time(self, day: Day) -> bool:
        """A single old day in a text whose other dates are of another time."""
        return len(self.current.days) > 1 and not any(
            abs(other.year - day.year) <= 1 for other in self.current.days
        )

    def then(self, one: Temporal, published: Day) -> Day | None:
        """A day of years ago that ``one``, without a year, goes on from; None where it is news.

        As in "On July 20, 1969, two men landed; on July 24 they were home", and not in "down most
        since the Oct. 19, 1987, crash; on Oct. 13 shares fell" of a month later.
        """
        said = one.said
        if said is None or said.month is None or one.form == "relative":
            return None
        if self.story and self.clauses.direction(one.start, one.end) <= 0:
            return calendar.safe(published.year - self.story, said.month, said.day or 1)
        if self._is_of_now(one, published):
            return None
        same = self._by_its_weekday(one)
        if same is not None:
            return same
        known = self._old(one, published)
        if self.told and (known is None or known[0] < self.told[0]):
            return self._in_the_year_told(one, published)
        if known is None:
            return None
        start, then = known
        years = (then.year - 1, then.year, then.year + 1)
        days = [calendar.safe(year, said.month, said.day or then.day) for year in years]
        gaps = [(day - then).days for day in days if day]
        gap = min(gaps, key=abs, default=None)
        if gap is None:
            return None
        past = self.clauses.direction(one.start, one.end) <= 0
        scene = past and self._sets_scene(start)
        if scene and abs(gap) <= _CLOSE_DAYS:
            return then
        if self._is_news(said.month, said.day, published):
            return None
        if one.start - start <= _ASIDE and 0 <= gap <= _CLOSE_DAYS:
            return then
        goes_on = scene or (past and self._looks_back(published))
        return then if goes_on and abs(gap) <= _HALF_YEAR else None

    def tell_year(self, one: Temporal) -> None:
        """Note a year, or a month of one: "Their turn came in 1979. … On Aug. 15 they went out"."""
        year, month = int(one.value[:4]), one.value[5:7]
        if month.isdigit():
            self.told = (one.start, Day(year, int(month), 1) + _THE_YEAR_AFTER)
        else:
            self.told = (one.start, Day(year, 7, 1))

    def _in_the_year_told(self, one: Temporal, published: Day) -> Day | None:
        """The middle of the year, in a history, in which a day is that tells of no year."""
        if self.told is None or one.start - self.told[0] > _SCENE or one.said is None:
            return None
        old = [published.year - year > 1 for year in self.years]
        if sum(old) < _MANY or 2 * sum(old) <= len(old) or not old:
            return None
        past = self.clauses.direction(one.start, one.end) <= 0
        near = one.start - self.told[0] <= _ASIDE  # "they set up", "they put": of any time
        if not near and (not past or self._is_news(one.said.month or 1, one.said.day, published)):
            return None
        return self.told[1] if (published - self.told[1]).days > _FAR_DAYS else None

    def _is_of_now(self, one: Temporal, published: Day) -> bool:
        """Whether the weekday told with a day is the one on which it falls about publication."""
        said = one.said
        if said is None or said.weekday is None or said.month is None or said.day is None:
            return False
        years = (published.year - 1, published.year, published.year + 1)
        now = [day for year in years if (day := calendar.safe(year, said.month, said.day))]
        nearest = min(now, key=lambda day: abs(day - published), default=None)
        return nearest is not None and nearest.weekday() == said.weekday

    def _by_its_weekday(self, one: Temporal) -> Day | None:
        """A day of the text in whose year ``one`` falls on the weekday told with it.

        As in "launched on May 7, 1992. … On Sunday, May 10, they went out": no Sunday in 2022.
        """
        said = one.said
        if said is None or said.weekday is None or said.month is None or said.day is None:
            return None
        for then in self.full.latest(one.start, _LATEST):
            day = calendar.safe(then.year, said.month, said.day)
            if day and day.weekday() == said.weekday:
                return then
        return None

    def _sets_scene(self, start: int) -> bool:
        """Whether a day told opens its sentence ("On July 16, 2013, he …"), or goes on from one."""
        if start in self.scenes:
            return True
        left, _ = self.clauses.sentence(start, start)
        return bool(_OPENING.fullmatch(self.text, left, start))

    def _old(self, one: Temporal, published: Day) -> tuple[int, Day] | None:
        known = max((place for place in (self.at, self.aside) if place), default=None)
        if known is None or one.start - known[0] > _SCENE:
            return None
        return known if (published - known[1]).days > _FAR_DAYS else None

    def _is_news(self, month: int, day: int | None, published: Day) -> bool:
        here = [calendar.safe(published.year + step, month, day or 1) for step in (-1, 0, 1)]
        return any(one and abs((published - one).days) <= _CLOSE_DAYS for one in here)

    def _looks_back(self, published: Day) -> bool:
        """Most full dates of the text are of years ago: a history and no report."""
        old = sum((published - day).days > _FAR_DAYS for day in self.full.days)
        return old >= _MANY and 2 * old > len(self.full.days)


_ANNIVERSARY = AnyCase(
    r"(?:(?:^|[\n.]\s*)\W{0,3}(?P<n>[\w-]+)\s+years\s+ago\b"
    r"|\b(?P<n2>[\w-]+)\s+years\s+ago\s+(?:today|this|on|yesterday|tomorrow)\b)|\b(?P<nth>\d+)(?:st|nd|rd|th)[\s-]anniversary\b|"
    r"\b(?P<name>[\w-]+)\s+anniversary\b",
)
_TENS = {
    word: 10 * n
    for n, word in enumerate(
        ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty"], 2
    )
}
_NAMED = {
    "tenth": 10,
    "twentieth": 20,
    "thirtieth": 30,
    "fortieth": 40,
    "fiftieth": 50,
    "sixtieth": 60,
    "golden": 50,
}
_LEAST_YEARS, _HEAD = 5, 700


def _years_back(text: str) -> int | None:
    """How many years ago an anniversary piece is set: "Fifty years ago today, …" at its head."""
    head = text[:_HEAD]
    if not any(word in head.lower() for word in ("years", "anniversary")):
        return None
    match = _ANNIVERSARY.search(head)
    if match is None:
        return None
    word = (match["n"] or match["n2"] or match["nth"] or match["name"]).lower()
    ten, _, unit = word.partition("-")
    if word.isdecimal():
        years = int(word)
    elif word in _NAMED:
        years = _NAMED[word]
    else:
        years = _TENS.get(ten, 0) + CARDINALS.get(unit or ten, 0)
    return years if _LEAST_YEARS <= years <= 99 else None


def _current(full: Places) -> Places:
    """The full dates of the year that the text's full dates name most: its own time."""
    current = Places()
    years = Counter(day.year for day in full.days)
    if years:
        present = max(years, key=lambda year: (years[year], year))
        for start, day in zip(full.starts, full.days, strict=True):
            if abs(day.year - present) <= 1:
                current.add(start, day)
    return current
