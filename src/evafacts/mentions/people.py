"""People: roster names in all their spellings, and unknown names by the words around them.

A name is matched on runs of capitalised words: the roster's aliases by dictionary, with an
optional initial, middle name or quoted nickname inside; an unknown name only after a title
("astronaut", "flight engineer"), before an affiliation ("of NASA"), or in a list with such a name.
A surname stands for whoever bears it in the article; alone, it needs a title or company.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import NamedTuple

from evafacts.knowledge import Person, agencies, aliases, by_key, fold, people, surnames, titles

_WORD = r"(?:[A-Z][a-zà-öø-ÿ]?['’](?=[A-Z])|Ma?c(?=[A-Z]))?[A-ZÀ-Þ][\wà-ÿ]*(?:[-‑][\wà-ÿ]+)*\.?"
_NICK = r"[\"“‘'(][A-Z][\w. ]{1,14}[\"”’')]"
_PARTICLE = r"(?:de|van|von|der|den|la|al|da|Vande|Van|De)"
_RUN = re.compile(
    rf"(?<![\w@]){_WORD}(?:[ \u00a0]?\n?[ \u00a0]?(?:{_NICK}|{_PARTICLE}(?=[ \u00a0][A-Z])|{_WORD}))*"
)
_PIECE = re.compile(rf"{_NICK}|[^\s]+")
_POSSESSIVE = re.compile(r"['’]s?$")
_SUFFIX = re.compile(r",?\s+(?:Jr|Sr)\b\.?|,?\s+I{2,3}\b")
_CONNECT = re.compile(r"\s*(?:,\s*(?:and\s+|&\s*)?|and\s+|&\s*|with\s+|/\s*)$")
_CONNECT_AND = re.compile(
    r"[\s,]*(?:\([^()]{1,30}\)|of\s+[A-Z][\w. ]{1,20}|,\s*\d\d,)?[\s,]*(?:and|&)\s+"
    r"(?:\w+\s+){0,3}?(?:[A-Z]{3,9}\s+|[A-Z]\w+[’']s\s+)?$"
)
_NOT_NAME = frozenset(
    "a an the of and or in on at to from by for with as is was are international space station center centre "
    "university institute agency telescope shuttle mission control earth moon mars sun live tv news press "
    "association crew expedition dragon soyuz progress station's lab laboratory module airlock flight engineer "
    "engineers commander commanders pilot specialist specialists astronaut astronauts cosmonaut cosmonauts monday "
    "tuesday wednesday thursday friday saturday sunday january february march april may june july august september "
    "october november december both during after before while when his her their he she they it this that these "
    "we you i if but not two three four five six seven eight nine ten first second third image photo credit read "
    "more watch video spacewalk spacewalks spacewalker spacewalkers eva iss nasa esa jaxa csa roscosmos russian "
    "american japanese canadian european chinese soviet italian french german british u.s us united states "
    "national aeronautics administration house white capitol city new york houston texas florida moscow russia "
    "china japan canada europe america boeing spacex lockheed martin northrop grumman starliner hubble mir "
    "salyut skylab apollo gemini voskhod atlantis discovery endeavour columbia challenger tiangong shenzhou "
    "physics aerospace exploration federation academy award medal story update today spokesman spokeswoman "
    "officials official manager director chief team program programme project force air navy army marine corps "
    "kibo destiny unity harmony columbus airlock's facebook twitter instagram youtube getty images reuters afp ap "
    "associated united xinhua tass interfax ria novosti cnn bbc abc cbs nbc fox times post journal daily week "
    "there here then now next last also according so what how why who where yes no my our its your all one "
    "each another other some most many such senior colonel lieutenant captain major general dr mr mrs ms cmdr col maj capt gen sgt prof "
    "professor sir lady madam president minister secretary chairman lead veteran rookie crewmate crewmates colleague colleagues".split()
)


@dataclass(frozen=True, slots=True)
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


class _Piece(NamedTuple):
    text: str
    folded: str
    start: int
    end: int


@lru_cache(maxsize=1)
def _alias_heads() -> frozenset[str]:
    """Every first word of an alias: a cheap test before any longer look-up."""
    return frozenset(alias.split()[0] for alias in aliases())


@lru_cache(maxsize=1)
def _given_names() -> frozenset[str]:
    return frozenset(
        fold(given) for person in people() for given in person.givens if len(given) > 2
    )


@lru_cache(maxsize=1)
def _title_words() -> frozenset[str]:
    return frozenset(fold(title.text) for title in titles())


@lru_cache(maxsize=1)
def _title_pattern() -> re.Pattern[str]:
    forms = (re.escape(t.text).replace(r"\{n\}", r"\d+") for t in titles())
    words = "|".join(sorted(forms, key=len, reverse=True))
    return re.compile(rf"(?:\b(?:{words})\.?[,:]?\s+|\bEV-?\s?[12]\b\)?[,:]?\s+)$", re.I)


@lru_cache(maxsize=1)
def _affiliation_pattern() -> re.Pattern[str]:
    names = sorted({re.escape(n) for a in agencies() for n in a.aliases}, key=len, reverse=True)
    return re.compile(
        rf",?\s*(?:\(|of\s+|from\s+|with\s+)(?:the\s+)?(?:{'|'.join(names)})\b"
        r"|,\s+(?:an?|the)\s+(?:[\w-]+\s+){0,3}(?:astronaut|cosmonaut|taikonaut|spacewalker)\b"
        r"|\s*\(EV-?\s?[12]\)"
    )


@lru_cache(maxsize=1)
def _agency_pattern() -> re.Pattern[str]:
    names = sorted({re.escape(n) for a in agencies() for n in a.aliases}, key=len, reverse=True)
    return re.compile(rf"\b({'|'.join(names)})\b")


def _pieces(text: str, match: re.Match[str]) -> list[_Piece]:
    whole = match[0]
    if whole.isalpha():
        return [_Piece(whole, fold(whole), match.start(), match.end())]
    pieces: list[_Piece] = []
    for piece in _PIECE.finditer(text, match.start(), match.end()):
        start, end = piece.span()
        said = piece[0]
        word = (
            said
            if said[-1].isalpha() and said[-2:-1].isalpha()
            else _POSSESSIVE.sub("", said) or said
        )
        stop = word.rstrip(".") if len(word) > 3 else word
        pieces.append(_Piece(stop, fold(stop), start, start + len(stop)))
        if len(word) != len(stop) or word != said:
            pieces.append(_Piece("", "", end, end))  # a break: no name runs across
    return pieces


def find_people(text: str, year: int | None = None) -> list[PersonMention]:
    """Find the people whom ``text`` names, in order.

    Args:
        text: An article's text.
        year: The year of publication where known; settles between namesakes.

    Returns:
        Mentions that do not overlap; ``name`` is the roster's name, else the fullest form in the text.
    """
    runs = [_pieces(text, m) for m in _RUN.finditer(text)]
    found: list[PersonMention] = []
    loose: list[list[_Piece]] = []
    for pieces in runs:
        if len(pieces) > 1:  # a name in full has two words
            loose.extend(_known(text, pieces, found, year))
    found.extend(_unknown(text, loose, found))
    found.sort(key=lambda m: m.start)
    found.extend(_by_surname(text, runs, found, year))
    found.sort(key=lambda m: m.start)
    return found


def _known(
    text: str, pieces: list[_Piece], found: list[PersonMention], year: int | None
) -> Iterator[list[_Piece]]:
    """Add roster names to ``found``; yield the stretches between them."""
    heads = _alias_heads()
    rest: list[_Piece] = []
    i = 0
    while i < len(pieces):
        hit = _alias_at(pieces, i) if pieces[i].folded in heads else None
        if hit is None:
            if pieces[i].folded:
                rest.append(pieces[i])
            elif rest:
                yield rest
                rest = []
            i += 1
            continue
        if rest:
            yield rest
            rest = []
        last, candidates = hit
        start, end = pieces[i].start, pieces[last].end
        suffix = _SUFFIX.match(text, end)
        person = choose(candidates, year)
        found.append(
            PersonMention(
                start,
                suffix.end() if suffix else end,
                person.name,
                person.key,
                person.agency,
                fold(person.surnames[0]),
                True,
            )
        )
        i = last + 1
    if rest:
        yield rest


def _alias_at(pieces: list[_Piece], i: int) -> tuple[int, tuple[Person, ...]] | None:
    """The longest alias that begins at ``i``; one initial, middle name or nickname may intervene."""
    table = aliases()
    best: tuple[int, tuple[Person, ...]] | None = None
    words: list[str] = []
    for j in range(i, min(i + 5, len(pieces))):
        if not pieces[j].folded:
            # the piece before the break ends the name; an initial's full stop does not
            break
        words.append(pieces[j].folded)
        if len(words) < 2:
            continue
        hit = table.get(" ".join(words))
        if hit is None and len(words) >= 3 and pieces[j].folded not in _NOT_NAME:
            hit = table.get(f"{words[0]} {words[-1]}")
        if hit is not None:
            best = (j, hit)
    return best


def choose(candidates: tuple[Person, ...], year: int | None) -> Person:
    """Settle between namesakes: spacewalkers first, then those active in ``year``."""
    if len(candidates) == 1:
        return candidates[0]

    def rank(person: Person) -> tuple[int, int, int]:
        active = 0
        if year is not None and person.first is not None:
            active = int(person.first - 3 <= year <= (person.last or year) + 3)
        return (active, int(person.spacewalker), person.last or 0)

    return max(candidates, key=rank)


def _unknown(
    text: str, loose: list[list[_Piece]], known: list[PersonMention]
) -> list[PersonMention]:
    """Names that the roster does not hold, by title, affiliation, given name or company."""
    found: list[PersonMention] = []
    ends = {mention.end for mention in known}
    for pieces in loose:
        name = _name_shape(pieces) if len(pieces) > 1 else None
        if name is None:
            continue
        first, last = name
        before = text[max(0, first.start - 60) : first.start]
        titled = bool(_title_pattern().search(before))
        after = _affiliation_pattern().match(text, last.end)
        listed = bool(_CONNECT.search(before) or _CONNECT_AND.search(before)) and any(
            first.start - 45 <= end < first.start for end in ends
        )
        leads = _leads_list(text, last.end, known)
        given = first.folded in _given_names()
        if not (titled or after or (listed and given) or (leads and given) or (listed and titled)):
            continue
        full = text[first.start : last.end]
        suffix = _SUFFIX.match(text, last.end)
        found.append(
            PersonMention(
                first.start,
                suffix.end() if suffix else last.end,
                " ".join(full.split()),
                None,
                _agency(text, first.start, last.end),
                last.folded,
                True,
                _role(before) or ("crew" if after or listed or leads else None),
            )
        )
        ends.add(last.end)
    return found


@lru_cache(maxsize=1)
def _kinds() -> dict[str, str]:
    return {fold(title.text): title.kind for title in titles()}


def _role(before: str) -> str | None:
    """What the title before a name says: ``ground`` and ``inside`` stay in; others may go out."""
    match = _title_pattern().search(before)
    if match is None:
        return None
    word = re.sub(r"\d+", "{n}", fold(match[0])).strip(" .,:)")
    kind = _kinds().get(word)
    if kind in ("ground", "inside"):
        return kind
    return None if kind == "honorific" else "crew"


def _leads_list(text: str, end: int, known: list[PersonMention]) -> bool:
    return any(
        0 < mention.start - end < 40
        and re.fullmatch(r"\s*,?\s*(?:and|&)\s+[\w ]*", text[end : mention.start])
        for mention in known
    )


def _name_shape(pieces: list[_Piece]) -> tuple[_Piece, _Piece] | None:
    """The trailing two or three words of a run, if they look like a person's name."""
    words = [p for p in pieces if p.folded]
    while words and (words[-1].folded.strip(".") in _NOT_NAME or words[-1].text.isupper()):
        words.pop()
    tail: list[_Piece] = []
    for piece in reversed(words):
        plain = piece.folded.strip(".'’\"“”()")
        if plain in _NOT_NAME or any(c.isdigit() for c in plain):
            break
        tail.append(piece)
    tail.reverse()
    while len(tail) > 3 or (tail and _is_title(tail[0])):
        tail = tail[1:]
    if len(tail) < 2 or len(tail[-1].text) < 3:
        return None
    return tail[0], tail[-1]


