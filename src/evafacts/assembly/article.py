"""One article to its record: the gate before, and assembly behind it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

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
    with _undisturbed():
        return assemble(article, mentions or Mentions(text, published_day(article), article.title))


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Put off the collection of cyclic garbage until the article is read.

    Nearly all that reading makes is freed as it ends; to look through it again and again meanwhile
    took an eighth of the time.
    """
    pause = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if pause:
            gc.enable()
