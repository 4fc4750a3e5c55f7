"""What is not done, or not in earnest: rehearsals, suppositions, what must not happen."""

from evafacts.mentions.grammar import BE, DETERMINERS, UNREAL_BEFORE
from evafacts.mentions.tasks.scan import Scan

_UNMEANT = frozenset(("accidentally", "inadvertently", "mistakenly", "unintentionally"))


def is_unreal(scan: Scan, i: int) -> bool:
    """As in "trained to install", "practised removing the box in the pool"."""
    near = scan.lowers[_past_and(scan, max(0, i - 5), i) : i]
    if _is_supposed(scan, i) or _is_without(near) or _is_ensured(scan, i):
        return True
    if {"forced", "forcing", "forces"} & set(near):  # "forced the crew to turn off the computers"
        return True
    if scan.lower(i - 1) == "to" and {"could", "might"} & set(near) and "be" in near:
        return True  # "somebody could be sent out to patch it"
    if _UNMEANT & set(near[-2:]):  # "he accidentally unplugged a cable"
        return True
    return any(w in UNREAL_BEFORE for w in near) and not any(
        w in BE | DETERMINERS for w in near[-1:]
    )


def _is_supposed(scan: Scan, i: int) -> bool:
    """As in "if they install the box", "in case a crew decides to fix it": nothing that is done."""
    for k in range(i - 1, max(scan.until, i - 12) - 1, -1):
        lower = scan.lowers[k]
        if lower in (",", ";", ":", "will", "would", "then"):
            return False
        if lower in ("if", "unless") or (lower == "case" and scan.lower(k - 1) == "in"):
            return scan.lower(k - 1) not in ("see", "as", "determine", "check")
    return False


def _is_without(near: list[str]) -> bool:
    """As in "without having to move their tethers", "permitting them to bolt it"."""
    return near[-3:] == ["without", "having", "to"] or near[-1:] == ["without"]


def _is_ensured(scan: Scan, i: int) -> bool:
    """As in "to make certain that they would not carry dust into the cabin"."""
    for k in range(i - 1, max(0, i - 9), -1):
        if scan.lowers[k] in ("certain", "sure") and scan.lower(k - 1).startswith("mak"):
            return "not" in scan.lowers[k:i]
        if scan.lowers[k] in (",", ";"):
            break
    return False


def _past_and(scan: Scan, floor: int, i: int) -> int:
    """Where the words before ``i`` begin that say how it is meant, further verbs left out.

    "made simulated repairs and assembled a beam": only the repairs were simulated.
    """
    if scan.lower(i - 1) == "and" and scan.lowers[i].endswith("ed"):
        return i - 1
    return floor
