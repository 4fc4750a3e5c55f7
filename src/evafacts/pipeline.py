"""From an article to its facts: the components in their order."""

import datetime
from collections.abc import Iterable, Iterator

from evafacts.assembly.build import assemble, published_day
from evafacts.mentions.document import Mentions
from evafacts.mentions.spacewalks import speaks_of_spacewalk
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
        text = article.text or ""
        if not speaks_of_spacewalk(text, article.title):
            yield ArticleFacts(article=article)
            continue
        yield assemble(article, Mentions(text, published_day(article), article.title))
