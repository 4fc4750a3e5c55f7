"""Temporals on a spaCy Doc: found once, however many components ask for them."""

from collections.abc import Callable

from spacy.tokens import Doc, Span

from evafacts.mentions.temporal.find import find_temporals
from evafacts.mentions.temporal.resolve import resolve
from evafacts.mentions.temporal.types import Temporal


def register() -> None:
    """Declare ``doc._.temporals``, ``doc._.published`` and the values of spans, once."""
    for name in ("temporals", "published"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name in ("value", "temporal"):
        if not Span.has_extension(name):
            Span.set_extension(name, default=None)


def temporals_of(doc: Doc) -> list[Temporal]:
    """All temporals of the text, resolved against ``doc._.published`` where that is set.

    Their character offsets are the truth; spans are widened to whole tokens.
    """
    register()
    found: list[Temporal] | None = doc._.temporals
    if found is None:
        shared = doc._.evafacts if Doc.has_extension("evafacts") else None
        if shared is not None:
            found = shared.temporals
        else:
            found = resolve(find_temporals(doc.text), doc.text, doc._.published)
        doc._.temporals = found
    return list(found or [])


def set_spans(doc: Doc, group: str, label: str, wanted: Callable[[Temporal], bool]) -> Doc:
    """Write the wanted temporals to ``doc.spans[group]``, each span with its value."""
    spans = []
    for one in temporals_of(doc):
        if not wanted(one):
            continue
        span = doc.char_span(one.start, one.end, label=label, alignment_mode="expand")
        if span is not None:
            span._.value = one.value
            span._.temporal = one
            spans.append(span)
    doc.spans[group] = spans
    return doc
