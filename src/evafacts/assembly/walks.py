"""Which spacewalk is meant: the distinct spacewalks of an article, told apart as it is read.

Every mention is linked to a walk by its date, its place in a series, its crew and its tense; what
says nothing of its own goes to the walk that is being told of.
"""

import datetime
import re
from collections.abc import Iterator

from evafacts.assembly.fitting import (
    are_others,
    conflicts,
    crew_conflicts,
    is_anothers,
    is_caption,
    is_generic,
    is_of_another_day,
    is_of_others,
    is_only_if,
    is_only_possible,
    is_settled,
    put_off_to,
    same_night,
    tense_conflicts,
)
from evafacts.assembly.walk import (
    Anchor,
    Walk,
    day_of,
    is_day,
    is_known_day,
    is_old,
    ordinal_of,
    same_day,
)
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.temporal import Temporal

# "Whether somebody ought to go out on Friday", "nobody will go out in that suit".
_ANYBODY = re.compile(r"\b(?:some|any|no|every)(?:body|\s?one)\s+(?:[\w’']+\s+){0,3}$", re.I)
_OF_KIND = re.compile(r"\bto\s+have\s+$")  # "one of the few Britons to have worked outside"
# "It was the second spacewalk for Roe."
_IT_WAS = re.compile(r"\b(?:[Ii]t|[Tt]his)\s+(?:was|is|will\s+be|marked)\s+(?:also\s+|only\s+)?$")
# "Left for a later spacewalk", "will have to wait for another outing": no walk that is told of.
_BESIDE = 12  # characters
_BARE = 6  # sentences
_LEFT_TO = AnyCase(r"\b(?:to|for|until|till|on|during|in|by|of|from)\s+$")


