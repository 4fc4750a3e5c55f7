"""Which way a clause looks: a light reading of the verbs around a date."""

import re

from evafacts.mentions.temporal import words
from evafacts.mentions.temporal.types import Temporal

_WINDOW = 240
_BLOCK = 512
_MARGIN = 40
_SHORT_MONTHS = (name.capitalize() for name in words.MONTHS if name not in words.FULL_MONTHS)
_SHORT_DAYS = (name.capitalize() for name in words.WEEKDAYS if name not in words.FULL_WEEKDAYS)
_ABBREVIATED = "".join(
    rf"(?<!\b{re.escape(name)}\.)"
    for name in (*words.TENSE["abbreviations"], *_SHORT_MONTHS, *_SHORT_DAYS)
)
_END = re.compile(
    rf"[.!?\n](?:(?<=[.!?])(?=[\"'\u201d\u2019)\s]){_ABBREVIATED}(?<!\b[A-Z][.!?])"
    r"[\"'\u201d\u2019)]*\s+(?=[\"'\u201c\u2018(]?[A-Z])|(?<=\n)\s*\n)"
)
_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<past>{words.alternation(words.TENSE['past'])})"
    rf"|(?P<future>{words.alternation(words.TENSE['future'])}"
    r"|(?:is|are)\s(?:[a-z]+ly\s)?[a-z]{2,}ing"
    r"|(?:I|[WwHh]e|[Ss]he|[Yy]ou|[Tt]hey|[Ii]t)['\u2019](?:ll|(?:re|m)\s(?:[a-z]+ly\s)?[a-z]{2,}ing))"
    rf"|(?!{words.alternation(words.TENSE['not_past'])}\b)[a-z]{{2,}}ed)(?![\w-]|['\u2019]t\b)"
)
_PRESENT = re.compile(
    rf"\b(?:(?!{words.alternation(words.TENSE['not_subject'])}\b)"
    r"(?:[A-Z][\w.-]*\w(?<![a-z]an)(?<!ish)(?<!ese)|he|she|it|who)\s"
    rf"(?:[a-z]+ly\s|also\s|now\s|then\s)?(?!{words.alternation(words.TENSE['not_present'])}\b)"
    r"[a-z]+[a-rt-z]s(?<!ers)(?<!ors)(?<!ists)(?<!ians)(?<!ants)(?<!ees)(?<!ials)(?<!ions)"
    rf"|(?:they|we|you)\s(?!{words.alternation(words.TENSE['past'])}\b)(?![a-z]+(?:ed|ly)\b)"
    r"(?!could\b)[a-z]{2,})(?![\w'\u2019-])"
)
_DONE = re.compile(rf"\b{words.alternation(words.TENSE['done'])}\b", re.I)
_OPENING = re.compile(r"\W*(?:On|In his|In her|By|Since|Last)\s(?:\w+\s)?")
_TOLD_ON = re.compile(
    r"\b(?:tweet|statement|report|post|message|letter|news|speech|death|passing)s?\s(?:on\s)?$"
)
_POSSESSIVE = re.compile(r"['\u2019]s?\b")
_SET_FOR = re.compile(
    r"(?<!had )(?<!had been )(?<!was to )\b"
    rf"{words.alternation(words.TENSE['set_for'])}\b[^.,;]{{0,40}}\bfor\s$"
)
_MOVED_TO = re.compile(
    r"(?<!been )\b(?:bump|move|push|shift|slip|put\soff|postpone|delay|reschedule)(?:p?ed|d)?\b"
    r"[^.,;]{0,40}\b(?:to|until|till)\s(?:late\s|early\s)?$"
)
# "Jobs of Sunday's walk were moved back to the second one on Monday".
_MOVED_TO_ONE = re.compile(
    r"\b(?:moved|pushed|put\soff|postponed|deferred|left)\b[^.,;]{0,20}\b(?:to|until|till|for)\sthe\s"
    r"(?:next|second|third|fourth|fifth|final|last|later)\b[^.,;]{0,30}\bon\s$"
)
_AS_WELL_AS = re.compile(r"(?:\bas|\blike|\bthan)\s$")  # "to go as smoothly as Saturday's walk"
_AS_THEY = re.compile(r"\bas\s(?:he|she|it|they|we)\s$")  # "as hard as they could Thursday"
# "Decided to move the walk from Friday to Saturday": both are still ahead.
_MOVED_FROM = re.compile(r"\b(?:bump|move|push|shift|slip)(?:p?ed|d)?\b[^.,;]{0,50}\bfrom\s$")
_MOVED_ON = re.compile(r"\sto\s[A-Z]")
_LEFT_FOR = re.compile(
    r"\b(?:leav(?:e|es|ing)|left|sav(?:ed|ing))\b[^.;]{0,60}\bfor\s(?:an?\s|the\s)?"
    r"(?:[a-z]+\s){0,3}(?:another|final|last|next|later|future|[a-z]+th|third|second)\s"
    r"(?:[a-z-]+\s){0,3}(?:on\s|early\s|late\s)?$"
)
_HAD_BEEN = re.compile(r"\bhad\s(?:originally\s|first\s)?been\s$")
_DETERMINER = re.compile(
    r"\b(?:the|an?|his|her|its|their|our|my|your|this|that|these|those|of|no|any|new|final|original"
    r"|\w+['\u2019]s|[a-z]{3,}ed)\s$",
    re.I,
)
_ADJECTIVE = re.compile(r"\b(?:the|an?|its|their)\s$", re.I)
_NOUNS = frozenset(words.TENSE["future_nouns"])
_PASSIVE = re.compile(r"\b(?:be|being)\s(?:[a-z]+ly\s)?$")
_BREAK = re.compile(
    r"[,;:\u2014(]|--|\b(?:and|but|while|although|as|when|if|because|so|who|which|after|before)\b"
)
_TO_VERB = re.compile(r"\s(?:to|for)\s[a-z]{3,}")
_WAS_TO = re.compile(r"\b(?:was|were)\s(?:supposed|meant)\sto\s$")
_WERE_TO = re.compile(r"(?:was|were)\sto\s(?!have\b)[a-z]{2,}")
_UNTIL = re.compile(r"\b(?:(?:until|till|run-?up\sto|in\stime\sfor)\s(?:the\s)?|by\s)$")
_AHEAD_OF = re.compile(
    r"\b(?:(?:ahead|advance|eve)\sof|(?:tickets|time|ready|brac(?:e|es|ed|ing)|prepar(?:e|es|ed|ing)|plans)\sfor)"
    r"\s(?:the\s|a\s)?$",
    re.I,
)
_AHEAD_ENDS = ("of ", "for ", "the ", " a ")
_HAD = re.compile(r"[^.]{0,30}?\bhad\b")
_INFINITIVE = re.compile(r"\bto\s[A-Za-z]{2,}")
_COMMANDS = frozenset(words.TENSE["commands"])
_SINCE = re.compile(r"\b(?:since)\s$")
_CLAUSE_COST, _AND_COST = 40, 15
_FORWARD_COST = 15
_Verb = tuple[int, int, int]
"""Start, end, and -1 past or 1 to come."""


