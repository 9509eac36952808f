"""How a model did over the windows of a replay, beside conflictology: ratios, wins, calibration."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.forecast.replay import BANDS, Replayed
from brink.forecast.scores import ReliabilityBin, brier, reliability

Floats = NDArray[np.float64]

RESAMPLES = 4000
SEED = 26
LARGEST = 2
"""Units whose share of the score is told, and without which the ratio is told again."""


@dataclass(frozen=True, slots=True)
class WindowVerdict:
    """Mean CRPS of a model and of conflictology in one window."""

    label: str
    crps: float
    conflictology: float

    @property
    def ratio(self) -> float:
        return self.crps / self.conflictology


@dataclass(frozen=True, slots=True)
class Verdict:
    """A model over all windows; below 1 is better than conflictology.

    `interval` holds 90 % of the geometric ratios of windows drawn again with replacement.
    `largest` are the units with the most of conflictology's score, `largest_share` their part of it.
    """

    model: str
    windows: tuple[WindowVerdict, ...]
    geometric_ratio: float
    interval: tuple[float, float]
    won: int
    ratio_of_means: float
    log_crps_ratio: float
    largest: tuple[int, ...]
    largest_share: float
    ratio_without_largest: float
    ignorance: float
    interval_score: float
    coverage: dict[float, float]
    pit: tuple[float, ...]
    brier_25: float
    reliability_25: tuple[ReliabilityBin, ...]


def verdict(name: str, replays: Sequence[Replayed], benchmark: Sequence[Replayed]) -> Verdict:
    """Set the replays of a model beside those of conflictology, window by window."""
    windows = tuple(
        WindowVerdict(r.window.label, float(r.crps.mean()), float(b.crps.mean()))
        for r, b in zip(replays, benchmark, strict=True)
    )
    ratios = np.array([window.ratio for window in windows])
    largest, share = _largest(benchmark)
    return Verdict(
        model=name,
        windows=windows,
        geometric_ratio=geometric(ratios),
        interval=_resampled(ratios),
        won=int((ratios < 1).sum()),
        ratio_of_means=_total(replays) / _total(benchmark),
        log_crps_ratio=geometric(
            np.array([r.log_crps.mean() / b.log_crps.mean() for r, b in zip(replays, benchmark, strict=True)])
        ),
        largest=largest,
        largest_share=share,
        ratio_without_largest=_total(replays, without=largest) / _total(benchmark, without=largest),
        ignorance=float(np.mean([r.ignorance.mean() for r in replays])),
        interval_score=float(np.mean([r.interval_score.mean() for r in replays])),
        coverage={band: _over_active([r.coverage[band] for r in replays], replays) for band in BANDS},
        pit=tuple(
            _over_active([float(r.pit[k]) for r in replays], replays) for k in range(len(replays[0].pit))
        ),
        brier_25=float(np.mean([brier(r.chance, r.reached).mean() for r in replays])),
        reliability_25=reliability(
            np.concatenate([r.chance.ravel() for r in replays]),
            np.concatenate([r.reached.ravel() for r in replays]),
        ),
    )


def geometric(ratios: Floats) -> float:
    """The geometric mean: a window twice as bad weighs as much as one twice as good."""
    return float(np.exp(np.log(ratios).mean()))


def _resampled(ratios: Floats) -> tuple[float, float]:
    """Bootstrap over windows: months within one share its wars, and are no independent evidence."""
    picked = np.random.default_rng(SEED).integers(0, len(ratios), (RESAMPLES, len(ratios)))
    low, high = np.quantile(np.exp(np.log(ratios)[picked].mean(axis=1)), [0.05, 0.95])
    return float(low), float(high)


def _by_unit(replays: Sequence[Replayed]) -> Floats:
    """Summed CRPS of every unit of the panel, over all windows."""
    total = np.zeros(max(int(r.rows.max()) for r in replays) + 1)
    for r in replays:
        total[r.rows] += r.crps.sum(axis=1)
    return total


def _largest(benchmark: Sequence[Replayed]) -> tuple[tuple[int, ...], float]:
    total = _by_unit(benchmark)
    rows = np.argsort(-total, kind="stable")[:LARGEST]
    return tuple(int(row) for row in rows), float(total[rows].sum() / total.sum())


def _total(replays: Sequence[Replayed], *, without: tuple[int, ...] = ()) -> float:
    """Mean CRPS of all months of all windows, each window alike."""
    kept = [~np.isin(r.rows, without) for r in replays]
    return float(np.mean([r.crps[keep].mean() for r, keep in zip(replays, kept, strict=True)]))


def _over_active(values: Sequence[float], replays: Sequence[Replayed]) -> float:
    return float(np.average(values, weights=[r.active.sum() for r in replays]))
