"""Describes the mentions of a sentence, said or implied, and links each to its walk."""

import re
from itertools import pairwise

from evafacts.assembly.attempts import attempt_anchors
from evafacts.assembly.clauses import clause_at, tense_of_walk
from evafacts.assembly.dates import assign_dates
from evafacts.assembly.elliptic import elliptic_anchors
from evafacts.assembly.implied import AND_IN, implied_anchors
from evafacts.assembly.recalled import recalled_anchors, record_anchors
from evafacts.assembly.roles import Part
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor, is_day, same_day
from evafacts.assembly.walks import Ledger
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_BACK = 30  # characters
_CLAUSE = 90  # characters

_EACH = Cue(
    r"\b(?:each|both|all\s+(?:two|three|four|"
    r"five))\s+(?:(?:of\s+(?:the\s+)?(?:\w+\s+)?)?(?:day|time|walk|one|space\s?walk|"
    r"EVA|outing|excursion)s?|is|are|will|would|should|may|can|was|were|takes?|took|"
    r"begin\w*|start\w*|last\w*)\b",
)
_LIKE = re.compile(r"\b(?:same\s+as|much\s+like|unlike|similar\s+to)\s+$", re.I)
# "His walk on March 18 preceded the first American spacewalk by Roe".
_OUTDONE = re.compile(
    r"\b(?:preced(?:ed|es|ing)|follow(?:ed|s|ing)|surpass\w+|eclips\w+|beat\w*|than)\b", re.I
)
_APART = re.compile(r"\b(?:after|before|since|following|until|besides|unlike)\s+$", re.I)
# "Went back to the joint that he had inspected during Thursday's walk".
_DID_THEN = AnyCase(
    r"\b(?:that|which)\s+(?:he|she|they|the\s+\w+|[\w’'-]+)\s+(?:had\s+)?\w+(?:ed|t|d|n)\s+(?:\w+\s+){0,2}"
    r"(?:during|on|in|at)\s+$"
)
# "Roe's third walk" counts Roe's walks, and is the one at hand.
_COUNTS = re.compile(r"\b(?:\d+(?:st|nd|rd|th)|first|second|third|\w+th)\b", re.I)


def link_sentence(
    one: Told,
    real: list[SpacewalkMention],
    ledger: Ledger,
    heading: list[Temporal],
    stamps: frozenset[int],
) -> None:
    """Describe and link the mentions of a sentence, said or implied, in their order."""
    told = [t for t in one.temporals if t.start not in stamps]
    recalled: list[Anchor] = []
    if not ledger.passing:
        recalled = recalled_anchors(one, ledger, real, told)
        recalled += attempt_anchors(one, ledger, real, told)
        recalled += record_anchors(one, ledger, told)
    told = [t for t in told if not any(t is d for a in recalled for d in a.dates)]
    owned, one.dates = assign_dates(one.sentence, real, told)
    numbered = [
        n
        for n, m in enumerate(real)
        if m.kind == "noun" and m.ordinal and m.designation is not None
    ]
    if numbered and heading and not owned:
        owned[numbered[0]] = heading
    elif heading and not owned and not one.dates and (first := _opens_section(real)) is not None:
        owned[first] = list(heading)
        heading.clear()
    for n, dates in owned.items():
        one.dates.extend(_other_days(one.sentence, real[n], dates))
    for n, mention in enumerate(real):
        one.anchors.append(anchor_for(one.sentence, mention, owned.get(n, []), one.parts))
    _share_clause(one)
    one.series = any(_speaks_of_all(a) for a in one.anchors) or bool(_EACH.search(one.sentence))
    if any(m.kind == "noun" for m in real):
        ledger.last_told = one.sentence.index
    one.anchors.extend(recalled)
    if not ledger.passing:
        one.anchors.extend(elliptic_anchors(one, ledger))
        under = heading if heading and _stands_alone(heading[0], one.sentence) else []
        one.anchors.extend(implied_anchors(one, ledger, under))
    one.anchors.sort(key=lambda a: a.mention.start)
    for anchor in one.anchors:
        current = ledger.current
        ledger.link(anchor)
        if is_compared(anchor) and current is not None:
            ledger.current = current


def _stands_alone(date: Temporal, sentence: Sentence) -> bool:
    """Whether nothing stands between a day that is a heading by itself and the sentence."""
    source = sentence.source
    before = source.rfind("\n", 0, date.start) + 1
    lead = source[max(before, date.start - 12) : date.start]
    between = source[date.end : sentence.start]
    return not any(map(str.isalnum, lead)) and not any(map(str.isalnum, between))


def is_compared(anchor: Anchor) -> bool:
    """Whether a walk is only set beside another: "the same as EVA 2", "the record of Roe"."""
    if anchor.relative and not anchor.dates:
        return True
    sentence, start = anchor.sentence, anchor.mention.start
    return _LIKE.search(sentence.source[max(sentence.start, start - _BACK) : start]) is not None


