"""``evafacts score``: how right are the records?"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import click

from evafacts.records import Article, ArticleFacts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from evafacts.articles import Reject
    from evafacts.scoring import Baseline, Score
    from evafacts.scoring.baseline import Comparison
    from evafacts.scoring.gold import Checked, GoldFile

FELL_SHORT, WRONG_USAGE, SET_ASIDE = 1, 2, 3


@dataclass(frozen=True)
class Options:
    """What was asked for beside the two paths."""

    errors: bool
    baseline: Path | None
    write_baseline: Path | None
    accept_lower: bool
    fail_under: tuple[tuple[str, float], ...]
    format: str


def _floors(
    ctx: click.Context, param: click.Parameter, values: Sequence[str]
) -> tuple[tuple[str, float], ...]:
    """Read ``FIELD=F1`` arguments, such as ``date=0.95`` or ``primary.micro=0.9``."""
    from evafacts.scoring.tally import SHARES, measures

    known = [*measures(), *SHARES] if values else []
    floors = []
    for value in values:
        field, _, number = value.partition("=")
        if field not in known:
            raise click.BadParameter(f"{field!r} is no measure; there are {', '.join(known)}")
        try:
            floor = float(number)
        except ValueError:
            raise click.BadParameter(f"{number!r} is no number, as in date=0.95") from None
        if not 0 <= floor <= 1:
            raise click.BadParameter(f"{number} is not between 0 and 1")
        floors.append((field, floor))
    return tuple(floors)


_EXISTING = click.Path(exists=True, path_type=Path)


_EXAMPLES = """\b
Examples:
  evafacts score corpus gold
  evafacts score facts.jsonl gold --errors
  evafacts score corpus gold --baseline baseline.json --fail-under primary.date=0.95
