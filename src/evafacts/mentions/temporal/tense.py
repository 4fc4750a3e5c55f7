"""Which way a clause looks: a light reading of the verbs around a date."""

import re

from evafacts.mentions.temporal import words

_WINDOW = 240
_BLOCK = 512
_MARGIN = 40
_SHORT_MONTHS = (name.capitalize() for name in words.MONTHS if name not in words.FULL_MONTHS)
_SHORT_DAYS = (name.capitalize() for name in words.WEEKDAYS if name not in words.FULL_WEEKDAYS)
_ABBREVIATED = "".join(
    rf"(?<!\b{re.escape(name)})"
    for name in (*words.TENSE["abbreviations"], *_SHORT_MONTHS, *_SHORT_DAYS)
)
_END = re.compile(
    rf"(?:{_ABBREVIATED}(?<!\b[A-Z])[.!?][\"'\u201d\u2019)]*\s+(?=[\"'\u201c\u2018(]?[A-Z])|\n\s*\n)"
)
_CUE = re.compile(
    rf"(?<![\w-])(?:(?P<past>{words.alternation(words.TENSE['past'])})"
    rf"|(?P<future>{words.alternation(words.TENSE['future'])}"
    r"|(?:is|are|['\u2019]re)\s(?:[a-z]+ly\s)?[a-z]{2,}ing)"
    rf"|(?!{words.alternation(words.TENSE['not_past'])}\b)[a-z]{{2,}}ed)(?![\w-])"
)
_PASSIVE = re.compile(r"\b(?:be|being)\s(?:[a-z]+ly\s)?$")
_BREAK = re.compile(
    r"[,;:\u2014(]|--|\b(?:and|but|while|although|as|when|if|because|so|who|which|after|before)\b"
)
_TO_VERB = re.compile(r"\s(?:to|for)\s[a-z]{3,}")
_UNTIL = re.compile(r"\b(?:until|till|by)\s(?:the\s)?$")
_HAD = re.compile(r"[^.]{0,30}?\bhad\b")
_INFINITIVE = re.compile(r"\bto\s[A-Za-z]{2,}")
_COMMANDS = frozenset(words.TENSE["commands"])
_SINCE = re.compile(r"\b(?:since)\s$")
_CLAUSE_COST = 40
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
            verbs = [
                (match.start(), match.end(), 1 if match["future"] else -1)
                for match in _CUE.finditer(self.text, left, right + _MARGIN)
                if match.start() < right
                and not (not match["future"] and self._passive(match.start()))
            ]
            self._read[index] = (ends, verbs)
        return self._read[index]

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

    def direction(self, start: int, end: int) -> int:
        """-1 where the clause around ``text[start:end]`` tells of the past, 1 of what will be."""
        left, right = self.sentence(start, end)
        just_before = self.text[max(left, start - 14) : start]
        if _UNTIL.search(just_before):
            return -1 if _HAD.match(self.text, end) else 1
        if _SINCE.search(just_before):
            return -1
        options = [*self._before(left, start), *self._after(end, right)]
        if not options:
            return 1 if _TO_VERB.match(self.text, end) else 0
        return min(options)[1]

    def _before(self, left: int, start: int) -> list[tuple[int, int]]:
        for index in range(start // _BLOCK, left // _BLOCK - 1, -1):
            for verb in reversed(self._block(index)[1]):
                if verb[0] < left:
                    return []
                if verb[1] <= start:
                    cost = _CLAUSE_COST if _BREAK.search(self.text, verb[1], start) else 0
                    return [(start - verb[1] + cost, self._commanded(verb, start))]
        return []

    def _commanded(self, verb: _Verb, start: int) -> int:
        """As in "ordered them to leave Monday": to come, though the order is past."""
        begin, end, direction = verb
        commands = direction < 0 and self.text[begin:end].lower() in _COMMANDS
        return 1 if commands and _INFINITIVE.search(self.text, end, start) else direction

    def _after(self, end: int, right: int) -> list[tuple[int, int]]:
        begin = end
        while begin < right and self.text[begin] in ", )":
            begin += 1
        for index in range(begin // _BLOCK, right // _BLOCK + 1):
            for verb in self._block(index)[1]:
                if verb[1] > right:
                    return []
                if verb[0] >= begin:
                    cost = _CLAUSE_COST if _BREAK.search(self.text, begin, verb[0]) else 0
                    return [(verb[0] - begin + _FORWARD_COST + cost, verb[2])]
        return []
