"""When a spacewalk starts and ends, told apart from its broadcast."""

import re
from collections.abc import Iterator, Sequence
from typing import Literal

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.temporal import Temporal

Edge = Literal["start", "end"]

_REACH = 90
_BROADCAST = AnyCase(
    r"\b(?:coverage|broadcast\w*|air|airs|stream\w*|live|webcast|tune|watch\w*|nasa\s+tv|television|"
    r"briefing|news\s+conference|press|posted|updated?|published)\b"
)
_START = AnyCase(
    r"\b(?:begin\w*|began|start\w*|exit\w*|egress\w*|step\w*|ventur\w*|left|leav\w+|emerg\w+|float\w*|"
    r"open\w*|battery\s+power|get\s+under\s?way|got\s+under\s?way|scheduled|set|commenc\w*|outside|walk|"
    r"kick\w*\s+off)\b"
)
_END = AnyCase(
    r"\b(?:end(?:ed|s|ing)?|conclud\w+|finish\w*|complet\w+|return\w*|clos\w+|repressuri\w+|"
    r"back\s+inside|wrapp\w+|over)\b"
)
_WALK = AnyCase(r"\b(?:\w*walk\w*|EVA|exit\w*|hatch|airlock|outing|excursion|suits?|spacesuits?)\b")
_OTHER = AnyCase(
    r"\b(?:launch\w*|lift\w*\s?off|dock(?:s|ed)?|undock\w*|land\w*|splash\w*|"
    r"docking(?!\s+(?:hatch|compartment|port|module|unit|node|adapter|ring|tunnel|section)))\b"
)
_COVERED = AnyCase(
    r"\b(?:coverage|broadcast\w*|stream)\s+of\b(?!.*(?:[,;]|\b(?:which|that|when)\b))"
)
_SAME = re.compile(r"\s*[(,/]\s*(?:or\s+)?")


def times_of(
    sentence: Sentence, temporals: Sequence[Temporal]
) -> Iterator[tuple[list[Temporal], Edge]]:
    """Yield the clock times of the spacewalk itself.

    Args:
        sentence: Where they stand.
        temporals: Its temporal expressions, in order.

    Yields:
        A time, with the same moment in other zones behind it ("10:57 a.m. EDT (1457 GMT)"), and
        whether it is the start or the end.
    """
    clocks = [t for t in temporals if t.kind == "TIME" and t.clock]
    for group in _moments(sentence, clocks):
        edge = _edge(sentence.source[sentence.start : group[0].start][-_REACH:])
        if edge is not None:
            yield group, edge


def _moments(sentence: Sentence, clocks: Sequence[Temporal]) -> list[list[Temporal]]:
    """Put together what tells one moment in several zones."""
    moments: list[list[Temporal]] = []
    for time in clocks:
        if moments and _SAME.fullmatch(sentence.source[moments[-1][-1].end : time.start]):
            moments[-1].append(time)
        else:
            moments.append([time])
    return moments


def _edge(before: str) -> Edge | None:
    """What the nearest word before a time says of it: the broadcast has times of its own."""
    hits = [
        (match.end(), kind)
        for kind, pattern in (
            ("other", _OTHER),
            ("broadcast", _BROADCAST),
            ("start", _START),
            ("end", _END),
        )
        for match in pattern.finditer(before)
    ]
    if not hits:
        return None
    kind = max(hits)[1]
    broadcast = max((end for end, k in hits if k == "broadcast"), default=None)
    if kind == "end":
        return "end"
    if kind != "start":
        return None
    if broadcast is not None and (_COVERED.search(before) or not _WALK.search(before[broadcast:])):
        return None  # "live coverage of the spacewalk is to start at 6:30"
    return "start"
