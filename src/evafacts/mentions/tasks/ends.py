"""Where the object of a verb of work ends.

The place belongs to it ("… on the P4 truss"), and so does a relative clause that says which thing
is meant; the next verb of a list, a purpose, a time, a clause that tells a story do not.
"""

from evafacts.knowledge.work import work
from evafacts.mentions.grammar import (
    ADVERBS,
    ARTICLES,
    CLAUSE_STOPS,
    CREW_WORDS,
    DETERMINERS,
    EOF_WORDS,
    FINITE,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    STOP_GERUNDS,
    TIME_WORDS,
    TRAILING,
    is_walk,
    words,
)
from evafacts.mentions.tasks.lists import continues_verbs, list_ends
from evafacts.mentions.tasks.scan import Scan

_MAX_WORDS = 34
_RELATIVE_WORDS = 12
_LATER = words("future upcoming coming next later soon")
_LEFT_OPEN = words("used needed required designed intended meant built supposed")
_ASIDE_MARKS = frozenset((",", "-", "–", "—"))
_VERB_PARTICLES = frozenset(("up", "out", "in", "off", "down", "away", "on"))


def object_end(scan: Scan, head: int, form: str) -> int:
    """Index after the last word of the object of the verb at ``head``."""
    j = head + 1
    limit = min(len(scan), head + _MAX_WORDS)
    relative = 0
    while j < limit:
        lower = scan.lowers[j]
        if lower == "(":
            close = _closing(scan, j)
            if close is None:
                break
            j = close + 1
            continue
        apposition = _apposition_end(scan, j) if lower in _ASIDE_MARKS else None
        if apposition is not None:
            j = apposition
        elif _opens_restriction(scan, head, j):
            relative = j + _RELATIVE_WORDS
        elif _stops(scan, head, j, form, relative > j):
            break
        j += 1
    return _trimmed(scan, head, j)


def _trimmed(scan: Scan, head: int, j: int) -> int:
    if j > head + 3 and scan.lowers[j - 1] in FINITE and scan.lowers[j - 2] == "that":
        j -= 2  # "shields that are | to be installed"
    if j > head + 2 and scan.lower(j) in ("to", "for") and scan.lowers[j - 1] in _LEFT_OPEN:
        j -= 1  # "a gauge used to measure", "tools needed to": what for
    while j > head + 1 and (scan.lowers[j - 1] in TRAILING or scan.lowers[j - 1] in ADVERBS):
        if scan.lowers[j - 1] == "both" and scan.lower(j - 2) in _VERB_PARTICLES:
            break  # "plugged in both"
        if scan.lowers[j - 1] == "another" and (j == head + 2 or _is_swapped(scan, j - 2)):
            break  # "took in a trap and installed another"
        if scan.lowers[j - 1] in ("in", "on") and scan.lower(j - 2) in ("it", "them"):
            break  # "bolted it in"
        j -= 1
    return j


def _is_swapped(scan: Scan, k: int) -> bool:
    """As in "swapped one camera for another"."""
    return scan.lower(k) in ("for", "with")


