"""Reads an article sentence by sentence: which spacewalk does each sentence tell of?"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from evafacts.assembly.clauses import clause_at, clauses, tense, tense_at
from evafacts.assembly.dates import assign_dates, is_past_plan
from evafacts.assembly.durations import judge
from evafacts.assembly.roles import Part, parts
from evafacts.assembly.walks import Anchor, Ledger, Walk, anchor_for, is_day, same_day
from evafacts.knowledge.cues import cues
from evafacts.mentions.document import Mentions
from evafacts.mentions.people import PersonMention
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.tasks import TaskMention
from evafacts.mentions.temporal import Temporal

_EACH = re.compile(r"\b(?:each|both|all\s+(?:two|three|four|five))\s+(?:(?:of\s+(?:the\s+)?(?:\w+\s+)?)?(?:day|time|walk|one|space\s?walk|EVA|outing|excursion)s?|is|are|will|begin\w*|start\w*|last\w*)\b", re.I)
_SIGNAL = re.compile(
    r"\b(?:outside|airlock|hatch|vacuum|open\s+space|battery\s+power|tether\w*|(?:space)?suits?)\b", re.I
)
_NUMBERED_CREW = re.compile(r"\b(?:two|three|a\s+pair\s+of|a\s+couple\s+of)\s+(?:[\w’'-]+\s+){0,3}(?:astronauts|cosmonauts|taikonauts|spacemen|spacewalkers)\b", re.I)
_CREW_SUBJECT = re.compile(
    r"(?:^|[,:;]\s+|\band\s+|\bwhen\s+)(?:then\s+|later\s+)?(?:they|the\s+(?:two|pair|duo|spacewalkers|astronauts|cosmonauts|crew|same\s+two)|both|he|she)\b", re.I
)


@dataclass(slots=True)
class Told:
    """A sentence with what was read in it; ``topic`` is the walk that it tells of.

    ``series`` says that it speaks of every walk of a series ("each is to last six hours").
    """

    sentence: Sentence
    anchors: list[Anchor] = field(default_factory=list)
    topic: Walk | None = None
    parts: list[Part] = field(default_factory=list)
    tasks: list[TaskMention] = field(default_factory=list)
    temporals: list[Temporal] = field(default_factory=list)
    dates: list[Temporal] = field(default_factory=list)
    series: bool = False
    outside: bool = False

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
    ledger = Ledger(mentions.text, mentions.published)
    told: list[Told] = []
    table = _by_sentence(mentions)
    places = _places_outside(mentions)
    unreal = _is_unreal(mentions)
    passing = not is_about_spacewalks(mentions)
    ledger.passing = passing
    heading: list[Temporal] = []
    for sentence in mentions.sentences:
        people, walks, temporals = table[sentence.index]
        one = Told(sentence, temporals=temporals)
        told.append(one)
        heading = _heading_dates(one, heading)
        real = [m for m in walks if m.real and (not unreal or _is_grounded(temporals))]
        if passing:
            real = [m for m in real if m.strong and m.kind == "noun"] and real
        if (walks and not real) or ((unreal or passing) and not real):
            continue
        one.outside = places[sentence.index]
        one.tasks = mentions.tasks_of(sentence)
        one.parts = parts(mentions.text, sentence, people, real, one.tasks)
        _link(one, real, ledger, heading)
        if ledger.lead is None:
            told_of = one.parts or one.tasks or _SIGNAL.search(sentence.text)
            ledger.lead_dates.extend(d for d in one.dates if is_day(d) and told_of)
        one.topic = _topic(one, ledger, told)
        if one.topic is not None:
            one.topic.sentences.append(sentence.index)
    if not passing:
        _lead_in(told, ledger)
    return told, ledger


_LEAD = 4
_VERY_LONG, _LONG, _SHORT = 8_000, 5_000, 800  # characters
_SPREAD = 1_000  # characters to a mention
_HEADING = 30


def is_about_spacewalks(mentions: Mentions) -> bool:
    """Say whether the article is about spacewalks, or only speaks of one in passing.

    Its title or lead says so, or mentions come thick for its length; with no plain word at all, it
    must be short and tell of much work done by the crew.
    """
    lead = mentions.sentences[:_LEAD]
    end = lead[-1].end if lead else 0
    if cues().unreal.search(mentions.text[:end]) and not any(m.real for m in mentions.spacewalks if m.start < end):
        return _weight(mentions, 0) >= 5 + len(mentions.text) / 2500
    titled = bool(mentions.title and cues().spacewalk.search(mentions.title))
    weight = _weight(mentions, end) + 1.5 * titled
    if not titled and not _leads(mentions, lead):
        return weight >= 2.5 + len(mentions.text) / 1200
    if len(mentions.text) > _LONG and not _is_thick(mentions, end):
        return False
    return weight >= (1.6 if len(mentions.text) < _SHORT else 1.9 + len(mentions.text) / 3000)


def _leads(mentions: Mentions, lead: list[Sentence]) -> bool:
    """Whether the lead speaks of a spacewalk, by a word for it or by its length."""
    end = lead[-1].end if lead else 0
    if any(m.real and m.start < end for m in mentions.spacewalks):
        return True
    spans = [t for t in mentions.temporals if t.kind == "DURATION" and t.start < end]
    return any(judge(s, t, False) for s in lead for t in spans if s.start <= t.start < s.end)


def _is_thick(mentions: Mentions, lead_end: int) -> bool:
    """A long article is about spacewalks only where its lead names one and mentions come thick."""
    real = [m for m in mentions.spacewalks if m.real and m.kind != "verb" and not m.plural]
    leads = any(m.start < lead_end for m in real)
    spread = _SPREAD if len(mentions.text) > _VERY_LONG else 2 * _SPREAD
    return len(real) * spread >= len(mentions.text) * (1 if leads else 2)


def _weight(mentions: Mentions, lead_end: int) -> float:
    """How much the text speaks of particular spacewalks: mentions, those of the lead twice, lengths and work."""
    weight = 0.0
    for mention in mentions.spacewalks:
        if not mention.real or mention.kind == "verb" or (mention.plural and mention.count is None):
            continue
        worth = 0.3 if mention.plural else 1.0 if mention.strong or mention.kind == "exit" else 0.6
        weight += worth * (1.75 if mention.start < lead_end else 1)
    lengths = tasks = 0
    spans = [t for t in mentions.temporals if t.kind == "DURATION"]
    for sentence in mentions.sentences[:40]:
        tasks += sum(t.agent == "crew" and t.strength == "strong" for t in mentions.tasks_of(sentence))
        lengths += sum(
            judge(sentence, t, False) is not None for t in spans if sentence.start <= t.start < sentence.end
        )
    signals = {m[0].lower().rstrip("s") for m in _SIGNAL.finditer(mentions.text)}
    return weight + 0.8 * min(lengths, 2) + 0.25 * min(tasks, 4) + 0.2 * min(len(signals), 4)


def _heading_dates(one: Told, before: list[Temporal]) -> list[Temporal]:
    """The date of a heading ("FLIGHT DAY 5.") holds for what stands under it, up to the next heading."""
    if len(one.sentence.text) > _HEADING:
        return before if not one.temporals or before else []
    days = [t for t in one.temporals if t.kind == "DATE" and is_day(t)]
    return days[:1] or before


def _link(one: Told, real: list[SpacewalkMention], ledger: Ledger, heading: list[Temporal]) -> None:
    """Describe and link the mentions of a sentence, said or implied, in their order."""
    owned, one.dates = assign_dates(one.sentence, real, one.temporals)
    numbered = [n for n, m in enumerate(real) if m.kind == "noun" and m.ordinal and m.designation is not None]
    if numbered and heading and not owned:
        owned[numbered[0]] = heading
    for n, dates in owned.items():
        one.dates.extend(_other_days(one.sentence, real[n], dates))
    for n, mention in enumerate(real):
        one.anchors.append(anchor_for(one.sentence, mention, owned.get(n, []), one.parts))
    _share_clause(one)
    one.series = any(_speaks_of_all(a) for a in one.anchors) or bool(_EACH.search(one.sentence.text))
    if not ledger.passing:
        one.anchors.extend(_implied(one, ledger))
    one.anchors.sort(key=lambda a: a.mention.start)
    for anchor in one.anchors:
        ledger.link(anchor)


_APART = re.compile(r"\b(?:after|before|since|following|until|besides|unlike)\s+$", re.I)


def _share_clause(one: Told) -> None:
    """Mentions of one clause are one event: "for the fourth spacewalk, A will head out with B"."""
    clauses_of = [clause_at(one.sentence, a.mention.start).start for a in one.anchors]
    for n, first in enumerate(one.anchors):
        for k in range(n + 1, len(one.anchors)):
            second = one.anchors[k]
            if clauses_of[n] != clauses_of[k] or first.mention.plural or second.mention.plural:
                continue
            before = one.sentence.source[one.sentence.start : first.mention.start]
            if first.mention.kind == second.mention.kind or _APART.search(before):
                continue
            crew = first.crew | second.crew
            if len(crew) <= 3:
                first.crew = second.crew = crew
            if not (first.dates and second.dates):
                first.dates = second.dates = first.dates or second.dates


def _other_days(sentence: Sentence, mention: SpacewalkMention, dates: list[Temporal]) -> list[Temporal]:
    """Further days given to one mention tell of further walks: "goes out with A on Jan. 6 and with B on Jan. 13"."""
    anchor = Anchor(mention, sentence, None, list(dates))
    days = [d for d in dates if is_day(d)]
    if mention.plural or len(days) < 2 or anchor.moved:
        return []
    others = [d for d in days if d is not anchor.day and not same_day(d, anchor.day)]
    for date in others:
        dates.remove(date)
    return others


def _speaks_of_all(anchor: Anchor) -> bool:
    """ "Each sortie is budgeted at six hours", "all four spacewalks start from the airlock"."""
    mention = anchor.mention
    if mention.kind != "noun":
        return False
    before = anchor.sentence.source[max(anchor.sentence.start, mention.start - 12) : mention.start]
    return mention.determiner in ("each", "all", "both", "every") or (
        mention.plural and bool(re.search(r"\b(?:each|all|both)\s+(?:of\s+)?$", before, re.I))
    )


def _places_outside(mentions: Mentions) -> list[bool]:
    """Whether each sentence names a place that is outside: a truss segment, a platform."""
    starts = [s.start for s in mentions.sentences]
    named = [False] * len(starts)
    for place in mentions.places:
        if place.kind in ("truss", "platform", "telescope", "satellite"):
            named[bisect_right(starts, place.start) - 1] = True
    return named


def _by_sentence(
    mentions: Mentions,
) -> list[tuple[list[PersonMention], list[SpacewalkMention], list[Temporal]]]:
    """People, spacewalk mentions and temporal expressions of each sentence."""
    starts = [s.start for s in mentions.sentences]
    table: list[tuple[list[PersonMention], list[SpacewalkMention], list[Temporal]]] = [
        ([], [], []) for _ in starts
    ]
    for person in mentions.people:
        table[bisect_right(starts, person.start) - 1][0].append(person)
    for walk in mentions.spacewalks:
        table[bisect_right(starts, walk.start) - 1][1].append(walk)
    for temporal in mentions.temporals:
        table[bisect_right(starts, temporal.start) - 1][2].append(temporal)
    return table


def _is_unreal(mentions: Mentions) -> bool:
    """Say whether the article is about a film, a pool, a game: its lead says so."""
    lead = " ".join(s.text for s in mentions.sentences[:3])
    if not cues().unreal.search(lead):
        return False
    unreal = sum(not m.real for m in mentions.spacewalks)
    return unreal > 0 and unreal * 2 >= len(mentions.spacewalks)


def _is_grounded(temporals: list[Temporal]) -> bool:
    return any(t.kind == "DATE" and re.match(r"\d{4}", t.value) for t in temporals)


def _implied(one: Told, ledger: Ledger) -> list[Anchor]:
    """Work on a day of its own is a spacewalk even where no word says so.

    "On July 1 they came back to add the third battery", "Thursday. The same pair."
    """
    evidence = _evidence(one, ledger)
    local = bool(one.anchors)
    found: list[Anchor] = []
    rest: list[Temporal] = []
    for date in one.dates:
        known = any(same_day(d, date) for a in (*one.anchors, *found) for d in a.dates)
        needed = 2 if ledger.current is not None else 3
        ranged = found and re.fullmatch(
            r"[\s,]*(?:and\s+)?(?:to|into|until|through|–|-)\s+[\w\s]{0,25}", one.sentence.source[found[-1].dates[-1].end : date.start]
        )
        if (
            not is_day(date)
            or known
            or ranged
            or evidence < needed
            or is_past_plan(one.sentence, date)
            or (local and not _crew_by(one, date))
        ):
            rest.append(date)
            continue
        found.append(_work_anchor(one, date.start, date.end, [date]))
    one.dates = rest
    if not found and not one.anchors and ledger.current is None and evidence >= 4 and one.parts:
        first = one.tasks[0] if one.tasks else one.sentence
        found.append(_work_anchor(one, first.start, first.end, []))
    return found


def _crew_by(one: Told, date: Temporal) -> bool:
    """Whether the clause of ``date`` has people at work of its own: not "controllers moved it on Sunday"."""
    clause = clause_at(one.sentence, date.start)
    end = max(clause.end, min(one.sentence.end, date.end + 60))
    own = [t for t in one.tasks if t.agent == "crew" and clause.start <= t.start < end]
    named = [p for p in one.parts if p.score >= 0 and clause.start <= p.people[0].start < end]
    length = any(
        t.kind == "DURATION" and clause.start <= t.start < end and judge(one.sentence, t, True) for t in one.temporals
    )
    subject = _CREW_SUBJECT.search(one.sentence.source[clause.start : end])
    return bool(own or named or length or subject)


def _evidence(one: Told, ledger: Ledger) -> int:
    """How much in a sentence speaks of people at work outside."""
    text = one.sentence.text
    crewed = [t for t in one.tasks if t.agent == "crew" and t.form != "nominal"]
    named = [p for p in one.parts if p.score >= 0]
    length = any(judge(one.sentence, t, True) for t in one.temporals if t.kind == "DURATION")
    points = 2 * any(t.strength == "strong" for t in crewed) + bool(crewed)
    points += bool(named) + any(len(p.people) >= 2 for p in named) + 2 * length
    points += (one.outside or bool(_SIGNAL.search(text))) + bool(_NUMBERED_CREW.search(text))
    if ledger.current is not None and _CREW_SUBJECT.search(text):
        points += 1
    return points


def _work_anchor(one: Told, start: int, end: int, dates: list[Temporal]) -> Anchor:
    mention = SpacewalkMention(start, end, "work", False)
    named = [p for p in one.parts if p.score >= 0]
    near = min(named, key=lambda p: abs(p.people[0].start - start), default=None)
    crew = frozenset(p.key or p.name for p in near.people) if near and len(named) <= 2 else frozenset()
    return Anchor(mention, one.sentence, tense_at(one.sentence, start), dates, crew)


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
    days = [d for d in one.dates if is_day(d)]
    for walk in ledger.walks:
        if any(same_day(walk.date, d) for d in days):
            ledger.current = walk
            return walk
    if days and ledger.current.date is not None:
        return None
    named = frozenset(p.key or p.name for part in one.parts if part.score >= 0 for p in part.people)
    if named and ledger.current.crew and not named & ledger.current.crew:
        for walk in ledger.walks:
            if named <= walk.crew:
                ledger.current = walk
                return walk
    _return_to_lead(one, ledger, told)
    return ledger.current


def _return_to_lead(one: Told, ledger: Ledger, told: list[Told]) -> None:
    """A new paragraph without a word of the background walk goes back to the one of the lead."""
    new_paragraph = len(told) < 2 or told[-2].sentence.paragraph != one.sentence.paragraph
    lead, current = ledger.lead, ledger.current
    if not new_paragraph or one.sentence.bullet or lead is None or current is None or current is lead:
        return
    if any(a.heading for a in current.anchors):
        return  # what stands under a heading of its own stays with it up to the next one
    spoken = tense(one.sentence.text)
    if lead.tense is None or (spoken == "future") == lead.ahead or not current.ahead:
        ledger.current = lead


def _lead_in(told: list[Told], ledger: Ledger) -> None:
    """What stands before the first mention tells of the first walk."""
    lead = ledger.lead
    if lead is None:
        return
    for one in told:
        if one.topic is not None or one.anchors:
            return
        if one.parts or one.tasks or one.dates or one.temporals:
            one.topic = lead
            lead.sentences.append(one.sentence.index)
