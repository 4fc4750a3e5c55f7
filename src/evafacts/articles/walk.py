"""From the paths that a caller names to the sources to read."""

import os
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path

from evafacts.articles.source import Reject, Source, printable

# What lies beside articles in a folder and is none: papers of a project, parts of saved pages,
# what an earlier run set aside. A file that is named itself is always read.
_SKIPPED_STEMS = frozenset({"readme", "license", "licence", "notice", "changelog", "contributing"})
_SKIPPED_ENDINGS = (".css", ".js", ".map", ".rejects.jsonl")


def walk(
    paths: Iterable[str | os.PathLike[str]], *, exclude: Collection[Path] = ()
) -> Iterator[Source | Reject]:
    """Find the sources below some paths, each folder's in the order of their names.

    In folders, whatever their depth, hidden files are passed over, and so are README and the like
    (``LICENSE``, ``NOTICE``, ``CHANGELOG``, ``CONTRIBUTING``), style sheets and scripts, and
    ``*.rejects.jsonl``. Links to folders are not followed.

    Args:
        paths: Files and folders; ``-`` is standard input.
        exclude: Files to leave out of folders, such as the output of this run.

    Yields:
        The sources; a reject for a path that is missing or a folder that gives nothing.
    """
    left_out = {path.absolute() for path in exclude}
    for given in paths:
        if os.fspath(given) == "-":
            yield Source(None)
            continue
        path = Path(given)
        if path.is_dir():
            yield from _below(path, left_out)
        elif os.path.lexists(path):
            yield Source(path)
        else:
            yield Reject(printable(os.fspath(path)), "no such file or folder")


def _below(folder: Path, left_out: Collection[Path]) -> Iterator[Source | Reject]:
    empty = True
    for found in _files(folder):
        if isinstance(found, Path) and found.absolute() in left_out:
            continue
        empty = False
        yield found if isinstance(found, Reject) else Source(found)
    if empty:
        yield Reject(printable(os.fspath(folder)), "the folder holds no articles")


def _files(folder: Path) -> Iterator[Path | Reject]:
    try:
        with os.scandir(folder) as entries:
            listing = sorted(entries, key=lambda entry: entry.name)
    except OSError as error:
        yield Reject.of(printable(os.fspath(folder)), error)
        return
    for entry in listing:
        path = folder / entry.name
        if entry.name.startswith("."):
            continue
        if entry.is_dir(follow_symlinks=False):
            yield from _files(path)
        elif _skipped(entry.name) or entry.is_dir():
            continue
        elif entry.is_file() or entry.is_symlink():
            yield path
        else:  # a pipe or a device: opening it could wait for ever
            yield Reject(printable(os.fspath(path)), "not a regular file")


def _skipped(name: str) -> bool:
    lower = name.lower()
    return lower.split(".")[0] in _SKIPPED_STEMS or lower.endswith(_SKIPPED_ENDINGS)
