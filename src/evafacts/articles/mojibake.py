"""Text that was UTF-8, read as Windows-1252 on its way into an archive, and written again."""

import re

_LEADS = re.compile("[\u00c2\u00c3\u00e2]")
# "5Â½ hours", "SÃ£o", "NASAâ€™s": Â, Ã and â are the first bytes of what print uses beyond ASCII.
# What follows has to be a byte that can follow; behind Â and Ã no word of any language has one.
_BROKEN = re.compile(
    "\u00c2[\u00a0-\u00bf]|\u00c3[\u0080-\u00bf\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
    "\u02c6\u02dc\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2020-\u2022\u2026\u2030\u2039"
    "\u203a\u20ac\u2122]|\u00e2\u20ac[\u0080-\u00bf\u0153\u0161\u02c6\u02dc\u017e\u2018\u2019"
    "\u201c\u201d\u2020\u2021\u2022\u2026\u2030\u2122]"
)


def repair(text: str) -> str:
    """Give the text with such characters as they were; the same text where there are none.

    >>> repair("They were out for 5\u00c2\u00bd hours, NASA\u00e2\u20ac\u2122s man said.")
    'They were out for 5½ hours, NASA’s man said.'
    """
    return _BROKEN.sub(_once_more, text) if _LEADS.search(text) else text


def _once_more(found: re.Match[str]) -> str:
    try:
        return b"".join(_byte(letter) for letter in found[0]).decode()
    except UnicodeError:
        return found[0]


def _byte(letter: str) -> bytes:
    """The byte that a letter was read from; what Windows-1252 leaves open is read as it is."""
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")
