"""What is gathered for each walk: every fact goes to the walk that its words tell of."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from evafacts.assembly.clauses import clause_at, tense, tense_at
from evafacts.assembly.dates import is_day_put_off, month_of_week
from evafacts.assembly.durations import (
    is_attribute,
    is_done,
    is_exact,
    is_of_each,
    judge,
    others_record,
    planned_hours,
)
from evafacts.assembly.roles import OUT, Part
from evafacts.assembly.tasks import TaskFound, is_dated_otherwise, tasks_of
from evafacts.assembly.times import times_of
from evafacts.assembly.told import Told
from evafacts.assembly.walk import ATTEMPT, Walk, day_of, is_day, is_known_day, is_old, same_day
from evafacts.mentions.airlocks import AirlockMention
from evafacts.mentions.cue import Cue
from evafacts.mentions.document import Mentions
from evafacts.mentions.people import PersonMention
from evafacts.mentions.temporal import Temporal
from evafacts.records import Status

_EACH_TIME = Cue(r"\b(?:(?:both|each|every|all\s+three)\s+times?|on\s+both|twice)\b")
"""As in "Roe goes outside both times: with Doe on Jan. 6, with Poe on Jan. 13"."""
_OUT_THERE = 3
"""The least score of people who are plainly said to go out."""
_LEADS_IN = re.compile(
    r"\W*(?:After|Before|During|In|On|With|For|Since|Following|Until|Despite|Between)\b[^,]*$"
)
"""What stands before "his walk" where it is of somebody named behind it: "After his walk, Roe"."""
_WITH_DAY = 60
"""Characters on to the day that is given with people."""
_PAIR = 2
_MONTH = re.compile(r"\d{4}-\d\d")
_SINCE = 30
"""Characters back from "when" to the day that it is of."""


@dataclass(slots=True)
class Facts:
    """What has been gathered for one walk."""

    walk: Walk
    scores: dict[str, int] = field(default_factory=dict)
    parts: list[Part] = field(default_factory=list)
    put_off: bool = False
    given_up: bool = False
    published: datetime.date | None = None
    names: dict[str, list[PersonMention]] = field(default_factory=dict)
    planned: list[Temporal] = field(default_factory=list)
    actual: list[Temporal] = field(default_factory=list)
    airlocks: list[AirlockMention] = field(default_factory=list)
    tasks: list[TaskFound] = field(default_factory=list)
    dates: list[Temporal] = field(default_factory=list)
    entries: list[Temporal] = field(default_factory=list)
    weeks: list[Temporal] = field(default_factory=list)
    start: list[list[Temporal]] = field(default_factory=list)
    end: list[list[Temporal]] = field(default_factory=list)
    spans: list[tuple[Told, Temporal]] = field(default_factory=list)
    so_far: list[Temporal] = field(default_factory=list)

    def is_old(self, date: Temporal) -> bool:
        """Whether a day lies so far from publication that it is history."""
        return is_old(date, self.published)


def gather(mentions: Mentions, one: Told, gathered: dict[int, Facts]) -> None:
    """Give each fact of a sentence to the walk that its words tell of.

    Args:
        mentions: What was found in the article.
        one: The sentence as it was read.
        gathered: What each walk has so far, by the walk's ``id``; added to.
    """
    if one.topic is None and not any(a.walk for a in one.anchors):
        return
    _gather_people(one, gathered)
    _gather_lengths(one, gathered)
    for moment, edge in times_of(one.sentence, one.temporals):
        if (facts := _facts_at(one, moment[0].start, gathered)) is not None:
            (facts.start if edge == "start" else facts.end).append(moment)
    for airlock in mentions.airlocks_in(one.sentence.start, one.sentence.end):
        if airlock.exits and (facts := _facts_at(one, airlock.start, gathered)) is not None:
            facts.airlocks.append(airlock)
    for task in tasks_of(mentions, one):
        facts = _facts_at(one, task.mention.start, gathered)
        if facts is not None and not is_dated_otherwise(one, task.mention, facts.walk.date):
            facts.tasks.append(task)
            for twin in _twins(one, facts.walk):
                gathered[id(twin)].tasks.append(task)
    if one.topic is not None:
        gathered[id(one.topic)].dates.extend(d for d in one.dates if is_day(d))
        gathered[id(one.topic)].entries.extend(t for t in one.temporals[:1] if _heads(one, t))
    for week in one.temporals if one.anchors else ():
        facts = _facts_at(one, week.start, gathered)
        if facts is not None and (month := month_of_week(week)) is not None:
            facts.weeks.append(month)


def _twins(one: Told, walk: Walk) -> list[Walk]:
    """The other walks told of in one breath: "spacewalks on Jan. 15 and Jan. 20 to replace …"."""
    return [
        twin
        for anchor in one.anchors
        if any(walk is w for w in anchor.several)
        for twin in anchor.several
        if twin is not walk
    ]


def _heads(one: Told, time: Temporal) -> bool:
    """As in "**2.55 p.m.** The airlock is being filled with air again."."""
    return time.clock is not None and not re.search(
        r"\w", one.sentence.source[one.sentence.start : time.start]
    )


def _facts_at(one: Told, offset: int, gathered: dict[int, Facts]) -> Facts | None:
    walk = one.walk_at(offset)
    return None if walk is None else gathered[id(walk)]


def _gather_people(one: Told, gathered: dict[int, Facts]) -> None:
    for own, part in _own_walks(one):
        if not any(p.people[0].start == part.people[0].start for p in gathered[id(own)].parts):
            _add_part(gathered[id(own)], part)
    for part in one.parts:
        at = part.people[0].start if part.at is None else part.at
        walk = _dated_after(one, part) or _within(one, part) or one.walk_at(at)
        if walk is None or _of_another_day(one, part, walk, gathered[id(walk)].published):
            continue
        _add_part(gathered[id(walk)], part)
        if part is one.parts[0] and part.score >= _OUT_THERE and _EACH_TIME.search(one.sentence):
            others = {id(a.walk) for a in one.anchors if a.walk is not None} - {id(walk)}
            for other in others:
                _add_part(gathered[other], part)


def _own_walks(one: Told) -> Iterator[tuple[Walk, Part]]:
    """Who makes the walk that is called "his": "After her first on May 6, Roe will go out"."""
    for anchor in one.anchors:
        said = anchor.mention
        if anchor.walk is None or said.plural or said.determiner not in ("his", "her"):
            continue
        told = (p.people for p in one.parts if p.score >= 0)
        heads = [g[0] for g in told if len(g) == 1 or g[1].start > said.start]
        before = [person for person in heads if person.start < said.start]
        lead = one.sentence.source[one.sentence.start : said.start]
        for person in before[-1:] or (heads[:1] if _LEADS_IN.match(lead) else []):
            yield anchor.walk, Part((person,), _OUT_THERE, said)


def _add_part(facts: Facts, part: Part) -> None:
    facts.parts.append(part)
    for person in part.people:
        key = person.key or person.name
        facts.scores[key] = facts.scores.get(key, 0) + part.score
        facts.names.setdefault(key, []).append(person)


def _dated_after(one: Told, part: Part) -> Walk | None:
    """The walk whose day is given with people: "with Roe on Jan. 6 and with Doe on Jan. 13"."""
    if len({id(a.walk) for a in one.anchors}) <= 1 or part.score < _OUT_THERE:
        return None
    end = part.people[-1].end
    following = [p.people[0].start for p in one.parts if p.people[0].start > end]
    stop = min((end + _WITH_DAY, *following))
    for date in one.temporals:
        if date.kind == "DATE" and is_day(date) and end < date.start < stop:
            return next((a.walk for a in one.anchors if a.walk and date in a.dates), None)
    return None


def _within(one: Told, part: Part) -> Walk | None:
    """The walk named between people: "After the first in May Roe is on her second with Doe"."""
    start, end = part.people[0].start, part.people[-1].start
    inside = (a for a in one.anchors if a.walk is not None and start < a.mention.start < end)
    return next((a.walk for a in inside if a.mention.kind != "agent"), None)


def _of_another_day(one: Told, part: Part, walk: Walk, published: datetime.date | None) -> bool:
    """Whether people are named in a clause that gives a day which is not the walk's.

    "The first since September 2008, when Roe waved a flag", "Doe, who with Roe put up one in June".
    """
    if part.score == OUT or part.at is not None:
        return False
    start, source = part.people[0].start, one.sentence.source
    clause = clause_at(one.sentence, start)
    opens = source[clause.start : clause.start + len(", whose")].strip(" ,")
    if not opens.startswith(("who", "when")) or ", and " in source[clause.start : start]:
        return False
    begins = clause.start - _SINCE if opens.startswith("when") else clause.start
    days = [d for d in one.temporals if d.kind == "DATE" and begins <= d.start < clause.end]
    if walk.date is None:
        own = any(a.mention.start >= clause.start for a in one.anchors)
        return not own and any(is_old(d, published) for d in days)
    return bool(days) and not any(same_day(d, walk.date) for d in days)


def _gather_lengths(one: Told, gathered: dict[int, Facts]) -> None:
    for span in one.temporals:
        if span.kind == "DURATION":
            facts = _facts_at(one, span.start, gathered)
            if facts is not None:
                _add_length(one, span, facts, gathered)
    bare = planned_hours(one.sentence)
    if bare is not None and (facts := _facts_at(one, bare.start, gathered)) is not None:
        facts.planned.append(bare)


def _add_length(one: Told, span: Temporal, facts: Facts, gathered: dict[int, Facts]) -> None:
    """Give a length to the walk that it is of, where it is a walk's at all."""
    facts = _of_the_named(one, span, gathered) or facts
    kind = judge(one.sentence, span, bool(one.anchors), one.temporals)
    if kind == "planned":
        facts.planned.append(span)
    elif kind == "walk":
        facts.spans.append((one, span))
    elif kind == "so far":
        facts.so_far.append(span)
    elif others_record(one.sentence, span):
        holders = [
            a.walk for a in one.anchors if a.walk is not None and a.mention.start >= span.end
        ]
        if holders:
            gathered[id(holders[0])].actual.append(span)


