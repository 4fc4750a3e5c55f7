"""Which uses of a verb are work on something: vague aims, purposes and ways in and out are not."""

from evafacts.knowledge.work import VerbForm, work
from evafacts.mentions.grammar import (
    AIMS,
    BE,
    CLAUSE_STOPS,
    DETERMINERS,
    FINITE,
    OBJECT_PRONOUNS,
    UNREAL_BEFORE,
)
from evafacts.mentions.tasks.chains import coordinated
from evafacts.mentions.tasks.phrases import ObjectPhrase, object_phrase
from evafacts.mentions.tasks.scan import Scan

_FINITE_FORMS = frozenset(("past", "present", "perfect", "future"))
_ROOMS = frozenset(("airlock", "module", "cabin", "kibo", "columbus", "crew", "compartment"))
_PARTS_OF_EXITS = frozenset(("replace", "remove", "install", "repair", "fix", "inspect"))
_VAGUE = frozenset(("work", "upgrade", "upgrades", "maintenance", "repairs"))
_SUITS = frozenset(("suit", "suits", "spacesuit", "spacesuits", "extravehicular", "emu", "emus"))
_LOOKING = frozenset(("photograph", "inspect"))
_HELP = frozenset(("help", "helped", "helps", "helping"))
_UNMEANT = frozenset(("accidentally", "inadvertently", "mistakenly", "unintentionally"))
_READYING = frozenset(("prepare", "ready", "get"))


def is_work(
    scan: Scan,
    i: int,
    head: int,
    end: int,
    verb: VerbForm,
    form: str,
    agent: str | None,
) -> bool:
    """Say whether the verb at ``head`` with its object up to ``end`` is a work item.

    A strong verb needs an object, a weak one an object that is hardware, an unlisted one the crew
    for its subject too, a light one a noun of action ("complete the battery swap").
    """
    if form in _FINITE_FORMS and agent is None and not scan.found:
        return False
    if _is_unreal(scan, i) or (form == "infinitive" and _is_purpose(scan, i, verb)):
        return False
    known = work()
    following = scan.lower(head + 1)
    if following in known.idle.get(verb.lemma, ()):
        return False
    brought = following in known.prepositional.get(verb.lemma, ())
    phrase = object_phrase(scan, head + brought, end)
    if phrase is not None and verb.strength != "strong" and _SUITS & set(phrase.words):
        return False
    if phrase is None or (phrase.personal and not _is_shifted(scan, verb, phrase, end)):
        return False
    if _is_indoors(scan, i, end) or _is_state(scan, head, form, phrase):
        return False
    if verb.strength == "open" and not _reads_as_verb(scan, i, head, form, phrase):
        return False
    if verb.strength == "light":
        return _is_action(phrase)
    if phrase.pronoun and not phrase.thing:
        return _may_stand_for_thing(scan, i, verb, phrase, agent)
    if brought and agent == "crew":
        return True
    if phrase.whole and verb.lemma in _LOOKING:  # "photographed the ship with another camera"
        return agent == "crew" or coordinated(scan, i)
    if phrase.whole:
        return verb.lemma in _READYING and _names_thing(scan, phrase.first, end)
    if verb.strength == "strong":
        return phrase.thing or _is_plain(scan, i, form, agent)
    if verb.lemma in known.prepositional and not brought and verb.strength == "weak":
        return False
    return phrase.thing and _is_crewed(scan, i, verb, form, agent)


def _may_stand_for_thing(
    scan: Scan, i: int, verb: VerbForm, phrase: ObjectPhrase, agent: str | None
) -> bool:
    """As in "remove it", "throw them away": after another item, or by a strong verb."""
    if verb.strength == "strong":
        return agent == "crew" or coordinated(scan, i) or scan.bullet
    if phrase.words[0] not in OBJECT_PRONOUNS:
        return phrase.particle and agent == "crew" and verb.strength == "weak"
    return verb.strength == "weak" and coordinated(scan, i)


