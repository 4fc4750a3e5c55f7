"""Calendar dates as stated: "Monday (Feb. 1)", "3 March 2021", "2021-02-01", "the 1990s"."""

import re
from dataclasses import replace

from evafacts.mentions.temporal import calendar, words
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

_SHORT_YEAR = r"(?:['\u2019]\d\d(?!\d))"
_ANY_YEAR = rf"(?:{YEAR}|{_SHORT_YEAR})"
_WD = (
    rf"(?:(?P<wd>{WEEKDAY})(?:{SPACE}(?P<part>{PART})\b)?(?:,{SPACE}?|{SPACE}?\({SPACE}?|{SPACE})"
    rf"(?:on{SPACE})?(?:the{SPACE})?)?"
)
_TAIL_YEAR = rf"(?:{SPACE}?,?{SPACE}?(?P<year>{_ANY_YEAR}))?"
_TAIL_WD = rf"(?:{SPACE}?\({SPACE}?(?P<wd2>{WEEKDAY})\)|,{SPACE}(?:a{SPACE})?(?P<wd3>{WEEKDAY})(?=[,.;)]|$))?"
_ORD_DAY = rf"(?:{DAY}|{ORDINAL}\b)"
_MONTH_DAY = re.compile(
    rf"{_WD}(?P<month>{MONTH}){SPACE}?(?:the{SPACE})?(?P<day>{_ORD_DAY}){_TAIL_YEAR}{_TAIL_WD}",
    re.I,
)
_DAY_MONTH = re.compile(
    rf"{_WD}(?:the{SPACE}(?!\d{{1,2}}{SPACE}))?(?P<day>{_ORD_DAY})(?:{SPACE}of)?(?:{SPACE}|{HYPHEN})?(?P<month>{MONTH})"
    rf"(?:{SPACE}?,?(?:{SPACE}|{HYPHEN})?(?P<year>{_ANY_YEAR}))?{_TAIL_WD}",
    re.I,
)
_DAYS_MONTH = re.compile(
    rf"(?:the{SPACE})?(?P<first>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?)"
    rf"(?:{SPACE}?{DASH}{SPACE}?|{SPACE}(?:and|to|or|until){SPACE}(?:the{SPACE})?)"
    rf"(?P<day>{DAY})(?:{SPACE}of)?{SPACE}(?P<month>{MONTH})(?:{SPACE}?,?{SPACE}?(?P<year>{_ANY_YEAR}))?",
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
    r"(?P<year>(?:1[5-9]|20|21)\d\d)(?P<sep>[-/\u2010\u2011])(?P<month>0[1-9]|1[0-2])(?P=sep)(?P<day>3[01]|[12]\d|0[1-9])"
    r"(?P<clock>[T ](?P<h>[01]\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?:\.\d+)?"
    r"(?P<zone>Z|UTC|[+-]\d\d:?\d\d)?)?(?![\w/-])"
)
_COMPACT = re.compile(
    r"(?P<year>(?:19|20)\d\d)(?P<month>0[1-9]|1[0-2])(?P<day>3[01]|[12]\d|0[1-9])(?![\w/-]|\.\d{1,3}\b(?!\d))"
)
_NUMERIC = re.compile(
    r"(?P<a>\d{1,2})(?P<sep>[/.-])(?P<b>\d{1,2})(?P=sep)(?P<year>(?:1[5-9]|20|21)\d\d|\d\d)(?![\w/-]|\.\d)"
)
_NUMERIC_CLOCK = re.compile(r"\s(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?!\d)")
_YEAR = re.compile(rf"(?P<year>{YEAR})")
_YEARS = re.compile(
    rf"(?P<year>(?:1[5-9]|20|21)\d\d)(?:{SPACE}?{DASH}{SPACE}?|{SPACE}(?:to|through|until){SPACE})"
    rf"(?P<last>(?:1[5-9]|20|21)\d\d|\d\d(?=[^\d]|$))(?![\w%/-]|[.,:]\d)"
)
_DECADE = re.compile(
    r"(?:(?P<century>1[5-9]|20)(?P<ten>\d)0|['\u2019]?(?P<short>\d)0)['\u2019]?s\b"
)
_MONTH_YEAR = re.compile(
    rf"(?P<month>{MONTH})(?:{SPACE}of)?(?:,?{SPACE}|{HYPHEN})(?P<year>{_ANY_YEAR})", re.I
)
_MONTH_ALONE = re.compile(rf"(?P<month>{MONTH})", re.I)
_WEEKDAY = re.compile(
    rf"(?P<wd>{WEEKDAY})(?:['\u2019]s\b)?(?:{SPACE}(?P<part>{PART})\b)?"
    rf"(?:(?:,{SPACE}|{SPACE}\(|{SPACE})the{SPACE}(?P<day>(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)))?",
    re.I,
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
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|of|during|from|through|throughout|this|late|early|mid|before|after|last|next|between"
    r"|around|for|and|to|or|on|every|each|the)[\s-]$",
    re.I,
)
_STRONG_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|during|from|through|throughout|late|early|mid|before|after|last|next|this|between)[\s-]$",
    re.I,
)
_AFTER_MONTH_NO = re.compile(r"\s+(?:[A-Z][a-z]+|be|have|not|on|as)\b")
_BEFORE_YEAR = re.compile(
    r"\b(?:in|since|until|till|by|of|during|from|through|throughout|late|early|mid|before|after|around|between|for"
    r"|circa|and|to|or|the|its|his|her|their|year|fiscal|than|with|spring|summer|autumn|fall|winter|end|beginning)[\s-]$",
    re.I,
)
_NOT_YEAR_BEFORE = re.compile(
    r"(?:[$€£¥#]|\b(?:No|Nos|Flight|flight|STS|room|Room|Highway|Route|Boeing|page|pages|Building|Resolution|about|nearly"
    r"|almost|some|only|than|over|exactly|Expedition|asteroid|Sols?|model|version|Street|at|extension|ext)\.?[\s-]?)$"
)
_NOT_YEAR_AFTER = re.compile(
    r"(?:\s(?:hours?|hrs|GMT|UTC|people|feet|foot|ft|miles?|meters?|metres?|kilomet(?:er|re)s?|km|pounds?|lbs?|kg|tons?"
    r"|tonnes|dollars|percent|degrees|points?|square|cubic|men|women|children|local|Moscow|troops|mph|watts?|kilograms?"
    r"|others|more|of the|different|additional|[ap]\.m|yards?|inch(?:es)?|cars|jobs|shares|seats|rpm|words)\b"
    r"|\s?(?:%|km\b|kg\b|m\b|mph\b)|[-\u2011](?:foot|meter|metre|mile|pound|ton|square|year|strong|seat|word|member)"
    r"|\s[A-Z][a-z]+\s(?:Street|Avenue|Road|St|Ave|Rd|Blvd|Boulevard|Drive)\b)"
)
_PLURAL_AFTER = re.compile(
    r"\s(?!has|was|is|as|this|its|his|results|elections|sales|earnings|profits|games|plus|champions|gains|losses|figures|estimates)[a-z]{2,}s\b"
)
_DECADE_NOUN = re.compile(
    r"\s(?!and|or|to|was|were|had|when|as|but|that|with|for|in|of|on|at|by|from|until|after|before|through|is|are|the|a|an|he"
    r"|she|it|they|we|who|which|while|where|because|would|will|could|has|have|did|onward|onwards|alone|also)[a-z]+[a-z](?<!ed)\b"
)


