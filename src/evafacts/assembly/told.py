"""A sentence as it is read: its mentions, its people and work, and the walk that it tells of."""

from dataclasses import dataclass, field

from evafacts.assembly.clauses import clause_at, clauses
from evafacts.assembly.roles import Part
from evafacts.assembly.walk import Anchor, Walk
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.tasks import TaskMention
from evafacts.mentions.temporal import Temporal


@dataclass(slots=True)
class Told:
    """A sentence with what was read in it; ``topic`` is the walk that it tells of.

    ``series`` says that it speaks of every walk of a series ("each is to last six hours").
    """

    sentence: Sentence
    anchors: list[Anchor] = field(default_factory=list)
    topic: Walk | None = None
    parts: list[Part] = field(default_factory=list)
    tasks: list[TaskMention] = field(default_factory=list)
    temporals: list[Temporal] = field(default_factory=list)
    dates: list[Temporal] = field(default_factory=list)
    series: bool = False
    outside: bool = False

    def walk_at(self, offset: int) -> Walk | None:
        """The walk that the words at ``offset`` tell of.

        By the nearest mention, before it rather than after.
        """
        linked = [a for a in self.anchors if a.walk is not None]
        if not linked:
            return self.topic
        if len(linked) == 1:
            return linked[0].walk
        clause = clause_at(self.sentence, offset)
        starts = [c.start for c in clauses(self.sentence)]

        def distance(anchor: Anchor) -> tuple[int, int]:
            at = anchor.mention.start
            crossed = sum(min(at, offset) < s <= max(at, offset) for s in starts)
            inside = clause.start <= at < clause.end
            return (0 if inside else crossed, abs(at - offset) + (0 if at <= offset else 40))

        return min(linked, key=distance).walk
