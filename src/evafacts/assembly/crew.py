"""The crew of a walk: who goes outside, settled from every sentence that tells of it."""

import datetime
import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from evafacts.assembly.facts import Facts
from evafacts.assembly.roles import OUT, SPOKE, Part, identity
from evafacts.assembly.told import Told
from evafacts.assembly.walk import Anchor, Walk, day_of, is_known_day
from evafacts.assembly.walks import Ledger
from evafacts.knowledge import by_key
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.people import PersonMention

_SAME_CREW = AnyCase(
    r"\b(?:they|their\s+(?:[\w-]+\s+){0,2}(?:space\s?walk|walk|EVA|outing|excursion|sortie)|(?:the|this)\s+(?:same\s+)?(?:pair|duo|two(?!\s+(?:space\s?walk|EVA|hour|excursion|outing|day|camera|week|month))|men|women|spacewalkers|crewmates|team)|"
    r"both(?!\s+(?:of\s+)?(?:space\s?walk|EVA|camera|the\b))(?:\s+(?:men|women|astronauts|cosmonauts))?|"
    r"same\s+(?:pair|two|crew|duo|men|astronauts|cosmonauts))\b"
)
_TWO = AnyCase(
    r"\b(?:pair|duo|took\s+turns|tak(?:e|es|ing)\s+turns|two\s+(?:[\w-]+\s+){0,2}(?:men|women|astronauts|cosmonauts|spacewalkers|crew|taikonauts)|both|crewmates?|partner|companion|colleague|they)\b"
)
_THREE = AnyCase(
    r"\btrio\b|\bjoin(?:s|ed)\b|\b(?:three|3)-(?:man|person|woman|member|astronaut|cosmonaut)\b"
    r"|\b(?:three|third)\s+(?:[\w-]+\s+)?(?:men|women|man|woman|astronauts?|cosmonauts?|spacewalkers?|walkers?|people|person)\b"
)
_SAME_PEOPLE = AnyCase(
    r"\b(?:they|(?:the|these|both)\s+(?:(?:same|two|[a-z]{3,}(?:ian|ean|can|ese|ish))\s+)*(?:pair|duo|two(?!\s+\w+s\b)|men|women|cosmonauts|astronauts|taikonauts|"
    r"spacewalkers|comrades|crew(?!\s+(?:members?|of|dragon)\b)))\b"
)
_PLAIN = 3  # the score of somebody plainly said to go out
_NEAR = 60  # days between walks of one crew
_OPENING = 4  # sentences on a walk in which "they" is looked for
_CROWD = 3  # people outside together
_JUST_BEFORE = 2  # sentences
_ALONE = range(1965, 1969)  # years in which nobody went out in company
_PAIR = 2
_NO_YEAR = re.compile(r"XXXX-\d\d-\d\d")
_AT_LENGTH = 4  # times that a walk is spoken of
_ONE_OF_THEM = AnyCase(r"\W{0,3}(?:(?:the|a)\s+)?(?:first|second|third|fourth|next|other|one)\b")
_REACH = 900  # characters back to the pair that "they" stands for
_FAR_REACH = 1400  # the same, where nobody else has been named


@dataclass(slots=True)
class _Standing:
    """What speaks for people having gone out on one walk."""

    total: dict[str, int] = field(default_factory=dict)
    best: dict[str, int] = field(default_factory=dict)
    groups: dict[frozenset[str], int] = field(default_factory=dict)
    alone: dict[str, int] = field(default_factory=dict)
    dropped: set[str] = field(default_factory=set)
    crowd: set[str] = field(default_factory=set)
    pairs: list[frozenset[str]] = field(default_factory=list)

    def of(self, keys: Iterable[str]) -> int:
        """The weight of people together."""
        return sum(self.total.get(key, 0) for key in keys)


def complete_crews(ledger: Ledger, gathered: dict[int, Facts], told: Sequence[Told]) -> None:
    """Settle the crew of every walk; ``scores`` are above 0 for its crew alone afterwards."""
    parts = sorted((p for one in told for p in one.parts), key=_start)
    named: dict[str, PersonMention] = {}
    for person in (p for part in parts for p in part.people):
        named.setdefault(identity(person), person)
    crews: dict[int, frozenset[str]] = {}
    twins = _twins(told)
    for walk in ledger.walks:
        facts = gathered[id(walk)]
        crew = _settle(walk, facts, parts, crews, lead=walk is ledger.lead)
        if id(walk) in twins and not _has_plain(facts):
            crew = crews.get(twins[id(walk)], crew)
        if not crew and ledger.lead is not None:
            crew = _carried(walk, told, parts, crews, ledger.lead)
        if not crew:
            crew = _announced(walk, told) or _only_pair(walk, parts, ledger)
        crew = _by_oneself(walk, facts, crew)
        crews[id(walk)] = crew
        facts.scores = {k: min(s, 0) for k, s in facts.scores.items()} | dict.fromkeys(crew, 1)
        for key in crew:
            facts.names.setdefault(key, [named[key]])


