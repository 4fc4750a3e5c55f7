"""From sources to articles: tells formats apart and carries on past what cannot be read."""

import json
import os
from collections.abc import Collection, Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from evafacts.articles.build import normalise
from evafacts.articles.decode import decode
from evafacts.articles.html import read_page
from evafacts.articles.jsonl import (
    ENDINGS,
    Numbered,
    is_object_line,
    parse_json,
    read_json,
    read_lines,
)
from evafacts.articles.source import ArticleError, Reject, Source
from evafacts.articles.text import read_text
from evafacts.articles.walk import walk
from evafacts.records import Article

MAX_BYTES = 50_000_000
"""The size of an article, in bytes, beyond which it is set aside."""

_PAGE_ENDINGS = (".html", ".htm", ".xhtml")


def read(
    paths: Iterable[str | os.PathLike[str]],
    *,
    max_bytes: int = MAX_BYTES,
    exclude: Collection[Path] = (),
) -> Iterator[Article | Reject]:
    """Read articles from files and folders, as a stream.

    What a source holds is told by its content: text with or without front matter, a page of HTML,
    JSON Lines, a JSON object or array; each may be compressed by gzip.

    Args:
        paths: Files and folders; ``-`` is standard input.
        max_bytes: An article that is larger is set aside.
        exclude: Files to leave out of folders.

    Yields:
        The articles, in the order of the paths and, in folders, of names; a reject for each input
        that cannot be read. An id comes once: the second article with it is a reject.

    Example:
        >>> for item in read(["corpus"]):  # doctest: +SKIP
        ...     print(item.id if isinstance(item, Article) else item)
    """
    return read_sources(walk(paths, exclude=exclude), max_bytes=max_bytes)


def read_sources(
    sources: Iterable[Source | Reject], *, max_bytes: int = MAX_BYTES
) -> Iterator[Article | Reject]:
    """Read articles from sources that `walk` found; rejects among them are passed on."""
    seen: dict[str, str] = {}
    for source in sources:
        if isinstance(source, Reject):
            yield source
            continue
        for item in _read_source(source, max_bytes):
            yield _claim(item, source, seen) if isinstance(item, Article) else item


def _claim(article: Article, source: Source, seen: dict[str, str]) -> Article | Reject:
    """Let an article have its id, if none before it has."""
    place = article.source or source.name
    first = seen.setdefault(article.id, place)
    if first is place:
        return article
    reason = f"the id {article.id!r} is taken already, by {first}"
    line = place.removeprefix(f"{source.name}:")  # an article of JSON Lines
    return Reject(source.name, reason, int(line)) if line.isdecimal() else Reject(place, reason)


def _read_source(source: Source, max_bytes: int) -> Iterator[Article | Reject]:
    try:
        with source.open() as stream:
            yield from _read_stream(stream, source, max_bytes)
    except Exception as error:  # whatever a file does to a library, the others are still read
        yield Reject.of(source.name, error)


def _read_stream(stream: BinaryIO, source: Source, max_bytes: int) -> Iterator[Article | Reject]:
    head, first = b"", stream.readline(max_bytes + 1)
    while first and not first.strip():
        head += first
        first = stream.readline(max_bytes + 1)
    if _begins_lines(first, source):
        second = stream.readline(max_bytes + 1)
        if second or source.ending in ENDINGS:
            lines = _numbered(stream, [first, second], head.count(b"\n") + 1, max_bytes)
            yield from read_lines(lines, source=source.name, stem=source.stem)
            return
    data = head + first + stream.read(max_bytes + 1)
    if len(data) > max_bytes:
        raise ArticleError(_too_large(max_bytes))
    yield from _read_whole(decode(data), source)


def _begins_lines(first: bytes, source: Source) -> bool:
    if b"\0" in first or first.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False  # UTF-16 has no lines of bytes, and binary data none at all
    return is_object_line(first) or (source.ending in ENDINGS and first.strip() != b"")


def _numbered(
    stream: BinaryIO, begun: Iterable[bytes], number: int, max_bytes: int
) -> Iterator[Numbered]:
    """Number the lines of a stream, never holding more than one, nor more of it than is allowed."""
    rest = iter(lambda: stream.readline(max_bytes + 1), b"")
    lines = chain(begun, rest)
    for line in lines:
        if len(line) <= max_bytes:
            yield number, line
        else:
            yield number, ArticleError(_too_large(max_bytes))
            while line and not line.endswith(b"\n"):
                line = stream.readline(max_bytes + 1)
        number += 1


def _read_whole(text: str, source: Source) -> Iterator[Article | Reject]:
    text = normalise(text)
    if not text.strip():
        raise ArticleError("empty: no text to read")
    if source.ending in _PAGE_ENDINGS:
        yield read_page(text, {}, source=source.name, default_id=source.stem)
    elif source.ending in ENDINGS or _holds_lines(text):
        numbered = ((n, line.encode()) for n, line in enumerate(text.split("\n"), 1))
        yield from read_lines(numbered, source=source.name, stem=source.stem)
    elif (data := parse_json(text)) is not None:
        yield from read_json(data, source=source.name, stem=source.stem)
    elif source.ending == ".json":
        raise _json_error(text)
    else:
        yield read_text(text, source=source.name, default_id=source.stem)


def _holds_lines(text: str) -> bool:
    """Tell JSON Lines whose first line is broken: the second is an object by itself."""
    lines = text.split("\n", 2)
    return text.startswith("{") and len(lines) > 1 and is_object_line(lines[1].encode())


def _json_error(text: str) -> ArticleError:
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        wrong = ArticleError(f"not JSON: {error.msg}", error.lineno)
        wrong.__cause__ = error
        return wrong
    except RecursionError:
        return ArticleError("not JSON: nested too deeply")
    return ArticleError("neither a JSON object nor an array of objects")


def _too_large(max_bytes: int) -> str:
    return f"larger than the limit of {max_bytes:,} bytes"
