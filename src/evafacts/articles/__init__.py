"""From sources to articles: text, HTML pages and JSON Lines, told apart by content."""

from evafacts.articles.published import parse_published
from evafacts.articles.reading import MAX_BYTES, read, read_sources
from evafacts.articles.source import ArticleError, Reject, Source
from evafacts.articles.walk import walk

__all__ = [
    "MAX_BYTES",
    "ArticleError",
    "Reject",
    "Source",
    "parse_published",
    "read",
    "read_sources",
    "walk",
]
