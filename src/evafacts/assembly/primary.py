"""Which walks the article is about."""

from collections.abc import Sequence

from evafacts.assembly.facts import Facts
from evafacts.assembly.walk import Walk, is_known_day, is_old
from evafacts.knowledge.cues import cues
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.document import Mentions
from evafacts.records import Status

_HEAD = 2  # sentences after the first in which the walk of the lead is named
_START = 700  # characters in which a series is spoken of as one
_TIMES = AnyCase(
    r"\b(?:out(?:side|ings?)?|walk(?:s|ed)?)\s+(?:twice|(?:two|three|four|five|six)\s+times)\b"
)
# "Jo Roe takes a selfie during a spacewalk on March 29": what the picture over an article shows.
_CAPTION = AnyCase(
    r"\b(?:(?:takes?|took|snaps?|taking)\s+(?:an?|this)\s+(?:\w+\s+)?(?:picture|photo\w*|selfie|self-portrait)|"
    r"(?:is|are)\s+(?:seen|pictured|shown|photographed)|poses?\b|in\s+this\s+(?:\w+\s+)?(?:photo\w*|image|"
    r"picture|view)|(?:image|photo)\s+credit|file\s+photo)"
)
# Fitted to labelled articles by logistic regression, and rounded.
_FIRST, _SHARE, _LATER, _SERIES, _OLD, _BIAS = 3.9, 3.5, 2.2, 2.6, -2.2, -4.4


def primary_walks(found: Sequence[tuple[Walk, Facts, Status]], mentions: Mentions) -> set[int]:
    """The walks that the article is about.

    What speaks for a walk is weighed: to be told of first, and at length; to come after that of the
    lead, unless the lead's is over and this one announced; to be one of "three spacewalks" in the
    title or lead. To lie far back speaks against it.
    """
    if not found:
        return set()
    walks = [walk for walk, _, _ in found]
    status = {id(walk): status for walk, _, status in found}
    weight = {id(w): len(set(w.sentences)) + 2 * len(facts.tasks) for w, facts, _ in found}
    most = max(1, *weight.values())
    head = [w for w in walks if any(a.sentence.index <= _HEAD for a in w.anchors)]
    lead = max(head or walks[:1], key=lambda w: weight[id(w)])
    first = next((w for w in walks if not _is_pictured(w)), walks[0])
    series = _SERIES if _speaks_of_several(mentions) else 0.0
    scores: dict[int, float] = {}
    for walk in walks:
        announced = Status.PLANNED == status[id(walk)] != status[id(lead)]
        scores[id(walk)] = (
            _BIAS
            + series
            + _FIRST * (walk is first)
            + _SHARE * weight[id(walk)] / most
            + _LATER * (_is_later(walk, lead) and not announced)
            + _OLD * _is_older(walk, lead, mentions)
        )
    best = max(walks, key=lambda w: scores[id(w)])
    return {id(best)} | {key for key, score in scores.items() if score > 0}


def _speaks_of_several(mentions: Mentions) -> bool:
    """As in "Two spacewalks this month", "went out three times" in the title or lead."""
    if any(m.plural and m.kind == "noun" for m in mentions.spacewalks if m.start < _START):
        return True
    title = mentions.title or ""
    if _TIMES.search(title) or _TIMES.search(mentions.prose[:_START]):
        return True
    return any(m[0].lower().endswith(("walks", "evas")) for m in cues().spacewalk.finditer(title))


def _is_pictured(walk: Walk) -> bool:
    """Whether only a caption tells of it."""
    return all(_CAPTION.search(a.sentence.text) for a in walk.anchors)


def _is_later(walk: Walk, lead: Walk) -> bool:
    if walk.date is None or lead.date is None:
        return False
    known = is_known_day(walk.date) and is_known_day(lead.date)
    return known and walk.date.value[:10] > lead.date.value[:10]


def _is_older(walk: Walk, lead: Walk, mentions: Mentions) -> bool:
    """Whether a walk is history in an article whose own is not."""
    if walk.date is None or not is_old(walk.date, mentions.published):
        return False
    return lead.date is None or not is_old(lead.date, mentions.published)
