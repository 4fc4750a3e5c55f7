"""Which uses of a verb are work on something: vague aims, purposes and ways in and out are not."""

from evafacts.knowledge.work import VerbForm, work
from evafacts.mentions.grammar import (
    BE,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    UNREAL_BEFORE,
    is_walk,
    words,
)
from evafacts.mentions.tasks.chains import coordinated
from evafacts.mentions.tasks.phrases import ObjectPhrase, object_phrase
from evafacts.mentions.tasks.purposes import is_purpose
from evafacts.mentions.tasks.scan import Scan

_FINITE_FORMS = frozenset(("past", "present", "perfect", "future"))
_ROOMS = frozenset(("airlock", "module", "cabin", "kibo", "columbus", "crew", "compartment"))
_PARTS_OF_EXITS = frozenset(("replace", "remove", "install", "repair", "fix", "inspect"))
_VAGUE = frozenset(("work", "upgrade", "upgrades", "maintenance", "repairs"))
_WORK = frozenset(("work", "maintenance"))
_SITES = words("surface hull module exterior outside truss station side")
_ABSTRACT = words(
    "distance time cost risk amount number chances thing things life lifetime lifespan mission "
    "stay schedule career capability"
)
_NUDGES = words(
    "shake push pushes shove tug tugs twist turn turns tap nudge yank wipe clean look check"
)
_WORN = frozenset(("boot", "boots", "glove", "gloves", "sleeve"))
_SELVES = frozenset(("himself", "herself", "themselves"))
_ENDING = frozenset(("complete", "finish"))
_WHERETO = words("over into onto down off apart away loose free overboard")
_SUITS = words("helmet helmets suit suits spacesuit spacesuits extravehicular emu emus")
_FIXING = frozenset(("install", "attach", "mate", "bolt", "connect", "relocate"))
_LABS = frozenset(("laboratory", "lab", "labs", "facility"))
_LOOKING = frozenset(("photograph", "inspect"))
_CARRYING_OUT = [[form, "out"] for form in ("carry", "carries", "carrying", "carried")]
_RESULTS = words(
    "rid off out loose free open ready shut up down apart into onto back fitted installed"
)
_AWAY = words("back to over into onto")
_MOVES = words("bring brought bringing brings take took taking carry carried carrying haul hauled")
_HELD = frozenset(("carry", "hold"))
_UNMEANT = frozenset(("accidentally", "inadvertently", "mistakenly", "unintentionally"))
_ABOUT = frozenset(("turn", "rotate", "crank", "move", "swing"))
_RELIEVING = words("replace swap exchange change trade bring take fetch return")
_READYING = frozenset(("prepare", "ready", "get"))


def may_be_work(scan: Scan, i: int, verb: VerbForm, form: str, agent: str | None) -> bool:
    """Say whether the words before the verb at ``i`` leave room for its being work."""
    if form in _FINITE_FORMS and agent is None and not scan.found:
        return False
    return not (_is_unreal(scan, i) or (form == "infinitive" and is_purpose(scan, i, verb)))


def is_work(
    scan: Scan,
    i: int,
    head: int,
    end: int,
    verb: VerbForm,
    form: str,
    agent: str | None,
) -> bool:
    """Say whether a verb at ``head`` that may be work is so, with its object up to ``end``.

    A strong verb needs an object, a weak one an object that is hardware, an unlisted one the crew
    for its subject too, a light one a noun of action ("complete the battery swap").
    """
    if scan.lowers[head : head + 2] in _CARRYING_OUT:
        pass  # "carried out a camera survey"
    elif _is_idle(scan, i, head, end, verb, form):
        return False
    known = work()
    brought = scan.lower(head + 1) in known.prepositional.get(verb.lemma, ())
    phrase = object_phrase(scan, head + brought, end)
    if (
        phrase is None
        or _is_person(scan, verb, phrase)
        or _is_of_crew(scan, head, end, verb, phrase)
    ):
        return False
    if _is_indoors(scan, i, end) or _is_state(scan, head, form, phrase):
        return False
    if verb.strength == "open" and not _reads_as_verb(scan, i, head, form, phrase):
        return False
    if verb.lemma == "give" or phrase.words[-1] == "look":
        return agent == "crew" and _is_idiom(scan, end, verb, phrase)
    if verb.strength == "light" or scan.lowers[head : head + 2] in _CARRYING_OUT:
        return _is_action(phrase) or (verb.lemma in _ENDING and _is_made(scan, phrase, agent))
    if verb.lemma in known.prepositional and verb.strength == "weak" and not brought:
        return False
    if verb.lemma == "work" and phrase.words[-1] in _SITES:
        return False  # "working on the outer surface": where, and not on what
    if brought and agent == "crew" and not phrase.pronoun:
        return True
    return _suffices(scan, i, end, verb, form, agent, phrase)


