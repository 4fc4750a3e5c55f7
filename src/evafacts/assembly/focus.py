"""Is the article about spacewalks, or does it speak of one in passing.

Is it about a film, a pool, a game?
"""

import math
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from evafacts.assembly.durations import judge
from evafacts.knowledge import by_key
from evafacts.knowledge.cues import cues
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.document import Mentions
from evafacts.mentions.people import PersonMention
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.temporal import Temporal

_HEAD = 700  # characters of the beginning, which says what an article is about
_FADE = 500.0  # over so many characters a word of the beginning loses two thirds of its weight
_BRIEF = 200  # characters
_SHORT = 300  # characters; in a shorter text nothing comes thicker
_READ = 60  # sentences whose work is looked for
_MANY_UNREAL = 3
_WORD = re.compile(r"[a-z]+|[$£€%]")
_UNREAL = Cue(cues().unreal.pattern)
_GEAR = Cue(
    r"\b(?:airlock|hatch|tether|helmet|visor|handrail|foot\s+restraint|umbilical|backpack|vacuum|"
    r"depressur|truss|payload\s+bay|cargo\s+bay|(?:space)?suits?\b|open\s+space|outside|"
    r"robot(?:ic)?\s+arm|lunar\s+module|moon|battery\s+power|back\s+inside|weightless|"
    r"floating|floated|glove|boots?|lifeline|hull)",
)


class Signs(NamedTuple):
    """What speaks for and against an article's being about spacewalks.

    The first two are of its beginning. All counts are for each 1,000 characters and by their
    logarithm, as the tenth mention says less than the second.
    """

    lead_walks: float
    lead_gear: float
    walks: float
    work: float
    lengths: float
    walkers: float
    business: float
    lives: float
    unreal: float


# Fitted to labelled articles by logistic regression, and rounded.
_WEIGHTS = Signs(
    lead_walks=2.4,
    lead_gear=0.5,
    walks=-0.2,
    work=2.4,
    lengths=2.1,
    walkers=1.5,
    business=-1.0,
    lives=-2.3,
    unreal=-1.3,
)
_BIAS = -4.3
_UNNAMED = 1.5  # asked of a text in which no word names a spacewalk or a way out


def is_about_spacewalks(mentions: Mentions) -> bool:
    """Say whether the article is about spacewalks, or only speaks of one in passing.

    What its beginning says, how thick walks, work and lengths come, and what else it speaks of
    (money, a life, a film), each with its weight.
    """
    if len(mentions.prose) < _BRIEF:  # of a line or two, one word tells
        return any(m.real and not _is_vague(m) for m in mentions.spacewalks)
    named = any(m.real and m.kind in ("noun", "exit") for m in mentions.spacewalks)
    return score(signs(mentions)) > (0 if named else _UNNAMED)


def score(found: Signs) -> float:
    """The evidence together: above 0 for an article about spacewalks."""
    return sum((w * f for w, f in zip(_WEIGHTS, found, strict=True)), _BIAS)


def signs(mentions: Mentions) -> Signs:
    """Count what speaks for and against."""
    lead_walks = lead_gear = 0.0
    whole = [0.0] * 3
    length = 0  # the page around the article left out
    for sentence, walks, spans in _by_sentence(mentions):
        if not _UNREAL.search(sentence):
            tally = _tally(mentions, sentence, walks, spans)
            whole = [sum_ + n for sum_, n in zip(whole, tally, strict=True)]
            fade = math.exp(-length / _FADE)
            lead_walks += tally[0] * fade
            if length < 4 * _FADE:
                gear = len({found[0][:5].lower() for found in _GEAR.finditer(sentence)})
                lead_gear += min(gear, 3) * fade
        length += sentence.end - sentence.start + 1
    length += sum(s.end - s.start + 1 for s in mentions.sentences[_READ:])
    per = 1000 / max(_SHORT, length)
    words = Counter(_WORD.findall(mentions.prose.lower()))
    crew, business, lives = (
        sum(words[w] for w in kind) for kind in (cues().crew, cues().business, cues().lives)
    )
    walkers = sum(map(_can_walk, mentions.people)) + 0.5 * crew
    counts = (*whole, walkers, business, lives)
    found = (lead_walks, lead_gear, *(n * per for n in counts))
    return Signs._make((*map(math.log1p, found), _is_unreal_lead(mentions)))