def _is_indoors(scan: Scan, i: int, end: int) -> bool:
    """As in "stows samples in a freezer", "configure tools inside the Quest airlock"."""
    known = work()
    for k in range(max(0, i - 6), end):
        lower = scan.lowers[k]
        if k >= i and lower in known.indoors:
            return True
        if k < i and "," in scan.lowers[k:i] and not scan.is_crew(k - 1):
            continue
        if lower == "inside" and any(
            w in known.wholes or w in _ROOMS for w in scan.lowers[k + 1 : k + 8]
        ):
            return True
    return False


def _is_state(scan: Scan, head: int, form: str, phrase: ObjectPhrase) -> bool:
    """As in "wrapped in orange tape": how a thing is; "plugged in a spare" is work."""
    if form not in ("past", "perfect") or scan.lower(head + 1) not in (
        "in",
        "on",
        "over",
    ):
        return False
    return phrase.particle and scan.lowers[phrase.first] not in DETERMINERS


def _reads_as_verb(scan: Scan, i: int, head: int, form: str, phrase: ObjectPhrase) -> bool:
    """An unlisted word in "-ed" or "-ing" is a verb only where an article shows its object."""
    if scan.words.texts[i][:1].isupper() and i and not scan.bullet:
        return False
    if phrase.particle and scan.lower(head + 1) in ("in", "on", "over", "outside"):
        return False
    shown = scan.lowers[phrase.first] in DETERMINERS
    return shown or (form in ("past", "perfect") and coordinated(scan, i))


def _is_shifted(scan: Scan, verb: VerbForm, phrase: ObjectPhrase, end: int) -> bool:
    """As in "repaired the arm", "moved the crane from Pirs to Zarya": worked on, not with."""
    if verb.strength == "strong":
        exits = phrase.words[-1] in ("hatch", "airlock") and verb.lemma in _PARTS_OF_EXITS
        return exits or (phrase.thing and verb.lemma != "mount")
    return "arm" in phrase.words[-1:] and "from" in scan.lowers[phrase.first : end]


def _names_thing(scan: Scan, start: int, end: int) -> bool:
    known = work()
    return any(known.is_thing(lower) for lower in scan.lowers[start:end])


def _is_plain(scan: Scan, i: int, form: str, agent: str | None) -> bool:
    """Whether a strong verb with an unknown object is work: where the sentence is about it."""
    if form in ("item", "passive"):
        return True
    if coordinated(scan, i):
        return True
    return agent == "crew" or scan.speaks_of_work


def _is_crewed(scan: Scan, i: int, verb: VerbForm, form: str, agent: str | None) -> bool:
    if verb.strength == "open":
        return agent == "crew"
    if agent == "crew" or scan.bullet or form == "item" or coordinated(scan, i):
        return True
    return form in ("infinitive", "gerund", "item") and scan.speaks_of_work


def _is_action(phrase: ObjectPhrase) -> bool:
    """As in "complete the battery swap": hardware and a noun of action, no "of"."""
    known = work()
    head = phrase.words[-1]
    return phrase.thing and head in known.nouns and head not in _VAGUE and "of" not in phrase.words


def _is_purpose(scan: Scan, i: int, verb: VerbForm) -> bool:
    """Say whether the infinitive at ``i`` tells what the work or the thing before it is for."""
    if verb.lemma in work().purpose and scan.found and i - scan.until < 14:
        between = scan.lowers[scan.until : i]
        if not {".", ";", "they", "he", "she"} & set(between) and not _goes_on(between):
            return True
    k = scan.before(i)
    if scan.lower(k) in _HELP:  # "is used to help deploy satellites"
        k -= 1
    if scan.lower(k) != "to":
        return False
    k -= 1
    lower = scan.lower(k)
    if lower in AIMS or _is_chained(scan, k):
        return True
    if verb.strength in ("weak", "open") and work().is_thing(lower):
        return lower not in ("plan", "plans") and not _is_plan(scan, k)
    return False


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


def _is_unreal(scan: Scan, i: int) -> bool:
    """As in "trained to install", "practised removing the box in the pool"."""
    near = scan.lowers[max(0, i - 5) : i]
    if _UNMEANT & set(near[-2:]):  # "he accidentally unplugged a cable"
        return True
    return any(w in UNREAL_BEFORE for w in near) and not any(
        w in BE | DETERMINERS for w in near[-1:]
    )
