"""Whether a length of time is the spacewalk's own, planned or actual."""

import re

from evafacts.mentions.sentences import Sentence
from evafacts.mentions.temporal import Temporal

_NOT_THE_WALK = re.compile(
    r"\b(?:coverage|broadcast\w*|video|clip|in\s+orbit|aboard|total\w*|career|cumulative|combined|mission|flight|delay\w*|late|behind\s+schedule|"
    r"ahead\s+of\s+schedule|every|later|earlier|ago|into\s+(?:the|their|its)|after\s+(?:launch|docking|arriv\w+|leaving)|train\w*|pre-?breath\w*|stay\w*|"
    r"orbit\w*|sunrise|journey|trip|read|early|over\s+the\s+(?:past|last)|hours?\s+of\s+(?:training|preparation|experience|oxygen|spacewalk\s+time)|"
    r"in\s+all|altogether|logged|accumulat\w+|experience|bringing|sleep|lifetime|left|remaining|"
    r"before\s+(?:the|they|leaving|heading)|took\s+(?:about\s+|nearly\s+|almost\s+|just\s+)?(?:\w+\s+){0,3}(?:to\s+\w+)|longer\s+than|shorter\s+than|record|longest|previous|"
    r"press\s+conference|tour|camping|campout|oxygen|batter\w+|worth\s+of|behind|so\s+far\s+in|per\s+day|a\s+day|each\s+day|drive|"
    r"history|between\s+them|apart|within|dozen|first\s+(?:\w+\s+)?(?:hours?|minutes?)|last\s+(?:\w+\s+)?(?:hours?|minutes?))\b",
    re.I,
)
_TOTAL = re.compile(r"\b(?:total\w*|career|cumulative|combined|logged|accumulat\w+|brings?|bringing|in\s+all|altogether|over(?:\s+\w+)?\s+\w+\s+spacewalks)\b", re.I)
_PLANNED = re.compile(
    r"\b(?:expected|scheduled|planned|plan(?:s|ned)?|supposed|slated|anticipated|estimated|will|would|should|could|due|to\s+last|set\s+to|projected|allotted|up\s+to|"
    r"timelined?|forecast|intended|meant\s+to|designed\s+to|budgeted|instead\s+of\s+the|rather\s+than\s+the|was\s+to)\b",
    re.I,
)
_LASTS = re.compile(
    r"\b(?:last\w*|spen[dt]\w*|clock\w*|run|ran|tak(?:e|es|ing)|took|wrapp\w+|conclud\w+|complet\w+|finish\w+|end\w*|after|duration|total\s+time|for|took\s+place|"
    r"work\w*|outside|put(?:ting)?\s+in|float\w*|official\s+time|length|time\s+of|stay\w*\s+(?:outside|out)|totall?(?:ed|ing)|stretch\w*|went|continu\w+|endur\w+|made|lasted)\b",
    re.I,
)
_UNIT_AFTER = re.compile(r"^[\s-]*(?:long\s+)?(?:[\w-]+\s+){0,2}?(?:space\s?-?walk|EVA|excursion|outing|walk|extravehicular|stroll|exit|sortie|foray|work\s+session|jaunt|spacewalking|ordeal|effort|repair|job)", re.I)
_OWN_AFTER = re.compile(r"^\s*(?:,\s*)?(?:outside|in\s+(?:open\s+|outer\s+)?space|in\s+the\s+vacuum|of\s+(?:work|space\s?walking|EVA|extravehicular)|working|after\s+(?:it\s+)?(?:began|starting|start)|and\s+ended)", re.I)
_POSITIVE_MIN, _POSITIVE_MAX = 5, 720


def judge(sentence: Sentence, span: Temporal, has_anchor: bool) -> str | None:
    """``planned``, ``actual``, ``walk`` (the tense must tell) or None where it is no spacewalk's length."""
    if span.minutes is None or not _POSITIVE_MIN <= span.minutes <= _POSITIVE_MAX:
        return None
    text = sentence.source
    before = text[max(sentence.start, span.start - 90) : span.start]
    after = text[span.end : min(sentence.end, span.end + 70)]
    names_walk = bool(_UNIT_AFTER.match(after))
    near_before = re.split(r"[;:]|,\s+(?:and|but|while)\s", before)[-1]
    if re.match(r"\s*(?:later|earlier|ago|before|into|early|late|ahead|behind|after\s+(?:launch|docking|lift)|more\s+than|longer|shorter|less)\b", after, re.I):
        return None
    if re.search(r"\b(?:every|first|last|next|past|within)\s+(?:\w+\s+)?$", near_before, re.I):
        return None
    close = near_before[-45:] + " ~ " + (after[:25] if not names_walk else "")
    if not names_walk and _NOT_THE_WALK.search(close):
        return None
    if _TOTAL.search(before[-60:]) and not re.search(r"\btotal\w*\s+(?:of\s+)?$", before) or re.search(r"\b(?:total|totaling|totalling|combined)\b", after[:30]):
        return None
    if names_walk or _OWN_AFTER.match(after) or _LASTS.search(near_before):
        if re.search(r"\b(?:planned|scheduled|expected|supposed|allotted|the\s+usual|standard)[\s-]*(?:for\s+|to\s+last\s+|at\s+)?(?:about\s+|the\s+|a\s+)?$", before, re.I):
            return "planned"
        group = near_before[-60:]
        if _PLANNED.search(group):
            return "planned"
        return "walk" if has_anchor or names_walk or _OWN_AFTER.match(after) or re.search(r"\b(?:last|spent|clock|after)\w*", near_before) else None
    return None
