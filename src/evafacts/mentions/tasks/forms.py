"""How a verb is used: infinitive, past, gerund, item of a list …, or as no verb of work."""

from evafacts.knowledge.work import VerbForm, work
from evafacts.mentions.grammar import (
    ADJECTIVES,
    AIMS,
    ARTICLES,
    BE,
    CLAUSE_STOPS,
    DETERMINERS,
    FINITE,
    GERUND_OPENERS,
    HAVE,
    MODALS,
    PREPOSITIONS,
    words,
)
from evafacts.mentions.tasks.agents import subject
from evafacts.mentions.tasks.chains import coordinated
from evafacts.mentions.tasks.scan import Scan, is_measure

_AGREE = {
    "infinitive": "base",
    "future": "base",
    "item": "base",
    "present": "base",
    "gerund": "gerund",
    "past": "past",
    "perfect": "participle",
    "passive": "participle",
}
_MAYBE = words("may might could")
_HELD_BACK = words("not never before until only barely")
_HINDERED = words("prevent prevents prevented preventing kept keep stop stopped barred blocked")
_PICTURES = words("image images photo photos photograph picture pictures video")
_GROUPS = words("set sets pair pairs series number couple dozen bundle type kind")
_THOUGHTS = words(
    "hope hopes instead capable incapable means way ways method technique possibility risk danger "
    "cost importance idea hazard chance chances dream point talk"
)
_SPEND = words("spend spends spent spending")
_WHERE = words("on to at by in inside into onto under from with")
_JOBS = frozenset(("job", "task"))
_PRAISE = words("good great excellent fine superb fantastic wonderful amazing")
_AT_WORK = ("work", "aimed", "aiming", "directed", "targeted")
_OWN_DAY = words("his her their throughout")
_SUCCEED = words("succeed succeeds succeeded succeeding")
_LIST_LEADS = frozenset(
    (":", "•", "-", "–", "—", ")", "*", "one", "two", "three", "first", "second")
)


def use_of(scan: Scan, i: int, verb: VerbForm) -> tuple[str | None, int]:
    """Say how the verb at ``i`` is used, and where its verb group begins.

    Returns:
        The form (see `TaskMention`) or None, and the index of the first word of the group.
    """
    kinds = verb.forms
    j = scan.before(i)
    before = scan.lower(j)
    if before in _MAYBE and not _HELD_BACK & set(scan.lowers[max(0, j - 3) : i]):
        return None, i  # "they could install it later", not "before they could install it"
    if (
        "base" in kinds
        and before != "can"
        and (before in MODALS or before in ("help", "helped", "helps", "helping"))
    ):
        return ("infinitive" if before not in MODALS or before == "to" else "future"), j
    if "base" in kinds and before.endswith(("n't", "n’t")):
        return "future", j
    if "base" in kinds and before.endswith(("'ll", "’ll", "'d", "’d")):
        return "future", i
    if "participle" in kinds and before in BE:
        k = scan.before(j)
        return "passive", (k if before in ("been", "being") and k >= 0 else j)
    if "participle" in kinds and before in HAVE:
        return "perfect", j
    if "gerund" in kinds:
        return _gerund(scan, i, j, before)
    return _bare(scan, i, j, verb)


def _bare(scan: Scan, i: int, j: int, verb: VerbForm) -> tuple[str | None, int]:
    """The use of a verb with no word of a verb group before it; ``j`` is the word before."""
    kinds, before = verb.forms, scan.lower(j)
    if j < 0:
        return ("item", i) if _opens_item(scan, i, kinds) else _opening_past(scan, i, kinds)
    if coordinated(scan, i) and (_agrees(scan, kinds) or _switches(scan, i, kinds)):
        if scan.last_form == "past" and "past" not in kinds:
            return "present", i
        return scan.last_form or "infinitive", i
    if before == "," and j == 1 and scan.lowers[0] in _LIST_LEADS and "base" in kinds:
        return "item", i
    if before[:1].isalpha() and scan.lower(i + 1) not in DETERMINERS:
        pass  # "one bolt gave much trouble"
    elif before in _LIST_LEADS and "base" in kinds and (len(kinds) < 4 or before == ":"):
        return "item", i
    if "base" in kinds and before in (",", "and") and _lists_orders(scan, i, j):
        return "item", i
    if before == "," and scan.is_crew(j - 1) and scan.lower(i + 1) in _WHERE:
        return None, i  # "Roe, anchored on the arm, waits"
    if "past" in kinds and _has_crew_subject(scan, i, j):
        return "past", i
    if ("base" in kinds or "third" in kinds) and scan.is_crew(j):
        return "present", i
    if "base" in kinds and before in (",", "and", "then"):
        if _follows_modal(scan, i, j, verb):
            return "future", i
        if scan.lower(i + 1) in DETERMINERS and _follows_present(scan, i):
            return "present", i
    if "third" in kinds and before in (",", "and") and scan.last_form == "present":
        return "present", i
    if "participle" in kinds and _is_logged(scan, i, j):
        return "passive", i
    return None, i


