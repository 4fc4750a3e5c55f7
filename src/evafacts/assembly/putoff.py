"""Whether a walk was put off or called off, by the words that its sentences have for it."""

import re
from collections.abc import Iterator, Sequence

from evafacts.assembly.told import Told
from evafacts.assembly.walk import ATTEMPT, Walk
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.once import kept
from evafacts.mentions.sentences import Sentence
from evafacts.records import Status

_POSTPONED = Cue(
    r"\b(?:postpon(?:e[ds]?|ing|ement)|delay(?:ed|s|ing)?|put(?:s|ting)?\s+off|reschedul\w+|"
    r"push(?:ed|es|ing)?\s+back|pushed\s+to|"
    r"defer(?:red|s)?|call(?:s|ed|ing)?\s+off|scrub(?:s|bed)?|st(?:oo|an)d(?:ing)?\s+down|"
    r"wav(?:e[sd]?|ing)\s+off|halt(?:s|ed)|turned\s+back|bump(?:s|ed)(?!\s+(?:into|against))|"
    r"mov(?:ed|es)\s+(?:back\s+)?to\s+(?=\w+day|\w+\.?\s+\d|next|later|early|late|no\b)|(?:was|"
    r"were|been)\s+moved\s+(?:to|from|back)|"
    r"(?:mov(?:e[ds]?|ing)|push(?:e[ds]|ing)?|shift(?:s|ed|ing)?|bump(?:s|ed)|slid)\s+(?:[\w'’-]+\s+){1,12}?"
    r"from\s+(?:\w+day|\w+\.?\s+\d+)\s+(?:to|until)|"
    r"(?:(?:will|would)\s+(?:not|no\s+longer)|(?:won|wouldn)['’]t)\s+(?:now\s+)?(?:be\s+)?(?:take\s+"
    r"place|happen|go\s+ahead|proceed\w*|occur)|"
    r"(?:prevent|keep|kept|stop|bar|block)(?:s|ed|ped|red)?\s+(?:[\w'’.-]+\s+){1,6}?from\s+(?:making|going|"
    r"taking|doing|leaving|conducting|performing|starting|beginning|stepping|venturing|floating|exiting)|"
    r"slip(?:ped|s)?\s+(?:(?:by|at\s+least)\s+)?(?:a\s+\w+|to|until|into)|on\s+hold|"
    r"no\s+earlier\s+than|no\s+(?:space\s?walk|EVA|outing)\s+(?:today|tonight|this)|"
    r"never\s+(?:got(?!\s+to\b)|left|opened|made\s+it)\b(?![^.;]*\b(?:until|till)\b)|"
    r"(?:minutes|moments|hours|seconds)\s+(?:away\s+)?from\s+(?:opening|going|leaving|heading|"
    r"stepping|floating))\b"
)
# Words that tell of a walk given up as well as of one put off.
_EITHER = AnyCase(
    r"\b(?:call|wav|scrub|st(?:oo|an)d|halt|turned|never|minutes|moments|hours|seconds|prevent|keep|kept|"
    r"stop|bar|block|(?:will|would|won|wouldn)\b)"
)
# The crew did not get out, whatever else the sentence says of lengths and work.
_PREVENTED = Cue(
    r"\b(?:ha(?:d|ve)(?:n['’]t|\s+not)\s+(?:yet\s+)?(?:floated|gone|stepped|ventured|headed)\s+out\w*|never\s+(?:got(?!\s+to\b)|left|opened|made\s+it)\b(?![^.;]*\b(?:until|till)\b)|"
    r"(?:minutes|moments|seconds)\s+(?:away\s+)?from\s+(?:opening|going|leaving|heading|stepping|"
    r"floating)|before\s+(?:they|anyone|anybody|either(?:\s+\w+)?|the\s+\w+)\s+(?:had\s+|could\s+|even\s+)*"
    r"(?:left|leave|went|go|got|get|opened|open|stepped|step|floated|ventured|exited))\b"
)
_CANCELLED = Cue(
    r"\b(?:nix(?:ed|es)|axe[sd]|decided\s+against|abort(?:ed|s)|cancel(?:led|ed|s|ling|ing|lation)?|abandon(?:ed|s)?|dropped|scrapp?(?:ed|s)|"
    r"no\s+longer\s+(?:needed|necessary|required)|not\s+needed|"
    r"call(?:s|ed|ing)?\s+(?:[\w'’-]+\s+){0,4}?off|ruled\s+out|scrubbed\s+(?:both|all)|(?:will|"
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
_WALKS = r"space\s?-?walks?|EVAs?|excursions?|outings?|walks?|exits?|sorties|sortie"
_THINGS = (
    r"launch\w*|lift-?off|landing|docking|undocking|arrival|departure|return|flights?|mission|cargo|"
    r"capsule|tools?|bags?|equipment|hardware|parts?|briefing|coverage|rollout|ferry|man(?:eu|oeu)vers?|"
    r"manoeuvres?|activit(?:y|ies)|tasks?|work|jobs?|chores?|items?|objectives?|installations?|repairs?|"
    r"removal|replacement|relocation|deployment|connections?|inspections?|experiments?|tests?|reboost|"
    r"start|beginning|rest|remainder"
)
# What the clause speaks of first: "a few chores meant for Friday's walk were put off".
_SUBJECT = AnyCase(rf"\b(?:(?P<walk>{_WALKS}|it|they|both)|(?P<thing>{_THINGS}))\b")
_PASSIVE = AnyCase(
    r"\b(?:was|were|is|are|been|be|being|gets?|got)\s+(?:(?:also|then|now|later|again|twice|\w+ly)\s+)?$"
)
_CLAUSE = re.compile(
    r"[;:]|,\s+(?:and|but|while|although|though|because|when|after|which)\b|\b(?:but|although|"
    r"because|while|when|after|that|which)\b"
)
# "The start was delayed by 40 minutes": still the same day.
_FOR_MINUTES = AnyCase(
    r"^\s+(?:(?:by|for|of|about|around|roughly|nearly|almost|some|more|less|than|over|at|least|just|only|an?|"
    r"half|one|two|three|the|start|walk|spacewalk|EVA|outing|exit)\s+){0,7}(?:\d[\d.:]*[\s-]+)?"
    r"(?:(?:\w+-?)?(?:five|ten|fifteen|twenty|thirty|forty|fifty)\s+)?(?:half[\s-])?(?:minutes?|hours?)\b"
)
_BRIEFLY = AnyCase(r"\b(?:briefly|slightly|momentarily|shortly)\s+$")
_THE_START = AnyCase(r"\s+(?:the|its|their)\s+(?:start|beginning)\b")
_TO_A_DAY = AnyCase(
    r"\b(?:until|till|to|for|by)\s+(?:(?:at\s+least|no\s+earlier\s+than|early|late|next|a|one|two|three|several)\s+)*"
    r"(?:\w+day|tomorrow|week|month|days?\b|weeks?\b)"
)
# Told of another one: "earlier this month, a walk was postponed".
_EARLIER = AnyCase(
    r"\b(?:earlier(?!\s+(?:today|\w+day|in\s+the\s+day))|previously|previous|another|last\s+(?:week|month|year))\b"
)
_AND_THAT = re.compile(r"(?:But\s+)?(?:[Tt]hat|[Tt]his|[Ii]t|[Tt]hey)\b")


def is_prevented(sentence: Sentence) -> bool:
    """Whether the sentence says that nobody got out."""
    return _PREVENTED.search(sentence) is not None


def sentences_of(told: Sequence[Told], walk: Walk) -> list[Sentence]:
    """The sentences that name a walk."""
    mine = {a.sentence.index for a in walk.anchors}
    return [t.sentence for t in told if t.sentence.index in mine]


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


def put_off(told: Sequence[Told], walk: Walk) -> Status | None:
    """Whether a walk was postponed or cancelled; None where its sentences say neither.

    What is called off, and put off or tried again by another sentence, is postponed.
    """
    if ATTEMPT in walk.tags:
        return Status.POSTPONED
    own = sentences_of(told, walk)
    if any(_not_needed(told, s) for s in own):
        return Status.CANCELLED
    found = [(s, status) for s in own if (status := _put_off_in(s)) is not None]
    ended = next((s for s, status in found if status == Status.CANCELLED), None)
    if ended is not None:
        again = any(_PUT_OFF.search(s) and not _EARLIER.search(s.text) for s in own)
        first = found[0][0] is not ended and not _said_of_either(found[0][0])
        return Status.POSTPONED if again or first or _tried_again(told, ended) else Status.CANCELLED
    if found:
        return Status.POSTPONED
    if walk.tense == "future" and walk.anchors:
        first_told = walk.anchors[0].sentence
        if any(
            s.paragraph == first_told.paragraph and s.index < first_told.index
            for s in _all_put_off(told)
        ):
            return Status.POSTPONED
    return None


def _said_of_either(sentence: Sentence) -> bool:
    """Whether the words that put a walk off would also give it up: "NASA stood down from …"."""
    found = _POSTPONED.search(sentence)
    return found is not None and _EITHER.match(found[0]) is not None


def _tried_again(told: Sequence[Told], sentence: Sentence) -> bool:
    """As in "It was called off. NASA has not set a new date": put off, not given up."""
    near = [t.sentence for t in told if 0 <= t.sentence.index - sentence.index <= 2]
    return any(_AGAIN.search(s) for s in near)


def _within_the_day(before: str, after: str) -> bool:
    """As in "delayed by 40 minutes", "briefly delayed", "delaying the start of the walk"."""
    if _FOR_MINUTES.match(after) or _BRIEFLY.search(before):
        return True
    return _THE_START.match(after) is not None and _TO_A_DAY.search(after[:90]) is None


def _of_a_thing(before: str, verb: str) -> bool:
    """Whether it is no walk that was put off: "the installation of a camera was put off"."""
    if not (_PASSIVE.search(before[-40:]) or verb.lower().startswith(("was", "were", "been"))):
        return False
    clause = _CLAUSE.split(before)[-1]
    found = _SUBJECT.search(clause)
    return found is not None and found["thing"] is not None


@kept
def _put_off_in(sentence: Sentence) -> Status | None:
    text = sentence.text
    for pattern, status in ((_CANCELLED, Status.CANCELLED), (_POSTPONED, Status.POSTPONED)):
        for match in pattern.finditer(sentence):
            before, after = text[: match.start()], text[match.end() :]
            near = before[-70:] + match[0] + after[:50]
            if _of_a_thing(before, match[0]) or (
                match[0].lower().startswith("delay") and _within_the_day(before, after)
            ):
                continue
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
