"""Whether a verb goes on a list that an earlier item began."""

from evafacts.mentions.grammar import FINITE, LIST_MARKS, PRONOUNS
from evafacts.mentions.tasks.scan import Scan, is_adverb

_NEAR, _FAR = 5, 22
_LINKS = frozenset(("to", '"', "”", "“", "as", "well"))


def coordinated(scan: Scan, i: int) -> bool:
    """Say whether ``i`` goes on a list of verbs: "install a plate, route cables and bolt a box".

    A purpose may stand between ("install a stiffener to add strength, and route cables").
    """
    if not scan.found:
        return False
    between = scan.lowers[scan.until : i]
    if not between:
        return False
    if i - scan.until <= _NEAR and all(
        w in LIST_MARKS or is_adverb(w) or w in _LINKS for w in between
    ):
        return True
    last = between[-1] if between[-1] not in ("then", "to") else scan.lower(i - 2)
    if len(between) > _FAR or last not in ("and", ","):
        return False
    if set(between) & (FINITE | PRONOUNS | {".", ";"}):
        return False
    # "Applying grease, a spacewalker saved the day and freed a bolt": another clause
    return not any(scan.is_crew(k) for k in range(scan.until, i))
