"""A progress bar on standard error, where somebody is watching and it takes a moment."""

import time
from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager
from types import TracebackType
from typing import TypeVar

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    TaskID,
    TextColumn,
    TimeElapsedColumn,
    TimeRemainingColumn,
)
from rich.progress import Progress as RichProgress

_MOMENT = 1.0  # seconds; what is done sooner needs no bar
_INTERVAL = 0.1  # seconds between two looks at the counts

T = TypeVar("T")


class Progress(AbstractContextManager["Progress"]):
    """Shows how far a run has come; off a terminal, only its messages are printed.

    Args:
        total: How many sources there are. Of a single one the end is not known, and the bar
            only moves.
        console: Where to show it; standard error by default.
    """

    def __init__(self, *, total: int, console: Console | None = None) -> None:
        self._console = console or Console(stderr=True, highlight=False, soft_wrap=True)
        self._total = total if total > 1 else None
        self._done = 0
        self._started = self._shown = time.monotonic()
        self._bar: RichProgress | None = None
        self._task = TaskID(0)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Take the bar away."""
        if self._bar:
            self._bar.stop()

    def track(self, sources: Iterable[T]) -> Iterator[T]:
        """Hand sources on, and count those that are finished."""
        for source in sources:
            yield source
            self._done += 1

    def message(self, text: str) -> None:
        """Print a line, above the bar if there is one."""
        self._console.print(f"evafacts: {text}", markup=False, emoji=False)

    def show(self, articles: int, spacewalks: int, rejects: int) -> None:
        """Bring the bar up to date, and put it up once the run has taken a moment."""
        now = time.monotonic()
        if now - self._shown < _INTERVAL or not self._console.is_terminal:
            return
        self._shown = now
        if self._bar is None:
            if now - self._started < _MOMENT:
                return
            self._bar, self._task = self._put_up()
        rate = articles / (now - self._started)
        counts = f"{articles:,} articles ({rate:,.0f}/s), {spacewalks:,} spacewalks"
        counts += f", {rejects:,} set aside" if rejects else ""
        self._bar.update(self._task, completed=self._done, counts=counts)

    def _put_up(self) -> tuple[RichProgress, TaskID]:
        columns = [BarColumn(), TextColumn("{task.fields[counts]}"), TimeElapsedColumn()]
        if self._total:
            columns[1:1] = [MofNCompleteColumn(), TimeRemainingColumn()]
        bar = RichProgress(*columns, console=self._console, transient=True)
        bar.start()
        return bar, bar.add_task("", total=self._total, counts="")
