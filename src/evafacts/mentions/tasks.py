"""Work items: what is done to what, where.

A verb of extravehicular work opens a task where its form and its neighbours make it one ("to
install", "by replacing", "the pair routed", "the camera was bolted"), or a noun of action does
("installation of"). The object runs to its natural end: the next verb of the list, a clause, a
purpose ("to provide …"), a time. Everything is decided inside one sentence, left to right.

Examples of what is none: "to increase its efficiency" (a purpose), "the array that was installed in
2012" (a relative clause), "engineers will test the valve" (not the crew's).
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from evafacts.knowledge.work import VerbForm, work
from evafacts.mentions.grammar import (
    ADVERBS,
    BE,
    CLAUSE_STOPS,
    CREW_WORDS,
    DETERMINERS,
    EOF_WORDS,
    FINITE,
    HAVE,
    MODALS,
    OTHER_AGENTS,
    PREPOSITIONS,
    PRONOUNS,
    TASK_WORDS,
    TIME_WORDS,
    TRAILING,
)
from evafacts.mentions.sentences import Sentence, Word

_GERUND_OPENERS = frozenset(
    "by include includes including included involve involves involved involving of for with after spent spend spends "
    "spending began begin begins start started starts finish finished finishes complete completed continue continued "
    "continues and or , : ; - – — • then in are were is was be on like through tasks started resume resumed before "
    "while outside hours work busy focused successfully minutes".split()
)
_LIST_MARKS = frozenset(("and", "or", ",", "then", "before", "after", "&", ";", "plus"))
_NEGATIONS = frozenset("unable failed not n't couldn't didn't wasn't weren't cannot without never unsuccessfully".split())
_DEFERRALS = frozenset("deferred postponed delayed rescheduled abandoned skipped".split())
_NOMINAL_COMPOUNDS = frozenset(
    "installation replacement removal repair repairs retrieval deployment relocation inspection inspections upgrade "
    "upgrades swap swaps".split()
)
_RELATIVES = frozenset(("that", "which", "who"))
_MAX_WORDS = 34


@dataclass(frozen=True, slots=True)
class TaskMention:
    """A work item as the text has it.

    ``form`` is how it is said (``infinitive``, ``future``, ``gerund``, ``past``, ``perfect``,
    ``passive``, ``present``, ``nominal``, ``item``); ``agent`` is ``crew``, ``other`` or None where
    the sentence does not tell; ``strength`` is that of the verb; ``undone`` says that it was not carried through.
    """

    start: int
    end: int
    action: str
    form: str
    agent: str | None
    strength: str
    undone: bool = False
    object_start: int = 0


@dataclass
class _Scan:
    """The state of one left-to-right scan of a sentence."""

    words: list[Word]
    people: frozenset[int]
    found: list[TaskMention] = field(default_factory=list)
    until: int = 0
    last_form: str | None = None


def find_tasks(sentence: Sentence, person_starts: Sequence[int] = ()) -> list[TaskMention]:
    """Find the work items of ``sentence``.

    Args:
        sentence: A sentence of an article.
        person_starts: Where the names of people begin, as offsets into the article.

    Returns:
        Items in order, not overlapping; whose work they are is left to the caller.
    """
    words = sentence.words
    known = work()
    if not any(w.lower in known.verbs or w.lower in known.nouns for w in words):
        return []
    scan = _Scan(words, frozenset(person_starts))
    i = 0
    while i < len(words):
        lower = words[i].lower
        verb = known.verbs.get(lower)
        step = 0
        if verb is not None:
            step = _try_verb(scan, i, verb, sentence)
        if not step and lower in known.nouns:
            step = _try_nominal(scan, i)
        i += step or 1
    return scan.found


def _try_verb(scan: _Scan, i: int, verb: VerbForm, sentence: Sentence) -> int:
    """Open a task at word ``i`` if its verb heads one; return how many words it took."""
    form, group = _form(scan, i, verb, sentence)
    if form is None:
        return 0
    if form == "passive":
        return _passive(scan, i, group, verb)
    agent = _agent(scan, group, form)
    if form in ("past", "present") and agent is None and not _coordinated(scan, i):
        return 0
    head, verb = _shared_verbs(scan, i, verb)
    end = _object_end(scan, head, form)
    if not _has_object(scan, head, end, verb):
        return 0
    if form == "infinitive" and _is_purpose(scan, i, verb):
        return 0
    if verb.strength == "light":
        end = _light_end(scan, head, end)
        if end is None:
            return 0
    _add(scan, i, head, end, verb, form, agent, group)
    return end - i


def _add(
    scan: _Scan, i: int, head: int, end: int, verb: VerbForm, form: str, agent: str | None, group: int
) -> None:
    words = scan.words
    scan.found.append(
        TaskMention(
            words[i].start,
            words[end - 1].end,
            verb.lemma,
            form,
            agent,
            verb.strength,
            _undone(words, group),
            words[min(head + 1, end - 1)].start,
        )
    )
    scan.until = end
    scan.last_form = form


def _previous(words: list[Word], i: int) -> int:
    """Index of the word before ``i``, adverbs left out; -1 at the beginning."""
    j = i - 1
    while j >= 0 and (words[j].lower in ADVERBS or words[j].lower.endswith("ly")):
        j -= 1
    return j


def _form(scan: _Scan, i: int, verb: VerbForm, sentence: Sentence) -> tuple[str | None, int]:
    """How the verb at ``i`` is used, and where its verb group begins."""
    words = scan.words
    j = _previous(words, i)
    before = words[j].lower if j >= 0 else ""
    kinds = verb.forms
    if "base" in kinds and before in MODALS:
        return ("infinitive" if before == "to" else "future"), j
    if "participle" in kinds and before in BE:
        k = _previous(words, j)
        return "passive", (k if before in ("been", "being") and k >= 0 else j)
    if "participle" in kinds and before in HAVE:
        return "perfect", j
    if "gerund" in kinds:
        if j < 0 or before in _GERUND_OPENERS or _is_person(scan, j) or before in CREW_WORDS:
            return ("future" if before == "be" else "gerund"), j if before in BE else i
        return None, i
    if i == 0 or (j < 0 and sentence.bullet):
        return ("item", i) if "base" in kinds and sentence.bullet or _opens_list(words, i, kinds) else (None, i)
    if _coordinated(scan, i) and (_agrees(scan.last_form, kinds) or _switches(scan, i, kinds)):
        return _coordinate_form(scan.last_form), i
    if before in (":", "•", "-", "–", "—", ")", "*") and "base" in kinds and len(kinds) < 4:
        return "item", i
    if "past" in kinds and _subject_before(scan, j):
        return "past", i
    if ("base" in kinds or "third" in kinds) and (_is_person(scan, j) or before in CREW_WORDS):
        return "present", i
    return None, i


def _opens_list(words: list[Word], i: int, kinds: frozenset[str]) -> bool:
    return "base" in kinds and i + 1 < len(words) and words[i].text[:1].isupper() and (
        words[i + 1].lower in DETERMINERS
    )


def _coordinate_form(form: str | None) -> str:
    return form or "infinitive"


def _coordinated(scan: _Scan, i: int) -> bool:
    """Say whether ``i`` goes on a list of verbs: "install a plate, route cables and bolt a box".

    A purpose may stand between ("install a stiffener to add strength, and route cables").
    """
    if not scan.found:
        return False
    between = [w.lower for w in scan.words[scan.until : i]]
    if not between:
        return False
    if i - scan.until <= 4 and all(
        w in _LIST_MARKS or w in ADVERBS or w.endswith("ly") or w in ("to", '"', "”", "“") for w in between
    ):
        return True
    return (
        len(between) <= 18
        and between[-1] in ("and", ",")
        and between[0] in ("to", "in", "for", ",", "so", "that")
        and not set(between) & (FINITE | PRONOUNS | {".", ";"})
    )


def _agrees(form: str | None, kinds: frozenset[str]) -> bool:
    wanted = {
        "infinitive": "base",
        "future": "base",
        "item": "base",
        "gerund": "gerund",
        "past": "past",
        "perfect": "participle",
        "present": "base",
        "passive": "participle",
    }.get(form or "", "")
    return wanted in kinds


def _switches(scan: _Scan, i: int, kinds: frozenset[str]) -> bool:
    """ "include replacing an antenna, install a stiffener": print mixes the forms of a list."""
    following = scan.words[i + 1].lower if i + 1 < len(scan.words) else ""
    return scan.last_form == "gerund" and kinds & {"base"} == {"base"} and following in DETERMINERS


def _is_person(scan: _Scan, j: int) -> bool:
    """Say whether word ``j`` belongs to a person's name (up to three words)."""
    words = scan.words
    if j < 0 or not words[j].text[:1].isupper():
        return False
    return any(words[k].start in scan.people for k in range(max(0, j - 2), j + 1))


