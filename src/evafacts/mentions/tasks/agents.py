"""Whose work it is: the nearest subject to the left of a verb."""

from evafacts.knowledge.work import work
from evafacts.mentions.grammar import (
    BE,
    CLAUSE_STOPS,
    CREW_WORDS,
    FINITE,
    HAVE,
    MODALS,
    OTHER_AGENTS,
    PREPOSITIONS,
    SAYING,
    is_walk,
    words,
)
from evafacts.mentions.tasks.chains import coordinated
from evafacts.mentions.tasks.scan import Scan, is_adverb

_REACH = 45
_HAS_TO = 3
_DUE = 3  # words from "which" to "to"
_AFTER_SUBJECTS = words(", ( and want plan hope expect need in at on")
_CLAUSE_MARKS = frozenset((",", ";", ":", "and", "but", "."))
_TOLD = words("told asked instructed directed ordered allowed cleared advised")
_WILLED = words("planned decided proposed intended necessary hoped possible scheduled also")
_RELATIVES = frozenset(("that", "which"))
_FINITE_FORMS = frozenset(("past", "present"))
_LOOSE = frozenset(("infinitive", "gerund", "nominal", "item"))


def subject(scan: Scan, at: int, form: str) -> tuple[str | None, int]:
    """Find who does what the verb group at ``at`` says.

    "Hopkins, with Rubins at the controls, installed" is Hopkins's work: for a finite verb a noun
    after a preposition counts only where there is no other; "a spacewalk by Hopkins to install" is
    his too.

    Returns:
        ``crew``, ``other`` or None, and the offset of the word that says so (-1 where none does).
    """
    between = scan.lowers[scan.until : at]
    near = at <= scan.until + 2 and not _RELATIVES & set(between)  # ", which had held it"
    if scan.found and (near or coordinated(scan, at)):
        last = scan.found[-1]
        return last.agent, last.subject
    loose, comma, finite = form in _LOOSE, False, False
    fallback: tuple[str | None, int] = (None, -1)
    for k in range(min(at, len(scan)) - 1, max(-1, at - _REACH), -1):
        lower = scan.lowers[k]
        if lower == ";":
            break
        comma = comma or lower == ","
        finite = finite or lower in FINITE
        if lower == "that" and form == "future" and _is_own_walk(scan, k - 1):
            return "crew", scan.words.starts[k]  # "a spacewalk that will replace the tank"
        if lower in _RELATIVES and scan.lower(k - 1) not in PREPOSITIONS:
            has_to = at - k <= _HAS_TO and scan.lower(k + 1) in HAVE
            has_to = has_to or (form == "infinitive" and _is_due(scan, k, at))
            if not has_to and (loose or _is_aside(scan, k, at, finite=finite, comma=comma)):
                continue  # but "tethers that had to fit both rails"
            return "other", scan.words.starts[k]
        if lower == "who" and fallback[0] is not None and _follows_crew(scan, k):
            return "crew", scan.words.starts[max(k - 2, 0)]
        if scan.is_crew(k) and (loose or not scan.is_owner(k)):
            if not scan.is_beside(k) if loose else not scan.in_phrase(k):
                return "crew", scan.words.starts[k]
            if fallback[0] is None:
                fallback = "crew", scan.words.starts[k]
        elif lower == "we" or (lower == "them" and _is_told_to(scan, k)):
            return "crew", -1
        elif is_walk(lower) and _does(scan, k, at, form) and not scan.in_phrase(k):
            return "crew", scan.words.starts[k]
        elif lower in OTHER_AGENTS and _acts(scan, k, at):
            walked = form == "infinitive" and any(map(is_walk, scan.lowers[max(k, at - 8) : at]))
            return "crew" if walked else "other", scan.words.starts[k]
    return fallback


def _is_due(scan: Scan, k: int, at: int) -> bool:
    """As in "the shuttle, which is due to bring a girder", not "a walk that is due to"."""
    if at - k != _DUE or scan.lower(k + 1) not in BE:
        return False
    return not any(map(is_walk, scan.lowers[max(0, k - 3) : k]))


