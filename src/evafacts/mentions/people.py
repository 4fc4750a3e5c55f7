"""People: roster names in all their spellings, and unknown names by the words around them.

A name is matched on runs of capitalised words: the roster's aliases by dictionary, with an
optional initial, middle name or quoted nickname inside; an unknown name only after a title
("astronaut", "flight engineer"), before an affiliation ("of NASA"), or in a list with such a name.
A surname stands for whoever bears it in the article; alone, it needs a title or company.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from evafacts.knowledge import Person, aliases, by_key, fold, surnames
from evafacts.mentions.misspelt import corrected
from evafacts.mentions.names import (
    NOT_NAME,
    RUN,
    SUFFIX,
    PersonMention,
    Piece,
    given_names,
    pieces_of,
    title_pattern,
)
from evafacts.mentions.pronouns import pronouns_of
from evafacts.mentions.strangers import find_strangers, placed

__all__ = ["PersonMention", "choose", "find_people"]


@lru_cache(maxsize=1)
def _alias_heads() -> frozenset[str]:
    """Every first word of an alias: a cheap test before any longer look-up."""
    return frozenset(alias.split()[0] for alias in aliases())


def find_people(text: str, year: int | None = None) -> list[PersonMention]:
    """Find the people whom ``text`` names, in order.

    Args:
        text: An article's text.
        year: The year of publication where known; settles between namesakes.

    Returns:
        Mentions that do not overlap; ``name`` is the roster's, else the fullest form in the text.
    """
    runs = [pieces_of(text, m) for m in RUN.finditer(text)]
    found: list[PersonMention] = []
    loose: list[list[Piece]] = []
    for pieces in runs:
        if len(pieces) > 1:  # a name in full has two words
            loose.extend(_known(text, pieces, found, year))
    found = [placed(text, one) for one in found]
    found.extend(corrected(one) for one in find_strangers(text, loose, runs, found))
    found.sort(key=lambda m: m.start)
    found.extend(_by_surname(text, runs, found, year))
    found.sort(key=lambda m: m.start)
    if pronouns := pronouns_of(text, found):
        found = sorted((*found, *pronouns), key=lambda m: m.start)
    return found


def _known(
    text: str, pieces: list[Piece], found: list[PersonMention], year: int | None
) -> Iterator[list[Piece]]:
    """Add roster names to ``found``; yield the stretches between them."""
    heads = _alias_heads()
    rest: list[Piece] = []
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
        suffix = SUFFIX.match(text, end)
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


def _alias_at(pieces: list[Piece], i: int) -> tuple[int, tuple[Person, ...]] | None:
    """The longest alias that begins at ``i``, save for an initial, middle name or nickname."""
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
        if hit is None and len(words) >= 3 and _spares(pieces, i, j):
            hit = table.get(f"{words[0]} {words[-1]}") or table.get(
                f"{words[0]} {words[-2]} {words[-1]}"
            )
        if hit is not None:
            best = (j, hit)
    return best


def _spares(pieces: list[Piece], i: int, j: int) -> bool:
    """Whether what stands between the ends of a name may be a middle name: "Jo A. Roe"."""
    between = (p.folded.strip(".") for p in pieces[i + 1 : j])
    return pieces[j].folded not in NOT_NAME or all(len(word) == 1 for word in between)


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


def _by_surname(
    text: str, runs: list[list[Piece]], found: list[PersonMention], year: int | None
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
    doubtful: list[tuple[Piece, tuple[Person, ...]]] = []
    roster = surnames()
    cursor = 0
    for piece in _with_double_names(runs, bearers, roster):
        while cursor < len(taken) and taken[cursor][1] <= piece.start:
            cursor += 1
        if not piece.folded or (cursor < len(taken) and taken[cursor][0] <= piece.start):
            continue
        if piece.folded in bearers:
            bearer = _nearest(bearers[piece.folded], piece.start)
            other = fold(bearer.name).startswith(f"{piece.folded} ") and _CAP_AFTER.match(
                text, piece.end
            )
            if not other and not _part_of_name(text, piece):
                added.append(replace(bearer, start=piece.start, end=piece.end, full=False))
        elif piece.folded in roster and len(piece.folded) > 2 and not _part_of_name(text, piece):
            doubtful.append((piece, roster[piece.folded]))
    added.extend(_doubtful(text, doubtful, year, (*found, *added)))
    return added


def _with_double_names(
    runs: list[list[Piece]], bearers: Mapping[str, object], roster: Mapping[str, object]
) -> Iterator[Piece]:
    """Pieces one by one, but surnames of two words ("Vande Hei") as one."""
    for run in runs:
        n = 0
        while n < len(run):
            piece = run[n]
            if n + 1 < len(run) and run[n + 1].folded:
                folded = f"{piece.folded} {run[n + 1].folded}"
                if folded in bearers or folded in roster:
                    yield Piece(
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
        for given in _givens(mention):
            bucket = givens.setdefault(given, [])
            if all(m.name != mention.name for m in bucket):
                bucket.append(mention)
    return {given: bearers for given, bearers in givens.items() if len(bearers) == 1}


def _givens(mention: PersonMention) -> set[str]:
    """The given names of a person; of an unknown one the first word, be it the family's."""
    if mention.key is None:
        return {fold(mention.name).split()[0]}
    return {fold(g) for g in by_key()[mention.key].givens if len(g) > 2}


