"""Objects that are the crew's own: what they wear, go through or do is no thing to work on."""

from evafacts.knowledge.work import VerbForm, work
from evafacts.mentions.grammar import PREPOSITIONS, is_walk, words
from evafacts.mentions.tasks.phrases import ObjectPhrase
from evafacts.mentions.tasks.scan import Scan

_PARTS_OF_EXITS = frozenset(("replace", "remove", "install", "repair", "fix", "inspect"))
_ABSTRACT = words(
    "distance time cost risk amount number chances thing things life lifetime lifespan mission "
    "stay schedule career capability"
)
_NO_WALKS = words("extravehicular spacewalker spacewalkers")
_WORN = frozenset(("boot", "boots", "glove", "gloves", "sleeve"))
_SELVES = frozenset(("himself", "herself", "themselves"))
_SUITS = words("helmet helmets suit suits spacesuit spacesuits extravehicular emu emus")
_HULLS = words("module compartment airlock cabin")
_FEW = 3
_GEAR = words("tools equipment gear")
_DEFECTS = words("faulty broken damaged stuck bent leaky jammed balky")
_TESTING = words("test check verify inspect assess evaluate examine demonstrate")
_HEATED = words("shield shielding tiles tile")
_SURVEYS = words("photograph inspect survey examine scan check")


def is_of_crew(scan: Scan, head: int, end: int, verb: VerbForm, phrase: ObjectPhrase) -> bool:
    """Say whether an object is what the crew wear, go through or do: no thing to work on."""
    if verb.strength != "strong" and _SUITS & set(phrase.words):
        return True
    if _is_own_gear(phrase) or _is_abstract(scan, phrase) or _is_armed(scan, head, end):
        return True
    if verb.lemma in _SURVEYS and "heat" in phrase.words and _HEATED & set(phrase.words):
        return True  # "inspected the shuttle's heat shield": with the arm, from inside
    if any(is_walk(w) and w not in _NO_WALKS for w in phrase.words) or (
        phrase.personal and not _is_shifted(scan, verb, phrase, end)
    ):
        return True
    if verb.lemma == "check" and phrase.words[-1] in _HULLS and scan.lower(end - 1) == "leaks":
        return True  # "checked the module for leaks": before they go out
    return _is_exit(phrase, verb) or _is_worn(scan, head, end)


def _is_arm_itself(verb: VerbForm, phrase: ObjectPhrase) -> bool:
    """As in "unfold and install Canadarm2": what nobody but the crew does to an arm."""
    arm = phrase.words[-1].startswith(("arm", "canadarm", "crane", "manipulator"))
    return arm and verb.lemma not in work().remote


def is_faulty_way(phrase: ObjectPhrase) -> bool:
    """As in "closed a faulty hatch": work, and not the way in."""
    return phrase.words[-1] in ("hatch", "door") and bool(_DEFECTS & set(phrase.words))


def _is_own_gear(phrase: ObjectPhrase) -> bool:
    """As in "checked their equipment", "gathered his tools": no work item."""
    owned = phrase.words[0] in ("their", "his", "her")
    return owned and len(phrase.words) <= _FEW and phrase.words[-1] in _GEAR


def _is_worn(scan: Scan, head: int, end: int) -> bool:
    """As in "a valve on his helmet", "a photograph of himself": what they wear, and themselves."""
    for k in range(head + 1, end):
        lower = scan.lowers[k]
        if lower in _SUITS and scan.lower(k - 1) not in ("new", "suits"):
            placed = PREPOSITIONS & set(scan.lowers[max(head + 2, k - 3) : k])
            if placed and not placed & {"to", "with"}:
                return True
        if lower in _SELVES and scan.lower(k - 1) == "of":
            return True
        if lower in _WORN and scan.lower(k - 1) in ("his", "her") and k > head + 2:
            return True
    return False


def _is_abstract(scan: Scan, phrase: ObjectPhrase) -> bool:
    """As in "extend the life of the detector", "fix things": nothing to lay a hand on."""
    return phrase.words[-1] in _ABSTRACT or any(
        scan.lowers[k] in _ABSTRACT and scan.lower(k + 1) == "of"
        for k in range(phrase.first, min(phrase.first + 3, len(scan)))
    )


def _is_armed(scan: Scan, head: int, end: int) -> bool:
    """As in "caught the satellite with the shuttle's robot arm": what is done from inside."""
    if scan.lower(end - 1) not in ("arm", "crane"):
        return False
    for k in range(end - 2, max(head, end - 8), -1):
        if scan.lowers[k] == "with":
            return True
        if scan.lowers[k] in PREPOSITIONS:
            return False
    return False


def _is_exit(phrase: ObjectPhrase, verb: VerbForm) -> bool:
    """As in "shut the door", "opened the outer door": the way in and out."""
    if verb.lemma == "get":  # "got the hatch shut"
        ways = phrase.words[-2:-1] in (("door",), ("hatch",))
        return ways and phrase.words[-1] in ("open", "shut", "closed")
    if verb.lemma not in ("open", "close", "shut"):
        return False
    if phrase.words[-1] != "door":
        return False
    return phrase.words[:-1] in (("the",), ("the", "outer"), ("the", "front"), ("the", "inner"))


def _is_shifted(scan: Scan, verb: VerbForm, phrase: ObjectPhrase, end: int) -> bool:
    """As in "repaired the arm", "moved the crane from Pirs to Zarya": worked on, not with."""
    if is_faulty_way(phrase):
        return True
    if verb.strength == "strong":
        exits = phrase.words[-1] in ("hatch", "airlock") and verb.lemma in _PARTS_OF_EXITS
        return exits or ((phrase.thing or _is_arm_itself(verb, phrase)) and verb.lemma != "mount")
    arm = phrase.words[-1] in ("arm", "manipulator", "crane")
    return arm and (verb.lemma in _TESTING or "from" in scan.lowers[phrase.first : end])
