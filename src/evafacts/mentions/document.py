"""What the components found in one text, kept on the Doc as ``doc._.evafacts``."""

import datetime
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from evafacts.mentions.airlocks import AirlockMention, find_airlocks
from evafacts.mentions.flightdays import flight_days
from evafacts.mentions.furniture import without_furniture
from evafacts.mentions.once import once
from evafacts.mentions.people import PersonMention, find_people
from evafacts.mentions.places import PlaceMention, find_places
from evafacts.mentions.plainmarks import with_plain_marks
from evafacts.mentions.sentences import Sentence, split_sentences
from evafacts.mentions.spacewalks import SpacewalkMention, find_spacewalks
from evafacts.mentions.tasks import TaskMention, find_tasks
from evafacts.mentions.temporal import find_temporals, resolve
from evafacts.mentions.temporal.places import whole_day
from evafacts.mentions.temporal.stamps import find_stamp, stamped

if TYPE_CHECKING:
    from evafacts.mentions.temporal import Temporal


@dataclass
class Mentions:
    """Everything that a text names, each kind found when it is first asked for.

    A component asks for its own kind and sets the span group; assembly reads them all. Offsets are
    in code points of ``text``.
    """

    text: str
    published: datetime.date | None = None
    title: str | None = None
    _tasks: dict[int, list[TaskMention]] = field(default_factory=dict)

    @once
    def plain(self) -> str:
        """The text with old and broken marks set right: offsets are those of the text."""
        return with_plain_marks(self.text)

    @once
    def prose(self) -> str:
        """The text with what is page and not article blanked: offsets are those of the text."""
        return without_furniture(self.plain)

    @once
    def sentences(self) -> list[Sentence]:
        """Sentences, headings and list items."""
        return split_sentences(self.prose)

    @once
    def spacewalks(self) -> list[SpacewalkMention]:
        """Words that speak of a spacewalk."""
        found = find_spacewalks(self.prose, self.sentences)
        exits = [a for a in self.airlocks if a.leaves is not None]
        found.extend(
            SpacewalkMention(a.leaves or a.start, a.end, "exit", False)
            for a in exits
            if not any(m.start < a.end and (a.leaves or a.start) < m.end for m in found)
        )
        return sorted(found, key=lambda m: m.start)

    @once
    def temporals(self) -> "list[Temporal]":
        """Dates, clock times and durations, resolved."""
        if self.prose is self.plain:
            return self._everywhere
        return [t for t in self._everywhere if self.prose[t.start] == self.plain[t.start]]

    @once
    def _everywhere(self) -> "list[Temporal]":
        """Those of the page too, whose stamp is the day that the article's own count from."""
        found = resolve(find_temporals(self.plain), self.plain, self.published)
        days = flight_days(self.plain, found)
        if not days:
            return found
        taken = {t.start for t in days}
        kept = [
            t
            for t in found
            if not any(d.start <= t.start < d.end or t.start in taken for d in days)
        ]
        return sorted((*kept, *days), key=lambda t: t.start)

    @once
    def written(self) -> datetime.date | None:
        """The day of publication; where that is not known, the day of the text's own stamp."""
        if self.published is not None:
            return self.published
        stamp = find_stamp(self._everywhere, self.plain)
        return None if stamp is None else whole_day(stamp)

    @once
    def stamps(self) -> frozenset[int]:
        """Where the dateline and the stamps of publication begin.

        Days of the article, not of a walk.
        """
        return stamped(self._everywhere, self.plain, self.written)

    @once
    def people(self) -> list[PersonMention]:
        """Names of people."""
        return find_people(self.prose, self.year)

    @once
    def _starts(self) -> tuple[list[int], list[int], list[int]]:
        return (
            [person.start for person in self.people],
            [airlock.start for airlock in self.airlocks],
            [place.start for place in self.places],
        )

    def people_in(self, start: int, end: int) -> list[PersonMention]:
        """People named between two offsets; found by bisection, as texts can be very long."""
        at = self._starts[0]
        return self.people[bisect_left(at, start) : bisect_left(at, end)]

    def airlocks_in(self, start: int, end: int) -> list[AirlockMention]:
        """Airlocks named between two offsets."""
        at = self._starts[1]
        return self.airlocks[bisect_left(at, start) : bisect_left(at, end)]

    def places_in(self, start: int, end: int) -> list[PlaceMention]:
        """Places named between two offsets."""
        at = self._starts[2]
        return self.places[bisect_left(at, start) : bisect_left(at, end)]

    @once
    def airlocks(self) -> list[AirlockMention]:
        """Names of airlocks, compartments and hatches."""
        return find_airlocks(self.prose)

    @once
    def places(self) -> list[PlaceMention]:
        """Names of modules, truss segments, platforms."""
        return find_places(self.prose)

    @once
    def year(self) -> int | None:
        """The year of publication, else the latest year that a full date of the text names."""
        if self.published is not None:
            return self.published.year
        years = [
            int(t.value[:4])
            for t in self.temporals
            if t.kind == "DATE" and t.value[:4].isdigit() and t.grain in ("day", "month", "year")
        ]
        return max(years) if years else None

    def tasks_of(self, sentence: Sentence) -> list[TaskMention]:
        """The work items of one sentence."""
        if sentence.index not in self._tasks:
            starts = [p.start for p in self.people_in(sentence.start, sentence.end)]
            self._tasks[sentence.index] = find_tasks(sentence, starts)
        return self._tasks[sentence.index]
