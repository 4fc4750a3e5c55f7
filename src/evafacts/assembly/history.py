"""Spacewalks of another time that are told in passing: somebody, a year, and what was done."""

import re

from evafacts.assembly.clauses import Clause, clause_at
from evafacts.assembly.durations import judge, others_record
from evafacts.assembly.roles import Part
from evafacts.assembly.signs import SIGNAL, is_elsewhere, work_anchor
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor, is_day, same_day
from evafacts.assembly.walks import Ledger
from evafacts.knowledge import by_key
from evafacts.mentions.cue import Cue
from evafacts.mentions.people import PersonMention
from evafacts.mentions.temporal import Temporal

_HISTORY = re.compile(r"\d{4}(?:-\d\d)?")
_WHEN = re.compile(r",?\s+when\b")
_ENOUGH = 3
_EACH = 2  # people of one sentence with a year each
_KNOWN_THEN = 2  # the weight of a spacewalker of that time
_MANY = 3
_BACK = 90  # characters
# "Did it in 1984", "became the first woman to do so", "his second".
_DID = Cue(
    r"\b(?:(?:did|done|do|does)\s+(?:it|so|that|the\s+same)|(?:(?:was|were|is)\s+(?:the\s+)?|became\s+(?:the\s+|only\s+)?)(?:[\w’'-]+\s+)?(?:first|second|third|only)"
    r"(?!(?:\s+[\w’'-]+){0,4}\s+to\s+(?:command|fly|orbit|live|visit|pilot|land|dock|reach|lead|serve|launch|ride|head))|"
    r"\w+['’]s\s+(?:first|second|third)\s+(?:was|came)|walked|went\s+out|outside|outdoors|float(?:ed|ing)|drift(?:ed|ing)|(?:his|her|their)\s+(?:first|second|"
    r"third|fourth|fifth)|record)\b"
)
# "She had made four on her first stay, in 2006": a bunch.
_SEVERAL = Cue(
    r"\b(?:made|did|done|conducted|completed|logged)\s+(?:(?:his|her|their|the|first)\s+){0,2}"
    r"(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b(?!\s*(?:hours?|minutes?|-))"
)
_FEAT = Cue(r"\b(?:feat|space\s?-?walk\w*|walked\s+in\s+space|EVAs?)\b")
_WORN = Cue(
    r"\b(?:helmets?|visors?|face-?\s?plates?|gloves?|life-?line|umbilical|(?:jet|rocket)\s?-?packs?|back\s?packs?)\b"
)


def historical_anchors(one: Told, ledger: Ledger, found: list[Anchor]) -> list[Anchor]:
    """As in "Kathryn Sullivan was the first, in 1984".

    A month or year, or a day long ago, a spacewalker, and what was done.
    """
    if found or ledger.current is None:
        return []
    if each := _each_in_his_year(one, ledger):
        return each
    for date in one.dates:
        if any(same_day(w.date, date) for w in ledger.walks):
            continue
        if not _HISTORY.fullmatch(date.value) and not (is_day(date) and ledger.is_old(date)):
            continue
        clause = clause_at(one.sentence, date.start)
        if _is_named(one, clause) or is_elsewhere(one, date) or _SEVERAL.search(one.sentence):
            continue
        recent = clause.tense != "future" and not ledger.is_old(date) and ledger.published
        if _weight(one, ledger, date, clause) >= _ENOUGH + bool(recent):
            one.dates = [d for d in one.dates if d is not date]
            anchor = work_anchor(one, date.start, date.end, [date])
            anchor.relative = True  # told of beside the news: no walk at hand gets its date
            return [anchor]
    return []


# "The others to have done so are Roe in 2006 and Doe - then a rookie - in 2001."
_IN_YEAR = re.compile(
    r"(?:\s+[(\u2013\u2014-][^\u2013\u2014()]{1,60}[)\u2013\u2014-])?,?\s+\(?(?:in\s+)?(?:[A-Z][a-z]+\s+)?$"
)


def _each_in_his_year(one: Told, ledger: Ledger) -> list[Anchor]:
    """Several people of one sentence, each with the year in which he did it."""
    found: list[Anchor] = []
    if not _DID.search(one.sentence) and not _FEAT.search(one.sentence):
        return []
    people = [p for part in one.parts if part.score >= 0 for p in part.people]
    for date in one.dates:
        if not _HISTORY.fullmatch(date.value) or is_elsewhere(one, date):
            continue
        before = [p for p in people if p.end <= date.start]
        person = max(before, key=lambda p: p.end, default=None)
        if person is None or not _IN_YEAR.fullmatch(one.sentence.source, person.end, date.start):
            continue
        year = int(date.value[:4])
        known = any(same_day(w.date, date) for w in ledger.walks)
        if known or _one(person, year) < _KNOWN_THEN:
            continue
        anchor = work_anchor(one, date.start, date.end, [date])
        anchor.crew, anchor.relative = frozenset([person.key or person.name]), True
        found.append(anchor)
    if len(found) < _EACH:
        return []
    used = {id(a.dates[0]) for a in found}
    one.dates = [d for d in one.dates if id(d) not in used]
    return found


def _is_named(one: Told, clause: Clause) -> bool:
    """Whether the clause has a word for a spacewalk, which its date belongs to then."""
    return any(
        a.mention.kind in ("noun", "exit")
        and not a.mention.plural
        and clause.start <= a.mention.start < clause.end
        for a in one.anchors
    )


def _weight(one: Told, ledger: Ledger, date: Temporal, clause: Clause) -> int:
    start = max(one.sentence.start, min(clause.start, date.start - _BACK))
    end = clause.end
    if _WHEN.match(one.sentence.source, date.end):  # "since July 2013, when water filled a helmet"
        end = clause_at(one.sentence, min(date.end + len(", when"), one.sentence.end - 1)).end
    near = [p for p in one.parts if p.score >= 0 and start <= p.people[0].start < end]
    weight = max((_who(part, date) for part in near), default=0)
    weight += 2 * any(t.agent == "crew" and t.strength == "strong" for t in one.tasks)
    weight += bool(_DID.search(one.sentence)) + bool(
        one.outside or SIGNAL.search(one.sentence) or _WORN.search(one.sentence)
    )
    if clause.tense in ("past", None) and any(
        judge(one.sentence, t, True) or others_record(one.sentence, t)
        for t in one.temporals
        if t.kind == "DURATION"
    ):
        weight += _ENOUGH
    return weight + _is_catalogue(ledger)


def _is_catalogue(ledger: Ledger) -> bool:
    """Whether the article goes through the years: its walks so far are of three or more."""
    return len({w.date.value[:4] for w in ledger.walks if w.date is not None}) >= _MANY


def _who(part: Part, date: Temporal) -> int:
    """What people named weigh: spacewalkers of that time two, those of no roster one."""
    year = int(date.value[:4]) if date.value[:4].isdigit() else None
    return max(_one(person, year) for person in part.people)


def _one(person: PersonMention, year: int | None) -> int:
    known = by_key().get(person.key or "")
    if known is None:
        return int(person.role not in ("ground", "inside"))
    if not known.spacewalker or (year is not None and not known.active_in(year)):
        return 0
    return 2
