"""Work told in the passive: "the old pump was removed"."""

from evafacts.knowledge.work import VerbForm, work
from evafacts.mentions.grammar import (
    AIMS,
    ARTICLES,
    CLAUSE_STOPS,
    CREW_WORDS,
    EOF_WORDS,
    FINITE,
    HAVE,
    OTHER_AGENTS,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    TIME_WORDS,
    is_walk,
    words,
)
from evafacts.mentions.tasks.ends import object_end
from evafacts.mentions.tasks.scan import Scan

_REACH = 16
_AHEAD = frozenset(("will", "would"))
_LEFT_ENDS = (
    EOF_WORDS
    | CLAUSE_STOPS
    | SAYING
    | frozenset(
        (
            "(",
            ")",
            "-",
            '"',
            "“",
            "”",
            "that",
            "and",
            "but",
            "as",
            ",",
            "after",
            "before",
            "by",
            "if",
        )
    )
)
_UNSURE = frozenset(("had", "can", "could", "may", "might", "need", "needs", "needed", "must"))
_NO_EVENT = frozenset(
    ("need", "needs", "cannot", "likely", "safely", "can", "must", "may", "might")
)
_AFTER_PARTICIPLE = PREPOSITIONS | words("away out up down back overboard , and . ; )") | {""}
_ONTO = words("on onto to from outside")
_INSIDERS = OTHER_AGENTS | {"pilot"}
_STORY = words("that which who as when once after before since until if where so")
_NOT_NOW = words("earth far advance earlier previously originally already ago robotically")


def passive_item(scan: Scan, i: int, group: int, verb: VerbForm) -> tuple[int, int] | None:
    """The item whose verb is the participle at ``i``: from its subject to the end of its place.

    None where the thing is no hardware, where others did it ("by the robotic arm"), or where the
    clause tells what had happened before.

    Returns:
        Indices of the first word and after the last.
    """
    if verb.strength not in ("strong", "weak") or group < 1:
        return None
    start = _subject_start(scan, group)
    start += ":" in scan.lowers[start]  # "14:10 Second set of cables plugged in"
    if start == group or scan.lower(start - 1) in _STORY:
        return None
    if _UNSURE & set(scan.lowers[group:i]) or _NO_EVENT & set(scan.lowers[group - 2 : group]):
        return None
    if AIMS & set(scan.lowers[max(0, group - 2) : group]):
        return None  # "the box was not designed to be opened"
    if scan.lowers[group] in HAVE and scan.lower(group + 1) == "never":
        return None  # "it has never been repaired"
    negated = bool({"not", "never"} & set(scan.lowers[max(0, group - 2) : i]))
    modal = scan.lower(scan.before(group))
    if modal in _AHEAD if negated else modal == "could":
        return None  # "the pump will not be tested until Friday"
    if (verb.strength == "weak" and not scan.speaks_of_work) or _is_remote(scan, verb):
        return None
    subject = scan.lowers[start:group]
    known = work()
    if any(w in CREW_WORDS or w in PRONOUNS or is_walk(w) for w in subject):
        return None
    if any(k in scan.named for k in range(start, group)):
        return None
    if subject[0] in ("it", "which"):
        return None
    if not any(known.is_thing(w) for w in subject) and not _is_on_thing(scan, i, verb):
        return None
    if scan.lower(i + 1) in known.idle.get(verb.lemma, ()):
        return None
    if _by_others(scan, i) or _is_hatch(subject) or subject[-1] in known.personal:
        return None
    if _is_trouble(subject) or _is_brought_up(scan, i, end_words=scan.lowers[start:i]):
        return None
    return start, _shared_end(scan, max(object_end(scan, i, "passive"), i + 1))


def _is_on_thing(scan: Scan, i: int, verb: VerbForm) -> bool:
    """As in "gap spanners will be mounted on the hull": put on hardware, whatever it is."""
    if verb.strength != "strong" or scan.lower(i + 1) not in _ONTO:
        return False
    return any(work().is_thing(w) for w in scan.lowers[i + 2 : i + 6])


