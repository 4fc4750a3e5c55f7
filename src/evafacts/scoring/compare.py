"""One gold spacewalk against one predicted: what is right, wrong, invented and missed."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from scipy.optimize import linear_sum_assignment

from evafacts.scoring.counts import Counts
from evafacts.scoring.walks import SINGLE, Item, Member, Walk
from evafacts.scoring.words import likeness

ALIKE = 0.5
"""Two tasks are one when their content words agree by at least this F1."""
_REQUIRED_FIRST = 0.001


class Kind(StrEnum):
    """What became of a fact."""

    RIGHT = "right"
    WRONG = "wrong"
    MISSED = "missed"
    INVENTED = "invented"
    REPEATED = "repeated"


_COUNTED = {
    Kind.RIGHT: Counts(right=1),
    Kind.WRONG: Counts(invented=1, missed=1),
    Kind.MISSED: Counts(missed=1),
    Kind.INVENTED: Counts(invented=1),
    Kind.REPEATED: Counts(repeated=1),
}


@dataclass(frozen=True, slots=True)
class Finding:
    """What became of one fact, with the words concerned.

    ``nearest`` is the closest wording on the other side for a task without a partner, and
    ``agreement`` how close that is.
    """

    field: str
    kind: Kind
    gold: str | None = None
    predicted: str | None = None
    evidence: tuple[str, ...] = ()
    nearest: str | None = None
    agreement: float | None = None

    @property
    def counts(self) -> Counts:
        """What this finding adds to the counts of its field."""
        return _COUNTED[self.kind]


def best_pairs(weights: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """The one-to-one pairs of rows and columns whose positive weights sum highest."""
    if not weights or not weights[0]:
        return []
    rows, columns = linear_sum_assignment(np.asarray(weights, dtype=float), maximize=True)
    pairs = zip(rows.tolist(), columns.tolist(), strict=True)
    return [(row, column) for row, column in pairs if weights[row][column] > 0]


def compare(gold: Walk | None, predicted: Walk | None) -> list[Finding]:
    """Every finding about an aligned pair, or about a record that has no partner.

    Of a gold record without partner every fact is missed, of a predicted one every fact is
    invented. Two nulls are no finding.
    """
    findings = [_record(gold, predicted), _flag(gold, predicted)]
    for field in SINGLE:
        findings.append(_single(field, gold, predicted))
    findings.extend(_crew(gold.crew if gold else (), predicted.crew if predicted else ()))
    findings.extend(_tasks(gold.tasks if gold else (), predicted.tasks if predicted else ()))
    return [finding for finding in findings if finding is not None]


def _record(gold: Walk | None, predicted: Walk | None) -> Finding:
    return Finding(
        "records",
        _kind(gold is not None, predicted is not None, same=True),
        gold.label if gold else None,
        predicted.label if predicted else None,
        predicted.evidence if predicted else (),
    )


def _flag(gold: Walk | None, predicted: Walk | None) -> Finding | None:
    """Whether what the article is about was told from background."""
    wanted, found = gold is not None and gold.primary, predicted is not None and predicted.primary
    if not wanted and not found:
        return None
    return Finding(
        "primary_flag",
        _kind(wanted, found, same=True),
        gold.label if gold else None,
        predicted.label if predicted else None,
    )


def _kind(wanted: bool, found: bool, *, same: bool) -> Kind:
    if wanted and found:
        return Kind.RIGHT if same else Kind.WRONG
    return Kind.MISSED if wanted else Kind.INVENTED


def _single(field: str, gold: Walk | None, predicted: Walk | None) -> Finding | None:
    wanted = gold.values.get(field) if gold else None
    found = predicted.values.get(field) if predicted else None
    if wanted is None and found is None:
        return None
    same = wanted is not None and found is not None and wanted.value == found.value
    return Finding(
        field,
        _kind(wanted is not None, found is not None, same=same),
        None if wanted is None else str(wanted.value),
        None if found is None else str(found.value),
        found.evidence if found else (),
    )


def _crew(gold: Iterable[Member], predicted: Iterable[Member]) -> Iterator[Finding]:
    left = list(gold)
    for member in predicted:
        partner = next((other for other in left if other.who.same(member.who)), None)
        if partner is None:
            yield Finding("crew", Kind.INVENTED, None, member.who.name, member.evidence)
        else:
            left.remove(partner)
            name = partner.who.name
            yield Finding("crew", Kind.RIGHT, name, member.who.name, member.evidence)
    for member in left:
        yield Finding("crew", Kind.MISSED, member.who.name)


def shared_crew(gold: Walk, predicted: Walk) -> int:
    """How many people the two crews share."""
    return sum(finding.kind is Kind.RIGHT for finding in _crew(gold.crew, predicted.crew))


def task_likeness(gold: Sequence[Item], predicted: Sequence[Item]) -> list[list[float]]:
    """F1 of each predicted task (rows) with the nearest variant of each gold task (columns)."""
    return [
        [max(likeness(item.variants[0], variant) for variant in each.variants) for each in gold]
        for item in predicted
    ]


def pair_tasks(gold: Sequence[Item], alike: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Best assignment of predicted to gold tasks, among those at least ``ALIKE``."""
    weights = [
        [
            f1 + (0.0 if each.optional else _REQUIRED_FIRST) if f1 >= ALIKE else 0.0
            for f1, each in zip(row, gold, strict=True)
        ]
        for row in alike
    ]
    return best_pairs(weights)


def _tasks(gold: Sequence[Item], predicted: Sequence[Item]) -> Iterator[Finding]:
    alike = task_likeness(gold, predicted)
    pairs = pair_tasks(gold, alike)
    partner_of = dict(pairs)
    found = {column for _, column in pairs}
    for row, item in enumerate(predicted):
        if row in partner_of:
            each = gold[partner_of[row]]
            if not each.optional:
                yield Finding("tasks", Kind.RIGHT, each.text, item.text, item.evidence)
        else:
            finding = _unpaired(item, gold, alike[row], found)
            if finding is not None:
                yield finding
    for column, each in enumerate(gold):
        if column not in found and not each.optional:
            nearest = _nearest([row[column] for row in alike], predicted)
            yield Finding("tasks", Kind.MISSED, each.text, None, (), *nearest)


def _unpaired(
    item: Item, gold: Sequence[Item], row: Sequence[float], found: set[int]
) -> Finding | None:
    """A predicted task left over: a repetition, a second telling of an optional, or invented."""
    same = [column for column, f1 in enumerate(row) if f1 >= ALIKE]
    for column in same:
        if column in found and not gold[column].optional:
            text = gold[column].text
            return Finding("tasks", Kind.REPEATED, text, item.text, item.evidence)
    if same:
        return None
    return Finding("tasks", Kind.INVENTED, None, item.text, item.evidence, *_nearest(row, gold))


def _nearest(column: Sequence[float], items: Sequence[Item]) -> tuple[str | None, float | None]:
    best = max(range(len(column)), key=column.__getitem__, default=None)
    if best is None or not column[best]:
        return None, None
    return items[best].text, column[best]
