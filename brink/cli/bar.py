"""A progress bar on standard error, silent where nobody watches."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.progress import Progress


class Bar:
    """One bar a stage; nothing is drawn when standard error is no terminal."""

    def __init__(self) -> None:
        self._shown = sys.stderr.isatty()
        self._progress: Progress | None = None

    def begin(self, what: str, total: int | None) -> None:
        if not self._shown:
            print(f"{what} {total if total is not None else ''}".rstrip() + " …", file=sys.stderr)
            return
        # Rich is drawn with only where somebody watches: `brink --help` must not wait for it.
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
        )
        self._progress.start()
        self._progress.add_task(what, total=total)

    def advance(self, steps: int = 1) -> None:
        if self._progress is not None:
            self._progress.advance(self._progress.task_ids[0], steps)

    def end(self) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