def _subject_before(scan: _Scan, j: int) -> bool:
    words = scan.words
    if j < 0:
        return False
    if words[j].lower in CREW_WORDS or _is_person(scan, j) or words[j].lower == "who":
        return True
    if words[j].lower in (",", ")") and j:
        return any(
            words[k].lower in CREW_WORDS or _is_person(scan, k) for k in range(max(0, j - 14), j)
        )
    return False


def _agent(scan: _Scan, group: int, form: str) -> str | None:
    """Whose work it is: the nearest subject left of the verb group in its clause."""
    words = scan.words
    if scan.found and group <= scan.until + 2:
        return scan.found[-1].agent
    for k in range(min(group, len(words)) - 1, max(-1, group - 40), -1):
        lower = words[k].lower
        if lower in (";", ":") or (lower in ("that", "which") and form != "infinitive"):
            return "other" if lower in ("that", "which") and k and words[k - 1].lower not in ("said", "says") else None
        if lower in CREW_WORDS or lower.rstrip("'’s") in CREW_WORDS or _is_person(scan, k):
            return "crew"
        if lower in OTHER_AGENTS and not _modifies(words, k):
            return "other" if form != "infinitive" else _spacewalk_before(words, group) or "other"
    return None


def _spacewalk_before(words: list[Word], group: int) -> str | None:
    near = " ".join(w.lower for w in words[max(0, group - 8) : group])
    return "crew" if "walk" in near or "eva" in near else None


