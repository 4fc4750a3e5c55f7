"""Infinitives that tell what work, a thing or a walk is for, and not the work itself."""

from evafacts.knowledge.work import VerbForm, work
from evafacts.mentions.grammar import (
    AIMS,
    CLAUSE_STOPS,
    CREW_WORDS,
    DETERMINERS,
    FINITE,
    TIME_WORDS,
    is_walk,
)
from evafacts.mentions.tasks.scan import Scan

_HELP = frozenset(("help", "helped", "helps", "helping"))
_NEEDED = frozenset(("needed", "necessary"))
_ARMS = frozenset(("arm", "crane", "boom", "canadarm2", "canadarm", "dextre"))
_USING = frozenset(("used", "using", "use", "uses"))
_GIVING = frozenset(("give", "allow", "gives", "allows", "giving", "allowing", "gave", "provide"))
_CLOTHES = frozenset(("suit", "suits", "spacesuit", "spacesuits", "helmet", "gloves"))
_MANY = frozenset(
    ("series", "three", "four", "five", "six", "several", "more", "additional", "other")
)
_PLANNED = frozenset(
    ("scheduled", "planned", "needed", "required", "expected", "due", "set", "left")
)
_BEING = frozenset(("are", "were", "be", "been", "will", "would", "have", "had", "now", "still"))
_RANKS = frozenset(("first", "second", "third", "only", "last", "youngest", "oldest"))


def is_purpose(scan: Scan, i: int, verb: VerbForm) -> bool:
    """Say whether the infinitive at ``i`` tells what the work or the thing before it is for."""
    if verb.lemma in work().purpose and scan.found and i - scan.until < 14:
        between = scan.lowers[scan.until : i]
        if not {".", ";", "they", "he", "she"} & set(between) and not _goes_on(between):
            return True
    k = scan.before(i)
    if scan.lower(k) in _HELP and scan.lower(k - 1) in ("that", "which"):
        return True  # "a sensor that helps lock the telescope on"
    if scan.lower(k) in _HELP:  # "is used to help deploy satellites"
        k -= 1
    if scan.lower(k) != "to":
        return False
    if scan.found and scan.until <= k <= scan.until + 2 and _are_times(scan, k):
        return True  # "install plates to tie the batteries to the grid", "plates Friday to tie"
    k -= 1
    lower = scan.lower(k)
    if _is_told_of_thing(scan, k):
        return True
    if _is_tool_use(scan, k):
        return lower in _ARMS
    if _is_of_many(scan, _past_plan(scan, k)):
        return True
    needed = lower in _NEEDED and not scan.is_crew(scan.before(k)) and scan.lower(k - 1) != "work"
    if needed or lower in AIMS:
        return not _is_walks(scan, k)
    if _is_chained(scan, k) or lower in _CLOTHES or _makes_room(scan, k):
        return True
    if lower in CREW_WORDS and _RANKS & set(scan.lowers[max(0, k - 3) : k]):
        return True  # "the first astronaut to carry a flag outside"
    if verb.strength in ("weak", "open") and work().is_thing(lower):
        return lower not in ("plan", "plans") and not _is_plan(scan, k)
    return False


def _are_times(scan: Scan, k: int) -> bool:
    return all(w in TIME_WORDS or w == "on" for w in scan.lowers[scan.until : k])


def _is_walks(scan: Scan, k: int) -> bool:
    """As in "the spacewalks of last week were used to": of a walk named in the same clause."""
    for n in range(k - 1, max(-1, k - 13), -1):
        if is_walk(scan.lowers[n]):
            return True
        if scan.lowers[n] in CLAUSE_STOPS:
            break
    return False


def _is_tool_use(scan: Scan, k: int) -> bool:
    """As in "used a long wrench to loosen the bolt": the work itself."""
    for n in range(k - 1, max(scan.until, k - 8) - 1, -1):
        if scan.lowers[n] in _USING:
            return bool(DETERMINERS & set(scan.lowers[n + 1 : n + 2]))
        if scan.lowers[n] in FINITE or scan.lowers[n] in CLAUSE_STOPS or scan.lowers[n] == ",":
            break
    return False


def _makes_room(scan: Scan, k: int) -> bool:
    """As in "to give engineers time to study the leak", "in order to allow time to"."""
    before = scan.lowers[max(0, k - 5) : k]
    return scan.lowers[k] in ("time", "room", "space") and bool(_GIVING & set(before))


def _is_told_of_thing(scan: Scan, k: int) -> bool:
    """As in "took in a trap that was put there in May to catch dust": what a thing is for."""
    for n in range(k, max(scan.until - 1, k - 9), -1):
        if scan.lowers[n] == "that" and scan.lower(n + 1) in ("was", "were", "had"):
            return bool(scan.found) and n <= scan.until + 1
        if scan.lowers[n] in (",", ";", "and") or scan.is_crew(n):
            return False
    return False


def _past_plan(scan: Scan, k: int) -> int:
    """The word before "are scheduled", "will be needed", where they stand before ``k``."""
    if scan.lowers[k] in _PLANNED:
        k -= 1
        while k > 0 and scan.lowers[k] in _BEING:
            k -= 1
    return k


def _is_of_many(scan: Scan, k: int) -> bool:
    """As in "a series of spacewalks to upgrade the station": of all, and not of each one."""
    k -= scan.lowers[k] == ","
    near = set(scan.lowers[max(0, k - 6) : k])
    if not scan.lower(k).endswith("walks") or not _MANY & near:
        return False
    return "of" not in near or not near & {"one", "first", "second", "third", "last", "final"}


def _is_chained(scan: Scan, k: int) -> bool:
    """As in "brackets to support arrays to upgrade the power system": a purpose of a purpose."""
    purpose = work().purpose
    for n in range(k, max(scan.until, k - 8) - 1, -1):
        if scan.lowers[n] in FINITE or scan.lowers[n] in CLAUSE_STOPS or scan.lowers[n] == ",":
            return False
        if scan.lowers[n] == "to" and scan.lower(n + 1) in purpose and bool(scan.found):
            return True
    return False


def _goes_on(between: list[str]) -> bool:
    """As in "install a box and to test a lamp": one more item, no purpose."""
    return len(between) <= 3 and bool({"and", ","} & set(between[:1]))


def _is_plan(scan: Scan, k: int) -> bool:
    return any(
        w in ("will", "plan", "planned", "are", "were", "due", "set")
        for w in scan.lowers[max(0, k - 12) : k]
    )
