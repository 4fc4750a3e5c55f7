"""Names that the roster does not hold, told by the words around them.

Some words settle it by themselves: a title ("astronaut"), an affiliation ("of NASA", "Japan's"),
an age, a verb that only people do ("radioed", "floated"). Others only speak for it: the surname
comes again alone, or somebody settled stands in the same list; then the words must not be common
ones.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from evafacts.knowledge import agencies, airlocks, by_key, fold, places, surnames, titles, vehicles
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.names import (
    NOT_NAME,
    SUFFIX,
    PersonMention,
    Piece,
    affiliation_pattern,
    agency_pattern,
    given_names,
    title_pattern,
    title_words,
)

_LISTED = re.compile(
    r"(?:\s*\([^()]{1,30}\)|\s+of\s+[A-Z][\w. ]{1,20}"
    r"|,\s*(?:\d\d|top|bottom|left|right|cent(?:er|re))(?=[\s,]))?"
    r"(?:[\s,]+(?:and|&|with)\s+|\s*[,/&]\s*)"
    r"(?:(?:the|his|her|fellow|crewmate|colleague|partner|station|flight|mission|commander|engineer|astronaut|cosmonaut|[A-Z]{3,9}|[A-Z][a-z]+(?:['’]s)?)\s+){0,3}"
)
_AGE = re.compile(
    r",\s+(?:now\s+|who\s+is\s+)?\d\d(?:[,.;)]|\s+and\b)|,\s+an?\s+\d\d-year-old\b|\s*\(\d\d\)"
)
_HUMAN = re.compile(
    r",?\s+(?:then\s+|also\s+|again\s+|later\s+)?(?:sa(?:id|ys)|told|tells|radioed|joked|tweeted|exclaimed|cried|floated|stepped|ventured|emerged|climbed|clambered|"
    r"rode|straddled|spent|stayed|stood|got|took|donned|wore|tossed|hammered|drove|flew|helped|operated|watched|wipe[sd]|left|went|goes|was\s+born|grew\s+up|"
    r"has\s+died|died|retired|joined|trailed|was\s+(?:the\s+first|to\s+have|outside|inside|out\b)|and\s+(?:his|her)\s)"
    r"|,\s+who\b|,\s+(?:whose|himself|herself)\b|['’]s?\s+(?:spacewalk|space\s+walk|EVA|suit|helmet|glove|visor|career|first\s|second\s|partner|crewmates?|voice)"
)
_APPOSITION = re.compile(
    r",\s+(?:(?:a|an|the|one\s+of|its|his|her|also|both)\s+|[A-Z][\w.]*['’]?s?\s+)?[^.;,()]{2,70}"
)
_STAYS = AnyCase(
    r"\b(?:director|manager|chief|head|deputy|spokes\w+|scientist|researcher|professor|president|minister|administrator|historian|author|analyst|officials?|designer|"
    r"chairman|senator|governor|controllers?|trainer|instructor|physician|surgeon|capcom|capsule\s+communicator|officer\b(?!\s+aboard)|executive|wife|husband|mother|father|"
    r"son|daughter|brother|sister|uncle|teacher|student|editor|correspondent|reporter)\b"
)
_FLIES = AnyCase(
    r"\b(?:astronaut|cosmonaut|taikonaut|spacewalker|flight\s+engineer|mission\s+specialist|space\s+(?:fl[iy]er|traveller|traveler|tourist|veteran)|pilot|science\s+officer)\b"
)
_DID = re.compile(
    r",?\s+(?:has\s+|had\s+|have\s+|will\s+|would\s+|is\s+to\s+|are\s+to\s+|was\s+to\s+)?"
    r"(?:bec(?:o|a)me\s+the\s+first|(?:was|were|is|are|been)\s+(?:first|the\s+first\s+(?:man|woman|person|astronaut|cosmonaut))\b|"
    r"floated|steps?\s+out|stepped\s+out|ventured|clambered|went\s+out|goe?s?\s+(?:out|instead)|radioed|joked|floats)"
    r"|,\s+who\b|['’]s?\s+(?:(?:own|left|right|first|second|third|fourth|fifth)\s+)?(?:spacewalk|EVA|(?:space)?suit|helmet|glove|visor)\b"
)
"""What only a person does or has, be the name seen but once."""
_WENT_WITH = re.compile(
    r"\b(?:out|outside|space\s?walks?|EVA|again|went|goes|suit(?:ed)?\s+up|pencilled|penciled|paired|partnered|outing)\b[^.;:]{0,40}?\b(?:with|alongside)\s+(?:\w+\s+){0,3}$"
)
_LEAD_IN = AnyCase(
    r"(?:\b(?:[Hh]e|[Ss]he)\s+and|\bfellow\s+\w+|\b(?:colleague|crewmate|partner|companion|joined\s+by|spacewalker|born|set\s+by|held\s+by|when|whilst|while|replace[sd]?)|\bbetween)\s+$"
)
_SHORT = 12  # characters of an agency's name that takes an apostrophe
_PARTICLES = frozenset(("de", "van", "von", "der", "den", "la", "al", "da"))
_NO_END = NOT_NAME | {"jr", "sr", "ii", "iii"}
_LOWER_PART = re.compile(r"-[a-z]")
_LOWER = re.compile(r"[a-zà-ÿ]{3,}")


@dataclass(slots=True)
class _Candidate:
    """A run with the shape of a name, and what speaks for its being one."""

    first: Piece
    last: Piece
    start: int
    end: int
    role: str | None
    sure: bool
    likely: bool


def find_strangers(
    text: str,
    loose: Iterable[Sequence[Piece]],
    runs: Iterable[Sequence[Piece]],
    known: Sequence[PersonMention],
) -> list[PersonMention]:
    """Find people whom the roster does not hold.

    Args:
        text: An article's text.
        loose: Stretches of capitalised words that are no roster name.
        runs: All stretches of capitalised words.
        known: The people found by the roster.

    Returns:
        Mentions of full names, in order; ``role`` is what a title or an apposition says.
    """
    shapes = [
        shape for pieces in loose if len(pieces) > 1 and (shape := _name_shape(pieces)) is not None
    ]
    if not shapes:
        return []
    common = set(_LOWER.findall(text))
    alone = _alone(runs)
    bearers = {
        surname for m in known for surname in _surnames(m)
    }  # "Tonight Roe" after "Jo Roe" is no new name
    candidates = [
        _weigh(text, first, last, likely, alone)
        for first, last in shapes
        if (
            ((likely := not _is_common(text, first, last, common)) and last.folded not in bearers)
            or first.folded in given_names()
        )
    ]
    _by_company(text, candidates, known)
    return _agreed([_mention(text, c) for c in candidates if c.sure])


def _surnames(mention: PersonMention) -> tuple[str, ...]:
    person = by_key().get(mention.key or "")
    return tuple(map(fold, person.surnames)) if person else (mention.surname,)


def _agreed(found: list[PersonMention]) -> list[PersonMention]:
    """What a title says once of somebody holds wherever the name stands without one."""
    roles: dict[str, str] = {}
    for mention in found:
        if mention.role is not None and roles.get(mention.name) != "crew":
            roles[mention.name] = mention.role
    return [m if m.role else replace(m, role=roles.get(m.name)) for m in found]


def _alone(runs: Iterable[Sequence[Piece]]) -> frozenset[str]:
    """Words that stand alone somewhere, or two together, as a surname does on second mention."""
    found: set[str] = set()
    for pieces in runs:
        words: list[str] = []
        for piece in (*pieces, None):
            if piece is not None and piece.folded:
                if words or piece.folded.strip(".") not in NOT_NAME:
                    words.append(piece.folded)
                continue
            if 0 < len(words) < 3 and len(words[0]) > 1:
                found.add(" ".join(words))
            words = []
    return frozenset(found)


def _weigh(text: str, first: Piece, last: Piece, likely: bool, alone: frozenset[str]) -> _Candidate:
    suffix = SUFFIX.match(text, last.end)
    end = suffix.end() if suffix else last.end
    before = _paragraph(text[max(0, first.start - 60) : first.start])
    after = text[end : end + 90]
    role = _role(before) or _apposed(after)
    affiliated = bool(affiliation_pattern().match(text, end))
    owned = bool(_owner_pattern().search(before))
    again = last.folded in alone or first.folded in alone or _tail(text, first, last) in alone
    told = bool(_HUMAN.match(after) or _AGE.match(after) or _LEAD_IN.search(before))
    surname_again = last.folded in alone or _tail(text, first, last) in alone
    given = first.folded in given_names()
    sure = (bool(title_pattern().search(before)) or affiliated) and (likely or given)
    sure = sure or (likely and (owned or (again and told) or bool(_AGE.match(after)) or given))
    sure = sure or (likely and again and _pairs_up(text, first, end))
    person = surname_again or role is not None or _DID.match(after) or _WENT_WITH.search(before)
    sure = sure or (likely and bool(person))
    if role is None and (affiliated or owned):
        role = "crew"
    return _Candidate(first, last, first.start, end, role, sure, likely)


def _paragraph(before: str) -> str:
    """What stands before a name in its paragraph: no title ends a headline over a byline."""
    return _EMPTY_LINE.split(before)[-1]


_EMPTY_LINE = re.compile(r"\n[ \t]*\n")
_PAIR_VERB = re.compile(r"[\s,]+(?:and|&|with)\s+(?:[A-Z]\w+['’]s\s+)?[A-ZÀ-Þ]")


def _pairs_up(text: str, first: Piece, end: int) -> bool:
    """Whether a name opens its clause and another goes with it: "Jo Doe and Al Roe are"."""
    before = text[max(0, first.start - 3) : first.start]
    opens = not before.strip() or before.rstrip()[-1:] in '.”"\n:,-–—'
    return opens and bool(_PAIR_VERB.match(text, end))


def _tail(text: str, first: Piece, last: Piece) -> str:
    """A surname of two words: the end of a name of three."""
    words = fold(text[first.start : last.end]).split()
    return " ".join(words[1:]) if len(words) > 2 else ""


def _is_common(text: str, first: Piece, last: Piece, common: set[str]) -> bool:
    """Whether a word of the name is one that the text writes small, or the name of a thing."""
    words = [w.strip("\"“”'’().") for w in text[first.start : last.end].split()]
    plain = [w for w in words if w.lower() not in _PARTICLES and len(w) > 2]
    return any(w.lower() in common or fold(w) in _things() for w in plain)


@lru_cache(maxsize=1)
def _things() -> frozenset[str]:
    """Words of the names of craft, modules, compartments and agencies."""
    names = [n for v in vehicles() for n in v.aliases]
    names += [n for a in airlocks() for n in (a.name, *a.names)] + [
        n for p in places() for n in p.aliases
    ]
    names += [n for a in agencies() for n in a.aliases]
    return frozenset(fold(word) for name in names for word in name.split() if len(word) > 2)


@lru_cache(maxsize=1)
def _peoples() -> frozenset[str]:
    """Words like "russian" and "americans", which stand before a name and are no part of it."""
    return frozenset(
        fold(a + s) for agency in agencies() for a in agency.adjectives for s in ("", "s")
    )


@lru_cache(maxsize=1)
def _owner_pattern() -> re.Pattern[str]:
    """The pattern of "NASA's", "the Russian", "Americans", "British-born" just before a name."""
    adjectives = {a for agency in agencies() for a in agency.adjectives}
    plain = {a for a in adjectives if a[-2:] != "'s"}
    owners = {a[:-2] for a in adjectives - plain}
    owners |= {n for agency in agencies() for n in agency.aliases if len(n) < _SHORT}
    return re.compile(rf"\b(?:(?:{_any(plain)})(?:s|-born)?,?|(?:{_any(owners)})['’]s?)\s+$")


def _any(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _by_company(text: str, candidates: list[_Candidate], known: Sequence[PersonMention]) -> None:
    """Settle the likely names that stand in one list with somebody settled."""
    spots: list[tuple[int, int, _Candidate | None]] = [(c.start, c.end, c) for c in candidates]
    spots.extend((m.start, m.end, None) for m in known)
    spots.sort(key=lambda spot: spot[0])
    pairs = [
        (left[2], right[2])
        for left, right in pairwise(spots)
        if right[0] - left[1] < 75 and _LISTED.fullmatch(text, left[1], right[0])
    ]
    for one, other in pairs:
        if one and other and one.likely and other.likely and _acts(text, one, other):
            one.sure = other.sure = True
    for one, other in (*pairs, *reversed(pairs)):
        for candidate, company in ((one, other), (other, one)):
            if candidate is None or candidate.sure or not candidate.likely:
                continue
            if company is None or company.sure:
                candidate.sure = True
                inherited = company.role if company else "crew"
                candidate.role = candidate.role or inherited


_MIDDLE = re.compile(
    r"(?<=[a-zà-ÿ.])\s+(?:[A-Z]\.|[\"“‘'(][\w. ]+[\"”’')])(?:\s+[A-Z]\.)?\s+(?=\S{2})"
)
"""What print puts between a given and a family name: an initial, a nickname."""
_AND = re.compile(r"\s*(?:\([^()]{1,30}\)\s*)?,?\s+(?:and|&)\s+(?:the\s+\w+,\s+)?")
_ACT = re.compile(
    r"(?:\s*\([^()]{1,30}\)|,\s+(?:who|both|also|together)\b[^,.;:]{0,60},?)?,?\s+(?:(?:yesterday|today|then|also|both|now|last|on|in)\s+(?:\w+\s+){0,3}?)?(?:will|have|had|were|are|did|"
    r"left|went|go|made|took|spent|began|ended|put|got|came|cut|did|gave|ran|set|stood|flew|head|step|float|leave|make|take|spend|carry|carried|"
    r"install|replac|open|clos|fix|repair|finish|complet|conduct|perform|return|work|climb|emerg|ventur|mov|attach|remov|check|tri(?:ed|es)|pull|bolt|push)"
)
"""What two people do, and hardly two things: "Jo Doe and Al Roe left"."""


def _acts(text: str, one: _Candidate, other: _Candidate) -> bool:
    """Whether two names are joined by "and" as the subject of what people do."""
    if not _AND.fullmatch(text, one.end, other.start):
        return False
    return bool(_ACT.match(text, other.end) or _BY.search(text, max(0, one.start - 20), one.start))


_BY = re.compile(r"(?:\b(?:by|between|when|as|while|saw|took|see)|,)\s+$")


def _mention(text: str, candidate: _Candidate) -> PersonMention:
    full = _MIDDLE.sub(" ", text[candidate.first.start : candidate.last.end])
    return PersonMention(
        candidate.start,
        candidate.end,
        " ".join(full.split()),
        None,
        _agency(text, candidate.start, candidate.last.end),
        candidate.last.folded,
        True,
        candidate.role,
    )


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {fold(title.text): title.kind for title in titles()}


_RUNS = re.compile(
    r",\s+(?:[\w'’.]+\s+){0,4}(?:head|chief|director|manager|administrator)\b|"
    r",\s+(?:[\w'’.]+\s+){0,2}(?:controller|capcom|spokes\w+)\b"
)

_POST = AnyCase(
    r"\b(?:director|manager|head|chief|administrator|capcom|communicator|controller|commentator|spokes\w+)[\w\s,]{0,20}$"
)


def placed(text: str, mention: PersonMention) -> PersonMention:
    """Somebody of the roster, with the post on Earth that a title or an apposition gives.

    "Jo Doe, the head of Mission Control,", "flight director Jo Doe".
    """
    before, after = text[max(0, mention.start - 60) : mention.start], text[mention.end :][:60]
    titled = _role(before) == "ground" and _POST.search(before)
    if titled or (_RUNS.match(after) and not _FLIES.search(after)):
        return replace(mention, role="ground")
    return mention


def _role(before: str) -> str | None:
    """What the title before a name says: ``ground`` and ``inside`` stay in; others may go out."""
    match = title_pattern().search(before)
    if match is None:
        return None
    word = re.sub(r"\d+", "{n}", fold(match[0])).strip(" .,:)")
    kind = _kinds().get(word) or _kinds().get(word.removesuffix("s"))
    if kind in ("ground", "inside"):
        return kind
    return None if kind == "honorific" else "crew"


def _apposed(after: str) -> str | None:
    """What an apposition after a name says: "Jo Doe, a deputy flight director," stays in."""
    match = _APPOSITION.match(after)
    if match is None:
        return None
    if _FLIES.search(match[0]):
        return "crew"
    return "ground" if _STAYS.search(match[0]) else None


def _name_shape(pieces: Sequence[Piece]) -> tuple[Piece, Piece] | None:
    """The trailing two or three words of a run, if they look like a person's name."""
    words = [p for p in pieces if p.folded]
    while words and (
        words[-1].folded.strip(".") in _NO_END or words[-1].text.isupper() or _is_title(words[-1])
    ):
        words.pop()
    tail: list[Piece] = []
    for piece in reversed(words):
        plain = piece.folded.strip(".'’\"“”()")
        if (
            plain in NOT_NAME
            or plain in _peoples()
            or any(c.isdigit() for c in plain)
            or _LOWER_PART.search(piece.text)
        ):
            break
        tail.append(piece)
    tail.reverse()
    while len(tail) > 3 or (tail and _is_title(tail[0])):
        tail = tail[1:]
    if len(tail) > 1 and _is_acronym(tail[0]) and not tail[-1].text.isupper():
        return None
    if len(tail) < 2 or len(tail[-1].text) < 3 or " ".join(p.folded for p in tail) in surnames():
        return None
    return tail[0], tail[-1]


def _is_acronym(piece: Piece) -> bool:
    """Whether a word is an abbreviation of capitals, and no initials: "ROEX Relay"."""
    return len(piece.text) > 2 and piece.text.isalpha() and piece.text.isupper()


def _is_title(piece: Piece) -> bool:
    return piece.folded.strip(".") in title_words() or piece.folded in title_words()


def _agency(text: str, start: int, end: int) -> str | None:
    """The agency named just before or after a name."""
    window = text[max(0, start - 50) : start]
    hits = list(agency_pattern().finditer(window))
    name = hits[-1][1] if hits else None
    after = affiliation_pattern().match(text, end)
    if after and (named := agency_pattern().search(after[0])):
        name = named[1]
    if name is None:
        return None
    for agency in agencies():
        if name in agency.aliases:
            return agency.name
    return None
