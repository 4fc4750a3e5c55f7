"""Clock times: "7:05 a.m. EST", "1205 GMT", "0905 Moscow time", "9 o'clock", "noon"."""

import re

from evafacts.mentions.temporal import words
from evafacts.mentions.temporal.durations import approximate
from evafacts.mentions.temporal.types import Rule, Temporal
from evafacts.mentions.temporal.words import DASH, SPACE, ZONE

_HALFDAY = r"(?:[ap]\.\s?m\b\.?|[ap]m\b)"
_ZONE = rf"(?:{SPACE}?\(?(?P<zone>{ZONE})\)?)"
_WHEN = (
    rf"(?:{SPACE}in{SPACE}the{SPACE}(?P<when>morning|afternoon|evening)\b"
    rf"|{SPACE}at{SPACE}(?P<night>night)\b)"
)
_TWELVE = re.compile(
    rf"(?P<h>1[0-2]|0?\d)(?:[:.-](?P<m>[0-5]\d)(?:[:.](?P<s>[0-5]\d))?)?{SPACE}?(?P<half>{_HALFDAY})",
    re.I,
)
_COLON = re.compile(
    r"(?P<h>2[0-4]|1\d|0?\d)[:](?P<m>[0-5]\d)(?::(?P<s>[0-5]\d)(?:\.\d+)?)?(?![\d:])"
)
_FOUR = re.compile(
    rf"(?P<h>2[0-4]|[01]\d)(?P<m>[0-5]\d)(?P<s>)(?:{SPACE}?(?:hours|hrs|h)\b)?(?={SPACE}?\(?{ZONE})"
)
_MILITARY = re.compile(rf"(?P<h>2[0-3]|[01]\d)(?P<m>[0-5]\d)(?P<s>){SPACE}?(?:hours|hrs)\b")
_DOTTED = re.compile(rf"(?P<h>2[0-4]|1\d|0?\d)\.(?P<m>[0-5]\d)(?P<s>)(?={SPACE}?\(?{ZONE})")
_OCLOCK = re.compile(
    rf"(?P<h>1[0-2]|0?[1-9]|{words.NUMBER}){SPACE}?o['\u2019]{SPACE}?clock\b", re.I
)
_HOUR_WHEN = re.compile(
    rf"(?P<h>1[0-2]|0?[1-9]|{words.NUMBER})(?:[:.](?P<m>[0-5]\d))?(?={SPACE}(?:in{SPACE}the{SPACE}"
    r"(?:morning|afternoon|evening)|at\snight)\b)",
    re.I,
)
_RANGE = re.compile(
    rf"(?P<h>1[0-2]|0?[1-9])(?:[:.](?P<m>[0-5]\d))?(?:{SPACE}?{DASH}{SPACE}?|{SPACE}(?:to|and|or|until){SPACE})"
    rf"(?=(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?{SPACE}?{_HALFDAY})",
    re.I,
)
_WORD = re.compile(r"(?:12\s)?(?P<word>noon|midnight)\b", re.I)
_AFTER_ZONE = re.compile(_ZONE)
_AFTER_WHEN = re.compile(_WHEN, re.I)
_CUED = re.compile(
    rf"(?:\b{words.alternation(words.CUES['clock_before'])}|[(\[]|\d{SPACE}(?:to|and)){SPACE}?$",
    re.I,
)
# "12:57 - They are out", "12:57" alone on its line, "18:05 One last thing".
_STAMP = re.compile(
    rf"{SPACE}?(?:{DASH}|:|\||\))\s|[^\S\n]*(?:\n|$)|(?<=\d\d[:.]\d\d)[^\S\n]+(?=[\"'\u201c\u2018]?[A-Z])"
)
_NO_CLOCK = re.compile(r"(?:[$€£]|\b(?:ratio|score|won|win)\s)$", re.I)
_ZONES = {name.lower(): (name, offset) for name, offset in words.ZONES.items()}


def _zone_at(text: str, end: int) -> tuple[int, str | None, str | None]:
    """End, zone as stated and its offset, where a zone follows at ``end``."""
    match = _AFTER_ZONE.match(text, end)
    if not match or match["zone"].lower() in ("the time", "some time", "first time", "same time"):
        return end, None, None
    stated = " ".join(match["zone"].split())
    offset = _ZONES.get(stated.lower().replace(".", ""), (stated, ""))[1] or None
    opened = "(" in text[end : match.start("zone")]
    closed = match.end() > match.end("zone")
    return (match.end() if opened and closed else match.end("zone")), stated, offset


def _hour(hour: int, half: str | None) -> int:
    if half is None:
        return hour
    afternoon = half[0] in "pP"
    return hour % 12 + (12 if afternoon else 0)


