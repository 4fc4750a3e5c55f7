"""From walks to records: each one's facts gathered, settled and given evidence."""

import datetime
import hashlib
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from evafacts.assembly.clauses import tense, tense_at
from evafacts.assembly.durations import judge, planned_hours
from evafacts.assembly.reader import Told, read
from evafacts.assembly.status import is_put_off, status_of
from evafacts.assembly.tasks import TaskFound, tasks_of
from evafacts.assembly.times import times_of
from evafacts.assembly.walks import Anchor, Ledger, Walk, is_day, ordinal_of
from evafacts.knowledge import by_key
from evafacts.mentions.airlocks import AirlockMention
from evafacts.mentions.document import Mentions
from evafacts.mentions.people import PersonMention
from evafacts.mentions.temporal import Temporal
from evafacts.records import (
    Airlock,
    Article,
    ArticleFacts,
    CrewMember,
    Date,
    Duration,
    Evidence,
    Ordinal,
    Spacewalk,
    Status,
    Time,
)


@dataclass(slots=True)
class Facts:
    """What has been gathered for one walk."""

    walk: Walk
    scores: dict[str, int] = field(default_factory=dict)
    pairs: list[tuple[str, ...]] = field(default_factory=list)
    groups: list[tuple[str, ...]] = field(default_factory=list)
    put_off: bool = False
    names: dict[str, list[PersonMention]] = field(default_factory=dict)
    planned: list[Temporal] = field(default_factory=list)
    actual: list[Temporal] = field(default_factory=list)
    airlocks: list[AirlockMention] = field(default_factory=list)
    tasks: list[TaskFound] = field(default_factory=list)
    dates: list[Temporal] = field(default_factory=list)
    start: list[Temporal] = field(default_factory=list)
    end: list[Temporal] = field(default_factory=list)
    spans: list[tuple[Told, Temporal]] = field(default_factory=list)


def assemble(article: Article, mentions: Mentions) -> ArticleFacts:
    """Make the record of one article from its mentions."""
    told, ledger = read(mentions)
    gathered = {id(w): Facts(w) for w in ledger.walks}
    for one in told:
        _gather(mentions, one, gathered)
    _complete_crews(ledger, gathered)
    series = [one for one in told if one.series]
    records: list[Spacewalk] = []
    warnings: list[str] = []
    kept: list[tuple[Walk, Facts, Status]] = []
    for walk in ledger.walks:
        facts = gathered[id(walk)]
        facts.put_off = is_put_off(told, walk)
        _share_series(mentions, series, facts)
        lasted = any(tense_at(t.sentence, s.start) in ("past", "perfect") for t, s in facts.spans)
        status = status_of(told, walk, _date_of(facts), mentions.published, lasted=lasted)
        if status == Status.UNDERWAY and not is_day(_date_of(facts)):
            walk.date = _today(told, walk, mentions.published) or walk.date
        _settle_durations(facts, status)
        kept.append((walk, facts, status))
    specific = [k for k in kept if _is_specific(k[1])]
    primary = set() if ledger.passing else _primary([k[0] for k in specific], gathered)
    for number, (walk, facts, status) in enumerate(specific):
        records.append(_record(article, mentions, number, facts, status, id(walk) in primary))
        if (date := _date_of(facts)) is not None and re.match(r"XXXX-\d", date.value):
            warnings.append(f"no year for {mentions.text[date.start : date.end]}")
    return ArticleFacts(article=article, spacewalks=records, warnings=warnings)


def _gather(mentions: Mentions, one: Told, gathered: dict[int, Facts]) -> None:
    if one.topic is None and not any(a.walk for a in one.anchors):
        return
    sentence = one.sentence
    for part in one.parts:
        walk = one.walk_at(part.people[0].start)
        if walk is None:
            continue
        facts = gathered[id(walk)]
        if part.score >= 0 and len(part.people) == 2:
            facts.pairs.append(tuple(p.key or p.name for p in part.people))
        if part.score > 2 and part.anchor is not None and len(part.people) in (2, 3):
            facts.groups.append(tuple(p.key or p.name for p in part.people))
        for person in part.people:
            key = person.key or person.name
            facts.scores[key] = facts.scores.get(key, 0) + part.score
            facts.names.setdefault(key, []).append(person)
    for span in one.temporals:
        walk = one.walk_at(span.start)
        if walk is None:
            continue
        facts = gathered[id(walk)]
        if span.kind == "DURATION":
            kind = judge(sentence, span, bool(one.anchors), one.temporals)
            if kind == "planned":
                facts.planned.append(span)
            elif kind == "walk":
                facts.spans.append((one, span))
    bare = planned_hours(sentence)
    if bare is not None and (walk := one.walk_at(bare.start)) is not None:
        gathered[id(walk)].planned.append(bare)
    for start, end, kind_of in times_of(sentence, one.temporals):
        walk = one.walk_at(start.start)
        if walk is not None:
            (gathered[id(walk)].start if kind_of == "start" else gathered[id(walk)].end).append(start)
    for airlock in mentions.airlocks:
        if sentence.start <= airlock.start < sentence.end and airlock.exits:
            walk = one.walk_at(airlock.start)
            if walk is not None:
                gathered[id(walk)].airlocks.append(airlock)
    for task in tasks_of(mentions, one):
        walk = one.walk_at(task.mention.start)
        if walk is not None:
            gathered[id(walk)].tasks.append(task)
    for date in one.dates:
        if one.topic is not None and is_day(date):
            gathered[id(one.topic)].dates.append(date)


