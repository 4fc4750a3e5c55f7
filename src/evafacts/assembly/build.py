"""From walks to records: each one's facts settled and given evidence."""

import datetime
import hashlib
import re
from collections.abc import Sequence
from functools import lru_cache

from evafacts.assembly.crew import complete_crews, crew_of
from evafacts.assembly.durations import choose, has_lasted
from evafacts.assembly.evidence import evidence_at, spans_of
from evafacts.assembly.facts import (
    Facts,
    by_the_clock,
    date_of,
    gather,
    given_up,
    is_specific,
    night_before,
    settle_durations,
    share_series,
    speaks_of_each,
    today,
)
from evafacts.assembly.members import member
from evafacts.assembly.primary import primary_walks
from evafacts.assembly.reader import read
from evafacts.assembly.status import status_of, stopped_as
from evafacts.assembly.tasks import crews_own, distinct
from evafacts.assembly.walk import Anchor, Walk, is_day, ordinal_of
from evafacts.knowledge import airlocks
from evafacts.mentions.document import Mentions
from evafacts.mentions.temporal import Temporal
from evafacts.records import (
    Airlock,
    Article,
    ArticleFacts,
    Date,
    Duration,
    Ordinal,
    Spacewalk,
    Status,
    Time,
)


def assemble(article: Article, mentions: Mentions) -> ArticleFacts:
    """Make the record of one article from its mentions."""
    told, ledger = read(mentions)
    gathered = {id(w): Facts(w, published=mentions.written) for w in ledger.walks}
    for one in told:
        gather(mentions, one, gathered)
    complete_crews(ledger, gathered, told)
    for facts in gathered.values():
        facts.tasks = crews_own(facts.tasks, [key for key, _ in crew_of(facts)])
    series = [one for one in told if speaks_of_each(one)]
    records: list[Spacewalk] = []
    warnings: list[str] = []
    kept: list[tuple[Walk, Facts, Status]] = []
    if ledger.lead is not None:
        lead = ledger.lead
        lead.date = by_the_clock(gathered[id(lead)]) or lead.date
    lead_day = date_of(gathered[id(ledger.walks[0])]) if ledger.walks else None
    for walk in ledger.walks:
        facts = gathered[id(walk)]
        lasted = any(has_lasted(t.sentence, s) for t, s in facts.spans)
        facts.put_off = stopped_as(told, walk, lasted=lasted) is not None
        share_series(mentions, series, facts)
        status = status_of(
            told, walk, date_of(facts), mentions.published, lasted=lasted, lead_day=lead_day
        )
        if status == Status.UNDERWAY and not is_day(date_of(facts)):
            walk.date = today(told, walk, mentions.written) or walk.date
        settle_durations(facts, status)
        walk.date = night_before(facts) or walk.date
        kept.append((walk, facts, status))
    specific = [k for k in kept if is_specific(k[1])]
    primary = primary_walks(specific, mentions, passing=ledger.passing)
    for number, (walk, facts, status) in enumerate(specific):
        facts.given_up = status == Status.POSTPONED and given_up(facts, [k[1] for k in specific])
        records.append(_record(article, mentions, number, facts, status, id(walk) in primary))
        if (date := date_of(facts)) is not None and re.match(r"XXXX-\d", date.value):
            warnings.append(f"no year for {mentions.text[date.start : date.end]}")
    for walk in ledger.walks:
        walk.anchors.clear()  # they point back at the walk: without them all goes at once
    return ArticleFacts(article=article, spacewalks=records, warnings=warnings)


def _record(
    article: Article, mentions: Mentions, number: int, facts: Facts, status: Status, primary: bool
) -> Spacewalk:
    text = mentions.text
    walk = facts.walk
    digest = hashlib.sha256(f"{article.id}\x00{number}".encode()).hexdigest()[:16]
    start = _time(text, facts.start, date_of(facts))
    return Spacewalk(
        id=digest,
        primary=primary,
        status=status,
        date=_date(text, facts),
        start_time=start,
        end_time=_time(text, facts.end, date_of(facts), start),
        crew=[member(mentions, key, names) for key, names in crew_of(facts)],
        duration_planned=_duration(text, facts.planned, planned=True),
        duration_actual=_duration(text, facts.actual),
        airlock=_airlock(text, facts),
        tasks=[t.record(mentions, status) for t in distinct(facts.tasks, status)],
        ordinals=_ordinals(text, walk.anchors),
        designation=_designation(walk.anchors),
        evidence=spans_of(text, ((a.mention.start, a.mention.end) for a in walk.anchors)),
    )