def _surname_forms(mention: PersonMention) -> set[str]:
    if mention.key is None:
        return {mention.surname, " ".join(fold(mention.name).split()[-2:])}
    return {fold(s) for s in by_key()[mention.key].surnames} | {mention.surname}


def _nearest(bearers: list[PersonMention], position: int) -> PersonMention:
    fliers = [m for m in bearers if m.role != "ground"] or bearers
    before = [m for m in fliers if m.start <= position]
    return before[-1] if before else fliers[0]


_NAME_AFTER = re.compile(
    r"\s+(?:Space|Center|Centre|University|Institute|Field|Street|Telescope|Air\s+Force)\b"
)
_CAP_AFTER = re.compile(r"\s+[A-ZÀ-Þ][a-zà-ÿ]")
_CAP_BEFORE = re.compile(r"(?:^|[\s(“\"])([A-Z][a-z]+)\s+$")


def _part_of_name(text: str, piece: Piece) -> bool:
    """Say whether the surname belongs to something else ("Johnson Space Center", "Mark Kelly")."""
    if _NAME_AFTER.match(text, piece.end):
        return True
    before = _CAP_BEFORE.search(text[max(0, piece.start - 25) : piece.start])
    return bool(before and fold(before[1]) in given_names() and fold(before[1]) != piece.folded)


def _doubtful(
    text: str,
    pieces: list[tuple[Piece, tuple[Person, ...]]],
    year: int | None,
    known: Sequence[PersonMention],
) -> list[PersonMention]:
    """Bare surnames of the roster: where titled or listed with another, and then throughout.

    Also one that a single person has, a spacewalker: where what is told of it only somebody outside
    does or has ("Roe's spacewalk", "Roe went outside").
    """
    sure: dict[str, Person] = {}
    spots = {one.start: one for one in known} | {one.end: one for one in known}
    for n, (piece, candidates) in enumerate(pieces):
        before = text[max(0, piece.start - 40) : piece.start]
        initial = _INITIAL.search(before)
        if initial is not None:
            candidates = tuple(p for p in candidates if p.givens[0][0] == initial[1])
            before = before[: initial.start()]
            if not candidates:
                continue
        walkers = tuple(p for p in candidates if p.spacewalker)
        titled = bool(title_pattern().search(before)) and not re.search(
            r"\bMiss(?:es)?\.?\s+$", before
        )
        paired = bool(walkers) and any(
            0 <= n + step < len(pieces)
            and _paired(text, piece, pieces[n + step][0], sure if step < 0 else None)
            for step in (-1, 1)
        )
        beside = bool(walkers) and _beside_known(text, piece, spots)
        alone = len(candidates) == len(walkers) == 1 and _is_outside(text, piece)
        if titled or paired or beside or alone:
            sure.setdefault(piece.folded, choose(walkers or candidates, year))
    return [
        PersonMention(
            piece.start, piece.end, person.name, person.key, person.agency, piece.folded, False
        )
        for piece, _ in pieces
        if (person := sure.get(piece.folded)) is not None
    ]


def _paired(text: str, one: Piece, other: Piece, sure: dict[str, Person] | None) -> bool:
    if sure is not None and other.folded not in sure:
        return False
    left, right = sorted((one, other), key=lambda p: p.start)
    between = text[left.end : right.start]
    return len(between) < 30 and bool(_AND.fullmatch(between))


def _beside_known(text: str, piece: Piece, spots: Mapping[int, PersonMention]) -> bool:
    """Whether "and" joins a surname to somebody of the roster: "Doe and Roe" after "Jo Doe"."""
    after = _AND.match(text, piece.end)
    before = _AND_BEFORE.search(text, max(0, piece.start - 20), piece.start)
    near = [spots.get(after.end())] if after else []
    near += [spots.get(before.start())] if before else []
    return any(one is not None and one.key is not None for one in near)


def _is_outside(text: str, piece: Piece) -> bool:
    """Whether a surname is told of as that of somebody outside."""
    if _OUTSIDE.match(text, piece.end):
        return True
    return bool(_OF_WALK.search(text, max(0, piece.start - 60), piece.start))


_AND_BEFORE = re.compile(r",?\s+(?:and|&)\s+$")
_OUTSIDE = re.compile(
    r"['’]s?\s+(?:[\w-]+\s+){0,2}(?:space[\s-]?walks?|EVA|spacesuit|helmet|visor|gloves?|tether)\b"
    r"|,?\s+(?:(?:then|had|has|also|soon|was|is|first|will)\s+){0,2}(?:float(?:ed|s|ing)|(?:went|go|goes|stepped|steps|ventured|climbed|came)\s+out(?:side)?\b|"
    r"(?:bec[oa]me|the)\s+(?:the\s+)?first\s+[\w\s]{0,25}\bto\s+(?:walk|step|go|venture|float)|space-?walk(?:s|ed|ing)?\b|(?:made|makes|make|performed|conducted)\s+(?:[\w-]+\s+){1,5}space[\s-]?walk)"
)
_OF_WALK = re.compile(r"\b[Ss]pace\s?walk\s+(?:by|with|of)\s+(?:[a-z]+\s+){0,2}$")
_INITIAL = re.compile(r"\b([A-Z])\.\s?(?:[A-Z]\.\s?)?$")
_AND = re.compile(r",?\s+(?:and|&)\s+(?:\w+\s+)?(?:[A-Z]\.\s?){0,2}")