def _share_series(mentions: Mentions, series: Sequence[Told], facts: Facts) -> None:
    """What is said of each walk of a series holds for every one that says nothing else."""
    walk = facts.walk
    if walk.tags & {"previous", "last"} or not (walk.ordinal or (walk.tense == "future" and is_day(walk.date))):
        return
    for one in series:
        for span in one.temporals:
            if span.kind == "DURATION" and not (facts.planned or facts.spans) and judge(one.sentence, span, True):
                facts.planned.append(span)
        if not facts.airlocks:
            start, end = one.sentence.start, one.sentence.end
            facts.airlocks.extend(a for a in mentions.airlocks if start <= a.start < end and a.exits)


_TWO = re.compile(r"\b(?:pair|duo|two\s+(?:men|women|astronauts|cosmonauts|spacewalkers|crew)|both|crewmates?|partner|companion|colleague|they)\b", re.I)


def _partner(facts: Facts, sure: set[str]) -> set[str]:
    """The one other person whom the sentences of a walk for two name and never put inside."""
    heading = any(a.heading for a in facts.walk.anchors)
    if not heading and not any(_TWO.search(a.sentence.text) for a in facts.walk.anchors):
        return set()
    others = [k for k, s in facts.scores.items() if s == 0 and k not in sure and facts.names[k][0].key is not None]
    others = [k for k in others if by_key()[k].spacewalker]
    if not others:
        return set()
    best = max(others, key=lambda k: len(facts.names[k]))
    facts.scores[best] = 1
    return {best}


_SAME_CREW = re.compile(
    r"\b(?:they|the\s+(?:same\s+)?(?:pair|duo|two|men|spacewalkers|crewmates|team)|both|same\s+(?:pair|two|crew)|their)\b", re.I
)


def _complete_crews(ledger: Ledger, gathered: dict[int, Facts]) -> None:
    """Fill the crew of a walk from the pair it is told of, and from the walk that "they" made before."""
    for walk in ledger.walks:
        facts = gathered[id(walk)]
        sure = {k for k, score in facts.scores.items() if score > 0}
        if not sure:
            named = [k for k, s in facts.scores.items() if s == 0 and k in by_key() and by_key()[k].spacewalker]
            if 0 < len(named) <= 2:
                facts.scores |= dict.fromkeys(named, 1)
                sure = set(named)
        if len(sure) < 2:
            pair = next((p for p in facts.pairs if sure <= set(p) and all(facts.scores[k] >= 0 for k in p)), None)
            if pair:
                facts.scores |= {k: max(facts.scores[k], 1) for k in pair}
                sure = set(pair)
        if len(sure) == 1 and (walk is ledger.lead or any(a.heading for a in walk.anchors)):
            sure |= _partner(facts, sure)
        if len(sure) >= 2 or walk.before is None:
            continue
        lead = gathered[id(walk.before)]
        theirs = {k: s for k, s in lead.scores.items() if s > 0}
        if sure < set(theirs) and any(_SAME_CREW.search(a.sentence.text) for a in walk.anchors):
            facts.scores |= theirs
            for key in theirs:
                facts.names.setdefault(key, lead.names[key][:1])


def _settle_durations(facts: Facts, status: Status) -> None:
    for one, span in facts.spans:
        spoken = tense_at(one.sentence, span.start)
        if status == Status.PLANNED or spoken == "future" or (status in (Status.POSTPONED, Status.CANCELLED)):
            facts.planned.append(span)
        elif status == Status.UNDERWAY and spoken not in ("past", "perfect"):
            facts.planned.append(span)
        else:
            facts.actual.append(span)


def _today(told: Sequence[Told], walk: Walk, published: datetime.date | None) -> Temporal | None:
    """The day of publication, where the lead names it and tells of a walk that goes on."""
    if published is None:
        return None
    for one in told[:3]:
        for temporal in one.temporals:
            if temporal.kind == "DATE" and temporal.value == published.isoformat():
                return temporal
    return None


