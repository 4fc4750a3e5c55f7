"""Calendar days as stated: "Monday (Feb. 1)", "3 March 2021", "2021-02-01", "the 13th"."""

import re
from dataclasses import replace

from evafacts.mentions.temporal import calendar, words
from evafacts.mentions.temporal.making import ANY_YEAR, day_of, full_year, make, shady, year_of
from evafacts.mentions.temporal.types import Rule, Said, Temporal
from evafacts.mentions.temporal.words import (
    DASH,
    DAY,
    HYPHEN,
    MONTH,
    ORDINAL,
    PART,
    SPACE,
    WEEKDAY,
    YEAR,
)

_WD = (
    rf"(?:(?P<wd>{WEEKDAY})(?:{SPACE}(?P<part>{PART})\b)?(?:,{SPACE}?|{SPACE}?\({SPACE}?|{SPACE})"
    rf"(?:on{SPACE})?(?:the{SPACE})?)?"
)
_TAIL_YEAR = rf"(?:{SPACE}?,?{SPACE}?(?P<year>{ANY_YEAR}))?"
_TAIL_WD = (
    rf"(?:{SPACE}?\({SPACE}?(?P<wd2>{WEEKDAY})\)"
    rf"|,{SPACE}(?:a{SPACE})?(?P<wd3>{WEEKDAY})(?=[,.;)]|$))?"
)
_ORD_DAY = rf"(?:{DAY}|{ORDINAL}\b)"
_MONTH_DAY = re.compile(
    rf"{_WD}(?P<month>{MONTH}){SPACE}?(?:the{SPACE})?(?P<day>{_ORD_DAY}){_TAIL_YEAR}{_TAIL_WD}",
    re.I,
)
# "Apollo 11 July 20, 1969" is no 11 July.
_DAY_MONTH = re.compile(
    rf"{_WD}(?:the{SPACE}(?!\d{{1,2}}{SPACE}))?(?P<day>{_ORD_DAY})(?:{SPACE}of)?(?:{SPACE}|{HYPHEN})?(?P<month>{MONTH})"
    rf"(?!{SPACE}\d{{1,2}}(?:{SPACE}?{DASH}{SPACE}?\d{{1,2}})?,{SPACE}(?:19|20)\d\d\b)"
    rf"(?:{SPACE}?,?(?:{SPACE}|{HYPHEN})?(?P<year>{ANY_YEAR}))?{_TAIL_WD}",
    re.I,
)
_DAYS_MONTH = re.compile(
    rf"(?:the{SPACE})?(?P<first>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)"
    rf"(?:{SPACE}?{DASH}{SPACE}?|{SPACE}(?:and|to|or|until){SPACE}(?:the{SPACE})?)"
    rf"(?P<day>{DAY})(?:{SPACE}of)?{SPACE}(?P<month>{MONTH})(?:{SPACE}?,?{SPACE}?(?P<year>{ANY_YEAR}))?",
    re.I,
)
_MORE_DAYS = re.compile(
    rf"(?P<sep>{SPACE}?{DASH}{SPACE}?|,?{SPACE}(?:and|to|or|through|until|&){SPACE}|,{SPACE})"
    rf"(?P<day>{DAY})(?P<tail>{SPACE}?,{SPACE}?(?P<year>{YEAR}))?",
    re.I,
)
_MORE_END = re.compile(
    r"\s*(?:[,.;:)\]\"\u201d\u2013\u2014-]|$|\n|(?:to|at|in|on|for|with|when|as|and|by|after|before|during|from|that"
    r"|will|was|were|is|are|while|the|would|of|or|but|he|she|it|they|if)\b)"
)
_ISO = re.compile(
    r"(?P<year>(?:1[5-9]|20|21)\d\d)(?P<sep>[-/.\u2010\u2011])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>3[01]|[12]\d|0[1-9])"
    r"(?P<clock>[T ](?P<h>[01]\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?:\.\d+)?"
    r"(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?)?(?![\w/-])"
)
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>3[01]|[12]\d|0[1-9])(?![\w/-]|\.\d{1,3}\b(?!\d))"
)
_NUMERIC = re.compile(
    r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1[5-9]|20|21)\d\d|\d\d)(?![\w/]|-\w|\.\d)"
)
_NUMERIC_CLOCK = re.compile(
    r"\s(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\d)(?:\s(?P<half>[AP])\.?M\b)?"
)
_WEEKDAY = re.compile(
    rf"(?P<wd>{WEEKDAY})(?:['\u2019]s\b)?(?:{SPACE}(?P<part>{PART})\b)?"
    rf"(?:(?:,{SPACE}|{SPACE}\(|{SPACE})the{SPACE}(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)))?",
    re.I,
)
_NOT_WEEKDAY_BEFORE = re.compile(
    rf"\b(?:every|each|any|most|{words.alternation(words.CUES['not_weekday_before'])})\s$", re.I
)
_NOT_WEEKDAY_AFTER = re.compile(
    rf"\s{words.alternation(words.CUES['not_weekday_after'])}\b(?<=\w)(?!\s(?:of|to)\b)", re.I
)
_THE_DAY = re.compile(
    rf"the{SPACE}(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th))(?P<after>{SPACE}of{SPACE}(?:the|this|last|next){SPACE}month)?"
    r"(?=[,.;:)\]\u2013\u2014]|\s*$|\s*\n|\s(?:and|to|at|for|with|when|as|by|but|after|before|from|while|if)\s)",
    re.I,
)
_BEFORE_THE_DAY = re.compile(
    rf"\b(?:on|by|until|since|from|of|before|after|for|{words.alternation(words.FULL_WEEKDAYS)},?)\s$",
    re.I,
)


