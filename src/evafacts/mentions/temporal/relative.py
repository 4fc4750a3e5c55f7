"""Dates told by their distance or by a name: "today", "last Friday", "two weeks ago"."""

import datetime
import re
from dataclasses import replace
from typing import Literal

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.temporal import calendar, guess, words
from evafacts.mentions.temporal.making import full_year, make
from evafacts.mentions.temporal.types import Rule, Said, Temporal
from evafacts.mentions.temporal.words import (
    DAY,
    HYPHEN,
    LINK,
    MONTH,
    ORDINAL,
    PART,
    SEASON,
    SPACE,
    WEEKDAY,
    YEAR,
)

Anchor = Literal["published", "previous"]

DAY_WORDS = {"today": 0, "tonight": 0, "tomorrow": 1, "yesterday": -1}
DAY_WORDS |= {"to-day": 0, "to-night": 0, "to-morrow": 1}
_TOWARDS = {
    "last": -1,
    "past": -1,
    "this": 0,
    "next": 1,
    "coming": 1,
    "previous": -1,
    "following": 1,
    "same": 0,
}
_SUFFIXES = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_UNIT = r"(?P<unit>day|week|weekend|month|quarter|year|decade|century|season)\b"
_FISCAL_YEAR = rf"(?:(?:fiscal|calendar|financial|school|academic){SPACE}year)"
_DAY_WORD = re.compile(
    rf"(?P<word>{words.alternation(DAY_WORDS)})\b(?:{SPACE}(?P<part>{PART})\b)?", re.I
)
_SHOW_BEFORE = AnyCase(rf"\b{words.alternation(words.CUES['not_day_before'])}{SPACE}$")
_SHOW_AFTER = re.compile(
    rf"\W{{0,2}}{SPACE}{words.alternation(words.CUES['not_day_after'])}\b", re.I
)
_QUOTE = "[\"'`\u2018\u2019\u201c\u201d]"
_QUOTED = re.compile(rf"{_QUOTE}\w+{_QUOTE}")
_THIS = re.compile(
    rf"(?:the{SPACE})?(?P<which>this|last|next|past|coming|same){SPACE}(?:(?P<turn>coming|past){SPACE})?"
    rf"(?:(?P<part>{PART})\b|(?P<season>{SEASON})\b|{_UNIT}|(?P<fiscal>{_FISCAL_YEAR})"
    rf"|(?P<wd>{WEEKDAY})(?:['\u2019]s\b)?(?:{SPACE}(?P<wdpart>{PART})\b)?|(?P<month>{MONTH})(?!{SPACE}{DAY}))",
    re.I,
)
_NEIGHBOUR = re.compile(
    rf"(?P<the>the|that){SPACE}(?:very{SPACE})?(?P<which>following|next|previous|same)?{SPACE}?(?<=\s)"
    rf"(?:(?P<part>{PART})\b|(?P<wd>{WEEKDAY})\b|{_UNIT})(?!['\u2019\u2010\u2011-])",
    re.I,
)
_FOLLOWING = re.compile(
    rf"(?P<which>following|previous){SPACE}(?:{_UNIT}|(?P<wd>{WEEKDAY})\b)", re.I
)
_DAY_BESIDE = re.compile(
    rf"the{SPACE}day{SPACE}(?P<side>after|before)(?:{SPACE}(?P<word>tomorrow|yesterday|today)\b|(?=[.,;]|$|\n))",
    re.I,
)
_COUNT = (
    rf"(?P<count>\d{{1,4}}|{words.NUMBER}|an?|several|(?:an?{SPACE})?few"
    rf"|(?:an?{SPACE})?couple{SPACE}of|many)"
)
_AGO = re.compile(
    rf"{_COUNT}{SPACE}(?P<unit>{words.alternation(words.UNITS)})\b,?{SPACE}"
    rf"(?P<how>ago\b|earlier\b|later\b|from{SPACE}(?:now|today)\b|hence\b|previously\b|before(?={SPACE}?[.,;]|$)"
    rf"|prior(?={SPACE}?[.,;]|$)|afterwards?\b)(?!{SPACE}than\b)(?:{SPACE}(?P<today>today|this{SPACE}week)\b)?",
    re.I,
)
_WEEK_FROM = re.compile(
    rf"(?P<count>a|one|two|three|four){SPACE}weeks?{SPACE}(?P<how>from|ago|after|before){SPACE}"
    rf"(?:(?:on|this|next|last){SPACE})?(?P<wd>{WEEKDAY}|today|tomorrow|yesterday)\b",
    re.I,
)
_OF_WEEK = re.compile(
    rf"(?P<wd>{WEEKDAY})(?:{SPACE}(?P<part>{PART}))?,?{SPACE}(?:of{SPACE})?(?P<which>last|this|next){SPACE}week\b",
    re.I,
)
_OF_YEAR = re.compile(
    rf"(?P<month>{MONTH})(?:{SPACE}?(?P<day>{DAY}))?,?{SPACE}(?:of{SPACE})?(?P<which>last|this|next){SPACE}year\b",
    re.I,
)
_DAY_OF_YEAR = re.compile(
    rf"(?P<day>{DAY})(?:{SPACE}of)?{SPACE}(?P<month>{MONTH}),?{SPACE}(?:of{SPACE})?(?P<which>last|this|next){SPACE}year\b",
    re.I,
)
_OF_YEAR_TAIL = (
    rf"(?:,?{SPACE}(?:of{SPACE})?(?:(?:the{SPACE})?(?:fiscal|calendar){SPACE}(?:year{SPACE})?)?"
    rf"(?:(?:FY[ -]?)?(?P<year>{YEAR})|(?P<which>last|this|next|the){SPACE}year\b))"
)
_SEASON_YEAR = re.compile(rf"(?:the{SPACE})?(?P<season>{SEASON}){_OF_YEAR_TAIL}", re.I)
_QUARTER = re.compile(
    rf"(?:the{SPACE})?(?:fiscal{SPACE})?(?P<nth>first|second|third|fourth|final){LINK}(?:fiscal{SPACE})?"
    rf"(?P<what>quarter|half)(?:['\u2019]s)?\b(?P<tail>{_OF_YEAR_TAIL})?",
    re.I,
)
_Q = re.compile(
    rf"(?P<nth>[QH][1-4])(?:{SPACE}(?:of{SPACE})?|{HYPHEN})?(?P<year>{YEAR})?(?!\w|\.\d)"
)
_FISCAL = re.compile(
    rf"(?:the{SPACE})?(?:(?:fiscal|financial)(?:{SPACE}year)?{SPACE}|FY[ -]?)"
    rf"(?P<year>{YEAR}|['\u2019]?\d\d\b)",
    re.I,
)
_SEASON = re.compile(
    rf"the{SPACE}(?P<season>{SEASON})(?=[.,;:)]|$|\s(?:and|but|when|with|after|before|while)\b)",
    re.I,
)
_BEFORE_SEASON = re.compile(
    r"\b(?:in|before|until|till|since|by|during|through|for|after)\s$", re.I
)
_PART_ALONE = re.compile(
    rf"(?P<part>evening|morning|dawn|daybreak)\b(?:(?<=dawn|reak){SPACE}(?P<wd>{WEEKDAY})\b)?", re.I
)
_BEFORE_PART = re.compile(r"\b(?:by|before|until|till)\s$", re.I)
_CENTURY = re.compile(
    rf"(?:the{SPACE})?(?:(?P<nth>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{ORDINAL})){LINK}century\b",
    re.I,
)
_EDGE_OF = re.compile(
    rf"the{SPACE}(?:end|beginning|start|middle|close|rest|remainder){SPACE}of{SPACE}(?:the|this){SPACE}(?P<unit>week|month|year|decade|century|quarter)\b",
    re.I,
)
_WEEKEND = re.compile(rf"(?:the|this){SPACE}weekend\b", re.I)
_REFERENCE = re.compile(rf"{words.alternation(words.REFERENCES)}\b(?!{HYPHEN})", re.I)
_HOLIDAY = re.compile(
    rf"{words.alternation(words.HOLIDAYS)}\b(?:,?{SPACE}(?:of{SPACE})?(?P<year>{YEAR}))?", re.I
)
_UNITS = {"weekend": "weekend", "season": "season"}


