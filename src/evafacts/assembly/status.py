"""Planned, under way, completed, postponed or cancelled: by rules of context."""

import datetime
import re
from collections.abc import Iterator, Sequence

from evafacts.assembly.clauses import is_coverage, tense
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Walk, is_day
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.once import kept
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.temporal import Temporal
from evafacts.records import Status

_POSTPONED = Cue(
    r"\b(?:postpon(?:e[ds]?|ing|ement)|delay(?:ed|s|ing)?|put(?:s|ting)?\s+off|reschedul\w+|"
    r"push(?:ed|es|ing)?\s+back|pushed\s+to|"
    r"defer(?:red|s)?|call(?:s|ed|ing)?\s+off|scrub(?:s|bed)?|st(?:oo|an)d(?:ing)?\s+down|"
    r"halt(?:s|ed)|turned\s+back|bump(?:s|ed)(?!\s+(?:into|against))|"
    r"mov(?:ed|es)\s+(?:back\s+)?to\s+(?=\w+day|\w+\.?\s+\d|next|later|early|late|no\b)|(?:was|"
    r"were|been)\s+moved\s+(?:to|from|back)|"
    r"slip(?:ped|s)?\s+(?:(?:by|at\s+least)\s+)?(?:a\s+\w+|to|until|into)|on\s+hold|"
    r"no\s+earlier\s+than|no\s+(?:space\s?walk|EVA|outing)\s+(?:today|tonight|this)|"
    r"never\s+(?:got(?!\s+to\b)|left|opened|made\s+it)\b(?![^.;]*\b(?:until|till)\b)|"
    r"(?:minutes|moments|hours|seconds)\s+(?:away\s+)?from\s+(?:opening|going|leaving|heading|"
    r"stepping|floating))\b"
)
# The crew did not get out, whatever else the sentence says of lengths and work.
_PREVENTED = Cue(
    r"\b(?:ha(?:d|ve)(?:n['’]t|\s+not)\s+(?:yet\s+)?(?:floated|gone|stepped|ventured|headed)\s+out\w*|never\s+(?:got(?!\s+to\b)|left|opened|made\s+it)\b(?![^.;]*\b(?:until|till)\b)|"
    r"(?:minutes|moments|seconds)\s+(?:away\s+)?from\s+(?:opening|going|leaving|heading|stepping|"
    r"floating))\b"
)
_CANCELLED = Cue(
    r"\b(?:cancel(?:led|ed|s|ling|ing|lation)?|abandon(?:ed|s)?|dropped|scrapp?(?:ed|s)|"
    r"no\s+longer\s+(?:needed|necessary|required)|not\s+needed|"
    r"called\s+off|ruled\s+out|scrubbed\s+(?:both|all)|(?:will|"
    r"would)\s+not\s+(?:now\s+)?(?:be\s+going|go|take\s+place|happen)\b[^.;]{0,40}?\bafter\s+all)\b"
)
_AGAIN = Cue(
    r"\b(?:(?:new|later|another|next)\s+(?:date|day|attempt|try|target|opportunity)|reschedul\w+|"
    r"(?:try|tried|tries)\s+again|"
    r"(?:put|puts|putting)\s+off\s+[^.;]{0,30}?until|"
    r"no\s+earlier\s+than|second\s+(?:try|attempt)|until\s+(?:next|at\s+least|further))\b"
)
# What else is put off: "the launch was delayed", "delaying the arrival of a cargo ship".
_OTHER_THING = AnyCase(
    r"\b(?:launch\w*|lift-?off|landing|docking|undocking|arrival|departure|return|flight|mission|"
    r"cargo|capsule|tools?|bags?|equipment|hardware|parts?|precautions?|briefing|coverage|rollout|ferry)\b"
    r"(?:\s+(?:ha[sd]|have|was|were|been|is|are|being|will|would|be|could|may|also|now|already|"
    r"again|which|that)\b){0,4}\s*$"
)
_OTHER_OBJECT = AnyCase(
    r"^\s+(?:(?:the|its|their|a|of|by)\s+)*(?:[\w-]+\s+)?(?:launch|landing|docking|undocking|"
    r"arrival|departure|return|flight|task|work|repair|installation|job)\b"
)
_DENIED = AnyCase(
    r"\b(?:no\s+plans|not\s+(?:been\s+)?(?:delay|postpon|affect)|without\s+delay|rather\s+than)"
)
_ABOUT_WALK = AnyCase(
    r"\b(?:space\s?-?walk\w*|EVA|excursion|outing|walk|exit|hatch|airlock|outside|that\s+(?:one|try|attempt))\b"
)
_PUT_OFF = Cue(r"\b(?:postpone[ds]?|postponement|put\s+off|reschedul\w+)\b")
_OUT = Cue(
    r"\b(?:cut\s+short|ended\s+early|returned\s+to\s+the\s+airlock|back\s+inside|terminated|"
    r"aborted|lasted|into\s+(?:a|the|their)\s+space\s?walk)\b"
)
_OVER = Cue(
    r"\b(?:lasted|ended|concluded|completed|wrapped\s+up|finished|back\s+inside|closed|returned|"
    r"re-?entered|repressuri[sz]ed|over)\b"
)
_BEGAN = Cue(
    r"\b(?:began|begun|started|(?:got|gotten)\s+under\s?way|(?:floated|stepped|climbed|ventured|"
    r"headed)\s+out\w*|opened\s+the\s+(?:\w+\s+)?hatch|"
    r"(?:switched|set|went)\s+(?:\w+\s+){0,4}to\s+battery)\b"
)
_STILL = Cue(
    r"\b(?:at\s+last\s+report|so\s+far|(?:is|are)\s+(?:now|currently|still)|right\s+now|"
    r"at\s+this\s+hour|(?:is|are)\s+expected\s+to\s+(?:last|spend|end|finish)|"
    r"will\s+(?:now\s+)?(?:\w+)|(?:has|have)\s+allotted|(?:is|are)\s+wearing|"
    r"(?:coverage|broadcast|stream)\s+(?:of\s+the\s+\w+\s+)?continues)\b"
)
_UNDERWAY = Cue(
    r"\b(?:(?:is|are|'re|’re)\s+(?:(?!due|to|going|expected|scheduled|set|not|planned|ready|"
    r"pictured|seen|shown|photographed)\w+\s+){0,4}?"
    r"(?:outside|under\s*way|in\s+progress|spacewalking|working\s+outside|conducting|performing|"
    r"carrying\s+out)|"
    r"currently\s+(?:outside|conducting)|underway|under\s+way)\b"
)
_WOULD_HAVE = Cue(r"\bwould\s+have\s+(?:made|performed|conducted|gone|walked|ventured|floated)\b")
_READY = Cue(
    r"\b(?:(?:was|were|been)\s+(?:prepared|ready|standing\s+by|on\s+standby)|ready\s+to)\b"
)
_ONLY_IF = re.compile(
    r"\bif\s+(?:it\s+(?:had\s+been|were|was)\s+)?(?:necessary|needed|required)\b|"
    r"\bhad\s+(?:[\w'’-]+\s+){1,8}failed\b"
)
_UNNEEDED = Cue(
    r"\b(?:unnecessary|not\s+(?:be\s+)?(?:needed|necessary|required)|(?:never|no\s+longer)\s+"
    r"(?:needed|necessary|required))\b"
)
_AND_THAT = re.compile(r"(?:But\s+)?(?:[Tt]hat|[Tt]his|[Ii]t|[Tt]hey)\b")
_PAST = ("past", "perfect")


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
    sentences = _sentences(told, walk)
    put_off = _put_off(told, walk)
    stopped = any(_PREVENTED.search(s) for s in sentences)
    if put_off is not None and (stopped or not (lasted or any(_OUT.search(s) for s in sentences))):
        return put_off
    day = _day(date)
    if day is not None and published is not None and day != published:
        return Status.PLANNED if day > published else Status.COMPLETED
    if (by_month := _by_month(date, published)) is not None:
        return by_month
    tenses = [a.tense for a in walk.anchors if a.mention.kind != "agent"]
    tenses = tenses or [a.tense for a in walk.anchors]
    by_lead = _beside_lead(date, lead_day, tenses) if published is None else None
    return by_lead or _by_tense(told, walk, sentences, tenses, lasted, day == published)


