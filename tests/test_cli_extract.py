import io
import json
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from rich.console import Console

import evafacts
from evafacts import pipeline
from evafacts.cli import main
from evafacts.cli.progress import Progress
from evafacts.cli.table import print_table, table_rows
from evafacts.records import (
    Airlock,
    Article,
    ArticleFacts,
    CrewMember,
    Date,
    Duration,
    Evidence,
    Spacewalk,
    Status,
    Task,
)

COMMAND = [sys.executable, "-m", "evafacts"]
ENDLESS = """
import time
while True:
    print('{"text": "Out they go."}', flush=True)
    time.sleep(0.01)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder of two articles and one empty file."""
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.txt").write_text("Two astronauts went outside.")
    (tmp_path / "in" / "b.txt").write_text("Nothing happened.")
    (tmp_path / "in" / "empty.txt").write_text("")
    return tmp_path / "in"


def run(*arguments: object, stdin: str | None = None) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)


def test_cli_help_names_every_command_and_version_is_quick() -> None:
    text = run("--help").output
    assert all(name in text for name in ("extract", "score", "show", "schema"))
    assert run("--version").output == f"evafacts, version {evafacts.__version__}\n"
    code = "import sys, evafacts.cli; print(sorted({'spacy', 'pydantic'} & sys.modules.keys()))"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert loaded.stdout == "[]\n"


@pytest.mark.parametrize("command", ["extract", "score", "show", "schema"])
def test_cli_every_command_has_help(command: str) -> None:
    result = run(command, "--help")
    assert result.exit_code == 0
    assert "Usage:" in result.output


def test_cli_schema_describes_the_records() -> None:
    document = json.loads(run("schema").stdout)
    assert {"schema", "article", "spacewalks", "warnings"} <= document["properties"].keys()


def test_cli_extract_gives_records_alone_on_standard_output(folder: Path) -> None:
    result = run("extract", folder)
    records = [json.loads(line) for line in result.stdout.splitlines()]
    assert [record["article"]["id"] for record in records] == ["a", "b"]
    assert "text" not in records[0]["article"]
    assert f"set aside: {folder}/empty.txt: empty" in result.stderr
    assert result.exit_code == 3


def test_cli_extract_with_text(folder: Path) -> None:
    result = run("extract", folder / "a.txt", "--with-text")
    assert json.loads(result.stdout)["article"]["text"] == "Two astronauts went outside."
    assert result.exit_code == 0
    assert result.stderr == ""


def test_cli_extract_reads_standard_input() -> None:
    result = run("extract", "-", stdin='{"id": "x", "text": "Out."}\n{"id": "y", "text": "In."}\n')
    ids = [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()]
    assert ids == ["x", "y"]