def _is_person(scan: Scan, verb: VerbForm, phrase: ObjectPhrase) -> bool:
    """As in "replacing German astronaut Tom Roe": somebody, and not "Roe's camera"."""
    last = phrase.first + len(phrase.words) - 1
    return verb.lemma in _RELIEVING and last in scan.named and not scan.is_owner(last)


def _is_idle(scan: Scan, i: int, head: int, end: int, verb: VerbForm, form: str) -> bool:
    """Say whether a verb means something else than work with the words that follow it."""
    if scan.lower(head + 1) in work().idle.get(verb.lemma, ()):
        return True
    after = set(scan.lowers[head + 1 : end])
    if verb.lemma in _ABOUT and "hatch" in after & {"hatch", "hatches"} and "handle" in after:
        return True  # "turn the handle on the hatch": the way out
    if verb.lemma == "get":  # "got the line off", "get the arm ready", but not "got a new door"
        return not (_RESULTS & after or any(_is_done(w) for w in after))
    if verb.lemma not in _HELD or form != "gerund" or coordinated(scan, i):
        return False
    return not _AWAY & after  # "he follows, carrying the box"


def _is_done(lower: str) -> bool:
    """As in "getting a line disconnected": a participle of a strong verb."""
    verb = work().verb(lower)
    return verb is not None and verb.strength == "strong" and "participle" in verb.forms


def _is_idiom(scan: Scan, end: int, verb: VerbForm, phrase: ObjectPhrase) -> bool:
    """As in "gave the box a good shake", "took a good look at the hinge"."""
    if verb.lemma == "give":
        return phrase.thing and phrase.words[-1] in _NUDGES
    return verb.lemma == "take" and "at" in scan.lowers[phrase.first : end]


def _suffices(
    scan: Scan,
    i: int,
    end: int,
    verb: VerbForm,
    form: str,
    agent: str | None,
    phrase: ObjectPhrase,
) -> bool:
    """Say whether a verb has the object that its strength asks for."""
    if phrase.pronoun and not phrase.thing:
        return _may_stand_for_thing(scan, i, verb, phrase, agent)
    if phrase.whole and verb.lemma in _LOOKING:  # "photographed the ship with another camera"
        return agent == "crew" or coordinated(scan, i)
    if phrase.whole and verb.lemma in _FIXING and phrase.words[-1] in _LABS:
        return True  # "install the Columbus laboratory"
    if phrase.whole:
        return verb.lemma in _READYING and _names_thing(scan, phrase.first, end)
    if verb.strength == "strong":
        return phrase.thing or _is_plain(scan, i, form, agent)
    return phrase.thing and _is_crewed(scan, i, verb, form, agent)


def _is_of_crew(scan: Scan, head: int, end: int, verb: VerbForm, phrase: ObjectPhrase) -> bool:
    """Say whether an object is what the crew wear, go through or do: no thing to work on."""
    if verb.strength != "strong" and _SUITS & set(phrase.words):
        return True
    if (
        phrase.words == ("their", "tools")
        or _is_abstract(scan, phrase)
        or _is_armed(scan, head, end)
    ):
        return True
    if verb.lemma in _LOOKING and {"heat", "shield"} <= set(phrase.words):
        return True  # "inspected the shuttle's heat shield": with the arm, from inside
    if any(is_walk(w) and w != "extravehicular" for w in phrase.words) or (
        phrase.personal and not _is_shifted(scan, verb, phrase, end)
    ):
        return True
    return _is_exit(phrase, verb) or _is_worn(scan, head, end)