def _is_logged(scan: Scan, i: int, j: int) -> bool:
    """As in "Sensor placed on the hull.", "14:10 Second set of cables plugged in": of a log."""
    if scan.lower(j) in _PICTURES or j != i - 1 or not work().is_thing(scan.lower(j)) or scan.found:
        return False
    if scan.lower(i + 1) not in PREPOSITIONS or not scan.words.texts[i].islower():
        return False
    known = work()
    if scan.lowers[0] in ARTICLES:
        return False  # "A camera mounted on his helmet shows"
    for k in range(j - 1, max(-1, j - 8), -1):
        if scan.lowers[k] == ":":
            break
        if not scan.lowers[k][:1].isalnum() or scan.is_crew(k) or known.is_finite(scan.lowers[k]):
            return False
        if scan.lowers[k] in PREPOSITIONS - {"of"} or scan.lowers[k] in FINITE:
            return False
    return j < 8 and not FINITE & set(scan.lowers[i:])


def _gerund(scan: Scan, i: int, j: int, before: str) -> tuple[str | None, int]:
    succeeded = before == "in" and scan.lower(j - 1) in _SUCCEED
    if before == "day" and _OWN_DAY & set(scan.lowers[max(0, j - 3) : j]):
        return None, i  # "spent part of his day servicing a rack": a day on board
    if _SPEND & set(scan.lowers[max(0, j - 14) : j]) and scan.lower(i + 1) not in PREPOSITIONS:
        return "gerund", i  # "will spend seven hours in the vacuum of space replacing boxes"
    if before == "for" and scan.lower(j - 1) in AIMS:
        return None, i  # "a satellite designed for testing a sail"
    if before == "of" and scan.lower(j - 1) in _GROUPS | _THOUGHTS:
        return None, i  # "a set of mounting brackets", "in hopes of plugging a leak"
    if before == "of" and j < i - 1 and work().is_thing(scan.lower(i + 1)):
        return None, i  # "two tons of slowly turning satellite"
    if before == "," and is_measure(scan.lower(j - 1)):
        return None, i  # "a two-ton, slowly spinning satellite"
    if before in _JOBS and scan.lower(j - 1) not in _PRAISE:
        return "gerund", i  # "a hard job freeing the bolt"
    if j < 0 or before in GERUND_OPENERS or scan.is_crew(j) or succeeded:
        return ("future" if before == "be" else "gerund"), j if before in BE else i
    if before == "at" and scan.lower(j - 1).startswith(_AT_WORK):
        return "gerund", i
    if before == "from" and _HINDERED & set(scan.lowers[max(0, j - 5) : j]):
        return "gerund", j
    if scan.last_form == "gerund" and coordinated(scan, i):
        return "gerund", i
    return None, i


def _opens_item(scan: Scan, i: int, kinds: frozenset[str]) -> bool:
    """As in "Replace a handrail on Unity": an order or an item of a list."""
    if "base" not in kinds:
        return False
    if scan.bullet:
        return True
    return scan.words.texts[i][:1].isupper() and scan.lower(i + 1) in DETERMINERS


def _opening_past(scan: Scan, i: int, kinds: frozenset[str]) -> tuple[str | None, int]:
    """As in "Installed the new pump": an item of a log."""
    if scan.bullet and "past" in kinds and scan.lower(i + 1) in DETERMINERS:
        return "past", i
    return None, i


