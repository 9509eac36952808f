"""Weights of structures and motives from where the case has them, side by side."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass

from brink.case.counted import counted
from brink.case.view import View
from brink.errors import NotInCase
from brink.play.fit.posterior import Posterior
from brink.weigh import motive_weights


@dataclass(frozen=True, slots=True)
class Belief:
    """Weights of structures S1 to S3 and of motives H0 to H4; None leaves them as the points were drawn."""

    structures: Mapping[str, float] | None = None
    motives: Mapping[str, float] | None = None


Beliefs = Mapping[str, Belief]


def tells_so_far(view: View) -> dict[tuple[str, str], int]:
    """Rows like each tell that the case holds as of the view's date, by hypothesis and what one would see."""
    return {
        (hypothesis.id, tell.sees): len(counted(view, tell.like))
        for hypothesis in view.definition.hypotheses
        for tell in (*hypothesis.if_true, *hypothesis.if_false)
        if tell.like is not None
    }


def beliefs(view: View, posterior: Posterior | None = None) -> Beliefs:
    """Weights beside those that the points were drawn with, each from its own source.

    Evidence weighed by hand speaks of motives, months held out of the fit of structures; they
    are never merged, so that a reader sees which of them moves the ranking.
    """
    found: dict[str, Belief] = {}
    if posterior is not None:
        found["held-out months"] = Belief(structures=posterior.held_out.weights)
    if view.events or view.claims:
        # Without hypotheses that stand for motives there is nothing to weigh.
        with suppress(NotInCase):
            weights = motive_weights(view)
            # Where nothing was weighed yet, they are the prior once more.
            if any(abs(weights.weighed[m] - weights.prior[m]) > 1e-9 for m in weights.weighed):
                found["weighed evidence"] = Belief(motives={str(m): w for m, w in weights.weighed.items()})
    return found
