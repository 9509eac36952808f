"""A figure measured on a yardstick, beside its floor and its target."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Measured:
    """One figure; `lower` marks those of which less is better."""

    yardstick: str
    figure: str
    value: float
    size: str
    floor: float | None = None
    target: float | None = None
    lower: bool = False

    @property
    def name(self) -> str:
        return f"{self.yardstick}: {self.figure}"

    @property
    def reached(self) -> str:
        """Which mark the figure has reached, in a word."""
        for mark, word in ((self.target, "target"), (self.floor, "floor")):
            if mark is not None and (self.value <= mark if self.lower else self.value >= mark):
                return word
        return "below" if self.floor is not None else ""


def f1(right: float, found: float, wanted: float) -> float:
    """Harmonic mean of precision and recall."""
    return 2 * right / (found + wanted) if found + wanted else 0.0
