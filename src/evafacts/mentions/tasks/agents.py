"""Whose work it is: the nearest subject to the left of a verb."""

from evafacts.knowledge.work import work
from evafacts.mentions.grammar import (
    CREW_WORDS,
    DETERMINERS,
    FINITE,
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
_BEFORE_AGENTS = words("space robotic robot mobile station's station’s orbiting mechanical end")
_LOOSE = frozenset(("infinitive", "gerund", "nominal", "item"))


def subject(scan: Scan, at: int, form: str) -> tuple[str | None, int]:
    """Find who does what the verb group at ``at`` says.

    "Hopkins, with Rubins at the controls, installed" is Hopkins's work: for a finite verb a noun
    after a preposition counts only where there is no other; "a spacewalk by Hopkins to install" is
    his too.

    Returns:
        ``crew``, ``other`` or None, and the offset of the word that says so (-1 where none does).
    """
    if scan.found and (at <= scan.until + 2 or coordinated(scan, at)):
        last = scan.found[-1]
        return last.agent, last.subject
    loose = form in _LOOSE
    fallback: tuple[str | None, int] = (None, -1)
    comma = finite = False
    for k in range(min(at, len(scan)) - 1, max(-1, at - _REACH), -1):
        lower = scan.lowers[k]
        if lower == ";":
            break
        comma = comma or lower == ","
        finite = finite or lower in FINITE
        if lower in ("that", "which") and finite and scan.lower(at - 1) in ("and", "but", ","):
            continue
        if lower in ("that", "which") and not loose and scan.lower(k - 1) not in SAYING:
            if lower == "which" and comma and scan.lower(k - 1) == ",":
                continue
            return ("other", scan.words[k].start) if k else fallback
        if scan.is_crew(k):
            here = ("crew", scan.words[k].start)
            if loose or not scan.in_phrase(k):
                return here
            fallback = here if fallback[0] is None else fallback
        elif is_walk(lower) and form == "future" and not scan.in_phrase(k):
            return "crew", scan.words[k].start
        elif lower in OTHER_AGENTS and not _modifies(scan, k) and _acts(scan, k, at):
            if form == "infinitive" and any(is_walk(w) for w in scan.lowers[max(0, at - 8) : at]):
                return "crew", scan.words[k].start
            return "other", scan.words[k].start
    return fallback


def main_subject(scan: Scan, end: int) -> tuple[str | None, int]:
    """The subject of the main clause after one in front: "After installing it, workers …"."""
    if scan.lower(end) != ",":
        return None, -1
    for k in range(end + 1, min(end + 8, len(scan))):
        lower = scan.lowers[k]
        if scan.is_crew(k):
            return "crew", scan.words[k].start
        if lower in OTHER_AGENTS and not _modifies(scan, k):
            return "other", scan.words[k].start
        if lower in FINITE:
            break
    return None, -1


def _acts(scan: Scan, k: int, at: int) -> bool:
    """Say whether the agent at ``k`` is a subject: a verb, a comma or the verb group follows."""
    n = k + 1
    while n < len(scan) and is_adverb(scan.lowers[n]):
        n += 1
    lower = scan.lower(n)
    if n >= at or lower in FINITE or lower in (",", "(", "and") or lower in MODALS:
        return True
    return lower.endswith(("ed", "s")) or lower in (
        "want",
        "plan",
        "hope",
        "expect",
        "need",
        "in",
        "at",
        "on",
        "will",
    )


def _modifies(scan: Scan, k: int) -> bool:
    """Say whether an agent's name is no subject: "NASA astronauts", "outside the station"."""
    lowers = scan.lowers
    if scan.lower(k + 1) in CREW_WORDS or scan.lower(k + 1) in ("’s", "'s"):
        return True
    if k + 1 in scan.named:
        return True
    for n in range(k - 1, max(-1, k - 6), -1):
        if lowers[n] in PREPOSITIONS:
            return lowers[n] != "as"
        plain = lowers[n] in DETERMINERS or lowers[n] in _BEFORE_AGENTS or "-" in lowers[n]
        if not plain and not scan.words[n].text[:1].isupper():
            return work().verb(lowers[n]) is not None
    return False
