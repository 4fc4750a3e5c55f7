"""Walks told of twice under different words, found when the whole text has been read."""

import re
from collections.abc import Sequence

from evafacts.assembly.told import Told
from evafacts.assembly.walk import ATTEMPT, Walk, day_of, is_known_day
from evafacts.assembly.walks import Ledger
from evafacts.mentions.anycase import AnyCase

# "The two will go back out to finish": another walk of the same people.
_AGAIN = AnyCase(
    r"\b(?:again|another|once\s+more|back\s+out(?:side)?|return\w*|next|second|third|fourth|more|"
    r"follow-?up|earlier|previous\w*|before|first|last|final|later|also|twice|already)\b"
)
_RELATED = re.compile(r"[A-Z][\w-]+['’]s?\s|(?:[Hh]is|[Hh]er)\s")


def join_doubles(told: Sequence[Told], ledger: Ledger) -> None:
    """Join what nothing tells apart: no day, no place in a series, the same people.

    "Roe to make a spacewalk … Roe has been picked to make a spacewalk".
    """
    for walk in list(ledger.walks):
        other = _double_of(walk, ledger)
        if other is not None:
            _join(walk, other, told, ledger)


def _double_of(walk: Walk, ledger: Ledger) -> Walk | None:
    if ATTEMPT in walk.tags:
        later = any(
            is_known_day(w.date) and day_of(w) > day_of(walk) for w in ledger.walks if w is not walk
        )
        lead = ledger.lead
        return None if later or lead is walk else lead
    if walk is ledger.lead or not walk.crew or walk.date is not None or _stands_out(walk):
        return None
    same = [w for w in ledger.walks if w is not walk and _are_same(w, walk)]
    same = [w for w in same if not w.tags and not any(a.relative for a in w.anchors)]
    return same[0] if len(same) == 1 else None


def _are_same(one: Walk, other: Walk) -> bool:
    """Whether both are of the same people, or one is of nobody but people named beside it."""
    return one.crew == other.crew or (
        not one.crew and len(one.named) > 1 and other.crew <= one.named
    )


def _stands_out(walk: Walk) -> bool:
    """Whether its words set it beside another one."""
    if walk.tags or walk.ordinal is not None or walk.put_off:
        return True
    return any(
        a.relative
        or a.several
        or a.mention.ordinal is not None
        or a.mention.kind == "work"
        or _RELATED.match(a.sentence.source, a.mention.start)
        or _AGAIN.search(a.sentence.text)
        for a in walk.anchors
    )


def _join(walk: Walk, other: Walk, told: Sequence[Told], ledger: Ledger) -> None:
    """Give all that is linked to ``walk`` to ``other``."""
    for anchor in walk.anchors:
        anchor.walk = other
        other.add(anchor)
    other.anchors.sort(key=lambda a: a.mention.start)
    for index in walk.sentences:
        if told[index].topic is walk:
            told[index].topic = other
    other.sentences.extend(walk.sentences)
    other.sentences.sort()
    other.named |= walk.named
    walk.anchors = []
    ledger.walks.remove(walk)