def _stops(scan: Scan, head: int, j: int, form: str, relative: bool) -> bool:
    lower = scan.lowers[j]
    if lower == "than" and scan.lowers[j - 1] in ("more", "less", "fewer"):
        return False  # "remove more than a dozen covers"
    if lower in EOF_WORDS or lower in CLAUSE_STOPS:
        return True
    if lower in FINITE and j > head + 1 and not relative:
        return True
    if j > head + 1 and (lower in PRONOUNS or (work().is_finite(lower) and not relative)):
        return True  # "the handle of the winch for raising the array broke"
    if lower == "back" and scan.lower(j + 1) == "in" and _is_time(scan, j + 1):
        return True  # "mended a valve back in 1993"
    if lower == ".":
        return j + 1 >= len(scan) or scan.words.texts[j + 1][:1].isupper()
    if lower in ("and", "or", ",", "&"):
        return list_ends(scan, head, j, form)
    if lower == "then":
        return continues_verbs(scan, j + 1, form)
    if lower == "-":
        return scan.words[j - 1].end < scan.words[j].start  # a dash, not that of "high- gain"
    if lower in ("to", "as") and relative and scan.lowers[j - 1] == "used":
        return False  # "a rod that may serve as a handle"
    if lower == "to":
        able = not _ABLE.isdisjoint(scan.lowers[head + 1 : head + 4])
        return _is_base(scan, j + 1) and not able  # "tested the ability of a walker to carry"
    if lower == "that":
        return j > head + 2
    if lower in PREPOSITIONS or lower in (
        "early",
        "late",
        "last",
        "next",
        "earlier",
        "later",
        "this",
    ):
        return _ends_at_preposition(scan, head, j)
    if lower in TIME_WORDS:
        return _is_day(scan, j)
    if scan.lower(j + 1) in _PERIODS and scan.lower(j + 2) in _THEN:
        return True  # "two days later"
    if scan.lower(j + 1) in _AWAY and lower[:1].isdigit() and j > head + 1:
        return True  # "230 miles above the sea"
    return (
        lower.endswith("ing")
        and lower in STOP_GERUNDS
        and j > head + 2
        and scan.lowers[j - 1] not in DETERMINERS
        and (lower != "working" or scan.lower(j + 1) in PREPOSITIONS)
    )


def _opens_restriction(scan: Scan, head: int, j: int) -> bool:
    """As in "a cable that was blocking the camera": no comma before, its verb after."""
    if scan.lowers[j] != "that" or j <= head + 1 or scan.lower(j - 1) == ",":
        return False
    following = scan.lower(j + 1)
    if following in DETERMINERS or following in CREW_WORDS:
        return False
    if following in MODALS and _LATER & set(scan.lowers[j + 2 : j + _RELATIVE_WORDS]):
        return False  # "handrails that will help the crews of future flights"
    return (
        following.isalpha() and scan.words.texts[j + 1].islower() and following not in PREPOSITIONS
    )


def _ends_at_preposition(scan: Scan, head: int, j: int) -> bool:
    """As in "on Monday", "in order to", "during their second spacewalk", "by using"."""
    lower, following = scan.lowers[j], scan.lower(j + 1)
    if lower == "as" and following == "part" and scan.lowers[j - 1].endswith("ed"):
        return False  # "devices installed as part of an experiment"
    if lower == "among" and following in ("other", "others"):
        return True
    if scan.lowers[j : j + 3] == ["by", "the", "time"]:
        return True
    if lower == "as":
        if scan.lower(j - 1) in ("known", "another"):
            return False  # "a panel known as", "stowed another as a spare"
        return following != "well" and j > head + 1
    if lower in ("in", "as") and following in (
        "order",
        "preparation",
        "advance",
        "case",
        "time",
        "hope",
        "hopes",
        "anticipation",
        "readiness",
    ):
        return True
    if following in STOP_GERUNDS or (lower == "by" and following.endswith("ing")):
        return j > head + 1
    if _is_time(scan, j):
        return True
    if lower == "with" and _HELP & set(scan.lowers[j + 1 : j + 4]):
        return True  # "with the help of the arm"
    return lower in (
        "in",
        "on",
        "for",
        "at",
        "of",
        "by",
        "with",
        "over",
        "across",
        "this",
    ) and _is_walk_phrase(scan, j)


def _is_walk_phrase(scan: Scan, j: int) -> bool:
    """As in "on their second spacewalk": a preposition, a few words, a spacewalk."""
    for k in range(j + 1, min(j + 7, len(scan))):
        if is_walk(scan.lowers[k]) and scan.lowers[k] != "exit":
            return scan.lowers[j] != "of" or scan.lowers[k] not in CREW_WORDS
        lower = scan.lowers[k]
        if lower in PREPOSITIONS or lower in CLAUSE_STOPS or not lower[:1].isalnum():
            return False
        if lower in FINITE:
            return False
    return False


