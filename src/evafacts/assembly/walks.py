"""Which spacewalk is meant: the distinct spacewalks of an article, told apart as it is read.

Every mention is linked to a walk by its date, its place in a series, its crew and its tense; what
says nothing of its own goes to the walk that is being told of.
"""

import datetime
import re
from collections.abc import Iterator

from evafacts.assembly.clauses import clause_at, tense_at
from evafacts.assembly.roles import Part
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
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_NEW_DAY = AnyCase(r"\b(?:now|instead|new\s+date|reschedul\w+|moved|re-?planned)\b")
# "Whether somebody ought to go out on Friday", "nobody will go out in that suit".
_ANYBODY = re.compile(r"\b(?:some|any|no|every)(?:body|\s?one)\s+(?:[\w’']+\s+){0,3}$", re.I)
_OF_KIND = re.compile(r"\bto\s+have\s+$")  # "one of the few Britons to have worked outside"
# "Left for a later spacewalk", "will have to wait for another outing": no walk that is told of.
_LEFT_TO = AnyCase(r"\b(?:to|for|until|till|on|during|in|by|of|from)\s+$")
_ENDED = AnyCase(
    r"\b(?:conclud\w+|complet(?:ed|ing)|end(?:ed|ing)|finish\w+|"
    r"return\w*\s+(?:\w+\s+){0,3}?(?:inside|to|into)|brought\s+to\s+(?:a\s+close|"
    r"an\s+end)|wrapp(?:ed|ing)|came\s+(?:back|to\s+an\s+end)|clos(?:ed|"
    r"ing)\s+the\s+hatch|were\s+back)\b"
)
_LATE = AnyCase(
    r"\b(?:began|start(?:ed|ing)|opened|left|late|night|evening|midnight|overnight|p\.?m\b|(?:1[89]|2[0-3])[:.h]\d\d)"
)

_SOON = 10  # days


def _day(date: Temporal) -> datetime.date:
    return datetime.date.fromisoformat(date.value[:10])


