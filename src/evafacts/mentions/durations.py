"""The spaCy component ``evafacts_durations``: lengths of time.

Alone in any pipeline; text published on a known day has it in ``doc._.published`` first.

Example:
    >>> import spacy
    >>> import evafacts.mentions.durations
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("evafacts_durations")
    >>> doc = nlp("It lasted six and a half hours.")
    >>> [(span.text, span._.value) for span in doc.spans["durations"]]
    [('six and a half hours', 'PT6H30M')]
"""

from spacy.language import Language
from spacy.tokens import Doc

from evafacts.mentions.temporal.on_doc import register, set_spans
from evafacts.mentions.temporal.types import Temporal


def is_duration(one: Temporal) -> bool:
    """Whether a temporal is a length of time."""
    return one.kind == "DURATION"


@Language.factory("evafacts_durations", assigns=["doc.spans"])
class Durations:
    """Writes ``doc.spans["durations"]``; each span has its TIMEX3 value in ``span._.value``.

    ``span._.temporal`` is the whole ``Temporal``, whose character offsets are exact where a
    token is longer than the expression.
    """

    def __init__(self, nlp: Language, name: str = "evafacts_durations") -> None:
        self.name = name
        register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group."""
        return set_spans(doc, "durations", "DURATION", is_duration)