def _lists_orders(scan: Scan, i: int, j: int) -> bool:
    """As in "Their tasks: a, install b": an order after a comma follows another order."""
    return scan.last_form == "item" and j - scan.until <= 2 and scan.lower(i + 1) in DETERMINERS


def _agrees(scan: Scan, kinds: frozenset[str]) -> bool:
    """Say whether a verb goes on in the form of the last one; "they put … and hang" is present."""
    form = scan.last_form
    if form == "past" and "base" in scan.last_kinds and "base" in kinds:
        return True
    wanted = _AGREE.get(form or "", "")
    return wanted in kinds or (form == "present" and "third" in kinds)


def _switches(scan: Scan, i: int, kinds: frozenset[str]) -> bool:
    """As in "include replacing an antenna, install a stiffener": lists mix their forms."""
    if "base" not in kinds or scan.last_form not in ("gerund", "nominal"):
        return False
    following = scan.lower(i + 1)
    return following in DETERMINERS or (following.endswith("s") and following not in FINITE)


def _follows_modal(scan: Scan, i: int, j: int, verb: VerbForm) -> bool:
    """As in "will take his place and throw away the bundle": the earlier modal holds on."""
    following = scan.lower(i + 1)
    shown = following in DETERMINERS or scan.lower(i + 2) in DETERMINERS
    plain = verb.strength == "strong" and not work().is_thing(scan.lowers[i])
    if not shown and not (plain and following[:1].isalpha()):
        return False
    for k in range(j - 1, max(scan.until, j - 24) - 1, -1):
        lower = scan.lowers[k]
        if (lower in MODALS and lower != "to") or (lower == "to" and scan.lower(k - 1) in BE):
            return True
        if lower in FINITE or lower in (";", ":", "which", "who"):
            return False
    return False


def _follows_present(scan: Scan, i: int) -> bool:
    """As in "they call out the figures, and tighten four bolts", "A and B, an aide, hand a box"."""
    start = subject(scan, i, "present")
    if start[0] != "crew":
        return False
    for k in range(i - 1, max(scan.until, i - 24) - 1, -1):
        if scan.words.starts[k] == start[1]:
            first = scan.lower(k + 1)
            return first == "," or work().is_plain_verb(first)
        if scan.lowers[k] in FINITE or scan.lowers[k].endswith("ed"):
            return False
    return False


def _has_crew_subject(scan: Scan, i: int, j: int) -> bool:
    """Say whether the past form at ``i``, after the word ``j``, has the crew for its subject."""
    before = scan.lower(j)
    if before.endswith(("'s", "’s", "'", "’")):
        return False
    if scan.is_crew(j) or before == "who":
        return True
    if before in (",", ")", "and", "but", "&"):
        if before == "and" and (is_adjective_like(scan, j)):
            return False
        return subject(scan, i, "past")[0] == "crew"
    if _is_things_own(scan, i):
        return False
    # "The men standing in the bay took hold of it": "took" is finite wherever it stands.
    finite = scan.lower(i + 1) in ARTICLES or work().is_finite(scan.lowers[i])
    if finite and before not in BE and before not in HAVE:
        return subject(scan, i, "past")[0] == "crew"
    return False


def _is_things_own(scan: Scan, i: int) -> bool:
    """As in "as he worked, the drill stripped the screw": a thing is the subject."""
    known = work()
    if not known.is_thing(scan.lower(i - 1)) or (i - 1) in scan.named:
        return False
    for k in range(i - 2, max(-1, i - 6), -1):
        if scan.lowers[k] in ARTICLES:
            before = scan.lower(k - 1)
            return k == 0 or before in CLAUSE_STOPS or before in (",", "and", "but", "as")
        if scan.lowers[k] in PREPOSITIONS or not scan.lowers[k][:1].isalpha():
            break
    return False


def is_adjective_like(scan: Scan, j: int) -> bool:
    """As in "the new and upgraded batteries": an article before the word before "and"."""
    described = scan.lower(j - 1)
    return scan.lower(j - 2) in DETERMINERS and (
        described in DETERMINERS or described.endswith("ed") or described in ADJECTIVES
    )
