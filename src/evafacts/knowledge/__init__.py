"""What the field knows, as data that a person can read and correct.

The data files lie in ``data/``; ``data/sources.md`` says where they come from. Everything is read
once, when it is first asked for, and checked on reading: a fault is named with file, line and
field (``KnowledgeError``).
"""

from evafacts.knowledge.folding import fold
from evafacts.knowledge.people import Person, aliases, by_key, people, surnames
from evafacts.knowledge.tables import KnowledgeError

__all__ = [
    "KnowledgeError",
    "Person",
    "aliases",
    "by_key",
    "fold",
    "people",
    "surnames",
]
