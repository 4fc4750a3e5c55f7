"""Whether an "and" or a comma goes on with the object of a verb or ends it."""

from evafacts.knowledge.work import work
from evafacts.mentions.grammar import (
    ADJECTIVES,
    ARTICLES,
    CLAUSE_STOPS,
    CREW_WORDS,
    DETERMINERS,
    EOF_WORDS,
    FINITE,
    MODALS,
    OBJECT_PRONOUNS,
    OTHER_AGENTS,
    PREPOSITIONS,
    PRONOUNS,
    TIME_WORDS,
    words,
)
from evafacts.mentions.tasks.scan import Scan, is_adverb, is_measure

_WANTED = {
    "gerund": frozenset(("gerund",)),
    "past": frozenset(("past",)),
    "either": frozenset(("past", "base")),
    "perfect": frozenset(("participle",)),
    "passive": frozenset(("participle",)),
    "present": frozenset(("base", "third")),
}
_VERB_PARTICLES = frozenset(("up", "out", "in", "off", "down", "away", "on"))
_BASE = frozenset(("base",))
_AMBIGUOUS = words(
    "test work place use service power survey sample light fit mark transfer exchange"
)


def list_ends(scan: Scan, head: int, j: int, form: str) -> bool:
    """Say whether the "and" or comma at ``j`` ends the object or goes on with another one."""
    if scan.lowers[j] == "," and _is_inside_number(scan, j):
        return False
    k = j + 1
    while k < len(scan) and (is_adverb(scan.lowers[k]) or scan.lowers[k] in ("and", "or")):
        k += 1
    if k >= len(scan) or k in scan.named:
        return True
    lower = scan.lowers[k]
    if lower.removesuffix("'s").removesuffix("’s") in TIME_WORDS:
        return True
    if lower in CLAUSE_STOPS or lower in PRONOUNS or lower in FINITE or lower in MODALS:
        return True
    if scan.lowers[j] == "," and lower in ("part", "one") and scan.lower(k + 1) == "of":
        return True  # "an antenna, part of a system"
    if scan.lowers[j] == "," and _is_adjective(scan.lowers[j - 1]):
        return lower.endswith("ed") and scan.lower(k + 1) in CLAUSE_STOPS  # "a spare, altered so"
    if lower in (")", '"', "”", ",") or continues_verbs(scan, k, form) or _names_action(scan, k):
        return True
    if scan.lowers[j] != "," or scan.lowers[j + 1] in ("and", "but"):
        return _starts_clause(scan, k) or (
            scan.lowers[j] == "," and _comma_ends(scan, head, j, k, form)
        )
    return _comma_ends(scan, head, j, k, form)


def _is_adjective(lower: str) -> bool:
    """As in "a new, upgraded camera", "the 21-year-old, degraded antenna": one phrase."""
    return lower in ADJECTIVES or is_measure(lower)


def _is_inside_number(scan: Scan, j: int) -> bool:
    """As in "a 5,000-pound segment"."""
    if not 0 < j < len(scan) - 1 or not scan.lowers[j - 1].isdigit():
        return False
    return scan.lowers[j + 1][:3].isdigit() and scan.words[j].end == scan.words[j + 1].start


def _comma_ends(scan: Scan, head: int, j: int, k: int, form: str) -> bool:
    lower = scan.lowers[k]
    if lower == "as" and scan.lower(k + 1) == "well":
        return _names_action(scan, k + 3) or scan.lower(k + 3).endswith("ing")
    if (
        lower in PREPOSITIONS
        or lower in CREW_WORDS
        or lower in OTHER_AGENTS
        or lower.endswith("ing")
    ):
        return True
    if j > head + 2 and (lower.endswith("ed") or _is_past(scan, k)):
        return True
    return _names_crew(scan, k) or not _enumerates(scan, j, form)


def _is_past(scan: Scan, k: int) -> bool:
    """As in "Roe, removing a clamp, lost a washer": a verb of the clause around the item."""
    return scan.lowers[k] in work().past and scan.lower(k + 1) in DETERMINERS


