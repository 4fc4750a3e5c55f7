"""Work items: what is done to what, where.

A verb of extravehicular work opens an item where its form and its neighbours make it one ("to
install", "by replacing", "the pair routed", "the camera was bolted"), or a noun of action does
("installation of"). The object runs to its natural end: the next verb of the list, a clause, a
purpose ("to provide …"), a time. Everything is decided inside one sentence, left to right.

Examples of what is none: "to increase its efficiency" (a purpose), "the array that was installed in
2012" (a relative clause), "engineers will test the valve" (not the crew's).
"""

from collections.abc import Sequence
from functools import lru_cache

from evafacts.knowledge.work import VerbForm, Work, work
from evafacts.mentions.grammar import ARTICLES, BE, DEFERRALS, NEGATIONS
from evafacts.mentions.sentences import Sentence
from evafacts.mentions.tasks.agents import main_subject, subject
from evafacts.mentions.tasks.chains import coordinated
from evafacts.mentions.tasks.ends import object_end
from evafacts.mentions.tasks.forms import use_of
from evafacts.mentions.tasks.mention import TaskMention
from evafacts.mentions.tasks.nominals import noun_item
from evafacts.mentions.tasks.passives import passive_item
from evafacts.mentions.tasks.scan import PARTICLES, Scan
from evafacts.mentions.tasks.worth import is_work, may_be_work

_PAST = frozenset(("past", "participle"))
_GERUND = frozenset(("gerund",))


def find_tasks(sentence: Sentence, person_starts: Sequence[int] = ()) -> list[TaskMention]:
    """Find the work items of ``sentence``.

    Args:
        sentence: A sentence of an article.
        person_starts: Where the names of people begin, as offsets into the article.

    Returns:
        Items in order, not overlapping; whose work they are is left to the caller.
    """
    heads = [
        (i, head[0])
        for i, lower in enumerate(sentence.words.lowers)
        if (head := _head(lower)) is not None
    ]
    if not heads or "?" in sentence.words.lowers[-3:]:
        return []
    scan = Scan.of(sentence, person_starts)
    for i, verb in heads:
        if i < scan.until or i in scan.named:
            continue
        if verb is not None and _try_verb(scan, i, verb):
            continue
        if scan.lowers[i] in work().nouns:
            _try_noun(scan, i)
    return scan.found


@lru_cache(maxsize=1 << 16)
def _head(lower: str) -> tuple[VerbForm | None, bool] | None:
    """What a word may open: the verb that it is a form of, and whether it is a noun of action."""
    known = work()
    verb = known.verb(lower) or _open_verb(lower, known)
    noun = lower in known.nouns
    return (verb, noun) if verb is not None or noun else None


def _open_verb(lower: str, known: Work) -> VerbForm | None:
    """A verb that is not listed, by its ending: "teased", "X-raying"."""
    if len(lower) < 5 or lower in known.not_work or lower in known.objects:
        return None
    if lower.endswith("ed") and not lower.endswith(("eed", "ssed")):
        return VerbForm(lower, _PAST, "open")
    if lower.endswith("ing") and not lower.endswith(("thing", "spring", "wing", "ring")):
        return VerbForm(lower, _GERUND, "open")
    return None


def _try_verb(scan: Scan, i: int, verb: VerbForm) -> bool:
    """Add the item that the verb at ``i`` heads, if it heads one."""
    form, group = use_of(scan, i, verb)
    if form is None:
        return False
    if form == "passive":
        span = passive_item(scan, i, group, verb)
        if span is not None:
            _add(scan, span[0], i, span[1], verb, form, (None, -1), group)
        return span is not None
    progressive = form == "gerund" and group < i and scan.lowers[group] in BE
    agent = subject(scan, group, form)
    if progressive and subject(scan, group, "present")[0] == "other":
        return False  # "a detector that is searching for particles"
    head, verb = _shared_verbs(scan, i, verb)
    if not may_be_work(scan, i, verb, form, agent[0]):
        return False
    either = form == "past" and "base" in verb.forms  # "they put": then and now
    end = object_end(scan, head, "either" if either else form)
    if agent[0] is None and form == "gerund":
        agent = main_subject(scan, end)
    if end <= head + 1 or not is_work(scan, i, head, end, verb, form, agent[0]):
        return False
    _add(scan, i, head, end, verb, form, agent, group)
    return True


def _try_noun(scan: Scan, i: int) -> None:
    span = noun_item(scan, i)
    if span is not None:
        verb = work().verbs[work().nouns[scan.lowers[i]]]
        agent = subject(scan, span[0], "nominal")
        _add(scan, span[0], i, span[1], verb, "nominal", agent, span[0])


def _add(
    scan: Scan,
    start: int,
    head: int,
    end: int,
    verb: VerbForm,
    form: str,
    agent: tuple[str | None, int],
    group: int,
) -> None:
    words = scan.words
    inherits = coordinated(scan, start) and scan.found[-1].undone
    scan.found.append(
        TaskMention(
            words[start].start,
            words[end - 1].end,
            verb.lemma,
            form,
            agent[0],
            verb.strength,
            inherits or _is_undone(scan, group, end),
            words[min(head + 1, end - 1)].start,
            agent[1],
            _is_deferred(scan, group, end),
        )
    )
    scan.until = end
    scan.last_form = form
    scan.last_kinds = verb.forms


def _is_undone(scan: Scan, group: int, end: int) -> bool:
    """As in "were unable to", "kept from installing", "deferred the removal", "was put off"."""
    before = scan.lowers[max(0, group - 5) : group + 1]
    if any(w in NEGATIONS for w in before) or scan.lower(group) == "from":
        return True
    return _is_deferred(scan, group, end)


def _is_deferred(scan: Scan, group: int, end: int) -> bool:
    if any(w in DEFERRALS for w in scan.lowers[max(0, group - 3) : group + 1]):
        return True
    return scan.lower(end) in BE and any(w in DEFERRALS for w in scan.lowers[end : end + 4])


def _shared_verbs(scan: Scan, i: int, verb: VerbForm) -> tuple[int, VerbForm]:
    """As in "remove and replace a pump" is one task: move on to its last verb."""
    known = work()
    head = i
    while True:
        n = head + 1
        if scan.lower(n) in PARTICLES and scan.lower(n + 1) in ("and", "or", ","):
            n += 1  # "take out and replace a pump"
        if scan.lower(n) not in ("and", "or", ",", "&"):
            break
        n += 1
        while scan.lower(n) in ("and", "then", "later"):
            n += 1
        following = known.verb(scan.lower(n))
        if following is None or not following.forms & verb.forms:
            break
        if known.is_thing(scan.lower(n)) and scan.lower(n + 1) not in ARTICLES | PARTICLES:
            break  # but "install and switch on a lamp"
        head = n
        verb = verb if following.strength == "light" or verb.strength == "strong" else following
    return head, verb
