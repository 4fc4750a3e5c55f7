"""Walks of another time that a turn of phrase recalls: "since Dec. 1, 1985, when Roe …"."""

import re
from collections.abc import Iterator, Sequence

from evafacts.assembly.clauses import clause_at
from evafacts.assembly.dates import dates_of
from evafacts.assembly.durations import others_record
from evafacts.assembly.roles import Part
from evafacts.assembly.signs import SIGNAL, is_elsewhere, tells_elsewhere, work_anchor
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor, is_day, same_day
from evafacts.assembly.walks import Ledger
from evafacts.knowledge import by_key
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.people import PersonMention
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_REACH = 90  # characters
_LONGEST = 600  # minutes; what is longer is somebody's career
_NEAR = 2  # sentences back to a word for a spacewalk
_FULL = re.compile(r"\d{4}(?:-\d\d){0,2}")
_FEAT = Cue(
    r"\b(?:feat|space\s?-?walk\w*|walk(?:ed|ing|s)?\s+in\s+space|EVAs?|outside|out\s+of\s+the\s+hatch|"
    r"excursions?|outings?|sorties|extravehicular)\b"
)
# "Americans had not been outside since Dec. 1, 1985, when Roe and Doe stacked beams".
_SINCE = AnyCase(r"\b(?:since|until)\s+(?:[\w’'-]+\s+(?:in\s+|of\s+)?){0,3}$")
_THE_FIRST = AnyCase(r"\bthe\s+(?:first|last|latest)\b")
_WHEN = AnyCase(r",?\s+(?:when|as)\b")
# "Was the first, in August", "Doe followed him last April", "did it from a shuttle in 1995".
_NTH = r"(?:first|second|third|fourth|fifth|only|last|youngest|oldest)"
_TO_GO = (
    r"(?:\s+to\s+(?:do\s+(?:so|it|that|the\s+same)|(?:walk|step|go|float|venture|leave|climb|work)\b"
    r"(?:\s+[\w’'-]+){0,5}))"
)
_DID = (
    rf"(?:(?:was|were|became|is)\s+(?:also\s+)?(?:the|his|her)\s+(?:very\s+)?{_NTH}"
    rf"(?:\s+(?!to\b)[\w’'-]+){{0,4}}{_TO_GO}?|"
    r"followed(?:\s+(?:him|her|them|suit))?|came\s+(?:next|second|third|later)|"
    r"(?:did|had\s+done|managed|achieved)\s+(?:it|so|that|the\s+(?:same|feat))"
    r"(?:\s+from\s+(?:[\w’'-]+\s+){0,4}[\w’'-]+)?|walked\s+in\s+space)"
)
_NAME_DID = AnyCase(
    rf"(?:\s+of\s+[\w’'-]+(?:\s+\d+)?)?(?:(?:,\s+(?:who|an?|the)\s[^,;]{{1,50}},|,\s+who)?\s+{_DID},?|"
    r",\s+the\s+(?:very\s+)?first\s+(?:\w+\s+)?to\s+[^,;.]{2,40},[^,;.]{4,60})\s+\(?"
    r"(?:in\s+|on\s+|back\s+in\s+)?(?:[a-z]+\s+)?$"
)
# "Roe, in March 1965, was the first of any nation to venture out".
_DATED_NAME = re.compile(r",?\s+\(?(?:back\s+)?(?:in|on)?\s*(?:[A-Z][a-z]+\s+)?$")
_THEN_DID = AnyCase(rf"\)?,?\s+(?:and\s+)?{_DID}(?=[\s,;.]*(?:$|[,;.]))")
# "The second woman to do so, after Roe of the last crew in November".
_AFTER_NAME = re.compile(
    r"\b(?:after|like|unlike|besides|before\s+(?:him|her|them)|following)\s+(?:[\w’'-]+\s+){0,3}$",
    re.I,
)
_NAMED_IN = re.compile(
    r"(?:\s+(?:of|from|aboard|on)\s+(?:the\s+)?[\w’'-]+(?:\s+\d+)?)?,?\s+\(?(?:back\s+)?(?:in\s+)?(?:[A-Z][a-z]+\s+)?$"
)
# "And Doe in 2014", of one who followed.
_AND_NAME = re.compile(r"(?:,\s+|,?\s+and\s+)(?:[\w’'.-]+\s+){0,2}$")
_TURN = Cue(
    rf"\b(?:the\s+(?:very\s+)?first|since|until|after|like|unlike|besides|before|following|{_DID[3:-1]})\b"
)


def recalled_anchors(
    one: Told, ledger: Ledger, real: Sequence[SpacewalkMention], told: Sequence[Temporal]
) -> list[Anchor]:
    """Walks of other people and another time, each with its day, month or year.

    Args:
        one: The sentence.
        ledger: The walks so far.
        real: The words for spacewalks in it.
        told: Its temporal expressions.
    """
    if ledger.current is None or not told or not _TURN.search(one.sentence):
        return []
    if not (real or _speaks(one, ledger)):
        return []
    found: list[Anchor] = []
    for date in dates_of(one.sentence, told):
        if not _FULL.fullmatch(date.value[:10]) or _is_known(date, ledger, found):
            continue
        people = _people(one, ledger, real, date, found)
        if not people or is_elsewhere(one, date):
            continue
        anchor = work_anchor(one, min(date.start, people[0].start), date.end, [date])
        anchor.crew, anchor.relative = frozenset(p.key or p.name for p in people), True
        found.append(anchor)
    return found


