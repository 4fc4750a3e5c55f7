"""Is the article about spacewalks, or does it speak of one in passing.

Is it about a film, a pool, a game?
"""

from evafacts.assembly.durations import judge
from evafacts.assembly.signs import SIGNAL
from evafacts.knowledge.cues import cues
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.document import Mentions
from evafacts.mentions.sentences import Sentence

_LEAD = 4
_MANY_UNREAL = 3
_VERY_LONG, _LONG, _SHORT = 8_000, 5_000, 800  # characters
_SPREAD = 1_000  # characters to a mention


def is_about_spacewalks(mentions: Mentions) -> bool:
    """Say whether the article is about spacewalks, or only speaks of one in passing.

    Its title or lead says so, or mentions come thick for its length; with no plain word at all, it
    must be short and tell of much work done by the crew.
    """
    lead = mentions.sentences[:_LEAD]
    end = lead[-1].end if lead else 0
    named = any(m.real and m.strong for m in mentions.spacewalks if m.start < end)
    if not named and cues().unreal.search(mentions.prose[:end]):
        return _weight(mentions, 0) >= 5 + _length(mentions) / 2500
    titled = bool(mentions.title and cues().spacewalk.search(mentions.title))
    weight = _weight(mentions, end) + 1.5 * titled
    if not titled and not _leads(mentions, lead):
        return weight >= 2.5 + _length(mentions) / 1200
    if _length(mentions) > _LONG and not _is_thick(mentions, end):
        return False
    return weight >= (1.6 if _length(mentions) < _SHORT else 1.9 + _length(mentions) / 3000)


def _length(mentions: Mentions) -> int:
    """How many characters the article has, its page left out."""
    return sum(s.end - s.start + 1 for s in mentions.sentences)


def _leads(mentions: Mentions, lead: list[Sentence]) -> bool:
    """Whether the lead speaks of a spacewalk, by a word for it or by its length."""
    end = lead[-1].end if lead else 0
    if any(m.real and m.start < end for m in mentions.spacewalks):
        return True
    spans = [t for t in mentions.temporals if t.kind == "DURATION" and t.start < end]
    return any(judge(s, t, False) for s in lead for t in spans if s.start <= t.start < s.end)


def _is_thick(mentions: Mentions, lead_end: int) -> bool:
    """A long article is about spacewalks only where its lead names one and mentions come thick."""
    real = [m for m in mentions.spacewalks if m.real and m.kind != "verb" and not m.plural]
    leads = any(m.start < lead_end for m in real)
    spread = _SPREAD if _length(mentions) > _VERY_LONG else 2 * _SPREAD
    return len(real) * spread >= _length(mentions) * (1 if leads else 2)


def _weight(mentions: Mentions, lead_end: int) -> float:
    """How much the text speaks of particular spacewalks.

    Mentions, those of the lead twice, lengths and work.
    """
    weight = 0.0
    for mention in mentions.spacewalks:
        if not mention.real or mention.kind == "verb" or (mention.plural and mention.count is None):
            continue
        worth = 0.3 if mention.plural else 1.0 if mention.strong or mention.kind == "exit" else 0.6
        weight += worth * (1.75 if mention.start < lead_end else 1)
    lengths = tasks = 0
    spans = [t for t in mentions.temporals if t.kind == "DURATION"]
    for sentence in mentions.sentences[:40]:
        tasks += sum(
            t.agent == "crew" and t.strength == "strong" for t in mentions.tasks_of(sentence)
        )
        lengths += sum(
            judge(sentence, t, False) is not None
            for t in spans
            if sentence.start <= t.start < sentence.end
        )
    signals = {word.rstrip("s") for word in SIGNAL.pattern.plain.findall(mentions.prose.lower())}
    return weight + 0.8 * min(lengths, 2) + 0.3 * min(tasks, 8) + 0.2 * min(len(signals), 4)


_DEATH = AnyCase(
    r"\b(?:has\s+died|have\s+died|died\s+(?:on|at|in|of|after|yesterday|this|last|"
    r"peacefully)|dies|dead\s+at|passed\s+away|obituar(?:y|ies))\b"
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
        kinds = {m[0].lower().rstrip("s") for m in cues().unreal.finditer(mentions.prose)}
        if len(kinds) >= _MANY_UNREAL:
            return True
    if not unreal or unreal * 2 < len(mentions.spacewalks):
        return False
    lead = (
        mentions.prose[: mentions.sentences[min(2, len(mentions.sentences) - 1)].end]
        if mentions.sentences
        else ""
    )
    return bool(cues().unreal.search(lead))
