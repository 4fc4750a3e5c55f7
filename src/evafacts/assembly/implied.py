"""Spacewalks that no word names: people at work outside on a day of its own."""

import re

from evafacts.assembly.dates import is_past_plan
from evafacts.assembly.history import historical_anchors
from evafacts.assembly.signs import (
    crew_by,
    evidence_of,
    is_caption,
    is_elsewhere,
    of_day,
    work_anchor,
)
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor, is_day, same_day
from evafacts.assembly.walks import Ledger
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.temporal import Temporal

_LEAD = 3
_BACK = 90  # characters
_RANGE = re.compile(r"[\s,]*(?:and\s+)?(?:to|into|until|through|–|-)\s+[\w\s]{0,25}")
_AND_ON = re.compile(
    r"\band\s+(?:then\s+|again\s+)?(?:with\s+[^.;,:]{3,60},?\s+)?(?:again\s+)?on\s+(?:the\s+)?"
    r"(?:morning\s+of\s+|night\s+of\s+)?$"
)
_GOES_ON = re.compile(
    r"[\s,]*(?:$|[.;)]|(?:for|to|with|when|they|the\s+(?:two|pair|duo|same)|both|he|she)\b)"
)
_WITH = re.compile(r"\bwith\s+(?:[\w.’'-]+\s+){0,4}$")
_UNDER_HEADING = 2
# "Worked outside Mir in 1995 and outside the station in 2006", "in 1984 and again in 1990".
AND_IN = AnyCase(
    r",?\s+and\s+(?:(?:again|once\s+more|then|later|also|outside|from|on|the|\w+)\s+){0,4}?in\s+(?:[a-z]+\s+)?"
)


def implied_anchors(one: Told, ledger: Ledger, heading: list[Temporal]) -> list[Anchor]:
    """Work on a day of its own is a spacewalk even where no word says so.

    "On July 1 they came back to add the third battery", "Thursday. The same pair."

    Args:
        one: The sentence.
        ledger: The walks so far.
        heading: The day of the heading that the sentence stands under; emptied where it is used.
    """
    asked = one.dates or heading or (ledger.current is None and one.parts)
    evidence = evidence_of(one, ledger) if asked else 0
    local = bool(one.anchors) or sum(is_day(d) for d in one.dates) > 1
    found: list[Anchor] = []
    rest: list[Temporal] = []
    for date in one.dates:
        if _is_another(one, date, found):
            found.append(_coupled(one, date))
        elif (
            not is_day(date)
            or _is_known(one, date, found)
            or of_day(one, date, evidence) < _needed(one, ledger)
            or is_past_plan(one.sentence, date)
            or (local and not crew_by(one, date))
        ):
            rest.append(date)
        else:
            anchor = work_anchor(one, date.start, date.end, [date])
            dated = ledger.lead is not None and ledger.lead.date is not None
            anchor.relative = dated and is_caption(one, date)
            found.append(anchor)
    one.dates = rest
    if heading and not (found or one.anchors or one.dates) and evidence >= _UNDER_HEADING:
        found.append(work_anchor(one, one.sentence.start, one.sentence.end, list(heading)))
        heading.clear()
    found.extend(historical_anchors(one, ledger, found))
    if not found and not one.anchors and ledger.current is None and evidence >= 4 and one.parts:
        first = one.tasks[0] if one.tasks else one.sentence
        found.append(work_anchor(one, first.start, first.end, []))
    return found


def _is_known(one: Told, date: Temporal, found: list[Anchor]) -> bool:
    """Whether a walk of the sentence has the day already, or it only ends a range of days."""
    if any(same_day(d, date) for a in (*one.anchors, *found) for d in a.dates):
        return True
    return bool(found) and bool(
        _RANGE.fullmatch(one.sentence.source[found[-1].dates[-1].end : date.start])
    )


def _is_another(one: Told, date: Temporal, found: list[Anchor]) -> bool:
    """As in "goes out with Roe on Jan. 6 and with Doe on Jan. 13", the first day being a walk's."""
    if _is_known(one, date, found) or is_elsewhere(one, date):
        return False
    if not is_day(date):
        return _is_further_year(one, date, found)
    if not any(is_day(d) and d.end < date.start for a in (*one.anchors, *found) for d in a.dates):
        return False
    before = one.sentence.source[max(one.sentence.start, date.start - _BACK) : date.start]
    after = one.sentence.source[date.end : min(one.sentence.end, date.end + _BACK)]
    return bool(_AND_ON.search(before) and _GOES_ON.match(after))


def _is_further_year(one: Told, date: Temporal, found: list[Anchor]) -> bool:
    """As in "walked in space in 1984 and again in 1990", the first year being a walk's."""
    dates = [d for a in (*one.anchors, *found) for d in a.dates if d.end < date.start]
    if not dates or any(map(is_day, dates)):
        return False
    between = one.sentence.source[max(d.end for d in dates) : date.start].lower()
    return AND_IN.plain.fullmatch(between) is not None


def _coupled(one: Told, date: Temporal) -> Anchor:
    """The walk of a further day, of the one who goes out on both and the partner of that day."""
    anchor = work_anchor(one, date.start, date.end, [date])
    named = [p for p in one.parts if p.score >= 0]
    before = [p for p in named if p.people[0].start < date.start]
    if before and _WITH.search(one.sentence.source[: before[-1].people[0].start][-_BACK:]):
        pair = (before[0].people[0], before[-1].people[0])
        anchor.crew = frozenset(p.key or p.name for p in pair)
    return anchor


def _needed(one: Told, ledger: Ledger) -> int:
    """How much evidence a day needs: little in the lead of an article whose walk has no day yet."""
    if ledger.current is None:
        return 3
    lead = ledger.lead
    return 1 if lead is not None and lead.date is None and one.sentence.index <= _LEAD else 2
