"""The spaCy component ``evafacts_spacewalks``: words that speak of a spacewalk.

Nouns ("Monday's spacewalk"), ways of leaving ("ventured outside"), those who do it
("the spacewalkers"); a walk in a pool or a film is one that is not ``real``.

Example:
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("evafacts_spacewalks")
    >>> doc = nlp("Monday's second spacewalk is over. They had ventured outside at dawn.")
    >>> [(span.text, span._.value) for span in doc.spans["spacewalks"]]
    [("Monday's second spacewalk", 'noun'), ('ventured outside', 'exit')]
    >>> doc.spans["spacewalks"][0]._.mention.ordinal
    2
"""

from spacy.language import Language
from spacy.tokens import Doc

from evafacts.mentions.components.on_doc import mentions_of
from evafacts.mentions.spans import register, set_group


@Language.factory("evafacts_spacewalks", assigns=["doc.spans", "doc._.evafacts"])
class Spacewalks:
    """Writes ``doc.spans["spacewalks"]``; ``span._.value`` is ``noun``, ``exit`` or ``agent``.

    ``span._.mention`` is the whole ``SpacewalkMention``: one or several, the first or the
    third, this one or the next.
    """

    def __init__(self, nlp: Language, name: str = "evafacts_spacewalks") -> None:
        self.name = name
        register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group."""
        found = ((one, one.kind) for one in mentions_of(doc).spacewalks)
        return set_group(doc, "spacewalks", "SPACEWALK", found)
