"""Which uses of a verb are work on something: vague aims, purposes and ways in and out are not."""

from evafacts.knowledge.work import VerbForm, work
from evafacts.mentions.grammar import (
    CREW_WORDS,
    DETERMINERS,
    OBJECT_PRONOUNS,
    words,
)
from evafacts.mentions.tasks.chains import coordinated
from evafacts.mentions.tasks.ofcrew import is_faulty_way, is_of_crew
from evafacts.mentions.tasks.phrases import ObjectPhrase, object_phrase
from evafacts.mentions.tasks.purposes import is_purpose
from evafacts.mentions.tasks.scan import Scan
from evafacts.mentions.tasks.unreal import is_unreal

_FINITE_FORMS = frozenset(("past", "present", "perfect", "future"))
_ROOMS = frozenset(("airlock", "module", "cabin", "kibo", "columbus", "crew", "compartment"))
_NO_ROOMS = frozenset(("telescope", "observatory"))
_VAGUE = frozenset(("work", "upgrade", "upgrades", "maintenance", "repairs"))
_WORK = frozenset(("work", "maintenance"))
_SITES = words("surface hull module exterior outside truss station side")
_NUDGES = words(
    "shake push pushes shove tug tugs twist turn turns tap nudge yank wipe clean look check"
)
_ENDING = frozenset(("complete", "finish"))
_WHERETO = words("over into onto down off apart away loose free overboard")
_FIXING = frozenset(("install", "attach", "mate", "bolt", "connect", "relocate"))
_LABS = frozenset(("laboratory", "lab", "labs", "facility"))
_LOOKING = frozenset(("photograph", "inspect"))
_CARRYING_OUT = [[form, "out"] for form in ("carry", "carries", "carrying", "carried")]
_RESULTS = words(
    "rid off out loose free open ready shut up down apart into onto back fitted installed"
)
_AWAY = words("back to over into onto")
_MOVES = words("bring brought bringing brings take took taking carry carried carrying haul hauled")
_WHITHER = words(
    "to over into onto across back outside inside in from up aboard through along away out"
)
_HELD = words("carry hold lug haul tote")
_MENDING = words("repair fix restore revive upgrade service")
_OUTFITTING = words("outfit equip fit refit upgrade")
_ABOUT = frozenset(("turn", "rotate", "crank", "move", "swing"))
_RELIEVING = words("replace swap exchange change trade bring take fetch return")
_PEOPLE = CREW_WORDS | words("people members member visitors americans russians")
_PICTURES = words("image images photo photos photograph photographs picture pictures video videos")
_TESTING = words("test check verify inspect assess evaluate examine demonstrate")
_READYING = frozenset(("prepare", "ready", "get"))


def may_be_work(scan: Scan, i: int, verb: VerbForm, form: str, agent: str | None) -> bool:
    """Say whether the words before the verb at ``i`` leave room for its being work."""
    if form in _FINITE_FORMS and agent is None and not scan.found:
        return False
    return not (is_unreal(scan, i) or (form == "infinitive" and is_purpose(scan, i, verb)))


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
        or is_of_crew(scan, head, end, verb, phrase)
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
    if verb.lemma == "take" and _PICTURES & set(phrase.words):
        return _shows_thing(scan, phrase, end)
    if verb.lemma == "work" and phrase.words[-1] in _SITES:
        return False  # "working on the outer surface": where, and not on what
    if brought and agent == "crew" and not phrase.pronoun:
        return True
    return _suffices(scan, i, end, verb, form, agent, phrase)


def _shows_thing(scan: Scan, phrase: ObjectPhrase, end: int) -> bool:
    """As in "took pictures of the hull", not "took a picture", "took images of their work"."""
    after = scan.lowers[phrase.first : end]
    if len(after) == len(phrase.words) and after[0] in ("a", "the"):
        return False
    return not {"work", "earth"} & set(after)


def _is_person(scan: Scan, verb: VerbForm, phrase: ObjectPhrase) -> bool:
    """As in "replacing German astronaut Tom Roe": somebody, and not "Roe's camera"."""
    last = phrase.first + len(phrase.words) - 1
    if phrase.words[-1] in _PEOPLE and phrase.words[-1] == scan.lower(last):
        return True  # "to replace two ill astronauts", "to keep people out"
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
    if verb.lemma == "carry" and form in ("past", "present"):
        return not _WHITHER & after  # "he carried a long pole"
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
    if verb.lemma in _TESTING and work().qualities & set(phrase.words[:3]):
        return agent == "crew" or scan.speaks_of_work  # "check the condition of the ship"
    if phrase.whole and verb.lemma in _OUTFITTING and "with" in scan.lowers[i:end]:
        return _names_thing(scan, scan.lowers.index("with", i), end)
    if verb.lemma in _MENDING and _is_bare_name(scan, phrase):
        return False
    if phrase.whole:
        return verb.lemma in _READYING and _names_thing(scan, phrase.first, end)
    if verb.strength == "strong":
        return phrase.thing or _is_plain(scan, i, form, agent)
    return (phrase.thing or is_faulty_way(phrase)) and _is_crewed(scan, i, verb, form, agent)


def _is_bare_name(scan: Scan, phrase: ObjectPhrase) -> bool:
    """As in "aimed at repairing Spektr": an aim, and no item."""
    text = scan.words.texts[phrase.first]
    return len(phrase.words) == 1 and text[:1].isupper() and not text.isupper()


def _may_stand_for_thing(
    scan: Scan, i: int, verb: VerbForm, phrase: ObjectPhrase, agent: str | None
) -> bool:
    """As in "remove it", "throw them away": after another item, or by a strong verb."""
    if verb.strength == "strong":
        return agent == "crew" or coordinated(scan, i) or scan.bullet
    if phrase.words[0] not in OBJECT_PRONOUNS:
        pronoun = phrase.words[-1] in OBJECT_PRONOUNS
        return pronoun and phrase.particle and agent == "crew" and verb.strength == "weak"
    return verb.strength == "weak" and (coordinated(scan, i) or _is_placed(scan, phrase, agent))


def _is_placed(scan: Scan, phrase: ObjectPhrase, agent: str | None) -> bool:
    """As in "they cinched it down", "he carried it over to a mount": a thing is moved."""
    if agent != "crew" or phrase.words[0] not in ("it", "them"):
        return False
    return scan.lower(phrase.first + 1) in _WHERETO


def _is_indoors(scan: Scan, i: int, end: int) -> bool:
    """As in "stows samples in a freezer", "configure tools inside the Quest airlock"."""
    known = work()
    rooms = (known.wholes | _ROOMS) - _NO_ROOMS
    for k in range(max(0, i - 6), end):
        lower = scan.lowers[k]
        if k >= i and (lower in known.indoors or _is_earthly(scan, k)):
            return True
        if k < i and "," in scan.lowers[k:i] and not scan.is_crew(k - 1):
            continue
        moved = k > i and scan.lowers[i] in _MOVES  # "brought a box inside the station"
        if lower == "inside" and not moved and any(w in rooms for w in scan.lowers[k + 1 : k + 8]):
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
    if form == "gerund" and not phrase.head_is_thing:
        return False  # "facing a blizzard of ammonia"
    return shown or (form in ("past", "perfect") and coordinated(scan, i))


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
    if phrase.words[0] in (
        "all",
        "most",
        "some",
    ):  # "completing all of the connections": of many items
        return False
    if scan.lowers[phrase.first].endswith("ing") or any(w in known.nouns for w in phrase.words):
        return False
    return (agent == "crew" or scan.speaks_of_work) and work().is_thing(head)
