"""The spaCy component ``evafacts_airlocks``: airlocks, compartments and hatches.

Example:
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("evafacts_airlocks")
    >>> doc = nlp("They left through the Quest airlock and passed a rail beside the Quest airlock.")
    >>> [(span.text, span._.value, span._.mention.exits) for span in doc.spans["airlocks"]]
    [('Quest airlock', 'Quest', True), ('Quest airlock', 'Quest', False)]
"""

from spacy.language import Language
from spacy.tokens import Doc

from evafacts.mentions.components.on_doc import mentions_of
from evafacts.mentions.spans import register, set_group


@Language.factory("evafacts_airlocks", assigns=["doc.spans", "doc._.evafacts"])
class Airlocks:
    """Writes ``doc.spans["airlocks"]``; ``span._.value`` is the canonical name.

    ``span._.mention`` is the whole ``AirlockMention``: its ``exits`` tells the way out from
    a place of work.
    """

    def __init__(self, nlp: Language, name: str = "evafacts_airlocks") -> None:
        self.name = name
        register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group."""
        found = ((one, one.name) for one in mentions_of(doc).airlocks)
        return set_group(doc, "airlocks", "AIRLOCK", found)
