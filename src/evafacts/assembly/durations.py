"""Whether a length of time is the spacewalk's own, planned or actual."""

import re
from collections.abc import Sequence

from evafacts.assembly.clauses import tense_at
from evafacts.assembly.lengths import (
    ABSOLUTE,
    ALONE,
    ANYONE,
    AS_PLANNED,
    AT_ITS_START,
    ATTRIBUTE,
    ATTRIBUTE_OF_ALL,
    BACK_AFTER,
    BACK_INTO,
    BROKEN_AFTER,
    BROKEN_OFF,
    COMPARED,
    COUNTED,
    DOING,
    DONE,
    ELLIPTIC,
    ELLIPTIC_AFTER,
    ENDED,
    FINISHED_IN,
    FOR_OPENING,
    FOR_SO_LONG,
    FOR_TOTAL,
    GENERAL,
    GOVERNED,
    HATCH_SHUT,
    HOURS,
    LASTED,
    LATER_BACK,
    OF_EVAS,
    OPENING,
    OTHER_AFTER,
    OTHER_BEFORE,
    OTHER_SUBJECT,
    OUT_FOR,
    OVER_IN,
    OVER_MANY,
    OWN_AFTER,
    OWN_AFTER_EXIT,
    OWN_TOTAL,
    PARENTHESIS,
    PART,
    PLAN,
    PLAN_AFTER,
    PLANNED_HERE,
    RECORD_AFTER,
    REHEARSED,
    RETURNED,
    SETS_OUT,
    SHORT_OUT,
    SHOULD_HAVE,
    SINCE_OTHER,
    SO_FAR,
    STATED,
    STEP_AFTER,
    STEP_BEFORE,
    STRUGGLED_FOR,
    TASK_IN,
    TOILED,
    TOTAL,
    UNDERTAKING,
    UNIT_AFTER,
    WAS_OUT,
    WAS_SET,
    WEAKLY_GOVERNED,
    WHICH_HE_DID,
    WOULD,
)
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.temporal import Temporal

_SHORTEST, _LONGEST, _SHORTEST_WEAK = 5, 720, 60
_A_JOB = 240
"""Minutes of less than which one job of several may take."""
_SAME_PLAN = re.compile(r"^\W*(?:to|or|and|-|–)?\W*$")
_CLAUSE = re.compile(
    r"[;]|(?<!plan):|,\s+(?:and|but|while|who|in\s+an?)\s|\bbut\b|\band\s+(?=\w+\s+up\s+at\b)"
)
_OF_MANY = AnyCase(
    r"\b(?:career|in\s+orbit|aboard|(?:\w+|\d+)\s+(?:\w+\s+)?(?:spacewalks|EVAs|excursions|outings|walks|times))\b"
)
_HOURS_MINUTES = re.compile(r"\bh(?:ou)?rs?\b.*\bmin", re.I | re.S)
_SHARED = AnyCase(r"\b(?:each|apiece|both)\b")


def judge(
    sentence: Sentence, span: Temporal, has_anchor: bool, earlier: Sequence[Temporal] = ()
) -> str | None:
    """Say whose length ``span`` is.

    Args:
        sentence: Where it stands.
        span: The length.
        has_anchor: Whether the sentence speaks of a spacewalk.
        earlier: Other expressions of the sentence: what governs one before is not said of this one.

    Returns:
        ``planned``; ``walk``, where status and tense must tell; ``so far``, where it goes on; None
        where it is no spacewalk's length (a total, a delay, a broadcast, a step of the work).
    """
    if span.minutes is None or not _SHORTEST <= span.minutes <= _LONGEST:
        return None
    ends = [
        t.end for t in earlier if t.kind == "DURATION" and sentence.start <= t.end <= span.start
    ]
    last = max(ends, default=None)
    asked = (judge, span.start, span.end, span.minutes, has_anchor, last)
    if asked not in sentence.notes:
        sentence.notes[asked] = _judged(sentence, span, span.minutes, has_anchor, last)
    found: str | None = sentence.notes[asked]
    return found


def _judged(
    sentence: Sentence, span: Temporal, minutes: int, has_anchor: bool, last: int | None
) -> str | None:
    """Judge a length of so many minutes; ``last`` is where the one before it ends."""
    source = sentence.source
    before = source[max(sentence.start, span.start - 110) : span.start]
    after = source[span.end : min(sentence.end, span.end + 80)]
    if minutes >= 2 * _SHORTEST_WEAK and (
        PLANNED_HERE.search(before)
        or SHOULD_HAVE.search(before)
        or (OPENING.match(before) and WOULD.match(after))
    ):
        return "planned"
    if not _ends_it(before, after, span):
        if _is_other(before, after) or _has_other_subject(sentence, span, before, has_anchor):
            return None
        if not _is_length(sentence, span, before, after, has_anchor):
            return None
    own = before if last is None else source[last : span.start]
    if last is not None and _SAME_PLAN.search(own):
        own = before
    if _is_planned(before, own, after, span):
        return "planned"
    return "so far" if SO_FAR.search(before) and not _is_back(sentence, span) else "walk"