def _is_title(piece: _Piece) -> bool:
    return piece.folded.strip(".") in _title_words() or piece.folded in _title_words()


def _agency(text: str, start: int, end: int) -> str | None:
    """The agency named just before or after a name."""
    window = text[max(0, start - 50) : start]
    hits = list(_agency_pattern().finditer(window))
    name = hits[-1][1] if hits else None
    after = _affiliation_pattern().match(text, end)
    if after and (named := _agency_pattern().search(after[0])):
        name = named[1]
    if name is None:
        return None
    for agency in agencies():
        if name in agency.aliases:
            return agency.name
    return None


def _by_surname(
    text: str, runs: list[list[_Piece]], found: list[PersonMention], year: int | None
) -> list[PersonMention]:
    """Surnames that stand alone: of people named in full, else by title or company."""
    bearers: dict[str, list[PersonMention]] = _by_given(found)
    for mention in found:
        for surname in _surname_forms(mention):
            bucket = bearers.setdefault(surname, [])
            if all(m.name != mention.name for m in bucket):
                bucket.append(mention)
    taken = sorted((m.start, m.end) for m in found)
    added: list[PersonMention] = []
    doubtful: list[tuple[_Piece, tuple[Person, ...]]] = []
    roster = surnames()
    cursor = 0
    for piece in _with_double_names(runs, bearers, roster):
        while cursor < len(taken) and taken[cursor][1] <= piece.start:
            cursor += 1
        if not piece.folded or (cursor < len(taken) and taken[cursor][0] <= piece.start):
            continue
        if piece.folded in bearers:
            bearer = _nearest(bearers[piece.folded], piece.start)
            if not _part_of_name(text, piece):
                added.append(replace(bearer, start=piece.start, end=piece.end, full=False))
        elif piece.folded in roster and len(piece.folded) > 2 and not _part_of_name(text, piece):
            doubtful.append((piece, roster[piece.folded]))
    added.extend(_doubtful(text, doubtful, year))
    return added