def _date_of(facts: Facts) -> Temporal | None:
    if is_day(facts.walk.date):
        return facts.walk.date
    if facts.put_off:
        return facts.walk.date
    days = [d for d in facts.dates if is_day(d)]
    if days and (facts.walk.date is None or days[0].value.startswith(facts.walk.date.value[:4])):
        return days[0]
    return facts.walk.date


def _is_specific(facts: Facts) -> bool:
    """A record needs a date, a named spacewalker, a duration, an airlock or a work item."""
    if facts.walk.anchors and all(a.mention.kind in ("agent", "verb") for a in facts.walk.anchors) and not (
        any(s >= 2 for s in facts.scores.values()) or facts.tasks
    ):
        return False
    return bool(
        is_day(_date_of(facts))
        or (facts.walk.date is not None)
        or any(s > 0 for s in facts.scores.values())
        or facts.planned
        or facts.actual
        or facts.airlocks
        or facts.tasks
    )


def _primary(walks: Sequence[Walk], gathered: dict[int, Facts]) -> set[int]:
    """The walks that the article is about: that of its lead, and others told at like length."""
    if not walks:
        return set()
    weight = {id(w): len(set(w.sentences)) + 2 * len(gathered[id(w)].tasks) for w in walks}
    head = [id(w) for w in walks if any(a.sentence.index <= 2 for a in w.anchors)]
    lead = max(head or [id(walks[0])], key=lambda w: weight[w])
    numbered = [id(w) for w in walks if w.ordinal and any(a.heading for a in w.anchors)]
    if len(numbered) > 1:
        return {lead, *numbered}
    return {lead} | {
        id(w) for w in walks if weight[id(w)] >= 0.6 * weight[lead] and weight[id(w)] >= 4 and (id(w) in head or gathered[id(w)].tasks)
    }


def _crew(mentions: Mentions, facts: Facts) -> list[tuple[str, list[PersonMention]]]:
    keys = [k for k, score in facts.scores.items() if score > 0]
    if not keys:
        keys = [k for k, score in facts.scores.items() if score == 0 and facts.names[k][0].full][:2]
    if len(keys) > 2:
        listed = [g for g in facts.groups if set(g) <= set(keys)]
        if listed:
            keys = list(max(listed, key=lambda g: (sum(set(o) == set(g) for o in listed), len(g) > 2)))
        else:
            keys.sort(key=lambda k: (-facts.scores[k], facts.names[k][0].start))
            keys = keys[:2]
    keys.sort(key=lambda k: facts.names[k][0].start)
    return [(k, facts.names[k]) for k in keys]


def _evidence(text: str, start: int, end: int) -> Evidence:
    return Evidence(start=start, end=end, text=text[start:end])


def _spans(text: str, spans: Iterable[tuple[int, int]]) -> list[Evidence]:
    return [_evidence(text, a, b) for a, b in sorted(set(spans))]


def _record(
    article: Article, mentions: Mentions, number: int, facts: Facts, status: Status, primary: bool
) -> Spacewalk:
    text = mentions.text
    walk = facts.walk
    digest = hashlib.sha256(f"{article.id}\x00{number}".encode()).hexdigest()[:16]
    return Spacewalk(
        id=digest,
        primary=primary,
        status=status,
        date=_date(text, facts),
        start_time=_time(text, facts.start),
        end_time=_time(text, facts.end),
        crew=[_member(mentions, key, names) for key, names in _crew(mentions, facts)],
        duration_planned=_duration(text, facts.planned),
        duration_actual=_duration(text, facts.actual),
        airlock=_airlock(text, facts.airlocks),
        tasks=[t.record(mentions, status) for t in _distinct(facts.tasks)],
        ordinals=_ordinals(text, walk.anchors),
        designation=_designation(walk.anchors),
        evidence=_spans(text, ((a.mention.start, a.mention.end) for a in walk.anchors)),
    )


def _designation(anchors: Sequence[Anchor]) -> str | None:
    """ "US EVA-71", "VKD-59": a number that the agencies give; "EVA 2" is only an ordinal."""
    names = (a.mention.designation for a in anchors)
    return next((n for n in names if n and re.search(r"VKD|EVA.*\d\d|\bUS\b|Russian", n)), None)


def _date(text: str, facts: Facts) -> Date | None:
    chosen = _date_of(facts)
    if chosen is None:
        return None
    if chosen.value.startswith("XXXX-W"):
        return None
    spans = {(d.start, d.end) for a in facts.walk.anchors for d in a.dates if d.value[:10] == chosen.value[:10]}
    return Date(
        value=re.split(r"T", chosen.value)[0],
        basis=chosen.basis or "stated",
        evidence=_spans(text, spans | {(chosen.start, chosen.end)}),
    )


