"""The command line: one file a command, each imported only when it is called."""

from importlib import import_module

import click

from evafacts import __version__

# spaCy and pydantic take a second to import: help and version must not wait for them.
_COMMANDS = {
    "extract": "Read articles and write the records of their spacewalks.",
    "score": "Measure records against gold labels.",
    "show": "Show an article with its facts marked.",
    "schema": "Print the JSON Schema of the records.",
}


class _LazyGroup(click.Group):
    """A group that knows its commands by name, and imports one when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(f"{__name__}.{cmd_name}"), cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(_COMMANDS.items()))


_EXAMPLES = """\b
To begin with:
  evafacts extract article.txt          records on standard output, as JSON Lines
  evafacts extract folder -o facts.db   a folder of articles into an SQLite database
  evafacts show article.txt             the article with its facts marked
"""


@click.group(
    cls=_LazyGroup, epilog=_EXAMPLES, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="evafacts")
def main() -> None:
    """Read news articles about spacewalks and write down the facts.

    Date, crew, durations, airlock and tasks of each spacewalk come out as typed records,
    every fact with the words of the article that say it.

    Exit codes: 0 done; 1 a check fell short (score); 2 wrong usage; 3 done, but some inputs
    were set aside.
    """