def _announced(walk: Walk, told: Sequence[Told]) -> frozenset[str]:
    """Those of whom walks are told just before: "Roe and Doe plan two. The first, on May 1, …"."""
    first = walk.sentences[0] if walk.sentences else 0
    if not _ONE_OF_THEM.match(told[first].sentence.text):
        return frozenset()
    for one in reversed(told[max(0, first - _JUST_BEFORE) : first + 1]):
        for part in one.parts:
            plural = part.anchor is not None and part.anchor.plural
            if plural and len(part.people) == _PAIR and part.score >= _PLAIN:
                return frozenset(map(identity, part.people))
    return frozenset()


def _only_pair(walk: Walk, parts: Sequence[Part], ledger: Ledger) -> frozenset[str]:
    """The one pair of spacewalkers in an article on a walk whose crew it does not name there.

    "A spacewalk is set for today. … Cosmonauts Doe and Roe moved in last month."
    """
    if walk is not ledger.lead or len(walk.anchors) < _AT_LENGTH:
        return frozenset()
    listed = (p for p in parts if len(p.people) > 1 and p.score >= 0)
    groups = {frozenset(map(identity, p.people)) for p in listed if all(map(_may_walk, p.people))}
    only = next(iter(groups)) if len(groups) == 1 else frozenset[str]()
    known = {identity(p): p for part in parts for p in part.people if _may_walk(p)}
    return only if len(only) == 2 and len(known) == len(only) else frozenset()


def _by_oneself(walk: Walk, facts: Facts, crew: frozenset[str]) -> frozenset[str]:
    """The one of two who went out, at a time when craft let nobody out but one."""
    year = walk.date.value[:4] if walk.date is not None else ""
    if len(crew) < 2 or not year.isdigit() or int(year) not in _ALONE:
        return crew
    weight = _weigh(facts.parts)
    named = sorted(crew, key=lambda k: facts.names[k][0].start if k in facts.names else 0)
    best = max(named, key=lambda k: (weight.best.get(k, OUT), weight.of([k])))
    return frozenset([best])


def _twins(told: Sequence[Told]) -> dict[int, int]:
    """Each walk told of in one breath with an earlier one ("on 3 and 6 May"): that one."""
    return {
        id(walk): id(anchor.several[0])
        for one in told
        for anchor in one.anchors
        for walk in anchor.several[1:]
    }


def _has_plain(facts: Facts) -> bool:
    """Whether somebody is plainly said to go out on this walk and no other."""
    return any(p.score >= _PLAIN and not (p.anchor and p.anchor.plural) for p in facts.parts)


def _start(part: Part) -> int:
    return part.people[0].start


def _between(parts: Sequence[Part], start: int, end: int) -> Sequence[Part]:
    """The parts that begin in ``[start, end)``."""
    return parts[bisect_left(parts, start, key=_start) : bisect_left(parts, end, key=_start)]


def _settle(
    walk: Walk,
    facts: Facts,
    parts: Sequence[Part],
    crews: Mapping[int, frozenset[str]],
    *,
    lead: bool,
) -> frozenset[str]:
    """The crew of one walk, from the surest sign to the faintest."""
    standing = _weigh(_of_their_time(facts.parts, walk))
    _add_implied(walk, standing)
    sure = [k for k, total in standing.total.items() if total > 0 and k not in standing.dropped]
    if any(standing.best[k] >= _PLAIN for k in sure):
        sure = [k for k in sure if standing.best[k] > 1]
    same = _same_crew(walk, parts, crews)
    strong = {g: w for g, w in standing.groups.items() if g <= set(sure)}
    alone = frozenset(standing.alone) & set(sure)
    if len(alone) == 2 and not any(alone <= g for g in strong):
        strong[alone] = sum(standing.alone[k] for k in alone) // 2
    if strong:
        group = max(strong, key=lambda g: (strong[g], len(g)))
        return group if len(group) > 2 else _with_third(walk, standing, sure, group)
    if same and set(sure) <= same:
        return same
    if same and all(standing.best[k] < 3 for k in sure):
        return same
    if len(sure) > 1:
        return _top(walk, standing, sure)
    if len(sure) == 1:
        return frozenset(sure) | _partner(walk, facts, standing, parts, sure[0], lead=lead)
    return _faint(facts, standing)