def _shift(
    start: int,
    end: int,
    unit: str,
    shift: int,
    *,
    anchor: Anchor = "published",
    part: str | None = None,
    form: str = "relative",
) -> list[Temporal]:
    reference = "PRESENT_REF" if shift == 0 else "PAST_REF" if shift < 0 else "FUTURE_REF"
    said = Said(unit=unit, shift=shift, anchor=anchor, part=part, fixed=reference)
    return [make(start, end, said, grain=unit, form=form)]


def _day_word(match: re.Match[str], text: str) -> list[Temporal]:
    word = match["word"].lower()
    if "-" in word and text[match.start() - 1 : match.start()] == "-":
        return []
    if match[0][0].isupper() and _is_show(match, text):
        return []
    part = "NI" if word.endswith("night") else None
    if match["part"]:
        part = words.PARTS[match["part"].lower()]
    return _shift(*match.span(), "day", DAY_WORDS[word], part=part)


def _is_show(match: re.Match[str], text: str) -> bool:
    """As in the "Today" show, in USA Today."""
    start, end = match.span()
    return bool(
        _QUOTED.fullmatch(text, max(0, start - 1), end + 1)
        or _SHOW_AFTER.match(text, end)
        or _SHOW_BEFORE.search(text[max(0, start - 12) : start])
    )


