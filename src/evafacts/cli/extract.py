"""``evafacts extract``: articles in, records out."""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import NoReturn, TextIO

import click

from evafacts.articles import MAX_BYTES, Reject, read_sources, walk
from evafacts.batch import extract_each
from evafacts.cli.progress import Progress
from evafacts.cli.table import print_table, table_rows
from evafacts.records import ArticleFacts
from evafacts.writers import Writer, WriterError, open_writer, record_json

SET_ASIDE, INTERRUPTED, CLOSED_PIPE = 3, 130, 141

_EXAMPLES = """\b
Examples:
  evafacts extract article.txt
  evafacts extract articles/ -o facts.db --table
  curl -s https://example.org/spacewalk.html | evafacts extract -
"""


@dataclass
class _Result:
    """What a run came to."""

    articles: int = 0
    spacewalks: int = 0
    rejects: int = 0
    interrupted: bool = False
    rows: list[tuple[str, ...]] = field(default_factory=list)


@click.command(epilog=_EXAMPLES)
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="OUT",
    help="Where to write, in the format of its ending: .jsonl .jsonl.gz .json .csv .parquet .db."
    " Without it, JSON Lines go to standard output.",
)
@click.option("--table", is_flag=True, help="Print a table of the spacewalks found, too.")
@click.option("--with-text", is_flag=True, help="Write the articles' text into the records.")
@click.option(
    "--max-size",
    type=click.FloatRange(min=0, min_open=True),
    default=MAX_BYTES / 1e6,
    show_default=True,
    metavar="MB",
    help="Set aside an article that is larger.",
)
def extract(
    paths: tuple[str, ...], output: Path | None, table: bool, with_text: bool, max_size: float
) -> None:
    """Read the articles in PATH and write one record for each.

    PATH is a file, a folder (with all that is below it) or - for standard input: plain text with
    or without front matter, HTML pages, JSON Lines.

    An input that cannot be read is set aside, and the others are still done: it is named, with
    the reason, on standard error and in OUT.rejects.jsonl, and the exit code is 3.
    """
    max_bytes = int(max_size * 1e6)
    try:
        result = _run(paths, output, table=table, with_text=with_text, max_bytes=max_bytes)
    except BrokenPipeError:
        _leave_quietly()
    except KeyboardInterrupt:  # before the first article, or while the output was closed
        sys.exit(INTERRUPTED)
    except (WriterError, OSError) as error:
        raise click.UsageError(f"cannot write {output or 'the output'}: {error}") from error
    if table:
        print_table(result.rows, to_stderr=output is None)
    _close(result, output)


def _run(
    paths: tuple[str, ...], output: Path | None, *, table: bool, with_text: bool, max_bytes: int
) -> _Result:
    result = _Result()
    aside = _rejects_path(output) if output else None
    exclude = [path for path in (output, aside) if path]
    sources = list(walk(paths, exclude=exclude))
    progress = Progress(total=len(sources))
    with (
        _open(output, with_text=with_text) as writer,
        _open_rejects(aside, progress) as set_aside,
        progress,
    ):
        found = extract_each(read_sources(progress.track(sources), max_bytes=max_bytes))
        try:
            for item in found:
                if isinstance(item, Reject):
                    set_aside(item)
                    result.rejects += 1
                else:
                    writer.write(item)
                    result.articles += 1
                    result.spacewalks += len(item.spacewalks)
                    result.rows += table_rows(item) if table else []
                progress.show(result.articles, result.spacewalks, result.rejects)
        except KeyboardInterrupt:  # the writer still closes as it should: what is there is valid
            result.interrupted = True
    return result


class _StandardOutput:
    """Writes records to standard output, as JSON Lines."""

    def __init__(self, *, with_text: bool) -> None:
        self._with_text = with_text

    def write(self, facts: ArticleFacts) -> None:
        """Write one line."""
        line = record_json(facts, with_text=self._with_text) + "\n"
        sys.stdout.buffer.write(line.encode())


@contextmanager
def _open(output: Path | None, *, with_text: bool) -> Iterator[Writer]:
    if output is not None:
        with open_writer(output, with_text=with_text) as writer:
            yield writer
        return
    yield _StandardOutput(with_text=with_text)
    sys.stdout.buffer.flush()


@contextmanager
def _open_rejects(path: Path | None, progress: Progress) -> Iterator[Callable[[Reject], None]]:
    """Name each input set aside on standard error and, where there is one, in the rejects file.

    The file is there only if something was set aside; that of an earlier run goes.
    """
    with ExitStack() as stack:
        stream: TextIO | None = None
        if path is not None:
            path.unlink(missing_ok=True)

        def add(reject: Reject) -> None:
            nonlocal stream
            progress.message(f"set aside: {reject}")
            if path is not None:
                stream = stream or stack.enter_context(path.open("w", encoding="utf-8"))
                stream.write(reject.to_json() + "\n")

        yield add


def _rejects_path(output: Path) -> Path:
    return output.with_name(f"{output.name}.rejects.jsonl")


def _close(result: _Result, output: Path | None) -> None:
    """Say what came of it, and leave with the exit code that stands for it."""
    if result.interrupted:
        click.echo(
            f"evafacts: interrupted after {_counted(result.articles, 'article')}; what was done is"
            " written",
            err=True,
        )
        sys.exit(INTERRUPTED)
    if result.rejects:
        where = f"; see {_rejects_path(output)}" if output else ""
        click.echo(
            f"evafacts: {_counted(result.articles, 'article')} done,"
            f" {_counted(result.rejects, 'input')} set aside{where}",
            err=True,
        )
        sys.exit(SET_ASIDE)


def _counted(number: int, noun: str) -> str:
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _leave_quietly() -> NoReturn:
    """Leave after the reader of standard output has: what is still buffered has nowhere to go."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(CLOSED_PIPE)
