"""The spaCy component ``evafacts_records``: the facts of a whole article, each with evidence.

It needs no other component before it; what those have found already is not looked for again.

Example:
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("evafacts_records")
    >>> doc = nlp.make_doc("On Monday astronaut Jo Nobody left the Quest airlock for a spacewalk.")
    >>> doc._.published = "2021-02-03"
    >>> walk = nlp(doc)._.facts.spacewalks[0]
    >>> (walk.date.value, walk.crew[0].name, walk.airlock.name)
    ('2021-02-01', 'Jo Nobody', 'Quest')
"""

from typing import Any

from spacy.language import Language
from spacy.tokens import Doc

from evafacts.assembly.article import read_article
from evafacts.mentions.components.on_doc import mentions_of
from evafacts.mentions.packing import packs
from evafacts.mentions.spans import register
from evafacts.records import Article, ArticleFacts

_FIELDS = {"id": "article_id"} | {
    name: name for name in ("source", "title", "url", "publisher", "published")
}
"""Fields of an article and the custom attributes of a Doc that hold them."""


def set_article(doc: Doc, article: Article) -> Doc:
    """Write what is known of an article to the custom attributes of its Doc."""
    for field, name in _FIELDS.items():
        doc._.set(name, getattr(article, field))
    return doc


def article_of(doc: Doc) -> Article:
    """Make the article of a Doc from its text and custom attributes; its id is "text" if unset."""
    known: dict[str, Any] = {field: doc._.get(name) for field, name in _FIELDS.items()}
    known["id"] = known["id"] or "text"
    return Article.of(doc.text, **known)


def _register() -> None:
    register()
    for name in (*_FIELDS.values(), "facts"):
        if not Doc.has_extension(name):
            Doc.set_extension(name, default=None)


def _plain(facts: ArticleFacts) -> str:
    return facts.model_dump_json(by_alias=True)


packs(ArticleFacts, _plain, ArticleFacts.model_validate_json)
_register()


@Language.factory("evafacts_records", assigns=["doc._.facts", "doc._.evafacts"])
class Records:
    """Writes ``doc._.facts``, the ``ArticleFacts`` of the Doc.

    What is known of the article beside its text is read from ``doc._.article_id``, ``source``,
    ``title``, ``url``, ``publisher`` and ``published``; only title and publication date bear on
    what is found.
    """

    def __init__(self, nlp: Language, name: str = "evafacts_records") -> None:
        self.name = name
        _register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the facts."""
        doc._.facts = read_article(article_of(doc), mentions_of(doc))
        return doc
