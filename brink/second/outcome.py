"""What can become of one question to the second coder; every way has a name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Failing = Literal[
    "timed out",
    "unreachable",
    "cut off",
    "too large",
    "not JSON by its type",
    "redirected",
    "not allowed",
    "not found",
    "too many requests",
    "server error",
    "bad request",
    "no completion",
    "no choice",
    "refused",
    "answered in words",
    "unfinished",
    "bad JSON",
    "wrong shape",
]
LONGEST_DETAIL = 200
FAILINGS: tuple[str, ...] = get_args(Failing)

WORTH_ASKING_AGAIN: frozenset[Failing] = frozenset(
    {"unreachable", "cut off", "too many requests", "server error"}
)
"""A server that timed out is likely still at work on the first question; it is asked in the next run."""
HOPELESS: frozenset[Failing] = frozenset({"unreachable", "redirected", "not allowed", "not found"})
"""What one story meets, all others would: the run stops asking."""


_OF_THE_ANSWER: frozenset[Failing] = frozenset(
    {"no choice", "refused", "answered in words", "unfinished", "bad JSON", "wrong shape"}
)


@dataclass(frozen=True, slots=True)
class Failure:
    """A question that got no rows, and why."""

    kind: Failing
    detail: str
    wait: float | None = None
    """Seconds the server asks to wait before the next try."""

    def __post_init__(self) -> None:
        # Servers write the details: what a terminal would obey goes, and so does length.
        words = "".join(ch if ch.isprintable() else " " for ch in self.detail)
        object.__setattr__(self, "detail", " ".join(words.split())[:LONGEST_DETAIL])

    @property
    def is_of_the_answer(self) -> bool:
        """Whether the server did answer, only not usefully: the next story may fare better."""
        return self.kind in _OF_THE_ANSWER

    def __str__(self) -> str:
        return f"{self.kind}: {self.detail}" if self.detail else self.kind
