"""Airlocks, compartments and hatches, and whether the crew goes out through them there.

A phrase that names an exit ("the Quest airlock") counts as one unless it is a place of work ("a
handrail beside the Quest airlock"); a bare name ("Poisk") only beside a word of leaving.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from evafacts.knowledge import airlocks
from evafacts.mentions.phrases import phrase_pattern

_WORKSITE = re.compile(
    r"\b(?:near|beside|next\s+to|adjacent\s+to|outside\s+of|on|onto|above|below|behind|around|along|at|replac\w+|install\w*|"
    r"attach\w*|between|toward|towards|to|for|of|repair\w*|clean\w*|cover\w*|upgrad\w*|dock\w*|undock\w*|arriv\w+|"
    r"launch\w*|deliver\w*|built|new|called|named|from\s+inside|and|with|configur\w+|inside|prepar\w+|return\w*|back)\s+"
    r"(?:\w+\s+)?(?:the\s+|its\s+|their\s+|a\s+)?(?:\w+['’]s?\s+|space\s+station['’]s\s+|U\.?S\.?\s+|Russian\s+|station\s+)?$",
    re.I,
)
_DIRECT = re.compile(
    r"\b(?:return(?:ed|ing|s)?\s+(?:safely\s+)?(?:in)?to|back\s+(?:in|into|inside|to)|re-?enter(?:ed|ing)?|came\s+and\s+went\s+by|out\s+(?:of|from|through|via|the)|through|via|from|by\s+way\s+of|exit(?:s|ed|ing)?|egress(?:ed|ing)?|lea(?:ve|ves|ving)|left|open(?:s|ed|ing)?|depressuri[sz](?:e|ed|ing)|"
    r"outside\s+(?:of\s+)?|us(?:e|ed|ing)|hatch\s+of|airlock\s+of|vacuum\s+in|air\s+(?:out\s+)?of|repressuri[sz](?:e|ed|ing|ation\s+of)|based\s+(?:out\s+of|in)|staged\s+from)\s+"
    r"(?:the\s+|their\s+|its\s+|an?\s+)?(?:[\w’'.-]+\s+){0,3}$",
    re.I,
)
_BACK_IN = re.compile(r"\b(?:remov\w+|transferr?\w*|mov\w+|carr\w+|cable\w*|tool\w*|hose\w*|view|seen|photo\w*)\s+(?:\w+\s+){0,4}from\s+(?:the\s+)?$", re.I)
_EXIT_AFTER = re.compile(
    r"^[^.;]{0,50}?\b(?:will\s+be\s+(?:opened|used)|was\s+opened|opened|hatch\w*|depressuri[sz]\w+|repressuri[sz]\w+|as\s+their\s+exit|"
    r"was\s+used|egress)\b",
    re.I,
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


def _key(phrase: str) -> str:
    return " ".join(phrase.replace("’", "'").split()).lower()


@lru_cache(maxsize=1)
def _tables() -> tuple[re.Pattern[str], dict[str, str], re.Pattern[str], dict[str, str]]:
    phrases = {_key(p): a.name for a in reversed(airlocks()) for p in a.phrases}
    names = {_key(n): a.name for a in reversed(airlocks()) for n in a.names}
    sure = re.compile(phrase_pattern(phrases).pattern, re.I)
    return sure, phrases, phrase_pattern({n for a in airlocks() for n in a.names}), names


def find_airlocks(text: str) -> list[AirlockMention]:
    """Find the exits that ``text`` names."""
    sure, phrases, bare, names = _tables()
    found = [
        AirlockMention(m.start(), m.end(), phrases[_key(m[0])], _exits(text, m), True)
        for m in sure.finditer(text)
    ]
    taken = {offset for mention in found for offset in range(mention.start, mention.end)}
    for match in bare.finditer(text):
        if match.start() not in taken:
            leaves = _bare_exit(text, match)
            found.append(
                AirlockMention(
                    match.start(), match.end(), names[_key(match[0])], leaves is not None, False, leaves
                )
            )
    return sorted(found, key=lambda mention: mention.start)


def _exits(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - 90) : match.start()]
    after = text[match.end() : match.end() + 70]
    if _DIRECT.search(before) and not _BACK_IN.search(before):
        return True
    if _WORKSITE.search(before):
        return bool(_EXIT_AFTER.search(after))
    return True


_LEAVE = re.compile(
    r"\b(?:exit\w*|egress\w*|emerg\w+\s+from|(?:float|step|climb|crawl|clamber|ventur|head|com|went|go|came|slipp|drift|squeez|popp|walk)\w*\s+"
    r"(?:\w+\s+)?(?:out\s+of|outside\s+(?:of\s+)?(?:through|from)|out\s+through|through|from|out\s+from|into)|return(?:ed|ing|s)?\s+(?:safely\s+)?to|out\s+of|spacewalk\w*\s+(?:\w+\s+){0,3}from|EVA\s+from)\s+"
    r"(?:the\s+|their\s+|its\s+|his\s+|her\s+)?(?:[\w'’.-]+\s+){0,3}$",
    re.I,
)


def _bare_exit(text: str, match: re.Match[str]) -> int | None:
    """Where the verb of leaving stands before a bare name; None where there is none."""
    start = max(0, match.start() - 80)
    before = text[start : match.start()]
    found = _LEAVE.search(before)
    if found is None or re.search(r"\b(?:toward|towards|to)\s+(?:the\s+)?$", before):
        return None
    return start + found.start()
