"""From the fields of an input to an article, checked."""

import datetime
from collections.abc import Mapping

from evafacts.articles.mojibake import repair
from evafacts.articles.published import parse_published
from evafacts.articles.source import ArticleError
from evafacts.records import Article

Fields = Mapping[str, object]


def normalise(text: str) -> str:
    r"""Give the text with line ends as ``\n`` and no byte order mark; nothing else changes."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


def build_article(fields: Fields, text: str, *, source: str, default_id: str) -> Article:
    """Make an article from its text and the fields that came with it.

    Args:
        fields: ``id``, ``title``, ``url``, ``publisher``, ``published``; others are ignored.
        text: What a reader would see.
        source: Where it was read.
        default_id: The id, where the fields give none.

    Raises:
        ArticleError: There is no text, it cannot be written as UTF-8, or a field is not of its
            type.
    """
    text = repair(text)
    if not text.strip():
        raise ArticleError("empty: no text to read")
    if "\0" in text:
        raise ArticleError(f"a NUL character, the first at offset {text.index(chr(0))}")
    given = {name: _string(fields, name) for name in ("id", "title", "url", "publisher")}
    try:
        text.encode()
        "".join(filter(None, given.values())).encode()
    except UnicodeEncodeError as error:
        raise ArticleError("half of a surrogate pair, which is no character") from error
    return Article.of(
        text,
        id=given["id"] or default_id,
        source=source,
        title=given["title"],
        url=given["url"],
        publisher=given["publisher"],
        published=_published(fields.get("published")),
    )


def _string(fields: Fields, name: str) -> str | None:
    value = fields.get(name)
    if value is None:
        return None
    if name == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise ArticleError(f"the field {name} must be text, and is {value!r:.60}")
    return value.strip() or None


def _published(value: object) -> datetime.date | datetime.datetime | None:
    if value is None or value == "":
        return None
    try:
        return parse_published(value)
    except ValueError as error:
        raise ArticleError(f"the field published cannot be read: {error}") from error
