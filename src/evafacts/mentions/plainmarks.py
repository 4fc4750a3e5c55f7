"""Old and broken quotation marks, apostrophes and letters, as the rules know them.

Newspapers' archives set quotes in accents (``It`s free``) and lose them between character sets. A
mark becomes another of its kind and of its length, so that every offset stays what it is.
"""

import re

_DOUBLED = re.compile(r"``|(?<=[.,!?])''(?!')")
_ACCENT = re.compile(r"`")
# An apostrophe of Windows-1252 read as Mac Roman: "the stationís", "theyíre".
_MAC = re.compile(r"(?<=[a-z])\u00ed(?=(?:s|re|ve|ll|t)\b)")
# Letters that a pattern without regard to case takes for others, and that grow in small letters.
_FOLDED = "\u0130\u0131\u017f\u212a"
_UNFOLD = str.maketrans(_FOLDED, "IisK")
_MAC_LEAST = 2  # one may be a foreign name


def with_plain_marks(text: str) -> str:
    r"""Give the text with plain marks in place of accents that stand for them.

    Args:
        text: An article's text.

    Returns:
        A text of the same length; the same text where there is nothing to change.

    Example:
        >>> with_plain_marks("``It`s free,`` said Roe of Saturday`s walk.")
        ' "It\'s free,"  said Roe of Saturday\'s walk.'
    """
    if any(letter in text for letter in _FOLDED):
        text = text.translate(_UNFOLD)
    if "`" in text or "''" in text:
        text = _DOUBLED.sub(lambda m: ' "' if _opens(m) else '" ', text)
        text = _ACCENT.sub("'", text)
    if "\u00ed" in text and len(_MAC.findall(text)) >= _MAC_LEAST:
        text = _MAC.sub("'", text)
    return text


def _opens(match: re.Match[str]) -> bool:
    return match[0] == "``" and match.string[match.end() : match.end() + 1].isalnum()
