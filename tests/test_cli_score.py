"""``evafacts score`` from the command line."""

import gzip
import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from evafacts import pipeline
from evafacts.cli.score import score
from evafacts.records import Article, ArticleFacts
from evafacts.scoring.gold import Gold, GoldSpacewalk
from scoring_cases import facts, record, task, walk

TEXT = "On Monday Ada Outward will stow a crane."
LABEL = walk(date="2021-02-01", crew=["Ada Outward"], tasks=["stow a crane"])


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with gold for the articles ``a`` and ``b`` and right predictions for both."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "gold").mkdir()
    for id in "ab":
        _label(tmp_path, id, LABEL)
    _predict(tmp_path)
    return tmp_path


def _label(folder: Path, id: str, *walks: GoldSpacewalk) -> None:
    label = Gold(id=id, spacewalks=list(walks))
    (folder / "gold" / f"{id}.json").write_text(label.model_dump_json(), encoding="utf-8")


def _predict(folder: Path, text: str | None = TEXT, **changes: Any) -> None:
    lines = [
        facts(id, record(LABEL, **changes.get(id, {})), text=text).model_dump_json(by_alias=True)
        for id in "ab"
    ]
    (folder / "facts.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")


def _run(*arguments: str) -> Result:
    return CliRunner().invoke(score, list(arguments), catch_exceptions=False)


def test_score_prints_a_table(project: Path) -> None:
    result = _run("facts.jsonl", "gold")
    assert result.exit_code == 0
    assert result.stderr == ""
    row = next(line for line in result.stdout.splitlines() if line.startswith("date"))
    assert row.split() == [
        "date",
        *["1.000"] * 3,
        "2",
        "0",
        "0",
        "│",
        *["1.000"] * 3,
        "2",
        "0",
        "0",
    ]


@pytest.mark.parametrize("form", ["jsonl.gz", "json", "single.json"])
def test_score_reads_every_form_of_predictions(project: Path, form: str) -> None:
    lines = (project / "facts.jsonl").read_bytes()
    records = [json.loads(line) for line in lines.splitlines()]
    content = {
        "jsonl.gz": gzip.compress(lines),
        "json": json.dumps(records, indent=1).encode(),
        "single.json": json.dumps(records[0], indent=1).encode(),
    }[form]
    (project / f"facts.{form}").write_bytes(content)
    result = _run(f"facts.{form}", "gold", "--format", "json")
    expected = 1 if form == "single.json" else 2
    assert json.loads(result.stdout)["measures"]["date"]["tp"] == expected


def test_score_reads_predictions_whose_text_holds_line_separators(project: Path) -> None:
    _predict(project, text=f"One line.\u2028{TEXT}\x85")
    assert _run("facts.jsonl", "gold").exit_code == 0


def test_score_extracts_articles_on_the_spot(project: Path) -> None:
    (project / "corpus").mkdir()
    for id in "ab":
        (project / "corpus" / f"{id}.txt").write_text(TEXT, encoding="utf-8")
    result = _run("corpus", "gold", "--format", "json")
    assert result.exit_code == 0
    counts = json.loads(result.stdout)["measures"]["records"]
    assert counts["tp"] + counts["fn"] == 2


def test_score_names_an_article_set_aside_and_exits_with_3(project: Path) -> None:
    (project / "corpus").mkdir()
    (project / "corpus" / "a.txt").write_text(TEXT, encoding="utf-8")
    (project / "corpus" / "b.txt").write_bytes(b"")
    result = _run("corpus", "gold")
    assert result.exit_code == 3
    assert "b.txt" in result.stderr
    assert "gold for no article: 'b'" in result.stderr
    assert "articles scored: 1" in result.stdout


