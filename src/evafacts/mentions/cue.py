"""Patterns that begin at a word, run only where such a word stands.

A search with a long alternation costs microseconds in every sentence, and most sentences hold none
of its words. What a match can begin with is read off the pattern itself, so that nothing is listed
twice, and compared with the stems of the sentence, one set with another.
"""

import re
from collections.abc import Iterator
from re import _parser  # type: ignore[attr-defined]
from typing import Any

from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.sentences import STEM, Sentence

FIGURE = "#"
"""Among the heads of a pattern: its match can begin with a figure."""


class Cue:
    """A pattern whose matches begin where a word begins, without regard to case.

    Attributes:
        pattern: the pattern compiled, for other texts than whole sentences.

    Raises:
        ValueError: the pattern does not begin with a word's boundary.
    """

    def __init__(self, pattern: str) -> None:
        if not pattern.startswith(r"\b"):
            raise ValueError(f"begins with no boundary of a word: {pattern[:40]}")
        self.pattern = AnyCase(pattern)
        found = telling(pattern)
        self._figure = FIGURE in found
        found -= {FIGURE}
        self._stems = frozenset(head.rstrip()[:STEM] for head in found)
        self._short = tuple(head for head in found if len(head) < STEM and not head.endswith(" "))

    def can_match(self, sentence: Sentence) -> bool:
        """Say whether the sentence has a word that a match can begin with; if in doubt, it has."""
        if not self._stems.isdisjoint(sentence.stems):
            return True
        if self._figure and any(stem[0].isdigit() for stem in sentence.stems):
            return True
        return bool(self._short) and any(stem.startswith(self._short) for stem in sentence.stems)

    def search(self, sentence: Sentence) -> re.Match[str] | None:
        """Find the first match in the sentence's own text."""
        return self.pattern.search(sentence.text) if self.can_match(sentence) else None

    def finditer(self, sentence: Sentence) -> Iterator[re.Match[str]]:
        """Find every match in the sentence's own text."""
        return self.pattern.finditer(sentence.text) if self.can_match(sentence) else iter(())


_COMMON = frozenset(
    (
        *("a", "an", "the", "this", "that", "it", "its", "his", "her", "their", "they", "of", "in"),
        *("on", "at", "to", "for", "by", "with", "and", "is", "are", "was", "were", "be", "been"),
        *("has", "have", "had", "will", "two"),
    )
)
"""Words that most sentences hold."""


def telling(pattern: str) -> set[str]:
    r"""Return beginnings, as of ``heads``, of words of which any match holds at least one.

    They are those of its first word; of the next that it must have where the first is a word
    that nearly every sentence holds.

    >>> sorted(telling(r"\b(?:(?:is|are)\s+(?:now\s+)?outside|waking\s+up)\b"))
    ['outside ', 'waking ']
    """
    return _telling(list(_parser.parse(pattern, re.I)))


def _telling(items: list[Any]) -> set[str]:
    (operation, argument), rest = items[0], items[1:]
    name = str(operation)
    if name == "AT" and rest:
        return _telling(rest)
    if name == "SUBPATTERN" and len(argument[-1]):
        return _telling([*argument[-1], *rest])
    if name == "BRANCH" and all(len(branch) for branch in argument[1]):
        return set().union(*(_telling([*branch, *rest]) for branch in argument[1]))
    closed, still = _heads(items, True)
    found = closed | still
    return (_next_word(items) or found) if _are_common(found) else found


def _are_common(found: set[str]) -> bool:
    return any(head.rstrip() in _COMMON for head in found)


def _next_word(items: list[Any]) -> set[str] | None:
    """The beginnings of the second word that a match must have, where they can be told."""
    ends = (
        n for n, (operation, argument) in enumerate(items) if _ends_word(str(operation), argument)
    )
    rest = items[next(ends, len(items)) + 1 :]
    while rest and str(rest[0][0]) in ("MAX_REPEAT", "MIN_REPEAT") and not rest[0][1][0]:
        if not _closes(list(rest[0][1][2])):
            return None
        rest = rest[1:]
    closed, still = _heads(rest, True)
    found = closed | still
    return None if _are_common(found) or not found.isdisjoint({"", FIGURE}) else found


