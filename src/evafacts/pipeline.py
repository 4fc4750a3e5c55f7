"""From an article to its facts: directly, or as a spaCy pipeline of components in their order.

``extract`` and ``extract_many`` go from text to records without spaCy, whose tokens they do not
need; ``load`` gives the same steps as components, and the same records.
"""

import datetime
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from evafacts.assembly.article import read_article
from evafacts.records import Article, ArticleFacts

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

COMPONENTS = (
    "evafacts_spacewalks",
    "evafacts_dates",
    "evafacts_times",
    "evafacts_durations",
    "evafacts_people",
    "evafacts_airlocks",
    "evafacts_places",
    "evafacts_tasks",
    "evafacts_records",
)
"""The components of ``load()``, in their order."""

MAX_LENGTH = 100_000_000
"""Characters of the longest text that ``load()`` takes; spaCy's own limit is for its models."""


def extract(
    text: str,
    *,
    published: datetime.date | datetime.datetime | None = None,
    id: str = "text",
) -> ArticleFacts:
    """Read one article.

    Args:
        text: What a reader would see; offsets of evidence point into it.
        published: When it was published; "Monday" and "Nov. 6" are resolved against it.
        id: Its name in the record.

    Returns:
        Its facts; ``spacewalks`` is empty where it tells of none.
    """
    return read_article(Article.of(text, id=id, published=published))


def extract_many(articles: Iterable[Article]) -> Iterator[ArticleFacts]:
    """Read articles as a stream, one record out for each one in."""
    for article in articles:
        yield read_article(article)


def load() -> "Language":
    """Give the spaCy pipeline: a blank English one with all components in their order.

    Each writes a span group of the same name (``doc.spans["people"]`` …, with ``span._.value``
    and ``span._.mention``), and the last one ``doc._.facts``. What is known of an article beside
    its text is set before, as ``make_doc`` does. Time grows with the text and never faster.

    Example:
        >>> nlp = load()
        >>> article = Article.of("Jo Nobody began a spacewalk on Jan. 27, 2021.", id="one")
        >>> doc = nlp(make_doc(nlp, article))
        >>> [(span.text, span._.value) for span in doc.spans["dates"]]
        [('Jan. 27, 2021', '2021-01-27')]
        >>> doc._.facts == extract(article.text, id="one")
        True
    """
    import spacy

    tokenizer = {"@tokenizers": "evafacts.Tokenizer.v1"}
    nlp = spacy.blank("en", config={"nlp": {"tokenizer": tokenizer}})
    nlp.max_length = MAX_LENGTH
    for name in COMPONENTS:
        nlp.add_pipe(name)
    return nlp


def make_doc(nlp: "Language", article: Article) -> "Doc":
    """Make the Doc of an article, with its id, title, publication date … as custom attributes.

    Raises:
        ValueError: The text is longer than ``nlp.max_length``, or holds half of a surrogate pair.
    """
    from evafacts.assembly.component import set_article

    return set_article(nlp.make_doc(article.text or ""), article)
