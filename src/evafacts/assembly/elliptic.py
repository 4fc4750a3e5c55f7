"""Spacewalks named by their number alone: "The third is due on Wednesday"."""

import re

from evafacts.assembly.clauses import clause_at, tense_at
from evafacts.assembly.signs import is_elsewhere
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor
from evafacts.assembly.walks import Ledger
from evafacts.mentions.cue import Cue
from evafacts.mentions.numbers import ordinal
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_NUMBER = r"(first|second|third|fourth|fifth|sixth|next|last|final)"
_OF_THEM = r"(?:\s+(?:one|of\s+(?:them|these|those|the\s+(?:two|three|four|five|series))))?"
# "The first was made on Sept. 27, 2008", "the last one will follow on Friday".
_SUBJECT = Cue(
    rf"\b(?:the|a|their)\s+{_NUMBER}{_OF_THEM},?\s+(?:is|was|will|would|should|follows|followed|"
    r"begins|began|took\s+place|takes\s+place|comes|came)\b"
)
# "Roe and Doe take the first in mid-August", "on the first, early on Friday, the duo …".
_OBJECT = Cue(
    rf"\b(?:take|takes|took|make|makes|made|do|does|did|conduct(?:s|ed)?|on)\s+the\s+{_NUMBER}{_OF_THEM}"
    r"(?=\s+(?:on|in|early|late|next)\b|,)"
)
# "The next is set for June 24, followed by another on July 2".
_ANOTHER = Cue(
    r"\b(?:followed\s+by|and\s+then|and)\s+(another|one\s+more)(?:\s+one)?(?=\s+(?:on|in|early|late|next)\b|,)"
)
# "Two more are to follow before the arm is ready."
_MORE = Cue(
    r"\b(?:one|two|three|four|five)\s+(?:more|others?)\s+(?:are|is|were|was|will|have|to)\b"
)
_OTHER_SUBJECT = re.compile(
    r"\s*(?:(?:be|been|to|was|were|is)\s+)*(?:delivered|launched|built|made\s+(?:of|by|from)|called|"
    r"not\b|expected\s+to\s+(?:arrive|launch|reach)|sent|carried|installed|removed|replaced|flown)\b",
    re.I,
)
_REACH = 3  # sentences back to the spacewalks that are counted
_NEAR = 60  # characters from the number to its day


def elliptic_anchors(one: Told, ledger: Ledger) -> list[Anchor]:
    """Numbers with a day of their own, where spacewalks have just been told of.

    The days that they take are no longer free in ``one``.
    """
    if ledger.current is not None and _MORE.search(one.sentence):
        ledger.last_told = one.sentence.index
    if not one.dates or not _are_told_of(one, ledger):
        return []
    found: list[Anchor] = []
    for cue in (_SUBJECT, _OBJECT, _ANOTHER):
        for match in cue.finditer(one.sentence):
            start, end = one.sentence.start + match.start(), one.sentence.start + match.end()
            date = _day_of(one, end)
            if date is None or any(
                a.mention.start < end and start < a.mention.end for a in one.anchors
            ):
                continue
            if _OTHER_SUBJECT.match(one.sentence.source, end) or is_elsewhere(one, date):
                continue
            found.append(_anchor(one, start, end, match[1].lower(), date))
            one.dates = [d for d in one.dates if d is not date]
    return found


def _are_told_of(one: Told, ledger: Ledger) -> bool:
    """Whether a spacewalk stands in this sentence or one just before."""
    return ledger.last_told is not None and one.sentence.index - ledger.last_told <= _REACH


def _day_of(one: Told, end: int) -> Temporal | None:
    """The first day after the number, in the same clause."""
    clause = clause_at(one.sentence, end - 1)
    return next(
        (d for d in one.dates if end <= d.start < min(clause.end, end + _NEAR)),
        None,
    )


def _anchor(one: Told, start: int, end: int, number: str, date: Temporal) -> Anchor:
    relation = {"last": "last", "final": "final"}.get(number, None if ordinal(number) else "next")
    mention = SpacewalkMention(
        start, end, "noun", False, determiner="the", relation=relation, ordinal=ordinal(number)
    )
    clause = clause_at(one.sentence, start)
    crew = frozenset(
        person.key or person.name
        for part in one.parts
        if part.score >= 0 and clause.start <= part.people[0].start < clause.end
        for person in part.people
    )
    return Anchor(mention, one.sentence, tense_at(one.sentence, start), [date], crew)
