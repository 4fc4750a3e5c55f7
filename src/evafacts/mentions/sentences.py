"""Sentences and words of news prose, by offsets into the text.

spaCy's blank pipeline has no sentence boundaries, and its tokens cost more than most articles
need; both are found here with one regular expression each, in time linear in the text.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, overload

from evafacts.mentions.once import once

_ABBREVIATIONS = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "jr",
        "sr",
        "st",
        "col",
        "lt",
        "cmdr",
        "capt",
        "maj",
        "gen",
        "sgt",
        "prof",
        "sen",
        "rep",
        "gov",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "no",
        "nos",
        "vs",
        "fla",
        "calif",
        "tex",
        "ariz",
        "mass",
        "u.s",
        "u.k",
        "u.n",
        "a.m",
        "p.m",
        "approx",
        "e.g",
        "i.e",
        "inc",
        "corp",
        "ltd",
        "co",
        "mt",
        "ft",
        "lb",
        "fig",
        "vol",
        "est",
        "adm",
        "brig",
        "cpl",
        "pvt",
        "rev",
        "hon",
        "mon",
        "tue",
        "tues",
        "wed",
        "thu",
        "thur",
        "thurs",
        "fri",
        "sat",
        "sun",
    ]
)
_END = re.compile(r"[.!?]+[\"'”’)\]]*(?=\s)|\n[ \t\r]*(?:\n\s*)?|[•●▪](?=\s)")
_LAST_WORD = re.compile(r"(?:[A-Za-z]\.)*[A-Za-z]+$")
_STARTER = re.compile(
    r"\s+[\"“‘'(\[]*(?:The|He|She|It|They|This|That|These|A|An|In|On|At|After|Before|"
    r"During|But|And|His|Her|Their|"
    r"We|You|I|Both|While|When|As|For|With|There|If|Once|Live|Coverage|Today|It's|NASA)\b"
)
_BULLET = re.compile(r"\s*(?:[-–—*•●▪]\s|\(?\d{1,2}[.)]\s|[a-z]\)\s)")
_MARKS = frozenset("•●▪*-–—|")
_LONE_BULLET = re.compile(r"[•●▪*–-]\s*$")
_WORD = re.compile(
    r"[A-Za-z]\.(?:[A-Za-z]\.)+|(?:a|p)\.m\.|@?\w+(?:[-'’./:]\w+)*(?:['’](?=\s|$))?|[^\w\s]"
)
STEM = 4
"""How many letters of a word its stem has."""
_STEM = re.compile(rf"(\w{{1,{STEM}}})\w*")


class Word(NamedTuple):
    """A word or mark of a sentence: its text, lower-cased text and offsets in the article."""

    text: str
    lower: str
    start: int
    end: int


class Words(Sequence[Word]):
    """The words and marks of ``source[start:end]``, each made when somebody asks for it.

    Attributes:
        texts: the words as printed.
        lowers: the words in small letters.
    """

    def __init__(self, source: str, start: int, end: int) -> None:
        self._source, self._bounds = source, (start, end)
        self.texts: list[str] = _WORD.findall(source, start, end)
        # No word holds a line end: all are lowered at once.
        self.lowers = "\n".join(self.texts).lower().split("\n") if self.texts else []

    @once
    def starts(self) -> list[int]:
        """Where each word begins in the article."""
        return [match.start() for match in _WORD.finditer(self._source, *self._bounds)]

    def __len__(self) -> int:
        return len(self.texts)

    @overload
    def __getitem__(self, i: int) -> Word: ...
    @overload
    def __getitem__(self, i: slice) -> list[Word]: ...
    def __getitem__(self, i: int | slice) -> Word | list[Word]:
        if isinstance(i, slice):
            return [self[k] for k in range(*i.indices(len(self.texts)))]
        text, start = self.texts[i], self.starts[i]
        return Word(text, self.lowers[i], start, start + len(text))

    def __iter__(self) -> Iterator[Word]:
        return map(self.__getitem__, range(len(self.texts)))

    def index_at(self, offset: int) -> int:
        """The word that ends behind ``offset``; their number where none does."""
        i = max(0, bisect_right(self.starts, offset) - 1)
        if i < len(self.texts) and self.starts[i] + len(self.texts[i]) <= offset:
            i += 1
        return i


@dataclass(eq=False)
class Sentence:
    """A sentence: ``text[start:end]``; ``paragraph`` counts from 0. Equal only to itself."""

    source: str = field(repr=False)
    start: int
    end: int
    paragraph: int
    index: int
    bullet: bool = False

    @once
    def text(self) -> str:
        """The sentence's own text."""
        return self.source[self.start : self.end]

    @once
    def words(self) -> "Words":
        """Its words and marks, in order."""
        return Words(self.source, self.start, self.end)

    @once
    def notes(self) -> dict[tuple[Any, ...], Any]:
        """What was worked out for parts of it, by what was asked."""
        return {}

    @once
    def stems(self) -> frozenset[str]:
        """The first letters, in lower case, of its words, parted at every mark."""
        return frozenset(_STEM.findall(self.text.lower()))


