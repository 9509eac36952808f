"""How long work tells whoever waits how far it is."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told of each stage of work: its name and size, each step, and its end."""

    def begin(self, what: str, total: int | None) -> None: ...

    def advance(self, steps: int = 1) -> None: ...

    def end(self) -> None: ...


class Silent:
    """Progress that nobody watches."""

    def begin(self, what: str, total: int | None) -> None:
        del what, total

    def advance(self, steps: int = 1) -> None:
        del steps

    def end(self) -> None:
        pass
