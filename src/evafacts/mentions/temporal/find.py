"""Pass one: what the words say. One scan over trigger words, rules only where one stands."""

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import NamedTuple

from evafacts.mentions.plainmarks import with_plain_marks
from evafacts.mentions.temporal import clocks, dates, durations, periods, relative, words
from evafacts.mentions.temporal.linebreaks import joined
from evafacts.mentions.temporal.types import Rule, Temporal
from evafacts.mentions.temporal.words import LINK, SPACE

_UNIT_AHEAD = words.alternation([*words.UNITS, "light"])
_NAMED = {name.split()[0] for name in words.HOLIDAYS} | set(words.SEASONS)
_NAMED |= {name.split()[0] for name in words.REFERENCES} - {"the"}
_WHICH = ["this", "last", "next", "that", "past", "coming", "following", "previous", "same"]
_PERIODS = (*words.PARTS, *words.SEASONS, *words.FULL_WEEKDAYS, *words.UNITS, "weekend")
_AFTER_WHICH = [
    "same",
    "very",
    "fiscal",
    "financial",
    "calendar",
    "school",
    "academic",
    "coming",
    "past",
    "season",
]
_AFTER_THE = ["fiscal", "financial", "future", "near", "present", "final", "end", "beginning"]
_AFTER_THE += ["start", "middle", "close", "rest", "remainder", "very"]
_THINGS = words.alternation([*_PERIODS, *words.FULL_MONTHS, *_AFTER_WHICH])
_THE_THINGS = words.alternation([*_PERIODS, *words.ORDINALS, *_WHICH, *_AFTER_THE])
_WHOLE = ["full", "whole", "solid", "record", "good", "little", "half", "quarter", "few", "couple"]
_WHOLE += [
    "entire",
    "single",
    "mere",
    "extra",
    "additional",
    "hundred",
    "thousand",
    "million",
    "dozen",
]
_VAGUE = ["several", "few", "couple", "many", "dozens", "scores", "hundreds", "thousands"]
_VAGUE += ["millions", "countless"]
_NUMBERS = (*words.NUMBERS, *words.TENS, *_VAGUE, "half", "three-quarters")
_EDGES = ("early", "late", "mid", "earlier", "later")


_NO_LETTER = "(?![A-Za-z])"
_Heads = dict[str, str]


def _words(forms: Iterable[str], after: str = _NO_LETTER) -> _Heads:
    """What follows the first letter of any of these words, by that letter."""
    return {head: tail + after for head, tail in words.triggers(forms).items()}


_NEXT_THING = rf"{SPACE}(?=(?i:{_THINGS}|{words.alternation(words.MONTHS)})\b)"
_NEXT_WHOLE = rf"{SPACE}(?=(?i:{words.alternation(_WHOLE)}|{_UNIT_AHEAD})\b)"
_NEXT_OF_THE = rf"{SPACE}(?=\d|(?i:{_THE_THINGS})\b)"
_LENGTH_AHEAD = rf"or(?={SPACE}(?i:{_UNIT_AHEAD})\b)"
_UNIT_ALONE = rf"(?={LINK}?(?i:long)|{SPACE}(?:after|before)\b|(?<=s)[.,;])"
# The kinds of trigger, each with the patterns of what follows a first character; where two begin
# alike, the one that stands first here is tried first.
_TRIGGERS: tuple[tuple[str, _Heads], ...] = (
    ("digit", dict.fromkeys("0123456789", "")),
    ("decade", dict.fromkeys("'\u2019", r"\d(?:0s|\d(?!\w))")),
    ("month", _words(words.MONTHS)),
    ("weekday", _words(words.WEEKDAYS)),
    ("number", _words(_NUMBERS)),
    ("the", {"T": f"(?:he|HE){_NEXT_OF_THE}", "t": f"he{_NEXT_OF_THE}"}),
    (
        "article",
        {"A": f"(?:[nN]|nother)?{_NEXT_WHOLE}", "a": f"(?:n|nother)?{_NEXT_WHOLE}"}
        | dict.fromkeys("Oo", f"ne{_NEXT_WHOLE}"),
    ),
    ("which", _words((*_WHICH, "recent"), _NEXT_THING)),
    ("day", _words(relative.DAY_WORDS)),
    ("edge", _words(_EDGES, rf"(?:{LINK}(?:in{SPACE})?)")),
    ("clock", _words(("noon", "midnight"))),
    ("part", _words(("evening", "morning", "dawn", "daybreak"))),
    ("unit", _words(words.UNITS, _UNIT_ALONE)),
    ("for", dict.fromkeys("Ff", _LENGTH_AHEAD)),
    ("named", _words((*_NAMED, *words.ORDINALS, "final", "fiscal", "financial"))),
    ("named", {"Q": f"[1-4]{_NO_LETTER}", "H": f"[12]{_NO_LETTER}", "F": f"Y{_NO_LETTER}"}),
)


def _one_pattern() -> tuple[re.Pattern[str], list[str]]:
    """All triggers as one pattern by first character, and the kind of each of its groups.

    It begins with a character, not with an assertion: only then does the engine pass over the
    others at full speed.
    """
    kinds = [""]
    branches: list[str] = []
    for head in dict.fromkeys(head for _, heads in _TRIGGERS for head in heads):
        own = [(kind, heads[head]) for kind, heads in _TRIGGERS if head in heads]
        kinds += [kind for kind, _ in own]
        tails = "|".join(f"({tail})" for _, tail in own)
        branches.append(rf"{head}(?<!\w{head})(?:{tails})")
    return re.compile("|".join(branches)), kinds


