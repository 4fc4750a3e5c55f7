"""The word lists of ``words.toml`` and the pieces of patterns made of them."""

import re
import tomllib
from collections.abc import Iterable
from importlib.resources import files
from typing import Any

_DATA: dict[str, Any] = tomllib.loads(
    files(__package__).joinpath("words.toml").read_text(encoding="utf-8")
)

SPACE = r"(?:[ \t\u00a0\u2009\u202f]{1,3}(?:\r?\n[ \t]{0,8})?|\r?\n[ \t]{0,8})"
"""White space inside an expression: at most one line end."""
HYPHEN = r"[-\u2010\u2011]"
DASH = r"(?:[-\u2010-\u2014]|--)"
LINK = rf"(?:{SPACE}|{HYPHEN}\s?)"
"""Between a number and its unit: "six hours", "six-hour", "six-<line end>hour"."""


def alternation(words: Iterable[str]) -> str:
    """A pattern for any of the words, longest first; white space and quotes as print has them.

    Words with the same beginning share it: the engine looks once at each letter of the text.
    """
    tree: dict[str, Any] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        node = tree
        for char in word:
            node = node.setdefault(_spelled(char), {})
        node[_WHOLE] = {}
    return _grown(tree, group=True)


_WHOLE = ""
"""In a tree of words: one ends here."""


def _spelled(char: str) -> str:
    if char == " ":
        return SPACE
    return "['\u2019]" if char == "'" else re.escape(char)


def _grown(tree: dict[str, Any], *, group: bool = False) -> str:
    """The pattern of a tree of words: what goes on before what ends."""
    branches = [char + _grown(node) for char, node in tree.items() if char != _WHOLE]
    if _WHOLE in tree:
        branches.append("")
    return branches[0] if len(branches) == 1 and not group else f"(?:{'|'.join(branches)})"


def triggers(words: Iterable[str], *, lower: bool = True) -> dict[str, str]:
    """Patterns for the words as print has them (Title, CAPITALS, small), by first letter.

    Each is for what follows that letter.
    """
    forms: dict[str, set[str]] = {}
    for word in words:
        first = word.split()[0]
        variants = {first.capitalize(), first.upper()} | ({first} if lower else set())
        for form in variants:
            forms.setdefault(form[0], set()).add(form[1:])
    return {head: alternation(tails) for head, tails in forms.items()}


def _flat(table: dict[str, list[str]]) -> dict[str, str]:
    return {word: key for key, words in table.items() for word in words}


MONTHS = {word: int(number) for word, number in _flat(_DATA["months"]).items()}
FULL_MONTHS = {words[0] for words in _DATA["months"].values()}
SHADY_LOWER_MONTHS = frozenset(_DATA["month_notes"]["lower_case_is_another_word"])
SHADY_MONTHS = frozenset(_DATA["month_notes"]["needs_cue"])
WEEKDAYS = {word: int(number) for word, number in _flat(_DATA["weekdays"]).items()}
FULL_WEEKDAYS = {words[0] for words in _DATA["weekdays"].values()}
NUMBERS: dict[str, int] = _DATA["numbers"]
TENS: dict[str, int] = _DATA["tens"]
ORDINALS: dict[str, int] = _DATA["ordinals"]
UNITS = _flat(_DATA["units"])
TIGHT_UNITS = _flat(_DATA["tight_units"])
PARTS: dict[str, str] = _DATA["parts_of_day"]
SEASONS: dict[str, str] = _DATA["seasons"]
REFERENCES: dict[str, str] = _DATA["references"]
ZONES: dict[str, str] = _DATA["zones"]
HOLIDAYS: dict[str, str] = _DATA["holidays"]
CUES: dict[str, list[str]] = _DATA["cues"]
YEARS: dict[str, list[str]] = _DATA["years"]
TENSE: dict[str, list[str]] = _DATA["tense"]

MONTH = rf"(?:{alternation(MONTHS)}\b\.?)"
WEEKDAY = rf"(?:{alternation(FULL_WEEKDAYS)}\b|{alternation(set(WEEKDAYS) - FULL_WEEKDAYS)}\b\.?)"
PART = alternation(PARTS)
SEASON = alternation(SEASONS)
ORDINAL = alternation(ORDINALS)
UNIT = rf"(?:{alternation(UNITS)}\b)"
NUMBER = (
    rf"(?:{alternation(TENS)}(?:{LINK}{alternation(w for w, n in NUMBERS.items() if n < 10)}\b)?"
    rf"|{alternation(NUMBERS)}\b)"
)
DAY = r"(?:(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?(?![\w\u00bd]|[.:]\d|,\d{3}(?!\d)))"
YEAR = r"(?:(?:1[5-9]|20|21)\d\d(?![\w%]|[.,:]\d))"
_PLACE_TIME = r"[A-Z][a-z]{2,12}(?: [A-Z][a-z]{2,12}){0,2} (?:[Tt]ime|TIME)\b"
_DOTTED_ZONE = "|".join(
    "".join(rf"{letter}\." for letter in name) for name in ZONES if name.isupper() and len(name) > 2
)
ZONE = rf"(?:{_PLACE_TIME}|{alternation(ZONES)}\b|{_DOTTED_ZONE})"


def number_of(words: str) -> int:
    """The number that words such as "six", "twenty-one" or "Twenty one" name.

    Raises:
        KeyError: if they name none.
    """
    parts = re.split(rf"{LINK}", words.lower())
    return sum(TENS[part] if part in TENS else NUMBERS[part] for part in parts if part)


def month_of(word: str) -> int:
    """1 to 12 for a month's name or abbreviation."""
    return MONTHS[word.lower().rstrip(".")]


def weekday_of(word: str) -> int:
    """0 (Monday) to 6 for a weekday's name or abbreviation."""
    return WEEKDAYS[word.lower().rstrip(".")]