def test_cli_extract_file_equals_standard_output(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "facts.jsonl"
    result = run("extract", folder, "-o", out)
    assert result.stdout == ""
    assert out.read_text() == run("extract", folder).stdout


def test_cli_extract_rejects_file_comes_and_goes(folder: Path, tmp_path: Path) -> None:
    out, rejects = tmp_path / "facts.jsonl", tmp_path / "facts.jsonl.rejects.jsonl"
    assert run("extract", folder, tmp_path / "no", "-o", out).exit_code == 3
    lines = [json.loads(line) for line in rejects.read_text().splitlines()]
    assert [line["source"] for line in lines] == [f"{folder}/empty.txt", f"{tmp_path}/no"]
    assert lines[0].keys() == {"source", "reason", "position", "exception"}
    assert run("extract", folder / "a.txt", "-o", out).exit_code == 0
    assert not rejects.exists()


def test_cli_extract_output_within_the_folder_is_not_read_again(folder: Path) -> None:
    out = folder / "facts.jsonl"
    run("extract", folder, "-o", out)
    before = out.read_text()
    run("extract", folder, "-o", out)
    assert out.read_text() == before


@pytest.mark.parametrize(
    ("arguments", "word"),
    [
        ((), "Missing argument"),
        (("a.txt", "-o", "facts.doc"), "facts.doc"),
        (("a.txt", "-o", "no/such/folder/facts.jsonl"), "no such folder"),
        (("a.txt", "--max-size", "0"), "max-size"),
        (("a.txt", "--nonsense"), "nonsense"),
    ],
)
def test_cli_extract_wrong_usage(arguments: tuple[str, ...], word: str) -> None:
    result = run("extract", *arguments)
    assert result.exit_code == 2
    assert word in result.stderr


def test_cli_extract_size_limit(folder: Path) -> None:
    result = run("extract", folder / "a.txt", "--max-size", "0.00001")
    assert result.exit_code == 3
    assert "larger than the limit of 10 bytes" in result.stderr


def test_cli_extract_failure_in_one_article_is_a_reject(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail_at_a(articles: Iterable[Article]) -> Iterator[ArticleFacts]:
        for article in articles:
            if article.id == "a":
                raise RuntimeError("broken rule")
            yield ArticleFacts(article=article)

    monkeypatch.setattr(pipeline, "extract_many", fail_at_a)
    result = run("extract", folder)
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == ["b"]
    assert f"{folder}/a.txt: the extraction failed: RuntimeError: broken rule" in result.stderr
    assert result.exit_code == 3


def test_cli_extract_failure_after_reading_ahead_costs_one_article(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def in_batches(articles: Iterable[Article]) -> Iterator[ArticleFacts]:
        batch = list(articles)
        if any(article.id == "a" for article in batch):
            raise RuntimeError("broken rule")
        yield from (ArticleFacts(article=article) for article in batch)

    monkeypatch.setattr(pipeline, "extract_many", in_batches)
    result = run("extract", folder)
    assert [json.loads(line)["article"]["id"] for line in result.stdout.splitlines()] == ["b"]
    assert result.stderr.count("set aside:") == 2


def test_cli_extract_interrupted_keeps_what_is_done(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(articles: Iterable[Article]) -> Iterator[ArticleFacts]:
        yield ArticleFacts(article=next(iter(articles)))
        raise KeyboardInterrupt

    monkeypatch.setattr(pipeline, "extract_many", interrupted)
    out = tmp_path / "facts.jsonl"
    result = run("extract", folder, "-o", out)
    assert result.exit_code == 130
    assert "interrupted after 1 article;" in result.stderr
    assert json.loads(out.read_text())["article"]["id"] == "a"


def test_cli_extract_ctrl_c_in_a_terminal_is_clean(tmp_path: Path) -> None:
    endless = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE)
    out = tmp_path / "facts.csv"
    process = subprocess.Popen(
        [*COMMAND, "extract", "-", "-o", out],
        stdin=endless.stdout,
        stderr=subprocess.PIPE,
        # what runs in the background has Ctrl-C ignored, and hands that on
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    try:
        while process.poll() is None and not list(tmp_path.iterdir()):
            time.sleep(0.05)  # until the output is begun
        time.sleep(0.5)
        process.send_signal(signal.SIGINT)
        message = process.communicate(timeout=60)[1].decode()
    finally:
        endless.kill()
        process.kill()
        endless.communicate()
    assert process.returncode == 130
    assert "Traceback" not in message


def test_cli_extract_closed_pipe_is_quiet(tmp_path: Path) -> None:
    source = tmp_path / "many.jsonl"
    source.write_text("".join(f'{{"text": "Article {n}."}}\n' for n in range(2000)))
    process = subprocess.Popen(
        [*COMMAND, "extract", source], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert process.stdout is not None
    process.stdout.readline()
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait() == 141


def spacewalk(**fields: Any) -> Spacewalk:
    return Spacewalk(id="x", status=Status.PLANNED, **fields)


def facts_of(*spacewalks: Spacewalk) -> ArticleFacts:
    article = Article.of("text", id="walk")
    return ArticleFacts(article=article, spacewalks=list(spacewalks))


def test_cli_table_row_tells_what_is_known() -> None:
    words = [Evidence(start=0, end=4, text="text")]
    known = spacewalk(
        primary=True,
        date=Date(value="2021-02-01", basis="stated", evidence=words),
        crew=[CrewMember(name=name, evidence=words) for name in ("Ann Ray", "Bo Li")],
        duration_planned=Duration(minutes=390, iso="PT6H30M", approximate=True, evidence=words),
        duration_actual=Duration(minutes=425, iso="PT7H5M", evidence=words),
        airlock=Airlock(name="Main", evidence=words),
        tasks=[Task(text="fix a pump", action="fix", evidence=words)],
    )
    nothing = spacewalk(primary=False)
    assert table_rows(facts_of(known, nothing)) == [
        ("walk", "2021-02-01", "planned", "Ann Ray, Bo Li", "~6:30", "7:05", "Main", "1"),
        ("walk", "(–)", "planned", "–", "–", "–", "–", "0"),
    ]


def test_cli_table_is_printed_with_a_summary() -> None:
    output = io.StringIO()
    console = Console(file=output, width=120)
    print_table(table_rows(facts_of(spacewalk(primary=True))) * 2, console=console)
    text = output.getvalue()
    assert "planned" in text
    assert "Spacewalks: 2, in articles: 1" in text


def test_cli_table_goes_where_the_records_do_not(folder: Path, tmp_path: Path) -> None:
    assert "Spacewalks: 0" in run("extract", folder, "--table", "-o", tmp_path / "f.csv").stdout
    result = run("extract", folder, "--table")
    assert "Spacewalks: 0" in result.stderr
    assert all(line.startswith("{") for line in result.stdout.splitlines())


@pytest.mark.parametrize(("terminal", "seconds"), [(True, 5), (True, 0), (False, 5)])
def test_cli_progress_shows_on_a_terminal_after_a_moment(
    monkeypatch: pytest.MonkeyPatch, terminal: bool, seconds: float
) -> None:
    moments = iter([0.0, *([seconds + 0.5] * 20)])
    monkeypatch.setattr("evafacts.cli.progress.time.monotonic", lambda: next(moments))
    output = io.StringIO()
    console = Console(file=output, force_terminal=terminal, width=100)
    with Progress(total=3, console=console) as progress:
        for _ in progress.track(range(3)):
            progress.show(1234, 5, 0)
    assert ("1,234 articles" in output.getvalue()) is (terminal and seconds > 1)
