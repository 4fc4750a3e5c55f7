"""Planned, under way, completed, postponed or cancelled: by rules of context."""

import datetime
import re
from collections.abc import Sequence

from evafacts.assembly.clauses import is_coverage, tense
from evafacts.assembly.putoff import is_prevented, put_off, sentences_of
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Walk, is_day
from evafacts.mentions.cue import Cue
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.temporal import Temporal
from evafacts.records import Status

_OUT = Cue(
    r"\b(?:cut\s+short|ended\s+early|returned\s+to\s+the\s+airlock|back\s+inside|terminated|"
    r"aborted|(?<!have\s)(?<!['’]ve\s)lasted|into\s+(?:a|the|their)\s+space\s?walk|"
    r"halted\s+early|early\s+(?:halt|end|conclusion|close|finish|return)|end\s+(?:[\w'’-]+\s+){1,5}early|"
    r"cut(?:s|ting)?\s+(?:[\w'’-]+\s+){1,5}short|"
    r"(?:complet|conclud|finish|wrapp?)(?:ed|es|e|s)?\s+(?:up\s+)?(?:an?|the|their|his|her|its)\s+"
    r"(?:[\w'’-]+\s+){0,4}(?:space\s?walk|EVA|excursion|outing))\b"
)
# They went out, whatever was put off before or is put off now.
_WENT = Cue(
    r"\b(?:(?:ventured|stepped|floated|climbed|headed|emerged|crawled|went|got)\s+(?:back\s+)?(?:outside|out|"
    r"into\s+(?:open\s+|outer\s+)?space)|walked\s+in\s+space|(?:took|made|conducted|performed|did)\s+an?\s+"
    r"(?:[\w'’-]+\s+){0,3}(?:space\s?walk|EVA|excursion|outing)|went\s+(?:well|smoothly|off)|"
    r"sent\s+(?:[\w'’]+\s+){1,6}?out(?:side)?)\b"
)
_NOT_YET = re.compile(
    r"\b(?:before|until|hours|minutes|when|not|never|n['’]t|if|had|would|were\s+to|was\s+to|after|"
    r"as|who|since)\b[^,;]{0,50}$"
)
_OVER = Cue(
    r"\b(?:(?<!have\s)(?<!['’]ve\s)lasted|ended|concluded|(?:completed|finished)(?!\s+\w+ing\b)|wrapped\s+up|back\s+inside|cut(?:s|ting)?\s+(?:[\w'’-]+\s+){0,4}short|called\s+back|aborted|terminated|halted|"
    r"returned(?!\s+to\s+the\s+(?:outside|exterior|void|vacuum))|"
    r"closed\s+(?:the|their)\s+(?:[\w'’-]+\s+){0,3}(?:hatch|airlock|door)|hatch\s+(?:was\s+|had\s+been\s+)?"
    r"closed|re-?entered|repressuri[sz]ed|(?:is|was|were|are)\s+over|(?:space\s?walk|EVA)\s+(?:\d\s+)?over|"
    r"(?:had|forced(?:\s+[\w'’-]+){1,3})\s+to\s+(?:re-?enter|return|go\s+back|come\s+back)|over\s+(?:after|at))\b"
)
_BEGAN = Cue(
    r"\b(?:began|(?:has|have|['’]ve)\s+(?:\w+\s+)?begun|started|(?:has|have)\s+(?:\w+\s+)?(?:finished|completed)\s+\w+ing|"
    r"got\s+off\s+to\s+an?\s+\w+\s+start|(?:minutes|hours?)\s+into\s+(?:the|their|today['’]s)\s+(?:space\s?walk|EVA|outing|excursion)|"
    r"kick(?:ed|ing)\s+off|(?:marking|signifying)\s+the\s+(?:official\s+)?start|"
    r"(?:exited|left)\s+the\s+(?:[\w'’-]+\s+){0,4}airlock|(?:got|gotten)\s+under\s?way|(?:floated|stepped|climbed|ventured|"
    r"headed)\s+out\w*|opened\s+the\s+(?:\w+\s+)?hatch|"
    r"(?:switched|set|went)\s+(?:\w+\s+){0,4}to\s+battery)\b"
)
# What will be long after: "the pair will land in June", "it will be used for tests".
_LATER = (
    r"(?:(?:now|also|then|soon|later|eventually|all|both|each)\s+)?(?:be\s+(?:used|able|the|an?|home|back|joined|ready|launched|delivered|"
    r"followed|available)|allow|help|give|generate|provide|enable|serve|mark|support|increase|depart|"
    r"return|land|undock|leave|remain|stay|launch|arrive|dock|fly|become|let|power|boost|bring|come|go\s+home|"
    r"splash|blast|lift|have\s+(?:to|been)|keep|orbit|house|expand|improve)"
)
_STILL = Cue(
    r"\b(?:at\s+last\s+report|so\s+far|(?:is|are)\s+(?:now|currently|still)|right\s+now|"
    r"(?:kicking\s+off|(?:marking|signifying)\s+the\s+(?:official\s+)?start\s+of)\s+(?:an?|the|their|today)|"
    r"(?<!was\s)(?<!were\s)(?<!been\s)(?<!lly\s)expected\s+to\s+(?:last|take|run|spend)|"
    r"(?:also|still|now)\s+plan(?:s|ned)?\s+to|plan(?:s)?\s+to\s+(?:install|replace|inspect|remove|connect|attach|finish|set\s+up)|"
    r"(?:work|tasks?|jobs?)\s+(?:still\s+)?(?:lies?|remains?)\s+(?:ahead|to\s+be\s+done)|(?:have|has)\s+(?:yet|still)\s+to(?!\s+be\b)|"
    r"must\s+(?:also|still|then|now)|are\s+(?:now\s+)?making|"
    r"is\s+being\s+(?:streamed|broadcast|shown|carried|aired|televised)|"
    r"(?:goals?|aims?|tasks?|jobs?)\s+(?:[\w'’-]+,?\s+){0,12}?(?:is|are)\s+to|"
    r"(?:is|are)\s+(?:now\s+)?(?:choreographing|guiding|directing|supporting|assisting|coordinating|"
    r"operating|monitoring|watching)|(?:they|two|pair|duo|both|\w+nauts|spacewalkers)\s+are\s+(?:now\s+)?"
    r"(?:working|installing|replacing|removing|moving|making)|"
    r"are\s+(?:now\s+)?(?:installing|replacing|removing|swapping|repairing)|at\s+this\s+hour|(?:is|are)\s+expected\s+to\s+(?:last|spend|end|finish)|"
    rf"will\s+(?!{_LATER}\b)\w+|(?:has|have)\s+allotted|(?:is|are)\s+wearing|"
    r"(?:coverage|broadcast|stream)\s+(?:of\s+the\s+\w+\s+)?continues)\b"
)
_UNDERWAY = Cue(
    r"\b(?:(?:is|are|'re|’re)\s+(?:(?!due|to|going|expected|scheduled|set|not|planned|ready|"
    r"pictured|seen|shown|photographed)\w+\s+){0,4}?"
    r"(?:outside|under\s*way|in\s+progress|spacewalking|working\s+outside|conducting|performing|"
    r"carrying\s+out)|"
    r"currently\s+(?:outside|conducting)|underway|under\s+way)\b"
)
# "Two astronauts walk in space today; you can watch live": what is still to be seen is ahead.
_WATCH = Cue(
    r"\b(?:(?:can|how\s+to|to)\s+watch|watch\s+(?:it|them|live|the\s+(?:space\s?walk|EVA|event))|tune\s+in|"
    r"(?:coverage|broadcast|stream\w*)\s+(?:begins|starts|will)|"
    r"live\s+(?:coverage|stream|broadcast|video|feed))\b"
)
# A headline of the day after: "Crew completes spacewalk", "Roe and Doe wrap up fifth EVA".
_COMPLETES = Cue(
    r"\b(?:completes?|concludes?|finish(?:es)?|wraps?\s+up)\s+(?:[\w'’.-]+\s+){0,5}?"
    r"(?:space\s?-?walks?|EVAs?|excursion|outing)\b"
)
# And one of the hour: "Roe and Doe begin spacewalk".
_BEGINS = Cue(
    r"\b(?:begins?|starts?|kicks?\s+off|under\s?way\s+on|embarks?\s+on)\s+(?:[\w'’.-]+\s+){0,5}?"
    r"(?:space\s?-?walks?|EVAs?|excursion|outing)\b"
)
_NOT_DONE = re.compile(
    r"\b(?:to|will|would|can|could|should|must|may|might|not|before|if|when|until|and|help|ready)\s+(?:\w+ly\s+)?$"
)
_HOW_TO_WATCH = Cue(r"\b(?:how|where|when)\s+to\s+(?:watch|see|stream|follow|tune)\b")
_PAST = ("past", "perfect")