def _names_crew(scan: Scan, k: int) -> bool:
    """As in "Besides replacing a camera, two crews plan": the subject of the main clause."""
    while scan.lower(k) in DETERMINERS or scan.lower(k) in ADJECTIVES:
        k += 1
    return k < len(scan) and scan.is_crew(k)


def continues_verbs(scan: Scan, k: int, form: str) -> bool:
    """Say whether the word at ``k`` is a further verb in the same form."""
    lower, following = scan.lower(k), scan.lower(k + 1)
    if lower == "to":
        return True
    known = work()
    verb = known.verb(lower)
    if verb is None:
        return _looks_like_verb(scan, k, form)
    wanted = _WANTED.get(form, _BASE)
    past = "past" in verb.forms and not verb.forms & wanted
    if past and following in DETERMINERS | OBJECT_PRONOUNS:
        return True  # "got ready for adding coolant and installed an antenna"
    if not verb.forms & wanted:
        if "gerund" in verb.forms:
            return following not in PREPOSITIONS
        return form in ("gerund", "nominal") and "base" in verb.forms and not known.is_thing(lower)
    if wanted & _BASE and (known.is_thing(lower) or lower in _AMBIGUOUS):
        shown = DETERMINERS | OBJECT_PRONOUNS | _VERB_PARTICLES
        return following in shown
    if form in ("past", "perfect", "passive", "either") and following in PREPOSITIONS:
        if following in known.prepositional.get(verb.lemma, ()):
            return True  # "and hacked at the insulation"
        return following in ("in", "out", "off", "up", "on", "down", "away", "over")
    return True


def _looks_like_verb(scan: Scan, k: int, form: str) -> bool:
    """As in "and teased the wires", "and X-raying a tube": an unlisted verb before an article."""
    lower, following = scan.lower(k), scan.lower(k + 1)
    if lower in work().past and following in DETERMINERS:
        return True  # "to cut the lines and informed the ground"
    if following == "to" and work().is_plain_verb(lower) and not work().is_thing(lower):
        return True  # "to ready the box and adapt to"
    if form in ("past", "perfect", "either") and lower.endswith("ed") and lower not in ADJECTIVES:
        return following not in PREPOSITIONS
    if following not in ARTICLES | {"it", "them"} or lower in PREPOSITIONS | DETERMINERS:
        return False
    if form == "gerund":
        return lower.endswith("ing")
    if form in ("past", "perfect", "passive", "either"):
        return lower.endswith("ed") or lower in work().not_work
    return lower.isalpha() and not lower.endswith("s") and scan.words.texts[k][:1].islower()


def _names_action(scan: Scan, k: int) -> bool:
    """As in "and the replacement of another camera"."""
    if scan.lower(k) in DETERMINERS:
        k += 1
    return scan.lower(k) in work().nouns and scan.lower(k + 1) in ("of", "to")


def _enumerates(scan: Scan, j: int, form: str) -> bool:
    """As in "two cameras, a light and a handrail": an "and" comes before any verb or the end."""
    for k in range(j + 1, min(j + 16, len(scan))):
        lower = scan.lowers[k]
        if lower in FINITE or lower in CLAUSE_STOPS or lower in PRONOUNS or lower in EOF_WORDS:
            return False
        if lower in ("and", "or"):
            following = k + 1 < len(scan)
            return (
                following
                and not continues_verbs(scan, k + 1, form)
                and not _names_action(scan, k + 1)
            )
        if lower == "," and k == j + 1:
            return False
        if lower.endswith("ed") and scan.lower(k + 1) in DETERMINERS:
            return False  # "released the brake, the ground moved the cart back, and …"
    return False


def _starts_clause(scan: Scan, k: int) -> bool:
    """Say whether a new clause begins at ``k``: a finite verb follows before any comma."""
    for n in range(k, min(k + 12, len(scan))):
        lower = scan.lowers[n]
        if lower in (",", ".", "to", "and", "that", "which") or lower in EOF_WORDS:
            return False
        if (lower in FINITE and n > k) or scan.is_crew(n):
            return True
    return False
