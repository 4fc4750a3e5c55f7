"""The accuracy gate: a baseline of F1 floors that a later score must not fall below.

The file holds the floor of each measure, the hash of the gold, and for each article the hash of
its label and its counts, so that a fall is named by field and article. Raising the baseline is
one option, lowering it needs an explicit word.
"""

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from evafacts.scoring.counts import Counts
from evafacts.scoring.tally import ArticleScore, Score, measures, total

_DIGITS = 6
_STEP = 10.0**-_DIGITS

Cell = Annotated[list[int], Field(min_length=3, max_length=3)]


class BadBaseline(ValueError):
    """A baseline file that cannot be read; the message says why."""


class BaselineArticle(BaseModel):
    """An article's label hash and its counts ``[right, invented, missed]``.

    Only measures with something invented or missed are there: what is right of the others follows
    from the label.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    gold: str
    counts: dict[str, Cell]

    def of(self, measure: str, now: Counts) -> Counts:
        """The counts of a measure, given those of a later score on the same label."""
        if measure in self.counts:
            return Counts(*self.counts[measure])
        return Counts(right=now.right + now.missed)


class Baseline(BaseModel):
    """What a score is held against; ``floors`` are F1 rounded down to six digits."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)

    schema_: Literal["evafacts-baseline/1"] = Field(default="evafacts-baseline/1", alias="schema")
    gold: str
    floors: dict[str, float | None]
    articles: dict[str, BaselineArticle]

    @classmethod
    def of(cls, score: Score) -> "Baseline":
        """The baseline that a score sets."""
        return cls(
            gold=score.gold_hash,
            floors={name: _floor(counts.f1) for name, counts in score.counts.items()},
            articles={
                article.id: BaselineArticle(gold=article.gold_hash, counts=_cells(article.counts))
                for article in score.articles
            },
        )

    def dump(self) -> str:
        """The file's text: JSON, one line a measure and one line an article."""
        floors = _lines(self.floors)
        articles = _lines({id: one.model_dump() for id, one in sorted(self.articles.items())})
        return (
            f'{{\n"schema": "{self.schema_}",\n"gold": "{self.gold}",\n'
            f'"floors": {{\n{floors}\n}},\n"articles": {{\n{articles}\n}}\n}}\n'
        )


def _lines(values: Mapping[str, object]) -> str:
    return ",\n".join(
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(value, separators=(',', ':'))}"
        for name, value in values.items()
    )


def _floor(f1: float | None) -> float | None:
    # The small addition keeps 0.29 from becoming 0.289999 through binary fractions.
    return None if f1 is None else math.floor(f1 / _STEP + 1e-6) / 10**_DIGITS


def _cells(counts: Mapping[str, Counts]) -> dict[str, list[int]]:
    return {
        name: [each.right, each.invented, each.missed]
        for name, each in counts.items()
        if each.invented or each.missed
    }


def read_baseline(path: Path) -> Baseline:
    """Read a baseline file.

    Raises:
        BadBaseline: if it cannot be read or is no baseline.
    """
    try:
        return Baseline.model_validate_json(path.read_bytes())
    except OSError as error:
        raise BadBaseline(f"{path}: {error.strerror}") from error
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        parts = (str(path), ".".join(map(str, first["loc"])), first["msg"])
        raise BadBaseline(": ".join(filter(None, parts))) from error


@dataclass(frozen=True, slots=True)
class Change:
    """A measure that went up or down, or stayed, and the articles in which facts came or went.

    ``fell`` and ``rose`` name articles with their counts before and now; ``holds`` is False where
    the measure is below its floor.
    """

    measure: str
    before: float | None
    now: float | None
    fell: tuple[str, ...]
    rose: tuple[str, ...]

    @property
    def holds(self) -> bool:
        """Whether the measure is not below its floor."""
        return _level(self.now) >= _level(self.before) - _STEP / 2

    @property
    def gained(self) -> bool:
        """Whether the measure is above its floor."""
        return _level(self.now) > _level(self.before) + _STEP


def _level(f1: float | None) -> float:
    """F1 for comparison: nothing to find and nothing invented is as good as all right."""
    return 1.0 if f1 is None else f1


@dataclass(frozen=True, slots=True)
class Comparison:
    """A score against a baseline, over the articles whose labels are the same in both."""

    changes: tuple[Change, ...]
    added: tuple[str, ...]
    removed: tuple[str, ...]
    relabelled: tuple[str, ...]

    @property
    def same_gold(self) -> bool:
        """Whether the gold is that of the baseline."""
        return not (self.added or self.removed or self.relabelled)

    @property
    def holds(self) -> bool:
        """Whether the gold is the same and no measure fell."""
        return self.same_gold and all(change.holds for change in self.changes)


def compare_with(baseline: Baseline, score: Score) -> Comparison:
    """Hold a score against a baseline.

    Where the gold has changed, floors do not apply: the measures are compared over the articles
    whose labels are unchanged, from their counts.
    """
    now = {article.id: article for article in score.articles}
    before = baseline.articles
    common = [id for id in now if id in before and before[id].gold == now[id].gold_hash]
    relabelled = tuple(id for id in now if id in before and id not in set(common))
    added = tuple(id for id in now if id not in before)
    removed = tuple(sorted(id for id in before if id not in now))
    changed = bool(relabelled or added or removed)
    sums = total(now[id] for id in common)
    changes = []
    for measure in measures():
        moves = [_Move.of(before[id], now[id], measure) for id in common]
        old = baseline.floors.get(measure)
        if changed:
            old = _floor(sum((move.before for move in moves), Counts()).f1)
        changes.append(_change(measure, old, sums[measure].f1, moves))
    return Comparison(tuple(changes), added, removed, relabelled)


@dataclass(frozen=True, slots=True)
class _Move:
    """One article's counts of one measure, before and now."""

    id: str
    before: Counts
    now: Counts

    @classmethod
    def of(cls, before: BaselineArticle, article: ArticleScore, measure: str) -> "_Move":
        now = article.counts[measure]
        return cls(article.id, before.of(measure, now), now)

    @property
    def loss(self) -> int:
        """How many more facts are invented or missed: both weigh the same, as in F1."""
        now, before = self.now, self.before
        return (now.invented + now.missed) - (before.invented + before.missed)

    def __str__(self) -> str:
        return f"{self.id} ({_cell(self.before)} → {_cell(self.now)})"


def _cell(counts: Counts) -> str:
    return f"{counts.right}/{counts.invented}/{counts.missed}"


def _change(
    measure: str, before: float | None, now: float | None, moves: Sequence[_Move]
) -> Change:
    fell = tuple(str(move) for move in moves if move.loss > 0)
    rose = tuple(str(move) for move in moves if move.loss < 0)
    return Change(measure, before, now, fell, rose)


def lowered(old: Baseline, new: Baseline) -> Iterator[str]:
    """The floors that a new baseline would lower, in words."""
    for measure, floor in old.floors.items():
        now = new.floors.get(measure)
        if _level(now) < _level(floor):
            yield f"{measure}: {_level(floor):.4f} → {_level(now):.4f}"
