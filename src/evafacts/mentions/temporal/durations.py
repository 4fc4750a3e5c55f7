"""Lengths of time: "six and a half hours", "6:32 spacewalk", "three-year", "several months"."""

import re
from dataclasses import replace
from typing import NamedTuple

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.temporal import words
from evafacts.mentions.temporal.types import Rule, Temporal
from evafacts.mentions.temporal.words import DASH, HYPHEN, LINK, SPACE

_ORDER = ("century", "decade", "year", "month", "week", "day", "hour", "minute", "second")
_LETTERS = ("CE", "DE", "Y", "M", "W", "D", "H", "M", "S")
_MINUTES = {"week": 10080.0, "day": 1440.0, "hour": 60.0, "minute": 1.0, "second": 1 / 60}
_CLOCK_UNITS = ("hour", "minute", "second")
_FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "half": 0.5, "quarter": 0.25, "third": 1 / 3}
_SCALE = {"hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}

_UNITS = {word: unit for word, unit in words.UNITS.items() if unit in (*_ORDER, "fortnight")}
_UNIT = rf"(?P<unit>{words.alternation(_UNITS)})\b"
_FIGURE = r"(?:\d{1,3}(?:,\d{3})+|\d{1,4}(?:\.\d{1,3})?)"
_PLAIN = rf"(?:{_FIGURE}(?![\d,]\d)|{words.NUMBER})"
_FRACTION = (
    rf"(?:{LINK}?Â?[½¼¾]|(?:{LINK}|(?<=\d))[1-9]/\s?[2-9](?!\d)|{LINK}and{LINK}(?:an?{LINK}|one{HYPHEN})?"
    rf"(?:half|quarter|third|three{LINK}quarters?))"
)
_AMOUNT = (
    rf"(?P<number>(?:an?{SPACE}(?=hundred|thousand|million|dozen))?(?:{_PLAIN})?|[½¼¾])"
    rf"(?P<scale>{LINK}?(?:hundred|thousand|million|billion|dozen)\b)?(?P<fraction>{_FRACTION})?"
)
_ADJECTIVE = (
    rf"(?:{SPACE}(?:more|full|whole|straight|consecutive|successive|additional|long|solid|extra|trading"
    r"|working|business|calendar|short|further|intense|busy|grueling|gruelling|marathon|uninterrupted)\b)?"
)
_PLUS = rf"(?:\+|{LINK}(?:plus|odd|some)\b)?"
_ONE = re.compile(rf"{_AMOUNT}{_PLUS}{_ADJECTIVE}{LINK}{_UNIT}", re.I)
_AND_MORE = re.compile(
    rf"{SPACE}and{SPACE}(?:an?{SPACE}(?:half|quarter|third)|three{LINK}quarters)\b"
    rf"(?!{LINK}(?:dozen|hours?|minutes?|an?)\b)",
    re.I,
)
_TIGHT = re.compile(
    rf"(?P<number>\d{{1,3}}(?:\.\d{{1,2}})?){LINK}?(?P<unit>{words.alternation(words.TIGHT_UNITS)})(?![A-Za-z_])(?:\.(?=\s?(?-i:[a-z\d(,;-])))?",
    re.I,
)
_ARTICLE = re.compile(
    rf"(?:an?|one|another(?!{SPACE}day\b)){SPACE}(?:(?:full|whole|solid|record|good|little|long|entire|single|mere"
    rf"|extra|additional){SPACE})?(?P<half>half{SPACE}(?:an?{SPACE})?)?"
    rf"{_UNIT}(?!{HYPHEN}\w)(?P<more>{_AND_MORE.pattern})?",
    re.I,
)
_HALF = re.compile(
    rf"(?P<part>half|(?:an?{SPACE}|three{LINK})?quarters?|two{LINK}thirds)(?:{LINK}of)?{LINK}(?:an?{SPACE})?"
    rf"{_UNIT}",
    re.I,
)
_VAGUE = re.compile(
    rf"(?:an?{SPACE})?(?:several|few|couple(?:{SPACE}of)?|many|dozens{SPACE}of|scores{SPACE}of|hundreds{SPACE}of"
    rf"|thousands{SPACE}of|tens{SPACE}of{SPACE}thousands{SPACE}of|millions{SPACE}of|countless)"
    rf"(?:{SPACE}(?:more|full|long|short|additional|extra))?{LINK}{_UNIT}",
    re.I,
)
_LONG = re.compile(rf"{_UNIT[:-2]}{LINK}?long\b", re.I)
_PAST = re.compile(
    rf"the{SPACE}(?:last|past){SPACE}(?P<unit>week|month|year|decade|century|hour)\b"
    rf"(?!{SPACE}of\b)",
    re.I,
)
_PLURAL = words.alternation(word for word in _UNITS if word.endswith("s"))
_BARE = re.compile(rf"for{SPACE}{_PLURAL}\b(?!{SPACE}to\b)", re.I)
_H_M = re.compile(r"(?P<h>\d{1,2})\s?h\s?(?P<m>[0-5]\d)(?P<s>)(?![\w.:])")
_RECENT = re.compile(rf"(?:recent|coming){SPACE}(?P<unit>{_PLURAL})\b", re.I)
_LOOSE = re.compile(rf"(?P<unit>{_PLURAL})\b", re.I)
_BESIDE_EVENT = re.compile(rf"{SPACE}(?:after|before)\b", re.I)
_IN = re.compile(r"\b(?:in|matter of)\s$", re.I)
_CLAUSE_START = re.compile(r"(?:^|[,;:(\u2014]\s?|\b(?:just|only|came)\s)$")
_COLON = re.compile(r"(?P<h>\d{1,2}):(?P<m>[0-5]\d)(?::(?P<s>[0-5]\d))?(?![\d:])")
_RANGE = re.compile(
    rf"(?P<low>{_PLAIN}(?:{_FRACTION})?)(?P<sep>{HYPHEN}?{SPACE}(?:to|or|and){SPACE}|{HYPHEN}to{HYPHEN}|{SPACE}?{DASH}{SPACE}?)"
    rf"(?={_PLAIN})",
    re.I,
)
_JOIN = re.compile(rf",?{SPACE}and{SPACE}|,{SPACE}|{SPACE}|{LINK}and{LINK}|{HYPHEN}|(?=\d)", re.I)
_AGE = re.compile(rf"{LINK}(?:olds?|of{SPACE}age)\b", re.I)
_LASTING = re.compile(
    rf"{LINK}old{SPACE}(?:[a-z-]+{SPACE}){{0,2}}{words.alternation(words.CUES['lasting'])}\b", re.I
)
_NO_LENGTH_AFTER = re.compile(
    rf"(?:{LINK}|{SPACE}(?:and|or){SPACE})(?:older|young(?:er)?)\b"
    rf"|{SPACE}(?:and|or){SPACE}(?:over|under|up)\b|{LINK}a{SPACE}(?:day|night|week|month|year)\b"
    rf"|{SPACE}past\b|{SPACE}to{SPACE}(?:noon|midnight)\b",
    re.I,
)
_EVERY = AnyCase(
    rf"\b(?:(?:aged?|ages){SPACE}(?:\w+{SPACE}(?:to|and|or){SPACE})?"
    rf"|(?:every|each|per|once|twice|times){SPACE}(?:other{SPACE})?)$"
)
_QUOTES = ('"', "'", "`", "\u201c", "\u2018")
_TITLE = re.compile(rf"\d+{SPACE}[A-Z][a-z]+")
_BESIDE_POINT = re.compile(rf"{SPACE}(?:before|after|later|earlier|ago|early|late|from|in)\b", re.I)
_ONE_DAY = re.compile(rf"[Oo]ne{SPACE}day")
_MODAL_BEFORE = re.compile(r"\b(?:will|would|could|may|might|can|should)\s$")
_SOME_DAY_AFTER = re.compile(rf",|{SPACE}(?:I|he|she|it|they|we|you|there|this|his|her|my|our)\b")
_BETWEEN = re.compile(r"\bbetween\s$", re.I)
_RATE = re.compile(
    r"(?:[$€£¥]\s?\d[\d,.]*(?:\s(?:million|billion|trillion|thousand))?|\d[\d,.]*(?:\s\w+){1,3}|\d%"
    r"|\b(?:once|twice|times|cents?|dollars|pounds|miles|percent|kilomet(?:er|re)s|barrels|tons|people|men|women"
    r"|children|million|billion|feet|each|as much|hours|days|weeks|months|meals))\s(?:\w+\s)?$"
    rf"|\b(?:{words.NUMBER}|several|many|few)(?:(?:\s[\w-]+){{0,2}}\s[a-z-]{{3,}}s)?\s$"
    r"|(?<![\d.,])(?!(?:19|20)\d\d\s)\d[\d,.]*\s$|\b(?:dozens|hundreds|thousands|millions|(?:an?|one)\s[a-z-]+)\s$",
    re.I,
)
_APPROXIMATE = AnyCase(
    rf"(?<![\w]){words.alternation(words.CUES['approximate'])}"
    rf"{SPACE}(?:an?{SPACE}|the{SPACE}|one{SPACE})?$"
)
_APPROXIMATE_AFTER = re.compile(rf"(?:{SPACE}or{SPACE}(?:so|more|less)|{HYPHEN}plus)\b", re.I)
_ROUGH = re.compile(r"\d\+|[\w\d][-\s](?:plus|odd|some)\b", re.I)
_LENGTH_BEFORE = re.compile(
    rf"\b{words.alternation(words.CUES['duration_before'])}:?{SPACE}"
    rf"(?:(?:about|around|some|nearly|exactly|of|was|is|an?|the){SPACE})?$",
    re.I,
)
_LENGTH_AFTER = re.compile(rf"{LINK}{words.alternation(words.CUES['duration_after'])}\b", re.I)


class Part(NamedTuple):
    """An amount of one unit, and where it ends."""

    end: int
    unit: str
    amount: float


def approximate(text: str, start: int, end: int) -> bool:
    """Whether the words around ``text[start:end]`` make it a rough figure."""
    return bool(
        _APPROXIMATE.search(text[max(0, start - 24) : start]) or _APPROXIMATE_AFTER.match(text, end)
    )


def _fraction(words_: str) -> float:
    lower = words_.lower()
    for sign, amount in _FRACTIONS.items():
        if sign in lower:
            return amount * (3 if re.search("three|two", lower) else 1)
    over, under = re.findall(r"\d", lower)
    return int(over) / int(under)


def _plain(number: str) -> float:
    cleaned = number.strip().lower()
    if not cleaned or cleaned in ("a", "an"):
        return 1.0
    if cleaned in _FRACTIONS:
        return _FRACTIONS[cleaned]
    if cleaned[0].isdigit():
        return float(cleaned.replace(",", ""))
    return float(words.number_of(cleaned))


def _amount(match: re.Match[str]) -> float | None:
    number, scale = match["number"], match["scale"]
    if not number and not scale:
        return None
    if scale:
        word = scale.strip(" -\n").lower()
        times = 12 if word == "dozen" else _SCALE[word]
        amount = _plain(re.sub(r"\s$", "", number)) * times
    else:
        amount = _plain(number)
    return amount + (_fraction(match["fraction"]) if match["fraction"] else 0)


def _unit(word: str) -> str:
    lower = word.lower()
    return _UNITS.get(lower) or words.TIGHT_UNITS[lower]


def _one(text: str, start: int, *, follow: bool = False) -> Part | None:
    """One amount and its unit at ``start``; ``follow`` when it goes on from a larger unit."""
    match = _ONE.match(text, start)
    if match:
        amount, unit = _amount(match), _unit(match["unit"])
        if amount is None or _not_a_length(match, amount) or _is_year(match):
            return None
        if unit == "fortnight":
            return Part(match.end(), "week", 2 * amount)
        more = None if match["fraction"] else _AND_MORE.match(text, match.end())
        if more and not follow:
            return Part(more.end(), unit, amount + _fraction(more[0]))
        return Part(match.end(), unit, amount)
    match = _TIGHT.match(text, start)
    if not match:
        return None
    letter = len(match["unit"]) == 1
    if letter and not follow and not _TIGHT.match(text, _gap(text, match.end())):
        return None
    if letter and not follow and match["unit"] not in "hH":
        return None
    return Part(match.end(), _unit(match["unit"]), float(match["number"]))


def _gap(text: str, end: int) -> int:
    while end < len(text) and text[end] == " ":
        end += 1
    return end


def _not_a_length(match: re.Match[str], amount: float) -> bool:
    """As in "two second-half goals": the ordinal; "two seconds" and "two-second" are lengths."""
    singular = match["unit"].lower() in ("second", "century")
    hyphen = match.string[match.start("unit") - 1] in "-\u2010\u2011"
    return singular and not hyphen and amount != 1


def _is_year(match: re.Match[str]) -> bool:
    """As in "the 2008 year"."""
    number = match["number"]
    return (
        match["unit"].lower().startswith("year")
        and number.isdigit()
        and number[:2] in ("19", "20")
        and len(number) == 4
    )


def _chain(text: str, first: Part) -> list[Part]:
    """``first`` and the smaller units that follow: "hours, 32 minutes and 15 seconds"."""
    parts = [first]
    while parts[-1].unit in _ORDER[:-1]:
        join = _JOIN.match(text, parts[-1].end)
        if join is None:
            break
        following = _one(text, join.end(), follow=True)
        if following is None or _ORDER.index(following.unit) <= _ORDER.index(parts[-1].unit):
            break
        parts.append(following)
    return parts


def _number(amount: float) -> str:
    return str(int(amount)) if amount == int(amount) else f"{amount:.2f}".rstrip("0").rstrip(".")


def iso(amounts: dict[str, float]) -> str:
    """The TIMEX3 value of amounts by unit; fractions of hours and minutes go to smaller units."""
    total = dict(amounts)
    if 0 < total.get("day", 0) < 1 and len(total) == 1:
        total = {"hour": total["day"] * 24}
    for unit, smaller in (("hour", "minute"), ("minute", "second")):
        whole = int(total.get(unit, 0))
        rest = total.get(unit, 0) - whole
        if rest:
            total[unit] = whole
            total[smaller] = total.get(smaller, 0) + round(rest * 60, 2)
    large = small = ""
    for unit, letter in zip(_ORDER, _LETTERS, strict=True):
        if total.get(unit):
            piece = f"{_number(total[unit])}{letter}"
            large, small = (
                (large, small + piece) if unit in _CLOCK_UNITS else (large + piece, small)
            )
    if not large and not small:
        unit = next(iter(amounts))
        letter = _LETTERS[_ORDER.index(unit)]
        return f"PT0{letter}" if unit in _CLOCK_UNITS else f"P0{letter}"
    return f"P{large}" + (f"T{small}" if small else "")


def _minutes(amounts: dict[str, float]) -> int | None:
    if any(unit not in _MINUTES for unit in amounts):
        return None
    return int(sum(amount * _MINUTES[unit] for unit, amount in amounts.items()) + 0.5)


def _make(text: str, start: int, end: int, amounts: dict[str, float], form: str) -> list[Temporal]:
    age = _AGE.match(text, end)
    if _is_no_length(text, start, end) or (age and not _LASTING.match(text, end)):
        return []
    minutes = _minutes(amounts)
    rough = approximate(text, start, end) or bool(_ROUGH.search(text, start, end))
    if age:
        minutes, end, form = None, age.end(), "age"
    grain = next(iter(amounts))
    value = iso(amounts)
    return [
        Temporal(
            start, end, "DURATION", value, "stated", grain, form, minutes=minutes, approximate=rough
        )
    ]


def _is_no_length(text: str, start: int, end: int) -> bool:
    """As in "two years older", "every two hours", "an hour a day", "one day he may"."""
    return bool(
        _NO_LENGTH_AFTER.match(text, end)
        or _EVERY.search(text[max(0, start - 16) : start])
        or (text[start - 1 : start] in _QUOTES and _TITLE.fullmatch(text, start, end))
        or (_ONE_DAY.fullmatch(text, start, end) and _is_some_day(text, start, end))
    )


def _is_rate(match: re.Match[str], text: str) -> bool:
    """As in "$9 an hour", "a game a week"; not "he hired a lawyer a week before"."""
    before = text[max(0, match.start() - 40) : match.start()]
    return bool(_RATE.search(before)) and not _BESIDE_POINT.match(text, match.end())


def _is_some_day(text: str, start: int, end: int) -> bool:
    """As in "One day, she will", "it could one day fly"; not "one day after"."""
    if text[start] == "O":
        return bool(_SOME_DAY_AFTER.match(text, end))
    return bool(_MODAL_BEFORE.search(text, max(0, start - 8), start))


def _counted(match: re.Match[str], text: str) -> list[Temporal]:
    first = _one(text, match.start())
    if first is None:
        return []
    parts = _chain(text, first)
    amounts = {part.unit: part.amount for part in parts}
    form = "figures" if text[match.start()].isdigit() else "words"
    return _make(text, match.start(), parts[-1].end, amounts, form)


def _single(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "an hour", "a year and a half", "a half hour"; not "a second", "$9 an hour"."""
    unit = _unit(match["unit"])
    counted = match[0][:3].isalpha()  # "one", "another"
    if match["unit"].lower().endswith("s") or (unit == "second" and not counted):
        return []
    if not counted and _is_rate(match, text):
        return []
    amount = 0.5 if match["half"] else 1.0
    amount += _fraction(match["more"]) if match["more"] else 0
    if unit == "fortnight":
        unit, amount = "week", 2 * amount
    parts = _chain(text, Part(match.end(), unit, amount))
    amounts = {part.unit: part.amount for part in parts}
    return _make(text, match.start(), parts[-1].end, amounts, "words")


def _half(match: re.Match[str], text: str) -> list[Temporal]:
    unit, amount = _unit(match["unit"]), _fraction(match["part"].replace("thirds", "third"))
    if unit in ("year", "century", "decade") and (unit != "year" or amount == 0.5):
        years = {"century": 100, "decade": 10, "year": 1}[unit] * amount
        amounts = {"year": years} if years >= 1 else {"month": 12 * years}
    else:
        amounts = {unit: amount}
    return _make(text, match.start(), match.end(), amounts, "words")


def _vague(match: re.Match[str], text: str) -> list[Temporal]:
    unit = _unit(match["unit"])
    if not match["unit"].lower().endswith("s") and match.string[match.start("unit") - 1] not in "-":
        return []
    if "couple" in match[0].lower():
        amounts = {"week": 4.0} if unit == "fortnight" else {unit: 2.0}
        made = _make(text, *match.span(), amounts, "words")
        return [replace(one, approximate=True) for one in made]
    return _indefinite(text, match.start(), match.end(), unit)


def _indefinite(text: str, start: int, end: int, unit: str) -> list[Temporal]:
    if _is_no_length(text, start, end) or _AGE.match(text, end):
        return []
    unit = "week" if unit == "fortnight" else unit
    value = f"P{'T' if unit in _CLOCK_UNITS else ''}X{_LETTERS[_ORDER.index(unit)]}"
    return [Temporal(start, end, "DURATION", value, "stated", unit, "vague", approximate=True)]


def _bare(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "for years", "for hours"."""
    word = re.split(r"\s+", match[0])[-1]
    return _indefinite(text, match.end() - len(word), match.end(), _unit(word))


def _long(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "hour-long", "yearlong", "months-long"."""
    unit = _unit(match["unit"])
    if match["unit"].lower().endswith("s"):
        return _indefinite(text, match.start(), match.end(), unit)
    return _make(text, match.start(), match.end(), {unit: 1.0}, "words")


def _loose(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "the largest in decades", "hours after a deadline"; not "in the days after"."""
    before = text[max(0, match.start() - 14) : match.start()]
    after = _BESIDE_EVENT.match(text, match.end())
    if not (_IN.search(before) or (after and _CLAUSE_START.search(before))):
        return []
    return _indefinite(text, *match.span(), _unit(match["unit"]))


def _recent(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "in recent weeks", "the coming months"."""
    return _indefinite(text, *match.span(), _unit(match["unit"]))


def _past(match: re.Match[str], text: str) -> list[Temporal]:
    return _make(text, match.start(), match.end(), {_unit(match["unit"]): 1.0}, "words")


def _colon(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "lasted 6:32", "the 6:32 spacewalk": hours and minutes, only where the words say so."""
    before = text[max(0, match.start() - 40) : match.start()]
    after = _LENGTH_AFTER.match(text, match.end())
    if not after and not _LENGTH_BEFORE.search(before):
        return []
    return _hours_minutes(match, text)


def _hours_minutes(match: re.Match[str], text: str) -> list[Temporal]:
    amounts = {"hour": float(match["h"]), "minute": float(match["m"])}
    if match["s"]:
        amounts["second"] = float(match["s"])
    return _make(text, match.start(), match.end(), amounts, "figures")


def _range(match: re.Match[str], text: str) -> list[Temporal]:
    """As in "six to seven hours", "5-6 hours": value of the upper end."""
    upper = _one(text, match.end())
    if upper is None or upper.unit not in _ORDER:
        return []
    joined = match["sep"].strip().lower()
    if joined.endswith("and") and not _BETWEEN.search(
        text[max(0, match.start() - 9) : match.start()]
    ):
        return []
    low = _low(match["low"])
    if low >= upper.amount:
        return []
    made = _make(text, match.start(), upper.end, {upper.unit: upper.amount}, "range")
    if not made:
        return []
    middle = _minutes({upper.unit: (low + upper.amount) / 2})
    span = (match.start(), match.end("low"), iso({upper.unit: low}))
    top = made[0]
    return [
        Temporal(
            top.start, top.end, top.kind, top.value, top.basis, top.grain, "range",
            minutes=middle, approximate=True, low=span,
        )
    ]  # fmt: skip


_SPLIT = re.compile(rf"(?P<plain>{_PLAIN})(?P<fraction>{_FRACTION})?", re.I)


def _low(words_: str) -> float:
    match = _SPLIT.fullmatch(words_)
    if match is None:
        return float("inf")
    return _plain(match["plain"]) + (_fraction(match["fraction"]) if match["fraction"] else 0)


_COUNT = re.compile("")
NUMBER_RULES = (Rule(_RANGE, _range), Rule(_COUNT, _counted), Rule(_HALF, _half))
DIGIT_RULES = (*NUMBER_RULES, Rule(_COLON, _colon), Rule(_H_M, _hours_minutes))
WORD_RULES = (*NUMBER_RULES, Rule(_VAGUE, _vague), Rule(_ARTICLE, _single))
ARTICLE_RULES = (
    Rule(_ARTICLE, _single),
    Rule(_VAGUE, _vague),
    Rule(_HALF, _half),
    Rule(_COUNT, _counted),
)
THE_RULES = (Rule(_PAST, _past),)
UNIT_RULES = (Rule(_LONG, _long), Rule(_LOOSE, _loose))
FOR_RULES = (Rule(_BARE, _bare),)
WHICH_RULES = (Rule(_RECENT, _recent),)