def _this(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "this morning", "last week", "next Tuesday", "this past March", "this spring"."""
    which = match["which"].lower()
    shift = -1 if match["turn"] and match["turn"].lower() == "past" else _TOWARDS[which]
    span = match.span()
    the = match[0][:3].lower() == "the"
    if match["part"]:
        part = words.PARTS[match["part"].lower()]
        if the or (which == "last" and part not in ("NI", "EV")):
            return []
        return _shift(*span, "day", shift, part=part)
    if match["season"]:
        said = Said(suffix=words.SEASONS[match["season"].lower()], towards=shift)
        return [make(*span, said, grain="season", form="relative")]
    if match["wd"]:
        return _towards_weekday(match, shift)
    if match["month"]:
        if (
            match["month"].rstrip(".").lower() not in words.FULL_MONTHS
            or match["month"][0].islower()
        ):
            return []
        end = match.end() - int(match["month"].endswith("."))
        said = Said(month=words.month_of(match["month"]), towards=shift)
        return [make(match.start(), end, said, grain="month", form="relative")]
    return _towards_unit(match, shift)


def _towards_weekday(match: re.Match[str], shift: int) -> list[Temporal]:
    name = match["wd"].rstrip(".").lower()
    if name not in words.FULL_WEEKDAYS:
        return []
    part = words.PARTS[match["wdpart"].lower()] if match["wdpart"] else None
    end = match.end("wdpart") if part else match.end("wd") - int(match["wd"].endswith("."))
    said = Said(weekday=words.weekday_of(name), towards=shift, part=part)
    return [make(match.start(), end, said, grain="day", form="relative")]


def _towards_unit(match: re.Match[str], shift: int) -> list[Temporal]:
    unit = "year" if match["fiscal"] else match["unit"].lower()
    which = match["which"].lower()
    the = match[0][:3].lower() == "the"
    if unit == "day" or (the and which in ("last", "past")) or unit == "season" or which == "past":
        return []
    if the or which == "same":
        return _shift(*match.span(), unit, shift, anchor="previous", form="neighbour")
    return _shift(*match.span(), unit, shift)


def _neighbour(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "the next day", "the following Monday", "that night": from the day told before."""
    which = (match["which"] or "").lower()
    if not which and (match["the"].lower() == "the" or match["wd"]):
        return []
    shift = _TOWARDS.get(which, 0)
    span = match.span()
    if match["part"]:
        part = words.PARTS[match["part"].lower()]
        return _shift(*span, "day", shift, anchor="previous", part=part, form="neighbour")
    if match["wd"]:
        name = match["wd"].rstrip(".").lower()
        if name not in words.FULL_WEEKDAYS:
            return []
        said = Said(weekday=words.weekday_of(name), towards=shift, anchor="previous")
        return [make(*span, said, grain="day", form="neighbour")]
    return _shift(*span, match["unit"].lower(), shift, anchor="previous", form="neighbour")


def _following(match: re.Match[str], text: str) -> list[Temporal]:
    shift = _TOWARDS[match["which"].lower()]
    if match["wd"]:
        said = Said(weekday=words.weekday_of(match["wd"]), towards=shift, anchor="previous")
        return [make(*match.span(), said, grain="day", form="neighbour")]
    return _shift(*match.span(), match["unit"].lower(), shift, anchor="previous", form="neighbour")


def _day_beside(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "the day after tomorrow", "the day before."""
    step = 1 if match["side"].lower() == "after" else -1
    if not match["word"]:
        return _shift(*match.span(), "day", step, anchor="previous", form="neighbour")
    return _shift(*match.span(), "day", step + DAY_WORDS[match["word"].lower()])


def _count(word: str) -> int | None:
    lower = word.lower()
    if lower in ("a", "an"):
        return 1
    if lower.isdigit():
        return int(lower)
    try:
        return words.number_of(lower)
    except KeyError:
        return None


def _ago(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "two weeks ago", "three days later", "a year earlier", "10 days from now"."""
    how = match["how"].lower().split()[0]
    unit = words.UNITS[match["unit"].lower()]
    count = _count(match["count"])
    back = how in ("ago", "earlier", "previously", "before", "prior")
    if unit in ("hour", "minute", "second") or count is None:
        if how not in ("ago", "from", "hence"):
            return []
        said = Said(fixed="PAST_REF" if back else "FUTURE_REF")
        return [make(*match.span(), said, grain="ref", form="relative")]
    if unit == "fortnight":
        unit, count = "week", 2 * count
    anchor: Anchor = "published" if how in ("ago", "from", "hence") else "previous"
    form = "relative" if anchor == "published" else "neighbour"
    if match["today"] and match["today"].lower() == "today":
        return _ago_today(match, unit, count)
    return _shift(*match.span(), unit, -count if back else count, anchor=anchor, form=form)


def _ago_today(match: re.Match[str], unit: str, count: int) -> list[Temporal]:
    """As in "two weeks ago today", "fifty years ago today": a day."""
    days = {"day": 1, "week": 7}.get(unit, 0)
    months = {"month": 1, "quarter": 3, "year": 12, "decade": 120}.get(unit, 1200)
    said_unit = "day" if days else "day-of-month"
    made = _shift(*match.span(), said_unit, -count * (days or months))
    return [replace(one, grain="day") for one in made]


def _week_from(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "a week from Tuesday", "two weeks ago Monday"."""
    weeks = _count(match["count"]) or 1
    back = match["how"].lower() in ("ago", "before")
    days = -7 * weeks if back else 7 * weeks
    word = match["wd"].rstrip(".").lower()
    if word in DAY_WORDS:
        return _shift(*match.span(), "day", days + DAY_WORDS[word])
    if word not in words.FULL_WEEKDAYS:
        return []
    said = Said(weekday=words.weekday_of(word), towards=-1 if back else 1, unit="day", shift=days)
    return [make(*match.span(), said, grain="day", form="relative")]


def _of_week(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "Monday of last week", "Friday next week"."""
    part = words.PARTS[match["part"].lower()] if match["part"] else None
    shift = _TOWARDS[match["which"].lower()]
    said = Said(
        weekday=words.weekday_of(match["wd"]),
        unit="week",
        shift=shift,
        part=part,
        anchor="published",
    )
    return [make(*match.span(), said, grain="day", form="relative")]


def _of_year(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "in March of last year", "Nov. 3 last year"."""
    day = int(re.sub(r"\D", "", match["day"])) if match["day"] else None
    month = words.month_of(match["month"])
    if day and not calendar.valid(2020, month, day):
        return []
    shift = _TOWARDS[match["which"].lower()]
    said = Said(month=month, day=day, unit="year", shift=shift, anchor="published")
    return [make(*match.span(), said, grain="day" if day else "month", form="relative")]


def _in_year(match: re.Match[str], suffix: str, grain: str) -> list[Temporal]:
    groups = match.groupdict()
    span = match.span()
    if groups.get("year"):
        return [make(*span, Said(int(groups["year"]), suffix=suffix), grain=grain, form=grain)]
    which = (groups.get("which") or "").lower()
    if which:
        said = Said(suffix=suffix, unit="year", shift=_TOWARDS.get(which, 0), anchor="published")
        return [make(*span, said, grain=grain, form="relative")]
    return [make(*span, Said(suffix=suffix), grain=grain, form=grain)]


def _season_year(match: re.Match[str], text: str) -> list[Temporal]:
    return _in_year(match, words.SEASONS[match["season"].lower()], "season")


def _quarter(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "the third quarter of 2021", "third-quarter"; a half only with its year."""
    nth = _SUFFIXES[match["nth"].lower()]
    half = match["what"].lower() == "half"
    if half and (not match["tail"] or nth > 2):
        return []
    return _in_year(match, f"{'H' if half else 'Q'}{nth}", "half" if half else "quarter")


def _q(match: re.Match[str], text: str) -> list[Temporal]:
    if match["nth"][0] == "H" and not match["year"]:
        return []
    end = match.end() if match["year"] else match.end("nth")
    year = int(match["year"]) if match["year"] else None
    return [
        make(match.start(), end, Said(year, suffix=match["nth"]), grain="quarter", form="quarter")
    ]


def _season(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "before the fall": only where nothing goes on ("the fall of the wall")."""
    if not _BEFORE_SEASON.search(text, max(0, match.start() - 12), match.start()):
        return []
    said = Said(suffix=words.SEASONS[match["season"].lower()])
    return [make(*match.span(), said, grain="season", form="season")]


def _part(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "by evening": of the day told before; "dawn Thursday"."""
    if match["wd"] and match["wd"].lower() in words.FULL_WEEKDAYS:
        said = Said(weekday=words.weekday_of(match["wd"]), part=words.PARTS[match["part"].lower()])
        return [make(*match.span(), said, grain="day", form="weekday")]
    if match["wd"] or not _BEFORE_PART.search(text, max(0, match.start() - 8), match.start()):
        return []
    part = words.PARTS[match["part"].lower()]
    return _shift(*match.span(), "day", 0, anchor="previous", part=part, form="part")


def _fiscal(match: re.Match[str], text: str) -> list[Temporal]:
    digits = re.sub(r"\D", "", match["year"])
    year = int(digits) if len(digits) == 4 else full_year(int(digits))
    said = Said(year, fixed=f"FY{year}")
    return [make(*match.span(), said, grain="year", form="fiscal")]


def _century(match: re.Match[str], text: str) -> list[Temporal]:
    nth = (
        int(match["nth"])
        if match["nth"]
        else words.ORDINALS[re.sub(r"\s+", "-", match["word"].lower())]
    )
    said = Said(year=(nth - 1) * 100, fixed=f"{nth - 1:02d}")
    return [make(*match.span(), said, grain="century", form="century")]


def _edge_of(match: re.Match[str], text: str) -> list[Temporal]:
    return _shift(*match.span(), match["unit"].lower(), 0)


def _weekend(match: re.Match[str], text: str) -> list[Temporal]:
    towards = 0 if match[0][:4].lower() == "this" else None
    said = Said(suffix="WE", towards=towards)
    return [make(*match.span(), said, grain="weekend", form="relative")]


_GOES_ON = re.compile(
    r"\s(?!and\b|or\b|to\b|was\b|is\b|but\b|when\b|as\b|he\b|she\b|they\b|it\b|we\b|have\b|has\b|had\b|of\b|for\b)\w"
)


def _reference(match: re.Match[str], text: str) -> list[Temporal]:
    phrase = " ".join(match[0].lower().split())
    if text[match.start() - 1 : match.start()] == "-":
        return []
    value = words.REFERENCES[phrase]
    if phrase.endswith(("past", "present", "future")) and _GOES_ON.match(text, match.end()):
        return []
    if re.match(r"\s(?:after|before|to\b|as\b|enough)", text[match.end() : match.end() + 8]):
        return []
    return [make(*match.span(), Said(fixed=value), grain="ref", form="ref")]


_NOT_THE_DAY = re.compile(
    r"[\s-](?:weekend|season|shopping|sales?|gifts?|cards?|presents?|trees?|parties|party|dinner|lunch|turkey|songs?"
    r"|carols?|decorations?|lights|week|break|vacation|massacre|truce|movie|album|spirit|rush|[Rr]ising|[Ii]slands?"
    r"|eggs?|bunny|lil(?:y|ies)|[Aa]greement|[Aa]ccords?|peace|pact|deal|process|plan)\b|(?<=s)['\u2019]s?\s[a-z]"
)


def _holiday(match: re.Match[str], text: str) -> list[Temporal]:
    if match[0][0].islower() or _NOT_THE_DAY.match(text, match.end()):
        return []
    name = re.sub(r"\s+", " ", match[0].replace("\u2019", "'"))
    if match["year"]:
        name = re.sub(r",?\s+(?:of\s+)?\d{4}$", "", name)
    said = Said(int(match["year"]) if match["year"] else None, fixed=words.HOLIDAYS[name.lower()])
    return [_named(match, said)]


def _named(match: re.Match[str], said: Said) -> Temporal:
    month, *rest = (said.fixed or "").split("-", 1)
    open_value = f"XXXX-{month}-{rest[0]}" if len(rest[0]) == 2 else f"XXXX-{month}-XX"
    rule = Said(said.year, month=int(month), suffix=rest[0])
    start, end = match.span()
    stated = said.year and guess.holiday(rule, datetime.date(said.year, 1, 1), 0)
    if stated:
        return Temporal(start, end, "DATE", stated, "stated", "day", "holiday", said=rule)
    return Temporal(start, end, "DATE", open_value, None, "day", "holiday", said=rule)


DAY_RULES = (Rule(_DAY_WORD, _day_word),)
WHICH_RULES = (
    Rule(_THIS, _this),
    Rule(_FOLLOWING, _following),
    Rule(_WEEKEND, _weekend),
    Rule(_NEIGHBOUR, _neighbour),
)
THE_RULES = (
    Rule(_THIS, _this),
    Rule(_NEIGHBOUR, _neighbour),
    Rule(_DAY_BESIDE, _day_beside),
    Rule(_QUARTER, _quarter),
    Rule(_SEASON_YEAR, _season_year),
    Rule(_SEASON, _season),
    Rule(_CENTURY, _century),
    Rule(_EDGE_OF, _edge_of),
    Rule(_WEEKEND, _weekend),
    Rule(_FISCAL, _fiscal),
    Rule(_REFERENCE, _reference),
)
COUNT_RULES = (Rule(_AGO, _ago), Rule(_WEEK_FROM, _week_from))
DIGIT_RULES = (*COUNT_RULES, Rule(_CENTURY, _century), Rule(_DAY_OF_YEAR, _of_year))
WEEKDAY_RULES = (Rule(_OF_WEEK, _of_week),)
MONTH_RULES = (Rule(_OF_YEAR, _of_year),)
PART_RULES = (Rule(_PART_ALONE, _part),)
NAMED_RULES = (
    Rule(_SEASON_YEAR, _season_year),
    Rule(_QUARTER, _quarter),
    Rule(_CENTURY, _century),
    Rule(_Q, _q),
    Rule(_FISCAL, _fiscal),
    Rule(_REFERENCE, _reference),
    Rule(_HOLIDAY, _holiday),
)
