"""Plain text, with or without front matter."""

import re

import yaml
from frontmatter.default_handlers import YAMLHandler

from evafacts.articles.build import build_article
from evafacts.articles.fragments import strip_fragments
from evafacts.articles.html import is_page, read_page
from evafacts.articles.source import ArticleError
from evafacts.records import Article

_HANDLER = YAMLHandler(fm_boundary=re.compile(r"^---[ \t]*$", re.MULTILINE))
_KEY = re.compile(r"\A---[ \t]*\n\s{0,100}[\w-]{1,40}:(?:\s|$)")
_NOTHING = frozenset({"", "~", "null", "Null", "NULL"})


def read_text(text: str, *, source: str, default_id: str) -> Article:
    r"""Read one article: optional YAML front matter, then plain text or a page of HTML.

    Args:
        text: The whole, with lines that end in ``\n``.
        source: Where it was read.
        default_id: The article's id, where the front matter gives none.

    Raises:
        ArticleError: The front matter is broken, or there is no text.
    """
    fields, body = split_front_matter(text)
    if is_page(body):
        return read_page(body, fields, source=source, default_id=default_id)
    return build_article(fields, strip_fragments(body), source=source, default_id=default_id)


def split_front_matter(text: str) -> tuple[dict[str, object], str]:
    """Part the front matter from the text.

    Every value stays a string, as it is written (an id of ``007``); what is null is left out.

    Returns:
        The fields, and the text from its first line that is not blank.

    Raises:
        ArticleError: It is not closed, not YAML, or not a list of ``key: value``; with the line.
    """
    if not _HANDLER.detect(text):
        return {}, text
    try:
        matter, body = _HANDLER.split(text)
    except ValueError as error:  # one line of dashes only
        if not _KEY.match(text):
            return {}, text
        raise ArticleError("broken front matter: no closing line of ---", 1) from error
    loaded = _load(matter)
    if not isinstance(loaded, dict):
        raise ArticleError("broken front matter: not lines of 'key: value'", 1)
    fields = {str(key): value for key, value in loaded.items() if not _is_nothing(value)}
    return fields, body.lstrip("\n")


def _is_nothing(value: object) -> bool:
    return isinstance(value, str) and value in _NOTHING


def _load(matter: str) -> object:
    try:
        # BaseLoader turns nothing into numbers, dates or booleans.
        return _HANDLER.load(matter, Loader=yaml.BaseLoader)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else None
        raise ArticleError(f"broken front matter: {error.problem}", line) from error
    except yaml.YAMLError as error:
        raise ArticleError("broken front matter: a character that YAML does not allow") from error
