"""Words broken over a line end by a hyphen ("Novem-" / "ber 12"), as in scanned newspapers."""

import re

from evafacts.mentions.temporal import words

_BROKEN = re.compile(
    r"(?<![\w])([A-Za-z]{1,9})[-\u00ad\u2010][ \t]{0,4}\r?\n[ \t]{0,8}([A-Za-z]{1,9})(?!\w)"
)
_WHOLE = frozenset(
    {
        *words.FULL_MONTHS,
        *words.FULL_WEEKDAYS,
        *words.NUMBERS,
        *words.TENS,
        *words.UNITS,
        *words.SEASONS,
    }
    | {*words.PARTS, "yesterday", "tomorrow", "tonight", "today"}
)


def joined(text: str) -> tuple[str, list[int] | None]:
    """The text with broken time words made whole.

    Returns:
        The text, and for each of its characters the offset in the original; None where nothing
        was broken and the text is the original.
    """
    if "-\n" not in text and "-\r\n" not in text and "\u00ad\n" not in text and "- \n" not in text:
        return text, None
    pieces: list[str] = []
    offsets: list[int] = []
    last = 0
    for match in _BROKEN.finditer(text):
        if (match[1] + match[2]).lower() not in _WHOLE:
            continue
        _keep(text, last, match.end(1), pieces, offsets)
        last = match.start(2)
    if not pieces:
        return text, None
    _keep(text, last, len(text), pieces, offsets)
    return "".join(pieces), offsets


def _keep(text: str, start: int, end: int, pieces: list[str], offsets: list[int]) -> None:
    pieces.append(text[start:end])
    offsets.extend(range(start, end))