def _modifies(words: list[Word], k: int) -> bool:
    """ "NASA astronauts", "station crew", "outside the station": no subject of its own."""
    after = words[k + 1].lower if k + 1 < len(words) else ""
    before = words[k - 1].lower if k else ""
    return after in CREW_WORDS or after in ("’s", "'s") or before in PREPOSITIONS or (
        before in DETERMINERS and k > 1 and words[k - 2].lower in PREPOSITIONS
    ) or (k > 2 and words[k - 3].lower in PREPOSITIONS and words[k - 2].lower in DETERMINERS)


def _shared_verbs(scan: _Scan, i: int, verb: VerbForm) -> tuple[int, VerbForm]:
    """ "remove and replace a pump" is one task: move on to its last verb."""
    words, verbs = scan.words, work().verbs
    head = i
    while head + 2 < len(words) and words[head + 1].lower in ("and", "or", ","):
        following = verbs.get(words[head + 2].lower)
        if following is None or not following.forms & verb.forms:
            break
        head, verb = head + 2, following if following.strength != "light" else verb
    return head, verb


def _object_end(scan: _Scan, head: int, form: str) -> int:
    """Index after the last word of the object of the verb at ``head``."""
    words = scan.words
    j = head + 1
    limit = min(len(words), head + _MAX_WORDS)
    while j < limit:
        lower = words[j].lower
        if lower in EOF_WORDS or (lower in CLAUSE_STOPS) or (lower in FINITE and j > head + 1):
            break
        if lower == "(":
            close = _closing(words, j)
            if close is None or close + 1 >= len(words) or not words[close + 1].text[:1].isalpha() or words[close + 1].lower in FINITE:
                break
            j = close + 1
            continue
        if lower == ".":
            if j + 1 >= len(words) or words[j + 1].text[:1].isupper():
                break
        if lower in ("and", "or", ",", "&") and _list_ends(scan, head, j, form):
            break
        if lower == "to" and j + 1 < len(words) and _is_base(words, j + 1):
            break
        if lower in PRONOUNS and j > head + 1:
            break
        if lower == "as" and not (j + 1 < len(words) and words[j + 1].lower == "well"):
            if j > head + 1:
                break
        if lower == "in" and j + 1 < len(words) and words[j + 1].lower in ("order", "preparation"):
            break
        if _is_time(words, j):
            break
        if lower.endswith("ing") and j > head + 2 and words[j - 1].lower not in PREPOSITIONS | DETERMINERS and lower in _STOP_GERUNDS:
            break
        if lower == "that" and j + 1 < len(words) and words[j + 1].lower in PRONOUNS | {"the"} and j > head + 2:
            break
        j += 1
    while j > head + 1 and words[j - 1].lower in TRAILING | ADVERBS:
        j -= 1
    return j


_STOP_GERUNDS = frozenset(
    "using allowing making leaving giving providing enabling including bringing completing marking setting helping ensuring "
    "working wearing taking ending beginning finishing improving increasing boosting according paving wrapping clearing "
    "preparing concluding becoming being having".split()
)


def _closing(words: list[Word], j: int) -> int | None:
    for k in range(j + 1, min(j + 9, len(words))):
        if words[k].lower == ")":
            return k
    return None


def _is_base(words: list[Word], j: int) -> bool:
    lower = words[j].lower
    if lower in DETERMINERS or lower in TIME_WORDS:
        return False
    verb = work().verbs.get(lower)
    if verb is not None and "base" in verb.forms:
        after = words[j + 1].lower if j + 1 < len(words) else ""
        noun_like = lower in work().objects or lower in ("place", "work", "use")
        return not noun_like or after in DETERMINERS
    return lower in work().purpose or lower in ("be", "have", "do", "go", "see", "begin", "better", "fully", "work", "replace")