def _make(text: str, start: int, end: int, hour: int, rest: tuple[int, int | None]) -> Temporal:
    minute, second = rest
    clock = f"{hour:02d}:{minute:02d}" + (f":{second:02d}" if second is not None else "")
    stop, zone, offset = _zone_at(text, end)
    return Temporal(
        start,
        stop,
        "TIME",
        f"XXXX-XX-XXT{clock}",
        grain="minute" if second is None else "second",
        form="clock",
        approximate=approximate(text, start, end) or "shortly" in text[max(0, start - 15) : start],
        zone=zone,
        offset=offset,
        clock=clock,
    )


def _figures(match: re.Match[str]) -> tuple[int, tuple[int, int | None]]:
    groups = match.groupdict()
    second = int(groups["s"]) if groups.get("s") else None
    return int(groups["h"]), (int(groups.get("m") or 0), second)


def _twelve(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "7:05 a.m.", "6 p.m. EST"."""
    hour, rest = _figures(match)
    if hour > 12 or text[match.start() - 1 : match.start()] == "$":
        return []
    end = match.end() - _sentence_dot(match, text)
    return [_make(text, match.start(), end, _hour(hour, match["half"]), rest)]


def _sentence_dot(match: re.Match[str], text: str) -> int:
    """1 where "10 pm." has a full stop that ends the sentence and not the abbreviation."""
    half = match["half"]
    return int(half.endswith(".") and "." not in half[:-1])


def _colon(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "12:05 UTC"; "10:30" only after "at" and the like, or as the stamp of a live report."""
    hour, rest = _figures(match)
    before = text[max(0, match.start() - 16) : match.start()]
    if hour > 24 or _NO_CLOCK.search(before):
        return []
    made = _make(text, match.start(), match.end(), hour % 24, rest)
    stamp = not before.rsplit("\n", 1)[-1].strip() and _STAMP.match(text, match.end())
    when = _part(text, made.end)
    if not (made.zone or stamp or when or _CUED.search(before)):
        return []
    if when and not made.zone:
        hour = _hour(hour, when[1])
        made = _make(text, match.start(), match.end(), hour, rest)
        return [_stretched(made, when[0])]
    return [made]


def _part(text: str, end: int) -> tuple[int, str] | None:
    match = _AFTER_WHEN.match(text, end)
    if not match:
        return None
    morning = (match["when"] or "").lower() == "morning"
    return match.end(), "am" if morning else "pm"


def _stretched(made: Temporal, end: int) -> Temporal:
    return Temporal(
        made.start, end, made.kind, made.value, grain=made.grain, form=made.form,
        approximate=made.approximate, clock=made.clock,
    )  # fmt: skip


def _four(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "1205 GMT", "0905 Moscow time", "17.05 GMT", "1830 hours"."""
    hour, rest = _figures(match)
    return [_make(text, match.start(), match.end(), hour % 24, rest)]


def _oclock(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "9 o'clock", "eight in the morning"."""
    words_ = match["h"]
    hour = int(words_) if words_.isdigit() else words.number_of(words_)
    if not 1 <= hour <= 12:
        return []
    minute = int(match.groupdict().get("m") or 0)
    when = _part(text, match.end())
    end = when[0] if when else match.end()
    made = _make(
        text, match.start(), match.end(), _hour(hour, when[1] if when else None), (minute, None)
    )
    return [_stretched(made, end) if when else made]


def _range(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "6-7 p.m.": the first hour takes the half of the day from the second."""
    second = _TWELVE.match(text, match.end())
    if not second:
        return []
    later = _twelve(second, text)
    if not later:
        return []
    hour, rest = int(match["h"]), (int(match["m"] or 0), None)
    first_hour = _hour(hour, second["half"])
    if first_hour > _hour(int(second["h"]), second["half"]):
        first_hour = hour % 12 if second["half"][0] in "pP" else hour % 12 + 12
    end = match.end("m") if match["m"] else match.end("h")
    top = later[0]
    first = _make(text, match.start(), end, first_hour, rest)
    shared = Temporal(
        first.start, first.end, "TIME", first.value, grain="minute", form="clock",
        approximate=first.approximate, zone=top.zone, offset=top.offset, clock=first.clock,
    )  # fmt: skip
    return [shared, top]


def _word(match: re.Match[str], text: str) -> list[Temporal]:
    hour = 12 if match["word"].lower() == "noon" else 0
    return [_make(text, match.start(), match.end(), hour, (0, None))]


DIGIT_RULES = (
    Rule(_RANGE, _range),
    Rule(_TWELVE, _twelve),
    Rule(_COLON, _colon),
    Rule(_FOUR, _four),
    Rule(_MILITARY, _four),
    Rule(_DOTTED, _four),
    Rule(_OCLOCK, _oclock),
    Rule(_HOUR_WHEN, _oclock),
    Rule(_WORD, _word),
)
WORD_RULES = (Rule(_OCLOCK, _oclock), Rule(_HOUR_WHEN, _oclock))
NAMED_RULES = (Rule(_WORD, _word),)
