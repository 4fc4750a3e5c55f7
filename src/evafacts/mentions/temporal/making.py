"""What every reading of a date needs: numbers from words, and the date of pass one."""

import re

from evafacts.mentions.temporal import words
from evafacts.mentions.temporal.types import Said, Temporal
from evafacts.mentions.temporal.words import LINK, YEAR

SHORT_YEAR = r"(?:['\u2019]\d\d(?!\d))"
WORD_YEAR = (
    rf"(?:nineteen|twenty){LINK}(?:{words.alternation(words.TENS)}(?:{LINK}{words.alternation(words.NUMBERS)})?"
    rf"|(?:oh{LINK})?{words.alternation(words.NUMBERS)})\b(?!{LINK}(?:[a-z]+s|percent)\b)"
)
ANY_YEAR = rf"(?:{YEAR}|{SHORT_YEAR}|{WORD_YEAR})"


def day_of(word: str) -> int:
    """The day of the month in "13", "13th" or "thirteenth"."""
    lower = re.sub(r"\s+", "-", word.lower())
    return words.ORDINALS[lower] if lower in words.ORDINALS else int(re.sub(r"\D", "", lower))


def year_of(word: str | None) -> int | None:
    """The year in "1998", "'98" or "nineteen ninety-eight"; None where there is none."""
    if not word:
        return None
    if word[0].isdigit():
        return int(word)
    if not word[0].isalpha():
        return full_year(int(word[1:]))
    century, *rest = [part for part in re.split(LINK, word.lower()) if part != "oh"]
    return words.number_of(century) * 100 + words.number_of(" ".join(rest))


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


def shady(match: re.Match[str]) -> bool:
    """A month word in small letters that is another word: "he may 3 times"."""
    month = match["month"].rstrip(".")
    return month.islower() and month in words.SHADY_LOWER_MONTHS