def _is_unreal_lead(mentions: Mentions) -> bool:
    """Whether the beginning speaks of a film, a pool, a game."""
    if not mentions.sentences:
        return False
    start = mentions.sentences[0].start
    head = f"{mentions.title or ''}\n{mentions.prose[start : start + _HEAD]}"
    return _UNREAL.pattern.search(head) is not None


def _can_walk(person: PersonMention) -> bool:
    """Whether somebody has gone outside, or may do so for all that the text says."""
    if person.key is not None:
        return by_key()[person.key].spacewalker
    return person.role not in ("ground", "inside")


def _by_sentence(
    mentions: Mentions,
) -> Iterator[tuple[Sentence, list[SpacewalkMention], list[Temporal]]]:
    """Sentences with their mentions and lengths; of a long article, the first of them."""
    sentences = mentions.sentences[:_READ]
    starts = [s.start for s in sentences]
    end = sentences[-1].end if sentences else 0
    walks: list[list[SpacewalkMention]] = [[] for _ in sentences]
    lengths: list[list[Temporal]] = [[] for _ in sentences]
    for walk in mentions.spacewalks:
        if walk.start < end:
            walks[bisect_right(starts, walk.start) - 1].append(walk)
    for span in mentions.temporals:
        if span.kind == "DURATION" and span.start < end:
            lengths[bisect_right(starts, span.start) - 1].append(span)
    return zip(sentences, walks, lengths, strict=True)


def _tally(
    mentions: Mentions, sentence: Sentence, walks: list[SpacewalkMention], spans: list[Temporal]
) -> tuple[float, float, float]:
    """How much a sentence says of spacewalks: by words for them, by work and by lengths."""
    kinds = {(m.kind, m.strong) for m in walks if m.real and not _is_vague(m)}
    vague = any(m.real and _is_vague(m) for m in walks)
    items = [t.strength == "strong" for t in mentions.tasks_of(sentence) if t.agent == "crew"]
    work = sum(1.0 if strong else 0.7 for strong in items)
    length = any(judge(sentence, t, bool(walks)) for t in spans)
    return len(kinds) + 0.4 * vague, min(work, 3), length


def _is_vague(mention: SpacewalkMention) -> bool:
    """Whether it speaks of no walk in particular: "spacewalks", "spacewalkers", "spacewalking"."""
    return mention.plural or mention.kind in ("verb", "agent")


_DEATH = AnyCase(
    r"\b(?:has\s+died|have\s+died|died\s+(?:on|at|in|of|after|yesterday|this|last|"
    r"peacefully)|dies|(?:announced|mourn(?:s|ed|ing)|report(?:s|ed))\s+the\s+death|dead\s+at|passed\s+away|obituar(?:y|ies))\b"
)


def is_obituary(mentions: Mentions) -> bool:
    """Say whether the article tells of a death: the spacewalks of a life are its background."""
    end = mentions.sentences[min(1, len(mentions.sentences) - 1)].end if mentions.sentences else 0
    return bool(_DEATH.search(f"{mentions.title or ''}\n{mentions.prose[:end]}"))


def is_unreal(mentions: Mentions) -> bool:
    """Say whether the article is about a film, a pool, a game.

    Its lead says so, or it says so again and again.
    """
    unreal = sum(not m.real for m in mentions.spacewalks)
    strong = sum(m.real and m.strong for m in mentions.spacewalks)
    if strong <= unreal:
        kinds = {m[0].lower().rstrip("s") for m in _UNREAL.pattern.finditer(mentions.prose)}
        if len(kinds) >= _MANY_UNREAL:
            return True
    if not unreal or unreal * 2 < len(mentions.spacewalks):
        return False
    lead = (
        mentions.prose[: mentions.sentences[min(2, len(mentions.sentences) - 1)].end]
        if mentions.sentences
        else ""
    )
    return bool(_UNREAL.pattern.search(lead))