def _of_the_named(one: Told, span: Temporal, gathered: dict[int, Facts]) -> Facts | None:
    """As in "both spacewalks will be shown, with Roe and Doe going out for seven hours".

    The length is of the one walk that the two make, where the sentence tells of several.
    """
    if not any(a.mention.plural for a in one.anchors):
        return None
    before = [p for p in one.parts if p.score >= 0 and p.people[-1].end <= span.start]
    if not before or len(before[-1].people) != _PAIR:
        return None
    pair = {p.key or p.name for p in before[-1].people}
    theirs = [f for f in gathered.values() if pair <= f.walk.crew]
    return theirs[0] if len(theirs) == 1 else None


def share_series(mentions: Mentions, series: Sequence[Told], facts: Facts) -> None:
    """What is said of each walk of a series holds for every one that says nothing else."""
    walk = facts.walk
    series = [one for one in series if not _names_others(one, walk)]
    if walk.tags & {"previous", "last"} or not (
        walk.ordinal or (walk.tense not in ("past", "perfect") and is_day(walk.date))
    ):
        return
    for one in series:
        start, end = one.sentence.start, one.sentence.end
        if not (facts.planned or facts.spans):
            facts.planned.extend(s for s in one.temporals if _is_planned(one, s, walk))
        if not facts.airlocks:
            facts.airlocks.extend(a for a in mentions.airlocks_in(start, end) if a.exits)


