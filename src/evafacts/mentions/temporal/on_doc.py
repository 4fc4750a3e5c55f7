"""Temporals on a spaCy Doc: found once, however many components ask for them."""

from collections.abc import Callable

from spacy.tokens import Doc

from evafacts.mentions.spans import register, set_group
from evafacts.mentions.temporal.find import find_temporals
from evafacts.mentions.temporal.resolve import resolve
from evafacts.mentions.temporal.types import Temporal

__all__ = ["register", "set_spans", "temporals_of"]


def temporals_of(doc: Doc) -> list[Temporal]:
    """All temporals of the text, resolved against ``doc._.published`` where that is set.

    Their character offsets are the truth; spans are widened to whole tokens.
    """
    register()
    found: list[Temporal] | None = doc._.temporals
    if found is None:
        if doc._.evafacts is not None:
            found = doc._.evafacts.temporals
        else:
            found = resolve(find_temporals(doc.text), doc.text, doc._.published)
        doc._.temporals = found
    return list(found or [])


def set_spans(doc: Doc, group: str, label: str, wanted: Callable[[Temporal], bool]) -> Doc:
    """Write the wanted temporals to ``doc.spans[group]``, each span with its value."""
    found = ((one, one.value) for one in temporals_of(doc) if wanted(one))
    return set_group(doc, group, label, found)
