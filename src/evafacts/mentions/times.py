"""The spaCy component ``evafacts_times``: clock times, with their zones.

Alone in any pipeline; text published on a known day has it in ``doc._.published`` first.

Example:
    >>> import spacy
    >>> import evafacts.mentions.times
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("evafacts_times")
    >>> doc = nlp("It began at 7:05 a.m. EST on Feb. 1, 2021.")
    >>> [(span.text, span._.value) for span in doc.spans["times"]]
    [('7:05 a.m. EST', '2021-02-01T07:05')]
"""

from spacy.language import Language
from spacy.tokens import Doc

from evafacts.mentions.temporal.on_doc import register, set_spans
from evafacts.mentions.temporal.types import Temporal


def is_time(one: Temporal) -> bool:
    """Whether a temporal is a clock time."""
    return one.clock is not None


@Language.factory("evafacts_times", assigns=["doc.spans"])
class Times:
    """Writes ``doc.spans["times"]``; each span has its TIMEX3 value in ``span._.value``.

    ``span._.temporal`` is the whole ``Temporal``, whose character offsets are exact where a
    token is longer than the expression.
    """

    def __init__(self, nlp: Language, name: str = "evafacts_times") -> None:
        self.name = name
        register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group."""
        return set_spans(doc, "times", "TIME", is_time)
