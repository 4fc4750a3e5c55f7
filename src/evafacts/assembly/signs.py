"""What speaks for people being at work outside, where no word says that they are."""

import re

from evafacts.assembly.clauses import clause_at, tense_at
from evafacts.assembly.durations import judge
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor
from evafacts.assembly.walks import Ledger
from evafacts.knowledge import by_key
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

SIGNAL = Cue(
    r"\b(?:outside|airlock|hatch|vacuum|open\s+space|battery\s+power|tether\w*|(?:space)?suits?)\b",
)
NUMBERED_CREW = Cue(
    r"\b(?:two|three|a\s+pair\s+of|a\s+couple\s+of)\s+(?:[\w’'-]+\s+)"
    r"{0,3}(?:astronauts|cosmonauts|taikonauts|spacemen|spacewalkers)\b",
)
_WHO = (
    r"(?:they|the\s+(?:same\s+)?(?:two(?:\s+(?:men|women))?|pair|duo|spacewalkers|astronauts|"
    r"cosmonauts|taikonauts|crew|men|women)|both|he|she)\b"
)
_CREW_SUBJECT = AnyCase(rf"(?:^|[,:;]\s+|\band\s+|\bwhen\s+)(?:then\s+|later\s+)?{_WHO}")
# "Then on July 16 they went through what was left", "Thursday the two try it again".
_THEN_CREW = re.compile(rf"[\s,]*(?:then\s+)?{_WHO}", re.I)
_OPENS = re.compile(
    r"[\W_]*(?:(?:and|then|but|on|later|back|finally|again|next)\b[\s,]*){0,3}", re.I
)
# "Saturday. Now it is Roe who goes.", "Thursday, June 15: number six."
_LABEL_END = re.compile(r"[*_]*\s?(?:[.:]|[–—-]\s)")
# "The same pair." "The two do it all over again."
_ONCE_MORE = Cue(
    r"\b(?:once\s+(?:more|again)|(?:it|that|over|out|outside|back|try|tries|turn)\s+again|same\s+(?:two|pair|crew|duo|cast|men|women)|"
    r"another\s+(?:one|go|try|round)|next\s+(?:one|try)|"
    r"(?:second|third|fourth|another|new)\s+(?:attempt|try))\b"
)
_SET_FOR = AnyCase(r"\b(?:scheduled|planned|set|due|meant|slated|targeted)\b[^.,;]{0,20}$")
# "The batteries that came up in May", "the rail that served him so well a day later".
_THAT = AnyCase(
    r"(?<!said )(?<!says )\b(?:that|which)\s+(?:[a-z]+ed|came|went|flew|was|were|is|are)"
    r"\b[^,;.]{0,40}$"
)
_OUT_THERE = 3  # the score of people who are plainly said to go out
_WITH_DAY = 60  # characters
# What else a crew does on a day: it flies, rests, talks.
_ELSEWHERE = Cue(
    r"\b(?:launch\w*|lift\w*\s+off|blast\w*\s+(?:off|into)|(?:took|takes|taken)\s+off|docked|docking\s+(?:of|with|to|at|on)|undock\w*|land(?:ed|s|ing)?|"
    r"splash\w*|arriv\w+|came\s+aboard|moved\s+in|carried\s+(?:[\w.]+\s+){1,6}to\s+the\s+(?:\w+\s+)?station|"
    r"departure\s+of|hand(?:s|ed)?\s?over|change\s+of\s+command|board(?:ed|ing)\s+(?:the\s+)?[A-Z]\w+|departs?|departed\s+(?:the|on|for)|return\w*\s+(?:to\s+)?(?:the\s+)?(?:earth|home)|"
    r"back\s+(?:on|to)\s+earth|(?:come|comes|came|coming|fly|flew|go|goes|went|going|expected|due)\s+(?:back\s+)?home|"
    r"rest(?:ed|s|ing)?|slept|sleep|rehears\w+|trained|practi[cs](?:ed|ing)|preparations|killed|crash\w*|talk(?:s|ed|ing)?|speak\w*|spoke|meets?|met|interview\w*|"
    r"conference|briefing|born\s+(?:in|on|at)|married|celebrat\w+|tweeted|posted|told|announced|died)\b"
)


# Making ready, and what is done in the laboratory.
_INDOORS = Cue(
    r"\b(?:study(?:ing)?|studied|review(?:ed|ing|s)?|rehearsed|train(?:ed|ing)|glove\s?box|blood|"
    r"inside\s+(?:the\s+)?(?:[\w'’-]+\s+){0,2}(?:laborator\w+|lab))\b"
)


