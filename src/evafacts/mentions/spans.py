"""Mentions as spaCy span groups, each span with its value.

spaCy keeps a custom attribute by the characters that a span covers, so that two spans over the same
words ("Poisk", an airlock and a place) would share it. Here it is kept by kind as well.
"""

import datetime
from collections.abc import Iterable
from typing import Any, cast

from spacy.tokens import Doc, Span

from evafacts.mentions.packing import packs_dataclass
from evafacts.mentions.temporal.types import Said, Temporal

_PUBLISHED = ("._.", "published", None, None)
Key = tuple[str, str, int, int]

packs_dataclass(Said)
packs_dataclass(Temporal)


def register() -> None:
    """Declare the custom attributes of Doc and Span, where nobody has yet."""
    if not Doc.has_extension("published"):
        Doc.set_extension("published", getter=_get_published, setter=_set_published)
    for name in ("title", "evafacts", "temporals"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)
    for name, getter in (("value", _value), ("mention", _mention), ("temporal", _temporal)):
        if not Span.has_extension(name):
            Span.set_extension(name, getter=getter)


def set_group(doc: Doc, group: str, label: str, found: Iterable[tuple[Any, str]]) -> Doc:
    """Write ``doc.spans[group]``: a span for each mention, widened to whole tokens.

    Args:
        doc: The Doc; changed in place.
        group: Name of the span group.
        label: Label of the spans.
        found: Mentions (with ``start`` and ``end``, offsets into the text), each with its value.

    Returns:
        The same Doc.
    """
    spans: list[Span] = []
    kept: dict[Key, list[list[Any]]] = {}
    for mention, value in found:
        span = doc.char_span(mention.start, mention.end, label=label, alignment_mode="expand")
        if span is None:
            continue
        here = kept.setdefault(_key(span), [])
        span.id_ = str(len(here))  # which of several that a long token holds
        here.append([value, mention])
        spans.append(span)
    doc.spans[group] = spans
    _data(doc).update(kept)
    return doc


def _data(doc: Doc) -> dict[Any, Any]:
    return cast(dict[Any, Any], doc.user_data)


def _key(span: Span) -> Key:
    """In the shape that spaCy shifts when Docs are joined or cut."""
    return ("._.", f"evafacts_{span.label_}", span.start_char, span.end_char)


def _entry(span: Span) -> list[Any]:
    here = _data(span.doc).get(_key(span), ())
    number = int(span.id_) if span.id_.isdecimal() else 0
    return here[number] if number < len(here) else [None, None]


def _value(span: Span) -> Any:
    return _entry(span)[0]


def _mention(span: Span) -> Any:
    return _entry(span)[1]


def _temporal(span: Span) -> Any:
    mention = _mention(span)
    return mention if isinstance(mention, Temporal) else None


def _get_published(doc: Doc) -> datetime.date | None:
    """A date or a datetime, as it was set; kept as text, which every way of storing a Doc takes."""
    iso = _data(doc).get(_PUBLISHED)
    if iso is None:
        return None
    return _from_iso(iso)


def _set_published(doc: Doc, when: datetime.date | str | None) -> None:
    if isinstance(when, str):
        when = _from_iso(when.strip())
    _data(doc)[_PUBLISHED] = None if when is None else when.isoformat()


def _from_iso(iso: str) -> datetime.date:
    if len(iso) == len("2021-02-01"):
        return datetime.date.fromisoformat(iso)
    return datetime.datetime.fromisoformat(iso)