def _names_others(one: Told, walk: Walk) -> bool:
    """Whether a sentence on a series names a pair that does not make this walk of it."""
    pairs = [p.people for p in one.parts if p.score >= 0 and len(p.people) == _PAIR]
    keys = {p.key or p.name for people in pairs for p in people}
    return bool(keys and walk.crew) and not walk.crew <= keys


def speaks_of_each(one: Told) -> bool:
    """Whether a sentence tells of every walk of a series, or how long each is to be."""
    lengths = (t for t in one.temporals if t.kind == "DURATION")
    return one.series or any(is_of_each(one.sentence, t) for t in lengths)


def _is_planned(one: Told, span: Temporal, walk: Walk) -> bool:
    """Whether a sentence on every walk of a series says how long each is to last."""
    if span.kind != "DURATION":
        return False
    if is_of_each(one.sentence, span):
        return walk.tense not in ("past", "perfect")
    kind = judge(one.sentence, span, True)
    return kind == "planned" or (kind == "walk" and tense(one.sentence.text) == "future")


def settle_durations(facts: Facts, status: Status) -> None:
    """Sort the lengths of a walk into planned and actual, by its status and their own tense."""
    not_done = status in (Status.PLANNED, Status.POSTPONED, Status.CANCELLED)
    for one, span in facts.spans:
        spoken = tense(one.sentence.source[one.sentence.start : span.start][-90:])
        if spoken is None or spoken == "present":
            spoken = tense_at(one.sentence, span.start)
        if is_done(one.sentence, span):
            spoken = "past"
        past = spoken in ("past", "perfect")
        if status == Status.UNDERWAY and is_attribute(one.sentence, span):
            past = False  # "are outside on a six-hour spacewalk"
        if is_done(one.sentence, span) and status != Status.PLANNED:
            facts.actual.append(span)  # "called off … it lasted only half an hour"
        elif not_done or spoken == "future" or (status == Status.UNDERWAY and not past):
            if not (is_exact(span) and (span.minutes or 0) % 5):  # plans are round
                facts.planned.append(span)
        else:
            facts.actual.append(span)
    if not facts.actual and status in (Status.UNDERWAY, Status.COMPLETED):
        facts.actual.extend(facts.so_far)