def _calendar_day(match: re.Match[str], text: str) -> list[Temporal]:
    groups = match.groupdict()
    month, day = words.month_of(match["month"]), day_of(match["day"])
    year = year_of(groups.get("year"))
    if shady(match) or not calendar.valid(year or 2020, month, day):
        return []
    named = groups.get("wd") or groups.get("wd2") or groups.get("wd3")
    weekday = words.weekday_of(named) if named else None
    part = words.PARTS[groups["part"].lower()] if groups.get("part") else None
    said = Said(year, month, day, weekday, part=part)
    form = "full" if year is not None else "weekday_month_day" if named else "month_day"
    end = match.end() - _full_stop(match)
    if (
        groups.get("wd")
        and "(" in text[match.end("wd") : match.start("month")]
        and text[end : end + 1] == ")"
    ):
        end += 1
    return [make(match.start(), end, said, grain="day", form=form)]


def _full_stop(match: re.Match[str]) -> int:
    """1 where the match ends in "May." or "March.": a full stop, not an abbreviation's."""
    month = match["month"]
    at_end = match.end() == match.end("month") and month.endswith(".")
    return int(at_end and month[:-1].lower() in words.FULL_MONTHS)


def _month_day(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "Feb. 1, 2021", "Monday (Feb. 1)", "October 29 and 30", "March 3-5, 2021"."""
    first = _calendar_day(match, text)
    if not first or not match["day"][0].isdigit() or match["year"]:
        return first
    return _with_more(first, match, text)


def _with_more(first: list[Temporal], match: re.Match[str], text: str) -> list[Temporal]:
    found = list(first)
    while len(found) < 12:
        more = _MORE_DAYS.match(text, found[-1].end)
        said = found[-1].said
        if not more or not (more["year"] or _goes_on(more, said, text)):
            break
        if (
            said is None
            or said.month is None
            or not calendar.valid(2020, said.month, day_of(more["day"]))
        ):
            break
        year = year_of(more["year"])
        next_said = Said(year, said.month, day_of(more["day"]))
        end = more.end() if year else more.end("day")
        found.append(
            make(
                more.start("day"), end, next_said, grain="day", form="full" if year else "month_day"
            )
        )
        if year:
            return [_in_year(one, year) for one in found[:-1]] + found[-1:]
    return found


def _goes_on(more: re.Match[str], said: Said | None, text: str) -> bool:
    """As in "Nov. 3 and 9,", "the Aug. 8-21 mission"; not "Nov. 3 and 12 people"."""
    if _MORE_END.match(text, more.end("day")):
        return True
    later = said is not None and said.day is not None and day_of(more["day"]) > said.day
    return later and re.fullmatch(DASH, more["sep"]) is not None


def _in_year(one: Temporal, year: int) -> Temporal:
    if one.said is None:
        return one
    said = replace(one.said, year=year)
    return make(one.start, one.end, said, grain=one.grain, form="full")


def _days_month(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "3-5 March 2021", "29 and 30 October"."""
    last = _calendar_day(match, text)
    if not last or last[0].said is None:
        return []
    month, year, day = words.month_of(match["month"]), last[0].said.year, day_of(match["first"])
    if not calendar.valid(year or 2020, month, day):
        return []
    form = "full" if year is not None else "month_day"
    first = make(match.start(), match.end("first"), Said(year, month, day), grain="day", form=form)
    return [first, replace(last[0], start=match.start("day"))]


def _iso(match: re.Match[str], text: str) -> list[Temporal]:
    year, month, day = int(match["year"]), int(match["month"]), int(match["day"])
    if not calendar.valid(year, month, day) or text[match.start() - 1 : match.start()] in (
        "-",
        "/",
        ".",
    ):
        return []
    made = make(match.start(), match.end(), Said(year, month, day), grain="day", form="iso")
    groups = match.groupdict()
    if not groups.get("clock"):
        return [made]
    clock = f"{match['h']}:{match['m']}" + (f":{match['s']}" if match["s"] else "")
    zone = match["zone"]
    offset = None if not zone else "+00:00" if zone in ("Z", "UTC") else f"{zone[:3]}:{zone[-2:]}"
    grain = "second" if match["s"] else "minute"
    return [
        replace(
            made,
            kind="TIME",
            value=f"{made.value}T{clock}",
            grain=grain,
            clock=clock,
            zone=zone,
            offset=offset,
        )
    ]


def _numeric(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "02/01/2021": month first, unless that is no month.

    Pass two looks at the rest of the text.
    """
    a, b, year_word = int(match["a"]), int(match["b"]), match["year"]
    short = len(year_word) == 2
    if text[match.start() - 1 : match.start()] in ("-", "/", ".", "$") or (
        short and match["sep"] == "."
    ):
        return []
    year = full_year(int(year_word)) if short else int(year_word)
    day_first = match["sep"] == "." or a > 12
    month, day = (b, a) if day_first else (a, b)
    if not calendar.valid(year, month, day):
        return []
    form = (
        "numeric"
        if a <= 12 and b <= 12 and match["sep"] != "."
        else "numeric_day_first"
        if day_first
        else "numeric_month_first"
    )
    made = make(match.start(), match.end(), Said(year, month, day), grain="day", form=form)
    clock = _NUMERIC_CLOCK.match(text, match.end())
    if not clock:
        return [made]
    hour = int(clock["h"])
    if clock["half"]:
        hour = hour % 12 + (12 if clock["half"] == "P" else 0)
    said = f"{hour:02d}:{clock['m']}" + (f":{clock['s']}" if clock["s"] else "")
    grain = "second" if clock["s"] else "minute"
    return [
        replace(
            made,
            end=clock.end(),
            kind="TIME",
            value=f"{made.value}T{said}",
            grain=grain,
            clock=said,
        )
    ]


def _weekday(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "Monday", "Monday morning", "Monday the 13th"; "Sun" only where a date follows."""
    name = match["wd"].rstrip(".").lower()
    if name not in words.FULL_WEEKDAYS and not (match["day"] or _abbreviated(match)):
        return []
    before = text[max(0, match.start() - 8) : match.start()]
    if _NOT_WEEKDAY_BEFORE.search(before) or _NOT_WEEKDAY_AFTER.match(text, match.end("wd")):
        return []
    weekday = words.weekday_of(name)
    part = words.PARTS[match["part"].lower()] if match["part"] else None
    end = match.end()
    if (
        text[match.end("wd") : match.end("wd") + 2] in ("'s", "\u2019s")
        and not match["part"]
        and not match["day"]
    ):
        end = match.end("wd")
    dot = int(match["wd"].endswith(".") and name in words.FULL_WEEKDAYS and end == match.end("wd"))
    if match["day"]:
        said = Said(day=day_of(match["day"]), weekday=weekday, part=part)
        return [make(match.start(), end, said, grain="day", form="day_only")]
    return [
        make(
            match.start(), end - dot, Said(weekday=weekday, part=part), grain="day", form="weekday"
        )
    ]


def _abbreviated(match: re.Match[str]) -> bool:
    word = match["wd"]
    return (
        word.endswith(".") and word[:3].lower() not in ("sun", "sat", "wed") and not word.islower()
    )


def _the_day(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "on the 13th"; not "the 13th spacewalk"."""
    if not _BEFORE_THE_DAY.search(text[max(0, match.start() - 12) : match.start()]):
        return []
    return [
        make(
            match.start(),
            match.end(),
            Said(day=day_of(match["day"])),
            grain="day",
            form="day_only",
        )
    ]


MONTH_RULES = (Rule(_MONTH_DAY, _month_day),)
WEEKDAY_RULES = (
    Rule(_MONTH_DAY, _month_day),
    Rule(_DAY_MONTH, _calendar_day),
    Rule(_WEEKDAY, _weekday),
)
DIGIT_RULES = (
    Rule(_DAY_MONTH, _calendar_day),
    Rule(_DAYS_MONTH, _days_month),
    Rule(_ISO, _iso),
    Rule(_COMPACT, _iso),
    Rule(_NUMERIC, _numeric),
)
THE_RULES = (
    Rule(_DAY_MONTH, _calendar_day),
    Rule(_DAYS_MONTH, _days_month),
    Rule(_THE_DAY, _the_day),
)
