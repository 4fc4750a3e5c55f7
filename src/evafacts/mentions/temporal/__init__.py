"""Dates, clock times and durations of news text, in two passes.

``find_temporals`` reads what the words say and leaves the unsaid open; ``resolve`` settles it from
the publication date, the dates around it and the tense. ``time_expressions`` does both and gives
TIMEX3 values.
"""

from evafacts.mentions.temporal.expressions import time_expressions
from evafacts.mentions.temporal.find import find_temporals
from evafacts.mentions.temporal.resolve import resolve
from evafacts.mentions.temporal.types import Said, Temporal, TimeExpression

__all__ = ["Said", "Temporal", "TimeExpression", "find_temporals", "resolve", "time_expressions"]
