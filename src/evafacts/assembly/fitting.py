"""Whether a mention can speak of a walk: crew and tense, one night of two days, a new day."""

import datetime
import re

from evafacts.assembly.walk import Anchor, Walk, is_known_day, says_put_off
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_NEW_DAY = AnyCase(r"\b(?:now|instead|new\s+date|reschedul\w+|moved|re-?planned)\b")
_ENDED = AnyCase(
    r"\b(?:conclud\w+|complet(?:ed|ing)|end(?:ed|ing)|finish\w+|"
    r"return\w*\s+(?:\w+\s+){0,3}?(?:inside|to|into)|brought\s+to\s+(?:a\s+close|"
    r"an\s+end)|wrapp(?:ed|ing)|came\s+(?:back|to\s+an\s+end)|clos(?:ed|"
    r"ing)\s+the\s+hatch|were\s+back)\b"
)
# "Who began work at 10:29 p.m. Sunday", of a walk told of as "early Monday".
_BEGAN_BY_NIGHT = AnyCase(
    r"\b(?:began|started|opened|left|floated|stepped|went\s+out|headed)\b[^.;]{0,60}"
    r"\b(?:p\.m\.|pm\b|night\b|evening\b|midnight\b)"
)
_LATE = AnyCase(
    r"\b(?:began|start(?:ed|ing)|opened|left|late|night|evening|midnight|overnight|p\.?m\b|"
    r"(?:1[89]|2[0-3])[:.h]\d\d)"
)
_POSSIBLE = re.compile(r"\b(?:possible|potential|hypothetical)\b", re.I)
_ONLY_IF = AnyCase(
    r"\b(?:if|in\s+case|should)\s+(?:[\w’'-]+\s+){1,6}(?:ha[ds]?(?:ve)?\s+to|need(?:s|ed)?\s+to|must|(?:is|are|were)\s+"
    r"(?:needed|required|forced|called)\s+to)\s+$"
)
_AS_SUCH = AnyCase(r"\b(?:history|concept|art|idea|field|era|science|pioneers?|age)\s+of\s+$")
_IS_NTH = AnyCase(
    r"\b(?:is|are|remains)\s+(?:only\s+|also\s+)?the\s+(?:only|\w+(?:st|nd|rd|th)|second|third)\s+(?:[\w-]+\s+){1,4}"
    r"to\s+(?:have\s+)?(?:do|done|make|made|perform\w*|conduct\w*|complete\w*|take|taken)\s+$"
)
_NEXT = AnyCase(r"\b(?:next|upcoming|coming|future)\s[\w\s-]*$")
_BACK = 90  # characters
_PAST = ("past", "perfect")
_BY_MONTH = frozenset({"full", "month_day", "weekday_month_day"})
_AT_LENGTH = 3  # sentences
_NEWS = 3  # days
_SOON = 10  # days
_MONTH = 30  # days
_LEAD = 5  # sentences


def conflicts(walk: Walk, anchor: Anchor) -> bool:
    """Whether crew or tense speak against the walk."""
    return crew_conflicts(walk, anchor) or tense_conflicts(walk, anchor)


def are_others(walk: Walk, anchor: Anchor) -> bool:
    """Whether two pairs share nobody: "Roe and Doe were to go out that night"."""
    return min(len(walk.crew), len(anchor.crew)) > 1 and not walk.crew & anchor.crew


def is_anothers(walk: Walk, anchor: Anchor) -> bool:
    """As in "when Roe's helmet filled on a spacewalk in July 2013", told beside Doe's walk."""
    indefinite = anchor.mention.determiner in ("a", "an")
    return indefinite and bool(walk.crew and anchor.crew) and not walk.crew & anchor.crew


def is_of_another_day(walk: Walk, anchor: Anchor, published: datetime.date | None) -> bool:
    """Whether news told of at length without a day is not the walk that a day is given of now.

    "The two have made a spacewalk of six hours. … The crew made their first one on May 7."
    """
    day = anchor.day
    if day is None or day.form not in _BY_MONTH or len(walk.sentences) < _AT_LENGTH:
        return False
    if published is None or not is_known_day(day) or anchor.tense not in _PAST or walk.ahead:
        return False
    gap = published - datetime.date.fromisoformat(day.value[:10])
    indefinite = anchor.mention.determiner in ("a", "an") or anchor.mention.ordinal is not None
    return indefinite and gap.days > _NEWS


def is_of_others(walk: Walk, anchor: Anchor) -> bool:
    """Whether a dated sentence names people, and none of those whom the walk at hand is told of.

    "Roe and Doe spent four hours outside … July 25, 1984: the first woman was Poe."
    """
    own = walk.named | walk.crew
    return len(own) > 1 and bool(anchor.people) and not own & anchor.people


def is_generic(text: str, anchor: Anchor) -> bool:
    """Whether walks as such are spoken of: "the history of extravehicular activity".

    Or how many of a country have made one: "Roe is the third Canadian to do a spacewalk".
    """
    mention = anchor.mention
    before = text[max(anchor.sentence.start, mention.start - _BACK) : mention.start]
    if mention.determiner is None and not mention.designation and _AS_SUCH.search(before):
        return True
    return not anchor.dates and _IS_NTH.search(before) is not None


def is_only_if(anchor: Anchor) -> bool:
    """As in "the suit that Roe could use if he has to go out again": no walk that is planned."""
    start, at = anchor.sentence.start, anchor.mention.start
    before = anchor.sentence.source[max(start, at - _BACK) : at]
    return not anchor.dates and _ONLY_IF.search(before) is not None


