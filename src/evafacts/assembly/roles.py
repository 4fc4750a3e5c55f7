"""Who goes outside and who helps: the part each named person plays in a sentence."""

import re
from collections.abc import Sequence

from evafacts.assembly.clauses import Clause, clauses
from evafacts.assembly.listed import SUPPORT_AFTER, TRAVEL_BEFORE, groups
from evafacts.assembly.swaps import is_dropped, substitute
from evafacts.mentions.people import PersonMention
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.tasks import TaskMention
from evafacts.mentions.values import value

_WALKER_AFTER = re.compile(
    r"^(?:,\s+who\s+was\s+(?:out(?:side)?\s+)?with\s+(?:him|her)\b|[^.;]{0,70}?\b(?:EV-?\s?[12]|extravehicular\s+crew|lead\s+spacewalker|red\s+stripe|white\s+(?:suit|spacesuit)))",
    re.I,
)
_SUPPORT_BEFORE = re.compile(
    r"\b(?:(?:operat|controll|assist|help|driv|guid|monitor|manoeuvr|maneuver|mann|command|choreograph|photograph|coordinat|direct|support|work|run|flown|observ)\w*\s+by|"
    r"(?:help|assistance|support|guidance)\s+(?:of|from)|instead\s+of|in\s+place\s+of|in\s+lieu\s+of|replac(?:es|ing|e|ed)|filling\s+in\s+for|substitut\w+\s+for|"
    r"tak(?:es|ing|e)\s+(?:over\s+)?(?:from|the\s+place\s+of)|took\s+the\s+place\s+of|according\s+to|thank\w*|wife|husband|son|daughter|"
    r"(?:father|mother|wife|husband|son|daughter|brother|sister|uncle|president|minister|administrator|chief|head|scientist|researcher|spokes\w+|director|manager|governor|senator|author|professor)\b,?|arm\s+(?:operators?|folks|drivers?|crew|team)|robotics\s+officers?|[Cc]apcom|CAPCOM|flight\s+director|spokes\w+|intravehicular\s+\w+|"
    r"leav\w+|beat(?:en|ing|s)?(?:\s+out)?|ahead\s+of|unlike|besides|than|from\s+inside(?!,)(?:(?!\b(?:while|when|whereas|as\s+(?:[A-Z]|$)))[^.;,]){0,40}(?=\s)|\bcontrols?(?!,)(?:(?!\b(?:while|when|whereas|as\s+(?:[A-Z]|$)))[^.;,]){0,30}(?=\s)|crewmates?\s+inside|guidance\s+from|radioed|joining|remain\w*(?!,)(?:(?!\b(?:while|when|whereas|as\s+(?:[A-Z]|$)))[^.;,]){0,20}(?=\s)|[Ll]ike|(?:held|owned|shared)\s+by|emulat\w+|surpass\w+|overt(?:ook|ak\w+)|eclips\w+)[\s,]+"
    r"(?:(?:by|the|fellow|commander|pilot|astronauts?|cosmonauts?|flight|engineers?|mission|specialists?|crewmates?|colleagues?|NASA|ESA|JAXA|[A-Z][\w.’'-]*(?=\s[a-z])|"
    r"his|her|their|rival|European|Japanese|Russian|Canadian|American|station|crew|were|was|are|is)[\s,]+){0,6}$"
)
_SPEECH_AFTER = re.compile(
    r"^[\s,”\"]*(?:said|says|told|added(?!\s+(?:it|them|the|an?|two|three|four|another|more|new)\s)|explained|radioed|tweeted|wrote|joked|recalled|noted|replied|reported|exclaimed|called)\b"
    r"|^\s+[a-z]+\s+(?:[a-z]+\s+)?to\s+[\w ]{3,25}:\s*[“\"‘]"
)
_SPEECH_BEFORE = re.compile(
    r"(?:\b(?:said|told|says|radioed|added|joked|recalled|called|cried|replied|wrote|reported|asked)|[”\"][\s,]*)\s*"
    r"(?:(?:the|fellow|commander|astronauts?|cosmonauts?|flight|engineers?|crewmates?|[A-Z]{3,8})[\s,]+){0,4}$"
)
_TRAVEL_AFTER = re.compile(
    r"[\s,]*(?:(?:were|had|was|been|have|both|then|also|first)\s+){0,3}(?:launch|lift\w*\s+off|blast\w*\s+off|splash|land(?:ed|ing)|dock|undock|"
    r"rendezvous|flew|fl(?:y|own)\b|return\w*\s+(?:to\s+Earth|home)|arriv|killed\b)"
)
_NOT_SUBJECT = re.compile(r"[.;:!?—]|\b(?:and|who|when|while|as|before|after|that|said|says)\s")
_WALK_WITH = re.compile(
    r"\b(?:space\s?walk|EVA|outing|excursion|sortie)\s+\(?(?:together\s+)?(?:with|alongside)\s+(?:[\w'’.-]+\s+){0,4}$"
)
_TITLES = re.compile(
    r"(?:[\W_]|\b(?:station|shuttle|mission|flight|fellow|science|commander|engineer|pilot|specialist|astronaut|cosmonaut|"
    r"crewmate|of|the|and|NASA|ESA|JAXA|CSA|Roscosmos)s?\b)*",
    re.I,
)
"""What may stand with names in a line that holds nothing else: "Commander Jo Doe and Al Roe."."""
_CONTACT = re.compile(r"\w@\w|\d{3}[-.\s]\d{3,4}[-.\s]?\d{4}")
"""What stands under the names of those to be asked: a telephone, an address."""
_MAKES = re.compile(
    r"\b(?:ma[dk]e|conduct|perform|did|does|do|complet|carr(?:y|ied|ies)|beg[ai]n|finish|bec(?:o|a)me|t[ao]ke?|sp[ae]n[dt]|ha[sd]\b)"
)
_AGENT_BEFORE = re.compile(r"\b(?:spacewalkers?|walkers)[\s,:]+(?:[A-Z][\w.]*\s+)?$", re.I)
# "Spacewalkers Roe and Doe helped to guide the arm": they are out, whatever they do there.
_SPACEWALKERS_BEFORE = re.compile(r"\b[Ss]pace-?walkers\s+$")
# "The walk will feature two of the four aboard, Roe and Doe".
_FEATURES_BEFORE = re.compile(
    r"\b(?:featur|involv|includ|pair|team)\w*\s+(?:[\w'’-]+\s+){0,8}(?:[—–:,-]\s+)?(?:[\w'’-]+\s+){0,4}$"
)
# "Then it was the turn of Roe", "it was Roe's turn".
_TURN_BEFORE = re.compile(r"\bturn\s+of\s+(?:[\w'’-]+\s+){0,3}$")
_TURN_AFTER = re.compile(
    r"['’]s?\s+turn(?:[.,;]|\s+(?:to\s+(?:go|step|leave|float|try|stand)|outside|out)\b)"
)
# "Roe wore Doe's suit".
_OTHERS_SUIT = re.compile(
    r"\b(?:wore|wear(?:s|ing)?|us(?:e|es|ed|ing)|borrow\w*|donn\w*|inside|in)\s+(?:[a-z]+naut\s+)?$"
)
_SUIT_AFTER = re.compile(r"['’]s?\s+(?:[a-z]+\s+)?(?:space)?suit\b")
_OF_WALK = re.compile(
    r"\b(?:by|of|with|for|from|see|sees|saw|featur\w+|featuring|includ\w+|involv\w+)\s+(?:(?:the|astronauts?|cosmonauts?|flight|engineers?|commander|[A-Z][\w.’']*|\([A-Z]{2,5}\)|two|both|crew)\s+){0,7}$"
)
_PARTNER_BEFORE = re.compile(
    r"\b(?:his|her)\s+(?:[\w-]+\s+){0,2}(?:partner|companion|co-?walker)\b[\s,]+(?:[\w'’.-]+[\s,]+){0,4}$",
    re.I,
)
# "Roe, his companion on the first walk".
_PARTNER_AFTER = re.compile(
    r",\s+(?:his|her)\s+(?:[\w-]+\s+){0,2}(?:partner|companion|co-?walker|crewmate|colleague)\s+"
    r"(?:on|in|for|during|outside)\b"
)
_DONE_BY = re.compile(
    r"\b(?:tasks?|jobs?|work|repairs?|plan|rescue|effort|installation|excursion|outing|operation|replacement)\b[^.;:]{0,25}?"
    r"\b(?:executed|performed|carried\s+out|conducted|done|undertaken|accomplished|completed|made)\s+by\s+"
    r"(?:(?:the|fellow|[A-Z][\w.’']*|two|astronauts?|cosmonauts?|spacewalkers?|flight|engineers?)\s+){0,5}$"
)
# "She was followed by Roe", "Roe was swapped for Doe".
_FOLLOWED_BY = re.compile(
    r"\bin\s+(?:the\s+)?company\s+of\s+(?:[\w'’.-]+\s+){0,9}$|"
    r"\b(?:followed|accompanied|joined|partnered|(?:replaced|swapped|exchanged)(?=\s+(?:by|for|with)))\s+"
    r"(?:[a-z]+\s+){0,3}?(?:by|for|with)\s+"
    r"(?:(?:the|fellow|his|her|[A-Z][\w.’']*|[a-z]+naut|colleague|crewmate|compatriot|flight|engineer|commander|partner)\s+){0,5}$"
)
_FIRST_BEFORE = re.compile(
    r"\b(?:first|second|last|next)\s+(?:out|to\s+(?:leave|exit|emerge|go|step|float|venture)\b[^.;]{0,60})\s+"
    r"(?:was|is|were|will\s+be)\s+(?:(?:the|fellow|commander|[a-z]+naut|flight|engineer|[A-Z][\w.’']*)\s+){0,4}$"
)
_FOLLOWS_AFTER = re.compile(
    r"(?:,\s+(?:the|his|her|an?)\s+[\w\s-]{3,40},)?,?\s+(?:(?:then|soon|quickly|shortly|will|would|was\s+to)\s+){0,2}"
    r"(?:follow(?:s|ed)?(?=[.,;]|\s+(?:him|her|suit|(?:[\w-]+\s+){0,3}later|after|soon|shortly|out\b|behind))|"
    r"c[ao]me\s+(?:next|second|behind)|join(?:s|ed)?\s+(?:him|her)\b|w[ea]nt\s+(?:out\s+)?(?:next|second|with\s+(?:him|her))\b|"
    r"(?:was|is|be)\s+(?:out\s+|outside\s+|(?:right\s+)?there\s+)?(?:with|beside|right\s+behind|behind)\s+(?:him|her)\b)"
)
_NTH_OF = re.compile(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
    r"(?:\s+(?!flight|mission|trip|launch|visit|stay|time)[\w-]+){0,4}\s+(?:for|of|by)\s+"
    r"(?:(?:the|his|her|fellow|[A-Z][\w.]*['’]?s?|astronaut|cosmonaut|commander|flight|engineer)\s+){0,4}$"
)
_SEATED_AFTER = re.compile(
    r"^[^.;:]{0,60}?\b(?:remain|stay|sat|sit|wait|follow|watch|look|help|kept|ke+p)\w*\s+(?:[\w'’]+\s+){0,4}(?:in|from|on)\s+"
    r"(?:the\s+\w+['’]s|their|his|her)\s+(?:seats?|couch(?:es)?)\b"
)
# "Roe walked in space while Doe stood in the hatch"; alone, who stands in it is out there.
_HATCH_AFTER = re.compile(
    r"\s+(?:stood|st[oa]nd\w*|wait\w*|work\w*|stay\w*)\s+(?:[a-z]+\s+)?(?:in|at|by|near)\s+(?:the|his|her|its|an?)\s+(?:[a-z]+\s+)?hatch"
)
_WHILE_BEFORE = re.compile(r"\w[^.;]*\b(?:while|as|and|with)\s+(?:[\w.’']+\s+){0,3}$")
_ARM_AFTER = re.compile(
    r"^[^.;:,]{0,60}?\b(?:with|using|by)\s+the\s+(?!help|aid)(?:[\w'’-]+\s+){0,3}(?:robot\w*|mechanical)\s+arm\b"
)
_IS_ONE = re.compile(r"\b(?:is|are|was|were|be|been|as|bec[ao]me)\s+(?:[\w'’-]+\s+){0,4}$")
_RELIEF_BEFORE = re.compile(r"\b(?:relief|replacements?|successors?)\b[^.;:]{0,60}$", re.I)
_OUTSIDE_AFTER = re.compile(
    r"^(?:['’]s)?[\s,]+(?:\d\d,\s+)?(?:(?:then|was|were|is|are|had|has|been|also|both|already|slowly|in\s+(?:his|her)\s+turn)[\s,]+){0,3}"
    r"(?:float|rode|rid(?:es|ing)\b|clung|cling|drift|crawl|clamber|climb|stood\s+(?:on|in)|first\s+out|out[,.]|"
    r"left\s+first|c[oa]m(?:es?|ing)\s+(?:in\s+(?:behind|after|again)|up\s+through|out)|pull\w*\s+(?:him|her)self|emerg|tether|hand\s+over\s+hand)"
)
# "The walk came two years after Roe had gone out".
_YEARS_AFTER = re.compile(
    r"\b(?:days?|weeks?|months?|years?|decades?)\s+(?:after|before|since)\s+(?:(?:the|fellow|[a-z]+naut|[A-Z][\w.’']*)\s+){0,4}$"
)
_TOOK_BEFORE = re.compile(r"\b(?:took|takes?|taken|cost|kept|kept\s+busy)\s+$")
_TOOK_AFTER = re.compile(r"^\s+(?:[\w-]+\s+){1,6}?(?:hours?|minutes)\b")
_SWAPPED = re.compile(
    r"\b(?:originally|initially|previously|was\s+to\s+have|were\s+to\s+have|had\s+been\s+(?:scheduled|assigned|due|set)|was\s+(?:originally|initially|supposed))\b",
    re.I,
)