TRIGGER, _KINDS = _one_pattern()
# A trigger with what stands before it: so the engine passes over the letters within words.
_BEHIND = re.compile(rf"[^0-9A-Za-z_](?:{TRIGGER.pattern})")
_TOKEN = re.compile(r"[\d.,:/\-\u2010-\u2014]*\d\w*|\w+|.", re.S)

_RULES: dict[str, tuple[Rule, ...]] = {
    "digit": (
        *dates.DIGIT_RULES,
        *periods.DIGIT_RULES,
        *clocks.DIGIT_RULES,
        *relative.DIGIT_RULES,
        *durations.DIGIT_RULES,
    ),
    "decade": periods.DECADE_RULES,
    "month": (
        *dates.MONTH_RULES,
        *periods.MONTH_RULES,
        *relative.MONTH_RULES,
        *relative.NAMED_RULES,
    ),
    "weekday": (*dates.WEEKDAY_RULES, *relative.WEEKDAY_RULES),
    "number": (
        *durations.WORD_RULES,
        *relative.COUNT_RULES,
        *clocks.WORD_RULES,
        *dates.THE_RULES,
        *periods.WORD_RULES,
    ),
    "the": (*dates.THE_RULES, *relative.THE_RULES, *durations.THE_RULES),
    "article": (*durations.ARTICLE_RULES, *relative.COUNT_RULES),
    "which": (*relative.WHICH_RULES, *durations.WHICH_RULES),
    "day": relative.DAY_RULES,
    "clock": clocks.NAMED_RULES,
    "part": relative.PART_RULES,
    "unit": durations.UNIT_RULES,
    "for": durations.FOR_RULES,
    "named": (*relative.NAMED_RULES, *dates.THE_RULES),
}
_UNTRUE_BEFORE = re.compile(r"[$€£¥#@.\-/]")


def find_temporals(text: str) -> list[Temporal]:
    """Find the dates, clock times and durations of a text, as far as the words themselves go.

    Args:
        text: any text.

    Returns:
        In order of position, none overlapping another; what the words leave open is open in
        ``value`` (``XXXX-11-06``) and ``basis`` is None there.
    """
    plain, offset = joined(with_plain_marks(text))
    found = _scan(plain)
    if offset is None:
        return found
    return [_moved(one, offset) for one in found]


def _moved(one: Temporal, offset: list[int]) -> Temporal:
    low = one.low and (offset[one.low[0]], offset[one.low[1] - 1] + 1, one.low[2])
    return replace(one, start=offset[one.start], end=offset[one.end - 1] + 1, low=low)


def _scan(text: str) -> list[Temporal]:
    found: list[Temporal] = []
    position = 0
    while trigger := _next(text, position):
        best = _at(text, trigger)
        if best:
            found += best
            position = best[-1].end
        else:
            position = _past(text, trigger)
    return found


class _Trigger(NamedTuple):
    """A trigger of some kind, ``text[start:end]``."""

    kind: str
    start: int
    end: int


def _next(text: str, position: int) -> _Trigger | None:
    """The first trigger from ``position`` on."""
    if not position:
        return _here(text, 0) or _next(text, 1)
    found = _BEHIND.search(text, position - 1)
    return found and _Trigger(_KINDS[found.lastindex or 0], found.start() + 1, found.end())


def _here(text: str, position: int) -> _Trigger | None:
    """The trigger at ``position``."""
    found = TRIGGER.match(text, position)
    return found and _Trigger(_KINDS[found.lastindex or 0], *found.span())


def _past(text: str, trigger: _Trigger) -> int:
    """Where to go on after a trigger that came to nothing: figures are left as a whole."""
    if trigger.kind == "digit":
        token = _TOKEN.match(text, trigger.start)
        return token.end() if token else trigger.end
    return trigger.end


def _at(text: str, trigger: _Trigger, *, inside: bool = False) -> list[Temporal]:
    """The longest reading at a trigger."""
    group, start, _ = trigger
    if group == "edge":
        return _edge(text, trigger)
    if (
        group == "digit"
        and start
        and not inside
        and _UNTRUE_BEFORE.match(text[start - 1])
        and not _free(text, start)
    ):
        return []
    best: list[Temporal] = []
    reach = start
    for rule in _RULES[group]:
        match = rule.pattern.match(text, start)
        if match:
            made = rule.build(match, text)
            if made and made[-1].end > reach:
                best, reach = made, made[-1].end
    return best


def _free(text: str, start: int) -> bool:
    """A dash or stop before a figure is only punctuation: "Xinhua) -Feb", "sources.12 March"."""
    return text[start - 1] in ".-/" and not (start > 1 and text[start - 2].isalnum())


def _edge(text: str, trigger: _Trigger) -> list[Temporal]:
    """As in "early 2021", "mid-March", "late last year": the date, with its edge."""
    following = _here(text, trigger.end)
    if not following or following.kind == "edge":
        return []
    made = _at(text, following, inside=True)
    if not made or made[0].kind == "DURATION" or made[0].form == "clock":
        return made
    later = text[trigger.start : trigger.end].lower().startswith(("earlier", "later"))
    if later and made[0].form not in ("relative", "neighbour"):
        return made
    return [replace(made[0], start=trigger.start), *made[1:]]
