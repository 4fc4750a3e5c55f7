"""Who is listed together in a sentence: "A and B", "A, a pilot, and B", "she … with B"."""

import re
from collections.abc import Sequence

from evafacts.assembly.swaps import is_dropped
from evafacts.mentions.people import PersonMention
from evafacts.mentions.pronouns import COMPANY
from evafacts.mentions.spacewalks import SpacewalkMention

_JOIN = re.compile(
    r"(?:['’]s?)?\s*(?:\([^()]{0,40}\))?\s*,?\s*"
    r"(?:of\s+(?:the\s+)?[A-Z][\w .’']{1,50}?|,\s*\d\d)?[\s,]*(?:\([A-Z]{2,9}\)[\s,]*)?"
    r"(?:and|&|,|with|along\s+with|together\s+with|/|alongside|(?:(?:will|would)\s+)?join(?:s|ed)?(?:\s+by)?)?"
    r"[\s,]*(?:(?:[A-Z][\w.’'-]*|of|the|fellow|crewmate|astronauts?|cosmonauts?|flight|engineers?|commander|his|her|colleague|partner|mission|specialist|compatriot|companion|namesake|countryman|"
    r"pilot|medical|officer|doctor|board|onboard|private|entrepreneur|billionaire|researcher|payload|"
    r"from|agency|crew|crewmates?|station|spacewalkers?|veteran|rookie|both|a|an|French|company|employee|"
    r"trainer|instructor|executive|team|member|\d+)[\s,]+){0,9}"
)
_APPOSED = re.compile(
    r",\s+(?:an?|the|of|now|\d\d|(?:his|her)\s)[^;:()“”\"]{1,100},\s+(?:and|with|joined\s+by)\s+(?:[\w'’-]+\s+){0,3}"
)
_HAS_LINK = re.compile(r"\b(?:and|with|alongside|join(?:s|ed)?)\b|,|&|/")
SUPPORT_AFTER = re.compile(
    r"^(?:['’]s)?[\s,]*(?:\([^)]*\)[\s,]*)?(?:(?:who|will|would|was|were|is|are|has|have|had|be|been|also|both|then|meanwhile|and|of|from|the|a|an|in|"
    r"[A-Z][\w-]*|flight|engineers?|astronauts?|commander|both|turn|to)[\s,]+){0,9}?"
    r"(?:operat|supervis|(?<!['’]s\s)help(?!\w*\s+to\b)|help\s+from\s+(?:inside|within)|assist|support|monitor|guid(?:e|ing)|choreograph|coordinat|(?:remain|stay)\w*\s+(?:(?:safely|back)\s+)?(?:in(?:side|doors)?|within|behind|(?<!staying\s)(?:at|aboard|on)|belted|strapped|buckled|seated)\b|(?:advis|coach|(?:talk|walk)\w*\s+(?:him|her|them|the\s+\w+)\s+through)|(?:rais|lower|sw[iu]ng|hoist|carr(?:y|ie)|mov|lift|ferr(?:y|ie)|steer)\w*\s+(?:both\s+)?(?:the\s+)?(?:two\s+)?(?:him|her|them|men|women|spacewalkers|pair|duo|astronauts|cosmonauts|crewmates)\b|watch|controll|driv|drove|maneuver|manoeuv|look(?:s|ed|ing)?\s+on\b(?!\s+from\s+the\s+(?:cargo\s+|payload\s+)?bay)|"
    r"(?:photograph|film)(?=\w*\s+(?:him|her|them|everything|it\s+all|from|through|[A-Z]|(?:the|their|every)\s+(?:\w+\s+)?(?:space\s?walk|walk|EVA|excursion|outing|work|repair|crew|pair|two|men|women|step|progress|activit|\w+naut)))|suit\w*\s+up(?=\s+(?:the\b|their|his|her|[A-Z]))|mann|direct|provid|(?:keep|kept)\w*\s+(?:\w+\s+){0,2}(?:watch|eye|checklist|track|time|tabs|company)|communicat|(?:at|on|behind)\s+(?:the|its)\s+controls|work\w*\s+at\s+(?:[\w'’]+\s+){0,4}controls|(?:was|were|is|are|work\w*)\s+inside|inside\s+the|(?:work\w*\s+with\s+them\s+)?from\s+(?:inside|within)|ensur|back(?:ed|ing)\s+(?:them|the|up)|lent\s+a\s+hand|(?:held|hung|holds?|hangs?)\s+(?:on\s+)?(?:to\s+)?(?:his|her)\s+(?:legs|ankles|feet)|minded|stood\s+by|stand\w*\s+by|read\s+out|"
    r"wait\w*\s+(?:\w+\s+)?(?:inside|in\s+(?:the|their)\b|aboard)|(?:radio|call|sa(?:id|ys)\b|told|ask|repl|shout)\w*\s+(?:[\w'’]+\s+){0,4}from\s+(?:inside|within|the\s+(?:cabin|cockpit|flight\s+deck))|head\w*\s+the\s+team|(?:had|has|took|take\w*|at)\s+(?:the|its)\s+(?:[\w'’]+\s+){0,2}controls|"
    r"orchestrat|oversaw|oversee|track|wield|us(?:e|ed|ing)\s+(?:the\s+)?(?:[\w'’-]+\s+){0,3}(?:robotic\s+)?arm|"
    r"fl(?:y|ew)\s+the|work\w*\s+the\s+(?:[\w'’]+\s+){0,4}arm|r(?:an|un)\w*\s+the\s+(?:[\w'’]+\s+){0,4}(?:arm|crane|suit-up|checklist|robotics)|(?:was|were|been)\s+replaced|act\w*\s+as\s+(?:the\s+)?(?:intra|capcom|IV)|"
    r"serv\w*\s+as\s+(?:the\s+)?(?:intra|capcom|IV|backup)|as\s+(?:the\s+)?(?:intra|IV\b))",
)
"""What follows somebody who stays in and helps."""
TRAVEL_BEFORE = re.compile(
    r"\b(?:(?:arriv|launch|fly|travel|return|land|dock|liv|serv|train)\w*|flew|flown|came\s+up|went\s+up|who)\s+"
    r"(?:\w+\s+){0,4}(?:with|alongside)\s+(?:(?:the|fellow|[A-Z][\w.’']*)\s+){0,3}$"
)
"""What stands before the company of a journey."""
_OUT = re.compile(r"(?!.*\btimes\b).*\b(?:out(?:side)?|suited)\b", re.S)


