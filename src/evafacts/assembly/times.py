"""When a spacewalk starts and ends, told apart from its broadcast."""

import re
from collections.abc import Iterator, Sequence

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.temporal import Temporal

_BROADCAST = AnyCase(r"\b(?:coverage|broadcast\w*|air|airs|stream\w*|live|webcast|tune|watch\w*|nasa\s+tv|television|briefing|news\s+conference|press)\b")
_START = AnyCase(r"\b(?:begin\w*|began|start\w*|exit\w*|egress\w*|step\w*|ventur\w*|left|leav\w+|emerg\w+|float\w*|open\w*|battery\s+power|get\s+underway|scheduled|set|commenc\w*|outside|walk)\b")
_END = AnyCase(r"\b(?:end(?:ed|s|ing)?|conclud\w+|finish\w*|complet\w+|return\w*|clos\w+|repressuri\w+|back\s+inside|wrapp\w+|over)\b")


def times_of(sentence: Sentence, temporals: Sequence[Temporal]) -> Iterator[tuple[Temporal, Temporal, str]]:
    """Yield clock times of the spacewalk itself, each with ``start`` or ``end``."""
    for time in temporals:
        if time.kind != "TIME" or not time.clock:
            continue
        before = sentence.source[sentence.start : time.start][-90:]
        hits = [(m.end(), kind) for kind, pattern in (("broadcast", _BROADCAST), ("start", _START), ("end", _END)) for m in pattern.finditer(before)]
        if not hits:
            continue
        if max(hits)[1] == "broadcast" or (any(k == "broadcast" for _, k in hits) and max(hits)[1] == "start" and not re.search(r"walk|EVA|exit|hatch|airlock", before[max(h for h, k in hits if k == "broadcast"):])):
            continue
        yield time, time, max(hits)[1]
