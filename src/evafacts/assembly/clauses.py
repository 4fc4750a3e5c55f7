"""Clauses of a sentence, and what tense and state each one speaks in."""

import re
from collections.abc import Sequence
from itertools import pairwise

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.cue import Cue
from evafacts.mentions.once import kept
from evafacts.mentions.phrases import lowered
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.spacewalks import SpacewalkMention
from evafacts.mentions.values import value

# A clause opens with one of few characters; no other place is tried.
_ABBREVIATION = re.compile(r"\([A-Z]{2,7}\)")  # "the Canadian Space Agency (CSA)" goes on
_LONGEST = 9  # characters of one
_COMMA = re.compile(r",\s(?=(?:[a-z]+ly\s)?(?:the|they|he|she|it|we|two|three|both|an?|[A-Z])\b)")
_BOUNDARY = re.compile(
    r"[;:—(),\s](?:(?<=[;—()])|(?<=:)\s|(?<=\s)[—–-]{1,2}\s|"
    r"(?:(?<=,)\s+|(?<=\s)\s*)(?:while|(?:after|before)(?!\s+(?:\d{1,2}(?:[:.]\d\d|\s?[ap]\.?m\b)|noon|midnight))|but|although|though|because|since|"
    r"until|when|whereas|following|who|which)\s|"
    r"(?<=,)\s+(?:(?:where|with|and\s+(?:will|they|he|she|is|are|was|were|has|have|on|"
    r"in|then|by|after))\s|(?=(?:is|are|was|were|will|has|have|had)\s)))"
)
_FUTURE = Cue(
    r"\b(?:will|shall|'ll|’ll|going\s+to|(?:has|have)\s+been\s+(?:set|scheduled|planned|slated)|(?:is|are|was|were|be|been|"
    r"now)\s+(?:\w+ly\s+|now\s+|also\s+|tentatively\s+)?(?:scheduled|planned|slated|"
    r"set\s+(?:to|for)|due|expected|"
    r"targeted|to)|plan(?:s|ned|ning)?\s+(?:to|for)|scheduled|upcoming|slated|"
    r"(?:is|are)\s+(?:now\s+|still\s+|also\s+)?(?:considering|weighing|mulling|eyeing|targeting)|"
    r"about\s+to|(?:begins|starts|opens|gets\s+under\s?way)\s+at\s+(?=\d|noon|midnight)|"
    r"aims?\s+to|aiming\s+to|(?<!to )prepares?\s+(?:for|to)|preparing\s+(?:for|to)|"
    r"set\s+(?:to|for)|ready\s+to|"
    r"get(?:s|ting)?\s+ready|gear(?:s|ing)?\s+up|"
    r"due\s+to|tomorrow|next\s+(?:week|month|year))\b"
)
_PAST = re.compile(
    r"\b(?:was|were|had|did|went|took|spent|made|left|began|came|got|ran|gave|put|"
    r"became|set\s+out|found|flew|wore|led|won|saw|stood|drew|used(?=\s+(?:the|an?|their|its)\b)|"
    r"(?=[a-z]+ed\b)(?!(?:schedul|plann|expect|design|nam|slat|postpon|need|call|us|target|bas|"
    r"relat|limit|experienc|unit|fix|red|crew|speed|ne|inde)ed\b)[a-z]{2,}ed)\b"
)
_PERFECT = Cue(
    r"\b(?:has|have|'ve|’ve)\s+(?:\w+ly\s+|now\s+|just\s+|already\s+|"
    r"also\s+)?(?!been\s+(?:set|scheduled|planned|slated)\b)(?:\w+ed|been|gone|taken|made|begun|left|come|spent|set|got|done|"
    r"become|seen|put|held|led|met|lost|built|brought|kept|run|flown|shown|sent|stood|"
    r"won|found|had)\b"
)
_ONGOING = Cue(
    r"\b(?:(?:is|are)\s+(?:now\s+|currently\s+|still\s+)?(?:outside|under\s*way|"
    r"in\s+progress|(?!going|planning|preparing|scheduled|considering|weighing|mulling|eyeing|targeting|"
    r"looking|hoping|expecting|getting|reviewing|evaluating|investigating)[a-z]+ing)|currently|"
    r"right\s+now|under\s*way|"
    r"is\s+in\s+progress)\b"
)
# What lay ahead of a past day: "the pair had been due to leave", "they were supposed to go out".
_AHEAD_THEN = re.compile(
    r"(?:had\s+(?:\w+ly\s+)?been\s+(?:\w+ly\s+)?(?:due|scheduled|slated|set|supposed|going|about)|"
    r"(?:was|were)\s+(?:\w+ly\s+)?(?:supposed|going|about))\s+(?:to|out|outside)\b"
)
_AHEAD = re.compile(r"tomorrow|next\s")
_COVERAGE = re.compile(
    r"\b(?:coverage|broadcast|(?:live|web)\s?stream|preparations?)\b(?:\s+(?!(?:as|while|where)\b)[^\s,;]+){0,24}\s*$"
)
_HEADLINE_TO = re.compile(
    r"\bto\s+(?:conduct|perform|take|venture|step|make|exit|head|go|air|cover|"
    r"broadcast|begin|float|spacewalk|"
    r"be\s+(?:performed|held|conducted|made|done|staged|attempted|carried\s+out))\b"
)
# "Two emerge from the airlock to conduct a spacewalk": they are out, not to go out.
_HEADLINE = re.compile(
    r"\b(?:complete|completes|finish|finishes|conclude|concludes|wrap|wraps|install|"
    r"installs|end|ends|replace|make|makes|step|steps|float|floats|venture|ventures|"
    r"take|takes|begin|begins|go|goes|conduct|conducts|perform|performs|emerge|emerges|exit|exits|"
    r"leave|leaves|head|heads|climb|climbs|open|opens|works|waves|participates|undertake|undertakes)\b"
)


