"""How things are measured: interleaved rounds, intervals, and processes of their own."""

import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import evafacts
from evafacts.records import Article

if TYPE_CHECKING:
    from spacy.language import Language

BASE = 'spacy.blank("en")'
CHILD = Path(__file__).with_name("child.py")


@dataclass(frozen=True)
class Interval:
    """A median, and the bounds within which it lies with 95 in 100."""

    median: float
    low: float
    high: float


def timed(act: Callable[[], object]) -> float:
    """Give the seconds that something takes."""
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def acts(articles: list[Article], blank: "Language") -> dict[str, Callable[[], object]]:
    """Give what is timed against each other, on some articles.

    Args:
        articles: What is read.
        blank: A blank pipeline, which keeps the words that it has met.
    """
    texts = [article.text or "" for article in articles]
    timed: dict[str, Callable[[], object]] = {
        BASE: lambda: [len(blank(text)) for text in texts],
        "evafacts.extract_many": lambda: sum(1 for _ in evafacts.extract_many(articles)),
    }
    try:
        from evafacts import time_expressions
    except ImportError:
        return timed
    dated = [(article.text or "", article.published) for article in articles]
    timed["evafacts.time_expressions"] = lambda: [time_expressions(*each) for each in dated]
    return timed


def interleaved(acts: dict[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    """Time several things in turns, after one round that warms up.

    In turns, so that what else the machine does meanwhile falls on all of them.

    Returns:
        The seconds of each round, by the things' names.
    """
    seconds: dict[str, list[float]] = {name: [] for name in acts}
    for number in range(rounds + 1):
        for name, act in acts.items():
            taken = timed(act)
            if number:
                seconds[name].append(taken)
    return seconds


def interval(values: Sequence[float], *, samples: int = 2000) -> Interval:
    """Give the median of some values with its bootstrapped interval."""
    draw = random.Random(0)
    medians = sorted(statistics.median(draw.choices(values, k=len(values))) for _ in range(samples))
    return Interval(
        statistics.median(values), medians[samples * 25 // 1000], medians[samples * 975 // 1000]
    )


def in_child(*args: str, limit: float | None = None) -> dict[str, float] | str:
    """Run ``child.py`` in a process of its own.

    Returns:
        What it measured; in words why it did not, where it failed or took too long.
    """
    command = [sys.executable, str(CHILD), *args]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=limit, check=False)
    except subprocess.TimeoutExpired:
        return f"over {limit:.0f} s"
    if done.returncode:
        return (done.stderr.strip().splitlines() or ["failed"])[-1]
    measured: dict[str, float] = json.loads(done.stdout)
    return measured


def start_up(rounds: int) -> list[float]:
    """Give the seconds of ``evafacts --version``, from nothing to the end, after a first call."""
    script = Path(sys.executable).with_name("evafacts")
    command = [str(script)] if script.exists() else [sys.executable, "-m", "evafacts"]

    def run() -> None:
        subprocess.run([*command, "--version"], check=True, capture_output=True)

    run()
    return [timed(run) for _ in range(rounds)]
