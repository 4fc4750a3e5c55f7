"""Evidence: stretches of the text, with their words."""

from collections.abc import Iterable

from evafacts.records import Evidence


def evidence_at(text: str, start: int, end: int) -> Evidence:
    """The stretch from ``start`` to ``end``, in code points of ``text``."""
    return Evidence(start=start, end=end, text=text[start:end])


def spans_of(text: str, spans: Iterable[tuple[int, int]]) -> list[Evidence]:
    """Each of ``spans`` once, in their order in ``text``."""
    return [evidence_at(text, a, b) for a, b in sorted(set(spans))]