def _is_remote(scan: Scan, verb: VerbForm) -> bool:
    """As in "Unity's computers were then activated": what the ground can do as well."""
    if verb.lemma not in work().remote or scan.names_crew or scan.bullet:
        return False
    return not any(map(is_walk, scan.lowers))


def _head(subject: list[str]) -> str:
    """The noun that a subject is about: "a problem with the pump" is about a problem."""
    for n, lower in enumerate(subject):
        if lower in PREPOSITIONS and n:
            return subject[n - 1]
    return subject[-1]


def _is_hatch(subject: list[str]) -> bool:
    """As in "the hatch of the module was opened", "the door was shut": the way in and out."""
    return _head(subject) in ("hatch", "hatches", "airlock")


def _is_trouble(subject: list[str]) -> bool:
    """As in "a problem with one of the wheels has been cleared"."""
    return _head(subject) in ("problem", "problems", "issue", "issues", "concern", "concerns")


def _is_brought_up(scan: Scan, i: int, end_words: list[str]) -> bool:
    """As in "is to be launched to the station", "pounds of gear were moved": cargo."""
    if scan.lowers[i] == "launched" and scan.lower(i + 1) in ("to", "on", "aboard", "from"):
        return True
    return not work().indoors.isdisjoint(end_words)


def _subject_start(scan: Scan, group: int) -> int:
    start = _aside_start(scan, group)
    floor = max(scan.until, start - _REACH)
    while start > floor and (
        scan.lowers[start - 1] not in _LEFT_ENDS or _joins_things(scan, start - 1, floor)
    ):
        start -= 1
    if scan.lowers[start] not in PREPOSITIONS:
        return start
    # "On 26 April the skin was cut": the subject begins after the day.
    for k in range(start + 2, group):
        before = scan.lowers[k - 1]
        if scan.lowers[k] in ARTICLES and (before in TIME_WORDS or before.isdigit()):
            return k
    return group


def _joins_things(scan: Scan, at: int, floor: int) -> bool:
    """Whether the "and" at ``at`` stands in the subject: "a set of brackets and struts was"."""
    if scan.lowers[at] != "and" or not work().is_thing(scan.lower(at - 1)):
        return False
    return floor == 0 and not any(
        w in FINITE or w in _LEFT_ENDS or work().is_finite(w) for w in scan.lowers[:at]
    )


def _shared_end(scan: Scan, end: int) -> int:
    """The end of further participles of one thing: "were unbolted, bagged and brought inside"."""
    known = work()
    while scan.lower(end) in (",", "and"):
        k = end + 1 + (scan.lower(end + 1) == "and")
        verb = known.verb(scan.lower(k))
        following = scan.lower(k + 1)
        if verb is None or "participle" not in verb.forms or "base" in verb.forms:
            break
        if following not in _AFTER_PARTICIPLE:
            break
        end = max(object_end(scan, k, "passive"), k + 1)
    return end


def _aside_start(scan: Scan, group: int) -> int:
    """Where an aside before the verb begins: "Both trays, exposed since June, were unbolted"."""
    if scan.lower(group - 1) != ",":
        return group
    for k in range(group - 2, max(scan.until, group - 10), -1):
        if scan.lowers[k] == ",":
            return k
        if scan.lowers[k] in FINITE:
            break
    return group


def _by_others(scan: Scan, i: int) -> bool:
    """As in "by the station's Canadarm2", "in advance", "in 2012", "last year", "by engineers"."""
    after = scan.lowers[i + 1 : i + 15]
    for n, lower in enumerate(after):
        if lower in (".", ";", ",") and n:
            return False
        if lower in _NOT_NOW or (
            len(lower) == 4 and lower.isdigit() and after[n - 1] in ("in", "since")
        ):
            return True
        if lower == "by" and any(w in _INSIDERS for w in after[n + 1 : n + 6]):
            return not any(w in CREW_WORDS for w in after[n + 1 : n + 6])
        if (
            lower in ("last", "next")
            and after[n + 1 : n + 2]
            and after[n + 1] in ("year", "month", "week")
        ):
            return True
    return False
