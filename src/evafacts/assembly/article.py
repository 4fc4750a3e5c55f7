"""One article to its record: the gate before, and assembly behind it."""

from evafacts.assembly.build import assemble, published_day
from evafacts.mentions.document import Mentions
from evafacts.mentions.spacewalks import speaks_of_spacewalk
from evafacts.records import Article, ArticleFacts


def read_article(article: Article, mentions: Mentions | None = None) -> ArticleFacts:
    """Read one article.

    Args:
        article: The article; without text it tells of nothing.
        mentions: What its text names, where that has been looked for already.

    Returns:
        Its facts; no spacewalks where it does not speak of any.
    """
    text = article.text or ""
    if not speaks_of_spacewalk(text, article.title):
        return ArticleFacts(article=article)
    return assemble(article, mentions or Mentions(text, published_day(article), article.title))