def _with_double_names(
    runs: list[list[_Piece]], bearers: Mapping[str, object], roster: Mapping[str, object]
) -> Iterator[_Piece]:
    """Pieces one by one, but surnames of two words ("Vande Hei") as one."""
    for run in runs:
        n = 0
        while n < len(run):
            piece = run[n]
            if n + 1 < len(run) and run[n + 1].folded:
                folded = f"{piece.folded} {run[n + 1].folded}"
                if folded in bearers or folded in roster:
                    yield _Piece(
                        f"{piece.text} {run[n + 1].text}", folded, piece.start, run[n + 1].end
                    )
                    n += 2
                    continue
            yield piece
            n += 1


def _by_given(found: list[PersonMention]) -> dict[str, list[PersonMention]]:
    """Given names that only one person of the article has: "Luca" after "Luca Parmitano"."""
    givens: dict[str, list[PersonMention]] = {}
    for mention in found:
        if mention.key is None:
            continue
        for given in {fold(g) for g in by_key()[mention.key].givens if len(g) > 2}:
            bucket = givens.setdefault(given, [])
            if all(m.name != mention.name for m in bucket):
                bucket.append(mention)
    return {given: bearers for given, bearers in givens.items() if len(bearers) == 1}


def _surname_forms(mention: PersonMention) -> set[str]:
    if mention.key is None:
        return {mention.surname}
    return {fold(s) for s in by_key()[mention.key].surnames} | {mention.surname}


