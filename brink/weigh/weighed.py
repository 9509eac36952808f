"""Hypotheses weighed: each answer, piece of evidence and origin with what it came to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from brink.case.parts.evidence import Band, Hypothesis
from brink.weigh.items import Item
from brink.weigh.links import Dormant, Link
from brink.weigh.origins import Share
from brink.weigh.tells import Look


@dataclass(frozen=True, slots=True)
class Answer:
    """One hypothesis with its probability before and after the evidence.

    `low` and `high` span 90 % of the draws of all ratios from their bands; `least` and `most`
    are the posterior with every band at the end that is worst or best for this answer.
    """

    hypothesis: Hypothesis
    prior: float
    posterior: float
    low: float
    high: float
    least: float
    most: float
    level_prior: float | None
    """The prior at which it would draw level with the leader; for the leader, None."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence, what it says, how much it counts, and what hangs on it."""

    item: Item
    links: Mapping[str, Link]
    """By hypothesis; those not judged are missing and count as neutral."""
    share: Share
    ratio: float
    """How many times likelier it is under the answer it favours most than under the one it favours least."""
    weights: Mapping[str, float]
    """Powers its ratios are raised to, by hypothesis."""
    counted: float
    """Its ratio as it counts, after these powers."""
    bits: float
    """What it teaches beyond all other evidence: divergence of the posterior from the one without it."""
    without: Mapping[str, float]
    """The posterior of each hypothesis without it."""
    flips: bool
    """Whether another answer would lead without it."""
    level_ratio: float | None
    """The ratio for the leader at which the runner-up draws level, where it was judged for the leader."""
    level_band: Band | None


@dataclass(frozen=True, slots=True)
class Origin:
    """Evidence that would fall together, such as all that one report says."""

    what: str
    """`report`, `speaker`, `incident`, or `kin` for what an analyst calls so."""
    which: str
    items: tuple[str, ...]
    bits: float
    without: Mapping[str, float]
    flips: bool


@dataclass(frozen=True, slots=True)
class Question:
    """All answers to one question, weighed."""

    question: str
    answers: tuple[Answer, ...]
    """From most to least probable."""
    pieces: tuple[Piece, ...]
    """From most to least diagnostic."""
    origins: tuple[Origin, ...]
    looks: tuple[Look, ...]
    """What to look for next, most informative first."""
    undiscounted: Mapping[str, float]
    """The posterior if all pieces were independent."""
    once: Mapping[str, float]
    """The posterior if each origin counted only by its most telling piece."""

    @property
    def leader(self) -> Answer:
        return self.answers[0]

    @property
    def unjudged(self) -> int:
        """Cells of the matrix that nobody filled in: they count as neutral."""
        return sum(len(self.answers) - len(piece.links) for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Weighing:
    """Every question of a case, weighed as of a date."""

    questions: tuple[Question, ...]
    discount: float
    dormant: tuple[Dormant, ...]
    """Links whose evidence is not known as of the date; they count for nothing."""
