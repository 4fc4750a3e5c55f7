"""Many articles: one that cannot be worked through does not hold up the others."""

from collections import deque
from collections.abc import Iterable, Iterator

from evafacts import pipeline
from evafacts.articles import Reject
from evafacts.records import Article, ArticleFacts


def extract_each(items: Iterable[Article | Reject]) -> Iterator[ArticleFacts | Reject]:
    """Extract the facts of a stream of articles, as `evafacts.articles.read` gives it.

    Args:
        items: Articles; rejects among them are passed on.

    Yields:
        The facts of each article, in their order; a reject for an article whose extraction
        fails.
    """
    pending: deque[Article] = deque()
    aside: deque[Reject] = deque()
    feed = _feed(iter(items), pending, aside)
    exhausted = False
    while not exhausted:
        try:
            for facts in pipeline.extract_many(feed):
                pending.popleft()
                yield from _drained(aside)
                yield facts
            exhausted = True
        except Exception:
            if not pending:  # not of extraction: the stream itself is broken
                raise
            while pending:  # the pipeline may read ahead: each by itself tells which one fails
                yield _extract_one(pending.popleft())
        yield from _drained(aside)


def _feed(
    items: Iterator[Article | Reject], pending: deque[Article], aside: deque[Reject]
) -> Iterator[Article]:
    """Hand the articles on, and keep account of what is under way."""
    for item in items:
        if isinstance(item, Reject):
            aside.append(item)
        else:
            pending.append(item)
            yield item


def _extract_one(article: Article) -> ArticleFacts | Reject:
    try:
        (facts,) = pipeline.extract_many([article])
    except Exception as error:
        failure = f"{type(error).__name__}: {error}"
        reason = f"the extraction failed: {failure}"
        return Reject(article.source or article.id, reason, None, failure)
    return facts


def _drained(aside: deque[Reject]) -> Iterator[Reject]:
    while aside:
        yield aside.popleft()