def stopped_as(told: Sequence[Told], walk: Walk, *, lasted: bool) -> Status | None:
    """Whether ``walk`` was put off or called off before anyone was out."""
    stopped = put_off(told, walk)
    if stopped is None:
        return None
    sentences = sentences_of(told, walk)
    if any(is_prevented(s) for s in sentences):
        return stopped
    return None if lasted or any(_was_out(s) for s in sentences) else stopped


def status_of(
    told: Sequence[Told],
    walk: Walk,
    date: Temporal | None,
    published: datetime.date | None,
    *,
    lasted: bool,
    lead_day: Temporal | None = None,
) -> Status:
    """Settle the status of ``walk`` from what is told of it and when.

    Args:
        told: The sentences of the article.
        walk: The spacewalk.
        date: Its date.
        published: Day of publication.
        lasted: Whether the text says how long it took.
        lead_day: Date of the spacewalk that the article opens with.
    """
    sentences = sentences_of(told, walk)
    if (stopped := stopped_as(told, walk, lasted=lasted)) is not None:
        return stopped
    day = _day(date)
    if day is not None and published is not None and day != published:
        return Status.PLANNED if day > published else Status.COMPLETED
    if (by_month := _by_month(date, published)) is not None:
        return by_month
    tenses = [a.tense for a in walk.anchors if a.mention.kind != "agent"]
    tenses = tenses or [a.tense for a in walk.anchors]
    by_lead = _beside_lead(date, lead_day, tenses) if published is None else None
    on_day = day == published if published is not None else walk.number == 0
    return by_lead or _by_tense(told, walk, sentences, tenses, lasted, on_day)


