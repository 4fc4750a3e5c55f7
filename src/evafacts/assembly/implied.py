"""Spacewalks that no word names: people at work outside on a day of its own."""

import re

from evafacts.assembly.dates import is_past_plan
from evafacts.assembly.history import historical_anchors
from evafacts.assembly.signs import crew_by, evidence_of, of_day, work_anchor
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor, is_day, same_day
from evafacts.assembly.walks import Ledger
from evafacts.mentions.temporal import Temporal

_LEAD = 3
_UNDER_HEADING = 2


def implied_anchors(one: Told, ledger: Ledger, heading: list[Temporal]) -> list[Anchor]:
    """Work on a day of its own is a spacewalk even where no word says so.

    "On July 1 they came back to add the third battery", "Thursday. The same pair."

    Args:
        one: The sentence.
        ledger: The walks so far.
        heading: The day of the heading that the sentence stands under; emptied where it is used.
    """
    evidence = evidence_of(one, ledger)
    local = bool(one.anchors) or sum(is_day(d) for d in one.dates) > 1
    found: list[Anchor] = []
    rest: list[Temporal] = []
    for date in one.dates:
        known = any(same_day(d, date) for a in (*one.anchors, *found) for d in a.dates)
        needed = _needed(one, ledger)
        ranged = found and re.fullmatch(
            r"[\s,]*(?:and\s+)?(?:to|into|until|through|–|-)\s+[\w\s]{0,25}",
            one.sentence.source[found[-1].dates[-1].end : date.start],
        )
        if (
            not is_day(date)
            or known
            or ranged
            or of_day(one, date, evidence) < needed
            or is_past_plan(one.sentence, date)
            or (local and not crew_by(one, date))
        ):
            rest.append(date)
            continue
        found.append(work_anchor(one, date.start, date.end, [date]))
    one.dates = rest
    if heading and not (found or one.anchors or one.dates) and evidence >= _UNDER_HEADING:
        found.append(work_anchor(one, one.sentence.start, one.sentence.end, list(heading)))
        heading.clear()
    found.extend(historical_anchors(one, ledger, found))
    if not found and not one.anchors and ledger.current is None and evidence >= 4 and one.parts:
        first = one.tasks[0] if one.tasks else one.sentence
        found.append(work_anchor(one, first.start, first.end, []))
    return found


def _needed(one: Told, ledger: Ledger) -> int:
    """How much evidence a day needs: little in the lead of an article whose walk has no day yet."""
    if ledger.current is None:
        return 3
    lead = ledger.lead
    return 1 if lead is not None and lead.date is None and one.sentence.index <= _LEAD else 2
