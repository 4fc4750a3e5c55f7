"""JSON Lines, plain or gzipped: one record a line, in the order of writing."""

import gzip
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evafacts.records import ArticleFacts
from evafacts.writers.base import ByteSink, Writer, record_json, replacing


class JsonLinesWriter:
    """Writes records as JSON Lines to an open binary stream, such as standard output's buffer."""

    def __init__(self, stream: ByteSink, *, with_text: bool = False) -> None:
        self._stream = stream
        self._with_text = with_text

    def write(self, facts: ArticleFacts) -> None:
        """Write one line."""
        line = record_json(facts, with_text=self._with_text)
        self._stream.write(line.encode("utf-8") + b"\n")


@contextmanager
def open_jsonlines(path: Path, *, with_text: bool) -> Iterator[Writer]:
    """Open a ``.jsonl`` file."""
    with replacing(path) as stream:
        yield JsonLinesWriter(stream, with_text=with_text)


@contextmanager
def open_gzipped(path: Path, *, with_text: bool) -> Iterator[Writer]:
    """Open a ``.jsonl.gz`` file; its header names no time and no file, so that bytes are stable."""
    with (
        replacing(path) as stream,
        gzip.GzipFile(filename="", mode="wb", fileobj=stream, mtime=0) as packed,
    ):
        yield JsonLinesWriter(packed, with_text=with_text)
