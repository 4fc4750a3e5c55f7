"""One ``Mentions`` for each Doc, shared by all components."""

import datetime
from typing import Any

from spacy.tokens import Doc

from evafacts.mentions.airlocks import AirlockMention
from evafacts.mentions.document import Mentions
from evafacts.mentions.packing import packs, packs_dataclass
from evafacts.mentions.people import PersonMention
from evafacts.mentions.places import PlaceMention
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.spans import register
from evafacts.mentions.tasks import TaskMention
from evafacts.mentions.temporal.calendar import as_date


def mentions_of(doc: Doc) -> Mentions:
    """What the text of ``doc`` names: made on first use, then kept in ``doc._.evafacts``.

    ``doc._.published`` and ``doc._.title`` are to be set before that, where they are known.
    """
    register()
    found = doc._.evafacts
    if not isinstance(found, Mentions):
        found = Mentions(doc.text, as_date(doc._.published), doc._.title)
        doc._.evafacts = found
    return found


def _parts(found: Mentions) -> list[Any]:
    """What the mentions were found in; they are found again when somebody asks for them."""
    return [found.text, found.published.isoformat() if found.published else None, found.title]


def _make(plain: list[Any]) -> Mentions:
    text, iso, title = plain
    return Mentions(text, datetime.date.fromisoformat(iso) if iso else None, title)


packs(Mentions, _parts, _make)
for _kind in (AirlockMention, PersonMention, PlaceMention, SpacewalkMention, TaskMention):
    packs_dataclass(_kind)
