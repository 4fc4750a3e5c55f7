"""Alignment and counts, on small labels and predictions."""

from typing import Any

import pytest

from evafacts.knowledge import people
from evafacts.records import Spacewalk, Status
from evafacts.scoring import score
from evafacts.scoring.compare import Kind
from evafacts.scoring.tally import FACTS, FIELDS, Score, measures
from scoring_cases import cell, facts, gold, record, score_one, task, walk

FULL = walk(
    date="2021-02-01",
    crew=["Ada Outward", "Ben Tether"],
    duration_planned=390,
    airlock="Quest",
    tasks=["install a camera on the truss", "replace two lithium-ion batteries"],
)
EARLIER = walk(
    primary=False,
    status=Status.COMPLETED,
    date="2021-01-27",
    crew=["Ada Outward", "Ben Tether"],
    duration_actual=416,
    tasks=["route cables along the boom"],
)


def _kinds(result: Score, field: str) -> list[Kind]:
    return [
        finding.kind
        for article in result.articles
        for pair in article.pairs
        for finding in pair.findings
        if finding.field == field
    ]


def test_score_perfect_predictions_are_right_in_every_measure() -> None:
    result = score_one(gold("a", FULL, EARLIER), record(FULL), record(EARLIER))
    for measure in measures():
        assert result.value(measure) in (1.0, None), measure
    assert result.value("micro") == 1.0
    assert result.value("primary.micro") == 1.0
    assert result.value("primary.exact") == 1.0


@pytest.mark.parametrize(
    ("changes", "field", "expected"),
    [
        ({"date": "2021-02-02"}, "date", (0, 1, 1)),
        ({"date": None}, "date", (0, 0, 1)),
        ({"crew": ["Ada Outward"]}, "crew", (1, 0, 1)),
        ({"crew": ["Ada Outward", "Ben Tether", "Cy Arm"]}, "crew", (2, 1, 0)),
        ({"crew": ["Ada Outward", "Cy Arm"]}, "crew", (1, 1, 1)),
        ({"crew": ["Ada Outward", "Ada Outward", "Ben Tether"]}, "crew", (2, 1, 0)),
        ({"duration_planned": 420}, "duration_planned", (0, 1, 1)),
        ({"duration_planned": None}, "duration_planned", (0, 0, 1)),
        ({"duration_actual": 400}, "duration_actual", (0, 1, 0)),
        ({"airlock": "Pirs"}, "airlock", (0, 1, 1)),
        ({"status": Status.COMPLETED}, "status", (0, 1, 1)),
        ({"tasks": ["installing the new camera on a truss"]}, "tasks", (1, 0, 1)),
        ({"tasks": ["watch the sunrise"]}, "tasks", (0, 1, 2)),
    ],
)
def test_score_counts_each_kind_of_miss_in_its_field_alone(
    changes: dict[str, Any], field: str, expected: tuple[int, int, int]
) -> None:
    result = score_one(gold("a", FULL), record(FULL, **changes))
    assert cell(result, field) == expected
    assert cell(result, f"primary.{field}") == expected
    others = [f for f in FIELDS if f not in (field, "micro")]
    assert all(cell(result, f)[1:] == (0, 0) for f in others)
    assert result.counts["micro"].missed == expected[2]


def test_score_counts_null_against_null_as_nothing() -> None:
    bare = walk(crew=["Ada Outward"])
    result = score_one(gold("a", bare), record(bare))
    assert cell(result, "date") == (0, 0, 0)
    assert result.counts["date"].f1 is None


def test_score_counts_every_fact_of_a_record_without_partner() -> None:
    result = score_one(gold("a", FULL), record(EARLIER, crew=["Cy Arm"], primary=False))
    assert cell(result, "records") == (0, 1, 1)
    assert cell(result, "crew") == (0, 1, 2)
    assert cell(result, "tasks") == (0, 1, 2)
    assert cell(result, "status") == (0, 1, 1)
    assert cell(result, "primary.records") == (0, 0, 1)


def test_score_aligns_records_whatever_their_order() -> None:
    label = gold("a", FULL, EARLIER)
    result = score_one(label, record(EARLIER), record(FULL))
    assert result.value("micro") == 1.0
    assert cell(result, "records") == (2, 0, 0)


def test_score_aligns_for_the_most_agreement_overall() -> None:
    # Greedily, the first guess would take the second label, which suits the other guess alone.
    one = walk(date="2021-02-01", crew=["Ada Outward"], tasks=["install a camera"])
    two = walk(date="2021-02-05", crew=["Ada Outward", "Ben Tether"], tasks=["stow a crane"])
    both = record(two, date="2021-02-01")
    result = score_one(gold("a", one, two), both, record(two))
    assert cell(result, "date") == (2, 0, 0)
    assert cell(result, "records") == (2, 0, 0)


