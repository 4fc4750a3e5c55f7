"""Airlocks, compartments and hatches, and whether the crew goes out through them there.

A phrase that names an exit ("the Quest airlock") counts as one unless it is a place of work ("a
handrail beside the Quest airlock"); a bare name ("Poisk") only beside a word of leaving.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache

from evafacts.knowledge import airlocks
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.phrases import Phrases
from evafacts.mentions.values import value

_WORKSITE = AnyCase(
    r"\b(?:near|beside|next\s+to|adjacent\s+to|outside|outside\s+of|on|onto|above|below|behind|around|"
    r"along|at|replac\w+|install\w*|"
    r"attach\w*|between|toward|towards|to|for|of|repair\w*|clean\w*|cover\w*|upgrad\w*|dock\w*|"
    r"carr(?:y|ies|ied|ying)|lift\w*|haul\w*|grappl\w*|mount\w*|berth\w*|jettison\w*|detach\w*|mov(?:e|es|ed|ing)|"
    r"undock\w*|arriv\w+|"
    r"launch\w*|deliver\w*|built|new|called|named|from\s+inside|and|with|configur\w+|inside|"
    r"prepar\w+|return\w*|back)\s+"
    r"(?:\w+\s+)?(?:the\s+|its\s+|their\s+|a\s+)?(?:\w+['’]s?\s+|space\s+station['’]s\s+|"
    r"U\.?S\.?\s+|Russian\s+|station\s+)?$"
)
_DIRECT = AnyCase(
    r"\b(?:return(?:ed|ing|s)?\s+(?:safely\s+)?(?:in)?to|back\s+(?:in|into|inside|to)|"
    r"re-?enter(?:ed|ing)?|came\s+and\s+went\s+by|out\s+(?:of|from|through|via|the)|through|via|"
    r"from|by\s+way\s+of|exit(?:s|ed|ing)?|egress(?:ed|ing)?|lea(?:ve|ves|ving)|left|open(?:s|ed|"
    r"ing)?|depressuri[sz](?:e|ed|ing)|"
    r"(?:begin|began|begun|start|originat|commenc)\w*\s+(?:at|from|in)|"
    r"(?:once|when|first|safely|was|were|been|get|got|gone)\s+outside(?:\s+of)?|"
    r"us(?:e|ed|ing)|hatch\s+(?:of|to|in|on|into)|airlock\s+of|vacuum\s+in|air\s+(?:out\s+)?of|"
    r"(?:in\s+their\s+(?:\w+\s+)?(?:space)?suits|suited\s+up|waiting|sealed|camped(?:\s+out)?)"
    r"\s+(?:in|inside)|repressuri[sz](?:e|ed|ing|ation\s+of)|based\s+(?:out\s+of|in)|staged\s+from)\s+"
    r"(?:the\s+|their\s+|its\s+|an?\s+)?(?:[\w‘’'.-]+\s+){0,3}$"
)
_BACK_IN = AnyCase(
    r"\b(?:remov\w+|transferr?\w*|mov\w+|carr\w+|cable\w*|tool\w*|hose\w*|view|seen|"
    r"photo\w*)\s+(?:\w+\s+){0,4}from\s+(?:the\s+)?$"
    r"|\b(?:remov|retriev|pull|t[ao]k|took|fetch|collect|gather|unbolt|detach|grab|br[io]|strip|haul)\w*\s+"
    r"(?:(?!(?:exit|float|emerg|egress|step|ventur|went|climb|out|spacewalk|EVA)\w*\b)[\w'’,-]+\s+){1,14}from\s+(?:the\s+)?$"
)
# "In the Quest airlock's tool box", "stowing their suits inside the Quest airlock".
_HOLDS = AnyCase(
    r"['’]s?\s+(?!(?:\w+\s+)?(?:hatch|door|crew|lock|airlock|module|compartment|node|chamber|pressure|air|outer|inner)\b)[a-z]"
)
_STOWED = AnyCase(
    r"\b(?:stow|stor|plac|put|secur|load|pack)\w*\s+(?:[\w'’,-]+\s+){1,8}?(?:in|inside|into)\s+"
    r"(?:the\s+)?$"
)
# What is done to the airlock as a piece of the station: "the Quest airlock was bolted to Unity".
_BUILT_AFTER = AnyCase(
    r"\s+(?:(?:has|had|will|to)\s+)?(?:was|were|is|be|been|being)\s+(?:being\s+)?(?:install|attach|deliver|launch|lift|add|mat|mount|bolt|berth|dock|undock|"
    r"mov|jettison|discard|replac|rais|built|hoist|permanently)\w*\b"
)
_EXIT_AFTER = AnyCase(
    r"^[^.;]{0,50}?\b(?:will\s+be\s+(?:opened|used)|was\s+(?:opened|closed)|opened|closed|open|"
    r"hatch\w*|depressuri[sz]\w+|repressuri[sz]\w+|as\s+their\s+exit|"
    r"was\s+used|egress)\b"
)


@value
class AirlockMention:
    """An airlock.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        name: Its canonical name.
        exits: Whether the crew goes out through it.
        sure: Whether a phrase names it by itself.
        leaves: Where a verb of going out begins, None where there is none.
    """

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
    found = [_sure_exit(text, start, end, name) for start, end, name in _phrases().find(text)]
    ends = {mention.start: mention.end for mention in found}
    starts = list(ends)
    kinds = {airlock.name: airlock.kind for airlock in airlocks()}
    for start, end, name in _names().find(text):
        before = bisect_right(starts, start) - 1
        if before < 0 or ends[starts[before]] <= start:
            exits, leaves = _bare_exit(text, start, end, kinds[name])
            found.append(AirlockMention(start, end, name, exits, False, leaves))
    found.extend(_unnamed(text, found))
    return sorted(found, key=lambda mention: mention.start)


@lru_cache(maxsize=1)
def _alone() -> Phrases[tuple[str, ...]]:
    """Words that name an exit only with its craft named elsewhere: "transfer compartment"."""
    names: dict[str, tuple[str, ...]] = {}
    for airlock in airlocks():
        for word in airlock.alone:
            names[word] = (*names.get(word, ()), airlock.name)
    return Phrases(names, ignore_case=True)


@lru_cache(maxsize=1)
def _owners() -> Phrases[str]:
    """The names of what such exits belong to."""
    return Phrases({owner: a.name for a in airlocks() if a.alone for owner in a.owners})


def _unnamed(text: str, found: Sequence[AirlockMention]) -> Iterator[AirlockMention]:
    """Exits called by their kind: "opened the hatch of the transfer compartment" of a Salyut.

    They are of the craft that the text names last before them.
    """
    named = sorted((a.start, a.end) for a in found)
    starts = [start for start, _ in named]
    alone = [
        hit
        for hit in _alone().find(text)
        if not (n := bisect_right(starts, hit[0])) or named[n - 1][1] <= hit[0]
    ]
    if not alone:
        return
    owners = [(start, name) for start, _, name in _owners().find(text)]
    beginning = dict(owners)
    for start, end, names in alone:
        beyond = _BETWEEN.match(text, end)
        known = beginning.get(beyond.end()) if beyond else None
        if known not in names:
            known = next((n for at, n in reversed(owners) if at < start and n in names), None)
        if known is None:  # "the first to leave a spacecraft, during the Gemini 4 mission"
            known = _named_after(text, end, owners, names)
        if known is None:
            continue
        before, after = text[max(0, start - 80) : start], text[end : end + 60]
        if _is_unnamed_exit(before, after):
            yield AirlockMention(start, end, known, True, False)


def _named_after(
    text: str, end: int, owners: Sequence[tuple[int, str]], names: Sequence[str]
) -> str | None:
    """The first owner that follows ``end`` in the same sentence, and near."""
    for at, name in owners[bisect_right(owners, (end, "")) :]:
        if at > end + _NEAR or _STOP.search(text, end, at):
            return None
        if name in names:
            return name
    return None


def _is_unnamed_exit(before: str, after: str) -> bool:
    if _HATCH_OF.search(before) or _OPENED_AFTER.match(after) or _EMPTIED.search(before):
        return True
    if _STEPPED.search(before) or _IN_AGAIN.search(before):
        return True
    if _LEFT.search(before) and _FOR_SPACE.match(after):
        return True
    if _is_outside(before) and not _ANYONES.search(before):
        return True
    left = _LEAVE.search(before)
    return left is not None and not _TAKEN_OUT.search(before) and not _IN_PLACE.search(left[0])


def _sure_exit(text: str, start: int, end: int, name: str) -> AirlockMention:
    """A phrase that names an exit, with the verb that goes out through it where there is one."""
    exits = _exits(text, start, end)
    first = max(0, start - 80)
    through = _THROUGH.search(text[first:start]) if exits else None
    return AirlockMention(
        start, end, name, exits, True, first + through.start() if through else None
    )


def _exits(text: str, start: int, end: int) -> bool:
    before = text[max(0, start - 90) : start]
    after = text[end : end + 70]
    if _HOLDS.match(after) or _STOWED.search(before) or _BUILT_AFTER.match(after):
        return False
    if _DIRECT.search(before) or _STEPPED.search(before):
        return not _BACK_IN.search(before)
    if _WORKSITE.search(before):
        return bool(_EXIT_AFTER.search(after))
    return True


_THE = r"(?:the\s+|their\s+|its\s+|his\s+|her\s+)?"
# "Left the safety of his capsule", "left the pressurised quarters of the station".
_SAFETY = (
    r"(?:(?:the|its|their)\s+(?:\w+\s+)?(?:safety|confines|shelter|comfort|security|warmth|protection|quarters|"
    r"cabin|interior)\s+of\s+)"
)
_LEAVE = AnyCase(
    rf"\b(?:(?:left|leav(?:e|es|ing)|quit(?:s|ting)?)\s+{_SAFETY}|"
    r"(?:exit\w*|egress\w*|emerg\w+\s+(?:\w+\s+){0,4}from|(?:float|step|climb|crawl|clamber|"
    r"ventur|head|com|went|go(?!o)|came|slipp|drift|squeez|popp|walk|rise|rose)\w*\s+"
    r"(?:(?!across\b)\w+\s+)?(?:out\s+of|outside\s+(?:of\s+)?(?:through|from)|out\s+through|"
    r"through|from|out\s+from|into)|"
    r"(?:left|leav(?:e|es|ing))\s+(?:[\w'’.-]+\s+){1,5}(?:through|via|by\s+way\s+of)|"
    r"return(?:ed|ing|s)?\s+(?:safely\s+)?to(?!\s+(?:earth|the\s+ground)\b)|out\s+of)\s+"
    rf"{_SAFETY}?)"
    rf"{_THE}(?:[\w'’‘.-]+\s+){{0,3}}$"
)
# Of a craft that has an airlock this says less: "she went outside Challenger".
_ONLY_WENT = AnyCase(r"(?:go|goes|went|gone|going)\s")
# "They ventured outside the shuttle", and not "stepped outside on the last shuttle flight".
_STEPPED = AnyCase(
    r"\b(?:step(?:s|ped)?|ventur(?:e|es|ed)|go|goes|went|gone|going|head(?:s|ed)?|climb(?:s|ed)?|crawl(?:s|ed)?|emerg(?:e|es|ed)|"
    rf"slip(?:s|ped)?|pop(?:s|ped)?|squeez(?:e|es|ed))\s+(?:back\s+)?outside\s+(?:of\s+)?{_THE}"
    r"(?:(?!(?:on|in|at|during|for|from|as|with|while|to|of|by|after|before|and|when|last|next|this)\b)[\w'’.-]+\s+){0,3}$"
)
_THROUGH = AnyCase(
    r"\b(?:float|step|climb|crawl|clamber|ventur|head|com|went|go(?!o)|came|slipp|drift|squeez|popp|"
    r"rise|rose)\w*\s+(?:out\s+)?(?:through|via|by\s+way\s+of)\s+"
    rf"{_THE}(?:[\w‘’'.-]+\s+){{0,2}}$"
)
# What leaves is a thing: "getting the new module out of the hold".
_TAKEN_OUT = AnyCase(
    r"\b(?:get|got|lift|pull|haul|tak|took|remov|mov|carr|unload|pluck|hoist|ris|swung|swing|"
    r"us)\w*\s+(?:[\w'’-]+\s+){1,6}?out\s+of\s+(?:[\w‘’'.-]+\s+){0,4}$"
    r"|\b(?:(?:be(?:ing|en)?|is|are|was|were)\s+(?!staged|based|conduct|perform)\w+ed|(?:spray|spew|stream|leak|pour|shoot|gush|seep)\w*)\s+out\s+of\s+"
    r"(?:[\w‘’'.-]+\s+){0,4}$"
)
_HOLD_AFTER = AnyCase(r"^(?:\s+[A-Z]\w+)?['’]s?\s+(?:\w+\s+)?(?:bay|hold|trunk|tail|nose|arm)\b")
_INTO_BAY = AnyCase(
    r"\b(?:(?:float|step|climb|crawl|ventur|emerg|drift|glid)\w*\s+(?:[\w,]+\s+){0,2}?|(?:head\w*|"
    r"come|coming|went|go|goes|came|mov\w+)\s+out\s+|sent\s+(?:out\s+)?)into\s+(?:[\w‘’'.-]+\s+){0,4}$"
)
_OF_CRAFT = re.compile(r"\s+of\s+(?:(?:the|space|U\.S\.)\s+){0,3}(?:shuttle|orbiter|[A-Z][a-z])")
_INTO_OPEN = AnyCase(r"\b(?:go|goes|went|gone|going|came|come|sent)\s+(?:out\s+)?into\s+the\s+$")
_ITS_BAY = re.compile(r"(?:[A-Z]\w+|shuttle|orbiter)['’‘`]s?\s+(?:\w+\s+)?$")
_HATCH_TO = AnyCase(r"\bhatch\s+(?:\w+\s+){0,3}(?:in)?to\s+(?:[\w‘’'.-]+\s+){0,3}$")
_OUT_OF_BAY = AnyCase(
    r"\b(?:float|step|climb|crawl|ventur|emerg|drift|glid|back|flew|fly|jet|"
    r"sail)\w*\s+(?:\w+\s+)?out\s+of\s+(?:[\w‘’'.-]+\s+){0,4}$"
)
_EMPTIED = AnyCase(rf"\bdepressuri[sz](?:e|es|ed|ing|ation\s+of)\s+{_THE}(?:[\w‘’'.-]+\s+){{0,3}}$")
# "The transfer compartment between the Zvezda module and Zarya".
_BETWEEN = re.compile(r"\s+(?:between|of|in|on|aboard)\s+(?:the\s+)?")
# "When he re-entered the capsule", "struggled back into the spacecraft".
_IN_AGAIN = AnyCase(
    r"\b(?:re-?enter(?:ed|s|ing)?|(?:climb|crawl|squeez|struggl|pull|wriggl|get|got|fit|mov)\w*\s+(?:\w+\s+)?"
    r"back\s+(?:in|into|inside))\s+(?:the|his|her|their)\s+$"
)
# "Cassettes from Apollo 15's cameras", "astronauts walk outside their spacecraft".
_ITS_PARTS = re.compile(
    r"(?:[\s-]+[\dIVX]+)?['’]s?\s+(?!(?:\w+\s+)?(?:hatch|door|cabin|cockpit|capsule)\b)"
)
_ANYONES = AnyCase(r"\btheir\s+$")
_NEAR = 150
_STOP = re.compile(r"[.!?;]\s|\n")
_IN_PLACE = AnyCase(r"\b(?:return|into)\w*\b")
_OPENED_AFTER = AnyCase(
    r"(?:\s+\([^()]{1,30}\))?\s+(?:(?:was|were|is|has\s+been)\s+)?(?:(?:swung|swinging|popped|thrown|cranked)\s+(?:back|open|wide|shut)|opened|closed|sealed)\b"
)
_AIR_AFTER = AnyCase(
    r"\s+(?:(?:was|were|is|had|has|will|be|been|being)\s+){1,3}(?:de|re)pressuri[sz](?:ed|ing)\b"
)
_HATCH_IN = AnyCase(r"\bhatch(?:es)?\s+(?:of|in|on|to|at|into)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,4}$")
# "They left the shuttle for a spacewalk" and not for the station or for home.
_FOR_SPACE = re.compile(
    r"[^.;:]{0,40}?\b(?:to\s+walk\b|(?:for|on|to\s+\w+(?:\s+out)?)\s+(?:an?|the|their|his|her|its)\s+(?:[\w-]+\s+){0,4}"
    r"(?:space-?walk|walk|EVA|excursion|outing|sortie)|(?:for|into|in)\s+(?:(?:the|open|outer)\s+){0,2}(?:space|void|vacuum)\b"
    r"|(?:through|via)\s+(?:[\w'’-]+\s+){1,5}(?:hatch|airlock|compartment)\b)"
)
_LANDED_AFTER = AnyCase(r"[^.;:]{0,30}?\b(?:splash|land|touch|recover|Earth|home|dock)")
_HATCH_OF = AnyCase(
    r"\b(?:(?:exit|outer|opened|open|closed|shut|egress)\s+(?:the\s+)?(?:\w+\s+)?hatch(?:es)?|"
    r"door|(?:through|via|by|out\s+of)\s+(?:the\s+|an?\s+)?(?:[\w-]+\s+){0,3}(?:hatch|airlock|"
    r"section|compartment))\s+(?:of|in|on)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,5}$"
)
# Beside the name of a module that is all airlock, less is enough ("left its Quest module").
_LEFT = AnyCase(
    rf"\b(?:left|leav(?:e|es|ing)(?:\s+(?:from|through))?|depart(?:ed|ing)|came\s+out\s+of|"
    rf"(?:spacewalk|EVA|walk|work\w*|made|done|conducted|performed|staged|operat\w+|carried\s+out|place)\s+(?:on\s+[\w\s,.]{{3,25}}\s)?(?:from|out\s+of))\s+{_THE}"
    r"(?:(?:[\w.-]+\s+){0,3}[\w.-]+['’‘]s\s+)?(?:[\w'’.-]+\s+)?$"
)
_USED = AnyCase(
    rf"\b(?:through|via|by\s+way\s+of|using|pressure\s+in|vacuum\s+in|air\s+(?:out\s+)?of|(?:de|"
    rf"re)pressuri[sz](?:ation\s+of|e|es|ed|ing)|re-?enter(?:s|ed|ing)?|"
    rf"(?:suit\w*\s+up|wait\w*|back|camp\w*|sealed|safely|battery\s+power|night)\s+(?:up\s+)?(?:(?:while\s+)?(?:in|inside)|"
    rf"into))\s+{_THE}(?:[\w‘’'.-]+\s+){{0,3}}$"
)
_RETURNED = AnyCase(
    rf"\b(?:returned|got\s+back|went\s+back|"
    rf"came\s+back)\s+(?:safely\s+)?(?:in)?to\s+{_THE}(?:[\w‘’'.-]+\s+){{0,2}}$"
)
_HOME_AFTER = re.compile(
    r"^(?:\s+[a-z]+){0,3}?\s*(?:[.,;]|\s(?:(?:at|around|about)\s+\d+|shortly|just|before|following|after|on\s+\w+day|by)\b|$)"
)
# Beside the name of a capsule, to be outside it is to have gone out of it.
_OUTSIDE = AnyCase(
    rf"\b(?:outside(?:\s+of)?|free\s+of|free\s+from|out\s+of|from|"
    rf"in\s+the\s+hatch\s+of)\s+{_THE}(?:[\w‘’'.-]+\s+){{0,2}}$"
)
_WENT = AnyCase(
    r"\b(?:was|were|been|went|float\w*|(?:space[\s-]?)?walk\w*|EVA|spen[dt]\w*|blind|hung|stood|stepp\w+|drift\w*|"
    r"ventur\w+|dangl\w+|tumbl\w+|sail\w+|minutes|hours?)\s(?:[^.;]|\b(?:ft|in|no)\.){0,40}$"
)


def _bare_exit(text: str, start: int, end: int, kind: str | None) -> tuple[bool, int | None]:
    """Whether a bare name is an exit, and where the verb of leaving stands before it."""
    first = max(0, start - 80)
    before, after = text[first:start], text[end : end + 60]
    if text[start:end].endswith("bay"):
        # The bay is where one gets to; it names the craft only as its own.
        through = _OUT_OF_BAY.search(before)
        named = _OF_CRAFT.match(after) or _ITS_BAY.search(before)
        opened = text.startswith("open", start) and _INTO_OPEN.search(before)
        theirs = named and (opened or _INTO_BAY.search(before))
        exits = bool(theirs or _HATCH_TO.search(before))
        return exits, first + through.start() if through else None
    if _HOLD_AFTER.search(after):
        return False, None
    toward = re.search(r"\b(?:toward|towards|to)\s+(?:the\s+)?$", before)
    found = _LEAVE.search(before) or _stepped(before, kind) or _left(before, after, kind)
    if found is not None and found[0][:3].lower() == "out" and _TAKEN_OUT.search(before):
        return False, None
    if found is not None and not toward:
        return True, first + found.start()
    return _is_way_out(before, after, kind), None


def _stepped(before: str, kind: str | None) -> re.Match[str] | None:
    """The verb of stepping outside; to go outside is to leave only what has no airlock."""
    found = _STEPPED.search(before)
    return None if found and kind is None and _ONLY_WENT.match(found[0]) else found


def _left(before: str, after: str, kind: str | None) -> re.Match[str] | None:
    """The verb of leaving, where to leave a craft of that kind is to go outside."""
    if kind is None:
        return _LEFT.search(before) if _FOR_SPACE.match(after) else None
    return _LEFT.search(before) if kind == "module" or not _LANDED_AFTER.match(after) else None


def _is_outside(before: str) -> bool:
    """As in "drifted away from his capsule", and not "took a box from his capsule"."""
    outside = _OUTSIDE.search(before)
    if outside is None or _BACK_IN.search(before):
        return False
    return _WENT.search(before[: outside.start() + 1]) is not None


def _is_way_out(before: str, after: str, kind: str | None) -> bool:
    """Whether the words beside a name tell of its hatch, its air or the way back in."""
    if _HATCH_OF.search(before) or (_HATCH_IN.search(before) and _OPENED_AFTER.match(after)):
        return True
    if kind == "module":
        if _RETURNED.search(before):
            return _HOME_AFTER.search(after) is not None
        return _USED.search(before) is not None or _AIR_AFTER.match(after) is not None
    if kind == "capsule":
        return not _ITS_PARTS.match(after) and _is_outside(before)
    return False
