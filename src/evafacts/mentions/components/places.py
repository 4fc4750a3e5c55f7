"""The spaCy component ``evafacts_places``: modules, truss segments, arms, platforms, telescopes.

Example:
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("evafacts_places")
    >>> doc = nlp("A cable runs from the P4 truss to the Columbus laboratory.")
    >>> [(span.text, span._.value) for span in doc.spans["places"]]
    [('P4 truss', 'P4 truss'), ('Columbus laboratory', 'Columbus')]
"""

from spacy.language import Language
from spacy.tokens import Doc

from evafacts.mentions.components.on_doc import mentions_of
from evafacts.mentions.spans import register, set_group


@Language.factory("evafacts_places", assigns=["doc.spans", "doc._.evafacts"])
class Places:
    """Writes ``doc.spans["places"]``; ``span._.value`` is the canonical name.

    ``span._.mention`` is the whole ``PlaceMention``, with its kind (``module``, ``truss`` …).
    """

    def __init__(self, nlp: Language, name: str = "evafacts_places") -> None:
        self.name = name
        register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group."""
        found = ((one, one.name) for one in mentions_of(doc).places)
        return set_group(doc, "places", "PLACE", found)
