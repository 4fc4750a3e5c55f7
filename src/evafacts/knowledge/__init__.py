"""What the field knows, as data that a person can read and correct.

The data files lie in ``data/``; ``data/sources.md`` says where they come from. Everything is read
once, when it is first asked for, and checked on reading: a fault is named with file, line and
field (``KnowledgeError``).
"""

from evafacts.knowledge.context import (
    Agency,
    Series,
    Title,
    Vehicle,
    agencies,
    series,
    titles,
    vehicles,
    years_of_flight,
)
from evafacts.knowledge.folding import fold
from evafacts.knowledge.people import Person, aliases, by_key, people, surnames
from evafacts.knowledge.sites import Airlock, Place, airlocks, places
from evafacts.knowledge.tables import KnowledgeError

__all__ = [
    "Agency",
    "Airlock",
    "KnowledgeError",
    "Person",
    "Place",
    "Series",
    "Title",
    "Vehicle",
    "agencies",
    "airlocks",
    "aliases",
    "by_key",
    "fold",
    "people",
    "places",
    "series",
    "surnames",
    "titles",
    "vehicles",
    "years_of_flight",
]