def _was_out(sentence: Sentence) -> bool:
    """Whether the crew got out, for however short a time."""
    if _OUT.search(sentence):
        return True
    text = sentence.text
    return any(
        not _NOT_YET.search(text, max(0, found.start() - 70), found.start())
        for found in _WENT.finditer(sentence)
    )


def _by_month(date: Temporal | None, published: datetime.date | None) -> Status | None:
    """As in "take the first in mid-August" in an article of July: another month or year tells."""
    if date is None or published is None or not date.value[:4].isdigit():
        return None
    month = date.value[:7].removesuffix("-XX")
    today = f"{published:%Y-%m}"[: len(month)]
    if is_day(date) or month == today or not month.replace("-", "").isdigit():
        return None
    return Status.PLANNED if month > today else Status.COMPLETED


def _by_tense(
    told: Sequence[Told],
    walk: Walk,
    sentences: Sequence[Sentence],
    tenses: list[str | None],
    lasted: bool,
    on_day: bool,
) -> Status:
    """Where dates do not tell, the tenses in which a walk is spoken of do."""
    own = set(walk.sentences)
    told_of = [t.sentence for t in told if t.sentence.index in own]
    if all(t in (None, "present") for t in tenses):
        tenses = [t for t in (tense(s.text) for s in told_of) if t is not None] or tenses
    past = sum(t in _PAST for t in tenses)
    future = sum(t == "future" for t in tenses)
    over = lasted or any(_OVER.search(s) for s in sentences)
    if not over and _goes_on([*told_of[:1], *sentences], tenses, past):
        return Status.UNDERWAY
    if not over and (
        _has_begun(sentences, told_of)
        if on_day
        else any(_begun_and_ahead(s) for s in sentences[:1])
    ):
        return Status.UNDERWAY
    first = next((t for t in tenses if t not in (None, "present")), None)
    if sentences and _headlined(_COMPLETES, sentences[0]):
        return Status.COMPLETED
    if first is None and not over and told and tense(told[0].sentence.text) == "future":
        return Status.PLANNED  # "How the mission will unfold": in the present all through
    if first == "future" and past <= future:
        return Status.PLANNED
    if on_day and not past and any(_WATCH.search(s) for s in told_of):
        return Status.PLANNED
    return Status.COMPLETED if past >= future or first in _PAST else Status.PLANNED


