"""The texts to measure on: the articles of the corpus, and some that no newspaper prints."""

from collections.abc import Callable
from itertools import count, takewhile
from pathlib import Path

from evafacts.articles import read
from evafacts.records import Article

CORPUS = Path(__file__).parents[1] / "corpus"

# How each is made in a given size, and the size that it has to bear.
PATHOLOGICAL: dict[str, tuple[Callable[[int], str], int]] = {
    "opening brackets": (lambda size: "(" * size, 100_000),
    "letters in one word": (lambda size: "a" * size, 1_000_000),
    "dates": (lambda size: "Feb. 1, 2021, " * size, 50_000),
}


def words_in(articles: list[Article]) -> int:
    """Count words as they stand between white space."""
    return sum(len((article.text or "").split()) for article in articles)


def corpus_articles(words: int) -> list[Article]:
    """Give the corpus's articles over and over, whole rounds of them, to at least so many words.

    Each repetition has ids of its own, as other articles would.
    """
    once = [article for article in read([CORPUS]) if isinstance(article, Article)]
    per_round = words_in(once)
    if not per_round:
        raise SystemExit(f"no articles in {CORPUS}")
    rounds = takewhile(lambda number: number * per_round < words, count())
    return [
        article.model_copy(update={"id": f"{article.id}-{number}"})
        for number in rounds
        for article in once
    ]
