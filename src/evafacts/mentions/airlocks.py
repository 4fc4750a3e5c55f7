"""Airlocks, compartments and hatches, and whether the crew goes out through them there.

A phrase that names an exit ("the Quest airlock") counts as one unless it is a place of work ("a
handrail beside the Quest airlock"); a bare name ("Poisk") only beside a word of leaving.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache

from evafacts.knowledge import airlocks
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.phrases import Phrases

_WORKSITE = AnyCase(
    r"\b(?:near|beside|next\s+to|adjacent\s+to|outside\s+of|on|onto|above|below|behind|around|along|at|replac\w+|install\w*|"
    r"attach\w*|between|toward|towards|to|for|of|repair\w*|clean\w*|cover\w*|upgrad\w*|dock\w*|undock\w*|arriv\w+|"
    r"launch\w*|deliver\w*|built|new|called|named|from\s+inside|and|with|configur\w+|inside|prepar\w+|return\w*|back)\s+"
    r"(?:\w+\s+)?(?:the\s+|its\s+|their\s+|a\s+)?(?:\w+['’]s?\s+|space\s+station['’]s\s+|U\.?S\.?\s+|Russian\s+|station\s+)?$"
)
_DIRECT = AnyCase(
    r"\b(?:return(?:ed|ing|s)?\s+(?:safely\s+)?(?:in)?to|back\s+(?:in|into|inside|to)|re-?enter(?:ed|ing)?|came\s+and\s+went\s+by|out\s+(?:of|from|through|via|the)|through|via|from|by\s+way\s+of|exit(?:s|ed|ing)?|egress(?:ed|ing)?|lea(?:ve|ves|ving)|left|open(?:s|ed|ing)?|depressuri[sz](?:e|ed|ing)|"
    r"outside\s+(?:of\s+)?|us(?:e|ed|ing)|hatch\s+of|airlock\s+of|vacuum\s+in|air\s+(?:out\s+)?of|repressuri[sz](?:e|ed|ing|ation\s+of)|based\s+(?:out\s+of|in)|staged\s+from)\s+"
    r"(?:the\s+|their\s+|its\s+|an?\s+)?(?:[\w’'.-]+\s+){0,3}$"
)
_BACK_IN = AnyCase(
    r"\b(?:remov\w+|transferr?\w*|mov\w+|carr\w+|cable\w*|tool\w*|hose\w*|view|seen|photo\w*)\s+(?:\w+\s+){0,4}from\s+(?:the\s+)?$"
)
_EXIT_AFTER = AnyCase(
    r"^[^.;]{0,50}?\b(?:will\s+be\s+(?:opened|used)|was\s+opened|opened|hatch\w*|depressuri[sz]\w+|repressuri[sz]\w+|as\s+their\s+exit|"
    r"was\s+used|egress)\b"
)


@dataclass(frozen=True, slots=True)
class AirlockMention:
    """An airlock by its canonical ``name``; ``exits`` where the crew goes out through it, ``sure`` where a phrase names it; ``leaves`` is where the verb of leaving begins."""

    start: int
    end: int
    name: str
    exits: bool
    sure: bool
    leaves: int | None = None


@lru_cache(maxsize=1)
def _phrases() -> Phrases[str]:
    """Phrases that name an exit by themselves, in any case."""
    return Phrases({p: a.name for a in reversed(airlocks()) for p in a.phrases}, ignore_case=True)


@lru_cache(maxsize=1)
def _names() -> Phrases[str]:
    """Names that do so only beside a word of leaving."""
    return Phrases({n: a.name for a in reversed(airlocks()) for n in a.names})


def find_airlocks(text: str) -> list[AirlockMention]:
    """Find the exits that ``text`` names."""
    found = [
        AirlockMention(start, end, name, _exits(text, start, end), True)
        for start, end, name in _phrases().find(text)
    ]
    ends = {mention.start: mention.end for mention in found}
    starts = list(ends)
    for start, end, name in _names().find(text):
        before = bisect_right(starts, start) - 1
        if before < 0 or ends[starts[before]] <= start:
            leaves = _bare_exit(text, start)
            found.append(AirlockMention(start, end, name, leaves is not None, False, leaves))
    return sorted(found, key=lambda mention: mention.start)


def _exits(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 90) : start]
    after = text[end : end + 70]
    if _DIRECT.search(before) and not _BACK_IN.search(before):
        return True
    if _WORKSITE.search(before):
        return bool(_EXIT_AFTER.search(after))
    return True


_LEAVE = AnyCase(
    r"\b(?:exit\w*|egress\w*|emerg\w+\s+from|(?:float|step|climb|crawl|clamber|ventur|head|com|went|go|came|slipp|drift|squeez|popp|walk)\w*\s+"
    r"(?:\w+\s+)?(?:out\s+of|outside\s+(?:of\s+)?(?:through|from)|out\s+through|through|from|out\s+from|into)|return(?:ed|ing|s)?\s+(?:safely\s+)?to|out\s+of|spacewalk\w*\s+(?:\w+\s+){0,3}from|EVA\s+from)\s+"
    r"(?:the\s+|their\s+|its\s+|his\s+|her\s+)?(?:[\w'’.-]+\s+){0,3}$"
)


def _bare_exit(text: str, name_start: int) -> int | None:
    """Where the verb of leaving stands before a bare name; None where there is none."""
    start = max(0, name_start - 80)
    before = text[start:name_start]
    found = _LEAVE.search(before)
    if found is None or re.search(r"\b(?:toward|towards|to)\s+(?:the\s+)?$", before):
        return None
    return start + found.start()
