"""What a work item is, as the text has it."""

from evafacts.mentions.values import value


@value
class TaskMention:
    """A work item as the text has it.

    ``form`` is how it is said (``infinitive``, ``future``, ``gerund``, ``past``, ``perfect``,
    ``passive``, ``present``, ``nominal``, ``item``); ``agent`` is ``crew``, ``other`` or None where
    the sentence does not tell; ``strength`` is that of the verb; ``undone`` says that it was not
    carried through, ``deferred`` that it was put off.
    ``object_start`` and ``subject`` are offsets: of the object, and of the word
    that names who does it (-1 where none does).
    """

    start: int
    end: int
    action: str
    form: str
    agent: str | None
    strength: str
    undone: bool = False
    object_start: int = 0
    subject: int = -1
    deferred: bool = False
