"""A temporal expression: in the text (``Temporal``), for the outside (``TimeExpression``)."""

import re
from collections.abc import Callable
from typing import Literal, NamedTuple

from evafacts.mentions.values import value

Kind = Literal["DATE", "TIME", "DURATION"]
Basis = Literal["stated", "published", "context"]


class TimeExpression(NamedTuple):
    """A date, clock time or duration of a text: ``text[start:end]``, valued as in TIMEX3."""

    start: int
    end: int
    text: str
    kind: Kind
    value: str


@value
class Said:
    """What the words of a date say, and nothing else; what they leave open is None.

    ``unit`` and ``shift`` are a distance ("two weeks ago": week, -2) from ``anchor``: the
    publication date or the day last mentioned. ``towards`` is a direction that the words
    give (-1 "last", 0 "this", 1 "next"); ``suffix`` a part of a year or week ("Q3", "SP", "WE");
    ``part`` a part of the day ("MO").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    suffix: str | None = None
    part: str | None = None
    unit: str | None = None
    shift: int = 0
    anchor: Literal["published", "previous"] | None = None
    towards: int | None = None
    fixed: str | None = None


@value
class Temporal:
    """A temporal expression, ``text[start:end]``.

    Attributes:
        start: Offset of the first character.
        end: Offset after the last character.
        kind: ``DATE``, ``TIME`` or ``DURATION``.
        value: TIMEX3 value; after pass one with the unsaid left open (``XXXX-11-06``).
        basis: Where the unsaid came from: ``stated``, ``published``, ``context``; None where it
            stayed open.
        grain: ``day``, ``week``, ``month``, ``quarter``, ``season``, ``year``, ``decade``,
            ``century``, ``weekend``, ``half``, ``part-of-day``, ``minute``, ``second``, ``ref``;
            for a duration its largest unit.
        form: How it was said: ``full``, ``month_day``, ``day_only``, ``weekday``,
            ``weekday_month_day``, ``relative``, ``neighbour`` ("the next day"), ``month``,
            ``month_year``, ``year``, ``iso``, ``numeric``, ``clock``, ``holiday``, ``words``,
            ``figures``, ``range``, ``vague``, ...
        minutes: Length of a duration in whole minutes (the middle of a range), None where vague.
        approximate: "about", "nearly", "more than" and their like stand before it.
        zone: Time zone as stated.
        offset: The zone's offset from UTC, ``+HH:MM``, where it is known.
        clock: ``HH:MM`` or ``HH:MM:SS`` of a clock time.
        weekday: 0 (Monday) to 6, where a weekday is named.
        said: What the words say; input of pass two.
        low: Lower end of a range of durations: start, end and value.
    """

    start: int
    end: int
    kind: Kind
    value: str
    basis: Basis | None = None
    grain: str = ""
    form: str = ""
    minutes: int | None = None
    approximate: bool = False
    zone: str | None = None
    offset: str | None = None
    clock: str | None = None
    weekday: int | None = None
    said: Said | None = None
    low: tuple[int, int, str] | None = None


Builder = Callable[[re.Match[str], str], list[Temporal]]
"""From a match in a text to what it names; empty where it is something else."""


class Rule(NamedTuple):
    """A pattern, tried where a trigger word stands, and what reads its match."""

    pattern: re.Pattern[str]
    build: Builder