_MOST = 3  # people outside together
_BESIDE, _NEXT, _FAR = 60, 12, 100  # characters
_OUTSIDE = 2
OUT, SPOKE = -3, -1
"""Scores of somebody who stays in, and of somebody who is only quoted."""


def identity(person: PersonMention) -> str:
    """Who a person is: the roster's key, else the name."""
    return person.key or person.name


@value
class Part:
    """The part that people listed together play: ``score`` is above 0 for going outside.

    It is ``OUT`` for helping from inside or on Earth, ``SPOKE`` for being quoted. ``company`` says
    that they are named as somebody's partner alone: "a spacewalk with Roe", ``dropped`` that they
    do not go after all, ``travel`` that their journey alone is told: "Doe and Roe landed". Where
    ``at`` is given, the part is told there, and not at the name.
    """

    people: tuple[PersonMention, ...]
    score: int
    anchor: SpacewalkMention | None
    company: bool = False
    dropped: bool = False
    travel: bool = False
    at: int | None = None


def parts(
    text: str,
    sentence: Sentence,
    people: Sequence[PersonMention],
    anchors: Sequence[SpacewalkMention],
    tasks: Sequence[TaskMention],
) -> list[Part]:
    """Judge every group of people named in ``sentence``."""
    if not people:
        return []
    spans = clauses(sentence)
    listed = groups(text, people, anchors)
    found = [_judge(text, sentence, group, anchors, tasks, spans) for group in listed]
    if (instead := substitute(text, sentence, people)) is not None:
        person, at = instead
        anchor = _nearest_anchor(at, at, anchors, spans)
        found.append(Part((person,), 3, anchor, at=at))
    return found