def _closes(items: list[Any]) -> bool:
    """Whether whatever the items match ends behind a word."""
    if not items:
        return False
    operation, argument = items[-1]
    if str(operation) == "SUBPATTERN":
        return _closes(list(argument[-1]))
    if str(operation) == "BRANCH":
        return all(_closes(list(branch)) for branch in argument[1])
    return _ends_word(str(operation), argument)


def heads(pattern: str) -> set[str]:
    r"""Return the beginnings, in lower case, that the first word of any match can have.

    One that ends in a space stands for that very word, ``FIGURE`` for any number, an empty one for
    any word. Marks before the first word (an apostrophe) are left out.

    >>> sorted(heads(r"wak(?:e|ing)\s+up|un-?seen"))
    ['un ', 'unseen', 'wake ', 'waking ']
    """
    closed, still = _heads(_parser.parse(pattern, re.I), True)
    return closed | still


def _heads(items: Any, first: bool) -> tuple[set[str], set[str]]:
    """Beginnings that what follows does not add to, and those that it does."""
    closed: set[str] = set()
    still = {""}
    for operation, argument in items:
        name = str(operation)
        if name == "AT" and str(argument) == "AT_BOUNDARY":
            closed |= {f"{head} " for head in still if head}
            still &= {""}
        elif name not in ("AT", "ASSERT", "ASSERT_NOT") and not (
            first and _ends_word(name, argument)
        ):
            ended, further = _parts(name, argument, first)
            closed |= {head + end for head in still for end in ended}
            still = {head + end for head in still for end in further}
            first = False
        if not still:
            break
    return closed, still


def _is_letter(char: str) -> bool:
    return char.isalnum() or char == "_"


def _ends_word(name: str, argument: Any) -> bool:
    """Whether an item is a mark or white space, of which no word holds any."""
    if name == "LITERAL":
        return not _is_letter(chr(argument))
    if name == "IN":
        return all(
            str(value) == "CATEGORY_SPACE"
            or (str(kind) == "LITERAL" and not _is_letter(chr(value)))
            for kind, value in argument
        )
    if name in ("MAX_REPEAT", "MIN_REPEAT"):
        least, _, repeated = argument
        return (
            bool(least) and len(repeated) == 1 and _ends_word(str(repeated[0][0]), repeated[0][1])
        )
    return False


def _parts(name: str, argument: Any, first: bool) -> tuple[set[str], set[str]]:
    """The same for one item of a parsed pattern."""
    if _ends_word(name, argument):
        return {" "}, set()
    if name == "LITERAL":
        return set(), {chr(argument).lower()}
    if name == "IN" and first and [str(value) for _, value in argument] == ["CATEGORY_DIGIT"]:
        return {FIGURE}, set()
    if name == "IN" and all(
        str(kind) == "LITERAL" and _is_letter(chr(code)) for kind, code in argument
    ):
        return set(), {chr(code).lower() for _, code in argument}
    if name == "BRANCH":
        found = [_heads(branch, first) for branch in argument[1]]
        return set().union(*(a for a, _ in found)), set().union(*(b for _, b in found))
    if name == "SUBPATTERN":
        return _heads(argument[-1], first)
    if name in ("MAX_REPEAT", "MIN_REPEAT") and argument[:2] == (0, 1):
        closed, still = _heads(argument[2], False)
        return closed, still | {""}
    if name == "MAX_REPEAT" and first and argument[0] and len(argument[2]) == 1:
        ended, still = _parts(str(argument[2][0][0]), argument[2][0][1], first)
        return ended | still, set()
    return {""}, set()
