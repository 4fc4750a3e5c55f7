"""Predicted facts from a file that ``evafacts extract`` wrote."""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from evafacts.records import SCHEMA, ArticleFacts

_GZIP = b"\x1f\x8b"


class BadPredictions(ValueError):
    """A file of predictions that cannot be read; the message says where and why."""


def is_predictions(path: Path) -> bool:
    """Whether a file holds records of ours rather than articles, by its first bytes."""
    if not path.is_file():
        return False
    opener = gzip.open if _magic(path) == _GZIP else open
    try:
        with opener(path, "rb") as file:
            head = file.read(4096)
    except (OSError, EOFError):
        return False
    start = head.decode("utf-8", "replace").lstrip("\ufeff \t\r\n[")
    return start.startswith("{") and f'"schema":"{SCHEMA}"' in "".join(start.split())


def _magic(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(2)


def read_predictions(path: Path) -> Iterator[ArticleFacts]:
    """Read ``.jsonl``, ``.jsonl.gz`` or ``.json`` (a list of records, or one).

    Raises:
        BadPredictions: if a line is no record of ours, or an article comes twice.
    """
    data = path.read_bytes()
    try:
        text = (gzip.decompress(data) if data.startswith(_GZIP) else data).decode("utf-8-sig")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise BadPredictions(f"{path}: {error}") from error
    seen: set[str] = set()
    for place, chunk in _chunks(path, text):
        try:
            facts = ArticleFacts.model_validate_json(chunk)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            parts = (place, ".".join(map(str, first["loc"])), first["msg"])
            raise BadPredictions(": ".join(filter(None, parts))) from error
        if facts.article.id in seen:
            raise BadPredictions(f"{place}: article {facts.article.id!r} comes twice")
        seen.add(facts.article.id)
        yield facts


def _chunks(path: Path, text: str) -> Iterator[tuple[str, str]]:
    """Each record's JSON with its place for messages."""
    if text.lstrip().startswith("[") or path.suffix == ".json":
        try:
            whole = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise BadPredictions(f"{path}: no JSON: {error}") from error
        for index, record in enumerate(whole if isinstance(whole, list) else [whole]):
            yield f"{path}: record {index}", json.dumps(record)
        return
    # Not splitlines(): JSON strings may hold U+2028 and other line separators unescaped.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"{path}:{number}", line