def _judge(
    text: str,
    sentence: Sentence,
    group: tuple[PersonMention, ...],
    anchors: Sequence[SpacewalkMention],
    tasks: Sequence[TaskMention],
    spans: Sequence[Clause],
) -> Part:
    start, end = group[0].start, group[-1].end
    before = text[max(sentence.start, start - 110) : start]
    after = text[end : min(sentence.end, end + 130)]
    anchor = _nearest_anchor(start, end, anchors, spans)
    if all(p.role in ("ground", "inside") for p in group):
        return Part(group, OUT, anchor)
    if len(group) == 1 and is_dropped(text, group[0]):
        return Part(group, OUT, anchor, dropped=True)
    if _WALKER_AFTER.match(after) or (len(group) > 1 and _SPACEWALKERS_BEFORE.search(before)):
        return Part(group, 3, anchor)
    if _is_label(text, group[0]):
        return Part(group, SPOKE, anchor)
    if _SUPPORT_BEFORE.search(before) or SUPPORT_AFTER.match(after):
        return Part(group, OUT, anchor)
    if _HATCH_AFTER.match(after) and _WHILE_BEFORE.search(text[sentence.start : start]):
        return Part(group, OUT, anchor)
    if _SEATED_AFTER.search(_own_words(after)) or _ARM_AFTER.match(after):
        return Part(group, OUT, anchor)
    if len(group) == 1 and _SWAPPED.search(after[:60]):
        return Part(group, OUT, anchor)
    if _SUIT_AFTER.match(after) and _OTHERS_SUIT.search(before):
        return Part(group, 0, anchor)
    if _YEARS_AFTER.search(before) and any(a.end <= start for a in anchors):
        return Part(group, 0, anchor)
    if TRAVEL_BEFORE.search(before) or _RELIEF_BEFORE.search(before):
        return Part(group, 0, anchor)
    if (
        _FIRST_BEFORE.search(before)
        or _DONE_BY.search(before)
        or _FOLLOWED_BY.search(before)
        or _FOLLOWS_AFTER.match(after)
        or _TURN_AFTER.match(after)
        or _TURN_BEFORE.search(before)
    ):
        return Part(group, 3, anchor)
    if _AGENT_BEFORE.search(before) or _names_only(text, sentence, group):
        return Part(group, 4, anchor)
    if _TOOK_BEFORE.search(before) and _TOOK_AFTER.match(after):  # "It took Roe and Doe five hours"
        return Part(group, 3, anchor)
    if _PARTNER_BEFORE.search(before) or _PARTNER_AFTER.match(after):
        return Part(group, 3, anchor, company=True)
    if _NTH_OF.search(before) and _is_walk(anchor):
        return Part(group, 3, anchor)
    if _SPEECH_AFTER.match(after) or _SPEECH_BEFORE.search(before):
        return Part(group, SPOKE, anchor)
    score = 0
    untold = all(p.key is None and p.role is None for p in group)
    if untold and len(group) == 1 and not _goes(text, end, anchor) and not _works(end, tasks):
        return Part(group, 0, anchor)
    if anchor is not None:
        score = _score_anchor(text, group, anchor, spans)
    follows = [
        t for t in tasks if 0 <= t.start - end < 90 and t.agent != "other" and t.form != "passive"
    ]
    if follows and not any(a < follows[0].start and a > end for a in _stops(spans, end)):
        score += 2
    if score < _OUTSIDE and not untold and _OUTSIDE_AFTER.match(after):
        score = _OUTSIDE
    if len(group) == 2 and score > 0:
        score += 1
    company = bool(_WALK_WITH.search(before))  # "a spacewalk with Roe"
    travel = score < _OUTSIDE and _TRAVEL_AFTER.match(after) is not None
    score = max(score, 3) if company and score else score
    return Part(group, score, anchor, company=company, travel=travel)


