"""Which way a clause looks: a light reading of the verbs around a date."""

import re

from evafacts.mentions.temporal import words

_WINDOW = 240
_ABBREVIATED = "".join(
    rf"(?<!\b{name})"
    for name in (
        "Mr",
        "Ms",
        "Mrs",
        "Dr",
        "St",
        "Jr",
        "Sen",
        "Rep",
        "Gov",
        "Gen",
        "Col",
        "Lt",
        "Sgt",
        "No",
        "Inc",
    )
    + ("Corp", "Co", "Ltd", "vs", "a.m", "p.m", "U.S", "U.N")
    + tuple(name.capitalize() for name in words.MONTHS if name not in words.FULL_MONTHS)
    + tuple(name.capitalize() for name in words.WEEKDAYS if name not in words.FULL_WEEKDAYS)
)
_END = re.compile(
    rf"(?:{_ABBREVIATED}(?<!\b[A-Z])[.!?][\"'\u201d\u2019)]*\s+(?=[\"'\u201c\u2018(]?[A-Z])|\n\s*\n)"
)
_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<future>{words.alternation(words.TENSE['future'])})"
    rf"|(?P<past>{words.alternation(words.TENSE['past'])}|(?!{words.alternation(words.TENSE['not_past'])}\b)[a-z]{{2,}}ed))"
    r"(?![\w-])"
)
_PASSIVE = re.compile(r"\b(?:be|being)\s(?:[a-z]+ly\s)?$")
_BREAK = re.compile(
    r"[,;:\u2014(]|--|\b(?:and|but|while|although|as|when|if|because|so|who|which|after|before)\b"
)
_TO_VERB = re.compile(r"\s(?:to|for)\s[a-z]{3,}")
_UNTIL = re.compile(r"\b(?:until|till|by)\s(?:the\s)?$")
_SINCE = re.compile(r"\b(?:since)\s$")
_CLAUSE_COST = 40
_FORWARD_COST = 15


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence around ``text[start:end]``, at most some 240 characters off."""
    left = max(0, start - _WINDOW)
    begin = left
    for match in _END.finditer(text, left, start):
        begin = match.end()
    after = _END.search(text, max(end - 1, 0), min(len(text), end + _WINDOW))
    return begin, after.start() + 1 if after else min(len(text), end + _WINDOW)


def direction(text: str, start: int, end: int) -> int:
    """-1 where the clause around ``text[start:end]`` tells of the past, 1 of what is to come, else 0."""
    left, right = sentence(text, start, end)
    just_before = text[max(left, start - 14) : start]
    if _UNTIL.search(just_before):
        return 1
    if _SINCE.search(just_before):
        return -1
    behind = _nearest_before(text, left, start)
    ahead = _nearest_after(text, end, right)
    options = [option for option in (behind, ahead) if option]
    if not options:
        return 1 if _TO_VERB.match(text, end) else 0
    return min(options)[1]


def _nearest_before(text: str, left: int, start: int) -> tuple[int, int] | None:
    cues = list(_CUE.finditer(text, left, start))
    for cue in reversed(cues):
        if cue["past"] and _PASSIVE.search(text[max(left, cue.start() - 20) : cue.start()]):
            continue
        distance = start - cue.end()
        if _BREAK.search(text, cue.end(), start):
            distance += _CLAUSE_COST
        return distance, 1 if cue["future"] else -1
    return None


def _nearest_after(text: str, end: int, right: int) -> tuple[int, int] | None:
    begin = end
    while begin < right and text[begin] in ", )":
        begin += 1
    cue = _CUE.search(text, begin, right)
    if not cue:
        return None
    distance = cue.start() - begin + _FORWARD_COST
    if _BREAK.search(text, begin, cue.start()):
        distance += _CLAUSE_COST
    return distance, 1 if cue["future"] else -1
