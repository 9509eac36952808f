"""A model with its numbers, as it is played, and what its points count under other beliefs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import Month
from brink.errors import BadModel, nearest
from brink.play.engine.model import Model
from brink.play.model.columns import INDEX
from brink.play.model.priors import Known
from brink.play.model.variants import MOTIVES, STRUCTURES, as_array

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class BoundModel:
    """The model with a table of numbers: one row a point, shape (points, parameters).

    Points were picked in proportion to `structure_weights` and `motive_weights`, so that all count alike
    under them; `weights` re-weights them for other beliefs without playing again.
    """

    model: Model
    table: Floats
    structure: NDArray[np.int64]
    motive: NDArray[np.int64]
    structure_weights: Mapping[str, float]
    motive_weights: Mapping[str, float]
    known: Mapping[tuple[str, str | None], Known]
    start_month: Month
    """The month that the model's month 0 is."""
    fitted: tuple[str, ...] = ()
    """Columns that come from the posterior."""
    start: Mapping[str, float] = field(default_factory=dict)
    """Columns of the starting state that history settles alike at every point."""

    @property
    def names(self) -> tuple[str, ...]:
        """Columns of the table."""
        return self.model.parameters

    def values(self, name: str) -> Floats:
        """One column, shape (points,)."""
        if name not in INDEX:
            raise BadModel(f"no parameter {name!r}{nearest(name, INDEX)}")
        return self.table[:, INDEX[name]]

    def weights(
        self,
        *,
        structures: Mapping[str, float] | None = None,
        motives: Mapping[str, float] | None = None,
    ) -> Floats:
        """Weight of each point under other beliefs, summing to 1, shape (points,).

        Raises
        ------
        BadModel
            When a belief gives weight to a structure or motive that no point has.
        """
        if empty := self.without_points(structures=structures, motives=motives):
            raise BadModel(
                f"of {len(self.table)} points none stands for {', '.join(empty)}; play more futures, or give "
                "it a weight in case.yaml"
            )
        weight = np.ones(len(self.table))
        for given, names, which in (
            (structures, STRUCTURES, self.structure - 1),
            (motives, MOTIVES, self.motive),
        ):
            if given is None:
                continue
            wanted = as_array(given, names)
            share = np.bincount(which, minlength=len(names)) / len(which)
            ratio = np.divide(wanted, share, out=np.zeros_like(wanted), where=share > 0)
            weight *= ratio[which]
        normed: Floats = weight / weight.sum()
        return normed

    def without_points(
        self, *, structures: Mapping[str, float] | None = None, motives: Mapping[str, float] | None = None
    ) -> list[str]:
        """Structures and motives that other beliefs give weight to and no point stands for."""
        present = {f"S{one}" for one in self.structure} | {f"H{one}" for one in self.motive}
        wanted = {**(structures or {}), **(motives or {})}
        return [name for name, weight in wanted.items() if weight > 0 and name not in present]