@value
class Clause:
    """A stretch ``[start, end)`` of the text with one tense.

    ``future``, ``past``, ``perfect``, ``ongoing``, ``present`` or None.
    """

    start: int
    end: int
    tense: str | None


@kept
def clauses(sentence: Sentence) -> tuple[Clause, ...]:
    """Split a sentence into clauses, in order, without gaps."""
    text, base = lowered(sentence.text), sentence.start
    told = tuple(verbs for verbs in _VERBS if verbs[1].can_match(sentence))
    edges = [0]
    for match in _BOUNDARY.finditer(text):
        start = match.start()
        if start > edges[-1] and not _in_abbreviation(sentence.text, start):
            edges.append(start)
    edges.append(len(text))
    for start, end in list(pairwise(edges)):
        main = _main_after(sentence.text[start:end], told)
        if main:
            edges.append(start + main)
    edges.sort()
    return tuple(
        Clause(base + a, base + b, tense(sentence.text[a:b], told))
        for a, b in pairwise(edges)
        if b > a
    )


_SUBORDINATE = re.compile(
    r"[\s,;]*(?:[Tt]he\s(?:day|night|week)s?\s)?(?:after|before|when|while|since|although|though|because|once|"
    r"if|as\ssoon\sas)\s(?!an?\s)",
    re.I,
)


def _main_after(text: str, verbs: Sequence[tuple[str, Cue]]) -> int:
    """Where the main clause begins behind the one that a sentence opens with; 0 where none does.

    "The day after they reached the station, | two of the crew will go out".
    """
    if not _SUBORDINATE.match(text):
        return 0
    for comma in _COMMA.finditer(text):
        if tense(text[: comma.start()], verbs) and tense(text[comma.end() :], verbs):
            return comma.start()
    return 0


def _in_abbreviation(text: str, at: int) -> bool:
    """Whether a bracket is that of an abbreviation, which opens no clause."""
    if text[at] not in "()" and text[at - 1] not in "()":
        return False
    found = _ABBREVIATION.search(text, max(0, at - _LONGEST), at + _LONGEST)
    return found is not None and found.start() <= at <= found.end()


_VERBS = (("perfect", _PERFECT), ("future", _FUTURE), ("ongoing", _ONGOING))
_INTRANSITIVE = frozenset(
    [
        "lasted",
        "ended",
        "started",
        "concluded",
        "emerged",
        "ventured",
        "stepped",
        "floated",
        "exited",
        "returned",
        "finished",
        "wrapped",
    ]
)
_PAST_HEADLINE = AnyCase(
    r"\b(?<!be )(?:completed|concluded|finished|ended|done|made|conducted|performed|carried\s+out|"
    r"wrapped\s+up|cut\s+short|accomplished)\b"
)
_FINITE_AFTER = frozenset(
    [
        "and",
        "then",
        "who",
        "they",
        "he",
        "she",
        "both",
        "it",
        "also",
        "pair",
        "duo",
        "two",
        "crew",
        "men",
        "women",
        "astronauts",
        "cosmonauts",
        "spacewalkers",
        "nasa",
    ]
)
_NOT_FINITE_AFTER = frozenset(
    [
        "a",
        "an",
        "the",
        "of",
        "in",
        "on",
        "for",
        "with",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "by",
        "to",
        "as",
        "very",
        "newly",
        "highly",
        "eagerly",
        "long",
        "much",
        "be",
        "been",
        "being",
        "at",
        "from",
        "under",
        "into",
        "through",
        "without",
    ]
)


