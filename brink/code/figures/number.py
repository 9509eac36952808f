"""A number as a text states it."""

from __future__ import annotations

from dataclasses import dataclass

HYPHENS = frozenset({"-", "–"})
OPEN_ABOVE: float | None = None


@dataclass(frozen=True, slots=True)
class Number:
    """Words `[first, last)` of a text that state a number, `[core, last)` without its qualifier."""

    first: int
    core: int
    last: int
    value: float
    low: float
    high: float | None
    qualifier: str | None = None
    unit: str | None = None
    """A currency, `percent` or `share`, when the words themselves say so."""