def _is_planned(before: str, own: str, after: str, span: Temporal) -> bool:
    """Whether the words that govern a length, or the words after it, tell of a plan."""
    if PLAN_AFTER.match(after) or WAS_SET.match(after) or AT_ITS_START.search(before):
        return True
    if SETS_OUT.search(before) and not is_exact(span):
        return True
    return bool(PLAN.search(AS_PLANNED.sub("", _own_clause(own)))) and not DONE.search(own)


def _is_back(sentence: Sentence, span: Temporal) -> bool:
    """As in "When they climbed back in, they had been outside for six hours and 31 minutes."."""
    clause = sentence.source[sentence.start : span.start].rpartition(",")[0]
    return bool(RETURNED.search(clause))


def is_done(sentence: Sentence, span: Temporal) -> bool:
    """As in "Planned for six hours, it lasted five": its own verb says that it is over."""
    return DONE.search(sentence.source[sentence.start : span.start]) is not None


def is_attribute(sentence: Sentence, span: Temporal) -> bool:
    """As in "a six-hour maintenance spacewalk": the length by which a walk is called."""
    after = sentence.source[span.end : min(sentence.end, span.end + 60)]
    return ATTRIBUTE.match(after) is not None


def is_of_each(sentence: Sentence, span: Temporal) -> bool:
    """As in "two 6.5-hour spacewalks": the length of each one."""
    before = sentence.source[max(sentence.start, span.start - 40) : span.start]
    after = sentence.source[span.end : min(sentence.end, span.end + 60)]
    return bool(COUNTED.search(before) and ATTRIBUTE_OF_ALL.match(after))


def has_lasted(sentence: Sentence, span: Temporal) -> bool:
    """Whether a length is told as over; a round one may only name the walk that goes on."""
    if tense_at(sentence, span.start) not in ("past", "perfect"):
        return False
    return is_exact(span) or not is_attribute(sentence, span)


def others_record(sentence: Sentence, span: Temporal) -> bool:
    """As in "The old record, 7 hours and 29 minutes, was set by A and B": it is theirs."""
    after = sentence.source[span.end : min(sentence.end, span.end + 40)]
    return RECORD_AFTER.match(after) is not None


def source_of(sentence: Sentence, span: Temporal) -> str:
    """The words of a length."""
    return sentence.source[span.start : span.end]


def is_exact(span: Temporal) -> bool:
    """Whether a length is given to the minute: "six hours and 41 minutes", even "about" so many."""
    minutes = span.minutes or 0
    return bool(minutes % 5) or (bool(minutes % 30) and not span.approximate)


def choose(spans: Sequence[Temporal], *, planned: bool = False) -> Temporal | None:
    """The length that counts where several are given of one spacewalk.

    The first, unless a later one says it to the minute: "nearly six hours" in the lead is the "5
    hours and 57 minutes" further down, not the "8 hours and 7 minutes" of a record. How long it
    took may be told better without a hedge ("over seven hours … the 7.5-hour walk"); a plan is not.
    """
    if not spans:
        return None
    first = spans[0]
    if is_exact(first):
        return first
    exact = [s for s in spans if is_exact(s)]
    near = [s for s in exact if _is_near(s, first)]
    better = [] if planned or not first.approximate else [s for s in spans if not s.approximate]
    return (near or exact or [s for s in better if _is_near(s, first)] or [first])[0]


def _is_near(span: Temporal, other: Temporal) -> bool:
    """Whether two lengths may be told of the same walk: "over seven hours", "7.5 hours"."""
    return abs((span.minutes or 0) - (other.minutes or 0)) <= _SHORTEST_WEAK


def planned_hours(sentence: Sentence) -> Temporal | None:
    """A planned length whose unit is left out: "It had been planned for six and a half."."""
    match = ELLIPTIC.search(sentence) or ELLIPTIC_AFTER.search(sentence.text)
    if match is None:
        return None
    head = match[1].lower()
    hours = HOURS.get(head.split()[0].rstrip("½")) or int(head[0])
    half = "half" in head or "½" in head or ".5" in head
    minutes = hours * 60 + 30 * half
    start = sentence.start + match.start(1)
    value = f"PT{hours}H" + ("30M" if half else "")
    end = start + len(match[1])
    return Temporal(start, end, "DURATION", value, "stated", "hour", "words", minutes)


def _own_clause(before: str) -> str:
    """The words that govern the length: a plan told of before the comma is not its own."""
    return _CLAUSE.split(before)[-1][-80:]


def _ends_it(before: str, after: str, span: Temporal) -> bool:
    """As in "It ended six hours and 8 minutes later", "NASA called off the walk 31 minutes in"."""
    if re.match(r"\s+later\b", after):
        if LASTED.search(before):
            return True
        if not re.search(r"\w", before) and _is_to_the_minute(span):
            return True  # "They left the airlock. Six hours and 38 minutes later the job was done"
        if LATER_BACK.match(after) and (span.minutes or 0) >= 2 * _SHORTEST_WEAK:
            return True
        return bool(ENDED.search(before)) and (span.minutes or 0) >= _SHORTEST
    if BROKEN_AFTER.match(after):
        return True
    if not re.match(r"\s+in(?:to\b|\b(?!\s+\w))", after):
        return False
    return BROKEN_OFF.search(before) is not None or BACK_INTO.search(before) is not None


