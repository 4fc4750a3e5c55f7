"""The tagger for any news text: ``time_expressions``."""

import datetime
import re
from collections.abc import Iterator

from evafacts.mentions.temporal.find import find_temporals
from evafacts.mentions.temporal.resolve import resolve
from evafacts.mentions.temporal.types import Temporal, TimeExpression

_BESIDE = re.compile(r",?\s{1,2}")


def time_expressions(
    text: str,
    published: datetime.date | datetime.datetime | str | None = None,
) -> list[TimeExpression]:
    """Find every date, clock time and duration of a news text.

    Args:
        text: any English text.
        published: when it was published; "Monday" and "Nov. 6" are resolved against it.

    Returns:
        In order of position: ``kind`` is ``DATE``, ``TIME`` or ``DURATION``, ``value`` as in
        TimeML's TIMEX3, with X where the text leaves something open (``XXXX-11-06``, ``PXM``).

    Example:
        >>> for found in time_expressions("They worked for six hours on Monday.", "2021-02-03"):
        ...     print(found.text, found.kind, found.value)
        six hours DURATION PT6H
        Monday DATE 2021-02-01
    """
    return list(_expressions(resolve(find_temporals(text), text, published), text))


def _expressions(temporals: list[Temporal], text: str) -> Iterator[TimeExpression]:
    skip = False
    for index, one in enumerate(temporals):
        if skip:
            skip = False
            continue
        following = temporals[index + 1] if index + 1 < len(temporals) else None
        end = one.end
        if following and _one_expression(one, following, text):
            end, skip = following.end, True
        if one.low:
            start, stop, value = one.low
            yield TimeExpression(start, stop, text[start:stop], "DURATION", value)
            start = _upper(text, stop, end)
            yield TimeExpression(start, end, text[start:end], "DURATION", one.value)
        else:
            yield TimeExpression(one.start, end, text[one.start : end], one.kind, one.value)


def _one_expression(one: Temporal, following: Temporal, text: str) -> bool:
    """As in "9 a.m. Monday" is one expression of time."""
    if one.form != "clock" or following.kind != "DATE" or following.grain != "day":
        return False
    return (
        bool(_BESIDE.fullmatch(text[one.end : following.start]))
        and one.value[:10] == following.value
    )


_SEPARATOR = re.compile(r"[-\u2010-\u2014\s]*(?:(?:to|or|and)[-\s]+)?", re.I)


def _upper(text: str, stop: int, end: int) -> int:
    match = _SEPARATOR.match(text, stop, end)
    return match.end() if match else stop
