"""Which walks the article is about."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from evafacts.assembly.facts import Facts
from evafacts.assembly.focus import is_obituary
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
_FAR = 20  # sentences; where a walk is first told of counts no more beyond


class Signs(NamedTuple):
    """What speaks for and against an article's being about one of its spacewalks."""

    first: float
    share: float
    later: float
    series: float
    announced: float
    crewed: float
    work: float
    place: float
    implied: float
    planned: float
    old: float


# Fitted to labelled articles, half of them real pages, by logistic regression, and rounded.
_WEIGHTS = Signs(
    first=1.5,
    share=1.7,
    later=0.6,
    series=0.7,
    announced=-1.0,
    crewed=0.8,
    work=0.9,
    place=-1.3,
    implied=-0.7,
    planned=1.0,
    old=-1.5,  # seldom seen and so set by hand: news is not about what it recalls
)
_BIAS, _PASSING, _OBITUARY = -3.0, -1.6, -1.6


def primary_walks(
    found: Sequence[tuple[Walk, Facts, Status]], mentions: Mentions, *, passing: bool
) -> set[int]:
    """The walks that the article is about.

    What speaks for a walk is weighed: to be told of first, early and at length; to have people and
    work of its own; to come after that of the lead, unless the lead's is over and this one
    announced; to be one of "three spacewalks" in the title or lead.

    Args:
        found: The walks with their facts and status, in order of first mention.
        mentions: What was found in the article.
        passing: Whether the article speaks of them in passing: not even the best is sure then.

    Returns:
        The ``id`` of each.
    """
    if not found:
        return set()
    obituary = is_obituary(mentions)
    bias = _BIAS + _PASSING * passing + _OBITUARY * obituary
    scores = {
        id(walk): sum((w * f for w, f in zip(_WEIGHTS, signs, strict=True)), bias)
        for (walk, _, _), signs in zip(found, _signs(found, mentions), strict=True)
    }
    sure = {key for key, score in scores.items() if score > 0}
    return sure if passing or obituary else sure | {max(scores, key=lambda key: scores[key])}


def _signs(found: Sequence[tuple[Walk, Facts, Status]], mentions: Mentions) -> list[Signs]:
    """The signs of each walk."""
    walks = [walk for walk, _, _ in found]
    status = {id(walk): status for walk, _, status in found}
    weight = {id(w): len(set(w.sentences)) + 2 * len(facts.tasks) for w, facts, _ in found}
    most = max([1, *weight.values()])
    head = [w for w in walks if any(a.sentence.index <= _HEAD for a in w.anchors)]
    lead = max(head or walks[:1], key=lambda w: weight[id(w)])
    first = next((w for w in walks if not _is_pictured(w)), walks[0])
    series = _speaks_of_several(mentions)
    signs: list[Signs] = []
    for walk, facts, own in found:
        announced = own == Status.PLANNED != status[id(lead)]
        place = walk.anchors[0].sentence.index if walk.anchors else _FAR
        signs.append(
            Signs(
                first=walk is first,
                share=weight[id(walk)] / most,
                later=_is_later(walk, lead) and not announced,
                series=series,
                announced=announced,
                crewed=any(score > 0 for score in facts.scores.values()),
                work=math.log1p(len(facts.tasks)),
                place=min(place, _FAR) / _FAR,
                implied=walk.implied,
                planned=own == Status.PLANNED,
                old=_is_older(walk, lead, mentions),
            )
        )
    return signs


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
