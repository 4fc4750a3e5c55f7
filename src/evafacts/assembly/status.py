"""Planned, under way, completed, postponed or cancelled: by rules of context."""

import datetime
import re
from collections.abc import Sequence

from evafacts.assembly.clauses import tense
from evafacts.assembly.told import Told
from evafacts.assembly.walks import Walk, is_day
from evafacts.mentions.cue import Cue
from evafacts.mentions.temporal import Temporal
from evafacts.records import Status

_POSTPONED = Cue(
    r"\b(?:postpone[ds]?|postponing|postponement|delay(?:ed|s|ing)?\s+(?:the|a|their|its|until|to|by|after|due|because|for|it)?|put\s+off|reschedul\w+|push(?:ed|es|ing)?\s+(?:back|to)|"
    r"defer(?:red|s)?|called\s+off|calls?\s+off|calling\s+off|scrubb?ed|scrubs?|stood\s+down|halt(?:s|ed)|turned\s+back|never\s+(?:got|left|opened)|mov(?:ed|es)\s+(?:back\s+)?to|(?:was|were|been)\s+moved|slip(?:ped|s)?\s+(?:a\s+\w+|to)|on\s+hold|no\s+earlier\s+than)\b"
)
_CANCELLED = Cue(
    r"\b(?:cancel(?:led|ed|s|ling|ing|lation)?|abandon(?:ed)?|dropped|scrapp?ed|no\s+longer\s+(?:needed|necessary|required)|not\s+needed|called\s+off|ruled\s+out)\b"
)
_ABOUT_WALK = re.compile(r"\b(?:space\s?-?walk\w*|EVA|excursion|outing|walk|exit)\b", re.I)
_OUT = Cue(
    r"\b(?:cut\s+short|ended\s+early|returned\s+to\s+the\s+airlock|back\s+inside|terminated|aborted|lasted)\b"
)
_OVER = Cue(r"\b(?:lasted|ended|concluded|completed|wrapped\s+up|finished|back\s+inside|closed)\b")
_UNDERWAY = Cue(
    r"\b(?:(?:is|are|'re|’re)\s+(?:(?!due|to|going|expected|scheduled|set|not|planned|ready)\w+\s+){0,4}?(?:outside|under\s*way|in\s+progress|spacewalking|working\s+outside|conducting|performing|carrying\s+out)|currently\s+(?:outside|conducting)|underway|under\s+way)\b"
)


def status_of(
    told: Sequence[Told],
    walk: Walk,
    date: Temporal | None,
    published: datetime.date | None,
    *,
    lasted: bool,
) -> Status:
    """Settle the status of ``walk`` from the sentences that tell of it and the date of publication."""
    mine = {a.sentence.index for a in walk.anchors}
    sentences = [t.sentence for t in told if t.sentence.index in mine]
    put_off = _put_off(sentences)
    if put_off is not None and not lasted and not any(_OUT.search(s) for s in sentences):
        return put_off
    tenses = [a.tense for a in walk.anchors if a.mention.kind != "agent"] or [a.tense for a in walk.anchors]
    day = _day(date)
    if day is not None and published is not None:
        if day > published:
            return Status.PLANNED
        if day < published:
            return Status.COMPLETED
    if all(t in (None, "present") for t in tenses):
        told_in = [tense(t.sentence.text) for t in told if t.sentence.index in set(walk.sentences)]
        tenses = [t for t in told_in if t is not None] or tenses
    past = sum(t in ("past", "perfect") for t in tenses)
    future = sum(t == "future" for t in tenses)
    ongoing = sum(bool(_UNDERWAY.search(s)) for s in sentences)
    over = any(_OVER.search(s) for s in sentences)
    if sentences and _UNDERWAY.search(sentences[0]) and not over:
        return Status.UNDERWAY
    if not over and "ongoing" in tenses and tenses[0] != "future":
        return Status.UNDERWAY
    first = next((t for t in tenses if t not in (None, "present")), None)
    if ongoing and ongoing >= past and first != "future":
        return Status.UNDERWAY
    if first == "future" and past <= future:
        return Status.PLANNED
    if past >= future or first in ("past", "perfect"):
        return Status.COMPLETED if past or not future else Status.PLANNED
    return Status.PLANNED


def is_put_off(told: Sequence[Told], walk: Walk) -> bool:
    """Whether the sentences of ``walk`` say that it was put off or called off."""
    mine = {a.sentence.index for a in walk.anchors}
    return _put_off([t.sentence for t in told if t.sentence.index in mine]) is not None


def _day(date: Temporal | None) -> datetime.date | None:
    if date is None or not is_day(date) or date.value.startswith("XXXX"):
        return None
    try:
        return datetime.date.fromisoformat(date.value[:10])
    except ValueError:
        return None


def _put_off(sentences) -> Status | None:  # type: ignore[no-untyped-def]
    for sentence in sentences:
        text = sentence.text
        for pattern, status in ((_CANCELLED, Status.CANCELLED), (_POSTPONED, Status.POSTPONED)):
            for match in pattern.finditer(sentence):
                near = text[max(0, match.start() - 70) : match.end() + 50]
                if _ABOUT_WALK.search(near) and not re.search(r"\bno\s+plans|not\s+(?:been\s+)?(?:delay|postpon)", near):
                    return status
    return None
