"""Work told by a noun of action: "installation of a camera", "battery replacement"."""

from evafacts.knowledge.work import work
from evafacts.mentions.grammar import (
    DETERMINERS,
    FINITE,
    PREPOSITIONS,
    TASK_WORDS,
    UNREAL_BEFORE,
    is_walk,
    words,
)
from evafacts.mentions.tasks.ends import object_end
from evafacts.mentions.tasks.phrases import ObjectPhrase, object_phrase
from evafacts.mentions.tasks.scan import Scan

_COMPOUNDS = words(
    "installation replacement removal repair repairs retrieval deployment relocation "
    "inspection inspections  swap swaps changeout hookup hookups servicing "
    "routing jettison transfer lubrication"
)
_MARKS = frozenset((":", "•", "*", "–", "—"))
_COMES = words("comes came follows followed")
_FACES = words("outside exterior outer surface hull")
_MAIN = words(
    "event operation part feature highlight item challenge step aim purpose focus center centre"
)
_EVENTS = words("launch release capture exchange")
_GROUND = words(
    "way stage path room groundwork needed required necessary used designed module station"
)
_STORY_BEFORE = words("before during after since following until despite upon")
_COMPOUND_ENDS = (
    PREPOSITIONS
    | DETERMINERS
    | TASK_WORDS
    | FINITE
    | frozenset(
        (
            "and",
            "or",
            "(",
            "“",
            '"',
            ",",
            ":",
            ";",
            "•",
            "-",
            "–",
            "—",
            "then",
            "after",
            "before",
            "since",
            "until",
            "during",
            "involving",
            "including",
            "perform",
            "complete",
            "conduct",
            "finish",
        )
    )
)


def noun_item(scan: Scan, i: int) -> tuple[int, int] | None:
    """The item that the noun of action at ``i`` tells; None where it tells none.

    Returns:
        Indices of its first word and after its last.
    """
    known = work()
    last = i
    while scan.lower(last + 1) in ("and", ",") and scan.lower(last + 2) in known.nouns:
        last += 2
    if last > i and scan.lower(last + 1) == "of":
        return _with_object(scan, i, last)
    lower, following = scan.lowers[i], scan.lower(i + 1)
    if (
        following == "of"
        or (
            following == "to"
            and lower.startswith("repair")
            and scan.lower(i + 2) not in known.nouns
        )
        or (following == "on" and lower in ("repairs", "upgrades") and _is_carried_out(scan, i - 1))
        or (following == "for" and _is_carried_out(scan, scan.before(i)))
        or (following == "on" and lower in ("work", "test", "tests", "maintenance"))
    ):
        return _with_object(scan, i, i)
    if following == "from" and i == 0:
        return _with_object(scan, i, i)
    return _compound(scan, i)


def _with_object(scan: Scan, i: int, last: int) -> tuple[int, int] | None:
    """As in "(the) replacement of another camera on the truss"."""
    known = work()
    strength = known.verbs[known.nouns[scan.lowers[i]]].strength
    before = scan.before(i)
    if scan.lower(before) in DETERMINERS:
        before -= 1
    if scan.lowers[i] == "work" and scan.lower(i + 1) == "of":
        return None  # "made quick work of a balky cover"
    if (
        _is_prepared(scan, before)
        or scan.lower(before) in _STORY_BEFORE
        or scan.lower(i - 1) == "first"
    ):
        return None
    end = object_end(scan, last + 1, "nominal")
    phrase = object_phrase(scan, last + 1, end) if end > last + 2 else None
    if phrase is None or _is_suit(phrase) or phrase.personal or _names_walk(phrase):
        return None
    if phrase.whole and not (scan.lower(last + 1) == "on" and _is_part_of_whole(phrase)):
        return None
    if not work().indoors.isdisjoint(scan.lowers[i:end]) or phrase.words[-1] in _FACES:
        return None  # "the transfer of pounds of supplies", "work on the outside of the station"
    if scan.lowers[i].startswith("inspection") and {"heat", "shield"} <= set(phrase.words):
        return None  # from inside, with the arm
    if phrase.pronoun:  # "installation of two antennas and removal of one"
        follows = bool(scan.found) and scan.found[-1].form == "nominal"
        return (i, end) if follows and i - scan.until <= 2 else None
    if _is_dated(scan, end):
        return None
    if scan.lowers[i] in _EVENTS and not _is_carried_out(scan, before):
        return None  # "the launch of the satellite was delayed"
    listed = (
        scan.speaks_of_work
        or before < 0
        or scan.lower(before) in _MARKS
        or bool(scan.found)
        or _is_carried_out(scan, before)
    )
    listed = listed or scan.lower(before) in _COMES or _is_main(scan, before)
    if phrase.thing and (listed or (strength == "strong" and scan.names_crew)):
        return i, end
    return (i, end) if scan.speaks_of_work and strength == "strong" else None