def _headlined(cue: Cue, sentence: Sentence) -> bool:
    """As in "Crew completes spacewalk", and not "Crew to complete spacewalk"."""
    found = cue.search(sentence)
    return found is not None and _NOT_DONE.search(sentence.text[: found.start()]) is None


def _goes_on(sentences: Sequence[Sentence], tenses: Sequence[str | None], past: int) -> bool:
    """Whether the words say that the crew is out: "are outside now", "is under way"."""
    if any(_is_underway(s) for s in sentences[:2]):
        return True
    if any(_HOW_TO_WATCH.search(s) for s in sentences[:2]):
        return False  # "How to watch: NASA is embarking on a walk"
    if "ongoing" in tenses and tenses[0] != "future":
        return True
    ongoing = sum(_is_underway(s) for s in sentences)
    first = next((t for t in tenses if t not in (None, "present")), None)
    return bool(ongoing) and ongoing >= past and first != "future"


def _is_underway(sentence: Sentence) -> bool:
    return any(
        not is_coverage(sentence.text[: found.start()].lower())
        for found in _UNDERWAY.finditer(sentence)
    )


def _has_begun(sentences: Sequence[Sentence], told_of: Sequence[Sentence]) -> bool:
    """As in "The walk, which began at 7:29 a.m., will finish the work": with no word of its end."""
    if not any(_BEGAN.search(s) for s in sentences) or any(_OVER.search(s) for s in told_of):
        return False
    return _headlined(_BEGINS, sentences[0]) or any(_STILL.search(s) for s in told_of)


def _begun_and_ahead(sentence: Sentence) -> bool:
    return _BEGAN.search(sentence) is not None and _STILL.search(sentence) is not None


def _beside_lead(
    date: Temporal | None, lead_day: Temporal | None, tenses: Sequence[str | None]
) -> Status | None:
    """An article without its own day: what lies well before the day that it opens with is over."""
    if date is None or lead_day is None or date is lead_day:
        return None
    mine, lead = date.value[:10], lead_day.value[:10]
    if not (mine[:4].isdigit() and lead[:4].isdigit()):
        return None
    if mine[:4] < lead[:4]:
        return Status.COMPLETED
    if any(t in _PAST for t in tenses):
        return None
    if len(mine) == len(lead) == 10 and mine > lead and date.basis != "stated":
        return Status.PLANNED
    return None


def _day(date: Temporal | None) -> datetime.date | None:
    if date is None or not is_day(date) or date.value.startswith("XXXX"):
        return None
    try:
        return datetime.date.fromisoformat(date.value[:10])
    except ValueError:
        return None
