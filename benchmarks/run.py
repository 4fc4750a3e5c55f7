"""Speed and memory of evafacts, beside plain tokenisation of the same texts in the same run.

    python benchmarks/run.py [--json FILE]

Nothing here is a test: a number depends on the machine, and only ratios within a run compare.
"""

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import spacy
from rich.box import SIMPLE
from rich.console import Console
from rich.table import Table

from measures import BASE, acts, in_child, interleaved, interval, start_up
from texts import PATHOLOGICAL, corpus_articles, words_in


def speed(words: int, rounds: int) -> dict[str, Any]:
    """Measure words a second, and how many times tokenisation each thing costs."""
    articles = corpus_articles(words)
    counted = words_in(articles)
    seconds = interleaved(acts(articles, spacy.blank("en")), rounds)
    return {
        "words": counted,
        "articles": len(articles),
        "rounds": rounds,
        "things": things(seconds, [counted] * rounds),
    }


def unseen(rounds: int) -> dict[str, Any]:
    """Measure the same on texts that a process has not met before, as those of an archive are.

    Each round is a process of its own, which warms up on one half of the corpus and is timed on
    the other: nobody has the words of a text in a cache because it was read just before.
    """
    measured = [in_child("unseen", str(number)) for number in range(rounds)]
    failed = next((each for each in measured if isinstance(each, str)), None)
    if failed is not None:
        raise click.ClickException(failed)
    found = [each for each in measured if isinstance(each, dict)]
    counted = [each.pop("words") for each in found]
    seconds = {name: [each[name] for each in found] for name in found[0]}
    return {"rounds": rounds, "words": counted, "things": things(seconds, counted)}


def things(seconds: dict[str, list[float]], words: Sequence[float]) -> dict[str, Any]:
    """Give words a second, and the ratio to tokenisation in the same round, of each thing."""
    return {
        name: {
            "words_a_second": asdict(
                interval([count / taken for count, taken in zip(words, each, strict=True)])
            ),
            "times_tokenisation": asdict(
                interval([a / b for a, b in zip(each, seconds[BASE], strict=True)])
            ),
        }
        for name, each in seconds.items()
    }


def growth(limit: float) -> dict[str, Any]:
    """Measure pathological texts in the size that they have to bear, and in twice that."""
    found = {}
    for case, (_, size) in PATHOLOGICAL.items():
        once = in_child("time", case, str(size), limit=limit)
        twice = in_child("time", case, str(2 * size), limit=2 * limit)
        ratio = None
        if isinstance(once, dict) and isinstance(twice, dict):
            ratio = twice["seconds"] / once["seconds"]
        found[case] = {"size": size, "once": once, "twice": twice, "ratio": ratio}
    return found


def speed_table(found: dict[str, Any], title: str) -> Table:
    table = Table(
        title=f"{title}; median of {found['rounds']} rounds (and its 95% interval)",
        title_justify="left",
        box=SIMPLE,
    )
    table.add_column("")
    table.add_column("words a second", justify="right")
    table.add_column("times tokenisation", justify="right")
    for name, thing in found["things"].items():
        pace, cost = thing["words_a_second"], thing["times_tokenisation"]
        table.add_row(
            name,
            f"{pace['median']:,.0f} ({pace['low']:,.0f} to {pace['high']:,.0f})",
            f"{cost['median']:.2f} ({cost['low']:.2f} to {cost['high']:.2f})",
        )
    return table


def growth_table(found: dict[str, Any]) -> Table:
    table = Table(
        title="Pathological texts: seconds of one extraction",
        title_justify="left",
        box=SIMPLE,
    )
    for column in ("text", "N", "2N", "2N : N"):
        table.add_column(column, justify="left" if column == "text" else "right")
    for case, times in found.items():
        table.add_row(
            f"{times['size']:,} {case}",
            *(_seconds(times[size]) for size in ("once", "twice")),
            f"{times['ratio']:.2f}" if times["ratio"] else "",
        )
    return table


def _seconds(measured: dict[str, float] | str) -> str:
    return measured if isinstance(measured, str) else f"{measured['seconds']:.3f}"


def _memory(measured: dict[str, float] | str) -> str:
    if isinstance(measured, str):
        return measured
    return (
        f"{measured['peak_mib']:.0f} MiB over {measured['words']:,} words "
        f"({measured['before_mib']:.0f} MiB before the first)"
    )


@click.command()
@click.option("--words", default=76_000, show_default=True, help="How many words to read.")
@click.option("--rounds", default=7, show_default=True, help="How many rounds after warming up.")
@click.option("--limit", default=30.0, show_default=True, help="Seconds for a text of size N.")
@click.option("--json", "out", type=click.Path(path_type=Path), help="Write the numbers here too.")
def main(words: int, rounds: int, limit: float, out: Path | None) -> None:
    """Measure speed, memory and start-up, and print them."""
    console = Console(width=100)
    found: dict[str, Any] = {"speed": speed(words, rounds), "unseen": unseen(rounds)}
    same = found["speed"]
    title = f"The same {same['articles']} articles again, {same['words']:,} words"
    console.print(speed_table(same, title))
    console.print(speed_table(found["unseen"], "Half the corpus, not seen before"))
    found["memory"] = in_child("memory", str(words))
    console.print(f"Peak memory of an extraction: {_memory(found['memory'])}")
    found["start_up_seconds"] = asdict(interval(start_up(rounds)))
    start = found["start_up_seconds"]
    console.print(
        f"evafacts --version: {start['median']:.3f} s ({start['low']:.3f} to {start['high']:.3f})"
    )
    found["growth"] = growth(limit)
    console.print(growth_table(found["growth"]))
    if out is not None:
        out.write_text(json.dumps(found, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
