"""Whom "he" and "she" stand for, where they go out with somebody or by themselves.

Only pronouns that matter to who goes outside are read: in a pair ("he and Roe"), or as the subject
of going out ("she spent six hours outside"). A pronoun stands for whom its sentence names first,
else for whom the nearest sentence with a name in it names first.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace

from evafacts.mentions.names import PersonMention

_PRONOUN = re.compile(
    r"\b(?:[Hh]e|[Ss]he)\b(?:(?P<pair>\s+and\s+(?:(?:his|her|fellow|crewmate|partner|colleague|commander|"
    r"astronaut|cosmonaut|the|(?:[A-Z]{3,9}|[A-Z]\w+)(?:['’]s)?(?=\s+[A-Z]))[\s,]+){0,4}(?=[A-Z]))|"
    r"(?=\s+(?:\w+\s+){0,3}?(?:went\s+out(?:side)?|go\s+out(?:side)?|going\s+out(?:side)?|stepped\s+out(?:side)?|ventured\s+out(?:side)?|"
    r"left\s+the\s+(?:\w+\s+)?(?:airlock|hatch)|walk(?:ed)?\s+in\s+space|performed\s+a|be\s+outside|(?:[\w-]+\s+){0,6}out\s+of\s+the\s+hatch|"
    r"spent\s+(?:[\w-]+\s+){1,8}outside|(?:did|made|make|conducted|completed|carried\s+out)\s+(?:(?:a|his|her|the)\s+)?(?:\w+\s+){0,2}(?:space\s?walk|EVA)(?!s)))\b)"
)
_BOUNDARY = re.compile(r"[.!?][”\"’']*\s+(?=[A-Z“\"‘(\[])|\n")
_GAP = re.compile(r",?\s+")
_REACH = 700  # characters


def pronouns_of(text: str, people: Sequence[PersonMention]) -> list[PersonMention]:
    """Find pronouns that stand for somebody named before.

    Args:
        text: An article's text.
        people: The people named in it, in order.

    Returns:
        Mentions of the pronouns alone, each with its antecedent's name.
    """
    found: list[PersonMention] = []
    starts = [p.start for p in people]
    for match in _PRONOUN.finditer(text):
        start, stop = match.span()
        near = people[bisect_left(starts, start - _REACH) : bisect_left(starts, stop + 1)]
        partner = _at(near, start, stop) if match["pair"] else None
        if match["pair"] and partner is None:
            continue
        antecedent = _antecedent(text, _candidates(text, start, near, partner))
        if antecedent is not None:
            end = start + len(match[0].split()[0])
            found.append(replace(antecedent, start=start, end=end, full=False))
    return found


def _candidates(
    text: str, start: int, near: Sequence[PersonMention], partner: str | None
) -> list[PersonMention]:
    """Who can be meant: fliers before others, and neither the partner nor somebody on Earth."""
    before = [p for p in near if p.end <= start and p.role not in ("ground", "inside")]
    if before and _GAP.fullmatch(text, before[-1].end, start):
        before.pop()  # "With Roe she spent three hours outside"
    flown = [p for p in before if p.key is not None or p.role == "crew"] or before
    return [p for p in flown if p.name != partner]


def _at(people: Sequence[PersonMention], start: int, end: int) -> str | None:
    """Whose name goes on at ``end``: titles before it may have been read too far."""
    return next((p.name for p in people if start < p.start <= end < p.end), None)


def _antecedent(text: str, before: Sequence[PersonMention]) -> PersonMention | None:
    """Whom the nearest sentence that names anybody names first."""
    if not before:
        return None
    last = before[-1]
    opens = 0
    for boundary in _BOUNDARY.finditer(text, max(0, last.start - _REACH), last.start):
        opens = boundary.end()
    return next(p for p in before if p.start >= opens)