def today(told: Sequence[Told], walk: Walk, published: datetime.date | None) -> Temporal | None:
    """The day of publication, where the lead names it and tells of a walk that goes on."""
    if published is None:
        return None
    for one in told[:3]:
        for temporal in one.temporals:
            if temporal.kind == "DATE" and temporal.value == published.isoformat():
                return temporal
    return None


_ENTRIES = 3
_BESIDE = 60  # characters between the day and the hour of an end


def by_the_clock(facts: Facts) -> Temporal | None:
    """The day of publication for a walk of which no more than the hour is told.

    As in a report of the hour: "They began their spacewalk at 10:24 a.m. EDT". A log has such an
    hour at the head of each entry.
    """
    walk = facts.walk
    if facts.published is None or is_day(walk.date) or walk.tags or walk.old_date is not None:
        return None
    entries = facts.entries if len(facts.entries) >= _ENTRIES else []
    for moment in (*(m[0] for m in (*facts.start, *facts.end)), *entries):
        if moment.value[:11] == f"{facts.published.isoformat()}T":
            day = replace(moment, value=moment.value[:10], kind="DATE", basis="published")
            if walk.date is None or same_day(walk.date, day):
                return day
    return None


def night_before(facts: Facts) -> Temporal | None:
    """The day of going out of a walk that is dated by its end in the small hours.

    "Returned to the core module at 0:55 a.m. on Monday after about six hours" began on Sunday.
    """
    date, length = date_of(facts), next((s.minutes for s in facts.actual if s.minutes), None)
    if date is None or length is None or not is_known_day(date):
        return None
    day = date.value[:10]
    if any(m[0].value.startswith(day) for m in facts.start):
        return None
    near = [m[0] for m in facts.end if abs(m[0].start - date.start) <= _BESIDE]
    ends = [end for end in near if end.value.startswith(day) and end.clock]
    if not ends or not all(_minute(end.clock or "") < length for end in ends):
        return None
    before = datetime.date.fromisoformat(day) - datetime.timedelta(days=1)
    return replace(date, value=before.isoformat(), basis="context")


def _minute(clock: str) -> int:
    """The minute of the day of a clock time such as ``00:55``."""
    hours, minutes = clock.split(":")[:2]
    return int(hours) * 60 + int(minutes)


def date_of(facts: Facts) -> Temporal | None:
    """The date of a walk: its own, else a day of the sentences that tell of it."""
    if is_day(facts.walk.date):
        return facts.walk.date
    if facts.put_off:
        return facts.walk.date
    own = facts.walk.date
    if own is not None and _MONTH.fullmatch(own.value):
        # "During a spacewalk in July … the flooding of July 16"
        inside = [d for d in facts.dates if is_day(d) and d.value.startswith(own.value)]
        if inside:
            return inside[0]
    days = [d for d in facts.dates if is_day(d) and not facts.is_old(d)]
    if days and (facts.walk.date is None or days[0].value.startswith(facts.walk.date.value[:4])):
        return days[0]
    return facts.walk.date or next(iter(facts.weeks), None)


def given_up(facts: Facts, others: Sequence[Facts]) -> bool:
    """Whether the day of a walk that was put off is only that on which it was to have been.

    What is postponed is still ahead: a day that is over or is today is not its own. The day
    stays where the later try of the same people has a record beside it.
    """
    date = date_of(facts)
    if ATTEMPT in facts.walk.tags:
        return False
    if date is not None and facts.published is None:
        return any(is_day_put_off(a.sentence, d) for a in facts.walk.anchors for d in a.dates)
    if not is_known_day(date) or date is None or facts.published is None:
        return False
    if date.value[:10] > facts.published.isoformat():
        return False
    later = (
        o
        for o in others
        if o is not facts and 0 < len(facts.walk.crew) <= len(o.walk.crew & facts.walk.crew)
    )
    return not any(day_of(o.walk) > date.value[:10] for o in later)


def is_specific(facts: Facts) -> bool:
    """A record needs a date, a named spacewalker, a duration, an airlock or a work item."""
    if (
        facts.walk.anchors
        and all(a.mention.kind in ("agent", "verb") for a in facts.walk.anchors)
        and not (any(s >= 2 for s in facts.scores.values()) or facts.tasks)
    ):
        return False
    return bool(
        is_day(date_of(facts))
        or (facts.walk.date is not None)
        or any(s > 0 for s in facts.scores.values())
        or facts.planned
        or facts.actual
        or facts.airlocks
        or facts.tasks
    )
