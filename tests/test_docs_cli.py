"""The command line is documented: help for every command and option, and the README knows them."""

import re
import shlex
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from evafacts.cli import main

README = (Path(__file__).parents[1] / "README.md").read_text("utf-8")
CONTEXT = click.Context(main)
NAMES = main.list_commands(CONTEXT)


def command(name: str) -> click.Command:
    found = main.get_command(CONTEXT, name)
    assert found is not None
    return found


OPTIONS = [
    (name, option)
    for name in NAMES
    for option in command(name).params
    if isinstance(option, click.Option)
]


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, re.DOTALL)


def documented() -> list[list[str]]:
    """Give the calls of evafacts in the README, in their parts."""
    lines = "\n".join(blocks("sh")).splitlines()
    calls = [shlex.split(line, comments=True) for line in lines]
    return [call[1:] for call in calls if call and call[0] == "evafacts"]


def test_docs_cli_has_the_commands() -> None:
    assert {"extract", "score", "show", "schema"} <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_docs_cli_command_explains_itself(name: str) -> None:
    result = CliRunner().invoke(main, [name, "--help"])
    assert result.exit_code == 0
    assert result.output.startswith(f"Usage: main {name}")
    assert len((command(name).help or "").split()) >= 5


@pytest.mark.parametrize("name", [name for name in NAMES if command(name).params])
def test_docs_cli_command_with_arguments_has_examples(name: str) -> None:
    examples = re.findall(rf"evafacts {name}\b", CliRunner().invoke(main, [name, "--help"]).output)
    assert examples


@pytest.mark.parametrize("name", NAMES)
def test_docs_cli_overview_lists_the_command(name: str) -> None:
    line = re.search(rf"^  {name}  +(\w.*)$", CliRunner().invoke(main, ["--help"]).output, re.M)
    assert line is not None


@pytest.mark.parametrize(
    ("name", "option"), OPTIONS, ids=lambda value: getattr(value, "name", value)
)
def test_docs_cli_option_has_help(name: str, option: click.Option) -> None:
    assert option.help, f"{name} {option.opts[0]}"


@pytest.mark.parametrize("name", NAMES)
def test_docs_cli_command_is_in_the_readme(name: str) -> None:
    assert name in {call[0] for call in documented()}


@pytest.mark.parametrize("call", documented(), ids=" ".join)
def test_docs_cli_readme_calls_what_there_is(call: list[str]) -> None:
    name, *args = call
    assert name in NAMES
    known = {flag for option in command(name).params for flag in option.opts}
    assert {arg for arg in args if arg.startswith("-") and arg != "-"} <= known
