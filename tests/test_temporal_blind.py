"""Calendar days and lengths in 300 sentences of wire copy, written to measure by."""

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from evafacts import time_expressions

_CASES: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent / "data" / "temporal_blind.json").read_text(encoding="utf-8")
)


class _Expression(NamedTuple):
    start: int
    end: int
    kind: str
    value: str


def _is_day(one: _Expression) -> bool:
    return one.kind == "DATE" and len(one.value) == 10 and one.value.replace("-", "").isdigit()


def _is_numbered_duration(one: _Expression) -> bool:
    return one.kind == "DURATION" and any(sign.isdigit() for sign in one.value)


def _expected(case: dict[str, Any]) -> list[_Expression]:
    found, position = [], 0
    for one in case["expected"]:
        start = case["text"].index(one["text"], position)
        position = start + len(one["text"])
        found.append(_Expression(start, position, one["kind"], one["value"]))
    return found


def _read(case: dict[str, Any]) -> list[_Expression]:
    found = time_expressions(case["text"], case["published"])
    return [_Expression(one.start, one.end, one.kind, one.value) for one in found]


def _hits(expected: list[_Expression], read: list[_Expression]) -> list[_Expression]:
    """The expected ones that a reading of the same kind and value overlaps, one to one."""
    left, hits = list(read), []
    for one in expected:
        for other in left:
            overlaps = one.start < other.end and other.start < one.end
            if overlaps and (one.kind, one.value) == (other.kind, other.value):
                left.remove(other)
                hits.append(one)
                break
    return hits


def _f1(cases: Iterable[dict[str, Any]], wanted: Callable[[_Expression], bool]) -> float:
    hits = expected_count = read_count = 0
    for case in cases:
        expected = [one for one in _expected(case) if wanted(one)]
        read = [one for one in _read(case) if wanted(one)]
        expected_count += len(expected)
        read_count += len(read)
        hits += len(_hits(expected, read))
    return 2 * hits / (expected_count + read_count)


@pytest.mark.parametrize(
    ("wanted", "floor"),
    [(_is_day, 0.955), (_is_numbered_duration, 0.985), (lambda one: True, 0.96)],
    ids=["calendar days", "numbered durations", "all"],
)
def test_temporal_blind_values(wanted: Callable[[_Expression], bool], floor: float) -> None:
    assert _f1(_CASES, wanted) >= floor


def test_temporal_blind_sentences_without_expression_stay_empty() -> None:
    empty = [case for case in _CASES if not case["expected"]]
    assert len(empty) == 40
    assert sum(not _read(case) for case in empty) >= 36
