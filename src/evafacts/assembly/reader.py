"""Reads an article sentence by sentence: which spacewalk does each sentence tell of?"""

import re
from dataclasses import dataclass, field

from evafacts.assembly.clauses import clause_at, clauses, tense
from evafacts.assembly.dates import assign_dates
from evafacts.assembly.roles import Part, parts
from evafacts.assembly.walks import Anchor, Ledger, Walk, anchor_for, is_day, same_day
from evafacts.knowledge.cues import cues
from evafacts.mentions.document import Mentions
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.tasks import TaskMention
from evafacts.mentions.temporal import Temporal


@dataclass(slots=True)
class Told:
    """A sentence with what was read in it; ``topic`` is the walk that it tells of."""

    sentence: Sentence
    anchors: list[Anchor] = field(default_factory=list)
    topic: Walk | None = None
    parts: list[Part] = field(default_factory=list)
    tasks: list[TaskMention] = field(default_factory=list)
    temporals: list[Temporal] = field(default_factory=list)
    dates: list[Temporal] = field(default_factory=list)

    def walk_at(self, offset: int) -> Walk | None:
        """The walk that the words at ``offset`` tell of: by the nearest mention, before it rather than after."""
        linked = [a for a in self.anchors if a.walk is not None]
        if not linked:
            return self.topic
        clause = clause_at(self.sentence, offset)
        starts = [c.start for c in clauses(self.sentence)]

        def distance(anchor: Anchor) -> tuple[int, int]:
            at = anchor.mention.start
            crossed = sum(min(at, offset) < s <= max(at, offset) for s in starts)
            inside = clause.start <= at < clause.end
            return (0 if inside else crossed, abs(at - offset) + (0 if at <= offset else 40))

        return min(linked, key=distance).walk


def read(mentions: Mentions) -> tuple[list[Told], Ledger]:
    """Read the whole text once, linking every mention to a walk."""
    ledger = Ledger(mentions.text)
    told: list[Told] = []
    by_sentence = _sorted_into(mentions)
    unreal = _is_unreal(mentions)
    for sentence in mentions.sentences:
        people, walks, temporals = by_sentence[sentence.index]
        one = Told(sentence, temporals=temporals)
        real = [m for m in walks if m.real and (not unreal or _is_grounded(m, temporals))]
        if walks and not real:
            told.append(one)
            continue
        one.tasks = mentions.tasks_of(sentence)
        one.parts = parts(mentions.text, sentence, people, real, one.tasks)
        owned, one.dates = assign_dates(sentence, real, temporals)
        for n, mention in enumerate(real):
            anchor = anchor_for(mentions.text, sentence, mention, owned.get(n, []), one.parts)
            one.anchors.append(anchor)
            ledger.link(anchor)
        one.topic = _topic(one, ledger, told)
        if one.topic is not None:
            one.topic.sentences.append(sentence.index)
        told.append(one)
    return told, ledger


def _sorted_into(mentions: Mentions):  # type: ignore[no-untyped-def]
    """Mentions by sentence."""
    starts = [s.start for s in mentions.sentences]
    from bisect import bisect_right

    table = [([], [], []) for _ in starts]
    for column, items in enumerate((mentions.people, mentions.spacewalks, mentions.temporals)):
        for item in items:
            n = bisect_right(starts, item.start) - 1
            if n >= 0:
                table[n][column].append(item)
    return table


def _is_unreal(mentions: Mentions) -> bool:
    """Say whether the article is about a film, a pool, a game: its lead says so."""
    lead = " ".join(s.text for s in mentions.sentences[:3])
    return bool(cues().unreal.search(lead)) and sum(not m.real for m in mentions.spacewalks) * 2 >= len(
        mentions.spacewalks
    )


def _is_grounded(mention: SpacewalkMention, temporals: list[Temporal]) -> bool:
    return any(is_day(t) or re.match(r"\d{4}", t.value) for t in temporals if t.kind == "DATE")


def _topic(one: Told, ledger: Ledger, told: list[Told]) -> Walk | None:
    """The walk that a sentence goes on about."""
    linked = [a.walk for a in one.anchors if a.walk is not None]
    if linked:
        main = [a.walk for a in one.anchors if a.walk is not None and a.mention.kind != "agent"]
        return (main or linked)[-1]
    if any(a.mention.plural for a in one.anchors):
        ledger.current = ledger.lead
    if ledger.current is None:
        return None
    for date in one.dates:
        for walk in ledger.walks:
            if is_day(date) and same_day(walk.date, date):
                ledger.current = walk
                return walk
    if any(is_day(d) for d in one.dates) and is_day(ledger.current.date):
        return None
    named = frozenset(p.key or p.name for part in one.parts if part.score >= 0 for p in part.people)
    if named and ledger.current.crew and not named & ledger.current.crew:
        for walk in ledger.walks:
            if named <= walk.crew:
                ledger.current = walk
                return walk
    new_paragraph = not told or told[-1].sentence.paragraph != one.sentence.paragraph
    if new_paragraph and ledger.lead is not None and ledger.current is not ledger.lead:
        spoken = tense(one.sentence.text)
        if ledger.lead.tense is None or (spoken == "future") == ledger.lead.ahead or not ledger.current.ahead:
            ledger.current = ledger.lead
    return ledger.current
