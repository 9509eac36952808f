"""What is believed before the counts are looked at: never a prior that was fitted to those counts."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.case.definition import Definition
from brink.play.model.binding import model_of
from brink.play.model.priors import Known, generic_parameters, known_parameters

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Normal:
    """A normal belief about a number that is no parameter of the model, such as a level long ago."""

    mean: float
    sd: float

    def at(self, u: float) -> float:
        """Its value at probability u."""
        from brink.play.engine.samplers import normal

        return self.mean + self.sd * normal(u)


Belief = Known | Normal


@dataclass(frozen=True, slots=True)
class Space:
    """Named beliefs, and the map from standard normals to their values."""

    names: tuple[str, ...]
    beliefs: tuple[Belief, ...]

    def values(self, z: Floats) -> dict[str, Floats]:
        """Values by name for points of shape (points, dimensions)."""
        from scipy.special import ndtr

        u = np.clip(ndtr(z), 1e-9, 1.0 - 1e-9)
        return {
            name: np.array([belief.at(float(x)) for x in u[:, place]])
            for place, (name, belief) in enumerate(zip(self.names, self.beliefs, strict=True))
        }


def space(beliefs: Mapping[str, Belief]) -> Space:
    """The space of some named beliefs, in their order."""
    return Space(tuple(beliefs), tuple(beliefs.values()))


def before_the_counts(definition: Definition) -> dict[tuple[str, str | None], Known]:
    """The case's priors, but the generic one wherever the case's was itself fitted to data.

    A prior fitted to the counts would use them twice.
    """
    known = known_parameters(model_of(definition))
    lent = generic_parameters()
    return {
        key: lent[key] if one.from_case and one.mark == "fitted" and key in lent else one
        for key, one in known.items()
    }


def picked(
    known: Mapping[tuple[str, str | None], Known], ids: Sequence[str], *, under: str | None = None
) -> dict[str, Known]:
    """Parameters by id, those of a variant before the general ones."""
    return {name: known.get((name, under)) or known[name, None] for name in ids}


def log_density_of_log(known: Known, value: Floats) -> Floats:
    """Log density, up to a constant, of log(value) under a prior of three positive quantiles.

    Used to let a published estimate of today's stock speak as an observation. Zero where it is no such prior.
    """
    from brink.play.model.quantiles import AT_95

    prior = known.prior
    if prior is None or not prior.low or prior.mid is None or prior.high is None:
        return np.zeros_like(value)
    below = math.log(prior.mid / prior.low) / AT_95
    above = math.log(prior.high / prior.mid) / AT_95
    away = np.log(np.maximum(value, 1e-9) / prior.mid)
    out: Floats = -0.5 * np.square(away / np.where(away > 0, above, below))
    return out
