"""What all writers share: their shape, and files that appear whole or not at all."""

import datetime
import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, Protocol

from evafacts.records import ArticleFacts


class Writer(Protocol):
    """Takes records one at a time."""

    def write(self, facts: ArticleFacts) -> None:
        """Write the facts of one article."""
        ...


class ByteSink(Protocol):
    """Anything that takes bytes: a file, a gzip stream, standard output's buffer."""

    def write(self, data: bytes, /) -> object:
        """Write some bytes."""
        ...


def record_json(facts: ArticleFacts, *, with_text: bool = False) -> str:
    """Give one record as JSON on one line, without the line's end.

    Args:
        facts: The record.
        with_text: Keep ``article.text``; its key is left out otherwise.
    """
    exclude = None if with_text else {"article": {"text"}}
    return facts.model_dump_json(by_alias=True, exclude=exclude)


def day_of(edtf: str) -> datetime.date | None:
    """Give the day that an EDTF value names; None where it names no day of the calendar."""
    try:
        return datetime.date.fromisoformat(edtf) if len(edtf) == 10 else None
    except ValueError:  # XXXX-11-06, 2021-02-30
        return None


def check_destination(path: Path) -> None:
    """Refuse at the start what could only fail at the end of a long run.

    Raises:
        FileNotFoundError: The folder does not exist.
        IsADirectoryError: The path is a folder itself.
    """
    if not path.parent.is_dir():
        raise FileNotFoundError(errno.ENOENT, "no such folder to write into", str(path.parent))
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, "is a folder, not a file to write", str(path))


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """Open a file beside ``path`` for writing; it takes the place of ``path`` on a clean exit.

    On an error the new file is removed, and an old one at ``path`` stays as it was. A symbolic
    link stays a link: what it points to is replaced.

    Yields:
        The binary stream to write to.

    Raises:
        OSError: The file cannot be written.
    """
    target = path.resolve()
    check_destination(target)
    beside = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        with beside.open("wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