@pytest.mark.parametrize(
    ("changes", "aligned"),
    [
        ({"date": "2021-03-01"}, True),
        ({"crew": ["Cy Arm"]}, True),
        ({"date": "XXXX-02-01", "crew": []}, True),
        ({"date": "2021-03-01", "crew": ["Cy Arm"], "tasks": []}, False),
        ({"date": None, "crew": [], "tasks": [], "duration_planned": None}, True),
        ({"date": "1999-01-01", "crew": [], "tasks": [], "duration_planned": None}, False),
    ],
)
def test_align_needs_agreement_to_outweigh_contradiction(
    changes: dict[str, Any], aligned: bool
) -> None:
    result = score_one(gold("a", FULL), record(FULL, **changes))
    assert cell(result, "records") == ((1, 0, 0) if aligned else (0, 1, 1))


@pytest.mark.parametrize(
    ("label", "guess", "aligned"),
    [
        (walk(), walk(), True),
        (walk(tasks=["stow a crane"]), walk(crew=["Cy Arm"]), True),
        (walk(primary=False), walk(primary=False), False),
        (walk(), walk(primary=False), False),
    ],
)
def test_align_takes_sole_primaries_for_one_where_nothing_contradicts(
    label: Any, guess: Any, aligned: bool
) -> None:
    result = score_one(gold("a", label), record(guess))
    assert result.counts["records"].right == int(aligned)


def test_align_takes_a_date_left_open_for_agreement() -> None:
    label = walk(primary=False, date="2021-02-01")
    result = score_one(gold("a", label), record(label, date="XXXX-02-01"))
    assert cell(result, "records") == (1, 0, 0)
    assert cell(result, "date") == (0, 1, 1)


@pytest.mark.parametrize("primary", [True, False])
def test_align_bears_more_contradiction_between_primary_records(primary: bool) -> None:
    label = walk(primary=primary, date="2021-02-01", crew=["Ada Outward", "Ben Tether"])
    guess = record(label, date="2021-02-02", crew=["Ada Outward", "Cy Arm"])
    result = score_one(gold("a", label), guess)
    assert result.counts["records"].right == int(primary)


def test_align_leaves_bare_primaries_apart_where_there_are_two() -> None:
    result = score_one(gold("a", walk(), walk()), record(walk()))
    assert cell(result, "records") == (0, 1, 2)


def test_score_drops_a_record_aligned_with_an_optional_one() -> None:
    edge = EARLIER.model_copy(update={"optional": True})
    with_it = score_one(gold("a", FULL, edge), record(FULL), record(EARLIER, airlock="Pirs"))
    without = score_one(gold("a", FULL, edge), record(FULL))
    assert cell(with_it, "records") == cell(without, "records") == (1, 0, 0)
    assert with_it.counts == without.counts


def test_score_counts_fields_of_a_primary_record_called_background() -> None:
    result = score_one(gold("a", FULL), record(FULL, primary=False))
    assert cell(result, "primary.date") == (1, 0, 0)
    assert cell(result, "primary_flag") == (0, 0, 1)
    assert result.value("primary.exact") == 1.0


def test_score_counts_a_spurious_primary_record_among_primary_ones() -> None:
    result = score_one(gold("a"), record(FULL))
    assert cell(result, "primary.records") == (0, 1, 0)
    assert cell(result, "primary.crew") == (0, 2, 0)
    assert cell(result, "primary_flag") == (0, 1, 0)


def test_score_leaves_a_background_record_called_primary_out_of_the_primary_view() -> None:
    result = score_one(gold("a", EARLIER), record(EARLIER, primary=True))
    assert cell(result, "primary.records") == (0, 0, 0)
    assert cell(result, "primary_flag") == (0, 1, 0)
    assert result.value("no_primary") == 0.0


def test_score_micro_sums_the_facts() -> None:
    result = score_one(gold("a", FULL, EARLIER), record(FULL, airlock=None), record(FULL))
    for view in ("", "primary."):
        sums = [cell(result, f"{view}{field}") for field in FACTS]
        assert cell(result, f"{view}micro") == tuple(map(sum, zip(*sums, strict=True)))


@pytest.mark.parametrize(
    ("records", "exact", "but_tasks"),
    [
        ([record(FULL)], 1.0, 1.0),
        ([record(FULL, tasks=["stow a crane"])], 0.0, 1.0),
        ([record(FULL, airlock=None)], 0.0, 0.0),
        ([], 0.0, 0.0),
    ],
)
def test_score_share_of_primary_records_right(
    records: list[Spacewalk], exact: float, but_tasks: float
) -> None:
    result = score_one(gold("a", FULL), *records)
    assert result.value("primary.exact") == exact
    assert result.value("primary.exact_but_tasks") == but_tasks


def test_score_share_of_empty_articles() -> None:
    labels = {id: gold(id) for id in "abc"} | {"d": gold("d", EARLIER)}
    result = score(
        labels,
        [
            facts("a"),
            facts("b", record(EARLIER)),
            facts("c", record(FULL)),
            facts("d", record(EARLIER)),
        ],
    )
    assert (result.shares["empty"].right, result.shares["empty"].total) == (1, 3)
    assert (result.shares["no_primary"].right, result.shares["no_primary"].total) == (3, 4)