def split_sentences(text: str) -> list[Sentence]:
    """Split ``text`` into sentences, headings and list items.

    A blank line always ends a sentence; a single line break does so unless the text is wrapped
    (the line before ends without a stop and the next goes on in lower case).
    """
    wrapped = _is_wrapped(text)
    sentences: list[Sentence] = []
    start = 0
    paragraph = 0
    for match in _END.finditer(text):
        newline = "\n" in match[0]
        if newline:
            if not _ends_line(text, match, wrapped):
                continue
        elif match[0][0] == "." and not _ends_sentence(text, match):
            continue
        _append(sentences, text, start, match.start() if newline else match.end(), paragraph)
        start = match.end()
        paragraph += newline
    _append(sentences, text, start, len(text), paragraph)
    return sentences


def _append(sentences: list[Sentence], text: str, start: int, end: int, paragraph: int) -> None:
    bullet = _BULLET.match(text, start, min(end, start + 12)) or (
        sentences and _LONE_BULLET.search(text, max(0, start - 8), start)
    )
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    if start < end and text[start:end] not in _MARKS:
        sentences.append(Sentence(text, start, end, paragraph, len(sentences), bool(bullet)))


def _is_wrapped(text: str) -> bool:
    """Say whether single line breaks fall inside sentences, as in scanned or e-mailed copy."""
    inner = whole = 0
    for match in re.finditer(r"(\S)[ \t]*\n[ \t]*(\S)", text[:20_000]):
        whole += 1
        inner += match[2].islower() or match[1] in ",-"
    return inner >= 3 and inner * 4 >= whole


def _ends_line(text: str, match: re.Match[str], wrapped: bool) -> bool:
    before = text[max(0, match.start() - 1) : match.start()]
    following = text[match.end() : match.end() + 3]
    if match[0].count("\n") > 1:
        return True
    if before == "-" and text[max(0, match.start() - 2)].isalpha() and following[:1].islower():
        return False  # a word parted at the end of its line: "55 min-\nutes later"
    if not wrapped:
        return True
    if _BULLET.match(following + " "):
        return True
    return before in '.!?:"”' and not following[:1].islower()


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    """Say whether the full stop at ``match`` ends a sentence and not an abbreviation."""
    word = _LAST_WORD.search(text, max(0, match.start() - 14), match.start())
    following = text[match.end() : match.end() + 3].lstrip()[:1]
    if following.islower():
        return False
    if word is None or len(match[0]) > 1:
        return True
    last = word[0]
    if len(last) == 1 and last.isupper() and last != "I":
        return False
    if last.lower() in _ABBREVIATIONS or (len(last) > 2 and last[-2] == "."):
        return last.lower() in ("a.m", "p.m", "u.s", "jr", "inc") and bool(
            _STARTER.match(text, match.end())
        )
    return True
