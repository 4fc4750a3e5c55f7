"""The object of a verb of work: what its first noun phrase names."""

from evafacts.knowledge.work import work
from evafacts.mentions.grammar import (
    ARTICLES,
    CLAUSE_STOPS,
    DETERMINERS,
    FINITE,
    OBJECT_PRONOUNS,
    OTHER_AGENTS,
    PREPOSITIONS,
    WALK_WORDS,
    words,
)
from evafacts.mentions.tasks.scan import PARTICLES, Scan, is_adverb
from evafacts.mentions.values import value

_PARTS = words(
    "one two three four five six pair set number series half part parts piece pieces bundle "
    "bundles section sections couple dozen dozens some all several rest remainder bits bit "
    "corner any each most lot first second last strands strand strips strip types type "
    "kinds kind length lengths hold grip pairs sets"
)

_PIECES = words("piece pieces part section segment")
_COUNTED = words("another more two three four five six")
_AT = words("on onto into from to at in outside")
_OPENING = words("a an the his her their its two three four five six seven eight several another")
_PLACE_WORDS = 12
_SIDES = words("outside back side end top bottom front corner face underside")
_BODY = words("hands head feet eyes")
_NO_OPENING = FINITE | words("that as him himself themselves herself like using no")


@value
class ObjectPhrase:
    """The first noun phrase after a verb: its words, and what they are.

    ``thing`` is hardware, ``whole`` too large for one item, ``personal`` what the crew wear or go
    through; ``particle`` says that one stood before it, ``head_is_thing``
    that its head is hardware.
    """

    words: tuple[str, ...]
    first: int
    thing: bool
    pronoun: bool
    whole: bool
    personal: bool
    particle: bool
    head_is_thing: bool = False


def object_phrase(scan: Scan, head: int, end: int) -> ObjectPhrase | None:
    """Read the noun phrase after the verb at ``head``; None where none follows.

    "a pair of cables" is about cables; particles ("plug in the links") are passed over.
    """
    first = head + 1
    while first < end - (scan.lower(first) == "both") and (
        (is_adverb(scan.lowers[first]) and scan.lower(first + 1) != "of")
        or (first < head + 3 and scan.lowers[first] in PARTICLES)
    ):
        first += 1
    if scan.lower(first) == "place" and scan.lower(first - 1) in ("in", "into"):
        first += 1  # "put in place a workbench"
    behind = _after_place(scan, head + 1, end)
    placed = behind < end
    first = behind if placed else first
    if first >= end or scan.lowers[first] in PREPOSITIONS or _opens_none(scan, first):
        return None
    nouns, heads = _nouns(scan, first, end)
    content = [n for n in nouns if scan.lowers[n] not in DETERMINERS]
    pronoun = scan.lowers[heads] in OBJECT_PRONOUNS or (
        not content and scan.lowers[heads] in _COUNTED
    )
    if not content and not pronoun:
        return None
    bare = scan.lowers[heads].removesuffix("'s").removesuffix("’s")
    known = work()
    thing = any(is_thing(scan, n) for n in content)
    if placed and not thing:
        return None
    if (
        first > head + 1
        and scan.lowers[first - 1] in ("in", "on", "over")
        and not (thing or pronoun)
    ):
        return None
    return ObjectPhrase(
        tuple(scan.lowers[n] for n in nouns),
        first,
        thing,
        pronoun,
        _is_whole(scan, nouns, heads, thing=thing),
        bare in known.personal and not (bare in _BODY and _is_robots(scan, nouns)),
        first > head + 1,
        is_thing(scan, heads),
    )


def _after_place(scan: Scan, first: int, end: int) -> int:
    """Where the object begins that stands behind its place: "mounted on the hull a sensor"."""
    if scan.lower(first) not in _AT:
        return end
    for k in range(first + 2, min(end, first + _PLACE_WORDS)):
        before = scan.lowers[k - 1]
        if scan.lowers[k] in ("and", "or", ",", ":"):
            break
        if scan.lowers[k] in _OPENING and k + 1 < end and before not in PREPOSITIONS | DETERMINERS:
            return k
    return end


def _is_robots(scan: Scan, nouns: list[int]) -> bool:
    """As in "attach a pair of hands to the robot": not those of the crew."""
    return len(nouns) > 1 and scan.lowers[nouns[0]] not in ("his", "her", "their", "its")


def _opens_none(scan: Scan, first: int) -> bool:
    """Say whether no noun phrase begins at ``first``: "said that"; "removed that unit" has one."""
    if scan.lowers[first] == "that" and first + 1 < len(scan):
        return not is_thing(scan, first + 1)
    return scan.lowers[first] in _NO_OPENING


def _is_whole(scan: Scan, nouns: list[int], heads: int, *, thing: bool) -> bool:
    """Say whether a phrase names all of a station: "the International Space Station"."""
    wholes = work().wholes
    bare = scan.lowers[heads].removesuffix("'s").removesuffix("’s")
    if any(_is_piece(scan, n) for n in nouns):
        return False
    if bare == "telescope":
        known = {"space", "hubble", "billion", "hubble's"}  # "fix the $2 billion telescope"
        return not known.isdisjoint(scan.lowers[n] for n in nouns)
    if bare in wholes:
        return scan.lower(heads - 1) not in ("work", "working")
    return not thing and any(scan.lowers[n] in wholes for n in nouns)


def _is_piece(scan: Scan, k: int) -> bool:
    """As in "a new piece of the International Space Station"."""
    if scan.lowers[k] not in _PIECES or scan.lower(k + 1) != "of":
        return False
    return not work().wholes.isdisjoint(scan.lowers[k + 2 : k + 7])


def _nouns(scan: Scan, first: int, end: int) -> tuple[list[int], int]:
    """The words of a noun phrase, and its head ("the hatch of the module": the hatch)."""
    nouns = [first]
    if scan.lowers[first] in ("it", "them"):  # "threw it overboard"
        return nouns, first
    heads = -1
    bracket = 0
    for k in range(first + 1, end):
        lower = scan.lowers[k]
        bracket = bracket + (lower == "(") - (lower == ")")
        if bracket:
            continue
        if lower in CLAUSE_STOPS or lower == "that" or (lower == "," and heads >= 0):
            break
        if lower == "out" and scan.lower(k + 1) == "of":
            break
        if lower == "of":
            if scan.lowers[nouns[-1]] in _PARTS:
                continue
            heads = nouns[-1] if heads < 0 else heads
            if is_thing(scan, nouns[-1]):
                break
        elif lower in PREPOSITIONS and scan.lowers[k - 1] not in ARTICLES:
            break
        elif lower in ("and", "or"):
            heads = nouns[-1] if heads < 0 else heads
        elif lower[:1].isalnum():
            nouns.append(k)
    return nouns, heads if heads >= 0 else nouns[-1]


def is_thing(scan: Scan, k: int) -> bool:
    """Say whether the word at ``k`` names hardware: known, or an acronym ("OPM", "PMA-3")."""
    lower = scan.lowers[k]
    known = work()
    if known.is_thing(lower) or (lower in _SIDES and scan.lower(k + 1) == "of"):
        return True
    if _is_piece(scan, k):
        return True
    text = scan.words.texts[k]
    acronym = (
        len(text) >= 3
        and text.isupper()
        and "." not in text
        and text[0].isalpha()
        and not scan.capitals
    )
    return (
        acronym
        and lower not in OTHER_AGENTS
        and lower not in known.wholes
        and lower not in WALK_WORDS
    )