def groups(
    text: str, people: Sequence[PersonMention], anchors: Sequence[SpacewalkMention] = ()
) -> list[tuple[PersonMention, ...]]:
    """Put people who are listed together ("A and B", "A, B and C") into groups."""
    result: list[list[PersonMention]] = []
    for person in people:
        if result and text[person.start : person.end] != "who":
            between = text[result[-1][-1].end : person.start]
            linked = len(between) < 110 and _HAS_LINK.search(between) and _JOIN.fullmatch(between)
            listed = linked and not _set_beside(text, result[-1][0], between)
            if (
                listed
                or _apposed(between)
                or _with_pronoun(text, result[-1][-1], person)
                or _in_company(text, result[-1], person, anchors)
            ):
                result[-1].append(person)
                continue
        result.append([person])
    return [tuple(group) for group in result]


def _set_beside(text: str, one: PersonMention, between: str) -> bool:
    """Whether somebody is only a measure for the next: "Like Roe, Doe is a doctor"."""
    before = text[max(0, one.start - 40) : one.start]
    return between.strip() == "," and _LIKE_BEFORE.search(before) is not None


_LIKE_BEFORE = re.compile(r"\b(?:Like|Unlike|like|unlike)\s+(?:[\w.’']+\s+){0,3}$")


def _apposed(between: str) -> bool:
    """Whether a list goes on after an apposition: "A, a Navy captain from St. Paul, and B"."""
    return len(between) < 130 and bool(_APPOSED.fullmatch(between))


def _with_pronoun(text: str, one: PersonMention, other: PersonMention) -> bool:
    """Whether two go together as in "With Roe she spent three hours outside"."""
    if text[one.end : other.start].strip(" ,") or other.end - other.start > len("she"):
        return False
    return text[max(0, one.start - 30) : one.start].lower().rpartition("with ")[1] != ""


def _in_company(
    text: str,
    group: Sequence[PersonMention],
    other: PersonMention,
    anchors: Sequence[SpacewalkMention],
) -> bool:
    """Whether two go together as in "she will be outside once more, with Roe for company"."""
    one = group[-1]
    if len(group) > 1 or COMPANY.fullmatch(text, one.end, other.start) is None:
        return False
    if is_dropped(text, one) or TRAVEL_BEFORE.search(text[one.end : other.start]):
        return False
    if text[one.start : one.end].lower() in ("he", "she", "who"):
        return True
    told = any(one.end <= a.start < other.start and a.kind != "agent" for a in anchors)
    if not told and not _OUT.match(text[one.end : other.start]):
        return False
    return SUPPORT_AFTER.match(text[other.end : other.end + 60]) is None