# "The first privately funded spacewalk", not "they safely finished spacewalk No. 3".
_OF_WALK = re.compile(
    r"(?<!finished)(?<!completed)(?<!ducted)(?<!formed)\s+(?:space\s?walk|EVA|outing|walk)\b"
)


def _is_headline(text: str) -> bool:
    """Whether every long word has a capital: "Second Spacewalk Completed by Roe and Doe"."""
    words = [w for w in re.findall(r"[A-Za-z]{4,}", text) if w not in ("with", "from", "into")]
    return len(words) > 2 and all(w[0].isupper() for w in words)


def _first_past(text: str) -> int | None:
    """Where the first finite past verb stands.

    Participles ("a walk conducted by", "an anticipated day") do not count, but in a headline.
    """
    if _is_headline(text):
        found = _PAST_HEADLINE.search(text)
        return None if found is None else found.start()
    for match in _PAST.finditer(text):
        word = match[0]
        if not word.endswith("ed"):
            return match.start()
        before = text[: match.start()].rstrip()
        last = before.rsplit(None, 1)[-1] if before else ""
        previous = last.lower()
        if previous in _NOT_FINITE_AFTER or (
            previous.endswith("ly") and before.lower().split()[-2:-1] in (["a"], ["an"], ["the"])
        ):
            continue
        if re.match(r"\s+by\b", text[match.end() :]) or (
            previous.endswith("ly") and _OF_WALK.match(text, match.end())
        ):
            continue
        if (
            word in _INTRANSITIVE
            or previous in _FINITE_AFTER
            or previous.endswith((",", "ly", ")"))
            or last[:1].isupper()
            or not re.match(
                r"\s+(?:during|in|on|at|for|from|with|to|into|aboard|inside|outside)\b",
                text[match.end() :],
            )
        ):
            return match.start()
    return None


def tense(text: str, verbs: Sequence[tuple[str, Cue]] = _VERBS) -> str | None:
    """The tense of a clause, by its first decisive verb group.

    Args:
        text: the clause.
        verbs: the groups other than of the past that it may hold, by the tense they tell.

    >>> tense("the pair will step outside"), tense("the walk lasted seven hours")
    ('future', 'past')
    """
    lower = lowered(text)
    hits = [
        (start, name)
        for name, cue in verbs
        if (start := cue.pattern.first(lower)) >= 0
        and not (name == "ongoing" and is_coverage(lower[:start]))
    ]
    past = _first_past(text)
    if past is not None:
        # "Used the airlock for the first time, to ready a module for removal next year"
        hits = [hit for hit in hits if hit[1] != "future" or not _AHEAD.match(lower, hit[0])]
        hits.append((past, "future" if _AHEAD_THEN.match(lower, past) else "past"))
    if hits:
        return min(hits)[1]
    told = _HEADLINE.search(lower)
    aim = _HEADLINE_TO.search(lower)
    if aim and not (told and told.start() < aim.start()):
        return "future"  # "Astronauts to step outside", not "step outside to perform a repair"
    return "present" if told else None


def is_coverage(before: str) -> bool:
    """As in "Live coverage of today's spacewalk is | now under way": the programme and no walk."""
    return _COVERAGE.search(before) is not None


@kept
def tense_of(sentence: Sentence) -> str | None:
    """The tense of a whole sentence."""
    return tense(sentence.text, tuple(verbs for verbs in _VERBS if verbs[1].can_match(sentence)))


def tense_at(sentence: Sentence, offset: int) -> str | None:
    """The tense of the clause at ``offset``; of the sentence where the clause has no verb."""
    for clause in clauses(sentence):
        if clause.start <= offset < clause.end:
            if clause.tense is not None:
                return clause.tense
            break
    return tense_of(sentence)


