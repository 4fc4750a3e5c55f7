"""Folding of names, so that spelling variants of print compare equal.

``fold`` keeps the length of its argument, so that offsets into the folded text hold in the text.
"""

import unicodedata

# Letters that print writes in place of plain ones and that Unicode does not decompose.
_PLAIN = {"ł": "l", "Ł": "l", "ø": "o", "Ø": "o", "ı": "i", "đ": "d", "Đ": "d", "İ": "i"}
_APOSTROPHES = "’‘ʼʹ`´′"
_HYPHENS = "‐‑‒–−"
_SPACES = "\u00a0\u2007\u2009\u202f\t\n\r"
# Latin with its supplements, Greek, Cyrillic; and the further Latin block of accented letters.
_RANGES = (range(0x41, 0x530), range(0x1E00, 0x1F00))


def _folded(char: str) -> str:
    """Return the one character that stands for ``char``, itself where there is no better."""
    base = unicodedata.normalize("NFD", char)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


def _build_table() -> dict[int, str]:
    """Map each code point that changes to its folded character."""
    table = {code: _folded(chr(code)) for block in _RANGES for code in block}
    table.update({ord(char): plain for char, plain in _PLAIN.items()})
    table.update(dict.fromkeys(map(ord, _APOSTROPHES), "'"))
    table.update(dict.fromkeys(map(ord, _HYPHENS), "-"))
    table.update(dict.fromkeys(map(ord, _SPACES), " "))
    return {code: char for code, char in table.items() if chr(code) != char}


_TABLE = _build_table()


def fold(text: str) -> str:
    """Return ``text`` in lower case, without accents, with plain apostrophes, hyphens and spaces.

    Args:
        text: any text, composed (NFC) as news pages are; a combining mark on its own stays.

    Returns:
        A string of the same length, character for character.
    """
    if text.isascii() and text.isalpha():
        return text.lower()
    return text.translate(_TABLE)
