"""The spaCy component ``evafacts_tasks``: work outside, what is done to what.

Whose work it is, and on which spacewalk, is not settled here: ``evafacts_records`` does that.

Example:
    >>> import spacy
    >>> nlp = spacy.blank("en")
    >>> _ = nlp.add_pipe("evafacts_tasks")
    >>> doc = nlp("They will install a camera and replace a pump to increase its efficiency.")
    >>> [(span.text, span._.value) for span in doc.spans["tasks"]]
    [('install a camera', 'install'), ('replace a pump', 'replace')]
"""

from spacy.language import Language
from spacy.tokens import Doc

from evafacts.mentions.components.on_doc import mentions_of
from evafacts.mentions.spans import register, set_group


@Language.factory("evafacts_tasks", assigns=["doc.spans", "doc._.evafacts"])
class Tasks:
    """Writes ``doc.spans["tasks"]``; ``span._.value`` is the lemma of the action.

    ``span._.mention`` is the whole ``TaskMention``: how it is said, by whom, whether undone.
    """

    def __init__(self, nlp: Language, name: str = "evafacts_tasks") -> None:
        self.name = name
        register()

    def __call__(self, doc: Doc) -> Doc:
        """Set the span group."""
        mentions = mentions_of(doc)
        found = (
            (one, one.action)
            for sentence in mentions.sentences
            for one in mentions.tasks_of(sentence)
        )
        return set_group(doc, "tasks", "TASK", found)