def test_score_is_the_same_in_any_order_and_names_articles_without_gold() -> None:
    labels = {"a": gold("a", FULL), "b": gold("b", EARLIER)}
    guesses = [facts("b", record(EARLIER)), facts("z", record(FULL)), facts("a", record(FULL))]
    one, two = score(labels, guesses), score(labels, reversed(guesses))
    assert one == two
    assert [article.id for article in one.articles] == ["a", "b"]
    assert one.without_gold == ("z",)


# Tasks


@pytest.mark.parametrize(
    ("label", "guess", "right"),
    [
        ("install a camera", "installation of the camera", True),
        ("replacing the station's batteries", "battery replacement on the station", True),
        ("install a camera on the P4 truss", "install a camera", True),
        ("install a camera", "remove a camera", True),
        ("install a camera on the truss", "remove a camera", False),
        ("power the idled component back up", "reactivating a radiator system", False),
    ],
)
def test_score_tasks_match_by_half_of_their_content_words(
    label: str, guess: str, right: bool
) -> None:
    result = score_one(
        gold("a", walk(crew=["A"], tasks=[label])), record(walk(crew=["A"], tasks=[guess]))
    )
    assert result.counts["tasks"].right == int(right)


def test_score_tasks_match_another_telling() -> None:
    label = walk(crew=["A"], tasks=[task("reactivate a radiator", "power the idled part back up")])
    result = score_one(gold("a", label), record(label, tasks=["powering up the idled part"]))
    assert cell(result, "tasks") == (1, 0, 0)


def test_score_tasks_optional_are_neither_found_nor_missed() -> None:
    label = walk(crew=["A"], tasks=["stow a crane", task("upgrade the station", optional=True)])
    found = record(label, tasks=["stow a crane", "upgrade the station", "upgrading the station"])
    assert cell(score_one(gold("a", label), found), "tasks") == (1, 0, 0)
    missed = record(label, tasks=["stow a crane"])
    assert cell(score_one(gold("a", label), missed), "tasks") == (1, 0, 0)


def test_score_tasks_match_a_required_one_before_an_optional_one_as_like() -> None:
    label = walk(crew=["A"], tasks=[task("stow a crane", optional=True), task("stow the crane")])
    result = score_one(gold("a", label), record(label, tasks=["stowing a crane"]))
    assert cell(result, "tasks") == (1, 0, 0)


def test_score_tasks_repeated_are_reported_apart() -> None:
    label = walk(crew=["A"], tasks=[task("reactivate a radiator", "power the idled part back up")])
    guess = record(label, tasks=["reactivating the radiator", "power up the idled part"])
    result = score_one(gold("a", label), guess)
    assert cell(result, "tasks") == (1, 0, 0)
    assert result.counts["tasks"].repeated == 1
    assert sorted(_kinds(result, "tasks")) == [Kind.REPEATED, Kind.RIGHT]
    assert result.value("primary.exact") == 1.0


def test_score_tasks_are_assigned_for_the_most_matches() -> None:
    # The first guess is like both labels, the second like the first label alone.
    label = walk(crew=["A"], tasks=["install cable and camera", "install cable clamps"])
    guess = record(label, tasks=["install cable", "install camera"])
    assert cell(score_one(gold("a", label), guess), "tasks") == (2, 0, 0)


def test_score_names_the_nearest_wording_of_a_missed_task() -> None:
    label = walk(crew=["A"], tasks=["install a camera on the starboard truss"])
    result = score_one(gold("a", label), record(label, tasks=["check a camera"]))
    [missed] = [
        finding
        for finding in result.articles[0].pairs[0].findings
        if finding.field == "tasks" and finding.kind is Kind.MISSED
    ]
    assert missed.nearest == "check a camera"
    assert missed.agreement == pytest.approx(1 / 3)


# People


@pytest.mark.parametrize(
    ("label", "guess", "right"),
    [
        ("Jörg Tether-Smith", "Jorg Tether Smith", True),
        ("Hopkins", "Hopkins", True),
        ("Ada Outward", "Outward", False),
    ],
)
def test_score_people_without_roster_match_by_name(label: str, guess: str, right: bool) -> None:
    one = walk(date="2021-02-01", crew=[label])
    result = score_one(gold("a", one), record(one, crew=[guess]))
    assert result.counts["crew"].right == int(right)


def test_score_people_match_by_roster_entry() -> None:
    person = next(p for p in people() if len(p.aliases) > 1)
    one = walk(date="2021-02-01", crew=[person.name])
    for alias in person.aliases:
        result = score_one(gold("a", one), record(one, crew=[alias]))
        assert cell(result, "crew") == (1, 0, 0), alias


def test_score_people_of_different_roster_entries_differ() -> None:
    first, second = people()[:2]
    one = walk(date="2021-02-01", crew=[first.name])
    result = score_one(gold("a", one), record(one, crew=[second.name]))
    assert cell(result, "crew") == (0, 1, 1)
