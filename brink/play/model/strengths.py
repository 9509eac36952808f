"""How strong each lever of a case is taken to be, who says so, and the rows for and against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from brink.play.model.levers import lever_for
from brink.play.model.rests_on import Followed, Grounds, followed_in_words, followed_row

if TYPE_CHECKING:
    from brink.case.parts.options import Lever
    from brink.case.view import View

WHAT_STRENGTH_IS = (
    "Share of the full effect on what it acts on that a lever has when pulled wholly. These are judgements: "
    "rows speak for or against them, none gives a size."
)
NOBODY = "taken for whole; nobody says why"


@dataclass(frozen=True, slots=True)
class LeverStrength:
    """One lever's share of the full effect, with its grounds."""

    lever: str
    name: str
    acts_on: str
    model_lever: str | None
    """None where it does nothing in the model."""
    share: float
    by: str | None
    because: str | None
    rests_on: tuple[Followed, ...]

    @property
    def assumed(self) -> str:
        """`assumed by case desk: a truce alone offers less`, or that nobody says why."""
        if self.because is not None:
            return f"assumed by {self.by}: {self.because}"
        return NOBODY if self.share == 1.0 else "as written in case.yaml; nobody says why"


def lever_strengths(view: View, grounds: Grounds | None = None) -> tuple[LeverStrength, ...]:
    """Every lever of the case in its order, with the rows known as of the view's date."""
    found = grounds or Grounds(view)
    return tuple(_strength(view, lever, found) for lever in view.definition.levers)


def _strength(view: View, lever: Lever, grounds: Grounds) -> LeverStrength:
    given = lever.strength
    return LeverStrength(
        lever=lever.id,
        name=lever.name,
        acts_on=f"rung {lever.rung}" if lever.rung is not None else lever.acts_on,
        model_lever=lever_for(view.definition, lever.id),
        share=given.share,
        by=given.by,
        because=given.because,
        rests_on=grounds.follow(given.rests_on),
    )


def strengths_in_words(strengths: tuple[LeverStrength, ...]) -> str:
    """How many have a reason, and how many a row, in a sentence."""
    reasons = sum(one.because is not None for one in strengths)
    rows = sum(bool(one.rests_on) for one in strengths)
    return (
        f"{WHAT_STRENGTH_IS} {len(strengths)} levers: {reasons} with an author and a reason, {rows} with "
        "rows of the case."
    )


def strength_in_words(one: LeverStrength) -> Iterator[str]:
    """`Ceasefire (ceasefire-offer): 0.6 of truce; assumed by case desk: …`, then its rows."""
    yield f"{one.name} ({one.lever}): {one.share:g} of {one.acts_on}; {one.assumed}"
    for row in one.rests_on:
        yield f"  - {followed_in_words(row)}"


def strength_row(one: LeverStrength) -> dict[str, Any]:
    """Plain values, for programs."""
    return {
        "lever": one.lever,
        "name": one.name,
        "acts_on": one.acts_on,
        "model_lever": one.model_lever,
        "strength": one.share,
        "by": one.by,
        "because": one.because,
        "rests_on": [followed_row(row) for row in one.rests_on],
    }
