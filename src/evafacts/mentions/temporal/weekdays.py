"""The day of a weekday: by publication and the verb, or by the days that the text gives."""

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import pairwise

from evafacts.mentions.temporal import calendar, guess, words
from evafacts.mentions.temporal.narrative import Narrative
from evafacts.mentions.temporal.now import Now
from evafacts.mentions.temporal.places import Day, Places, whole_day
from evafacts.mentions.temporal.settling import diary, in_open_year, with_value
from evafacts.mentions.temporal.tense import Clauses
from evafacts.mentions.temporal.types import Said, Temporal

_JOINED = re.compile(
    r"\s(?:into|to|through|until)\s(?:the\s)?(?:early\s|late\s|small\s)?(?:hours\s(?:of\s)?)?"
)
_WEEK = 7
_DIARY = 2
_HEADLINE, _CAPTIONS = 120, 700  # characters
_GIVEN_UP = re.compile(rf"\b{words.alternation(words.TENSE['given_up'])}\b", re.I)
_NEW_DAY = re.compile(r"\b(?:to|until|till)\s(?:early\s|late\s|next\s)?$")
_PLANNED = re.compile(
    rf"\b(?:{words.alternation(words.TENSE['given_up'])}|{words.alternation(words.TENSE['set_for'])})\b",
    re.I,
)