def _day_of(word: str) -> int:
    lower = re.sub(r"\s+", "-", word.lower())
    return words.ORDINALS[lower] if lower in words.ORDINALS else int(re.sub(r"\D", "", lower))


def _year_of(word: str | None) -> int | None:
    if not word:
        return None
    if word[0].isdigit():
        return int(word)
    return full_year(int(word[1:]))


def full_year(two: int) -> int:
    """The year that two digits stand for: '98 is 1998, '21 is 2021."""
    return 1900 + two if two > 35 else 2000 + two


def undefined(said: Said) -> str:
    """The value with the unsaid left open: ``XXXX-11-06``, ``XXXX-WXX-1``."""
    if said.fixed:
        return said.fixed
    year = f"{said.year:04d}" if said.year is not None else "XXXX"
    if said.suffix:
        return f"{year}-{said.suffix}"
    if said.month is not None or said.day is not None:
        month = f"{said.month:02d}" if said.month is not None else "XX"
        text = f"{year}-{month}" + (f"-{said.day:02d}" if said.day is not None else "")
    elif said.weekday is not None:
        text = f"XXXX-WXX-{said.weekday + 1}"
    else:
        text = year
    return text + (f"T{said.part}" if said.part else "")


def make(start: int, end: int, said: Said, *, grain: str, form: str) -> Temporal:
    """A date of pass one: settled where the words say it all."""
    whole = said.year is not None and said.anchor is None
    return Temporal(
        start,
        end,
        "TIME" if said.part else "DATE",
        undefined(said),
        "stated" if whole else None,
        "part-of-day" if said.part else grain,
        form,
        weekday=said.weekday,
        said=said,
    )


def _shady(match: re.Match[str]) -> bool:
    """A month word in small letters that is another word: "he may 3 times"."""
    month = match["month"].rstrip(".")
    return month.islower() and month in words.SHADY_LOWER_MONTHS


def _calendar_day(match: re.Match[str], text: str) -> list[Temporal]:
    groups = match.groupdict()
    month, day = words.month_of(match["month"]), _day_of(match["day"])
    year = _year_of(groups.get("year"))
    if _shady(match) or not calendar.valid(year or 2020, month, day):
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
        if not more or not (more["year"] or _MORE_END.match(text, more.end("day"))):
            break
        said = found[-1].said
        if (
            said is None
            or said.month is None
            or not calendar.valid(2020, said.month, _day_of(more["day"]))
        ):
            break
        year = _year_of(more["year"])
        next_said = Said(year, said.month, _day_of(more["day"]))
        end = more.end() if year else more.end("day")
        found.append(
            make(
                more.start("day"), end, next_said, grain="day", form="full" if year else "month_day"
            )
        )
        if year:
            return [_in_year(one, year) for one in found[:-1]] + found[-1:]
    return found


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
    month, year, day = words.month_of(match["month"]), last[0].said.year, _day_of(match["first"])
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
    """As in "02/01/2021": month first, unless that is no month (pass two looks at the rest of the text)."""
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
    said = f"{int(clock['h']):02d}:{clock['m']}" + (f":{clock['s']}" if clock["s"] else "")
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


