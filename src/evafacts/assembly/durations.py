"""Whether a length of time is the spacewalk's own, planned or actual."""

import re
from collections.abc import Sequence

from evafacts.mentions.sentences import Sentence
from evafacts.mentions.temporal import Temporal

_MODIFIERS = (
    r"(?:(?:about|around|approximately|roughly|nearly|almost|just|over|under|more|less|than|some|an?|the|its|their|official|full|total|of|at|only|exactly|"
    r"estimated|planned|scheduled|grueling|marathon|whopping|record|expected|entire|another|up|to|them|for|shy|well|in|close|good|little|mere|by|out)\s+){0,5}"
)
_SURE_VERB = re.compile(
    r"\b(?:last(?:ed|ing|s)?|spen[dt]|spends|spending|clock(?:ed|ing|s)?(?:\s+in)?|took|take|takes|taking|ran|runs?|running|conclud(?:ed|ing|es)|wrapp(?:ed|ing)(?:\s+up)?|"
    r"complet(?:ed|ing)(?:\s+(?:it|the\s+\w+))?|ended(?:\s+\w+)?|out(?:side)?(?:\s+(?:of\s+)?(?:the|their|its)\s+(?:[\w'’]+\s+){0,4})?|work(?:ed|ing|s)?|stay(?:ed|ing)?(?:\s+out(?:side)?)?|put(?:ting)?\s+in|be\s+out|were\s+out|allotted|allowed|"
    r"budgeted|set\s+aside|scheduled|planned|laid\s+out|duration|length|time|clock|managed|floated|walk(?:ed|ing)?|totall?(?:ed|ing)|lasting|continue[ds]?|endured|"
    r"stretched|estimated|expected|timelined|toiled|labou?red|after|spacewalks?|EVA|excursion|outing|hatch|space|vacuum|needed|require[ds]?|forecast|went\s+on|amount(?:ed|s)?\s+to|came\s+to|stood\s+at|added\s+up\s+to|ran\s+to|"
    r"(?:duration|length|time)\b[^.;]{0,45}\b(?:was|is|of)|provided\s+for|instead\s+of(?:\s+the)?(?:\s+planned)?|reckoned\s+on|put\s+down\s+for|spoken\s+of|stopped\s+at|went|plan\s+had\s+been|plan\s+(?:was|of)|against)[\s,:—–-]+"
    + _MODIFIERS
    + r"$",
    re.I,
)
_WEAK_BEFORE = re.compile(r"\b(?:in|at|for|over|during|with|was|be|were|of)\s+" + _MODIFIERS + r"$", re.I)
_WRONG_BEFORE = re.compile(
    r"\b(?:every|(?:the|their|its|his|her)\s+(?:first|last|next|past|final)|within|before|until|coverage\s+\w*|broadcast\s+\w*|video|in\s+orbit|career|cumulative|combined|mission|flight|delay\w*|late|"
    r"ahead|train\w*|pre-?breath\w*|brings?|bringing|logged|accumulat\w+|totals?\s+of|oxygen|batter(?:y|ies)\s+(?:for|last\w*)|sleep\w*|slept|"
    r"trip|journey|stay(?:\s+aboard|ed\s+aboard)|lapse|gap|total\s+(?:spacewalk\w*|EVA)\s+time|"
    r"once|hours?\s+of|aboard|additional|extra|spare|remain\w*|rest(?:ed|ing)?|wait(?:ed|ing)?|previous|average|typical\w*|usually)\s+(?:\w+\s+){0,2}?" + _MODIFIERS + r"$",
    re.I,
)
_TOTAL = re.compile(r"\b(?:career|cumulative|combined|logged|accumulat\w+|brings?|bringing|altogether|(?:\w+|\d+)\s+(?:career\s+)?(?:spacewalks|EVAs|excursions|outings|walks)\b)", re.I)
_WRONG_AFTER = re.compile(
    r"^[\s-]*(?:and\s+)?(?:later|earlier|ago|before|into|early|late|ahead|behind|longer|shorter|less|more|short\b|after\s+(?:launch|docking|lift|reach|leav|arriv|the\s+(?:launch|docking))|old|apart|delay|away|per|a\s+day|each\s+day|"
    r"mission|flight|video|clip|journey|trip|read|orbit|stay|broadcast|sleep|training|lifetime|of\s+(?:coverage|training|sleep|preparation|oxygen|footage|video|spacewalk(?:ing)?\s+time)|"
    r"in\s+orbit|aboard|drive|ride|press|news|briefing|tour|since|worth|window|hold|pass|to\s+go\b|remaining|left\b|and\s+counting|longest|between|sunrise|count|late|every|total\s+(?:spacewalk|EVA)|"
    r"over\s+(?:\w+\s+)?(?:\w+\s+)?(?:spacewalks|EVAs|excursions)|(?:\w+\s+){0,4}(?:spacewalks|EVAs|excursions|outings)\b)",
    re.I,
)
_UNIT_AFTER = re.compile(
    r"^[\s-]*(?:long[\s,]+)?(?:[\w-]+\s+){0,3}?(?:space[\s-]?walk|EVA|excursion|outing|walk|extravehicular|stroll|exit|sortie|foray|work\s+session|jaunt|spacewalking|ordeal|repair\s+job|job|session|stint|shift)\b",
    re.I,
)
_OWN_AFTER = re.compile(
    r"^\s*(?:,\s*)?(?:outside|out\b|in\s+(?:open\s+|outer\s+)?space|in\s+the\s+(?:vacuum|void)|of\s+(?:work|space\s?walking|EVA|extravehicular|bolt|labor|labour|toil|plain|steady|hard)|working|after\s+(?:(?:it|they|he|she|the\s+\w+)\s+)?(?:had\s+)?(?:been\s+)?(?:began|begun|begin\w*|start\w*|open\w*|exit\w*|left|leaving|emerg\w+|ventur\w+)|"
    r"in\s+(?:all|total)|on\s+the\s+dot|flat|tethered|beyond|to\s+(?:complete|finish)\s+(?:the|their)|and\s+ended|with)\b",
    re.I,
)
_PLAN = re.compile(
    r"\b(?:expected|scheduled|planned|plans?|supposed|slated|anticipated|estimated|will|would|should|could|due|to\s+last|set\s+to|projected|allotted|"
    r"timelined?|forecast|intended|meant\s+to|designed\s+to|budgeted|was\s+to|were\s+to|set\s+aside|laid\s+out|hoped|might|provided|instead\s+of\s+the|against\s+(?:a|the)\s+plan|reckoned|penciled|pencilled|put\s+down|spoken|billed|calculated)\b",
    re.I,
)
_ALONE = re.compile(r"^\W*(?:\w+\s+(?:length|time|duration)\W+)?$", re.I)
_ENDED = re.compile(r"\b(?:end(?:ed|ing|s)?|conclud\w+|finish\w*|clos(?:ed|ing)|back\s+inside|returned\s+inside|over|hatch)\b[^.;,]{0,25}$", re.I)
_ELLIPTIC = re.compile(
    r"\b(?:planned|expected|scheduled|laid\s+out|estimated|figured|foreseen|reckoned|budgeted|timelined|supposed|billed|slated|down)\s+(?:to\s+(?:last|run|take)\s+|for\s+|on\s+|at\s+)?"
    r"(?:about\s+|around\s+|roughly\s+|some\s+|only\s+)?((?:four|five|six|seven|eight|nine|[4-9])(?:\s+and\s+a\s+half|\s*½|\.5)?)(?=\s*[.,;)]|\s+(?:but|and)\b|$)",
    re.I,
)
_HOURS = {"four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_SHORTEST, _LONGEST, _SHORTEST_WEAK = 5, 720, 60


def judge(
    sentence: Sentence, span: Temporal, has_anchor: bool, earlier: Sequence[Temporal] = ()
) -> str | None:
    """Say whose length ``span`` is.

    Args:
        sentence: Where it stands.
        span: The length.
        has_anchor: Whether the sentence speaks of a spacewalk.
        earlier: Other expressions of the sentence: what governs one before is not said of this one.

    Returns:
        ``planned``; ``walk``, where status and tense must tell; None where it is no spacewalk's
        length (a total, a delay, a broadcast, a step of the work).
    """
    if span.minutes is None or not _SHORTEST <= span.minutes <= _LONGEST:
        return None
    source = sentence.source
    before = source[max(sentence.start, span.start - 110) : span.start]
    after = source[span.end : min(sentence.end, span.end + 80)]
    if re.match(r"[^.,;]{0,25}\bwhen\b", after):
        return None
    if _ENDED.search(before) and re.match(r"\s+later\b", after):
        return "walk"
    if _WRONG_AFTER.match(after) or _WRONG_BEFORE.search(before):
        return None
    shared = re.search(r"\b(?:each|apiece|both)\b", before + after, re.I)
    if not shared and _TOTAL.search(before[-70:]) and not re.search(r"\b(?:lasted|took)\b[^,;]*$", before):
        return None
    if re.search(r"^[^.;]{0,12}\b(?:total|combined|career)\b", after):
        return None
    if not _is_length(sentence, span, before, after, has_anchor):
        return None
    ends = [t.end for t in earlier if t.kind == "DURATION" and sentence.start <= t.end <= span.start]
    own = source[max(ends) : span.start] if ends else before
    if _SAME_PLAN.search(own) if ends else False:
        own = before
    return "planned" if _PLAN.search(_own_clause(own)) else "walk"


_SAME_PLAN = re.compile(r"^\W*(?:to|or|and|-|–)?\W*$")


def _own_clause(before: str) -> str:
    return re.split(r"[;:]|,\s+(?:and|but|while|who)\s|\bbut\b", before)[-1][-80:]


def planned_hours(sentence: Sentence) -> Temporal | None:
    """A planned length whose unit is left out: "It had been planned for six and a half." """
    match = _ELLIPTIC.search(sentence.text)
    if match is None:
        return None
    head = match[1].lower()
    hours = _HOURS.get(head.split()[0].rstrip("½")) or int(head[0])
    half = "half" in head or "½" in head or ".5" in head
    minutes = hours * 60 + 30 * half
    start = sentence.start + match.start(1)
    value = f"PT{hours}H" + ("30M" if half else "")
    return Temporal(start, start + len(match[1]), "DURATION", value, "stated", "hour", "words", minutes)


def _is_length(sentence: Sentence, span: Temporal, before: str, after: str, has_anchor: bool) -> bool:
    minutes = span.minutes or 0
    if _UNIT_AFTER.match(after):
        return True
    if minutes >= _SHORTEST_WEAK and (_OWN_AFTER.match(after) or _ALONE.match(before) or re.search(r"\([^()]{0,30}$", before)):
        return True
    if _SURE_VERB.search(before) and not re.match(r"\s+to\s+[a-z]+", after):
        return minutes >= _SHORTEST_WEAK or has_anchor or bool(re.search(r"\b(?:last|spent|outside|out)\w*\s+\W*\w*\s*$", before))
    return has_anchor and minutes >= 2 * _SHORTEST_WEAK and bool(_WEAK_BEFORE.search(before))
