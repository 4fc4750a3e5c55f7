"""From an article to its facts: the components in their order."""

import datetime
from collections.abc import Iterable, Iterator

from evafacts.records import Article, ArticleFacts


def extract(
    text: str,
    *,
    published: datetime.date | datetime.datetime | None = None,
    id: str = "text",
) -> ArticleFacts:
    """Read one article."""
    return next(extract_many([Article.of(text, id=id, published=published)]))


def extract_many(articles: Iterable[Article]) -> Iterator[ArticleFacts]:
    """Read articles as a stream, one record out for each one in."""
    for article in articles:
        yield ArticleFacts(article=article)