def _of_their_time(parts: Sequence[Part], walk: Walk) -> list[Part]:
    """The parts without people who had not flown yet, or no longer, in the year of the walk."""
    year = walk.date.value[:4] if walk.date is not None else ""
    if not year.isdigit():
        return list(parts)
    kept = [part for part in parts if any(_flew(person, int(year)) for person in part.people)]
    return kept or list(parts)  # where nobody is of its year, the year is in doubt


def _flew(person: PersonMention, year: int) -> bool:
    known = by_key().get(person.key or "")
    return known is None or known.active_in(year)


def _weigh(parts: Sequence[Part]) -> _Standing:
    standing = _Standing()
    for part in parts:
        score = part.score
        if part.anchor is not None and part.anchor.plural and score > 0:
            score = 0  # "made two spacewalks" tells of no one of them
        keys = [identity(p) for p in part.people]
        if len(keys) > _CROWD and score <= 0:
            standing.crowd.update(keys)  # "on board are commander Roe, pilot Doe, Poe and Moe"
        if part.dropped:
            standing.dropped.update(keys)
        for key in keys:
            standing.total[key] = standing.total.get(key, 0) + (0 if score == SPOKE else score)
            standing.best[key] = max(standing.best.get(key, OUT), score)
        group = frozenset(keys)
        if 2 <= len(group) <= 3 and score >= 3:
            sure = score if part.anchor is not None else score - 1
            standing.groups[group] = standing.groups.get(group, 0) + sure
        elif len(group) == 1 and score >= 3 and part.anchor is not None:
            standing.alone[keys[0]] = max(standing.alone.get(keys[0], 0), score)
        if len(group) == 2 and score >= 0 and not part.travel:
            standing.pairs.append(group)
    return standing


def _add_implied(walk: Walk, standing: _Standing) -> None:
    """Who is named where a walk is told of without a word for it: "A and B left the station"."""
    for anchor in walk.anchors:
        crew = {k for k in anchor.crew if standing.best.get(k, 0) == 0}
        if anchor.mention.kind != "work" or not crew or len(anchor.crew) > 3:
            continue
        for key in crew:
            standing.total[key] = standing.total.get(key, 0) + 3
            standing.best[key] = 3
        if len(anchor.crew) > 1:
            standing.groups[anchor.crew] = standing.groups.get(anchor.crew, 0) + 3


def _with_third(
    walk: Walk, standing: _Standing, sure: Sequence[str], group: frozenset[str]
) -> frozenset[str]:
    """A crew of three where the text counts three and a third is told of."""
    third = [k for k in sure if k not in group and standing.best[k] >= 2]
    if len(third) == 1 and any(_THREE.search(a.sentence.text) for a in walk.anchors):
        return group | {third[0]}
    return group


def _top(walk: Walk, standing: _Standing, sure: Sequence[str]) -> frozenset[str]:
    """The two people told of most surely, as a listed pair before as singles."""
    pairs = [p for p in standing.pairs if p <= set(sure)]
    if pairs:
        return max(pairs, key=lambda p: (pairs.count(p), standing.of(p)))
    limit = 3 if len(sure) == 3 and any(_THREE.search(a.sentence.text) for a in walk.anchors) else 2
    ranked = sorted(sure, key=lambda k: (-standing.best[k], -standing.total[k]))
    return frozenset(ranked[:limit])


def _same_crew(
    walk: Walk, parts: Sequence[Part], crews: Mapping[int, frozenset[str]]
) -> frozenset[str]:
    """The pair that "they" or "the same two" stands for where a walk is first told of."""
    for anchor in walk.anchors:
        match = _SAME_CREW.search(anchor.sentence.text)
        if match is None or _names_pair(anchor, parts):
            continue
        at = anchor.sentence.start + match.start()
        pair = _pair_before(parts, at, _REACH)
        if pair is not None and all(map(_may_walk, pair.people)):
            return frozenset(identity(p) for p in pair.people)
        if walk.before is not None and len(crews.get(id(walk.before), ())) >= 2:
            return crews[id(walk.before)]
        far = _pair_before(parts, at, _FAR_REACH) if pair is None else None
        if far is not None and all(p.key is not None and _may_walk(p) for p in far.people):
            return frozenset(map(identity, far.people))
    return frozenset()


def _pair_before(parts: Sequence[Part], at: int, reach: int) -> Part | None:
    """The two or three people listed together last before ``at``."""
    before = (p for p in reversed(_between(parts, at - reach, at)) if p.score >= 0)
    return next((p for p in before if 1 < len(p.people) <= _CROWD), None)