def _is_label(text: str, one: PersonMention) -> bool:
    """Whether a name only says who speaks: a line that begins with "Jo Roe: Well, …"."""
    opens = not one.start or text[: one.start].rstrip(" ")[-1:] == "\n"
    return opens and text[one.end : one.end + 1] == ":"


def _names_only(text: str, sentence: Sentence, group: tuple[PersonMention, ...]) -> bool:
    """Whether a line holds two or three names and nothing else, as under the heading of a walk."""
    if not 1 < len(group) <= _MOST:
        return False
    if _CONTACT.search(text, sentence.end, sentence.end + 90):
        return False
    around = f"{text[sentence.start : group[0].start]} {text[group[-1].end : sentence.end]}"
    return _TITLES.fullmatch(around) is not None


def _is_walk(anchor: SpacewalkMention | None) -> bool:
    """Whether a mention is a word for one spacewalk: "the fourth spacewalk for Roe"."""
    return anchor is not None and anchor.kind == "noun" and not anchor.plural


def _own_words(after: str) -> str:
    """What follows a name, to the end of the clause or the next name."""
    return re.split(r"[;:]|[.]\s|,\s+(?:and|while|as)\s", after, maxsplit=1)[0]


def _goes(text: str, end: int, anchor: SpacewalkMention | None) -> bool:
    """Whether somebody of whom no title speaks is said to go out: "Roe left the airlock"."""
    if anchor is None or anchor.kind in ("agent", "work") or not 0 <= anchor.start - end < _BESIDE:
        return False
    between = text[end : anchor.start]
    if _NOT_SUBJECT.search(between):
        return False
    return anchor.kind != "noun" or bool(_MAKES.search(between))


