"""Thousands of phrases found in one pass over the text.

One regular expression finds the words that a phrase can begin with; only there are the words that
follow compared, along a tree of the phrases. Nothing is compiled but those first words.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Generic, TypeVar

_T = TypeVar("_T")
_TOKEN = re.compile(r"\w+|\s+|[^\w\s]")
_LONGEST_SPACE = 3
_END = ""


class Phrases(Generic[_T]):
    """Phrases and what each stands for.

    A run of up to three spaces or line ends in the text stands for a space of a phrase, a curly
    apostrophe for a straight one. Every phrase begins with a letter or figure.

    Args:
        values: what each phrase stands for.
        ignore_case: capitals and small letters are the same.
    """

    def __init__(self, values: Mapping[str, _T], *, ignore_case: bool = False) -> None:
        self._ignore_case = ignore_case
        self._tree: dict[str, Any] = {}
        for phrase, value in values.items():
            node = self._tree
            plain = " ".join(phrase.replace("’", "'").split())
            for token in _TOKEN.findall(plain.lower() if ignore_case else plain):
                node = node.setdefault(token, {})
            node[_END] = value
        self._heads = re.compile(rf"[^0-9A-Za-z_-](?:{_by_letter(self._tree)})(?!\w)")

    def find(self, text: str) -> Iterator[tuple[int, int, _T]]:
        """Yield start, end and value of the longest phrase at each place, as whole words."""
        # A head is looked for behind what stands before a word; the first word has a space there.
        text = " " + (lowered(text) if self._ignore_case else text)
        end = 0
        for head in self._heads.finditer(text):
            start = head.start()
            if start >= end and (found := self._longest(text, head)):
                last, value = found
                end = last - 1
                yield start, end, value

    def _longest(self, text: str, head: re.Match[str]) -> tuple[int, _T] | None:
        node = self._tree[head[0][1:]]
        best = (head.end(), node[_END]) if _END in node else None
        for token in _TOKEN.finditer(text, head.end()):
            word = token[0]
            if word[0].isspace():
                word = " " if len(word) <= _LONGEST_SPACE else word
            elif word == "’":
                word = "'"
            node = node.get(word)
            if node is None:
                break
            if _END in node and not _goes_on(text, token.end()):
                best = token.end(), node[_END]
        return best


def _goes_on(text: str, end: int) -> bool:
    """Whether a word's letter stands at ``end``."""
    following = text[end : end + 1]
    return following.isalnum() or following == "_"


def _by_letter(words: Iterable[str]) -> str:
    """Alternatives grouped by their first letter, so that one look at it rules out most.

    What may not stand before a word is asked behind its first letter: a pattern that begins with a
    letter is found faster.
    """
    tails: dict[str, list[str]] = {}
    for word in sorted(words, key=lambda word: (-len(word), word)):
        tails.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    return "|".join(rf"{head}(?<![\w-]{head})(?:{'|'.join(tails[head])})" for head in sorted(tails))


def lowered(text: str) -> str:
    """Return ``text`` in lower case, character for character: offsets into it hold in ``text``."""
    lower = text.lower()
    if len(lower) == len(text):
        return lower
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in text)