def _by_month(date: Temporal | None, published: datetime.date | None) -> Status | None:
    """As in "take the first in mid-August" in an article of July: another month or year tells."""
    if date is None or published is None or not date.value[:4].isdigit():
        return None
    month = date.value[:7].removesuffix("-XX")
    today = f"{published:%Y-%m}"[: len(month)]
    if is_day(date) or month == today or not month.replace("-", "").isdigit():
        return None
    return Status.PLANNED if month > today else Status.COMPLETED


def is_put_off(told: Sequence[Told], walk: Walk) -> bool:
    """Whether the sentences of ``walk`` say that it was put off or called off."""
    return _put_off(told, walk) is not None


def _sentences(told: Sequence[Told], walk: Walk) -> list[Sentence]:
    mine = {a.sentence.index for a in walk.anchors}
    return [t.sentence for t in told if t.sentence.index in mine]


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
    if first == "future" and past <= future:
        return Status.PLANNED
    return Status.COMPLETED if past >= future or first in _PAST else Status.PLANNED


def _goes_on(sentences: Sequence[Sentence], tenses: Sequence[str | None], past: int) -> bool:
    """Whether the words say that the crew is out: "are outside now", "is under way"."""
    if any(_is_underway(s) for s in sentences[:2]):
        return True
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
    return any(_STILL.search(s) for s in told_of)


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