def _opens_section(real: list[SpacewalkMention]) -> int | None:
    """The mention that a heading's day is for: one walk with no word of its place in a series."""
    for n, mention in enumerate(real):
        if mention.kind in ("noun", "exit") and not mention.plural and mention.relation is None:
            return n
    return None


def _share_clause(one: Told) -> None:
    """Mentions of one clause are one event: "for the fourth spacewalk, A will head out with B"."""
    clauses_of = [clause_at(one.sentence, a.mention.start).start for a in one.anchors]
    for n, first in enumerate(one.anchors):
        for k in range(n + 1, len(one.anchors)):
            second = one.anchors[k]
            if clauses_of[n] != clauses_of[k] or first.mention.plural or second.mention.plural:
                continue
            before = one.sentence.source[one.sentence.start : first.mention.start]
            alike = first.mention.kind == second.mention.kind
            if (alike and first.mention.kind != "exit") or _APART.search(before):
                continue
            if _OUTDONE.search(one.sentence.source[first.mention.end : second.mention.start]):
                continue
            if alike and first.dates and second.dates:
                continue
            crew = first.crew | second.crew
            if len(crew) <= 3:
                first.crew = second.crew = crew
            if not (first.dates and second.dates):
                first.dates = second.dates = first.dates or second.dates


def _other_days(
    sentence: Sentence, mention: SpacewalkMention, dates: list[Temporal]
) -> list[Temporal]:
    """Further days given to one mention tell of further walks.

    "Goes out with A on Jan. 6 and with B on Jan. 13."
    """
    anchor = Anchor(mention, sentence, None, list(dates))
    if years := _further_years(sentence, mention, dates):
        return years
    days = [d for d in dates if is_day(d)]
    if mention.plural or len(days) < 2 or anchor.moved:
        return []
    others = [d for d in days if d is not anchor.day and not same_day(d, anchor.day)]
    for date in others:
        dates.remove(date)
    return others


def _further_years(
    sentence: Sentence, mention: SpacewalkMention, dates: list[Temporal]
) -> list[Temporal]:
    """Further months or years given to one mention, taken from ``dates``."""
    if mention.plural or len(dates) < 2 or any(is_day(d) for d in dates):
        return []
    further: list[Temporal] = []
    for one, other in pairwise(list(dates)):
        between = sentence.source[one.end : other.start].lower()
        if not same_day(one, other) and AND_IN.plain.fullmatch(between):
            further.append(other)
            dates.remove(other)
    return further


def _speaks_of_all(anchor: Anchor) -> bool:
    """As in "Each sortie is budgeted at six hours".

    "all four spacewalks start from the airlock".
    """
    mention = anchor.mention
    if mention.kind != "noun":
        return False
    before = anchor.sentence.source[max(anchor.sentence.start, mention.start - 12) : mention.start]
    return mention.determiner in ("each", "all", "both", "every") or (
        mention.plural and bool(re.search(r"\b(?:each|all|both)\s+(?:of\s+)?$", before, re.I))
    )


def anchor_for(
    sentence: Sentence, mention: SpacewalkMention, dates: list[Temporal], people: list[Part]
) -> Anchor:
    """Describe a mention by its clause: tense, dates and crew."""
    crew = frozenset(
        person.key or person.name
        for part in people
        if part.score >= 3 and part.anchor is mention
        for person in part.people
    )
    clause = clause_at(sentence, mention.start)
    before = sentence.source[max(sentence.start, mention.start - _CLAUSE) : mention.start]
    opens = sentence.source[max(clause.start - 1, sentence.start) : clause.start + 8].lower()
    apposed = "," in opens  # not "an astronaut who grew up here got as far as the hatch on Monday"
    opens = opens.lstrip(" ,")
    relative = (
        bool(dates)
        and apposed
        and opens.startswith(("who ", "which "))
        and clause.start > sentence.start
    )
    relative = relative or (bool(dates) and _DID_THEN.search(before) is not None)
    tense = tense_of_walk(sentence, mention)
    crew = crew or _owner(mention, sentence, people)
    named = frozenset(p.key or p.name for part in people for p in part.people)
    return Anchor(mention, sentence, tense, dates, crew, relative=relative, people=named)


def _owner(mention: SpacewalkMention, sentence: Sentence, people: list[Part]) -> frozenset[str]:
    """Whose walk it is called: "Roe's iconic walk"."""
    if mention.plural:
        return frozenset()
    return frozenset(
        p.key
        for part in people
        for p in part.people
        if p.key is not None
        and mention.start <= p.start
        and p.end < mention.end
        and sentence.source[p.end] in "'’"
        and not _COUNTS.search(sentence.source, p.end, mention.end)
    )
