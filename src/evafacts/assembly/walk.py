"""One spacewalk as it takes shape, and the mentions that speak of it."""

import datetime
import re
from dataclasses import dataclass, field

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_CAREER = re.compile(
    r"^[^.;]{0,60}?\b(?:of\s+(?:his|her|their|(?:\w+\s+)?\w+['’]s?)\s+careers?|"
    r"careers?|for\s+(?:both|each|the\s+(?:pair|duo)|[A-Z]\w+))",
    re.S,
)
_SERIES = AnyCase(
    r"^\s*(?:of\s+(?:the\s+|this\s+|their\s+)?(?:[\w'’-]+\s+)?(?:mission|flight|"
    r"expedition|series|visit|stay|trip|week)\b|of\s+(?:a\s+)?(?:possible\s+|"
    r"planned\s+|up\s+to\s+)?"
    r"(?:two|three|four|five|six|seven|eight|nine|\d)\b|in\s+(?:a\s+|the\s+|"
    r"this\s+)?(?:\w+\s+)?series|during\s+the\s+(?:mission|flight)|"
    r"planned\s+(?:during|for)\s+the)"
)
_NEWS_MONTHS = 2
_PUT_OFF = AnyCase(
    r"\b(?:(?<!had been )postpon\w+|reschedul\w+|(?<!been )put\s+off|delay(?:s|"
    r"ed)\s+(?:a|the|its|their|until|to|by)\b)"
)
_CALLED_OFF = AnyCase(
    r"\b(?:call(?:s|ed|ing)?\s+off|(?:suspend|stop|halt)(?:p?ed|s|ing)?\s+(?:the\s+)?preparations?|scrubb?ed|stood\s+down|stand\s+down|halt(?:ed|s))\b"
)
_OWNER = re.compile(r"[A-Z][\w-]+['’]s?\s")
_TO_DAY = AnyCase(r"\b(?:to|until|till|for|now)\s+(?:\w+\s+)?$")
_MOVED = AnyCase(
    r"\b(?:postpon\w+|delay\w*|mov(?:ed|ing)|push\w*|reschedul\w+|slip\w*|defer\w*|"
    r"put\s+off|brought\s+forward|instead\s+of|bumped|shifted|"
    r"move\s+(?:the|its|their|that)\s+[^.;]{0,40}(?:walk|EVA|outing|excursion))\b"
)
_DAY = re.compile(r"(?:\d{4}|XXXX)-\d\d-\d\d|XXXX-WXX-\d")
_STATION = AnyCase(
    r"^[^.;]{0,40}?\b(?:support\s+of|in\s+the\s+history|station\s+(?:assembly|"
    r"history)|since\s+\d{4}|of\s+the\s+year|of\s+\d{4}|this\s+year|devoted|dedicated|"
    r"at\s+the\s+(?:international\s+)?(?:space\s+)?station)|^\s+(?:[\w-]+\s+){0,2}outside\s+the"
)

ATTEMPT = "attempt"
"""The tag of a walk that is an attempt which came to nothing, told of beside the later try."""


@dataclass(slots=True)
class Anchor:
    """A spacewalk mention with what its sentence says of it."""

    mention: SpacewalkMention
    sentence: Sentence
    tense: str | None
    dates: list[Temporal] = field(default_factory=list)
    crew: frozenset[str] = frozenset()
    ordinal: int | None = None
    relative: bool = False
    people: frozenset[str] = frozenset()
    tags: frozenset[str] = frozenset()
    walk: "Walk | None" = None
    several: "list[Walk]" = field(default_factory=list)

    @property
    def heading(self) -> bool:
        """Whether the mention heads a section of its own: "EVA 2 (FLIGHT DAY 6)"."""
        return self.mention.designation is not None and len(self.sentence.text) < 40

    @property
    def moved(self) -> bool:
        """Whether the sentence tells of a new day for it."""
        return bool(_MOVED.search(self.sentence.text))

    @property
    def day(self) -> Temporal | None:
        """The date that counts: the new one where it was put off.

        Else the one nearest to the mention.
        """
        if not self.dates:
            return None
        if len(self.dates) > 1 and self.moved:
            text = self.sentence.source
            new = [
                d
                for d in self.dates
                if _TO_DAY.search(text[max(self.sentence.start, d.start - 24) : d.start])
            ]
            if new:
                return new[-1]
        at = self.mention.start
        return min(
            self.dates,
            key=lambda d: (not is_day(d), abs(d.start - at) + (0 if d.start > at else 10)),
        )


