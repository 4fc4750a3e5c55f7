"""Which work items are the spacewalk's, with their parts."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from evafacts.assembly.told import Told
from evafacts.knowledge.work import work
from evafacts.mentions.document import Mentions
from evafacts.mentions.tasks import TaskMention
from evafacts.records import Evidence, Outcome, Status, Task

_CONTENT = re.compile(r"[a-z0-9]{3,}")
_EMPTY = frozenset("the and for with from onto into its his her their new two one that this some".split())
_NOT_NOW = re.compile(r"\b(?:before\s+the\s+(?:space\s?walk|EVA)|inside\s+the\s+(?:station|shuttle|airlock)|will\s+be\s+(?:launched|delivered)|in\s+the\s+coming\s+(?:years|months)|future\s+(?:space\s?walk|EVA)s?\s+will)\b", re.I)


@dataclass(frozen=True, slots=True)
class TaskFound:
    """A work item with its own content words, for comparing."""

    mention: TaskMention
    words: frozenset[str]

    def repeats(self, other: "TaskFound") -> bool:
        """Whether both say the same item: most content words of the shorter one are shared."""
        if not self.words or not other.words:
            return False
        shared = len(self.words & other.words)
        return shared >= 2 and shared / min(len(self.words), len(other.words)) > 0.7

    def record(self, mentions: Mentions, status: Status) -> Task:
        """The task as a record."""
        text = mentions.text
        start, end = self.mention.start, self.mention.end
        place = next((p for p in mentions.places if start <= p.start and p.end <= end and p.kind != "station"), None)
        obj = text[self.mention.object_start : (place.start if place and place.start > self.mention.object_start + 3 else end)].strip()
        obj = re.sub(r"\s+(?:on|in|at|to|from|of|onto|near|outside|into|inside|along|for|the|station's|its|their|and)*\s*$", "", obj) or obj
        return Task(
            text=text[start:end],
            action=self.mention.action,
            object=obj or None,
            location=place.name if place else None,
            outcome=_outcome(self.mention, status),
            evidence=[Evidence(start=start, end=end, text=text[start:end])],
        )


def _outcome(mention: TaskMention, status: Status) -> Outcome | None:
    if mention.undone:
        return Outcome.FAILED
    if status == Status.COMPLETED:
        return Outcome.DONE if mention.form in ("past", "perfect", "passive", "nominal", "gerund") else None
    if status in (Status.PLANNED, Status.POSTPONED, Status.UNDERWAY):
        return Outcome.PLANNED
    return None


def tasks_of(mentions: Mentions, one: Told) -> Iterator[TaskFound]:
    """The work items of a sentence that the crew does outside."""
    text = one.sentence.text
    if _NOT_NOW.search(text) and not one.anchors:
        return
    for mention in one.tasks:
        if mention.agent == "other":
            continue
        if mention.agent is None and mention.form in ("past", "present", "perfect", "future"):
            continue
        yield TaskFound(mention, _content(mentions.text[mention.start : mention.end]))


def _content(text: str) -> frozenset[str]:
    known = work()
    words = {known.verbs[w].lemma if w in known.verbs else known.nouns.get(w, w) for w in _CONTENT.findall(text.lower())}
    return frozenset(w.rstrip("s") for w in words - _EMPTY)
