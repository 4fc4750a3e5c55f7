"""Which walks the article is about."""

from collections.abc import Sequence

from evafacts.assembly.facts import Facts
from evafacts.assembly.walk import Walk


def primary_walks(walks: Sequence[Walk], gathered: dict[int, Facts]) -> set[int]:
    """The walks that the article is about: that of its lead, and others told at like length."""
    if not walks:
        return set()
    weight = {id(w): len(set(w.sentences)) + 2 * len(gathered[id(w)].tasks) for w in walks}
    head = [id(w) for w in walks if any(a.sentence.index <= 2 for a in w.anchors)]
    lead = max(head or [id(walks[0])], key=lambda w: weight[w])
    numbered = [id(w) for w in walks if w.ordinal and any(a.heading for a in w.anchors)]
    if len(numbered) > 1:
        return {lead, *numbered}
    return {lead} | {
        id(w)
        for w in walks
        if weight[id(w)] >= 0.6 * weight[lead]
        and weight[id(w)] >= 4
        and (id(w) in head or gathered[id(w)].tasks)
    }