class Clauses:
    """The verbs and sentence ends of one text, read block by block where they are asked for."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._read: dict[int, tuple[list[int], list[_Verb]]] = {}

    def _block(self, index: int) -> tuple[list[int], list[_Verb]]:
        """Sentence starts and verb cues of a block; a match may reach into the next one."""
        if index not in self._read:
            left, right = index * _BLOCK, (index + 1) * _BLOCK
            ends = [
                match.end()
                for match in _END.finditer(self.text, max(0, left - _MARGIN), right + _MARGIN)
                if left <= match.end() < right
            ]
            verbs = self._verbs(left, right)
            self._read[index] = (ends, verbs)
        return self._read[index]

    def _verbs(self, left: int, right: int) -> list[_Verb]:
        verbs: list[_Verb] = []
        for match in _CUE.finditer(self.text, left, right + _MARGIN):
            start = match.start()
            if start >= right or not self._is_verb(match):
                continue
            shares = (
                verbs
                and verbs[-1][2] > 0
                and self.text.startswith("and ", start - 4)
                and self.text[max(0, start - 6) : start - 4] != ", "
                and self.text.startswith(" be ", verbs[-1][1])
            )
            ahead = shares or (match["future"] and not self._had_been(start))
            if not ahead and match[0] in ("was", "were"):
                ahead = bool(_WERE_TO.match(self.text, start))
            verbs.append((start, match.end(), 1 if ahead else -1))
        return verbs

    def _is_verb(self, match: re.Match[str]) -> bool:
        """Not "the plan", nor a participle whose tense stands before it ("be launched")."""
        if not match["future"]:  # nor "a broken gyroscope"
            return not self._passive(match.start()) and not _ADJECTIVE.search(
                self.text, max(0, match.start() - 6), match.start()
            )
        if match[0] == "could" and _AS_THEY.search(
            self.text, max(0, match.start() - 10), match.start()
        ):
            return False
        if _WAS_TO.search(self.text, max(0, match.start() - 24), match.start()):
            return False  # "were supposed to go out on Tuesday": a day gone by
        return match[0] not in _NOUNS or not _DETERMINER.search(
            self.text, max(0, match.start() - 14), match.start()
        )

    def _had_been(self, start: int) -> bool:
        """As in "had been slated for Monday": a plan of a day gone by."""
        return bool(_HAD_BEEN.search(self.text, max(0, start - 24), start))

    def _passive(self, start: int) -> bool:
        """As in "be launched", "being held": the verb before it has the tense."""
        return bool(_PASSIVE.search(self.text[max(0, start - 20) : start]))

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """The bounds of the sentence around ``text[start:end]``, at most 240 characters off."""
        left, right = max(0, start - _WINDOW), min(len(self.text), end + _WINDOW)
        begin, finish = left, right
        for index in range(left // _BLOCK, right // _BLOCK + 1):
            for place in self._block(index)[0]:
                if begin < place <= start:
                    begin = place
                elif end <= place < finish:
                    finish = place
        return begin, finish

    def way(self, one: Temporal) -> int:
        """The direction of an expression: its own ("last Friday"), else that of its clause."""
        if one.said and one.said.towards is not None:
            return one.said.towards
        return self.direction(one.start, one.end)

    def direction(self, start: int, end: int) -> int:
        """-1 where the clause around ``text[start:end]`` tells of the past, 1 of what will be."""
        left, right = self.sentence(start, end)
        just_before = self.text[max(left, start - 14) : start]
        if _UNTIL.search(just_before):
            return -1 if _HAD.match(self.text, end) else 1
        if _SINCE.search(just_before):
            return -1
        if just_before.endswith(_AHEAD_ENDS) and _AHEAD_OF.search(
            self.text, max(left, start - 24), start
        ):
            return 1
        if _MOVED_TO.search(self.text, max(left, start - 60), start):
            return 1
        if _AS_WELL_AS.search(just_before) and _POSSESSIVE.match(self.text, end):
            return -1
        if _MOVED_TO_ONE.search(self.text, max(left, start - 90), start):
            return 1
        if _MOVED_ON.match(self.text, end) and _MOVED_FROM.search(
            self.text, max(left, start - 70), start
        ):
            return 1
        if _LEFT_FOR.search(self.text, max(left, start - 130), start):
            return 1
        if _SET_FOR.search(self.text, max(left, start - 60), start):
            return 1
        options = self._before(left, start)
        options += self._after(end, right, opening=not options)
        options += self._present(left, start, end, right)
        if not options:
            return 1 if _TO_VERB.match(self.text, end) else 0
        return min(options)[1]

    def is_present(self, start: int, end: int) -> bool:
        """Whether no verb of the sentence tells of what will be: the present may tell of the past.

        As in "Jo Roe conducts a spacewalk on Saturday" below a picture.
        """
        left, right = self.sentence(start, end)
        verbs = (
            verb
            for index in range(left // _BLOCK, right // _BLOCK + 1)
            for verb in self._block(index)[1]
            if left <= verb[0] < right
        )
        return not any(verb[2] > 0 for verb in verbs)

    def since(self, start: int) -> bool:
        """As in "since March"."""
        return bool(_SINCE.search(self.text, max(0, start - 8), start))

    def headline(self, start: int, end: int) -> int:
        """The direction where no verb tells: what is to come, unless it is said to be done."""
        left, right = self.sentence(start, end)
        cut_off = left == start - _WINDOW or right == end + _WINDOW
        if cut_off or _POSSESSIVE.match(self.text, end) or _DONE.search(self.text, left, right):
            return -1
        told = _OPENING.fullmatch(self.text, left, start) or _TOLD_ON.search(self.text, left, start)
        return -1 if told else 1

    def _present(self, left: int, start: int, end: int, right: int) -> list[tuple[int, int]]:
        """A verb in the present beside the date, with none in the past between: it is to come."""
        found: list[tuple[int, int]] = []
        clause = max((m.end() for m in _BREAK.finditer(self.text, left, start)), default=left)
        for match in _PRESENT.finditer(self.text, clause, start):
            if self._plain(clause, start):
                found = [(start - match.end(), 1)]
        ahead = _PRESENT.search(self.text, end, right)
        if ahead:
            begin = end + (self.text[end : end + 1] == ",")
            if self._plain(begin, ahead.end()):
                found.append((ahead.start() - end + _FORWARD_COST, 1))
        return found

    def _plain(self, left: int, right: int) -> bool:
        """Neither a new clause nor a cue of the past."""
        if _BREAK.search(self.text, left, right):
            return False
        blocks = range(left // _BLOCK, right // _BLOCK + 1)
        verbs = (verb for index in blocks for verb in self._block(index)[1])
        return not any(left <= verb[0] < right and verb[2] < 0 for verb in verbs)

    def _before(self, left: int, start: int) -> list[tuple[int, int]]:
        for index in range(start // _BLOCK, left // _BLOCK - 1, -1):
            for verb in reversed(self._block(index)[1]):
                if verb[0] < left:
                    return []
                if verb[1] <= start:
                    cost = self._crossing(verb[1], start)
                    return [(start - verb[1] + cost, self._commanded(verb, start))]
        return []

    def _crossing(self, left: int, right: int) -> int:
        """What it costs to reach into another clause; "photos and papers" is hardly one."""
        found = {match[0] for match in _BREAK.finditer(self.text, left, right)}
        if not found:
            return 0
        return _AND_COST if found == {"and"} else _CLAUSE_COST

    def _commanded(self, verb: _Verb, start: int) -> int:
        """As in "ordered them to leave Monday": to come, though the order is past."""
        begin, end, direction = verb
        commands = direction < 0 and self.text[begin:end].lower() in _COMMANDS
        return 1 if commands and _INFINITIVE.search(self.text, end, start) else direction

    def _after(self, end: int, right: int, *, opening: bool) -> list[tuple[int, int]]:
        """The first verb after; a comma costs nothing where the date opens the sentence."""
        begin = end
        while begin < right and self.text[begin] in ", )":
            begin += 1
        comma = 0 if opening or "," not in self.text[end:begin] else _CLAUSE_COST
        for index in range(begin // _BLOCK, right // _BLOCK + 1):
            for verb in self._block(index)[1]:
                if verb[1] > right:
                    return []
                if verb[0] >= begin:
                    cost = _CLAUSE_COST if _BREAK.search(self.text, begin, verb[0]) else 0
                    return [(verb[0] - begin + _FORWARD_COST + max(cost, comma), verb[2])]
        return []