# "Getting ready for Wednesday's spacewalk" is told of before it, whatever the tense of the verb.
_MADE_READY = AnyCase(
    r"\b(?:(?:get(?:s|ting)?|got|gotten)\s+ready|readie[sd]|(?<!as )ready(?:ing)?\b[\w\s]{0,30}|"
    r"prepar(?:e[ds]?|ing)|preparations|"
    r"gear(?:s|ed|ing)?\s+up|ahead\s+of|in\s+advance\s+of)\s+(?:for\s+)?(?:the\s+|their\s+)?$"
)
# "Readied suits and tools for today's spacewalk", "reviewed procedures for the fourth outing".
_MADE_FOR = AnyCase(
    r"\b(?:readie[sd]|prepar(?:e[sd]?|ing)|train(?:s|ed|ing)|practi[sc](?:es|ed|ing)|"
    r"rehears(?:es|ed|ing)|review(?:s|ed|ing)|check(?:s|ed|ing)|configur(?:es|ed|ing)|"
    r"assembl(?:es|ed|ing)|gather(?:s|ed|ing)|charg(?:es|ed|ing)|packed|stud(?:ies|ied|ying)|"
    r"(?:goes|went|going)\s+over)\b[^.;:]{0,50}?\bfor\s+(?:(?:the|their|his|her|its|a)\s+|"
    r"(?:tonight|tomorrow|\w+day)(?:['’`]s\s+)?)?(?:\w+\s+)?$"
)
# "The crew turned its attention to Friday's spacewalk."
_LOOKS_TO = AnyCase(
    r"\b(?:turn(?:s|ed|ing)?(?:\s+(?:their|its|his|her)\s+(?:attention|focus|thoughts|minds))?|"
    r"look(?:s|ed|ing)?\s+(?:ahead|forward))\s+to(?:wards?)?\s+(?:(?:the|their|its|an?)\s+)?"
    r"(?:\w+day(?:['’`]s\s+)?)?(?:\w+\s+)?$"
)
# "The camera was left for the next outing", "chores were moved back to the second spacewalk".
_LEFT_FOR = AnyCase(
    r"\b(?:moved|deferred|postponed|put\s+off|left|leaving|pushed|saved|reassigned|rescheduled|delayed|"
    r"held\s+over)\s+(?:back\s+)?(?:[\w'’-]+\s+){0,3}?(?:to|until|till|for)\s+(?:(?:the|a|another)\s+)?$"
)
# "Managers approved a fourth spacewalk", "NASA assigned the two to a spacewalk".
_DECIDED = AnyCase(
    r"\b(?:(?:add(?:s|ed)|approve[sd]|order(?:s|ed)|announce[sd]|propose[sd]|request(?:s|ed))\s+"
    r"(?:an?|another|one)?\s*(?:\w+\s+)?|"
    r"(?:go-ahead|green\s+light|approval|permission|clearance|nod)\s+(?:\w+\s+)?for\s+"
    r"(?:(?:an?|another|the|their)\s+)?(?:\w+\s+)?|"
    r"(?:assign(?:s|ed)|clear(?:s|ed)|chose|chosen|select(?:s|ed)|pick(?:s|ed)|name[sd]|tap(?:s|ped))\s+"
    r"(?:(?!(?:to|for|after|during|on|in|when|while|as)\b)[\w'’“”\".-]+\s+){0,8}(?:to|for)\s+"
    r"(?:(?:make|do|conduct|perform|take|proceed\s+with|go\s+ahead\s+with)\s+)?(?:(?:an?|another|the|their)\s+)?)$"
)
# "… one more walk that is set to take place Friday", "a walk that will replace a pump".
_IS_AHEAD = AnyCase(
    r"\s*,?\s+(?:that|which)\s+(?:will\b(?!\s+have)|(?:is|are)\s+(?:now\s+|currently\s+|tentatively\s+)?"
    r"(?:scheduled|planned|set|slated|due|expected|targeted|to)\b)"
)
# "For a planned space walk today", not "during a planned spacewalk".
_FOR_PLANNED = AnyCase(
    r"\b(?:for|before)\s+(?:an?|the|their|its)\s+(?:\w+\s+)?"
    r"(?:planned|scheduled|proposed|possible|potential|future)\s"
)
_REACH = 110


def is_made_ready(sentence: Sentence, offset: int) -> bool:
    """Whether what stands at ``offset`` is told of before it: "spent the day preparing for …"."""
    before = sentence.source[max(sentence.start, offset - 50) : offset]
    return _MADE_READY.search(before) is not None


def tense_of_walk(sentence: Sentence, mention: SpacewalkMention) -> str | None:
    """The tense in which the walk that is named is told of.

    That of its clause, unless words beside it say that it lies ahead of what the verb tells.
    """
    ahead = mention.kind == "noun" and _is_ahead(sentence, mention)
    if ahead or is_made_ready(sentence, mention.start):
        return "future"
    return tense_at(sentence, mention.start)


def _is_ahead(sentence: Sentence, mention: SpacewalkMention) -> bool:
    source, start, end = sentence.source, mention.start, mention.end
    before = source[max(sentence.start, start - _REACH) : start]
    if any(words.search(before) for words in (_MADE_FOR, _LEFT_FOR, _LOOKS_TO)):
        return True
    if mention.determiner != "the" and _DECIDED.search(before):
        return True
    if _IS_AHEAD.match(source[end : min(sentence.end, end + _REACH)]):
        return True
    return _FOR_PLANNED.search(source[max(sentence.start, start - 30) : end]) is not None


def clause_at(sentence: Sentence, offset: int) -> Clause:
    """The clause that holds ``offset``."""
    parts = clauses(sentence)
    for clause in parts:
        if clause.start <= offset < clause.end:
            return clause
    return parts[-1]