def _is_time(words: list[Word], j: int) -> bool:
    """ "on Monday", "Tuesday", "at 7:05 a.m." """
    lower = words[j].lower.rstrip(".")
    if lower in TIME_WORDS and (words[j].text[:1].isupper() or lower in ("today", "tonight", "tomorrow", "yesterday")):
        return True
    after = words[j + 1].lower.rstrip(".") if j + 1 < len(words) else ""
    if lower in ("on", "at", "in", "last", "next", "earlier", "later", "this", "early", "late", "by"):
        if after in TIME_WORDS or (after[:1].isdigit() and lower in ("at", "in") and len(after) >= 4 and ":" in after + ":"):
            return after in TIME_WORDS or ":" in after or (len(after) == 4 and after.isdigit())
        return after in ("week", "month", "year", "spring", "summer", "fall", "autumn", "winter")
    return False


def _list_ends(scan: _Scan, head: int, j: int, form: str) -> bool:
    """Say whether the "and" or comma at ``j`` ends the object or goes on with another one."""
    words = scan.words
    k = j + 1
    while k < len(words) and (words[k].lower in ADVERBS or words[k].lower in ("and", "or") or words[k].lower.endswith("ly")):
        k += 1
    if k >= len(words):
        return True
    lower = words[k].lower
    if lower in CLAUSE_STOPS | PRONOUNS | FINITE | MODALS - {"to"} or lower in (")", '"', "”", ","):
        return True
    if words[k].start in scan.people:
        return True
    if _continues_verbs(words, k, form):
        return True
    if words[j].lower == ",":
        if lower == "as" and k + 1 < len(words) and words[k + 1].lower == "well":
            return k + 3 < len(words) and words[k + 3].lower.endswith("ing")
        if lower in PREPOSITIONS or lower in CREW_WORDS or lower.endswith("ing") or lower in OTHER_AGENTS:
            return True
        if work().verbs.get(lower) is not None and lower.endswith("ed") and j > head + 2:
            return words[j - 1].lower not in ("new", "old", "large", "small", "long", "older")
        return not _enumerates(words, j, form)
    return _starts_clause(scan, k)


def _continues_verbs(words: list[Word], k: int, form: str) -> bool:
    """Say whether the word at ``k`` is a further verb in the same form."""
    lower = words[k].lower
    if lower == "to":
        return True
    verb = work().verbs.get(lower)
    if verb is None:
        return form == "gerund" and lower.endswith("ing") and k + 1 < len(words) and words[k + 1].lower in DETERMINERS
    wanted = {"gerund": {"gerund"}, "past": {"past"}, "perfect": {"participle"}, "passive": {"participle"}}.get(
        form, {"base"}
    )
    if not verb.forms & wanted:
        return "gerund" in verb.forms
    if wanted & {"base"} and lower in work().objects | {"test", "work", "place", "use", "service"}:
        after = words[k + 1].lower if k + 1 < len(words) else ""
        return after in DETERMINERS
    return True


def _enumerates(words: list[Word], j: int, form: str) -> bool:
    """ "two cameras, a light and a handrail": an "and" comes before any verb or the end."""
    for k in range(j + 1, min(j + 16, len(words))):
        lower = words[k].lower
        if lower in FINITE or lower in CLAUSE_STOPS or lower in PRONOUNS or lower in EOF_WORDS:
            return False
        if lower in ("and", "or"):
            return not _continues_verbs(words, k + 1, form) if k + 1 < len(words) else False
        if lower == "," and k == j + 1:
            return False
    return False


def _starts_clause(scan: _Scan, k: int) -> bool:
    """Say whether a new clause begins at ``k``: a finite verb follows before any comma."""
    words = scan.words
    for n in range(k, min(k + 7, len(words))):
        lower = words[n].lower
        if lower in (",", ".", "to", "and") or lower in EOF_WORDS:
            return False
        if lower in FINITE and n > k:
            return True
    return False


def _has_object(scan: _Scan, head: int, end: int, verb: VerbForm) -> bool:
    inside = scan.words[head + 1 : end]
    nouns = [
        w
        for w in inside
        if w.text[:1].isalpha()
        and w.lower not in PREPOSITIONS
        and w.lower not in DETERMINERS
        and w.lower not in work().particles
        and w.lower not in ADVERBS
    ]
    if not nouns:
        return any(w.lower in ("it", "them", "one", "two", "another") for w in inside) and verb.strength == "strong"
    if verb.strength == "weak":
        return any(_is_thing(w.lower) for w in nouns)
    return inside[0].lower not in FINITE


