"""The crew of a walk: who goes outside, settled from every sentence that tells of it."""

import re
from collections.abc import Sequence

from evafacts.assembly.evidence import spans_of
from evafacts.assembly.facts import Facts
from evafacts.assembly.walks import Ledger
from evafacts.knowledge import by_key
from evafacts.mentions.anycase import AnyCase
from evafacts.mentions.document import Mentions
from evafacts.mentions.numbers import ordinal
from evafacts.mentions.people import PersonMention
from evafacts.records import CrewMember

_TWO = AnyCase(r"\b(?:pair|duo|two\s+(?:men|women|astronauts|cosmonauts|spacewalkers|crew)|both|crewmates?|partner|companion|colleague|they)\b")
_SAME_CREW = AnyCase(
    r"\b(?:they|the\s+(?:same\s+)?(?:pair|duo|two|men|spacewalkers|crewmates|team)|both|same\s+(?:pair|two|crew)|their)\b")


def _partner(facts: Facts, sure: set[str]) -> set[str]:
    """The one other person whom the sentences of a walk for two name and never put inside."""
    heading = any(a.heading for a in facts.walk.anchors)
    if not heading and not any(_TWO.search(a.sentence.text) for a in facts.walk.anchors):
        return set()
    others = [k for k, s in facts.scores.items() if s == 0 and k not in sure and facts.names[k][0].key is not None]
    others = [k for k in others if by_key()[k].spacewalker]
    if not others:
        return set()
    best = max(others, key=lambda k: len(facts.names[k]))
    facts.scores[best] = 1
    return {best}


def complete_crews(ledger: Ledger, gathered: dict[int, Facts]) -> None:
    """Fill the crew of a walk from the pair it is told of, and from the walk that "they" made before."""
    for walk in ledger.walks:
        facts = gathered[id(walk)]
        sure = {k for k, score in facts.scores.items() if score > 0}
        if not sure:
            named = [k for k, s in facts.scores.items() if s == 0 and k in by_key() and by_key()[k].spacewalker]
            if 0 < len(named) <= 2:
                facts.scores |= dict.fromkeys(named, 1)
                sure = set(named)
        if len(sure) < 2:
            pair = next((p for p in facts.pairs if sure <= set(p) and all(facts.scores[k] >= 0 for k in p)), None)
            if pair:
                facts.scores |= {k: max(facts.scores[k], 1) for k in pair}
                sure = set(pair)
        if len(sure) == 1 and (walk is ledger.lead or any(a.heading for a in walk.anchors)):
            sure |= _partner(facts, sure)
        if len(sure) >= 2 or walk.before is None:
            continue
        lead = gathered[id(walk.before)]
        theirs = {k: s for k, s in lead.scores.items() if s > 0}
        if sure < set(theirs) and any(_SAME_CREW.search(a.sentence.text) for a in walk.anchors):
            facts.scores |= theirs
            for key in theirs:
                facts.names.setdefault(key, lead.names[key][:1])


def crew_of(mentions: Mentions, facts: Facts) -> list[tuple[str, list[PersonMention]]]:
    keys = [k for k, score in facts.scores.items() if score > 0]
    if not keys:
        keys = [k for k, score in facts.scores.items() if score == 0 and facts.names[k][0].full][:2]
    if len(keys) > 2:
        listed = [g for g in facts.groups if set(g) <= set(keys)]
        if listed:
            keys = list(max(listed, key=lambda g: (sum(set(o) == set(g) for o in listed), len(g) > 2)))
        else:
            keys.sort(key=lambda k: (-facts.scores[k], facts.names[k][0].start))
            keys = keys[:2]
    keys.sort(key=lambda k: facts.names[k][0].start)
    return [(k, facts.names[k]) for k in keys]


def member(mentions: Mentions, key: str, names: Sequence[PersonMention]) -> CrewMember:
    text = mentions.text
    first = names[0]
    full = max((n.name for n in names), key=len) if first.key is None else first.name
    window = " ".join(text[n.end : n.end + 60] for n in names)
    designation = re.match(r"[^.;]{0,50}?\b(?:EV-?\s?|extravehicular\s+crew\s*member\s+)([12])\b", window)
    suit = re.search(r"\b((?:red|blue|orange)\s+stripes?|no\s+stripes|(?:plain\s+|all-)?white\s+(?:space)?suit)\b", window)
    return CrewMember(
        name=full,
        person=first.key,
        agency=first.agency,
        designation=f"EV{designation[1]}" if designation else None,
        suit=suit[1] if suit else None,
        career_spacewalk=_career(mentions, names),
        evidence=spans_of(text, ((n.start, n.end) for n in names)),
    )


def _career(mentions: Mentions, names: Sequence[PersonMention]) -> int | None:
    """ "the fourth spacewalk of Hopkins' career", "the second for Glover"."""
    for name in names:
        before = mentions.text[max(0, name.start - 60) : name.start]
        match = re.search(r"\b(\w+)(?:\s+(?:career\s+)?space\s?walk)?\s+(?:for|of)\s+(?:[A-Z]\w+\s+)?$", before)
        if match and (number := ordinal(match[1].lower())):
            return number
        after = mentions.text[name.end : name.end + 70]
        match = re.search(r"^[^.;]{0,50}?\b(?:his|her)\s+(\w+)\s+(?:career\s+)?space\s?walk", after)
        if match and (number := ordinal(match[1].lower())):
            return number
    return None
