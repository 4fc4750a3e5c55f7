"""Which words of a text stand for which fact, cut into segments that any page can draw."""

from bisect import insort
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import pairwise

from evafacts.records import ArticleFacts, Evidence, Spacewalk


class Kind(StrEnum):
    """A kind of fact; each has its colour."""

    SPACEWALK = "spacewalk"
    DATE = "date"
    TIME = "time"
    CREW = "crew"
    DURATION = "duration"
    AIRLOCK = "airlock"
    TASK = "task"
    ORDINAL = "ordinal"


FIELDS = {
    "date": (Kind.DATE, "date"),
    "start_time": (Kind.TIME, "start"),
    "end_time": (Kind.TIME, "end"),
    "crew": (Kind.CREW, "crew"),
    "duration_planned": (Kind.DURATION, "planned duration"),
    "duration_actual": (Kind.DURATION, "actual duration"),
    "airlock": (Kind.AIRLOCK, "airlock"),
    "tasks": (Kind.TASK, "task"),
    "ordinals": (Kind.ORDINAL, "ordinal"),
}
"""The fields of a spacewalk that carry evidence: their kind, and their name for a reader."""


@dataclass(frozen=True, slots=True, order=True)
class Mark:
    """Words of the text that stand for a fact.

    Attributes:
        start: Where they begin, in code points.
        end: Where they end, exclusive.
        kind: The kind of fact.
        name: What the fact is, for a reader: ``start``, ``planned duration``.
        spacewalks: The numbers, from 1, of the spacewalks whose fact it is; empty where there is
            only one in the article.
    """

    start: int
    end: int
    kind: Kind
    name: str
    spacewalks: tuple[int, ...] = ()

    @property
    def label(self) -> str:
        """What a reader sees beside the words: ``date 1``, ``crew 1+2``."""
        return f"{self.name} {'+'.join(map(str, self.spacewalks))}".strip()


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of text over which the marks are the same, and what changes before and after.

    Opening and closing always nest: of two marks that cross, the inner one is closed and opened
    again.

    Attributes:
        start: Where the stretch begins in the text, in code points.
        text: Its words.
        marks: The marks that cover it, outermost first.
        opens: Those that open before it, outermost first.
        closes: Those that close after it, innermost first.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    opens: tuple[Mark, ...] = field(default=(), compare=False)
    closes: tuple[Mark, ...] = field(default=(), compare=False)


def segments(text: str, facts: ArticleFacts) -> list[Segment]:
    """Cut a text where the marks of its facts begin and end.

    Args:
        text: The text that the facts' offsets point into.
        facts: The facts of that text.

    Returns:
        Segments that put together are the text.

    Raises:
        ValueError: A piece of evidence does not stand in the text.
    """
    marks = marks_of(facts)
    for mark, words in marks.items():
        if text[mark.start : mark.end] != words:
            raise ValueError(f"the text has no {words!r} at {mark.start} ({mark.label})")
    return _with_turns(list(_cut(text, marks)))


def marks_of(facts: ArticleFacts) -> dict[Mark, str]:
    """Give every mark of the facts, with the words that its evidence quotes.

    The same words for the same kind of fact in several spacewalks are one mark.
    """
    numbers: dict[tuple[int, int, Kind, str], set[int]] = defaultdict(set)
    words: dict[tuple[int, int, Kind, str], str] = {}
    for number, walk in enumerate(facts.spacewalks, 1):
        for kind, name, evidence in _evidence(walk):
            if evidence.end > evidence.start:
                key = (evidence.start, evidence.end, kind, name)
                numbers[key].add(number)
                words[key] = evidence.text
    one = len(facts.spacewalks) == 1
    return {Mark(*key, () if one else tuple(sorted(numbers[key]))): words[key] for key in words}


def _evidence(walk: Spacewalk) -> Iterator[tuple[Kind, str, Evidence]]:
    for evidence in walk.evidence:
        yield Kind.SPACEWALK, "spacewalk", evidence
    for field_name, (kind, name) in FIELDS.items():
        value = getattr(walk, field_name)
        for fact in value if isinstance(value, list) else [value]:
            for evidence in fact.evidence if fact else ():
                yield kind, name, evidence


def _cut(text: str, marks: Iterable[Mark]) -> Iterator[Segment]:
    starting: dict[int, list[Mark]] = defaultdict(list)
    ending: dict[int, list[Mark]] = defaultdict(list)
    for mark in marks:
        starting[mark.start].append(mark)
        ending[mark.end].append(mark)
    edges = sorted({0, len(text), *starting, *ending})
    active: list[Mark] = []
    for start, end in pairwise(edges):
        for mark in ending.get(start, ()):
            active.remove(mark)
        for mark in starting.get(start, ()):
            insort(active, mark, key=_outermost_first)
        yield Segment(start, text[start:end], tuple(active))


def _outermost_first(mark: Mark) -> tuple[int, int, Mark]:
    return mark.start, -mark.end, mark


def _with_turns(cut: list[Segment]) -> list[Segment]:
    turned = []
    for number, segment in enumerate(cut):
        before = cut[number - 1].marks if number else ()
        after = cut[number + 1].marks if number + 1 < len(cut) else ()
        opens = segment.marks[_shared(before, segment.marks) :]
        closes = segment.marks[_shared(segment.marks, after) :][::-1]
        turned.append(Segment(segment.start, segment.text, segment.marks, opens, closes))
    return turned


def _shared(left: tuple[Mark, ...], right: tuple[Mark, ...]) -> int:
    """Count the marks that two stacks share from the outermost on."""
    same = [a == b for a, b in zip(left, right, strict=False)]
    return same.index(False) if False in same else len(same)


def visible(text: str) -> str:
    """Replace control characters, one for one: a text must not command a terminal or page."""
    return text.translate(_CONTROLS)


# All but tab and line feed; and the marks that turn the direction of writing.
_CONTROLS = dict.fromkeys(
    (
        *range(0x09),
        *range(0x0B, 0x20),
        *range(0x7F, 0xA0),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    ),
    "\N{REPLACEMENT CHARACTER}",
)
