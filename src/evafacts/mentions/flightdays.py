"""Flight days: "EVA 2 on flight day 5" counts from the launch, whose day is day 1."""

import datetime
import re
from collections.abc import Sequence

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.numbers import cardinal
from evafacts.mentions.temporal import Temporal

_FLIGHT_DAY = AnyCase(
    r"\b(?:flight\s+day|FD|mission\s+day|day)\s*[-#]?\s*(\d{1,2}|one|two|three|four|"
    r"five|six|seven|eight|nine|ten|eleven|twelve)\b(?!\s*(?:hours|percent|people))"
)
_LAUNCH = AnyCase(
    r"\b(?:launch\w*|lift\w*[\s-]?off|blast\w*[\s-]?off|leaves?\s+the\s+pad|"
    r"left\s+the\s+pad|gets?\s+away|got\s+away|roar\w*|took\s+off|takes?\s+off|"
    r"rocket\w*|lofted|thunder\w*)\b"
)


def launch_day(text: str, temporals: Sequence[Temporal]) -> datetime.date | None:
    """The day of launch: the first full day named close to a word for it."""
    for temporal in temporals:
        if temporal.kind == "DATE" and re.fullmatch(r"\d{4}-\d\d-\d\d", temporal.value):
            near = text[max(0, temporal.start - 80) : temporal.end + 40]
            if _LAUNCH.search(near):
                return datetime.date.fromisoformat(temporal.value)
    return None


def flight_days(text: str, temporals: Sequence[Temporal]) -> list[Temporal]:
    """Dates for every "flight day N" of ``text``; empty where no launch date is given."""
    if not re.search(r"\b(?:flight\s+day|FD\s*\d)", text, re.I):
        return []
    launch = launch_day(text, temporals)
    if launch is None:
        return []
    found: list[Temporal] = []
    for match in _FLIGHT_DAY.finditer(text):
        number = cardinal(match[1].lower())
        if number is None:
            continue
        day = launch + datetime.timedelta(days=number - 1)
        found.append(
            Temporal(
                match.start(), match.end(), "DATE", day.isoformat(), "context", "day", "flight_day"
            )
        )
    return found
