"""Which walks the article is about."""

from collections.abc import Sequence

from evafacts.assembly.facts import Facts
from evafacts.assembly.walk import Walk, is_known_day, is_old
from evafacts.knowledge.cues import cues
from evafacts.mentions.document import Mentions

_HEAD = 2  # sentences after the first in which the walk of the lead is named
_START = 700  # characters in which a series is spoken of as one
# Fitted to labelled articles by logistic regression, and rounded.
_FIRST, _SHARE, _LATER, _SERIES, _OLD, _BIAS = 4.0, 3.8, 2.1, 2.9, -2.0, -4.8


def primary_walks(
    walks: Sequence[Walk], gathered: dict[int, Facts], mentions: Mentions
) -> set[int]:
    """The walks that the article is about.

    What speaks for a walk is weighed: to be told of first, and at length; to come after that of the
    lead, in an article that looks ahead; to be one of "three spacewalks" in the title or lead. To
    lie far back speaks against it.
    """
    if not walks:
        return set()
    weight = {id(w): len(set(w.sentences)) + 2 * len(gathered[id(w)].tasks) for w in walks}
    most = max(1, *weight.values())
    head = [w for w in walks if any(a.sentence.index <= _HEAD for a in w.anchors)]
    lead = max(head or walks[:1], key=lambda w: weight[id(w)])
    series = _SERIES if _speaks_of_several(mentions) else 0.0
    scores: dict[int, float] = {}
    for walk in walks:
        scores[id(walk)] = (
            _BIAS
            + series
            + _FIRST * (walk is walks[0])
            + _SHARE * weight[id(walk)] / most
            + _LATER * _is_later(walk, lead)
            + _OLD * _is_older(walk, lead, mentions)
        )
    best = max(walks, key=lambda w: scores[id(w)])
    return {id(best)} | {key for key, score in scores.items() if score > 0}


def _speaks_of_several(mentions: Mentions) -> bool:
    """As in "Two spacewalks this month" over the article or near its beginning."""
    if any(m.plural and m.kind == "noun" for m in mentions.spacewalks if m.start < _START):
        return True
    title = mentions.title or ""
    return any(m[0].lower().endswith(("walks", "evas")) for m in cues().spacewalk.finditer(title))


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