def test_score_names_an_article_whose_extraction_fails(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def extract_many(articles: Iterable[Article]) -> Iterator[ArticleFacts]:
        for article in articles:
            if article.id == "a":
                raise RuntimeError("too strange")
            yield ArticleFacts(article=article)

    monkeypatch.setattr(pipeline, "extract_many", extract_many)
    (project / "corpus").mkdir()
    for id in "ab":
        (project / "corpus" / f"{id}.txt").write_text(TEXT, encoding="utf-8")
    result = _run("corpus", "gold", "--write-baseline", "base.json")
    assert "too strange" in result.stderr
    assert "articles scored: 1" in result.stdout
    assert result.exit_code == 1
    assert not (project / "base.json").exists()
    assert _run("corpus", "gold").exit_code == 3


def test_score_lists_errors_with_the_words_concerned(project: Path) -> None:
    _predict(project, b={"date": "2021-02-02", "tasks": ["watch the sunrise"]})
    result = _run("facts.jsonl", "gold", "--errors")
    listed = result.stdout.split("articles scored: 2")[1].split("\n")
    assert [" ".join(line.split()) for line in listed if line.strip()] == [
        "b",
        "2021-02-01 · Ada Outward · planned · primary",
        "date wrong gold «2021-02-01» predicted «2021-02-02» from “that day”",
        "tasks invented predicted «watch the sunrise»",
        "tasks missed gold «stow a crane»",
    ]


def test_score_as_json_lists_errors(project: Path) -> None:
    _predict(project, a={"crew": []})
    data = json.loads(_run("facts.jsonl", "gold", "--errors", "--format", "json").stdout)
    [error] = data["errors"]
    assert (error["article"], error["field"], error["kind"]) == ("a", "crew", "missed")
    assert data["measures"]["primary.crew"]["recall"] == 0.5
    assert data["shares"]["primary.exact"] == {"right": 1, "total": 2, "value": 0.5}


def test_score_names_bad_gold_scores_the_rest_and_exits_with_3(project: Path) -> None:
    _label(project, "a", LABEL.model_copy(update={"tasks": [task("fly to Mars")]}))
    _label(project, "c", LABEL)
    result = _run("facts.jsonl", "gold")
    assert result.exit_code == 3
    assert "a.json: spacewalks[0].tasks[0].text: not in the article: 'fly to Mars'" in result.stderr
    assert "c.json: id: gold for no article: 'c'" in result.stderr
    assert "articles scored: 1" in result.stdout


def test_score_warns_of_an_article_without_gold(project: Path) -> None:
    (project / "gold" / "b.json").unlink()
    result = _run("facts.jsonl", "gold")
    assert result.exit_code == 0
    assert result.stderr == "warning: article without gold, left out: b\n"


def test_score_says_that_quotes_cannot_be_checked_without_text(project: Path) -> None:
    _predict(project, text=None)
    result = _run("facts.jsonl", "gold")
    assert result.exit_code == 0
    assert "quotes of gold not checked for 2 articles" in result.stderr


def test_score_with_nothing_to_score_is_wrong_usage(project: Path) -> None:
    for id in "ab":
        (project / "gold" / f"{id}.json").write_text("{")
    result = _run("facts.jsonl", "gold")
    assert result.exit_code == 2
    assert "nothing to score" in result.stderr


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('{"schema":"evafacts/1"}', "facts.jsonl:1: article: Field required"),
        (None, "facts.jsonl:3: article 'a' comes twice"),
    ],
)
def test_score_names_the_line_of_a_bad_prediction(
    project: Path, line: str | None, message: str
) -> None:
    path = project / "facts.jsonl"
    lines = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([line] if line else [*lines, lines[0]]), encoding="utf-8")
    result = _run("facts.jsonl", "gold")
    assert result.exit_code == 2
    assert message in result.stderr


def test_score_names_a_missing_path(project: Path) -> None:
    result = _run("nowhere", "gold")
    assert result.exit_code == 2
    assert "nowhere" in result.stderr


@pytest.mark.parametrize(
    ("floor", "code"),
    [
        ("date=0.5", 0),
        ("date=0.51", 1),
        ("primary.crew=1", 0),
        ("primary.exact=0.5", 0),
        ("primary.exact=0.6", 1),
        ("airlock=0.1", 1),
    ],
)
def test_score_fail_under(project: Path, floor: str, code: int) -> None:
    _predict(project, a={"date": "2021-02-02"})
    result = _run("facts.jsonl", "gold", "--fail-under", floor)
    assert result.exit_code == code
    assert (floor.split("=")[0] in result.stderr) == bool(code)