@dataclass(slots=True)
class Walk:
    """One spacewalk as it takes shape: what has been linked to it so far."""

    number: int
    anchors: list[Anchor] = field(default_factory=list)
    date: Temporal | None = None
    old_date: Temporal | None = None
    crew: frozenset[str] = frozenset()
    tags: set[str] = field(default_factory=set)
    ordinal: int | None = None
    tense: str | None = None
    before: "Walk | None" = None
    sentences: list[int] = field(default_factory=list)
    put_off: bool = False
    named: set[str] = field(default_factory=set)

    def add(self, anchor: Anchor) -> None:
        """Link a mention; what its sentence says of putting off holds for the walk."""
        self.anchors.append(anchor)
        text = anchor.sentence.text
        self.put_off = self.put_off or says_put_off(text)

    @property
    def implied(self) -> bool:
        """Whether no word for a spacewalk tells of it: people at work outside on a day."""
        return all(a.mention.kind == "work" for a in self.anchors)

    @property
    def ahead(self) -> bool:
        """Whether it lies in the future, as told."""
        return self.tense == "future"


# "The first all-woman spacewalk" is the first of its kind, not of those told of.
_FIRST_OF_KIND = re.compile(
    r"\bfirst\s+(?!(?:of|planned|scheduled|such|space|walk|EVA|extra|outing|excursion|and|or|\w+-hour)\b)"
    r"[\w-]+\s+(?:[\w-]+\s+)?\w+$",
    re.I,
)


def ordinal_of(text: str, anchor: SpacewalkMention) -> tuple[int | None, str | None]:
    """The number of a mention and what it counts: ``series``, ``career``, ``station`` or None."""
    if anchor.ordinal is None:
        return None, None
    after = text[anchor.end : anchor.end + 90]
    if _SERIES.match(after):
        return anchor.ordinal, "series"
    if anchor.ordinal == 1 and _FIRST_OF_KIND.search(text, anchor.start, anchor.end):
        return 1, "kind"
    if (
        _CAREER.match(after)
        or anchor.determiner in ("his", "her", "its")
        or _OWNER.match(text, anchor.start)
    ):
        return anchor.ordinal, "career"
    if _STATION.match(after) or anchor.ordinal > 12:
        return anchor.ordinal, "station"
    return anchor.ordinal, None


def same_day(one: Temporal | None, other: Temporal | None) -> bool:
    """Whether two dates can be the same: equal, or one holds the other."""
    if one is None or other is None:
        return False
    a, b = one.value[:10], other.value[:10]
    if a == b:
        return True
    if a.startswith("XXXX") != b.startswith("XXXX") and len(a) == len(b) == 10:
        return a[4:] == b[4:]
    if a.startswith("XXXX-WXX") or b.startswith("XXXX-WXX"):
        return False
    return (a.startswith(b) or b.startswith(a)) and min(len(a), len(b)) >= 4


def is_day(temporal: Temporal | None) -> bool:
    """Whether the date fixes a day.

    Or at least names one ("Tuesday" with nothing to count from).
    """
    return temporal is not None and bool(_DAY.match(temporal.value))


def is_known_day(date: Temporal | None) -> bool:
    """Whether the date is a day with its year."""
    return date is not None and re.match(r"\d{4}-\d\d-\d\d", date.value) is not None


def day_of(walk: Walk) -> str:
    """Its date, to sort by; empty where it has none."""
    return walk.date.value[:10] if walk.date is not None else ""


def is_old(date: Temporal, published: datetime.date | None) -> bool:
    """Whether a date lies more than two months before publication."""
    if published is None or not date.value[:4].isdigit():
        return False
    year, month = int(date.value[:4]), date.value[5:7]
    months = (published.year - year) * 12 + (published.month - int(month) if month.isdigit() else 0)
    return months > _NEWS_MONTHS


def says_put_off(text: str) -> bool:
    """Whether a sentence says that something was put off or called off."""
    return bool(_PUT_OFF.search(text) or _CALLED_OFF.search(text))