def _nearest(bearers: list[PersonMention], position: int) -> PersonMention:
    before = [m for m in bearers if m.start <= position]
    return before[-1] if before else bearers[0]


_NAME_AFTER = re.compile(
    r"\s+(?:Space|Center|Centre|University|Institute|Field|Street|Telescope|Air\s+Force)\b"
)
_CAP_BEFORE = re.compile(r"(?:^|[\s(“\"])([A-Z][a-z]+)\s+$")


def _part_of_name(text: str, piece: _Piece) -> bool:
    """Say whether the surname belongs to something else ("Johnson Space Center", "Mark Kelly")."""
    if _NAME_AFTER.match(text, piece.end):
        return True
    before = _CAP_BEFORE.search(text[max(0, piece.start - 25) : piece.start])
    return bool(before and fold(before[1]) in _given_names() and fold(before[1]) != piece.folded)


def _doubtful(
    text: str, pieces: list[tuple[_Piece, tuple[Person, ...]]], year: int | None
) -> list[PersonMention]:
    """Bare surnames of the roster: taken where titled or listed with another, and then throughout."""
    sure: dict[str, Person] = {}
    for n, (piece, candidates) in enumerate(pieces):
        walkers = tuple(p for p in candidates if p.spacewalker)
        before = text[max(0, piece.start - 40) : piece.start]
        titled = bool(_title_pattern().search(before)) and not re.search(
            r"\bMiss(?:es)?\.?\s+$", before
        )
        paired = bool(walkers) and any(
            0 <= n + step < len(pieces)
            and _paired(text, piece, pieces[n + step][0], sure if step < 0 else None)
            for step in (-1, 1)
        )
        if titled or paired:
            sure.setdefault(piece.folded, choose(walkers or candidates, year))
    return [
        PersonMention(
            piece.start, piece.end, person.name, person.key, person.agency, piece.folded, False
        )
        for piece, _ in pieces
        if (person := sure.get(piece.folded)) is not None
    ]


def _paired(text: str, one: _Piece, other: _Piece, sure: dict[str, Person] | None) -> bool:
    if sure is not None and other.folded not in sure:
        return False
    left, right = sorted((one, other), key=lambda p: p.start)
    between = text[left.end : right.start]
    return len(between) < 30 and bool(re.fullmatch(r",?\s+(?:and|&)\s+(?:\w+\s+)?", between))
