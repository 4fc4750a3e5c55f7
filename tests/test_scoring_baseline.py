"""The accuracy gate: what fell is named, raising is easy, lowering is not."""

import json
from pathlib import Path
from typing import Any

import pytest

from evafacts.scoring import (
    BadBaseline,
    Baseline,
    Score,
    compare_with,
    lowered,
    read_baseline,
    score,
)
from evafacts.scoring.baseline import Comparison
from scoring_cases import facts, gold, record, walk

LABELS = {
    id: gold(
        id,
        walk(date=f"2021-02-0{day}", crew=["Ada Outward", "Ben Tether"], tasks=["stow a crane"]),
    )
    for day, id in enumerate("abc", start=1)
}


def _score(labels: dict[str, Any] = LABELS, **changes: dict[str, Any]) -> Score:
    """The score of right predictions, or right but for the changes of some articles."""
    return score(
        labels,
        [
            facts(id, *[record(each, **changes.get(id, {})) for each in label.spacewalks])
            for id, label in labels.items()
        ],
    )


def _measures(found: Comparison) -> list[str]:
    return [change.measure for change in found.changes if not change.holds]


def test_baseline_holds_against_the_score_that_set_it() -> None:
    found = compare_with(Baseline.of(_score()), _score())
    assert found.holds
    assert not any(change.gained or change.fell or change.rose for change in found.changes)


def test_baseline_names_the_field_and_the_articles_that_fell() -> None:
    found = compare_with(Baseline.of(_score()), _score(b={"date": "2020-01-01"}))
    assert not found.holds
    assert _measures(found) == ["date", "micro", "primary.date", "primary.micro"]
    assert found.changes[2].measure == "date"
    assert found.changes[2].fell == ("b (1/0/0 → 0/1/1)",)


def test_baseline_reports_gains() -> None:
    found = compare_with(Baseline.of(_score(b={"date": None})), _score())
    assert found.holds
    gained = {change.measure: change.rose for change in found.changes if change.gained}
    assert gained["primary.date"] == ("b (0/0/1 → 1/0/0)",)


def test_baseline_shows_articles_that_changed_under_an_even_field() -> None:
    before = Baseline.of(_score(a={"date": None}))
    found = compare_with(before, _score(c={"date": None}))
    change = next(change for change in found.changes if change.measure == "date")
    assert change.holds
    assert (change.fell, change.rose) == (("c (1/0/0 → 0/0/1)",), ("a (0/0/1 → 1/0/0)",))


def test_baseline_falls_where_something_is_invented_that_gold_never_has() -> None:
    found = compare_with(Baseline.of(_score()), _score(a={"airlock": "Quest"}))
    assert _measures(found) == ["airlock", "micro", "primary.airlock", "primary.micro"]


def test_baseline_names_changed_gold_and_does_not_hold() -> None:
    other = LABELS | {
        "b": gold("b", walk(date="2021-02-09", crew=["Ada Outward"])),
        "d": gold("d"),
    }
    del other["c"]
    found = compare_with(Baseline.of(_score()), _score(other))
    assert (found.added, found.removed, found.relabelled) == (("d",), ("c",), ("b",))
    assert not found.holds
    assert _measures(found) == []


def test_baseline_compares_unchanged_articles_where_gold_has_changed() -> None:
    other = LABELS | {"d": gold("d", walk(crew=["Cy Arm"]))}
    before = Baseline.of(_score(c={"date": None}))
    worse = compare_with(before, _score(other, c={"date": None}, a={"crew": []}))
    assert _measures(worse) == ["crew", "micro", "primary.crew", "primary.micro"]
    assert _measures(compare_with(before, _score(other, c={"date": None}))) == []


def test_baseline_lays_no_fall_on_the_articles_that_stay_when_a_better_one_goes() -> None:
    before = Baseline.of(_score(a={"date": None}))
    fewer = {"a": LABELS["a"], "b": LABELS["b"]}
    found = compare_with(before, _score(fewer, a={"date": None}))
    assert found.removed == ("c",)
    assert _measures(found) == []


def test_baseline_file_reads_back_and_is_the_same_each_time(tmp_path: Path) -> None:
    result = _score(a={"date": None, "crew": ["Ada Outward"]})
    path = tmp_path / "baseline.json"
    path.write_text(Baseline.of(result).dump(), encoding="utf-8")
    assert read_baseline(path) == Baseline.of(result)
    assert read_baseline(path).dump() == path.read_text(encoding="utf-8")
    assert json.loads(path.read_text(encoding="utf-8"))["articles"]["b"]["counts"] == {}


def test_baseline_floors_never_exceed_the_score() -> None:
    result = _score(a={"crew": ["Ada Outward"]})
    floor = Baseline.of(result).floors["crew"]
    f1 = result.counts["crew"].f1
    assert floor is not None
    assert f1 is not None
    assert floor <= f1 < floor + 2e-6


def test_baseline_names_what_a_new_one_would_lower() -> None:
    high, low = Baseline.of(_score()), Baseline.of(_score(b={"date": None}))
    assert list(lowered(low, high)) == []
    assert list(lowered(high, low)) == [
        "date: 1.0000 → 0.8000",
        "micro: 1.0000 → 0.9655",
        "primary.date: 1.0000 → 0.8000",
        "primary.micro: 1.0000 → 0.9655",
    ]


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("{", "Invalid JSON"),
        ("{}", "gold: Field required"),
        ('{"schema": "other/1", "gold": "", "floors": {}, "articles": {}}', "schema"),
    ],
)
def test_baseline_that_is_none_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "baseline.json"
    path.write_text(content)
    with pytest.raises(BadBaseline, match=message):
        read_baseline(path)
