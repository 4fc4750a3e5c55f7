"""Evidence: stretches of the text, with their words."""

from collections.abc import Iterable

from evafacts.records import Evidence


def evidence_at(text: str, start: int, end: int) -> Evidence:
    return Evidence(start=start, end=end, text=text[start:end])


def spans_of(text: str, spans: Iterable[tuple[int, int]]) -> list[Evidence]:
    return [evidence_at(text, a, b) for a, b in sorted(set(spans))]