def _people(
    one: Told,
    ledger: Ledger,
    real: Sequence[SpacewalkMention],
    date: Temporal,
    found: Sequence[Anchor],
) -> list[PersonMention]:
    """Those of whom a turn of phrase says that they were outside then; empty where none does."""
    if since := list(_since(one, date)):
        return since
    if is_day(date) and not ledger.is_old(date):
        return []  # "Roe became the second of his country to do so on Wednesday"
    turns = (_doers(one, real, date), _followers(one, date, found), _predecessors(one, date))
    return next(filter(None, map(list, turns)), [])


# "The previous record, seven hours and 29 minutes, belonged to Roe and Doe".
_RECORD = AnyCase(
    r"\brecord\b[^.;]{0,90}?\b(?:belong(?:ed|s)\s+to|(?:(?:was|is|had\s+been|were)\s+)?(?:held|set)\s+by)\s+"
    r"(?:[a-z’'-]+\s+){0,5}$"
)


def record_anchors(one: Told, ledger: Ledger, told: Sequence[Temporal]) -> list[Anchor]:
    """The walk of those who hold or held the record for its length, where no day is given."""
    lengths = [t for t in told if t.kind == "DURATION" and others_record(one.sentence, t)]
    lengths = [t for t in lengths if (t.minutes or 0) <= _LONGEST]
    if ledger.current is None or not lengths or dates_of(one.sentence, told):
        return []
    for part in one.parts:
        first, last = part.people[0], part.people[-1]
        before = one.sentence.source[one.sentence.start : first.start]
        if lengths[0].end < first.start and _RECORD.search(before):
            anchor = work_anchor(one, first.start, last.end, [])
            anchor.crew, anchor.relative = frozenset(p.key or p.name for p in part.people), True
            return [anchor]
    return []


def _speaks(one: Told, ledger: Ledger) -> bool:
    """Whether spacewalks are spoken of here or just before."""
    if _FEAT.search(one.sentence) or SIGNAL.search(one.sentence):
        return True
    return ledger.last_told is not None and one.sentence.index - ledger.last_told <= _NEAR


def _is_known(date: Temporal, ledger: Ledger, found: Sequence[Anchor]) -> bool:
    dates = [w.date for w in ledger.walks] + [a.dates[0] for a in found]
    return any(same_day(d, date) for d in dates)


def _walkers(parts: Sequence[Part], start: int, end: int, date: Temporal) -> list[PersonMention]:
    """Those named between two offsets who had gone out, or could have, in the year of a date."""
    people = [p for part in parts for p in part.people if start <= p.start < end]
    return [p for p in people if _walked_in(p, int(date.value[:4]))]


def _walked_in(person: PersonMention, year: int) -> bool:
    known = by_key().get(person.key or "")
    return known is not None and known.spacewalker and known.active_in(year)


def _since(one: Told, date: Temporal) -> Iterator[PersonMention]:
    """Those of a clause "since …, when"."""
    source = one.sentence.source
    before = source[max(one.sentence.start, date.start - _REACH) : date.start]
    when = _WHEN.match(source[date.end : date.end + len(", when ")])
    if when is None or not _SINCE.search(before):
        return
    start = date.end + when.end()
    clause = clause_at(one.sentence, min(start, one.sentence.end - 1))
    spoken = SIGNAL.search(one.sentence) or _FEAT.search(one.sentence)
    if (spoken or _THE_FIRST.search(before)) and not tells_elsewhere(source[start : clause.end]):
        yield from _walkers(one.parts, start, max(clause.end, start + _REACH), date)


def _doers(one: Told, real: Sequence[SpacewalkMention], date: Temporal) -> Iterator[PersonMention]:
    """Those who are said to have done it then; the date of a walk that is named is its own."""
    source = one.sentence.source
    named = (p for part in one.parts for p in part.people if p.end <= date.start)
    person = max((p for p in named if source[p.start].isupper()), key=lambda p: p.end, default=None)
    if person is None or date.start - person.end > _REACH:
        return
    if any(m.kind in ("noun", "exit") and person.end < m.start < date.start for m in real):
        return
    between = source[person.end : date.start]
    after = source[date.end : min(one.sentence.end, date.end + _REACH)]
    if _NAME_DID.plain.fullmatch(between.lower()) or (
        _DATED_NAME.fullmatch(between) and _THEN_DID.match(after)
    ):
        yield from _walkers(one.parts, person.start, person.end, date)


def _followers(one: Told, date: Temporal, found: Sequence[Anchor]) -> Iterator[PersonMention]:
    """Those who are named with a year behind one who did it: "… in 2008 and Doe in 2014"."""
    if not found:
        return
    last = found[-1].dates[0].end
    people = _walkers(one.parts, last, date.start, date)
    source = one.sentence.source
    if len(people) != 1 or not _AND_NAME.fullmatch(source, last, people[0].start):
        return
    if _DATED_NAME.fullmatch(source, people[0].end, date.start):
        yield people[0]


def _predecessors(one: Told, date: Temporal) -> Iterator[PersonMention]:
    """Those after whom somebody did it: "the second to do so, after Roe last November"."""
    source = one.sentence.source
    people = _walkers(one.parts, max(one.sentence.start, date.start - _REACH), date.start, date)
    if not people or not _NAMED_IN.fullmatch(source, people[-1].end, date.start):
        return
    if _AFTER_NAME.search(source[max(one.sentence.start, people[0].start - 40) : people[0].start]):
        yield from people