def _works(end: int, tasks: Sequence[TaskMention]) -> bool:
    """Whether somebody of whom no title speaks does the work of a crew: "Roe bolted it down"."""
    return any(
        t.agent == "crew"
        and t.strength == "strong"
        and t.form != "passive"
        and 0 < t.start - end < _NEXT
        for t in tasks
    )


def _stops(spans: Sequence[Clause], end: int) -> list[int]:
    return [c.start for c in spans if c.start > end][1:]


def _nearest_anchor(
    start: int, end: int, anchors: Sequence[SpacewalkMention], spans: Sequence[Clause]
) -> SpacewalkMention | None:
    def distance(anchor: SpacewalkMention) -> int:
        if start <= anchor.start < end:
            return 0
        gap = anchor.start - end if anchor.start >= end else start - anchor.end + 15
        crossed = sum(min(start, anchor.start) < c.start < max(start, anchor.start) for c in spans)
        return max(gap, 0) + 50 * crossed

    return min(anchors, key=distance, default=None)


def _score_anchor(
    text: str, group: tuple[PersonMention, ...], anchor: SpacewalkMention, spans: Sequence[Clause]
) -> int:
    start, end = group[0].start, group[-1].end
    if start <= anchor.start < end:  # "She made a spacewalk with Roe"
        return 3
    crossed = sum(min(start, anchor.start) < c.start < max(start, anchor.start) for c in spans)
    if anchor.kind == "agent" and anchor.start >= end:  # "Roe fed the spacewalkers oxygen"
        return 3 if _IS_ONE.search(text[end : anchor.start]) else 0
    if anchor.start >= end:
        return 3 if crossed <= 2 and anchor.start - end < 160 else 1
    between = text[anchor.end : start]
    if len(between) < 90 and _OF_WALK.search(between):
        return 3
    if anchor.kind == "noun" and len(between) < 90 and _FEATURES_BEFORE.search(between):
        return 3
    if crossed > 1 or len(between) >= _FAR:
        return 0
    return 2 if anchor.kind == "exit" else 1
