"""One left-to-right scan of a sentence: its words, who is named in it, what was found so far."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from evafacts.knowledge.work import work
from evafacts.mentions.grammar import (
    ADVERBS,
    BE,
    CREW_WORDS,
    HAVE,
    MODALS,
    NOT_CREW_BEFORE,
    PREPOSITIONS,
    TASK_WORDS,
    is_walk,
    words,
)
from evafacts.mentions.sentences import Sentence, Words
from evafacts.mentions.tasks.mention import TaskMention

_NAME = 4
_NATIONALS = words("russians americans canadians europeans")
_GROUPS = words("pair trio team")
_OF_CREW = words("two both three the")
_COUNTS = frozenset(("two", "three", "both", "each"))
PARTICLES = words(
    "in on off over up out down away back apart loose together free aside overboard open outside"
)


@dataclass
class Scan:
    """The state of a scan.

    ``lowers`` are the lower-cased words; ``named`` the indices of words in names of people;
    ``until`` is the index after the last item found, ``last_form`` the form of that item,
    ``last_kinds`` what its verb can be.
    """

    words: Words
    lowers: list[str]
    named: frozenset[int]
    bullet: bool
    capitals: bool
    found: list[TaskMention] = field(default_factory=list)
    until: int = 0
    last_form: str | None = None
    last_kinds: frozenset[str] = frozenset()
    _speaks: bool | None = None

    @classmethod
    def of(cls, sentence: Sentence, person_starts: Sequence[int]) -> "Scan":
        """Prepare the scan of ``sentence``; ``person_starts`` are offsets into the article."""
        words = sentence.words
        starts = set(person_starts)
        return cls(
            words,
            words.lowers,
            frozenset(_names(words, starts)) if starts else frozenset(),
            sentence.bullet or _is_numbered(sentence),
            sentence.text.isupper(),
        )

    def __len__(self) -> int:
        return len(self.words)

    def lower(self, i: int) -> str:
        """The lower-cased word at ``i``, empty beyond either end."""
        return self.lowers[i] if 0 <= i < len(self.lowers) else ""

    def before(self, i: int) -> int:
        """Index of the word before ``i``, adverbs left out; -1 at the beginning."""
        j = i - 1
        while j >= 0 and is_adverb(self.lowers[j]):
            j -= 1
        return j

    def is_crew(self, k: int) -> bool:
        """Say whether the word at ``k`` names somebody who may go outside."""
        if k < 0:
            return False
        if k in self.named:
            return True
        lower = self.lowers[k]
        if lower in _COUNTS:
            return self._is_pair(k)
        if lower in _NATIONALS:
            return self.lower(k - 1) in _OF_CREW
        if lower in ("engineer", "engineers", "specialist", "specialists"):
            return self.lower(k - 1) in ("flight", "mission")
        bare = lower.replace("’", "'").split("'", 1)[0]
        if bare not in CREW_WORDS or (bare in _GROUPS and self.lower(k + 1) == "of"):
            return False  # "a pair of relays", "a team of engineers"
        return bare in ("they", "he", "she") or self.lower(k - 1) not in NOT_CREW_BEFORE

    def _is_pair(self, k: int) -> bool:
        """Say whether a number stands for people: "the two will", "both moved", "each took"."""
        if self.lowers[k] not in ("both", "each") and self.lower(k - 1) not in ("the", "these"):
            return False
        following = self.lower(k + 1)
        if following in MODALS or following in BE or following in HAVE or is_adverb(following):
            return True
        verb = work().verb(following)
        return verb is not None and "past" in verb.forms

    def is_owner(self, k: int) -> bool:
        """Say whether the name at ``k`` only tells whose a thing is: "Dyson's suit"."""
        lower = self.lowers[k]
        return lower.endswith(("'s", "’s", "s'", "s’")) or self.lower(k + 1) in ("'s", "’s")

    def in_phrase(self, k: int) -> bool:
        """Say whether the noun at ``k`` stands after a preposition: "by astronaut Bob Behnken"."""
        words, lowers = self.words, self.lowers
        for n in range(k - 1, max(-1, k - 7), -1):
            lower = lowers[n]
            if lower in PREPOSITIONS:
                return True
            if not (n in self.named or words.texts[n][:1].isupper() or lower in _BEFORE_NAMES):
                return False
        return False

    def is_beside(self, k: int) -> bool:
        """Say whether somebody is named in an aside: ", with Jim Kelly at the controls, "."""
        for n in range(k - 1, max(-1, k - 8), -1):
            lower = self.lowers[n]
            if lower == "with":
                return self.lower(n - 1) == ","
            if not (n in self.named or lower in _BEFORE_NAMES or self.words.texts[n][:1].isupper()):
                return False
        return False

    @property
    def names_crew(self) -> bool:
        """Whether somebody who may go outside is named anywhere in the sentence."""
        return any(self.is_crew(k) for k in range(len(self.words)))

    @property
    def speaks_of_work(self) -> bool:
        """Whether the sentence says that it is about a spacewalk, a list of work or the crew."""
        if self._speaks is None:
            self._speaks = self.bullet or any(
                lower in TASK_WORDS or is_walk(lower) or (lower == "time" and self._is_left(k))
                for k, lower in enumerate(self.lowers)
            )
        return self._speaks

    def _is_left(self, k: int) -> bool:
        """As in "no time left to fetch the box", "took extra time to"."""
        if self.lower(k - 1) not in ("no", "enough", "of", "extra", "more"):
            return False
        return "to" in self.lowers[k + 1 : k + 3]


_BEFORE_NAMES = words(
    "the a an flight engineer engineers astronaut astronauts cosmonaut cosmonauts commander "
    "fellow crewmate and crewmates two both colleague colleagues specialist mission "
    "spacewalkers"
)
_UNITS = words("ton foot feet inch pound meter metre kilogram mile year old story yard")


def is_adverb(lower: str) -> bool:
    """Say whether a lower-cased word is an adverb that may stand inside a verb group."""
    return lower in ADVERBS or (lower.endswith("ly") and lower not in ("assembly", "supply", "fly"))


def is_measure(lower: str) -> bool:
    """As in "a 4-ton, leaking tank": a number and a unit that stand before a noun."""
    return "-" in lower and lower.rsplit("-", 1)[1] in _UNITS


def _is_numbered(sentence: Sentence) -> bool:
    """Say whether a number of a list stands before the sentence: "1. ", "2) "."""
    before = sentence.source[max(0, sentence.start - 5) : sentence.start].strip()
    return before[-1:] in (".", ")") and before[-2:-1].isdigit() and len(before) < 4


def _names(words: Words, starts: set[int]) -> list[int]:
    """Indices of the words of names: from a known start on, as long as they are capitalised."""
    inside: list[int] = []
    for i, start in enumerate(words.starts):
        if start in starts:
            inside.append(i)
            for k in range(i + 1, min(i + _NAME, len(words))):
                if not words.texts[k][:1].isupper() or words.lowers[k] in CREW_WORDS:
                    break
                inside.append(k)
    return inside