def _is_thing(lower: str) -> bool:
    objects = work().objects
    return lower in objects or any(part in objects for part in lower.replace("’", "-").replace("'", "-").split("-"))


def _light_end(scan: _Scan, head: int, end: int) -> int | None:
    """ "perform maintenance", "finish installing": the object must itself be work."""
    known = work()
    for k in range(head + 1, end):
        lower = scan.words[k].lower
        if lower in known.nouns or lower in known.vague:
            return end
        verb = known.verbs.get(lower)
        if verb is not None and "gerund" in verb.forms and verb.strength != "light":
            return end
        if "walk" in lower or lower in ("eva", "evas"):
            return None
    return None


def _is_purpose(scan: _Scan, i: int, verb: VerbForm) -> bool:
    """Say whether the infinitive at ``i`` tells what the task before it is for."""
    words = scan.words
    if verb.lemma in work().purpose and scan.found and _same_clause(words, scan.until, i):
        return True
    k = i - 2
    if k >= 1 and words[k].lower in ("order", "designed", "used", "needed", "intended", "able", "meant", "required"):
        return words[k].lower not in ("able", "needed")
    return False


def _same_clause(words: list[Word], start: int, end: int) -> bool:
    between = {w.lower for w in words[start:end]}
    return end - start < 14 and not between & {".", ";", "they", "he", "she"}


def _undone(words: list[Word], group: int) -> bool:
    near = {w.lower for w in words[max(0, group - 4) : group + 1]}
    return bool(near & _NEGATIONS)


def _passive(scan: _Scan, i: int, group: int, verb: VerbForm) -> int:
    """ "the old pump was removed": the subject is what is worked on."""
    words = scan.words
    if verb.strength != "strong" or group < 1:
        return 0
    start = group
    while start > max(scan.until, group - 16):
        lower = words[start - 1].lower
        if lower in EOF_WORDS or lower in ("(", ")", '"', "“", "”", "that", "which", "who", "and", "but", "once", "after", "before", "while", "when", "as", ","):
            break
        start -= 1
    if start and words[start - 1].lower in _RELATIVES | {"as", "when", "once", "after", "before"} or start == group:
        return 0
    if words[group].lower in HAVE or words[i - 1].lower == "been" or words[group].lower in ("been",):
        return 0
    subject = words[start:group]
    lowers = {w.lower for w in subject}
    if lowers & (CREW_WORDS | PRONOUNS | {"spacewalk", "eva", "it"}) or any(w.start in scan.people for w in subject):
        return 0
    if not any(_is_thing(w.lower) for w in subject):
        return 0
    after = " ".join(w.lower for w in words[i + 1 : i + 8])
    if "by the" in after and any(a in after for a in ("arm", "robot", "dextre", "ground", "crew inside", "shuttle")):
        return 0
    end = _object_end(scan, i, "passive")
    _add(scan, start, i, max(end, i + 1), verb, "passive", None, group)
    return max(end, i + 1) - i


def _try_nominal(scan: _Scan, i: int) -> int:
    """ "installation of a camera", "battery replacement"."""
    words, known = scan.words, work()
    lower = words[i].lower
    lemma = known.nouns[lower]
    following = words[i + 1].lower if i + 1 < len(words) else ""
    before = words[i - 1].lower if i else ""
    strength = known.verbs[lemma].strength
    if following == "of" or (following == "to" and lower.startswith("repair")):
        if before in ("after", "since", "until", "following", "first") or strength == "weak" and lower != "recovery":
            pass
        end = _object_end(scan, i + 1, "nominal")
        if end <= i + 2:
            return 0
        agent = _agent(scan, i, "infinitive")
        _add(scan, i, i, end, known.verbs[lemma], "nominal", agent, i)
        return end - i
    tasky = any(w.lower in TASK_WORDS for w in words)
    if lower in _NOMINAL_COMPOUNDS and tasky and i and before.isalpha() and before not in PREPOSITIONS | DETERMINERS:
        start = i
        while start > max(0, i - 5) and words[start - 1].lower not in PREPOSITIONS | DETERMINERS | TASK_WORDS | FINITE and words[start - 1].text[:1].isalnum() and words[start - 1].lower != "and":
            start -= 1
        if start == i or words[start].start < (scan.found[-1].end if scan.found else 0):
            return 0
        _add(scan, start, i, i + 1, known.verbs[lemma], "nominal", _agent(scan, start, "infinitive"), start)
        return 1
    return 0
