"""JSON: one array of all records, one record a line."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from evafacts.records import ArticleFacts
from evafacts.writers.base import ByteSink, Writer, record_json, replacing


class _ArrayWriter:
    """Writes the items of an array as they come; memory does not grow with their number."""

    def __init__(self, stream: ByteSink, *, with_text: bool) -> None:
        self._stream = stream
        self._with_text = with_text
        self._before = b"[\n"

    def write(self, facts: ArticleFacts) -> None:
        item = record_json(facts, with_text=self._with_text).encode("utf-8")
        self._stream.write(self._before + item)
        self._before = b",\n"

    def close(self) -> None:
        self._stream.write(b"[]\n" if self._before == b"[\n" else b"\n]\n")


@contextmanager
def open_array(path: Path, *, with_text: bool) -> Iterator[Writer]:
    """Open a ``.json`` file."""
    with replacing(path) as stream:
        writer = _ArrayWriter(stream, with_text=with_text)
        yield writer
        writer.close()
