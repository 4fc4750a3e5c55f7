"""The spaCy component ``evafacts_people``: those whom the text names as crew, and the known.

Spacewalkers of the roster in all their spellings, a surname alone after the full name, and unknown
people by the words around them ("astronaut", "of NASA"). Anybody else is none.

Example:
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("evafacts_people")
    >>> doc = nlp("Astronaut Jo Nobody went out first. Nobody waved, said Ann Other, a baker.")
    >>> [(span.text, span._.value) for span in doc.spans["people"]]
    [('Jo Nobody', 'Jo Nobody'), ('Nobody', 'Jo Nobody')]
"""

from spacy.language import Language
from spacy.tokens import Doc

from evafacts.mentions.components.on_doc import mentions_of
from evafacts.mentions.spans import register, set_group


@Language.factory("evafacts_people", assigns=["doc.spans", "doc._.evafacts"])
class People:
    """Writes ``doc.spans["people"]``; ``span._.value`` is the full name.

    ``span._.mention`` is the whole ``PersonMention``, with the key in the roster (None for
    somebody who is not in it) and the agency.
    """

    def __init__(self, nlp: Language, name: str = "evafacts_people") -> None:
        self.name = name
        register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group."""
        found = ((one, one.name) for one in mentions_of(doc).people)
        return set_group(doc, "people", "PERSON", found)
