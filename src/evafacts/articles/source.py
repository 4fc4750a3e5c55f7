"""Where articles are read from, and what becomes of those that cannot be."""

import gzip
import io
import json
import os
import sys
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import BinaryIO, cast

_BUFFER_BYTES = 1 << 16
_GZIP_MAGIC = b"\x1f\x8b"


class ArticleError(ValueError):
    """A source, or one article of it, that cannot be read.

    Attributes:
        reason: What is wrong, in words.
        position: The line concerned, from 1; None where it is the whole source.
    """

    def __init__(self, reason: str, position: int | None = None) -> None:
        super().__init__(reason)
        self.reason = reason
        self.position = position


@dataclass(frozen=True, slots=True)
class Reject:
    """An input that was set aside.

    Attributes:
        source: The file or folder, or ``-`` for standard input.
        reason: What is wrong, in words.
        position: The line concerned, from 1; None where it is the whole source.
        exception: The error underneath, where a library or the system gave one.
    """

    source: str
    reason: str
    position: int | None = None
    exception: str | None = None

    @classmethod
    def of(cls, source: str, error: Exception) -> "Reject":
        """Make the reject that tells of an error."""
        cause = error.__cause__ if isinstance(error, ArticleError) else error
        exception = f"{type(cause).__name__}: {cause}" if cause else None
        if isinstance(error, ArticleError):
            return cls(source, error.reason, error.position, exception)
        if isinstance(error, OSError) and error.strerror:
            return cls(source, error.strerror.lower(), None, exception)
        return cls(source, f"cannot be read: {error}", None, exception)

    def __str__(self) -> str:
        """Give the reject in one line, ``source:line: reason``."""
        place = self.source if self.position is None else f"{self.source}:{self.position}"
        return f"{place}: {self.reason}"

    def to_json(self) -> str:
        """Give the reject as one line of JSON, without the line's end."""
        return json.dumps(asdict(self), ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Source:
    """One file to read, or standard input.

    Attributes:
        path: The file; None for standard input.
    """

    path: Path | None

    @property
    def name(self) -> str:
        """How records and messages call it; bytes that are no text in a file's name are escaped."""
        if self.path is None:
            return "-"
        return printable(os.fspath(self.path))

    @property
    def ending(self) -> str:
        """The ending in lower case, without that of compression: ``.jsonl`` for ``a.jsonl.gz``."""
        return self._plain_path().suffix.lower()

    @property
    def stem(self) -> str:
        """The file's name without its ending: the article's id, where it has no other."""
        return printable(self._plain_path().stem)

    def open(self) -> BinaryIO:
        """Open the source for reading; what is compressed by gzip is given decompressed."""
        raw = sys.stdin.buffer if self.path is None else self.path.open("rb", buffering=0)
        stream = io.BufferedReader(cast(io.RawIOBase, raw), _BUFFER_BYTES)
        if stream.peek(2)[:2] == _GZIP_MAGIC:
            return cast(BinaryIO, gzip.open(stream))
        return stream

    def _plain_path(self) -> Path:
        path = self.path or Path("stdin")
        return path.with_suffix("") if path.suffix.lower() == ".gz" else path


def printable(name: str) -> str:
    """Give a file's name in characters that can be written as UTF-8."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8")
