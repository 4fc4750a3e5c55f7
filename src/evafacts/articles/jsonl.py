"""JSON Lines, and JSON that is one object or an array of them."""

import json
from collections.abc import Iterable, Iterator

from evafacts.articles.build import Fields, build_article, normalise
from evafacts.articles.decode import decode
from evafacts.articles.fragments import strip_fragments
from evafacts.articles.html import read_page
from evafacts.articles.source import ArticleError, Reject
from evafacts.records import Article

ENDINGS = (".jsonl", ".ndjson")
Numbered = tuple[int, bytes | ArticleError]


def is_object_line(line: bytes) -> bool:
    """Tell whether a line is a JSON object by itself."""
    return line.lstrip(b"\xef\xbb\xbf \t").startswith(b"{") and isinstance(_loads(line), dict)


def read_lines(lines: Iterable[Numbered], *, source: str, stem: str) -> Iterator[Article | Reject]:
    """Read one article a line; a line that cannot be read does not hold up the others.

    Args:
        lines: Numbered lines, or what is wrong with a line.
        source: Where they come from; an article's own source is ``source:line``.
        stem: An article without id is called ``stem-line``.

    Yields:
        The articles, and a reject for each line that is none; blank lines are passed over.
    """
    for number, line in lines:
        try:
            if isinstance(line, ArticleError):
                raise line
            if line.strip():
                yield _line_article(line, number, source, stem)
        except ArticleError as error:
            # A line stands on one line: what counts is where it is in the file.
            located = ArticleError(error.reason, number)
            located.__cause__ = error.__cause__
            yield Reject.of(source, located)


def _line_article(line: bytes, number: int, source: str, stem: str) -> Article:
    text = decode(line)
    try:
        data = json.loads(text)
    except json.JSONDecodeError as error:
        raise ArticleError(f"not JSON: {error.msg} at column {error.colno}") from error
    except (ValueError, RecursionError) as error:  # a number too long, brackets too deep
        raise ArticleError(f"not JSON that can be read: {error}") from error
    return json_article(data, source=f"{source}:{number}", default_id=f"{stem}-{number}")


def parse_json(text: str) -> object | None:
    """Give what a whole JSON text holds, if that is an object or an array with objects in it."""
    data = _loads(text) if text.lstrip()[:1] in ("{", "[") else None
    if isinstance(data, dict) or (
        isinstance(data, list) and any(isinstance(x, dict) for x in data)
    ):
        return data
    return None


def read_json(data: object, *, source: str, stem: str) -> Iterator[Article | Reject]:
    """Read a JSON object as one article, or an array as one article an item."""
    if not isinstance(data, list):
        yield json_article(data, source=source, default_id=stem)
        return
    for number, item in enumerate(data, 1):
        place = f"{source}[{number}]"
        try:
            yield json_article(item, source=place, default_id=f"{stem}-{number}")
        except ArticleError as error:
            yield Reject.of(place, error)


def json_article(data: object, *, source: str, default_id: str) -> Article:
    """Read one JSON object: the fields of front matter, and ``text`` or ``html``.

    Raises:
        ArticleError: It is no object, or has neither text nor HTML, or a field is not of its type.
    """
    if not isinstance(data, dict):
        raise ArticleError("not a JSON object")
    fields: Fields = {name: value for name, value in data.items() if value is not None}
    for name, is_html in (("text", False), ("html", True)):
        body = fields.get(name)
        if body is None or body == "":
            continue
        if not isinstance(body, str):
            raise ArticleError(f"the field {name} must be text, and is {body!r:.60}")
        body = normalise(body)
        if is_html:
            return read_page(body, fields, source=source, default_id=default_id)
        return build_article(fields, strip_fragments(body), source=source, default_id=default_id)
    raise ArticleError("neither a field text nor a field html")


def _loads(text: str | bytes) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        return None