def of_day(one: Told, date: Temporal, evidence: int) -> int:
    """How much speaks for work outside on one day that a sentence names.

    Args:
        one: The sentence.
        date: A day that it names.
        evidence: What the sentence as a whole has (``evidence_of``).
    """
    clause = clause_at(one.sentence, date.start)
    before = one.sentence.source[clause.start : date.start]
    if is_elsewhere(one, date) or _THAT.search(before):
        return 0
    if _SET_FOR.search(before) and _ONCE_MORE.search(one.sentence):
        evidence += 1
    if _OPENS.fullmatch(before) and _THEN_CREW.match(one.sentence.source, date.end):
        evidence += 1 + (not _CREW_SUBJECT.search(one.sentence.text))
    if _LABEL_END.match(one.sentence.source, date.end) and not before.strip("*•-–— "):
        evidence += 1
    return evidence + _with_somebody(one, date) + is_caption(one, date)


# "Roe works near the hatch on April 8, 2019": pictures are told of in the present.
_DOES = re.compile(
    r"\s+(?:\([^()]{1,30}\)\s+)?(?:of\s+(?:the\s+)?[A-Z][\w ]{1,40}\s)?[a-z]{2,}(?<!s)s\s"
)


def is_caption(one: Told, date: Temporal) -> bool:
    """Whether a spacewalker of the time does something on a day that is given with its year."""
    people = [p for part in one.parts for p in part.people]
    if not people or date.form != "full" or not date.value[:4].isdigit():
        return False
    known = by_key().get(people[0].key or "")
    if known is None or not known.spacewalker or not known.active_in(int(date.value[:4])):
        return False
    return _DOES.match(one.sentence.source, people[0].end) is not None


def _with_somebody(one: Told, date: Temporal) -> bool:
    """Whether people who go out are named with their day: "… and with Doe on Jan. 13"."""
    before = [p for p in one.parts if p.people[-1].end <= date.start]
    if not before or before[-1].score < _OUT_THERE:
        return False
    return date.start - before[-1].people[-1].end < _WITH_DAY


def is_elsewhere(one: Told, date: Temporal) -> bool:
    """Whether what is told of a day is a flight, a rest, a talk."""
    clause = clause_at(one.sentence, date.start)
    if _INDOORS.search(one.sentence):
        match = _INDOORS.pattern.search(one.sentence.source[clause.start : clause.end])
        if match is not None and not one.outside:
            return True
    if not _ELSEWHERE.search(one.sentence) or one.outside or SIGNAL.search(one.sentence):
        return False
    if any(
        t.strength == "strong" and t.agent == "crew" and clause.start <= t.start < clause.end
        for t in one.tasks
    ):
        return False
    return tells_elsewhere(one.sentence.source[clause.start : clause.end])


def tells_elsewhere(text: str) -> bool:
    """Whether a clause tells of a flight, a rest, a talk."""
    return _ELSEWHERE.pattern.search(text) is not None


def crew_by(one: Told, date: Temporal) -> bool:
    """Whether the clause of ``date`` has people at work of its own.

    Not "controllers moved it on Sunday".
    """
    clause = clause_at(one.sentence, date.start)
    end = max(clause.end, min(one.sentence.end, date.end + 60))
    own = [t for t in one.tasks if t.agent == "crew" and clause.start <= t.start < end]
    named = [p for p in one.parts if p.score >= 0 and clause.start <= p.people[0].start < end]
    length = any(
        t.kind == "DURATION" and clause.start <= t.start < end and judge(one.sentence, t, True)
        for t in one.temporals
    )
    subject = _CREW_SUBJECT.search(one.sentence.source[clause.start : end])
    return bool(own or named or length or subject or _with_somebody(one, date))


def evidence_of(one: Told, ledger: Ledger) -> int:
    """How much in a sentence speaks of people at work outside."""
    text = one.sentence.text
    crewed = [t for t in one.tasks if t.agent == "crew" and t.form != "nominal"]
    named = [p for p in one.parts if p.score >= 0]
    length = any(judge(one.sentence, t, True) for t in one.temporals if t.kind == "DURATION")
    points = 2 * any(t.strength == "strong" for t in crewed) + bool(crewed)
    points += bool(named) + any(len(p.people) >= 2 for p in named) + 2 * length
    points += (one.outside or bool(SIGNAL.search(one.sentence))) + bool(
        NUMBERED_CREW.search(one.sentence)
    )
    if ledger.current is not None and _CREW_SUBJECT.search(text):
        points += 1
    return points + bool(_ONCE_MORE.search(one.sentence))


def work_anchor(one: Told, start: int, end: int, dates: list[Temporal]) -> Anchor:
    """An anchor where no word speaks of a spacewalk, with the people named nearest to it."""
    mention = SpacewalkMention(start, end, "work", False)
    named = [p for p in one.parts if p.score >= 0]
    near = min(named, key=lambda p: abs(p.people[0].start - start), default=None)
    crew = (
        frozenset(p.key or p.name for p in near.people) if near and len(named) <= 2 else frozenset()
    )
    return Anchor(mention, one.sentence, tense_at(one.sentence, start), dates, crew)