def _designation(anchors: Sequence[Anchor]) -> str | None:
    """As in "US EVA-71", "VKD-59": a number that the agencies give; "EVA 2" is only an ordinal."""
    names = (a.mention.designation for a in anchors)
    return next((n for n in names if n and re.search(r"VKD|EVA.*\d\d|\bUS\b|Russian", n)), None)


def _date(text: str, facts: Facts) -> Date | None:
    chosen = date_of(facts)
    if chosen is None or facts.given_up:
        return None
    if chosen.value.startswith("XXXX-W"):
        return None
    spans = {
        (d.start, d.end)
        for a in facts.walk.anchors
        for d in a.dates
        if d.value[:10] == chosen.value[:10]
    }
    return Date(
        value=re.split(r"T|-XX$", chosen.value)[0],
        basis=chosen.basis or "stated",
        evidence=spans_of(text, spans | {(chosen.start, chosen.end)}),
    )


def _time(
    text: str,
    moments: Sequence[Sequence[Temporal]],
    day: Temporal | None,
    start: Time | None = None,
) -> Time | None:
    """The first time told, on the walk's own day; in another zone it is evidence too."""
    if not moments:
        return None
    first = moments[0][0]
    own = re.match(r"\d{4}-\d\d-\d\d", day.value if day else "") or re.match(
        r"\d{4}-\d\d-\d\d(?=T)", first.value
    )
    on = own[0] if own else ""
    clock = (first.clock or "") + (first.offset or "")
    if start is not None and on and f"{on}T{clock}" < start.value:  # past midnight
        on = str(datetime.date.fromisoformat(on) + datetime.timedelta(days=1))
    spans = ((t.start, t.end) for t in moments[0])
    return Time(value=f"{on}T{clock}", zone=first.zone, evidence=spans_of(text, spans))


def _duration(text: str, spans: Sequence[Temporal], *, planned: bool = False) -> Duration | None:
    chosen = choose(spans, planned=planned)
    if chosen is None:
        return None
    minutes = chosen.minutes or 0
    same = [(s.start, s.end) for s in spans if s.minutes == minutes]
    hours, rest = divmod(minutes, 60)
    iso = "PT" + (f"{hours}H" if hours else "") + (f"{rest}M" if rest or not hours else "")
    return Duration(
        minutes=minutes, iso=iso, approximate=chosen.approximate, evidence=spans_of(text, same)
    )


def _airlock(text: str, facts: Facts) -> Airlock | None:
    """The exit named most often, of those that were in use on the day."""
    date = date_of(facts)
    year = int(date.value[:4]) if date is not None and date.value[:4].isdigit() else None
    found = [m for m in facts.airlocks if year is None or m.name in _in_use(year)]
    if not found:
        return None
    counts: dict[str, int] = {}
    for mention in found:
        counts[mention.name] = counts.get(mention.name, 0) + 1 + mention.sure
    name = max(counts, key=lambda n: counts[n])  # the first named wins a tie
    spans = ((m.start, m.end) for m in found if m.name == name)
    return Airlock(name=name, evidence=spans_of(text, spans))


@lru_cache(maxsize=128)
def _in_use(year: int) -> frozenset[str]:
    """The exits of a year: a hatch of Voskhod that a story of 2013 recalls is not its own."""
    return frozenset(
        a.name for a in airlocks() if (a.first or 0) <= year and (a.last is None or year <= a.last)
    )


def _ordinals(text: str, anchors: Sequence[Anchor]) -> list[Ordinal]:
    found: dict[tuple[int, str], Ordinal] = {}
    for anchor in anchors:
        number, scope = ordinal_of(text, anchor.mention)
        after = text[anchor.mention.end : anchor.mention.end + 70]
        name = _scope(after, scope)
        if number and name:
            found.setdefault(
                (number, name),
                Ordinal(
                    count=number,
                    scope=name,
                    evidence=[evidence_at(text, anchor.mention.start, anchor.mention.end)],
                ),
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


def published_day(article: Article) -> datetime.date | None:
    """The calendar day of publication."""
    when = article.published
    if isinstance(when, datetime.datetime):
        return when.date()
    return when