def _names_walk(phrase: ObjectPhrase) -> bool:
    """As in "the integration of the arm and the EVA", not "of extravehicular gear"."""
    return any(is_walk(w) and w != "extravehicular" for w in phrase.words)


def _is_main(scan: Scan, before: int) -> bool:
    """As in "the main event was the relocation of a port", "the hardest part will be the"."""
    if scan.lower(before) not in ("was", "is", "be", "were"):
        return False
    return not _MAIN.isdisjoint(scan.lowers[max(0, before - 5) : before])


def _is_part_of_whole(phrase: ObjectPhrase) -> bool:
    """As in "repairs on the station's old spectrometer": a thing on the station."""
    return phrase.head_is_thing


def _is_suit(phrase: ObjectPhrase) -> bool:
    """As in "a test of his suit's sensor"."""
    return any(w.startswith(("suit", "spacesuit")) and "case" not in w for w in phrase.words)


def _is_carried_out(scan: Scan, before: int) -> bool:
    """As in "they completed the maintenance of the wings", "carried out a repair test on"."""
    for k in range(before, max(-1, before - 3), -1):
        if scan.lowers[k] == "out" and scan.lower(k - 1).startswith("carr"):
            return scan.names_crew
        verb = work().verbs.get(scan.lowers[k])
        if verb is not None and verb.strength == "light":
            return scan.names_crew
    return False


def _is_prepared(scan: Scan, before: int) -> bool:
    """As in "in preparation for the installation": work of another day."""
    if any(w in UNREAL_BEFORE for w in scan.lowers[max(0, before - 2) : before + 1]):
        return True  # "training for repairs to the telescope"
    if scan.lower(before) in ("future", "upcoming", "eventual"):
        return True
    if scan.lower(before) == "for" and scan.lower(before - 1) in _GROUND:
        return True
    return scan.lower(before) in ("for", "of") and scan.lower(before - 1) in (
        "preparation",
        "preparations",
        "ahead",
        "ready",
        "prepare",
        "advance",
    )


def _is_dated(scan: Scan, end: int) -> bool:
    """As in "the installation of the module took place in 1998": work of the past."""
    after = scan.lowers[end : end + 8]
    after = after[: after.index(",")] if "," in after else after
    return any(
        len(w) == 4 and w.isdigit() and n and after[n - 1] in ("in", "since")
        for n, w in enumerate(after)
    )


def _past_bracket(scan: Scan, start: int) -> int:
    """As in "Tool Storage Box (TSB) Installation": the name that a bracket shortens."""
    floor = max(scan.until, start - 5)
    while start > floor and scan.words.texts[start - 1][:1].isupper():
        start -= 1
    return start


def _compound(scan: Scan, i: int) -> tuple[int, int] | None:
    """As in "the battery swap", in a sentence that speaks of work or the crew."""
    lower, following = scan.lowers[i], scan.lower(i + 1)
    if lower not in _COMPOUNDS or not i:
        return None
    if following[:1].isalpha() and following not in PREPOSITIONS | FINITE | {
        "and",
        "or",
        "as",
        "before",
        "after",
    }:
        return None
    start = i
    floor = max(scan.until, i - 5)
    while (
        start > floor
        and scan.lowers[start - 1] not in _COMPOUND_ENDS
        and scan.lower(start - 1)[:1].isalnum()
    ):
        start -= 1
    if scan.lower(start - 1) == ")" and scan.lower(start - 3) == "(" and start - floor > 1:
        start = _past_bracket(scan, start - 3)
    before = scan.before(start)
    if _is_prepared(scan, before) or scan.lower(before) in _STORY_BEFORE:
        return None
    known = work()
    inside = scan.lowers[start:i]
    if not any(known.is_thing(w) for w in inside) or any(
        known.verb(w) and not known.is_thing(w) for w in inside
    ):
        return None
    if not start or any(w in TASK_WORDS or is_walk(w) for w in scan.lowers) or scan.names_crew:
        return start, i + 1
    return None