def _is_to_the_minute(span: Temporal) -> bool:
    minutes = span.minutes or 0
    return minutes > _SHORTEST_WEAK and minutes % 5 != 0 and not span.approximate


def _is_other(before: str, after: str) -> bool:
    """Whether the words beside a length give it to something else."""
    if COMPARED.search(before) or RECORD_AFTER.match(after):
        return True
    if REHEARSED.match(after) or ANYONE.search(before):
        return True
    if ATTRIBUTE.match(after):
        return bool(GENERAL.search(before))
    own = OWN_TOTAL.search(before) is not None or FINISHED_IN.search(before) is not None
    own = own or (FOR_TOTAL.search(before) is not None and not _of_many(before, after))
    if own and not OTHER_AFTER.match(after):
        return False
    if OF_EVAS.match(after) and BACK_AFTER.search(before):
        return False
    if PART.match(after) or OTHER_AFTER.match(after) or OTHER_BEFORE.search(before):
        return True
    if SINCE_OTHER.match(after):
        return True
    shared = _SHARED.search(before + after)
    if not shared and TOTAL.search(before[-70:]) and not OWN_AFTER_EXIT.match(after):
        return not re.search(r"\b(?:lasted|took)\b[^,;]*$", before)
    return bool(re.match(r"[^.;]{0,12}\b(?:total|combined|career)\b", after))


def _of_many(before: str, after: str) -> bool:
    """As in "She has been out for a total of eleven hours on two spacewalks"."""
    return bool(OVER_MANY.match(after) or _OF_MANY.search(before))


def _has_other_subject(sentence: Sentence, span: Temporal, before: str, has_anchor: bool) -> bool:
    """As in "The burn lasted 10 minutes": a short length is a walk's only where it is named."""
    if OTHER_SUBJECT.search(before):
        return True
    after = sentence.source[span.end : min(sentence.end, span.end + 80)]
    if _is_step(before, after, span.minutes or 0):
        return True
    if _is_out(before, after, has_anchor):
        return False
    return (span.minutes or 0) < _SHORTEST_WEAK and not (
        has_anchor or re.search(r"\b(?:outside|out|in\s+(?:open\s+)?space)\b", sentence.text)
    )


def _is_step(before: str, after: str, minutes: int) -> bool:
    """As in "two hours on a stubborn bolt", "spent 50 minutes tightening bolts"."""
    if minutes < 2 * _SHORTEST_WEAK and DOING.match(after):
        return True
    return minutes < _A_JOB and bool(
        STEP_AFTER.match(after) or STEP_BEFORE.search(before) or TASK_IN.search(before)
    )


def _is_out(before: str, after: str, has_anchor: bool) -> bool:
    """As in "ten minutes at the end of a line": a walk's own length, however short."""
    if OUT_FOR.search(before) or WHICH_HE_DID.search(before) or OVER_IN.search(before):
        return True
    if FOR_OPENING.match(before) and WAS_OUT.match(after):
        return True
    if OWN_AFTER_EXIT.match(after) and HATCH_SHUT.search(before):
        return True
    return has_anchor and SHORT_OUT.match(after) is not None


def _is_for_a_step(before: str, after: str, minutes: int) -> bool:
    """As in "took two hours to free the bolt"; not "toiled for six hours to free it"."""
    if not re.match(r"\s+to\s+[a-z]+", after):
        return False
    return minutes < 3 * _SHORTEST_WEAK or not FOR_SO_LONG.search(before)


def _is_length(
    sentence: Sentence, span: Temporal, before: str, after: str, has_anchor: bool
) -> bool:
    minutes = span.minutes or 0
    if minutes >= 2 * _SHORTEST_WEAK and PLAN_AFTER.match(after):
        return True
    if UNIT_AFTER.match(after) or _is_out(before, after, has_anchor):
        return True
    if minutes >= 2 * _SHORTEST_WEAK and (UNDERTAKING.match(after) or FINISHED_IN.search(before)):
        return True
    if FOR_TOTAL.search(before) or (minutes >= 3 * _SHORTEST_WEAK and STRUGGLED_FOR.search(before)):
        return True
    long = minutes >= _SHORTEST_WEAK
    if long and (OWN_AFTER.match(after) or ALONE.match(before) or PARENTHESIS.search(before)):
        return True
    if GOVERNED.search(before) and not _is_for_a_step(before, after, minutes):
        if minutes < 2 * _SHORTEST_WEAK and not has_anchor and TOILED.search(before):
            return False  # "they toiled for more than an hour": of one job
        return long or has_anchor or bool(ABSOLUTE.search(before))
    if long and (STATED.search(before) or (minutes % 30 and OPENING.match(before))):
        return True
    if (
        long
        and minutes % 5
        and not span.approximate
        and _HOURS_MINUTES.search(source_of(sentence, span))
    ):
        return True  # given to the minute, and nothing else has claimed it
    return has_anchor and minutes >= 2 * _SHORTEST_WEAK and bool(WEAKLY_GOVERNED.search(before))