@pytest.mark.parametrize("floor", ["date", "date=high", "date=2", "colour=0.5"])
def test_score_fail_under_refuses_what_it_does_not_know(project: Path, floor: str) -> None:
    assert _run("facts.jsonl", "gold", "--fail-under", floor).exit_code == 2


def test_score_gate_falls_and_names_field_and_article(project: Path) -> None:
    _run("facts.jsonl", "gold", "--write-baseline", "base.json")
    assert _run("facts.jsonl", "gold", "--baseline", "base.json").exit_code == 0
    _predict(project, b={"date": "2021-02-02"})
    result = _run("facts.jsonl", "gold", "--baseline", "base.json")
    assert result.exit_code == 1
    assert "FELL  date: 1.000 → 0.500  in b (1/0/0 → 0/1/1)" in result.stdout
    assert "below the baseline: date, micro, primary.date, primary.micro" in result.stderr


def test_score_gate_passes_and_reports_a_gain(project: Path) -> None:
    _predict(project, b={"crew": []})
    _run("facts.jsonl", "gold", "--write-baseline", "base.json")
    _predict(project)
    result = _run("facts.jsonl", "gold", "--baseline", "base.json")
    assert result.exit_code == 0
    assert "rose  crew: 0.667 → 1.000  in b (0/0/1 → 1/0/0)" in result.stdout


def test_score_gate_is_raised_freely_and_lowered_by_an_explicit_word(project: Path) -> None:
    write = ("facts.jsonl", "gold", "--write-baseline", "base.json")
    assert _run(*write).exit_code == 0
    high = (project / "base.json").read_bytes()
    _predict(project, b={"date": None})
    refused = _run(*write)
    assert refused.exit_code == 1
    assert "date: 1.0000 → 0.6667" in refused.stderr
    assert (project / "base.json").read_bytes() == high
    assert _run(*write, "--accept-lower").exit_code == 0
    assert (project / "base.json").read_bytes() != high
    _predict(project)
    assert _run(*write).exit_code == 0
    assert (project / "base.json").read_bytes() == high


def test_score_gate_does_not_pass_on_changed_gold(project: Path) -> None:
    _run("facts.jsonl", "gold", "--write-baseline", "base.json")
    _label(project, "b", LABEL.model_copy(update={"airlock": "Quest"}))
    result = _run("facts.jsonl", "gold", "--baseline", "base.json")
    assert result.exit_code == 1
    assert "The gold has changed since the baseline" in result.stdout
    assert "1 relabelled (b)" in result.stdout


def test_score_gate_writes_no_baseline_of_a_part(project: Path) -> None:
    (project / "gold" / "b.json").write_text("{")
    result = _run("facts.jsonl", "gold", "--write-baseline", "base.json")
    assert result.exit_code == 1
    assert not (project / "base.json").exists()


def test_score_gate_names_a_file_that_is_no_baseline(project: Path) -> None:
    (project / "base.json").write_text("{}")
    result = _run("facts.jsonl", "gold", "--baseline", "base.json")
    assert result.exit_code == 2
    assert "base.json: gold: Field required" in result.stderr


def test_score_option_help_is_there_for_each() -> None:
    assert all(getattr(option, "help", "") for option in score.params[2:])


def test_score_gate_names_a_baseline_that_cannot_be_written(project: Path) -> None:
    result = _run("facts.jsonl", "gold", "--write-baseline", "nowhere/baseline.json")
    assert result.exit_code == 1
    assert "nowhere/baseline.json: No such file or directory" in result.stderr


def test_score_names_a_folder_without_gold(project: Path) -> None:
    (project / "none").mkdir()
    result = _run("facts.jsonl", "none")
    assert result.exit_code == 2
    assert "none holds no .json file" in result.stderr
