"""Attempts that came to nothing, beside the later try: "were to have gone out, but …"."""

from collections.abc import Sequence

from evafacts.assembly.dates import dates_of, is_past_plan
from evafacts.assembly.signs import SIGNAL, is_elsewhere, work_anchor
from evafacts.assembly.told import Told
from evafacts.assembly.walk import ATTEMPT, Anchor, day_of, is_known_day, same_day
from evafacts.assembly.walks import Ledger
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_NEAR = 2  # sentences back to a word for a spacewalk
_REACH = 120  # characters
_PLAN = Cue(
    r"\b(?:(?:had|was|were)\s+(?:(?:originally|initially|first|to|have|been|due|scheduled|planned|set|slated|supposed|meant)\s+){1,3}|"
    r"originally|initially)"
)
# What kept them in: "but a valve leaked", "until a pump failed".
_CAME_TO_NOTHING = AnyCase(
    r"[^.;]{0,60}?(?:,|\s[-–—])?\s*\b(?:but|when|until|before|however|only\s+for)\b(?!\s+(?:now|will|is\s+now)\b)"
)
# "Roe was to have left the station on Sunday".
_WAS_TO_HAVE = AnyCase(r"\b(?:was|were)\s+to\s+have\s+(?:gone|left|made|begun|\w+ed)\b[^.;]{0,60}$")
_MEANT = AnyCase(
    r"\b(?:make|made|conduct\w*|perform\w*|do|done|carry|carried|beg[iu]n|start\w*|go|gone|leave|left|step\w*|"
    r"ventur\w+|float\w*|work|take|taken|out|walk\w*|space\s?walk\w*|EVA|outing|excursion|it|that|repair\w*|job)\b"
)


def attempt_anchors(
    one: Told, ledger: Ledger, real: Sequence[SpacewalkMention], told: Sequence[Temporal]
) -> list[Anchor]:
    """An earlier day on which the walk that is told of was to have been, and what came of it."""
    if ledger.current is None or not told or not _PLAN.search(one.sentence):
        return []
    if not (real or SIGNAL.search(one.sentence) or _is_near(one, ledger)):
        return []
    for date in dates_of(one.sentence, told):
        if not is_known_day(date) or not is_past_plan(one.sentence, date):
            continue
        if any(same_day(w.date, date) for w in ledger.walks) or is_elsewhere(one, date):
            continue
        if _failed(one, date) and _is_earlier(date, ledger) and not _is_others(one, ledger):
            anchor = work_anchor(one, date.start, date.end, [date])
            anchor.relative = True
            anchor.tags = frozenset([ATTEMPT])
            return [anchor]
    return []


def _is_near(one: Told, ledger: Ledger) -> bool:
    return ledger.last_told is not None and one.sentence.index - ledger.last_told <= _NEAR


def _is_earlier(date: Temporal, ledger: Ledger) -> bool:
    """Whether the walk of the lead has a later day, or none as yet."""
    lead = ledger.lead
    if lead is None or lead.date is None:
        return lead is not None
    return is_known_day(lead.date) and date.value[:10] < day_of(lead)


def _is_others(one: Told, ledger: Ledger) -> bool:
    """Whether nobody whom the sentence names is of the crew of the lead."""
    named = {p.key or p.name for part in one.parts for p in part.people}
    crew = ledger.lead.crew | ledger.lead.named if ledger.lead is not None else frozenset()
    return bool(named) and bool(crew) and not named & crew


def _failed(one: Told, date: Temporal) -> bool:
    """Whether going out was meant for the day, and the sentence goes on with what became of it."""
    source = one.sentence.source
    before = source[max(one.sentence.start, date.start - _REACH) : date.start]
    after = source[date.end : min(one.sentence.end, date.end + _REACH)]
    if not _MEANT.search(before):
        return False
    return _CAME_TO_NOTHING.match(after) is not None or _WAS_TO_HAVE.search(before) is not None