"""


@click.command(name="score", epilog=_EXAMPLES)
@click.argument(
    "predicted",
    metavar="PREDICTED|PATH",
    type=click.Path(exists=True, allow_dash=True, path_type=Path),
)
@click.argument("gold", metavar="GOLD", type=_EXISTING)
@click.option("--errors", is_flag=True, help="List every miss with the words concerned.")
@click.option(
    "--baseline",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Compare with a baseline; exit 1 where a field fell, and say in which articles.",
)
@click.option(
    "--write-baseline",
    type=click.Path(dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Write this score as the baseline. It may only rise.",
)
@click.option("--accept-lower", is_flag=True, help="Let --write-baseline lower the baseline.")
@click.option(
    "--fail-under",
    callback=_floors,
    multiple=True,
    metavar="FIELD=F1",
    help="Exit 1 where the F1 of FIELD is lower: date, tasks, primary.micro … (repeatable).",
)
@click.option(
    "--format",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table for a person, or JSON for a program.",
)
def score(
    predicted: Path,
    gold: Path,
    errors: bool,
    baseline: Path | None,
    write_baseline: Path | None,
    accept_lower: bool,
    fail_under: tuple[tuple[str, float], ...],
    format: str,
) -> None:
    """Measure precision, recall and F1 of each field against hand-labelled gold.

    The first argument is what `evafacts extract` wrote (.jsonl, .jsonl.gz, .json), or articles,
    which are then read on the spot (- is standard input). GOLD is a folder of labels, or one label.
    """
    options = Options(errors, baseline, write_baseline, accept_lower, fail_under, format)
    sys.exit(_run(predicted, gold, options))


def _run(predicted: Path, gold: Path, options: Options) -> int:
    from evafacts.scoring import BadBaseline, BadPredictions, read_baseline, read_gold, score

    try:
        before = read_baseline(options.baseline) if options.baseline else None
        source = _load(predicted)
    except (BadBaseline, BadPredictions) as error:
        _say(f"error: {error}")
        return WRONG_USAGE
    files = read_gold(gold)
    if not files:
        _say(f"error: no gold to score with: {gold} holds no .json file")
        return WRONG_USAGE
    checked = source.check(files)
    facts, failed = source.facts(checked)
    result = score(checked.gold, facts)
    if not result.articles:
        _say("error: nothing to score: no article has gold without fault")
        return WRONG_USAGE
    fell_short = _report(result, before, options)
    if options.write_baseline:
        fell_short |= not _write(result, options, complete=not checked.problems and not failed)
    if fell_short:
        return FELL_SHORT
    return SET_ASIDE if checked.problems or source.rejects or failed else 0


@dataclass(frozen=True)
class Source:
    """What is to be scored: facts that are at hand, or articles still to be read for facts."""

    predicted: tuple[ArticleFacts, ...]
    articles: tuple[Article, ...]
    rejects: tuple[str, ...]

    def check(self, files: Sequence[GoldFile]) -> Checked:
        """Check the gold against the articles and say on standard error what is wrong."""
        from evafacts.scoring import check_gold

        articles = [*self.articles, *(facts.article for facts in self.predicted)]
        checked = check_gold(files, {article.id: article.text for article in articles})
        for reject in self.rejects:
            _say(f"error: {reject}: set aside")
        for problem in checked.problems:
            _say(f"error: {problem}")
        if checked.unchecked:
            _say(
                f"warning: quotes of gold not checked for {len(checked.unchecked)} articles: "
                "the predictions come without the text"
            )
        labelled = {file.id for file in files}
        for article in articles:
            if article.id not in labelled:
                _say(f"warning: article without gold, left out: {article.id}")
        return checked

    def facts(self, checked: Checked) -> tuple[list[ArticleFacts], list[Reject]]:
        """The facts of the articles that have gold, and the articles where extraction failed."""
        found = [facts for facts in self.predicted if facts.article.id in checked.gold]
        articles = [article for article in self.articles if article.id in checked.gold]
        failed = []
        if articles:
            for result in _extract(articles):
                if isinstance(result, ArticleFacts):
                    found.append(result)
                else:
                    failed.append(result)
                    _say(f"error: {result} ({result.exception}): set aside")
        return found, failed


def _extract(articles: Sequence[Article]) -> Iterator[ArticleFacts | Reject]:
    from evafacts.batch import extract_each
    from evafacts.cli.progress import Progress

    with Progress(total=len(articles)) as progress:
        spacewalks = failed = 0
        for count, result in enumerate(extract_each(progress.track(articles)), start=1):
            if isinstance(result, ArticleFacts):
                spacewalks += len(result.spacewalks)
            else:
                failed += 1
            progress.show(count, spacewalks, failed)
            yield result


def _load(path: Path) -> Source:
    from evafacts.scoring import is_predictions, read_predictions

    if is_predictions(path):
        return Source(tuple(read_predictions(path)), (), ())
    from evafacts.articles import read

    found = list(read([path]))
    return Source(
        (),
        tuple(each for each in found if isinstance(each, Article)),
        tuple(str(each) for each in found if not isinstance(each, Article)),
    )


def _report(result: Score, before: Baseline | None, options: Options) -> bool:
    """Print the score; True where it falls short of the baseline or of a floor."""
    from evafacts.scoring import compare_with, render

    found = compare_with(before, result) if before else None
    if options.format == "json":
        click.echo(render.as_json(result, found, with_errors=options.errors))
    else:
        lines = [*render.table(result)]
        lines += render.errors(result) if options.errors else ()
        lines += ["", *render.comparison(found)] if found else ()
        click.echo("\n".join(lines))
    if found and not found.holds:
        _say(f"error: {_verdict(found)}")
    return _under(result, options.fail_under) | bool(found and not found.holds)


def _verdict(found: Comparison) -> str:
    fell = [change.measure for change in found.changes if not change.holds]
    gold = [] if found.same_gold else ["the gold is not that of the baseline"]
    return "; ".join([*gold, *([f"below the baseline: {', '.join(fell)}"] if fell else [])])


def _under(result: Score, floors: tuple[tuple[str, float], ...]) -> bool:
    under = False
    for measure, floor in floors:
        value = result.value(measure)
        if value is None or value < floor:
            under = True
            _say(
                f"error: {measure} is {'not measured' if value is None else f'{value:.4f}'}, "
                f"asked for {floor:g}"
            )
    return under


def _write(result: Score, options: Options, *, complete: bool) -> bool:
    """Write the baseline; False where it was refused."""
    from evafacts.scoring import BadBaseline, Baseline, lowered, read_baseline

    path = options.write_baseline
    assert path is not None
    if not complete:
        _say("error: baseline not written: some articles or gold were set aside")
        return False
    new = Baseline.of(result)
    if path.exists() and not options.accept_lower:
        try:
            falls = list(lowered(read_baseline(path), new))
        except BadBaseline as error:
            falls = [str(error)]
        if falls:
            _say("error: baseline not written, it would fall (--accept-lower allows it):")
            for fall in falls:
                _say(f"  {fall}")
            return False
    try:
        path.write_text(new.dump(), encoding="utf-8")
    except OSError as error:
        _say(f"error: baseline not written: {path}: {error.strerror}")
        return False
    _say(f"baseline written: {path}")
    return True


def _say(message: str) -> None:
    click.echo(message, err=True)
