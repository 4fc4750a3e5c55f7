"""Whom "he", "she" and "who" stand for, where they go out with somebody or by themselves.

Only pronouns that matter to who goes outside are read: in a pair ("he and Roe"), in company ("she
will be outside with Roe"), or as the subject of going out ("who spent six hours outside"). A
pronoun stands for whom its sentence names first, else for whom the nearest sentence with a name in
it names first; "who" for the name before it.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from evafacts.mentions.names import PersonMention

# "he", "she", and "who" behind a comma; a pattern that begins with a letter is found faster.
_PRONOUN = re.compile(r"(?:H(?<!\wH)e|h(?<!\wh)e|S(?<!\wS)he|s(?<!\ws)he|w(?<=,\sw)ho)\b")
_OUT = re.compile(
    r"\s+(?:\w+\s+){0,3}?(?:went\s+out(?:side)?|go\s+out(?:side)?|going\s+out(?:side)?|stepped\s+out(?:side)?|ventured\s+out(?:side)?|"
    r"left\s+the\s+(?:\w+\s+)?(?:airlock|hatch)|walk(?:ed)?\s+in\s+space|performed\s+a|be\s+outside|(?:[\w-]+\s+){0,6}out\s+of\s+the\s+hatch|"
    r"spent\s+(?:[\w-]+\s+){1,8}outside|(?:did|made|make|conducted|completed|carried\s+out)\s+(?:(?:a|his|her|the)\s+)?(?:\w+\s+){0,2}(?:space\s?walk|EVA)(?!s))\b"
)
_PAIR = re.compile(r"\s+and\s+(?:[\w'’.-]+[\s,]+){0,5}")
"""Between a pronoun and a name: "she and fellow astronaut Roe"."""
COMPANY = re.compile(
    r"(?:[^.;:()“”\"]|\.(?=\s?\d)|:(?=\d)|\([A-Z]{2,6}\)){0,130}?\b(?:along\s+|together\s+)?(?:with|alongside)\s+"
    r"(?:(?:his|her|another)\s+(?:[\w-]+\s+){0,2}[\w-]+,\s+|(?:[\w'’.-]+\s+){0,4})"
)
"""Between a pronoun and a name: "she will be outside once more, with Roe"."""
_LED = re.compile(r"\bwith\s+(?:[\w'’.-]+\s+){0,4}$", re.I)
_BOUNDARY = re.compile(r"[.!?][”\"’']*\s+(?=[A-Z“\"‘(\[])|\n")
_GAP = re.compile(r",?\s+")
_ASIDE = re.compile(r"[^.;:!?()]{0,40},\s")
_OTHER = re.compile(r"\b(?:he|she|his|her)\b", re.I)
_REACH = 700  # characters
_BACK = 3  # sentences with names in them


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
        start, end = match.span()
        at = bisect_right(starts, start)
        following = people[at] if at < len(people) else None
        near = people[bisect_left(starts, start - _REACH) : at]
        partner = _partner(text, start, end, near, following)
        if partner is None and not _OUT.match(text, end):
            continue
        if match[0] == "who":
            antecedent = _named_before(text, start, near)
        else:
            antecedent = _antecedent(text, start, _candidates(text, start, near, partner))
        if antecedent is not None and antecedent.name != partner:
            found.append(replace(antecedent, start=start, end=end, full=False))
    return found


def _partner(
    text: str,
    start: int,
    end: int,
    near: Sequence[PersonMention],
    following: PersonMention | None,
) -> str | None:
    """Who goes with the one whom a pronoun stands for, if anybody."""
    if following is not None and following.start - end < 2 * len("and fellow astronaut") + 60:
        gap = text[end : following.start]
        if _PAIR.fullmatch(gap) or COMPANY.fullmatch(gap):
            return following.name
    if near and _GAP.fullmatch(text, near[-1].end, start):  # "With Roe she spent three hours …"
        last = near[-1]
        if _LED.search(text, max(0, last.start - 40), last.start):
            return last.name
    return None


def _named_before(text: str, start: int, near: Sequence[PersonMention]) -> PersonMention | None:
    """The name that "who" follows: "Roe, who", "Roe of NASA, who"."""
    if near and _ASIDE.fullmatch(text, near[-1].end, start):
        return near[-1]
    return None


def _candidates(
    text: str, start: int, near: Sequence[PersonMention], partner: str | None
) -> list[PersonMention]:
    """Who can be meant: fliers before others, and neither the partner nor somebody on Earth."""
    before = [p for p in near if p.role not in ("ground", "inside")]
    if before and _GAP.fullmatch(text, before[-1].end, start):
        before.pop()  # "With Roe she spent three hours outside"
    flown = [p for p in before if p.key is not None or p.role == "crew"] or before
    return [p for p in flown if p.name != partner]


def _antecedent(text: str, start: int, before: Sequence[PersonMention]) -> PersonMention | None:
    """Whom the nearest sentence that names anybody names first.

    One that speaks of "he" or "she" before it names somebody is about whom it follows: "Roe was
    fifty. She was launched with Doe. In May she and Doe went out".
    """
    if not before:
        return None
    opens = [m.end() for m in _BOUNDARY.finditer(text, max(0, before[0].start - _REACH), start)]
    firsts: dict[int, PersonMention] = {}
    for person in before:
        firsts.setdefault(bisect_right(opens, person.start), person)
    own = bisect_right(opens, start)
    nearest = list(reversed(firsts.items()))[:_BACK]
    for number, person in nearest:
        begin = opens[number - 1] if number else 0
        if number == own or not _OTHER.search(text, begin, person.start):
            return person
    return nearest[0][1]
