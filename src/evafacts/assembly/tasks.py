"""Which work items are the spacewalk's, with their parts."""

import re
from collections.abc import Collection, Iterator, Sequence

from evafacts.assembly.clauses import clause_at
from evafacts.assembly.roles import identity
from evafacts.assembly.told import Told
from evafacts.knowledge.work import work
from evafacts.mentions.document import Mentions
from evafacts.mentions.places import PlaceMention
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.tasks import TaskMention
from evafacts.mentions.temporal import Temporal
from evafacts.mentions.values import value
from evafacts.records import Evidence, Outcome, Status, Task

_CONTENT = re.compile(r"[a-z0-9]{3,}")
_NUMBER = re.compile(r"(?<![\w-])\d+(?![\w-])")
_EMPTY = frozenset(("the", "and", "for", "with", "from", "onto", "into", "its", "his", "her"))
_EMPTY |= frozenset(("their", "new", "two", "one", "that", "this", "some", "old", "them", "out"))
_NOT_NOW = re.compile(
    r"\b(?:before\s+the\s+(?:space\s?walk|EVA)|"
    r"(?<!back )inside\s+the\s+(?:station|shuttle|airlock)|"
    r"once\s+(?:[\w']+\s+){0,2}(?:back\s+)?inside\b|back\s+indoors|will\s+be\s+(?:launched|delivered)|in\s+the\s+coming\s+(?:years|months)|"
    r"future\s+(?:space\s?walk|EVA)s?\s+will)\b",
    re.IGNORECASE,
)
# "Before the spacewalk, they had tested the suits": the sentence tells of another day.
_BEFORE_IT = re.compile(
    r"\W*(?:before|ahead\s+of|prior\s+to)\s+"
    r"(?:(?:they|he|she|the\s+\w+)\s+could\s+(?:[\w'’]+\s+){1,7}?|"
    r"(?:the|their|this|that|his|her)\s+(?:\w+\s+)?)"
    r"(?:[\w-]+\s+)?(?:space\s?walk|EVA|outing|excursion),",
    re.IGNORECASE,
)
_MONTH_OR_YEAR = re.compile(r"(?:\d{4}|XXXX)(?:-\d\d)?")
_LINKS = frozenset(("on", "in", "at", "to", "from", "of", "onto", "near", "outside", "into"))
_LINKS |= frozenset(("inside", "along", "for", "the", "its", "their", "and", "station's"))
_TOLD = frozenset(("past", "perfect"))
_LIKE = 0.7
_SHORT = 3  # letters of a word that a headline may print small
_FIRST = 2
_PAIR = 2
_NEAR = 5  # characters from an item to its date
_FINITE = frozenset(("past", "present", "perfect", "future"))
_CARRIED_THROUGH = frozenset(("past", "perfect", "passive", "nominal", "gerund"))


@value
class TaskFound:
    """A work item with its own content words, for comparing.

    ``who`` are those named as doing it; ``behind`` says that it is told as over and done, in a
    sentence without a word of a walk; ``headline`` that a headline says it.
    """

    mention: TaskMention
    words: frozenset[str]
    numbers: frozenset[str] = frozenset()
    who: frozenset[str] = frozenset()
    behind: bool = False
    headline: bool = False

    @property
    def further(self) -> bool:
        """Whether it is one more of a kind: "swap out another package"."""
        return "another" in self.words

    def repeats(self, other: "TaskFound") -> bool:
        """Whether both say the same item: most content words of the shorter one are shared.

        "rewire channels 1 and 4" is another item than "rewire channels 2 and 3", and so is what
        somebody else does.
        """
        if not self.words or not other.words:
            return False
        if self.numbers and other.numbers and not self.numbers & other.numbers:
            return False
        if self.who and other.who and not self.who & other.who:
            return False
        if self.further != other.further:
            return False
        shared = len(self.words & other.words)
        return shared >= 2 and shared / min(len(self.words), len(other.words)) > _LIKE

    def record(self, mentions: Mentions, status: Status) -> Task:
        """The task as a record, with what became of it on a spacewalk of that ``status``."""
        start, end = self.mention.start, self.mention.end
        text = mentions.text[start:end]
        place = _place(mentions, self.mention)
        return Task(
            text=text,
            action=self.mention.action,
            object=_object(mentions.text, self.mention, place),
            location=place.name if place else None,
            outcome=_outcome(self.mention, status),
            evidence=[Evidence(start=start, end=end, text=text)],
        )


def tasks_of(mentions: Mentions, one: Told) -> Iterator[TaskFound]:
    """The work items of a sentence that the crew does outside.

    Work of others is left out, that of those who help from inside too, and in a sentence without a
    word of a spacewalk what is told of other times.
    """
    if one.tasks and _BEFORE_IT.match(one.sentence.text):
        return
    for mention in one.tasks:
        if not one.anchors and _is_elsewhere(one, mention):
            continue
        if is_crews(mention) and not _is_helpers(one, mention):
            text = mentions.text[mention.start : mention.end]
            numbers = frozenset(_NUMBER.findall(text))
            behind = not one.anchors and mention.form in _TOLD and text.split()[0] != mention.action
            heads = _is_headline(one.sentence)
            yield TaskFound(mention, _content(text), numbers, _who(one, mention), behind, heads)


