"""Runs of capitalised words, and what a word, a title or an affiliation says of them.

What the finders of people share: the shape of a name, and the words that no name holds.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from evafacts.knowledge import agencies, fold, people, titles
from evafacts.mentions.values import value

# What follows the first letter of a name; a pattern that begins with a letter is found faster.
_REST = r"(?:(?<=[A-Z])[a-zà-öø-ÿ]?['’‘`](?=[A-Z])[A-Z])?[\wà-ÿ]*(?:[-‑][\wà-ÿ]+)*\.?"
_WORD = rf"[A-ZÀ-Þ]{_REST}"
_NICK = r"(?:\(?[\"“‘']|\()[A-Z][\w. ]{1,14}(?:[\"”’']\)?|\))"  # "Bo", ("Bo"), (Bo)
_PARTICLE = r"(?:de|van|von|der|den|la|al|da|Vande|Van|De)"
_INITIALS = r"(?:[A-Z]\.){2,3}"
_ARTICLE = r"(?:al|el)-(?=[A-Z])"  # "Hassan al-Noor"
RUN = re.compile(
    rf"[A-ZÀ-Þ](?<![\w@].){_REST}"
    rf"(?:[ \u00a0]?\n?[ \u00a0]?"
    rf"(?:{_NICK}|{_INITIALS}|{_PARTICLE}(?=[ \u00a0][A-Z])|(?:{_ARTICLE})?{_WORD}))*"
)
_QUOTES = "\"“”‘’'()"
_PIECE = re.compile(rf"{_NICK}|[^\s]+")
_POSSESSIVE = re.compile(r"['’`]s?$")
SUFFIX = re.compile(r",?\s+(?:Jr|Sr)\b\.?|,?\s+I{2,3}\b")
NOT_NAME = frozenset(
    """
    a an the of and or in on at to from by for with as is was are international space station
    center centre university institute agency telescope shuttle mission control earth moon mars
    sun live tv news press association crew expedition dragon soyuz progress station's lab
    laboratory module airlock flight engineer engineers commander commanders pilot specialist
    specialists astronaut astronauts cosmonaut cosmonauts monday tuesday wednesday thursday friday
    saturday sunday january february march april may june july august september october november
    december both during after before while when his her their he she they it this that these we
    you i if but not two three four five six seven eight nine ten first second third image photo
    credit read more watch video spacewalk spacewalks spacewalker spacewalkers eva iss nasa esa
    jaxa csa roscosmos russian american japanese canadian european chinese soviet italian french
    german british u.s us united states national aeronautics administration house white capitol
    city new york houston texas florida moscow russia china japan canada europe america boeing
    spacex lockheed martin northrop grumman starliner hubble mir salyut skylab apollo gemini
    voskhod atlantis discovery endeavour columbia challenger tiangong shenzhou physics aerospace
    exploration federation academy award medal story update today spokesman spokeswoman officials
    official manager director chief team program programme project force air navy army marine
    corps kibo destiny unity harmony columbus airlock's facebook twitter instagram youtube getty
    images reuters afp ap associated xinhua tass interfax ria novosti cnn bbc abc cbs nbc fox
    times post journal daily week there here then now next last also according so what how why who
    where yes no my our its your all one each another other some most many such senior colonel
    lieutenant captain major general dr mr mrs ms cmdr col maj capt gen sgt prof professor sir
    lady madam president minister secretary chairman lead veteran rookie crewmate crewmates
    colleague colleagues
    takes take part makes make gets goes sets says adds completes complete begins starts ends steps
    ventures installs replaces repairs fixes performs conducts returns lands launches heads wraps
    finishes faces becomes breaks postpones delays cancels prepares works joins leaves arrives
    neither either only even although though whereas since once later earlier meanwhile tonight
    jan feb mar apr jun jul aug sept sep oct nov dec through under over into onto upon against
    among between beyond near inside outside within without throughout despite because
    inc corp corporation ltd llc company co foundation society museum school college church council
    committee commission department ministry office bureau board park street avenue road river lake
    island islands county state valley mountain bay beach cape fort port mount trophy medal prize
    western eastern northern southern central aerospace systems technologies industries galactic
    origin outpost north south east west san santa los las saint prefecture province deputy
    associate assistant extravehicular unit units high publishing publishers studios pictures films
    yesterday tomorrow today squadron wing time standard local usaf usn usmc usa raf
    """.split()  # noqa: SIM905 - words are easier to read and correct than a list
)
"""Capitalised in print, but no part of a name."""


@value
class PersonMention:
    """A name in the text; ``key`` is the roster's, null for somebody who is not in it.

    ``role`` is what a title says of somebody unknown: ``crew``, ``inside`` or ``ground``.
    """

    start: int
    end: int
    name: str
    key: str | None
    agency: str | None
    surname: str
    full: bool
    role: str | None = None


class Piece(NamedTuple):
    """A word of a run, as printed and folded; both empty for a break."""

    text: str
    folded: str
    start: int
    end: int


@lru_cache(maxsize=1)
def given_names() -> frozenset[str]:
    """Return every given name of the roster, folded."""
    return frozenset(
        fold(given) for person in people() for given in person.givens if len(given) > 2
    )


@lru_cache(maxsize=1)
def title_words() -> frozenset[str]:
    """Return every title, folded."""
    return frozenset(fold(title.text) for title in titles())


@lru_cache(maxsize=1)
def title_pattern() -> re.Pattern[str]:
    """Return the pattern of a title that ends where a name begins."""
    forms = (re.escape(t.text).replace(r"\{n\}", r"\d+") for t in titles())
    words = "|".join(sorted(forms, key=len, reverse=True))
    return re.compile(
        rf"(?:\b(?:{words})s?(?:\s+of\s+(?:the\s+)?[A-Z][\w ]{{2,30}})?\.?[,:]?\s+"
        r"|\bEV-?\s?[1-4]\b\)?[,:]?\s+)$",
        re.I,
    )


@lru_cache(maxsize=1)
def affiliation_pattern() -> re.Pattern[str]:
    """Return the pattern of what follows a name: "of NASA", ", an astronaut"."""
    names = sorted({re.escape(n) for a in agencies() for n in a.aliases}, key=len, reverse=True)
    return re.compile(
        rf",?\s*(?:\(|of\s+|from\s+|with\s+)(?:the\s+)?(?:{'|'.join(names)})\b"
        r"|,\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:astronaut|cosmonaut|taikonaut|spacewalker)\b"
        r"|\s*\(EV-?\s?[1-4]\)"
    )


@lru_cache(maxsize=1)
def agency_pattern() -> re.Pattern[str]:
    """Return the pattern of the name of an agency."""
    names = sorted({re.escape(n) for a in agencies() for n in a.aliases}, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(names)})\b")


def pieces_of(text: str, match: re.Match[str]) -> list[Piece]:
    """Split a run into words without possessives and full stops; an empty piece is a break."""
    whole = match[0]
    if whole.isalpha():
        return [Piece(whole, fold(whole), match.start(), match.end())]
    pieces: list[Piece] = []
    for piece in _PIECE.finditer(text, match.start(), match.end()):
        start, end = piece.span()
        said = piece[0]
        plain = said[-1].isalpha() and said[-2:-1].isalpha()
        word = said if plain else _POSSESSIVE.sub("", said) or said
        initials = word[1:2] == "." and fold(word) not in NOT_NAME
        stop = word.rstrip(".") if len(word) > 3 and not initials else word
        folded = fold(stop)
        if not stop[0].isalpha():  # a nickname stands for the given name: J. "Bo" Roe
            folded = folded.strip(_QUOTES)
        pieces.append(Piece(stop, folded, start, start + len(stop)))
        if len(word) != len(stop) or word != said:
            pieces.append(Piece("", "", end, end))  # a break: no name runs across
    return pieces
