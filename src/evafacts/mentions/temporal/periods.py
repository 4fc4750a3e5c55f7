"""Months, years, decades as stated: "March 2021", "in 2012", "1986-90", "the late 1990s"."""

import re

from evafacts.mentions.temporal import words
from evafacts.mentions.temporal.making import ANY_YEAR, WORD_YEAR, full_year, make, shady, year_of
from evafacts.mentions.temporal.types import Rule, Said, Temporal
from evafacts.mentions.temporal.words import DASH, HYPHEN, MONTH, SPACE, YEAR

_YEAR = re.compile(rf"(?P<year>{YEAR})")
_YEARS = re.compile(
    rf"(?P<year>(?:1[5-9]|20|21)\d\d)(?:{SPACE}?{DASH}{SPACE}?|{SPACE}(?:to|through|until){SPACE})"
    rf"(?P<last>(?:1[5-9]|20|21)\d\d|\d\d(?=[^\d]|$))(?![\w%/-]|[.,:]\d)"
)
_DECADE = re.compile(
    r"(?:(?P<century>1[5-9]|20)(?P<ten>\d)0|['\u2019]?(?P<short>\d)0)['\u2019]?s\b"
)
_SHORT_YEAR = re.compile(r"['\u2019](?P<year>\d\d)\b")
_BEFORE_SHORT_YEAR = re.compile(r"\b(?:in|since|of|from|until|before|after|and|to)\s$", re.I)
_MONTH_YEAR = re.compile(
    rf"(?P<month>{MONTH})(?:{SPACE}of)?(?:,?{SPACE}|{HYPHEN})(?P<year>{ANY_YEAR})", re.I
)
_MONTH_ALONE = re.compile(rf"(?P<month>{MONTH})", re.I)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|of|during|from|through|throughout|this|late|early|mid|before|after|last|next|between"
    r"|around|for|and|to|or|on|every|each|the)[\s-]$",
    re.I,
)
_STRONG_BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|during|from|through|throughout|late|early|mid|before|after|last|next|this|between)[\s-]$",
    re.I,
)
_AFTER_A_MONTH = re.compile(
    rf"(?:in|from|since|between|of|during|by){SPACE}(?:{MONTH},?{SPACE})+(?:(?:and|or|to|through){SPACE})?$",
    re.I,
)
_AFTER_MONTH_NO = re.compile(r"\s+(?:[A-Z][a-z]+|be|have|not|on|as)\b")
_THE_MONTH = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s$")
_MONTH_NOUN = re.compile(
    r"\s(?!with|from|that|which|through|against|toward|will|would|could|must|were|have|went|came|took|began|until|across"
    r"|when|while|where|into)[a-z]{4,}(?<!ed)\b"
)
_YEARS_CUES = words.YEARS
_BEFORE_YEAR = re.compile(rf"\b{words.alternation(_YEARS_CUES['before'])}[\s-]$", re.I)
_NOT_YEAR_BEFORE = re.compile(
    rf"(?:[$€£¥#]|\b{words.alternation(_YEARS_CUES['not_before'])}\.?[\s-]?)$"
)
_NOT_YEAR_AFTER = re.compile(
    rf"\s{words.alternation(_YEARS_CUES['not_after'])}\b|\s?(?:%|km\b|kg\b|m\b|mph\b)"
    rf"|[-\u2011]{words.alternation(_YEARS_CUES['not_after_hyphen'])}\b"
    rf"|\s[A-Z][a-z]+\s{words.alternation(_YEARS_CUES['streets'])}\b"
)
_PLURAL_AFTER = re.compile(rf"\s(?!{words.alternation(_YEARS_CUES['plurals'])}\b)[a-z]{{2,}}s\b")
_DECADE_NOUN = re.compile(
    r"\s(?!and|or|to|was|were|had|when|as|but|that|with|for|in|of|on|at|by|from|until|after|before|through|is|are|the|a|an|he"
    r"|she|it|they|we|who|which|while|where|because|would|will|could|has|have|did|onward|onwards|alone|also)[a-z]+[a-z](?<!ed)\b"
)


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


def _word_year(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "in nineteen ninety-seven"."""
    if not _STRONG_BEFORE_MONTH.search(text[max(0, match.start() - 12) : match.start()]):
        return []
    return [make(*match.span(), Said(year_of(match[0])), grain="year", form="year")]


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
    """As in "the late 1990s", "'90s"; not a style ("the 1990s suit"), not "in his 60s"."""
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
    if shady(match):
        return []
    said = Said(year_of(match["year"]), words.month_of(match["month"]))
    return [make(match.start(), match.end(), said, grain="month", form="month_year")]


def _month(match: re.Match[str], text: str) -> list[Temporal]:
    """A month alone: "in March", "the May vote", "November's launch"; not "May said"."""
    name = match["month"].rstrip(".").lower()
    before = text[max(0, match.start() - 12) : match.start()]
    if match["month"][0].islower() and name in words.SHADY_LOWER_MONTHS:
        return []
    listed = _AFTER_A_MONTH.search(text[max(0, match.start() - 50) : match.start()])
    if name not in words.FULL_MONTHS and not (listed or _STRONG_BEFORE_MONTH.search(before)):
        return []
    attributive = _THE_MONTH.search(before) and _MONTH_NOUN.match(text, match.end())
    if name in words.SHADY_MONTHS and not (
        listed or attributive or _STRONG_BEFORE_MONTH.search(before)
    ):
        possessive = _BEFORE_MONTH.search(before) or text[match.end() : match.end() + 2] in (
            "'s",
            "\u2019s",
        )
        if name in ("may", "march") or not possessive or _AFTER_MONTH_NO.match(text, match.end()):
            return []
    dot = match["month"].endswith(".") and name in words.FULL_MONTHS
    said = Said(month=words.month_of(name))
    return [make(match.start(), match.end() - int(dot), said, grain="month", form="month")]


def _short_year(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "in '97", "the class of '68"."""
    if not _BEFORE_SHORT_YEAR.search(text, max(0, match.start() - 8), match.start()):
        return []
    said = Said(full_year(int(match["year"])))
    return [make(*match.span(), said, grain="year", form="year")]


MONTH_RULES = (Rule(_MONTH_YEAR, _month_year), Rule(_MONTH_ALONE, _month))
DIGIT_RULES = (Rule(_YEARS, _years), Rule(_YEAR, _year), Rule(_DECADE, _decade))
DECADE_RULES = (Rule(_DECADE, _decade), Rule(_SHORT_YEAR, _short_year))
WORD_RULES = (Rule(re.compile(WORD_YEAR, re.I), _word_year),)