class Ledger:
    """The walks found so far, and the one being told of."""

    def __init__(self, text: str, published: datetime.date | None = None) -> None:
        self.text = text
        self.published = published
        self.lead_dates: list[Temporal] = []
        self.walks: list[Walk] = []
        self.current: Walk | None = None
        self.passing = False

    @property
    def lead(self) -> Walk | None:
        """The first walk of the article."""
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
            walk = self._choose(single) or self._new(single)
            self._add(walk, single)
            first = first or walk
        return first

    def _is_general(self, anchor: Anchor) -> bool:
        mention = anchor.mention
        back = max(0, mention.start - 30)
        if mention.kind == "exit" and _ANYBODY.search(self.text, back, mention.start):
            return True
        if anchor.dates or anchor.crew:
            return self.passing and mention.kind in ("agent", "verb")
        if self.passing:
            return True
        if _OF_KIND.search(self.text, max(0, mention.start - 12), mention.start):
            return True
        if mention.determiner in ("any", "every", "each", "no", "all"):
            return True
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
            and not (is_day(w.date) and not is_day(date) and self._conflicts(w, anchor))
        ]
        if matches:
            return True, max(
                matches,
                key=lambda w: (is_day(w.date), len(w.crew & anchor.crew), w is self.current),
            )
        if anchor.relative or (date is not None and self.is_old(date)):
            return True, None
        today = self._same_night(anchor, date)
        if today is not None:
            return True, today
        moved = self._put_off(anchor)
        if moved is not None:
            moved.old_date, moved.date = moved.date, date
            return True, moved
        for walk in self._recent():
            if (
                walk.date is None
                and not self._conflicts(walk, anchor)
                and not self._other_relation(walk, anchor)
                and not self._other_number(walk, anchor)
            ):
                return True, walk
        return True, None

    def _same_night(self, anchor: Anchor, date: Temporal | None) -> Walk | None:
        """The lead's walk where it began in the evening and was told of, or ended, on the next day.

        "… stepped out today … They left the airlock at 10 p.m. Saturday"; "ended their work at 0:33
        on Friday … opened the hatch at 18:26 on Thursday".
        """
        lead = self.lead
        if lead is None or lead is not self.current or lead.date is None or lead.ahead:
            return None
        if anchor.tense == "future" or anchor.mention.relation is not None:
            return None
        if self._crew_conflict(lead, anchor):
            return None
        if date is None or not (is_known_day(lead.date) and is_known_day(date)):
            return None
        gap = datetime.date.fromisoformat(date.value[:10]) - datetime.date.fromisoformat(
            lead.date.value[:10]
        )
        ended = any(_ENDED.search(a.sentence.text) for a in lead.anchors if lead.date in a.dates)
        began = bool(_LATE.search(anchor.sentence.text)) and anchor.mention.determiner != "a"
        if gap.days == -1 and began and (ended or lead.date.form == "relative"):
            lead.date = date
            return lead
        if gap.days == 1 and not ended and _ENDED.search(anchor.sentence.text):
            return lead
        return None

    def _put_off(self, anchor: Anchor) -> Walk | None:
        """The walk just told of as put off, where this gives its new day.

        "It will now take place on Thursday"; "NASA called off a spacewalk on Wednesday … The
        spacewalk is expected to begin at 8:30 a.m. Thursday".
        """
        walk = self.current
        if walk is None or anchor.mention.determiner not in ("the", None):
            return None
        if not _NEW_DAY.search(anchor.sentence.text) and not self._again(walk, anchor):
            return None
        return walk if walk.put_off and not self._crew_conflict(walk, anchor) else None

    def _again(self, walk: Walk, anchor: Anchor) -> bool:
        """Whether the walk, put off, is said to be still ahead a few days later."""
        if anchor.tense != "future" or walk is not self.lead or anchor.mention.relation:
            return False
        if anchor.mention.kind != "noun" or anchor.mention.determiner != "the":
            return False
        if walk.date is None or anchor.day is None:
            return False
        if not (is_known_day(walk.date) and is_known_day(anchor.day)):
            return False
        gap = _day(anchor.day) - _day(walk.date)
        return 0 < gap.days <= _SOON

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
        if number is None or scope in ("career", "station"):
            return False, None
        for walk in self.walks:
            if walk.ordinal == number and not self._crew_conflict(walk, anchor):
                return True, walk
        fitting = [w for w in self._recent() if not self._conflicts(w, anchor)]
        unnumbered = [w for w in fitting if w.ordinal is None]
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
            planned = [w for w in self._recent() if w.ahead and not self._crew_conflict(w, anchor)]
            if planned:
                return True, planned[0]
            known = self.lead is not None and (self.lead.date is not None or self.lead.crew)
            return True, None if known and self._tense_conflict(
                self.walks[0], anchor
            ) else self.lead
        if relation == "final":
            return False, None
        for walk in self._recent():
            if relation in walk.tags and not self._conflicts(walk, anchor):
                return True, walk
        if relation in ("previous", "last"):
            earlier = [
                w
                for w in self._recent()
                if w is not self.lead and not w.ahead and not self._crew_conflict(w, anchor)
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

    def _by_crew(self, anchor: Anchor) -> tuple[bool, Walk | None]:
        if not anchor.crew:
            return False, None
        matches = [
            w
            for w in self._recent()
            if w.crew and anchor.crew <= w.crew and not self._tense_conflict(w, anchor)
        ]
        if matches:
            return True, matches[0]
        if anchor.mention.determiner in ("the", "this", "that", "their"):
            same = [w for w in self.walks if w is self.current and w.crew == anchor.crew]
            if same:
                return True, same[0]
        open_walks = [w for w in self._recent() if not w.crew and not self._conflicts(w, anchor)]
        if open_walks and (anchor.mention.determiner != "a" or len(self.walks) == 1):
            return True, open_walks[0]
        partial = [
            w
            for w in self._recent()
            if w.crew & anchor.crew
            and not self._crew_conflict(w, anchor)
            and not self._tense_conflict(w, anchor)
        ]
        if partial:
            return True, partial[0]
        if self.walks and len(anchor.crew) == 1 and anchor.mention.kind != "noun":
            return False, None
        return True, None

    def _default(self, anchor: Anchor) -> Walk | None:
        if self.current is not None and not self._tense_conflict(self.current, anchor):
            return self.current
        for walk in self._recent():
            if not self._tense_conflict(walk, anchor):
                return walk
        return self.current or self.lead

    def _recent(self) -> Iterator[Walk]:
        """The walk being told of, then the lead, then the others, latest first."""
        seen: list[Walk] = []
        for walk in (self.current, self.lead, *reversed(self.walks)):
            if walk is not None and walk not in seen:
                seen.append(walk)
        return iter(seen)

    def _conflicts(self, walk: Walk, anchor: Anchor) -> bool:
        return self._crew_conflict(walk, anchor) or self._tense_conflict(walk, anchor)

    @staticmethod
    def _crew_conflict(walk: Walk, anchor: Anchor) -> bool:
        if not walk.crew or not anchor.crew:
            return False
        return (len(walk.crew) >= 2 and not anchor.crew <= walk.crew) or not (
            walk.crew & anchor.crew or (len(walk.crew | anchor.crew) <= 2 and walk.date is None)
        )

    @staticmethod
    def _tense_conflict(walk: Walk, anchor: Anchor) -> bool:
        if walk.tense is None or anchor.tense in (None, "present"):
            return False
        if walk.put_off:
            return False
        past = ("past", "perfect")
        return (walk.tense == "future" and anchor.tense in past) or (
            walk.tense in past and anchor.tense == "future"
        )

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


def anchor_for(
    sentence: Sentence, mention: SpacewalkMention, dates: list[Temporal], people: list[Part]
) -> Anchor:
    """Describe a mention by its clause: tense, dates and crew."""
    crew = frozenset(
        person.key or person.name
        for part in people
        if part.score >= 3 and part.anchor is mention
        for person in part.people
    )
    clause = clause_at(sentence, mention.start)
    opens = sentence.source[clause.start : clause.start + 8].lower().lstrip(" ,")
    relative = (
        bool(dates) and opens.startswith(("who ", "which ")) and clause.start > sentence.start
    )
    return Anchor(
        mention, sentence, tense_at(sentence, mention.start), dates, crew, relative=relative
    )
