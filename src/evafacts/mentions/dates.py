"""The spaCy component ``evafacts_dates``: days, weeks, months, years.

Alone in any pipeline; text published on a known day has it in ``doc._.published`` first.

Example:
    >>> import spacy
    >>> import evafacts.mentions.dates
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("evafacts_dates")
    >>> doc = nlp("They went out on Feb. 1, 2021.")
    >>> [(span.text, span._.value) for span in doc.spans["dates"]]
    [('Feb. 1, 2021', '2021-02-01')]
"""

from spacy.language import Language
from spacy.tokens import Doc

from evafacts.mentions.temporal.on_doc import register, set_spans
from evafacts.mentions.temporal.types import Temporal


def is_date(one: Temporal) -> bool:
    """Whether a temporal is a date (with a part of the day or without)."""
    return one.kind == "DATE" or one.grain == "part-of-day"


@Language.factory("evafacts_dates", assigns=["doc.spans"])
class Dates:
    """Writes ``doc.spans["dates"]``; each span has its TIMEX3 value in ``span._.value``.

    ``span._.temporal`` is the whole ``Temporal``, whose character offsets are exact where a
    token is longer than the expression.
    """

    def __init__(self, nlp: Language, name: str = "evafacts_dates") -> None:
        self.name = name
        register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group."""
        return set_spans(doc, "dates", "DATE", is_date)
