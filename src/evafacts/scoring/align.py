"""Which predicted spacewalk is which gold one: the best one-to-one assignment in an article."""

from collections.abc import Sequence
from dataclasses import dataclass

from evafacts.scoring.compare import best_pairs, pair_tasks, shared_crew, task_likeness
from evafacts.scoring.walks import Walk

# What agreement and contradiction weigh. Date, crew and tasks tell spacewalks apart; a duration or
# an airlock may be that of many; status and primary only decide between equals.
_DATE, _DATE_IN_PART, _OTHER_DATE = 3.0, 1.5, 1.5
_CREW, _OTHER_CREW = 3.0, 1.5
_TASKS = 4.0
_DURATION, _OTHER_DURATION = 1.0, 0.5
_AIRLOCK, _OTHER_AIRLOCK = 0.5, 0.5
_STATUS, _PRIMARY = 0.25, 0.5
_OPTIONAL = 0.01
_LEAST = 0.01


@dataclass(frozen=True, slots=True)
class Likeness:
    """What speaks for two records being one spacewalk, what against, and what hardly matters."""

    agreement: float
    contradiction: float
    both_primary: bool
    rest: float

    @property
    def weight(self) -> float:
        """The sum; 0.0 where nothing identifying agrees, or more contradicts than agrees."""
        bonus = _PRIMARY if self.both_primary else 0.0
        if not self.agreement or self.agreement + bonus <= self.contradiction:
            return 0.0
        return max(self.agreement - self.contradiction + self.rest, _LEAST)


def align(gold: Sequence[Walk], predicted: Sequence[Walk]) -> list[tuple[int, int]]:
    """Pairs of indices ``(gold, predicted)``: each at most once, the most agreement overall.

    Two records that agree in nothing identifying are not paired, with one exception: where
    gold and prediction each have a single primary record and nothing contradicts, they are one.
    """
    sole = _sole_primary(gold), _sole_primary(predicted)
    weights = []
    for i, right in enumerate(gold):
        row = []
        for j, guess in enumerate(predicted):
            like = likeness(right, guess)
            weight = like.weight
            if sole == (i, j) and not like.contradiction:
                weight = max(weight, like.rest, _LEAST)
            row.append(weight)
        weights.append(row)
    return best_pairs(weights)


def _sole_primary(walks: Sequence[Walk]) -> int | None:
    primaries = [index for index, walk in enumerate(walks) if walk.primary]
    return primaries[0] if len(primaries) == 1 else None


def likeness(gold: Walk, predicted: Walk) -> Likeness:
    """How much speaks for and against two records telling of the same spacewalk."""
    signs = [
        _date(gold, predicted),
        _crew(gold, predicted),
        _tasks(gold, predicted),
        _value("duration_planned", gold, predicted, _DURATION, -_OTHER_DURATION),
        _value("duration_actual", gold, predicted, _DURATION, -_OTHER_DURATION),
        _value("airlock", gold, predicted, _AIRLOCK, -_OTHER_AIRLOCK),
    ]
    rest = _PRIMARY * (gold.primary == predicted.primary) - _OPTIONAL * gold.optional
    rest += _value("status", gold, predicted, _STATUS, 0.0)
    return Likeness(
        agreement=sum(sign for sign in signs if sign > 0),
        contradiction=-sum(sign for sign in signs if sign < 0),
        both_primary=gold.primary and predicted.primary,
        rest=rest,
    )


def _value(field: str, gold: Walk, predicted: Walk, same: float, other: float) -> float:
    one, two = gold.values.get(field), predicted.values.get(field)
    if one is None or two is None:
        return 0.0
    return same if one.value == two.value else other


def _date(gold: Walk, predicted: Walk) -> float:
    sign = _value("date", gold, predicted, _DATE, -_OTHER_DATE)
    if sign < 0 and _compatible(
        str(gold.values["date"].value), str(predicted.values["date"].value)
    ):
        return _DATE_IN_PART
    return sign


def _compatible(one: str, other: str) -> bool:
    """Whether two EDTF dates differ only in what one of them leaves open."""
    parts = zip(one.split("-"), other.split("-"), strict=False)
    return all(a == b or "XXXX" in (a, b) for a, b in parts)


def _crew(gold: Walk, predicted: Walk) -> float:
    if not gold.crew or not predicted.crew:
        return 0.0
    shared = shared_crew(gold, predicted)
    total = len(gold.crew) + len(predicted.crew)
    return _CREW * 2 * shared / total if shared else -_OTHER_CREW


def _tasks(gold: Walk, predicted: Walk) -> float:
    pairs = pair_tasks(gold.tasks, task_likeness(gold.tasks, predicted.tasks))
    total = len(gold.tasks) + len(predicted.tasks)
    return _TASKS * 2 * len(pairs) / total if pairs else 0.0
