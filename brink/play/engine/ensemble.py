"""What many futures came to, and how to ask about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.errors import BadModel, nearest
from brink.play.engine.model import Model
from brink.play.engine.part import Part
from brink.play.engine.sketch import quantile


@dataclass(frozen=True, slots=True)
class Ensemble:
    """The futures of one option: means and spreads, sketched distributions, and outcomes if kept."""

    model: Model
    part: Part

    @property
    def count(self) -> int:
        """Number of futures."""
        return self.part.run.count

    @property
    def outcomes(self) -> NDArray[np.float64]:
        """Outcomes of each future, shape (futures, outcomes); raises BadModel unless `keep="futures"`."""
        if self.part.outcomes is None:
            raise BadModel('outcomes of single futures were not kept; simulate with keep="futures"')
        return self.part.outcomes

    def outcome(self, name: str) -> NDArray[np.float64]:
        """One outcome of each future, shape (futures,)."""
        return self.outcomes[:, self.model.outcome_index(name)]

    def mean(self, name: str) -> float:
        """Mean of an outcome over futures."""
        return float(self._moments("outcomes")[0][self.model.outcome_index(name)])

    def sd(self, name: str) -> float:
        """Standard deviation of an outcome over futures, divided by their number less one."""
        return float(self._moments("outcomes")[1][self.model.outcome_index(name)])

    def quantiles(self, name: str, levels: Sequence[float]) -> NDArray[np.float64]:
        """Quantiles of an outcome, shape (levels,), from its sketch: off by under 1 % (see sketch.py)."""
        index = self.model.outcome_index(name)
        outcome = self.model.outcomes[index]
        state = self.model.state(outcome.of)
        counted = outcome.reduce in ("months", "first")
        return quantile(
            self.part.final[index],
            np.asarray(levels, dtype=np.float64),
            grain=1.0 if counted else state.grain,
            whole=counted or (state.whole and outcome.reduce != "mean"),
        )

    def monthly_mean(self, series: str) -> NDArray[np.float64]:
        """Mean of a state at the end of each month, shape (months,)."""
        mean, _ = self._moments("series")
        return np.asarray(mean[self._series(series)])

    def monthly_sd(self, series: str) -> NDArray[np.float64]:
        """Standard deviation of a state at the end of each month, shape (months,)."""
        _, sd = self._moments("series")
        return np.asarray(sd[self._series(series)])

    def monthly_quantiles(self, series: str, levels: Sequence[float]) -> NDArray[np.float64]:
        """Quantiles of a state at the end of each month, shape (levels, months), from its sketches."""
        state = self.model.state(series)
        return quantile(
            self.part.sketch[self._series(series)],
            np.asarray(levels, dtype=np.float64),
            grain=state.grain,
            whole=state.whole,
        )

    def point_means(self) -> NDArray[np.float64]:
        """Mean outcomes of each parameter point, shape (points, outcomes); NaN where none was played."""
        return self._point_moments()[0]

    def point_sds(self) -> NDArray[np.float64]:
        """Spread by chance alone at each parameter point, shape (points, outcomes); needs two repeats."""
        return self._point_moments()[1]

    def _series(self, name: str) -> int:
        known = self.model.series
        if name not in known:
            raise BadModel(f"no series {name!r}{nearest(name, known)}; there are {', '.join(known)}")
        return known.index(name)

    def _moments(self, of: str) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        return _mean_and_sd(self.part.sums.total()[of], np.float64(self.count))

    def _point_moments(self) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
        sums = self.part.sums.total()
        if "points" not in sums:
            raise BadModel('outcomes were not kept by parameter point; simulate with keep="points"')
        points = len(sums["points"])
        first = self.part.run.first
        played = np.bincount(np.arange(first, first + min(self.count, points)) % points, minlength=points)
        rounds, rest = divmod(self.count, points)
        repeats = np.full(points, float(rounds))
        repeats[np.arange(first, first + rest) % points] += 1.0
        repeats[played == 0] = np.nan
        return _mean_and_sd(sums["points"], repeats[:, None])


def _mean_and_sd(
    sums: NDArray[np.float64], count: NDArray[np.float64] | np.float64
) -> tuple[NDArray[np.float64], NDArray[np.float64]]:
    mean = sums[..., 0] / count
    with np.errstate(invalid="ignore", divide="ignore"):
        variance = (sums[..., 1] - count * mean * mean) / (count - 1)
    return mean, np.sqrt(np.where(variance > 0, variance, np.where(np.isnan(variance), np.nan, 0.0)))
