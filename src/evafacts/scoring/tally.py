"""Counts over articles: for each field, over all records and over primary ones."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from evafacts.records import ArticleFacts
from evafacts.scoring.align import align
from evafacts.scoring.compare import Finding, Kind, compare
from evafacts.scoring.counts import Counts, Share
from evafacts.scoring.gold import Gold
from evafacts.scoring.walks import Walk, from_gold, from_record

FACTS = ("date", "crew", "duration_planned", "duration_actual", "airlock", "tasks", "status")
"""The fields of a record that ``micro`` sums."""
FIELDS = ("records", "primary_flag", *FACTS, "micro")
VIEWS = ("all", "primary")
SHARES = ("primary.exact", "primary.exact_but_tasks", "empty", "no_primary")
"""What is counted in whole records or articles: see ``Score.shares``."""


@dataclass(frozen=True, slots=True)
class Pair:
    """A gold record with the predicted one aligned to it, or either without partner."""

    gold: Walk | None
    predicted: Walk | None
    findings: tuple[Finding, ...]

    @property
    def primary(self) -> bool:
        """Whether it counts among primary records: as gold says, else as predicted."""
        walk = self.gold or self.predicted
        return walk is not None and walk.primary

    def right(self, *, but: str | None = None) -> bool:
        """Whether no field is wrong, missed or invented, leaving one field out of account."""
        good = (Kind.RIGHT, Kind.REPEATED)
        return all(
            finding.kind in good
            for finding in self.findings
            if finding.field in ("records", *FACTS) and finding.field != but
        )


@dataclass(frozen=True)
class ArticleScore:
    """How right the records of one article are.

    ``gold_hash`` is that of its label: whether the label has changed since a baseline.
    """

    id: str
    gold: Gold
    pairs: tuple[Pair, ...]
    predicted_primary: bool

    @cached_property
    def gold_hash(self) -> str:
        """The first 12 hexadecimal digits of the SHA-256 of the label."""
        return hashlib.sha256(
            self.gold.model_dump_json(exclude_defaults=True).encode()
        ).hexdigest()[:12]

    @cached_property
    def counts(self) -> Mapping[str, Counts]:
        """Counts by measure: ``date``, ``primary.date``, …, ``micro``, ``primary.micro``."""
        sums = {name: Counts() for name in measures()}
        for pair in self.pairs:
            for finding in pair.findings:
                for name in _measures_of(finding.field, primary=pair.primary):
                    sums[name] += finding.counts
        return sums


def measures() -> Iterator[str]:
    """The names of the measures with an F1, those of primary records prefixed."""
    for view in VIEWS:
        for field in FIELDS:
            if view == "all" or field != "primary_flag":
                yield field if view == "all" else f"{view}.{field}"


def _measures_of(field: str, *, primary: bool) -> Iterator[str]:
    yield field
    if field in FACTS:
        yield "micro"
    if primary and field != "primary_flag":
        yield f"primary.{field}"
        if field in FACTS:
            yield "primary.micro"


@dataclass(frozen=True)
class Score:
    """The scores of all articles, in the order of their ids.

    ``without_gold`` are the ids of predicted articles that have no gold: they are left out.
    """

    articles: tuple[ArticleScore, ...]
    without_gold: tuple[str, ...]

    @cached_property
    def counts(self) -> Mapping[str, Counts]:
        """The sums over all articles, by measure."""
        return total(self.articles)

    @cached_property
    def shares(self) -> Mapping[str, Share]:
        """What is counted in whole records or articles.

        ``primary.exact`` and ``primary.exact_but_tasks``: gold primary records right in every
        field, and in every field but tasks. ``empty``: articles without a gold record for which
        nothing was predicted. ``no_primary``: articles without a gold primary record for which no
        primary one was predicted.
        """
        pairs = [
            pair
            for article in self.articles
            for pair in article.pairs
            if pair.gold and pair.primary
        ]
        empty = [article for article in self.articles if not _required(article.gold)]
        bare = [article for article in self.articles if not _has_primary(article.gold)]
        return {
            "primary.exact": _share(pair.right() for pair in pairs),
            "primary.exact_but_tasks": _share(pair.right(but="tasks") for pair in pairs),
            "empty": _share(not article.pairs for article in empty),
            "no_primary": _share(not article.predicted_primary for article in bare),
        }

    @cached_property
    def gold_hash(self) -> str:
        """The SHA-256 of all labels that were scored."""
        digest = hashlib.sha256()
        for article in self.articles:
            digest.update(article.gold_hash.encode())
        return digest.hexdigest()

    def value(self, measure: str) -> float | None:
        """The F1 of a measure, or the value of a share; None where there is nothing to measure.

        Raises:
            KeyError: if there is no such measure.
        """
        if measure in self.shares:
            return self.shares[measure].value
        return self.counts[measure].f1


def total(articles: Iterable[ArticleScore]) -> Mapping[str, Counts]:
    """The sums of the counts of some articles, by measure."""
    sums = {name: Counts() for name in measures()}
    for article in articles:
        for name, counts in article.counts.items():
            sums[name] += counts
    return sums


def _share(right: Iterable[bool]) -> Share:
    values = list(right)
    return Share(sum(values), len(values))


def _required(gold: Gold) -> bool:
    return any(not walk.optional for walk in gold.spacewalks)


def _has_primary(gold: Gold) -> bool:
    # A primary record that a labeller could leave is neither: such an article is not counted.
    return any(walk.primary for walk in gold.spacewalks)


def score(gold: Mapping[str, Gold], predicted: Iterable[ArticleFacts]) -> Score:
    """Compare predicted facts with gold, article by article.

    Args:
        gold: The labels by article id.
        predicted: The facts, each article once. Articles without gold are left out; gold without
            a prediction is not counted (``check_gold`` names it).

    Returns:
        The score, the same whatever the order of the predictions.
    """
    scores: list[ArticleScore] = []
    without: list[str] = []
    for facts in predicted:
        if facts.article.id in gold:
            scores.append(score_article(gold[facts.article.id], facts))
        else:
            without.append(facts.article.id)
    return Score(tuple(sorted(scores, key=lambda one: one.id)), tuple(sorted(without)))


def score_article(gold: Gold, facts: ArticleFacts) -> ArticleScore:
    """Align the records of one article and compare them.

    A predicted record that is aligned with an optional gold one is dropped with it.
    """
    right = [from_gold(walk) for walk in gold.spacewalks]
    guess = [from_record(record) for record in facts.spacewalks]
    partner = dict(align(right, guess))
    pairs: list[Pair] = []
    for index, walk in enumerate(right):
        if not walk.optional:
            pairs.append(_pair(walk, guess[partner[index]] if index in partner else None))
    spurious = set(range(len(guess))) - set(partner.values())
    pairs.extend(_pair(None, guess[index]) for index in sorted(spurious))
    return ArticleScore(
        gold.id, gold, tuple(pairs), any(record.primary for record in facts.spacewalks)
    )


def _pair(gold: Walk | None, predicted: Walk | None) -> Pair:
    return Pair(gold, predicted, tuple(compare(gold, predicted)))