def _carried(
    walk: Walk,
    told: Sequence[Told],
    parts: Sequence[Part],
    crews: Mapping[int, frozenset[str]],
    lead: Walk,
) -> frozenset[str]:
    """The crew of a walk that names nobody: those whom the article goes on about.

    "Roe and Doe fitted cables on Oct. 6 and Oct. 11", "the previous one was on Oct. 16: at that
    time the crew installed a furnace", "on April 26 the skin was cut open" (work that no word calls
    a spacewalk is told of the people who have been named).
    """
    opening = [told[n] for n in walk.sentences[:_OPENING]]
    said = any(a.mention.kind != "work" for one in opening[:1] for a in one.anchors)
    if walk.implied and 1 < len(walk.crew) <= _CROWD and not said:
        return walk.crew
    if walk is lead or not _near(walk, lead) or (walk.implied and said):
        return frozenset()
    if not is_known_day(walk.date):
        opening = [one for one in opening[:1] if one.tasks]
    if not (walk.implied and is_known_day(walk.date)) and not any(
        _SAME_PEOPLE.search(o.sentence.text) for o in opening
    ):
        return frozenset()
    before = crews.get(id(walk.before), frozenset()) if walk.before is not None else frozenset()
    return before or crews.get(id(lead), frozenset())


def _near(walk: Walk, lead: Walk) -> bool:
    """Whether two walks lie so near in time that one crew may have made both."""
    if walk.date is None and not walk.implied:
        return True  # "Roe and Doe went out. In a further walk the cosmonauts will fit a camera"
    one, other = _some_day(walk), _some_day(lead)
    return one is not None and other is not None and abs((one - other).days) <= _NEAR


def _some_day(walk: Walk) -> datetime.date | None:
    """The day of a walk, in a leap year where the text leaves the year open."""
    value = walk.date.value if walk.date is not None else ""
    if is_known_day(walk.date):
        value = day_of(walk)
    elif not _NO_YEAR.fullmatch(value):
        return None
    return datetime.date.fromisoformat(value.replace("XXXX", "2000"))


def _names_pair(anchor: Anchor, parts: Sequence[Part]) -> bool:
    own = _between(parts, anchor.sentence.start, anchor.sentence.end)
    return any(len(p.people) == 2 and p.score >= 3 for p in own)


def _may_walk(person: PersonMention) -> bool:
    if person.key is None:
        return person.role not in ("ground", "inside")
    return by_key()[person.key].spacewalker


def _told_before(facts: Facts, parts: Sequence[Part], key: str) -> str | None:
    """Who goes with somebody of whom nothing else is said: "an hour into a spacewalk with Roe".

    It is whom the sentences before told of.
    """
    for part in facts.parts:
        if len(part.people) > 1 or not part.company or identity(part.people[0]) != key:
            continue
        at = _start(part)
        before = [p for p in _between(parts, at - _REACH, at) if len(p.people) == 1]
        for other in reversed(before):
            person = other.people[0]
            if identity(person) != key and other.score > OUT and _may_walk(person):
                return identity(person)
    return None


def _partner(
    walk: Walk,
    facts: Facts,
    standing: _Standing,
    parts: Sequence[Part],
    key: str,
    *,
    lead: bool,
) -> frozenset[str]:
    """The other of two, for a walk of which one is sure."""
    for pair in standing.pairs:
        if key in pair and all(standing.total[k] >= 0 for k in pair - standing.dropped):
            return pair
    if (other := _told_before(facts, parts, key)) is not None:
        return frozenset([other])
    heading = any(a.heading for a in walk.anchors)
    if not (lead or heading):
        return frozenset()
    if not heading and not any(_TWO.search(a.sentence.text) for a in walk.anchors):
        return frozenset()
    others = _idle(facts, standing)
    return frozenset([max(others, key=lambda k: len(facts.names[k]))] if others else [])


def _idle(facts: Facts, standing: _Standing) -> list[str]:
    """Spacewalkers who are named and neither sent out nor kept in."""
    return [
        k
        for k, total in standing.total.items()
        if total == 0
        and standing.best[k] == 0
        and k not in standing.dropped
        and all(map(_may_walk, facts.names[k]))
        and any(n.key is not None or n.role == "crew" for n in facts.names[k])
    ]


def _faint(facts: Facts, standing: _Standing) -> frozenset[str]:
    """With nobody sure: a listed pair, or one or two spacewalkers who are named at all."""
    idle = _idle(facts, standing)
    if 0 < len(idle) <= 2 and not standing.crowd & set(idle):
        return frozenset(idle)
    pairs = [p for p in standing.pairs if all(standing.total[k] >= 0 for k in p)]
    pairs = [p for p in pairs if all(_may_walk(n) for k in p for n in facts.names[k])]
    return pairs[0] if pairs else frozenset()


def crew_of(facts: Facts) -> list[tuple[str, list[PersonMention]]]:
    """The settled crew with its mentions, in order of first mention."""
    keys = [k for k, score in facts.scores.items() if score > 0]
    keys.sort(key=lambda k: facts.names[k][0].start)
    return [(k, facts.names[k]) for k in keys]
