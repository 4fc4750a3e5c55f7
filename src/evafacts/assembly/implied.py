"""Spacewalks that no word names: people at work outside on a day of its own."""

import re

from evafacts.assembly.clauses import clause_at, tense_at
from evafacts.assembly.dates import is_past_plan
from evafacts.assembly.durations import judge
from evafacts.assembly.signs import crew_by, evidence_of, of_day
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor, is_day, same_day
from evafacts.assembly.walks import Ledger
from evafacts.knowledge import by_key
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_HISTORY = re.compile(r"\d{4}(?:-\d\d)?")
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
        found.append(_work_anchor(one, date.start, date.end, [date]))
    one.dates = rest
    if heading and not (found or one.anchors or one.dates) and evidence >= _UNDER_HEADING:
        found.append(_work_anchor(one, one.sentence.start, one.sentence.end, list(heading)))
        heading.clear()
    found.extend(_historical(one, ledger, found))
    if not found and not one.anchors and ledger.current is None and evidence >= 4 and one.parts:
        first = one.tasks[0] if one.tasks else one.sentence
        found.append(_work_anchor(one, first.start, first.end, []))
    return found


def _needed(one: Told, ledger: Ledger) -> int:
    """How much evidence a day needs: little in the lead of an article whose walk has no day yet."""
    if ledger.current is None:
        return 3
    lead = ledger.lead
    return 1 if lead is not None and lead.date is None and one.sentence.index <= _LEAD else 2


_DID = re.compile(
    r"\b(?:did\s+(?:it|so|that)|(?:was|were|is)\s+(?:the\s+)?first|became|walked|"
    r"went\s+out|outside|floated|(?:his|her|their)\s+(?:first|second|third|fourth|"
    r"fifth))\b",
    re.I,
)


def _historical(one: Told, ledger: Ledger, found: list[Anchor]) -> list[Anchor]:
    """As in "Kathryn Sullivan was the first, in 1984".

    A month or year, a spacewalker of the roster, and what was done.
    """
    if one.anchors or found or ledger.current is None:
        return []
    for date in one.dates:
        if any(same_day(w.date, date) for w in ledger.walks):
            continue
        if not _HISTORY.fullmatch(date.value) and not (is_day(date) and ledger.is_old(date)):
            continue
        clause = clause_at(one.sentence, date.start)
        start = max(one.sentence.start, min(clause.start, date.start - 90))
        near = [p for p in one.parts if p.score >= 0 and start <= p.people[0].start < clause.end]
        walkers = [
            p
            for p in near
            if any(x.key and x.key in by_key() and by_key()[x.key].spacewalker for x in p.people)
        ]
        work = any(t.agent == "crew" and t.strength == "strong" for t in one.tasks)
        length = any(judge(one.sentence, t, True) for t in one.temporals if t.kind == "DURATION")
        if (walkers and (work or _DID.search(one.sentence.text))) or (
            length and clause.tense in ("past", None)
        ):
            one.dates = [d for d in one.dates if d is not date]
            return [_work_anchor(one, date.start, date.end, [date])]
    return []


def _work_anchor(one: Told, start: int, end: int, dates: list[Temporal]) -> Anchor:
    mention = SpacewalkMention(start, end, "work", False)
    named = [p for p in one.parts if p.score >= 0]
    near = min(named, key=lambda p: abs(p.people[0].start - start), default=None)
    crew = (
        frozenset(p.key or p.name for p in near.people) if near and len(named) <= 2 else frozenset()
    )
    return Anchor(mention, one.sentence, tense_at(one.sentence, start), dates, crew)
