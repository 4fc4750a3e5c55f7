"""Small numbers as news writes them: "two", "third", "218th"."""

_CARDINALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
_ORDINALS = [
    "zeroth",
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
]
CARDINALS: dict[str, int] = {word: n for n, word in enumerate(_CARDINALS) if n}
ORDINALS: dict[str, int] = {word: n for n, word in enumerate(_ORDINALS) if n}
ORDINALS |= {f"twenty-{word}": 20 + n for word, n in list(ORDINALS.items())[:9]}
ORDINALS |= {"thirtieth": 30, "fortieth": 40, "fiftieth": 50, "hundredth": 100}
_SUFFIXES = ("st", "nd", "rd", "th")


def cardinal(word: str) -> int | None:
    """The value of "three" or "3", else None."""
    if word.isascii() and word.isdigit() and len(word) < 5:
        return int(word)
    return CARDINALS.get(word)


def ordinal(word: str) -> int | None:
    """The value of "third" or "218th", else None."""
    if word in ORDINALS:
        return ORDINALS[word]
    if word[:-2].isascii() and word[:-2].isdigit() and word.endswith(_SUFFIXES) and len(word) < 7:
        return int(word[:-2])
    return None