def _may_stand_for_thing(
    scan: Scan, i: int, verb: VerbForm, phrase: ObjectPhrase, agent: str | None
) -> bool:
    """As in "remove it", "throw them away": after another item, or by a strong verb."""
    if verb.strength == "strong":
        return agent == "crew" or coordinated(scan, i) or scan.bullet
    if phrase.words[0] not in OBJECT_PRONOUNS:
        return phrase.particle and agent == "crew" and verb.strength == "weak"
    return verb.strength == "weak" and (coordinated(scan, i) or _is_placed(scan, phrase, agent))


def _is_placed(scan: Scan, phrase: ObjectPhrase, agent: str | None) -> bool:
    """As in "they cinched it down", "he carried it over to a mount": a thing is moved."""
    if agent != "crew" or phrase.words[0] not in ("it", "them"):
        return False
    return scan.lower(phrase.first + 1) in _WHERETO


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
    if verb.lemma not in ("open", "close", "shut", "get"):
        return False
    if verb.lemma == "get" and phrase.words == ("the", "door", "open"):
        return True
    if phrase.words[-1] != "door":
        return False
    return phrase.words[:-1] in (("the",), ("the", "outer"), ("the", "front"), ("the", "inner"))


def _is_indoors(scan: Scan, i: int, end: int) -> bool:
    """As in "stows samples in a freezer", "configure tools inside the Quest airlock"."""
    known = work()
    for k in range(max(0, i - 6), end):
        lower = scan.lowers[k]
        if k >= i and (lower in known.indoors or _is_earthly(scan, k)):
            return True
        if k < i and "," in scan.lowers[k:i] and not scan.is_crew(k - 1):
            continue
        moved = k > i and scan.lowers[i] in _MOVES  # "brought a box inside the station"
        if (
            lower == "inside"
            and not moved
            and any(w in known.wholes or w in _ROOMS for w in scan.lowers[k + 1 : k + 8])
        ):
            return True
    return False


def _is_earthly(scan: Scan, k: int) -> bool:
    """As in "examine the old bearing on the ground"."""
    if scan.lowers[k] != "on" or not work().is_thing(scan.lower(k - 1)):
        return False
    return scan.lower(k + 1) == "earth" or scan.lowers[k + 1 : k + 3] == ["the", "ground"]


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
        return agent == "crew" or (form == "gerund" and coordinated(scan, i))
    if agent == "crew" or scan.bullet or form == "item" or coordinated(scan, i):
        return True
    return form in ("infinitive", "gerund", "item") and scan.speaks_of_work


def _is_action(phrase: ObjectPhrase) -> bool:
    """As in "complete the battery swap": hardware and a noun of action, no "of"."""
    known = work()
    head = phrase.words[-1]
    if not phrase.thing or head not in known.nouns or {"of", "all"} & set(phrase.words):
        return False
    # "camera repairs", but "routine repairs" are vague
    return head not in _VAGUE or (head not in _WORK and known.is_thing(phrase.words[-2]))


def _is_made(scan: Scan, phrase: ObjectPhrase, agent: str | None) -> bool:
    """As in "complete a frame for a panel", "finish the cables": the thing itself."""
    head = phrase.words[-1]
    known = work()
    if phrase.words[0] in ("all", "most"):  # "completing all of the connections": of many items
        return False
    if scan.lowers[phrase.first].endswith("ing") or any(w in known.nouns for w in phrase.words):
        return False
    return (agent == "crew" or scan.speaks_of_work) and work().is_thing(head)


def _is_supposed(scan: Scan, i: int) -> bool:
    """As in "if they install the box", "in case a crew decides to fix it": nothing that is done."""
    for k in range(i - 1, max(scan.until, i - 12) - 1, -1):
        lower = scan.lowers[k]
        if lower in (",", ";", ":", "will", "would", "then"):
            return False
        if lower in ("if", "unless") or (lower == "case" and scan.lower(k - 1) == "in"):
            return scan.lower(k - 1) not in ("see", "as", "determine", "check")
    return False


def _is_unreal(scan: Scan, i: int) -> bool:
    """As in "trained to install", "practised removing the box in the pool"."""
    near = scan.lowers[max(0, i - 5) : i]
    if _is_supposed(scan, i):
        return True
    if {"forced", "forcing", "forces"} & set(near):  # "forced the crew to turn off the computers"
        return True
    if _UNMEANT & set(near[-2:]):  # "he accidentally unplugged a cable"
        return True
    return any(w in UNREAL_BEFORE for w in near) and not any(
        w in BE | DETERMINERS for w in near[-1:]
    )