def _is_headline(sentence: Sentence) -> bool:
    """Say whether a sentence is a line without a stop at the head of an article, or in title case.

    "Astronauts pull pump from station" says in short what the story tells item by item.
    """
    text = sentence.text
    if sentence.bullet or text[-1:] in ".!?”\"’'":
        return False
    longer = [w for w in sentence.words.texts if len(w) > _SHORT and w.isalpha()]
    titled = sum(w[0].isupper() for w in longer) == len(longer) > 2
    return sentence.index < _FIRST or titled


def _is_elsewhere(one: Told, mention: TaskMention) -> bool:
    """Say whether the clause of an item tells of another time or of work inside."""
    clause = clause_at(one.sentence, mention.start)
    return _NOT_NOW.search(one.sentence.source, clause.start, clause.end) is not None


def is_dated_otherwise(one: Told, mention: TaskMention, date: Temporal | None) -> bool:
    """Say whether an item has a month or year of its own, which is not that of the walk.

    "In June, two arrays will be installed" in a report on a walk in April.
    """
    if one.anchors or date is None:
        return False
    clause = clause_at(one.sentence, mention.start)
    text = one.sentence.source[mention.start : mention.end]
    for told in one.temporals:
        if told.kind != "DATE" or not _MONTH_OR_YEAR.fullmatch(told.value):
            continue
        leads = clause.start <= told.start < mention.start
        follows = mention.end <= told.start <= mention.end + _NEAR and " that " not in text
        owns = one.sentence.source[told.end : told.end + 1] in ("'", "’")  # "next year's panels"
        if (leads or follows) and not owns and not _can_be_in(date.value, told.value):
            return True
    return False


def _can_be_in(day: str, month: str) -> bool:
    """Say whether a day can lie in a month or year, where ``XXXX`` is any year."""
    parts = zip(day.split("-"), month.split("-"), strict=False)
    return all(a == b or "XXXX" in (a, b) for a, b in parts)


def is_crews(mention: TaskMention) -> bool:
    """Say whether an item may be the crew's: a finite verb needs them for its subject."""
    if mention.agent is None:
        return mention.form not in _FINITE
    return mention.agent == "crew"


def _is_helpers(one: Told, mention: TaskMention) -> bool:
    """As in "Kayla Barron, at the controls of the arm, moved the pallet": she does not go out."""
    if mention.subject < 0:
        return False
    return any(
        part.score < 0
        and any(p.start <= mention.subject < max(p.end, p.start + 1) for p in part.people)
        for part in one.parts
    )


def _who(one: Told, mention: TaskMention) -> frozenset[str]:
    """The people named as those who do it, by their identity; empty where nobody is."""
    for part in one.parts:
        if part.people[0].start <= mention.subject < part.people[-1].end:
            return frozenset(map(identity, part.people))
    return frozenset()


def crews_own(tasks: Sequence[TaskFound], crew: Collection[str]) -> list[TaskFound]:
    """The items without those that people do who are not of the crew, where it is known.

    "Two astronauts, A and B, replaced a pump there in 2013" is no work of C and D, or of A and C.
    """
    if len(crew) < _PAIR:
        return list(tasks)
    own = frozenset(crew)
    return [t for t in tasks if not t.who or (t.who & own and not _pairs(t.who, own))]


def _pairs(one: frozenset[str], other: frozenset[str]) -> bool:
    """Say whether both are pairs, and not the same."""
    return len(one) == len(other) == _PAIR and one != other


def distinct(tasks: Sequence[TaskFound], status: Status) -> list[TaskFound]:
    """One entry for an item told twice; without what lies behind a walk that is still ahead.

    In a report on a walk to come, "they serviced the air system" tells of a day on board.
    """
    kept: list[TaskFound] = []
    told = any(not t.headline for t in tasks)
    for task in tasks:
        if told and task.headline:
            continue
        if task.behind and status == Status.PLANNED:
            continue
        if not any(task.repeats(other) for other in kept):
            kept.append(task)
    return kept


def _place(mentions: Mentions, mention: TaskMention) -> PlaceMention | None:
    """The first place within the item that is narrower than the station."""
    return next(
        (
            place
            for place in mentions.places_in(mention.start, mention.end)
            if place.end <= mention.end and place.kind != "station"
        ),
        None,
    )


def _object(text: str, mention: TaskMention, place: PlaceMention | None) -> str | None:
    """The words of the object, without the place and the small words before it."""
    start, end = mention.object_start, mention.end
    if place is not None and place.start > start + 3:
        end = place.start
    words = text[start:end].split()
    while len(words) > 1 and words[-1].lower() in _LINKS:
        words.pop()
    if not words:
        return None
    last = text.rfind(words[-1], start, end)
    return text[start : last + len(words[-1])] or None


def _outcome(mention: TaskMention, status: Status) -> Outcome | None:
    if mention.deferred:
        return Outcome.DEFERRED
    if mention.undone:
        return Outcome.FAILED
    if status == Status.COMPLETED:
        return Outcome.DONE if mention.form in _CARRIED_THROUGH else None
    if status in (Status.PLANNED, Status.POSTPONED, Status.UNDERWAY):
        return Outcome.PLANNED
    return None


def _content(text: str) -> frozenset[str]:
    """The content words of an item: verbs and nouns of action as lemmas, plurals cut."""
    known = work()
    words = {
        known.verbs[w].lemma if w in known.verbs else known.nouns.get(w, w)
        for w in _CONTENT.findall(text.lower())
    }
    return frozenset(w.rstrip("s") for w in words - _EMPTY)