class Ledger:
    """The walks found so far, and the one being told of."""

    def __init__(self, text: str, published: datetime.date | None = None) -> None:
        self.text = text
        self.published = published
        self.lead_dates: list[Temporal] = []
        self.walks: list[Walk] = []
        self.current: Walk | None = None
        self.passing = False
        self.last_told: int | None = None  # the last sentence with a word for a spacewalk

    @property
    def lead(self) -> Walk | None:
        """The first walk of the article, past that of a caption ("Roe at work in March 2019")."""
        if len(self.walks) > 1 and is_caption(self.walks[0], self.walks[1]):
            return self.walks[1]
        return self.walks[0] if self.walks else None

    def link(self, anchor: Anchor) -> Walk | None:
        """Find or make the walk that ``anchor`` speaks of; None for a count or a general remark."""
        mention = anchor.mention
        if mention.kind == "noun" and mention.plural:
            return self._link_plural(anchor)
        if self._is_general(anchor):
            return None
        walk = self._choose(anchor)
        if walk is None:
            walk = self._new(anchor)
        self._add(walk, anchor)
        return walk

    def _link_plural(self, anchor: Anchor) -> Walk | None:
        days = [d for d in anchor.dates if is_day(d)]
        if len(days) < 2 or anchor.mention.count not in (None, len(days)):
            return None
        first: Walk | None = None
        for day in days:
            single = Anchor(anchor.mention, anchor.sentence, anchor.tense, [day], anchor.crew)
            # "Until cosmonauts have made two spacewalks of their own, on 3 and 9 September".
            single.relative = anchor.mention.relation == "previous" or (
                self.lead is not None and bool(self.lead.put_off or self.lead.crew)
            )
            walk = self._choose(single) or self._new(single)
            self._add(walk, single)
            anchor.several.append(walk)
            first = first or walk
        return first

    def _is_general(self, anchor: Anchor) -> bool:
        mention = anchor.mention
        back = max(0, mention.start - 30)
        if mention.kind == "exit" and (
            _ANYBODY.search(self.text, back, mention.start) or is_only_if(anchor)
        ):
            return True
        if mention.trade or (mention.kind == "noun" and is_generic(self.text, anchor)):
            return True
        on_day = any(0 <= d.start - mention.end <= _BESIDE for d in anchor.dates)
        if not on_day and is_only_possible(self.text, mention):
            return True
        of_kind = bool(_OF_KIND.search(self.text, back, mention.start)) and not anchor.dates
        if anchor.dates or anchor.crew:
            return self.passing and (of_kind or mention.kind in ("agent", "verb"))
        if self.passing or of_kind:
            return True
        if mention.determiner in ("any", "every", "each", "no", "all"):
            return True
        if mention.relation == "previous" and mention.determiner in ("a", "an"):
            return True  # of a picture: "a cosmonaut during a previous spacewalk"
        if mention.relation == "next" and mention.ordinal is None:
            before = self.text[max(0, mention.start - 8) : mention.start]
            if mention.determiner in ("a", "an", None) and _LEFT_TO.search(before):
                return True
        if mention.kind in ("agent", "verb"):
            return self.current is None and mention.kind == "agent" and anchor.tense is None
        return (
            mention.determiner == "a"
            and bool(self.walks)
            and anchor.tense in (None, "present")
            and mention.relation is None
        )

    def _choose(self, anchor: Anchor) -> Walk | None:
        at = anchor.mention.start
        if anchor.relative and not anchor.dates:  # of a record and its holders
            return next((w for w in self.walks if anchor.crew and w.crew == anchor.crew), None)
        if not anchor.dates and _IT_WAS.search(self.text, max(0, at - 20), at):
            walk = self.current
            others = walk is not None and len(walk.crew) > 1 and crew_conflicts(walk, anchor)
            if walk is not None and not others and not tense_conflicts(walk, anchor):
                return walk
        for pick in (self._by_date, self._by_series, self._by_relation, self._by_crew):
            decided, walk = pick(anchor)
            if decided:
                return walk
        return self._default(anchor)

    def _by_date(self, anchor: Anchor) -> tuple[bool, Walk | None]:
        if not anchor.dates:
            return False, None
        date = anchor.day
        if (
            anchor.mention.relation == "current"
            and self.lead is not None
            and is_day(self.lead.date)
        ):
            return True, self.lead  # "today's spacewalk" in a message quoted a day later
        told = [d for d in anchor.dates if is_day(d)] or anchor.dates
        matches = [
            w
            for w in self.walks
            if any(same_day(w.date, d) or same_day(w.old_date, d) for d in told)
            and not (is_day(w.date) and not is_day(date) and conflicts(w, anchor))
            and not are_others(w, anchor)
        ]
        if matches:
            return True, max(
                matches,
                key=lambda w: (is_day(w.date), len(w.crew & anchor.crew), w is self.current),
            )
        if anchor.relative or (date is not None and self.is_old(date)):
            return True, None
        today = same_night(self.lead, self.current, anchor)
        if today is not None:
            return True, today
        moved = put_off_to(self.current, self.lead, anchor)
        if moved is not None:
            moved.old_date, moved.date = moved.date, date
            return True, moved
        for walk in self._recent():
            if (
                walk.date is None
                and not is_settled(walk, anchor)
                and not conflicts(walk, anchor)
                and not self._other_relation(walk, anchor)
                and not self._other_number(walk, anchor)
                and not is_anothers(walk, anchor)
                and not is_of_another_day(walk, anchor, self.published)
                and not is_of_others(walk, anchor)
            ):
                return True, walk
        return True, None

    def _other_number(self, walk: Walk, anchor: Anchor) -> bool:
        """As in "the third spacewalk" where the walk at hand is the second."""
        number, scope = ordinal_of(self.text, anchor.mention)
        return (
            None not in (number, walk.ordinal)
            and scope in ("series", None)
            and number != walk.ordinal
        )

    def is_old(self, date: Temporal) -> bool:
        """Whether a date lies so far before publication that it is history, not news."""
        return bool(self.walks) and is_old(date, self.published)

    def _other_relation(self, walk: Walk, anchor: Anchor) -> bool:
        relation = anchor.mention.relation
        if relation in ("next", "previous", "last", "other"):
            return relation not in walk.tags and bool(walk.anchors)
        return False

    def _by_series(self, anchor: Anchor) -> tuple[bool, Walk | None]:
        number, scope = ordinal_of(self.text, anchor.mention)
        if number is None or scope in ("career", "station", "kind"):
            return False, None
        for walk in self.walks:
            if walk.ordinal == number and not crew_conflicts(walk, anchor):
                return True, walk
        fitting = [w for w in self._recent() if not conflicts(w, anchor)]
        unnumbered = [w for w in fitting if w.ordinal is None]
        if anchor.mention.determiner in ("a", "an") and not (anchor.dates or anchor.crew):
            unnumbered = [w for w in unnumbered if w.date is None or not w.crew]
        dated = sorted((w for w in unnumbered if is_known_day(w.date)), key=day_of)
        if len(dated) > 1 and number <= len(dated) and len({w.tense for w in dated}) == 1:
            for n, walk in enumerate(dated, 1):
                walk.ordinal = n
            return True, dated[number - 1]
        if unnumbered and (scope is None or len(unnumbered) == 1 or unnumbered[0] is self.current):
            return True, unnumbered[0]
        if scope is None and fitting and anchor.mention.determiner in ("this", "that"):
            return True, fitting[0]
        return True, None

    def _by_relation(self, anchor: Anchor) -> tuple[bool, Walk | None]:
        relation = anchor.mention.relation
        if relation is None or relation in ("current", "same") or not self.walks:
            return False, None
        if relation == "upcoming":
            planned = [w for w in self._recent() if w.ahead and not crew_conflicts(w, anchor)]
            if planned:
                return True, planned[0]
            known = self.lead is not None and (self.lead.date is not None or self.lead.crew)
            return True, None if known and tense_conflicts(self.walks[0], anchor) else self.lead
        if relation == "final" or (relation == "next" and self._has_told_nothing()):
            return False, None
        if relation == "next" and self._is_next_still(anchor):
            return True, self.lead
        if relation in ("previous", "last") and self._tells_of_walking():
            return False, None
        for walk in self._recent():
            if relation in walk.tags and not conflicts(walk, anchor):
                return True, walk
        if relation in ("previous", "last"):
            earlier = [
                w
                for w in self._recent()
                if w is not self.lead and not w.ahead and not crew_conflicts(w, anchor)
            ]
            if earlier and self.lead is not None:
                return True, earlier[0]
            if (
                self.lead is not None
                and self.lead.ahead is False
                and relation == "last"
                and anchor.tense == "past"
            ):
                return False, None
        return True, None

    def _is_next_still(self, anchor: Anchor) -> bool:
        """Whether the article began with the next one, and says so again: "'Next walk in May'"."""
        lead = self.lead
        if lead is None or not lead.anchors or anchor.dates or anchor.crew:
            return False
        if lead.put_off and lead.date is None and len(self.walks) == 1:
            return True  # "The next walk will be set when the suit has been mended"
        if lead is not self.current:
            return False
        return lead.anchors[-1].mention.relation == "next" and not conflicts(lead, anchor)

    def _has_told_nothing(self) -> bool:
        """Whether of the one walk so far no more is known than that there is one."""
        lead = self.lead
        bare = lead is not None and lead.date is None and not lead.crew and not lead.named
        return bare and len(self.walks) == 1 and len(lead.sentences if lead else ()) <= _BARE

    def _tells_of_walking(self) -> bool:
        """Whether nothing but "spacewalkers" and "spacewalking" has been told of so far."""
        said = (a.mention.kind for w in self.walks for a in w.anchors)
        return all(kind in ("agent", "verb") for kind in said)

    def _by_crew(self, anchor: Anchor) -> tuple[bool, Walk | None]:
        if not anchor.crew:
            return False, None
        matches = [
            w
            for w in self._recent()
            if w.crew and anchor.crew <= w.crew and not tense_conflicts(w, anchor)
        ]
        if matches:
            return True, matches[0]
        if anchor.mention.determiner in ("the", "this", "that", "their"):
            same = [w for w in self.walks if w is self.current and w.crew == anchor.crew]
            if same:
                return True, same[0]
        open_walks = [w for w in self._recent() if not w.crew and not conflicts(w, anchor)]
        if open_walks and (anchor.mention.determiner != "a" or len(self.walks) == 1):
            return True, open_walks[0]
        partial = [
            w
            for w in self._recent()
            if w.crew & anchor.crew
            and not crew_conflicts(w, anchor)
            and not tense_conflicts(w, anchor)
        ]
        if partial:
            return True, partial[0]
        if self.walks and len(anchor.crew) == 1 and anchor.mention.kind != "noun":
            return False, None
        return True, self._spoken_of(anchor)

    def _spoken_of(self, anchor: Anchor) -> Walk | None:
        """The walk that "the spacewalk" must be, whatever the tense: the only one, of no others."""
        if anchor.mention.determiner != "the" or anchor.mention.relation or len(self.walks) != 1:
            return None
        walk = self.walks[0]
        others = crew_conflicts(walk, anchor) or is_of_others(walk, anchor)
        return None if others or anchor.mention.ordinal else walk

    def _default(self, anchor: Anchor) -> Walk | None:
        if self.current is not None and not tense_conflicts(self.current, anchor):
            return self.current
        for walk in self._recent():
            if not tense_conflicts(walk, anchor):
                return walk
        return self.current or self.lead

    def _recent(self) -> Iterator[Walk]:
        """The walk being told of, then the lead, then the others, latest first."""
        seen: list[Walk] = []
        for walk in (self.current, self.lead, *reversed(self.walks)):
            if walk is not None and walk not in seen:
                seen.append(walk)
        return iter(seen)

    def _new(self, anchor: Anchor) -> Walk:
        walk = Walk(len(self.walks), before=self.current)
        if not self.walks and anchor.day is None and self.lead_dates:
            walk.date = self.lead_dates[0]
        self.walks.append(walk)
        return walk

    def _add(self, walk: Walk, anchor: Anchor) -> None:
        anchor.walk = walk
        walk.add(anchor)
        relation = anchor.mention.relation
        walk.tags |= anchor.tags
        if relation in ("next", "previous", "last", "other") and len(self.walks) > 1:
            walk.tags.add(relation)
        number, scope = ordinal_of(self.text, anchor.mention)
        if number is not None and scope in ("series", None) and walk.ordinal is None:
            walk.ordinal = number
        if anchor.day is not None and (
            walk.date is None or (is_day(anchor.day) and not is_day(walk.date))
        ):
            walk.date = anchor.day
        if walk.tense in (None, "present") and anchor.tense is not None:
            walk.tense = anchor.tense
        if anchor.crew and len(walk.crew) < 2:
            walk.crew = walk.crew | anchor.crew
        self.current = walk
