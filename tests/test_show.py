"""The command: what it prints where, what it writes, and how it ends."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from evafacts.cli.show import show

WORDS = "Two astronauts left the Quest airlock on Monday, Feb. 1, 2021, for a spacewalk."


def run(*args: str | Path, input: str | None = None, env: dict[str, str] | None = None) -> Result:
    return CliRunner().invoke(show, [str(arg) for arg in args], input=input, env=env)


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "walk.txt"
    path.write_text(WORDS, "utf-8")
    return path


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    path = tmp_path / "walks.jsonl"
    lines = [json.dumps({"id": id, "title": f"Title of {id}", "text": WORDS}) for id in "ab"]
    path.write_text("\n".join(lines), "utf-8")
    return path


def unmarked(output: str) -> str:
    """Give what was printed without marks, on one line."""
    return " ".join(re.sub(r"\[|\]‹[^›]*›|‹[^›]*›|\]", "", output).split())


def test_show_prints_the_text(article: Path) -> None:
    result = run(article)
    assert result.exit_code == 0, result.output
    assert WORDS in unmarked(result.stdout)
    assert result.stderr == ""


def test_show_reads_standard_input() -> None:
    assert WORDS in unmarked(run("-", input=WORDS).stdout)


def test_show_no_color(article: Path) -> None:
    plain = run(article, env={"NO_COLOR": "1", "FORCE_COLOR": "1"})
    assert "\x1b[3" not in plain.stdout


def test_show_all_of_several(archive: Path) -> None:
    out = run(archive).stdout
    assert out.index("Title of a") < out.index("Title of b")


def test_show_one_of_several(archive: Path) -> None:
    out = run(archive, "--id", "b").stdout
    assert "Title of b" in out
    assert "Title of a" not in out


def test_show_unknown_id(archive: Path) -> None:
    result = run(archive, "--id", "c")
    assert result.exit_code == 2
    assert "no article has the id c" in result.stderr


def test_show_writes_a_page(article: Path, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    result = run(article, "--html", page)
    assert (result.exit_code, result.stdout) == (0, "")
    assert page.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert str(page) in result.stderr


def test_show_page_that_cannot_be_written(article: Path, tmp_path: Path) -> None:
    result = run(article, "--html", tmp_path / "nowhere" / "page.html")
    assert result.exit_code == 2
    assert "no such folder" in result.stderr


def test_show_missing_article_is_named(tmp_path: Path) -> None:
    result = run(tmp_path / "missing.txt")
    assert result.exit_code == 3
    assert "missing.txt" in result.stderr


def test_show_help_has_examples() -> None:
    assert "evafacts show article.txt" in run("--help").output
