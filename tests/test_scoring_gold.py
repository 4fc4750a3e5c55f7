"""Gold files: what is wrong is named with file and field, all of it."""

import json
from pathlib import Path
from typing import Any

import pytest

from evafacts.scoring import check_gold, read_gold
from evafacts.scoring.gold import Checked

TEXT = "On Monday Ada Outward will install\u00a0a camera\n on the truss."
WALK: dict[str, Any] = {
    "primary": True,
    "status": "planned",
    "date": "2021-02-01",
    "crew": ["Ada Outward"],
    "duration_planned": 390,
    "duration_actual": None,
    "airlock": None,
    "tasks": [{"text": "install a camera", "also": [], "optional": False}],
}


def _check(folder: Path, texts: dict[str, str | None], **files: Any) -> Checked:
    for name, content in files.items():
        text = content if isinstance(content, str) else json.dumps(content)
        (folder / f"{name}.json").write_text(text, encoding="utf-8")
    return check_gold(read_gold(folder), texts)


def _label(**changes: Any) -> dict[str, Any]:
    return {"id": "a", "published": None, "spacewalks": [WALK | changes]}


def test_gold_without_fault_is_taken(tmp_path: Path) -> None:
    checked = _check(tmp_path, {"a": TEXT}, a=_label())
    assert checked.problems == ()
    assert checked.gold["a"].spacewalks[0].duration_planned == 390


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"date": "Feb. 1"}, "date"),
        ({"date": "2021-02-30"}, "date"),
        ({"date": "2021-13"}, "date"),
        ({"date": "XXXX-02-30"}, "date"),
        ({"date": 2021}, "date"),
        ({"duration_planned": "390"}, "duration_planned"),
        ({"duration_planned": 390.5}, "duration_planned"),
        ({"duration_actual": -1}, "duration_actual"),
        ({"status": "done"}, "status"),
        ({"primary": "yes"}, "primary"),
        ({"crew": "Ada Outward"}, "crew"),
        ({"crew": [""]}, "crew[0]"),
        ({"airlock": " "}, "airlock"),
        ({"airlok": "Quest"}, "airlok"),
        ({"tasks": [{"also": []}]}, "tasks[0].text"),
        ({"tasks": [{"text": "install a light"}]}, "tasks[0].text"),
        ({"tasks": [{"text": "install a camera", "also": ["a lamp"]}]}, "tasks[0].also[0]"),
    ],
)
def test_gold_names_file_and_field_of_what_is_wrong(
    tmp_path: Path, changes: dict[str, Any], field: str
) -> None:
    checked = _check(tmp_path, {"a": TEXT}, a=_label(**changes))
    assert [(p.file, p.field) for p in checked.problems] == [("a.json", f"spacewalks[0].{field}")]
    assert checked.gold == {}


@pytest.mark.parametrize("date", ["1965", "2021-03", "XXXX-11-06", "XXXX-02-29", "2020-02-29"])
def test_gold_takes_edtf_dates(tmp_path: Path, date: str) -> None:
    assert _check(tmp_path, {"a": TEXT}, a=_label(date=date)).problems == ()


def test_gold_lists_all_problems_at_once(tmp_path: Path) -> None:
    bad = _label(date="soon", duration_planned="x", tasks=[{"text": "fly to Mars"}])
    checked = _check(
        tmp_path, {"a": TEXT, "b": TEXT}, a=bad, b="{no json", c=_label() | {"id": "c"}
    )
    fields = [(problem.file, problem.field) for problem in checked.problems]
    assert fields == [
        ("a.json", "spacewalks[0].date"),
        ("a.json", "spacewalks[0].duration_planned"),
        ("a.json", "spacewalks[0].tasks[0].text"),
        ("b.json", ""),
        ("c.json", "id"),
    ]
    assert "gold for no article: 'c'" in str(checked.problems[-1])


def test_gold_keeps_the_good_files_beside_bad_ones(tmp_path: Path) -> None:
    checked = _check(tmp_path, {"a": TEXT, "b": TEXT}, a=_label(), b=_label(date=1) | {"id": "b"})
    assert list(checked.gold) == ["a"]


def test_gold_names_an_id_labelled_twice(tmp_path: Path) -> None:
    checked = _check(tmp_path, {"a": TEXT}, a=_label(), again=_label())
    assert [str(problem) for problem in checked.problems] == [
        "again.json: id: 'a' is already labelled in a.json"
    ]
    assert list(checked.gold) == ["a"]


def test_gold_says_where_quotes_could_not_be_checked(tmp_path: Path) -> None:
    label = _label(tasks=[{"text": "fly to Mars"}])
    checked = _check(tmp_path, {"a": None}, a=label)
    assert checked.unchecked == ("a",)
    assert checked.problems == ()


@pytest.mark.parametrize("content", ["[]", "3", "null", '"x"', '{"spacewalks": 3}', "\x00", ""])
def test_gold_of_any_shape_is_a_problem_and_no_crash(tmp_path: Path, content: str) -> None:
    checked = _check(tmp_path, {"a": TEXT}, a=content)
    assert checked.problems
    assert {problem.file for problem in checked.problems} == {"a.json"}


def test_gold_that_is_no_utf8_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_bytes(b'{"id": "caf\xe9"}')
    assert "no JSON" in str(check_gold(read_gold(tmp_path), {"a": TEXT}).problems[0])


@pytest.mark.parametrize("content", ["", "{", "1" * 5000, "[" * 100_000, "\x00"])
def test_gold_that_is_no_json_is_named_and_the_rest_is_taken(tmp_path: Path, content: str) -> None:
    checked = _check(tmp_path, {"a": TEXT}, a=_label(), broken=content)
    assert list(checked.gold) == ["a"]
    assert "broken.json: no JSON" in str(checked.problems[0])


def test_gold_that_cannot_be_opened_is_named_and_the_rest_is_taken(tmp_path: Path) -> None:
    (tmp_path / "lost.json").symlink_to("nowhere")
    checked = _check(tmp_path, {"a": TEXT}, a=_label())
    assert list(checked.gold) == ["a"]
    assert str(checked.problems[0]) == "lost.json: cannot be read: No such file or directory"