def _year(match: re.Match[str], text: str) -> list[Temporal]:
    """A bare year: "in 2012", "the 1996 Summer Olympics"; not "2000 workers", "at 1905"."""
    before = text[max(0, match.start() - 16) : match.start()]
    cued = _BEFORE_YEAR.search(before)
    if before[-1:] in ("-", "/", ".", ":") and not cued:
        return []
    if _NOT_YEAR_AFTER.match(text, match.end()) or (_NOT_YEAR_BEFORE.search(before) and not cued):
        return []
    year = int(match["year"])
    if not cued and (_PLURAL_AFTER.match(text, match.end()) or not 1900 <= year <= 2099):
        return []
    return [make(match.start(), match.end(), Said(year), grain="year", form="year")]


def _years(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "1986-1990", "1986-90", "1986 to 1990": two years."""
    first, word = int(match["year"]), match["last"]
    last = int(word) if len(word) == 4 else first - first % 100 + int(word)
    if not first < last <= first + 200 or _NOT_YEAR_AFTER.match(text, match.end()):
        return []
    if text[match.start() - 1 : match.start()] in ("-", "/", ".", "$"):
        return []
    return [
        make(match.start(), match.end("year"), Said(first), grain="year", form="year"),
        make(match.start("last"), match.end("last"), Said(last), grain="year", form="year"),
    ]


def _decade(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "the late 1990s", "'90s"; not a decade as a style ("the 1990s suit"), not "in his 60s"."""
    before = text[max(0, match.start() - 24) : match.start()].lower()
    if match["short"] and ("'" not in match[0][:1] and "\u2019" not in match[0][:1]):
        return []
    if re.search(r"\b(?:his|her|their|mid-?|low|upper|high)\s?$", before) and match["short"]:
        return []
    if not re.search(
        r"\b(?:in|of|since|during|from|by|through)\s(?:the\s)?", before
    ) and _DECADE_NOUN.match(text, match.end()):
        return []
    prefix = f"{match['century']}{match['ten']}" if match["century"] else f"19{match['short']}"
    said = Said(fixed=prefix, year=int(prefix) * 10)
    return [make(match.start(), match.end(), said, grain="decade", form="decade")]


def _month_year(match: re.Match[str], text: str) -> list[Temporal]:
    if _shady(match):
        return []
    said = Said(_year_of(match["year"]), words.month_of(match["month"]))
    return [make(match.start(), match.end(), said, grain="month", form="month_year")]


def _month(match: re.Match[str], text: str) -> list[Temporal]:
    """A month alone: "in March", "November's launch"; not "May said", "to march"."""
    name = match["month"].rstrip(".").lower()
    before = text[max(0, match.start() - 12) : match.start()]
    if match["month"][0].islower() and name in words.SHADY_LOWER_MONTHS:
        return []
    if name not in words.FULL_MONTHS and not _STRONG_BEFORE_MONTH.search(before):
        return []
    if name in words.SHADY_MONTHS and not _STRONG_BEFORE_MONTH.search(before):
        possessive = _BEFORE_MONTH.search(before) or text[match.end() : match.end() + 2] in (
            "'s",
            "\u2019s",
        )
        if name in ("may", "march") or not possessive or _AFTER_MONTH_NO.match(text, match.end()):
            return []
    dot = match["month"].endswith(".") and name in words.FULL_MONTHS
    said = Said(month=words.month_of(name))
    return [make(match.start(), match.end() - int(dot), said, grain="month", form="month")]


def _weekday(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "Monday", "Monday morning", "Monday the 13th"; "Sun" and "Sat" only where a date follows."""
    name = match["wd"].rstrip(".").lower()
    if name not in words.FULL_WEEKDAYS and not (match["day"] or _abbreviated(match)):
        return []
    if re.search(
        r"\b(?:every|each|any|most)\s$", text[max(0, match.start() - 7) : match.start()], re.I
    ):
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
        said = Said(day=_day_of(match["day"]), weekday=weekday, part=part)
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
            Said(day=_day_of(match["day"])),
            grain="day",
            form="day_only",
        )
    ]


MONTH_RULES = (
    Rule(_MONTH_DAY, _month_day),
    Rule(_MONTH_YEAR, _month_year),
    Rule(_MONTH_ALONE, _month),
)
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
    Rule(_YEARS, _years),
    Rule(_YEAR, _year),
    Rule(_DECADE, _decade),
)
THE_RULES = (
    Rule(_DAY_MONTH, _calendar_day),
    Rule(_DAYS_MONTH, _days_month),
    Rule(_THE_DAY, _the_day),
)
DECADE_RULES = (Rule(_DECADE, _decade),)