def _does(scan: Scan, k: int, at: int, form: str) -> bool:
    """As in "the spacewalk will replace the tank", "Friday's walk revived a camera"."""
    if form == "future":
        return True
    return not scan.found and form in _FINITE_FORMS and scan.before(at) == k


def _is_own_walk(scan: Scan, k: int) -> bool:
    """As in "a spacewalk that will replace the tank", not "in preparation for a walk that"."""
    before = scan.lowers[max(0, k - 5) : k]
    return is_walk(scan.lower(k)) and not {"preparation", "preparing", "ahead"} & set(before)


def _is_told_to(scan: Scan, k: int) -> bool:
    """As in "Houston told them to strap it down"."""
    return scan.lower(k + 1) == "to" and scan.lower(k - 1) in _TOLD


def _follows_crew(scan: Scan, k: int) -> bool:
    """As in "Prokopyev, who together with Artemyev mounted": "who" is the name before it."""
    return scan.is_crew(k - 1) or (scan.lower(k - 1) == "," and scan.is_crew(k - 2))


def _is_aside(scan: Scan, k: int, at: int, *, finite: bool, comma: bool) -> bool:
    """Say whether the relative clause at ``k`` is over before the verb group at ``at``.

    "a box that would not fit but installed another", "the arm, which was new, installed"; "said
    that" opens none.
    """
    if scan.lower(k - 1) in SAYING:
        return True
    if finite and scan.lower(scan.before(at)) in ("and", "but", ","):
        return True
    return scan.lowers[k] == "which" and comma and scan.lower(k - 1) == ","


def main_subject(scan: Scan, end: int) -> tuple[str | None, int]:
    """The subject of the main clause after one in front: "After installing it, workers …"."""
    if scan.lower(end) != ",":
        return None, -1
    for k in range(end + 1, min(end + 8, len(scan))):
        lower = scan.lowers[k]
        if scan.is_crew(k):
            return "crew", scan.words.starts[k]
        if lower in _RELATIVES:
            break
        if lower in OTHER_AGENTS and not _modifies(scan, k):
            return "other", scan.words.starts[k]
        if lower in FINITE:
            break
    return None, -1


def _acts(scan: Scan, k: int, at: int) -> bool:
    """Say whether the agent named at ``k`` is a subject: a verb, a comma or the group follows."""
    n = k + 1
    while n < len(scan) and is_adverb(scan.lowers[n]):
        n += 1
    lower = scan.lower(n)
    follows = n >= at or lower in FINITE or lower in MODALS or lower in _AFTER_SUBJECTS
    if not follows and not lower.endswith(("ed", "s")):
        return False
    return not _is_told(scan, k) and not _modifies(scan, k)


def _is_told(scan: Scan, k: int) -> bool:
    """As in ", it said,": where the news comes from; "it took hours to" says of nobody."""
    if scan.lowers[k] == "it" and scan.lower(k + 1) in ("took", "takes", "will", "would"):
        return True
    if scan.lowers[k] == "it" and scan.lower(k + 1) in BE and scan.lower(k + 2) in _WILLED:
        return True  # "it was planned to mount", "it is necessary to"
    return scan.lower(k + 1) in SAYING and scan.lower(k - 1) == ","


def _modifies(scan: Scan, k: int) -> bool:
    """Whether an agent's name is no subject: "NASA astronauts", "moved the arm", "by Dextre"."""
    lowers = scan.lowers
    if scan.lower(k + 1) in CREW_WORDS or scan.lower(k + 1) in ("’s", "'s"):
        return True
    if k + 1 in scan.named:
        return True
    known = work()
    for n in range(k - 1, max(-1, k - 8), -1):
        lower = lowers[n]
        if lower == "for" and scan.lower(k + 1) == "to":
            return False  # "clearing the way for flight controllers to start the pump"
        if lower in PREPOSITIONS:
            return lower != "as"
        if lower in _CLAUSE_MARKS or lower in FINITE or lower in CLAUSE_STOPS:
            return False
        if n == k - 1 and lowers[k] != "it":
            continue
        if lower in known.not_work or (known.verb(lower) and not known.is_thing(lower)):
            return True
    return False
