"""A score as text for a person, or as JSON for a program."""

import json
from collections.abc import Iterable, Iterator

from evafacts.scoring.baseline import Change, Comparison
from evafacts.scoring.compare import Finding, Kind
from evafacts.scoring.counts import Counts
from evafacts.scoring.tally import FIELDS, Pair, Score

_SHARES = {
    "primary.exact": "primary records right in every field",
    "primary.exact_but_tasks": "primary records right in every field but tasks",
    "empty": "articles without a record left empty",
    "no_primary": "articles without a primary record given none",
}
_COLUMNS = f"{'P':>6} {'R':>6} {'F1':>6}  {'tp':>4} {'fp':>4} {'fn':>4}"


def table(score: Score) -> Iterator[str]:
    """The lines of the table: a field a line, all records on the left, primary on the right."""
    yield f"{'':<17} {'all records':^{len(_COLUMNS)}} │ {'primary records':^{len(_COLUMNS)}}"
    yield f"{'field':<17} {_COLUMNS} │ {_COLUMNS}"
    for field in FIELDS:
        right = score.counts.get(f"primary.{field}")
        yield f"{field:<17} {_row(score.counts[field])} │ {_row(right) if right else ''}".rstrip()
    yield ""
    for name, share in score.shares.items():
        if share.total:
            yield f"{_SHARES[name]}: {share.right} of {share.total} ({_number(share.value)})"
    repeated = score.counts["tasks"].repeated
    if repeated:
        yield f"tasks told more than once (not counted): {repeated}"
    yield f"articles scored: {len(score.articles)}"


def _row(counts: Counts) -> str:
    numbers = (counts.precision, counts.recall, counts.f1)
    return (
        " ".join(f"{_number(each):>6}" for each in numbers)
        + f"  {counts.right:>4} {counts.invented:>4} {counts.missed:>4}"
    )


def _number(value: float | None) -> str:
    return "–" if value is None else f"{value:.3f}"


def errors(score: Score) -> Iterator[str]:
    """Every miss with the words concerned, by article and record."""
    for article in score.articles:
        if not any(_misses(pair) for pair in article.pairs):
            continue
        yield f"\n{article.id}"
        for pair in article.pairs:
            found = _misses(pair)
            if found:
                walk = pair.gold or pair.predicted
                yield f"  {walk.label if walk else ''}"
                yield from (f"    {_miss(finding)}" for finding in found)


def _misses(pair: Pair) -> list[Finding]:
    return [finding for finding in pair.findings if finding.kind is not Kind.RIGHT]


def _miss(finding: Finding) -> str:
    parts = [f"{finding.field:<17} {finding.kind:<9}"]
    if finding.gold is not None:
        parts.append(f"gold «{finding.gold}»")
    if finding.predicted is not None:
        parts.append(f"predicted «{finding.predicted}»")
    evidence = [words for words in finding.evidence if words != finding.predicted]
    if evidence:
        parts.append("from " + ", ".join(f"“{words}”" for words in evidence))
    if finding.nearest is not None:
        parts.append(f"(nearest «{finding.nearest}», {finding.agreement:.2f})")
    return " ".join(parts)


def comparison(found: Comparison) -> Iterator[str]:
    """What fell and what rose since the baseline."""
    if not found.same_gold:
        yield (
            f"The gold has changed since the baseline: {_articles('added', found.added)}, "
            f"{_articles('removed', found.removed)}, {_articles('relabelled', found.relabelled)}. "
            "Compared over the unchanged articles; write the baseline anew (--write-baseline)."
        )
    for change in found.changes:
        if not change.holds:
            yield f"FELL  {_levels(change)}  in {_names(change.fell)}"
            if change.rose:
                yield f"      though better in {_names(change.rose)}"
        elif change.gained:
            yield f"rose  {_levels(change)}  in {_names(change.rose)}"
            if change.fell:
                yield f"      though worse in {_names(change.fell)}"
        elif change.fell:
            yield f"even  {_levels(change)}  worse in {_names(change.fell)}"
            yield f"      better in {_names(change.rose)}"
    if found.holds and not any(change.gained for change in found.changes):
        yield "As good as the baseline."


def _articles(what: str, ids: Iterable[str]) -> str:
    names = list(ids)
    return f"{len(names)} {what}" + (f" ({', '.join(names)})" if names else "")


def _names(articles: tuple[str, ...]) -> str:
    return ", ".join(articles) or "no single article"


def _levels(change: Change) -> str:
    return f"{change.measure}: {_number(change.before)} → {_number(change.now)}"


def as_json(score: Score, found: Comparison | None, *, with_errors: bool) -> str:
    """The score as a JSON object: measures, shares, and misses and changes where asked for."""
    data: dict[str, object] = {
        "articles": len(score.articles),
        "without_gold": list(score.without_gold),
        "gold": score.gold_hash,
        "measures": {name: _numbers(counts) for name, counts in score.counts.items()},
        "shares": {
            name: {"right": share.right, "total": share.total, "value": share.value}
            for name, share in score.shares.items()
        },
    }
    if with_errors:
        data["errors"] = list(_error_objects(score))
    if found is not None:
        data["baseline"] = _comparison_object(found)
    return json.dumps(data, ensure_ascii=False, indent=2)


def _numbers(counts: Counts) -> dict[str, object]:
    return {
        "precision": counts.precision,
        "recall": counts.recall,
        "f1": counts.f1,
        "tp": counts.right,
        "fp": counts.invented,
        "fn": counts.missed,
        "repeated": counts.repeated,
    }


def _error_objects(score: Score) -> Iterator[dict[str, object]]:
    for article in score.articles:
        for pair in article.pairs:
            for finding in _misses(pair):
                yield {
                    "article": article.id,
                    "primary": pair.primary,
                    "field": finding.field,
                    "kind": str(finding.kind),
                    "gold": finding.gold,
                    "predicted": finding.predicted,
                    "evidence": list(finding.evidence),
                    "nearest": finding.nearest,
                    "agreement": finding.agreement,
                }


def _comparison_object(found: Comparison) -> dict[str, object]:
    return {
        "holds": found.holds,
        "added": list(found.added),
        "removed": list(found.removed),
        "relabelled": list(found.relabelled),
        "changes": [
            {
                "measure": change.measure,
                "before": change.before,
                "now": change.now,
                "fell": list(change.fell),
                "rose": list(change.rose),
            }
            for change in found.changes
            if change.fell or change.rose or not change.holds
        ],
    }