class Weekdays:
    """The weekdays of one text.

    Args:
        found: the text's temporals, those settled that need no neighbours.
        clauses: its sentences and verbs; ``clauses.text`` is the text.
        now: when it was written.
        narrative: what its full dates tell.
    """

    def __init__(
        self, found: Sequence[Temporal], clauses: Clauses, now: Now, narrative: Narrative
    ) -> None:
        self.found = found
        self.text, self.clauses = clauses.text, clauses
        self.now, self.narrative = now, narrative
        self.dated = [one for one in found if one.basis and one.grain == "day"]
        self.by_weekday: dict[int, Places] = {}
        self.open_by_weekday: dict[int, str] = {}
        if now.written is None:
            self._index()
        self.diary = diary(list(found), now.today) if now.today else []
        self.named: dict[int, Day] = {}
        self.joined = {
            following.start
            for one, following in pairwise(found)
            if one.form == "weekday" and _JOINED.fullmatch(self.text[one.end : following.start])
        }
        self._near: set[Day] | None = None

    def _index(self) -> None:
        """Without a publication date: which days of the text fall on which weekday."""
        for one in self.found:
            day = whole_day(one)
            if day and one.basis:
                self.by_weekday.setdefault(day.weekday(), Places()).add(one.start, day)
            elif one.weekday is not None and one.form == "weekday_month_day":
                self.open_by_weekday.setdefault(one.weekday, one.value[:10])

    def settled(self, one: Temporal, said: Said, previous: tuple[int, Day] | None) -> Temporal:
        """Settle a weekday; ``previous`` is the day told last, and where."""
        if self.now.today:
            told = self._told_weekday(one, said, self.now.today, previous)
            if told:
                return with_value(one, guess.with_part(said, told), "context")
            return self._weekday_by(one, said, self.now.today, previous)
        if said.weekday is None:
            return one
        if one.start in self.joined and previous and said.towards is None:
            following = calendar.nearest_weekday(previous[1], said.weekday, 1)
            return with_value(one, guess.with_part(said, following), "context")
        same = self.by_weekday.get(said.weekday)
        if same and said.towards is None:
            return with_value(one, guess.with_part(said, same.nearest(one.start)), "context")
        if said.weekday in self.open_by_weekday and said.towards is None:
            part = f"T{said.part}" if said.part else ""
            return replace(one, value=self.open_by_weekday[said.weekday] + part)
        if self.now.open and self.now.open_weekday is not None:
            return self._open_weekday(one, said, self.now.open, self.now.open_weekday)
        if said.towards is None and not self.now.open and (day := self._between_told(one, said)):
            return with_value(one, guess.with_part(said, day), "context")
        reference = None if self.now.open else self.narrative.reference(one)
        if reference is None:
            return one
        return with_value(one, guess.weekday(said, reference, self.clauses.way(one)), "context")

    def _between_told(self, one: Temporal, said: Said) -> Day | None:
        """The weekday between the last day gone by that the text tells of and the next to come.

        As in "pulled the pump out on Wednesday … the first try, on Saturday, Aug. 7, went badly …
        the next is planned for Monday, Aug. 16".
        """
        if self.clauses.way(one) > 0:
            return None
        gone, ahead = self.present
        if gone is None or ahead is None or not 0 < (ahead - gone).days <= 2 * _WEEK:
            return None
        if gone.weekday() in self.bare:
            ahead = gone  # the last day gone by is that of the report: "Friday (Oct. 11)"
        day = calendar.nearest_weekday(ahead, said.weekday or 0, -1)
        return day if day and (gone < day < ahead or ahead == gone) else None

    @cached_property
    def present(self) -> tuple[Day | None, Day | None]:
        """The last day told as gone by, and the first after it told as to come."""
        days = [
            (day, self.clauses.direction(one.start, one.end))
            for one in self.dated
            if (day := whole_day(one))
        ]
        gone = max((day for day, way in days if way < 0), default=None)
        ahead = min((day for day, way in days if way > 0 and gone and day > gone), default=None)
        return gone, ahead

    def _open_weekday(self, one: Temporal, said: Said, day: str, weekday: int) -> Temporal:
        """By a dateline without its year whose weekday is known: "MOSCOW, Dec. 28 … on Friday"."""
        ahead = (self.clauses.way(one) if said.towards is None else said.towards) > 0
        gap = (said.weekday or 0) - weekday
        shift = gap % 7 if ahead else -(-gap % 7)
        if said.towards and not shift:
            shift = 7 * said.towards
        return in_open_year(one, Said(unit="day", shift=shift, part=said.part), day)

    def _weekday_by(
        self, one: Temporal, said: Said, today: Day, previous: tuple[int, Day] | None
    ) -> Temporal:
        """By the direction of its clause; "the Sunday outing" is of the Sunday told before."""
        known = self.named.get(said.weekday or 0)
        before, after = (
            self.text[max(0, one.start - 4) : one.start],
            self.text[one.end : one.end + 2],
        )
        attributive = before.lower() == "the " or after in ("'s", "\u2019s")
        if known and attributive and said.towards is None and not said.unit:
            return with_value(one, guess.with_part(said, known), self.now.today_basis)
        if one.start in self.joined and previous and said.towards is None:
            following = calendar.nearest_weekday(previous[1], said.weekday or 0, 1)
            return with_value(one, guess.with_part(said, following), self.now.today_basis)
        way = self._told_way(one) or self.clauses.way(one)
        if said.towards is None and not said.unit and (day := self._given(one, today, way)):
            return with_value(one, guess.with_part(said, day), self.now.today_basis)
        if not way and said.towards is None:
            way = self.clauses.headline(one.start, one.end)
        settled = with_value(one, guess.weekday(said, today, way), self.now.today_basis)
        day = whole_day(settled)
        if day and said.towards is None:
            self.named[day.weekday()] = day
        return settled

    def _given(self, one: Temporal, today: Day, way: int) -> Day | None:
        """The one day of that weekday about today that the text gives, if the verb can mean it.

        "A walk scheduled for Tuesday was called off … NASA put off the Nov. 30 walk": what was
        planned may lie before or after. Of a day that is given up and no more, the nearest.
        """
        days = {d for d in self.dates_near(today) if d.weekday() == one.weekday}
        left, right = self.clauses.sentence(one.start, one.end)
        planned = _PLANNED.search(self.text, left, right) is not None
        if len(days) == 1:
            day = days.pop()
            return day if planned or way * (day - today).days >= 0 else None
        if days or not planned or not _GIVEN_UP.search(self.text, left, right):
            return None
        if _NEW_DAY.search(self.text, left, one.start):
            return None
        around = (calendar.add_days(today, n) for n in range(-_WEEK // 2 + 1, _WEEK // 2 + 1))
        return next((day for day in around if day and day.weekday() == one.weekday), None)

    @cached_property
    def bare(self) -> frozenset[int | None]:
        """The weekdays that the text names without a date."""
        return frozenset(one.weekday for one in self.found if one.form == "weekday")

    def dates_near(self, today: Day) -> set[Day]:
        """The days within a week of today that the text gives by their month."""
        if self._near is None:
            days = {whole_day(one) for one in self.dated if one.said and one.said.month}
            self._near = {day for day in days if day and abs((day - today).days) < _WEEK}
        return self._near

    def _told_way(self, one: Temporal) -> int:
        """The direction of the same weekday below, for that of a headline or of a caption.

        A caption tells of what is over in the present: "Jo Roe conducts a spacewalk on Saturday".
        """
        line_end = self.text.find("\n", one.end)
        if line_end < 0 or one.start > _CAPTIONS:
            return 0
        headline = line_end <= _HEADLINE and self.text[line_end - 1] not in '.!?\u201d"'
        if not headline and not self.clauses.is_present(one.start, one.end):
            return 0
        below = (
            other
            for other in self.found
            if other.form == "weekday" and other.weekday == one.weekday and other.start > line_end
        )
        way = next((way for other in below if (way := self.clauses.way(other))), 0)
        return way if headline or way < 0 else 0

    def _told_weekday(
        self, one: Temporal, said: Said, today: Day, known: tuple[int, Day] | None
    ) -> Day | None:
        """In an account of a week gone by ("Saturday, July 30 … Monday, Aug. 1 …"): its own day."""
        if (
            said.weekday is None
            or said.towards is not None
            or said.unit
            or self.clauses.way(one) > 0
        ):
            return None
        if known is None or len(self.diary) < _DIARY or (today - known[1]).days <= _WEEK:
            return None
        named = [day for day in self.diary if day.weekday() == said.weekday]
        if named:
            return min(named, key=lambda day: abs((day - known[1]).days))
        return calendar.nearest_weekday(known[1], said.weekday, 1)