def _time(text: str, times: Sequence[Temporal]) -> Time | None:
    if not times:
        return None
    first = times[0]
    day = re.match(r"\d{4}-\d\d-\d\dT", first.value)
    value = (day[0] if day else "T") + (first.clock or "") + (first.offset or "")
    return Time(value=value, zone=first.zone, evidence=_spans(text, ((first.start, first.end),)))


def _duration(text: str, spans: Sequence[Temporal]) -> Duration | None:
    if not spans:
        return None
    exact = [s for s in spans if s.minutes is not None and s.minutes % 30 and not s.approximate]
    chosen = (exact or list(spans))[0]
    minutes = chosen.minutes or 0
    same = [(s.start, s.end) for s in spans if s.minutes == minutes]
    hours, rest = divmod(minutes, 60)
    iso = "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
    return Duration(minutes=minutes, iso=iso, approximate=chosen.approximate, evidence=_spans(text, same))


def _airlock(text: str, found: Sequence[AirlockMention]) -> Airlock | None:
    if not found:
        return None
    counts: dict[str, int] = {}
    for mention in found:
        counts[mention.name] = counts.get(mention.name, 0) + 1 + mention.sure
    name = max(counts, key=lambda n: counts[n])  # the first named wins a tie
    return Airlock(name=name, evidence=_spans(text, ((m.start, m.end) for m in found if m.name == name)))


def _member(mentions: Mentions, key: str, names: Sequence[PersonMention]) -> CrewMember:
    text = mentions.text
    first = names[0]
    full = max((n.name for n in names), key=len) if first.key is None else first.name
    window = " ".join(text[n.end : n.end + 60] for n in names)
    designation = re.match(r"[^.;]{0,50}?\b(?:EV-?\s?|extravehicular\s+crew\s*member\s+)([12])\b", window)
    suit = re.search(r"\b((?:red|blue|orange)\s+stripes?|no\s+stripes|(?:plain\s+|all-)?white\s+(?:space)?suit)\b", window)
    return CrewMember(
        name=full,
        person=first.key,
        agency=first.agency,
        designation=f"EV{designation[1]}" if designation else None,
        suit=suit[1] if suit else None,
        career_spacewalk=_career(mentions, names),
        evidence=_spans(text, ((n.start, n.end) for n in names)),
    )


def _career(mentions: Mentions, names: Sequence[PersonMention]) -> int | None:
    """ "the fourth spacewalk of Hopkins' career", "the second for Glover"."""
    from evafacts.mentions.numbers import ordinal

    for name in names:
        before = mentions.text[max(0, name.start - 60) : name.start]
        match = re.search(r"\b(\w+)(?:\s+(?:career\s+)?space\s?walk)?\s+(?:for|of)\s+(?:[A-Z]\w+\s+)?$", before)
        if match and (number := ordinal(match[1].lower())):
            return number
        after = mentions.text[name.end : name.end + 70]
        match = re.search(r"^[^.;]{0,50}?\b(?:his|her)\s+(\w+)\s+(?:career\s+)?space\s?walk", after)
        if match and (number := ordinal(match[1].lower())):
            return number
    return None


def _ordinals(text: str, anchors: Sequence[Anchor]) -> list[Ordinal]:
    found: dict[tuple[int, str], Ordinal] = {}
    for anchor in anchors:
        number, scope = ordinal_of(text, anchor.mention)
        after = text[anchor.mention.end : anchor.mention.end + 70]
        name = _scope(after, scope)
        if number and name:
            found.setdefault(
                (number, name),
                Ordinal(count=number, scope=name, evidence=[_evidence(text, anchor.mention.start, anchor.mention.end)]),
            )
    return list(found.values())


def _scope(after: str, scope: str | None):  # type: ignore[no-untyped-def]
    if re.match(r"\s*(?:of\s+(?:the\s+year|\d{4})|this\s+year|so\s+far\s+this\s+year)", after):
        return "year"
    if re.match(r"\s*(?:of|during|for)\s+(?:the\s+)?expedition", after, re.I):
        return "expedition"
    if re.match(r"[^.;]{0,30}?\bstation", after):
        return "station"
    if scope == "series":
        return "mission"
    return None


def _distinct(tasks: Sequence[TaskFound]) -> list[TaskFound]:
    """One entry for an item told twice."""
    kept: list[TaskFound] = []
    for task in tasks:
        if not any(task.repeats(other) for other in kept):
            kept.append(task)
    return kept


def published_day(article: Article) -> datetime.date | None:
    """The calendar day of publication."""
    when = article.published
    if isinstance(when, datetime.datetime):
        return when.date()
    return when


__all__ = ["assemble", "published_day", "tense"]