def crew_conflicts(walk: Walk, anchor: Anchor) -> bool:
    """Whether the people named are others than the walk's."""
    if not anchor.crew:
        return False
    if not walk.crew:  # none is said to go out, but a pair is named
        return len(walk.named) > 1 and not walk.named & anchor.crew
    both = walk.crew | anchor.crew
    if len(both) == 2 and both <= anchor.people:
        return False  # "Roe opened the hatch and was joined by Doe for a walk of six hours"
    if len(both) == 2 and both <= walk.named:
        return False  # each of a pair told of by himself: "Roe, designated EV1 … Doe's first walk"
    return (len(walk.crew) >= 2 and not anchor.crew <= walk.crew) or not (
        walk.crew & anchor.crew or (len(both) <= 2 and walk.date is None)
    )


def tense_conflicts(walk: Walk, anchor: Anchor) -> bool:
    """Whether one is ahead and the other over; a walk that was put off may be both."""
    if walk.put_off and _is_one_made(walk, anchor):
        return True
    if walk.tense is None or walk.put_off or anchor.tense in (None, "present"):
        return False
    return (walk.tense == "future" and anchor.tense in _PAST) or (
        walk.tense in _PAST and anchor.tense == "future"
    )


def _is_one_made(walk: Walk, anchor: Anchor) -> bool:
    """As in "the next walk is put off until July. A suit leaked during a spacewalk on June 24"."""
    made = anchor.tense in _PAST and anchor.mention.determiner in ("a", "an") and anchor.dates
    if not made or walk.date is not None or says_put_off(anchor.sentence.text):
        return False
    names = (
        a.sentence.source[max(a.sentence.start, a.mention.start - _BACK) : a.mention.end]
        for a in walk.anchors
    )
    return any(_NEXT.search(name) for name in names)


def same_night(lead: Walk | None, current: Walk | None, anchor: Anchor) -> Walk | None:
    """The lead's walk where it began in the evening and was told of, or ended, on the next day.

    "… stepped out today … They left the airlock at 10 p.m. Saturday"; "ended their work at 0:33
    on Friday … opened the hatch at 18:26 on Thursday".
    """
    if lead is None or lead is not current or lead.date is None or lead.ahead:
        return None
    if anchor.tense == "future" or anchor.mention.relation is not None:
        return None
    gap = _gap(lead.date, anchor.day)
    if gap is None or crew_conflicts(lead, anchor):
        return None
    ended = any(_ENDED.search(a.sentence.text) for a in lead.anchors if lead.date in a.dates)
    late = bool(_LATE.search(anchor.sentence.text)) and anchor.mention.determiner != "a"
    same = anchor.crew == lead.crew or lead.date.form == "relative"  # "today … began last night"
    began = same and _BEGAN_BY_NIGHT.search(anchor.sentence.text)
    if gap == -1 and (began or (late and (ended or lead.date.form == "relative"))):
        lead.date = anchor.day
        return lead
    # "Concluded the outing at 3:06 p.m. EDT (12:36 a.m. Wednesday in India)"
    told = not ended or anchor.mention.determiner == "the"
    if gap == 1 and told and _ENDED.search(anchor.sentence.text):
        return lead
    return None


def is_caption(first: Walk, second: Walk) -> bool:
    """Whether the first walk is that of a picture above the news of a later one."""
    if len(first.anchors) > 1 or len(first.sentences) > 1 or not second.anchors:
        return False
    if second.anchors[0].sentence.index > _LEAD:
        return False
    gap = _gap(first.date, second.date)
    return gap is not None and gap > _MONTH


def is_only_possible(text: str, mention: SpacewalkMention) -> bool:
    """As in "NASA is considering a potential spacewalk": none that is planned."""
    indefinite = mention.determiner in ("a", "an")
    return indefinite and _POSSIBLE.search(text[mention.start : mention.end]) is not None


def is_settled(walk: Walk, anchor: Anchor) -> bool:
    """Whether a walk has been told of so long without a day that other work on a day is another's.

    "… the third spacewalk of the flight …. On Saturday, Roe and Doe tested the arm."
    """
    numbered = walk.ordinal is not None and bool(walk.crew)
    return anchor.mention.kind == "work" and numbered and len(walk.sentences) > _LEAD


def put_off_to(walk: Walk | None, lead: Walk | None, anchor: Anchor) -> Walk | None:
    """The walk just told of as put off, where this gives its new day.

    "It will now take place on Thursday"; "NASA called off a spacewalk on Wednesday … The
    spacewalk is expected to begin at 8:30 a.m. Thursday".
    """
    if walk is None or anchor.mention.determiner not in ("the", None):
        return None
    if (
        None not in (anchor.mention.ordinal, walk.ordinal)
        and anchor.mention.ordinal != walk.ordinal
    ):
        return None  # "the second is now on Wednesday; the third is on March 1"
    if not _NEW_DAY.search(anchor.sentence.text) and not _is_still_ahead(walk, lead, anchor):
        return None
    return walk if walk.put_off and not crew_conflicts(walk, anchor) else None


def _is_still_ahead(walk: Walk, lead: Walk | None, anchor: Anchor) -> bool:
    """Whether the walk, put off, is said to be still ahead a few days later."""
    if anchor.tense != "future" or walk is not lead or anchor.mention.relation:
        return False
    if anchor.mention.kind != "noun" or anchor.mention.determiner != "the":
        return False
    gap = _gap(walk.date, anchor.day)
    return gap is not None and 0 < gap <= _SOON


def _gap(one: Temporal | None, other: Temporal | None) -> int | None:
    """Days from one date to the other; None where one is no known day."""
    if one is None or other is None or not (is_known_day(one) and is_known_day(other)):
        return None
    first, second = (datetime.date.fromisoformat(d.value[:10]) for d in (one, other))
    return (second - first).days