def _not_needed(told: Sequence[Told], sentence: Sentence) -> bool:
    """Whether a walk was made ready for and nobody had to go.

    "Would have made a spacewalk to open the door if necessary", "were prepared to go out today …
    But that proved unnecessary", "put on suits to be ready to go out had the motor failed".
    """
    ready = _READY.search(sentence)
    found = _WOULD_HAVE.search(sentence) or ready
    if found is not None and _ONLY_IF.search(sentence.text, found.start()):
        return True
    if ready is None:
        return False
    after = next((t.sentence for t in told if t.sentence.index == sentence.index + 1), None)
    return any(
        _UNNEEDED.search(s) is not None
        for s in (sentence, after)
        if s is not None and (s is sentence or _AND_THAT.match(s.text))
    )


def _put_off(told: Sequence[Told], walk: Walk) -> Status | None:
    if any(_not_needed(told, s) for s in _sentences(told, walk)):
        return Status.CANCELLED
    for sentence in _sentences(told, walk):
        status = _put_off_in(sentence)
        if status == Status.CANCELLED and (
            _tried_again(told, sentence) or any(_PUT_OFF.search(s) for s in _sentences(told, walk))
        ):
            return Status.POSTPONED
        if status is not None:
            return status
    if walk.tense == "future" and walk.anchors:
        first = walk.anchors[0].sentence
        if any(
            s.paragraph == first.paragraph and s.index < first.index for s in _all_put_off(told)
        ):
            return Status.POSTPONED
    return None


def _tried_again(told: Sequence[Told], sentence: Sentence) -> bool:
    """As in "It was called off. NASA has not set a new date": put off, not given up."""
    near = [t.sentence for t in told if 0 <= t.sentence.index - sentence.index <= 2]
    return any(_AGAIN.search(s) for s in near)


@kept
def _put_off_in(sentence: Sentence) -> Status | None:
    text = sentence.text
    for pattern, status in ((_CANCELLED, Status.CANCELLED), (_POSTPONED, Status.POSTPONED)):
        for match in pattern.finditer(sentence):
            before, after = text[: match.start()], text[match.end() :]
            near = before[-70:] + match[0] + after[:50]
            if (
                _OTHER_THING.search(before[-60:])
                or _OTHER_OBJECT.match(after)
                or _DENIED.search(near)
            ):
                continue
            if _ABOUT_WALK.search(near) or _ABOUT_WALK.search(before[:60]):
                return status
    return None


def _all_put_off(told: Sequence[Told]) -> Iterator[Sentence]:
    """As in "Two spacewalks were put off": said of those that the paragraph then tells apart."""
    for one in told:
        if any(a.mention.plural for a in one.anchors) and _put_off_in(one.sentence):
            yield one.sentence