def _closing(scan: Scan, j: int) -> int | None:
    """The closing bracket of one that stands inside the object ("33-foot (10 meters) arm")."""
    for k in range(j + 1, min(j + 9, len(scan))):
        if scan.lowers[k] == ")":
            inside = k + 1 < len(scan) and scan.words.texts[k + 1][:1].isalpha()
            return k if inside and scan.lowers[k + 1] not in FINITE else None
    return None


def _is_base(scan: Scan, j: int) -> bool:
    """Say whether the word at ``j``, after "to", is a verb: a purpose and not a place."""
    lower = scan.lower(j)
    if (
        not lower
        or lower in DETERMINERS
        or lower in TIME_WORDS
        or scan.words.texts[j][:1].isupper()
    ):
        return False
    known = work()
    if lower in known.purpose or lower in (
        "do",
        "go",
        "see",
        "begin",
        "better",
        "fully",
        "also",
        "later",
    ):
        return True
    verb = known.verb(lower)
    if verb is not None and "base" in verb.forms:
        return not known.is_thing(lower) or scan.lower(j + 1) in DETERMINERS
    return scan.lower(j + 1) in ARTICLES or lower in known.not_work


def _is_day(scan: Scan, j: int) -> bool:
    lower = scan.lowers[j]
    return scan.words.texts[j][:1].isupper() or lower in (
        "today",
        "tonight",
        "tomorrow",
        "yesterday",
    )


def _is_time(scan: Scan, j: int) -> bool:
    """As in "on Monday", "in 2012", "at 7:05 a.m.", "last week"."""
    lower = scan.lowers[j]
    after = scan.lower(j + 1).rstrip(".")
    if lower not in _BEFORE_TIMES:
        return False
    if after in TIME_WORDS or after in _PERIODS:
        return True
    if after[:1].isdigit() and lower in ("at", "in", "by", "on", "around", "about"):
        return ":" in after or (len(after) == 4 and after.isdigit())
    return after in ("early", "late", "mid", "the") and (
        scan.lower(j + 2) in TIME_WORDS or scan.lower(j + 2) in _PERIODS
    )


_ABLE = words("ability capability capacity")
_HELP = words("help assistance aid")
_AWAY = words("miles kilometers kilometres km mi")
_THEN = words("later earlier ago after before")
_TO_PLACE = words("onto to on from in into at outside along over")
_BEFORE_TIMES = words("on at in last next earlier later this early late by around about for over")
_PERIODS = words(
    "week weeks month months year years spring summer fall autumn winter hours minutes days "
    "weekend morning afternoon night evening"
)


def _dashes_end(scan: Scan, j: int) -> int | None:
    """As in "the spare -- a big box -- to the truss": the dash before the place, if any."""
    for n in range(j + 2, min(j + 16, len(scan))):
        if scan.lowers[n] in EOF_WORDS and scan.lowers[n] not in _ASIDE_MARKS:
            return None
        if scan.lowers[n] == scan.lowers[j] and scan.lower(n + 1) in _TO_PLACE:
            return n
    return None


def _apposition_end(scan: Scan, j: int) -> int | None:
    """As in "the platform, a big shelf, onto the bracket": the comma before the place, if any."""
    if scan.lowers[j] != ",":
        return _dashes_end(scan, j)
    opening = scan.lower(j + 1)
    if opening not in ARTICLES and opening not in ("dubbed", "called", "known"):
        return None
    for n in range(j + 2, min(j + 10, len(scan))):
        lower = scan.lowers[n]
        if lower == ",":
            return n if scan.lower(n + 1) in _TO_PLACE else None
        if lower in FINITE or lower in ("and", "or") or lower in CLAUSE_STOPS:
            return None
    return None
