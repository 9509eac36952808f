"""The whole replay: one model beside the forecasts to beat, over years and in the challenge's true future."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from brink.forecast.panel import Panel
from brink.forecast.replay import MODELS, Replayed, model_named, replay
from brink.forecast.verdict import Verdict, verdict
from brink.forecast.windows import TRUE_FUTURE, Window

BENCHMARK = "conflictology"
RIVALS = ("fifths", "conflictology", "last", "boot_240", "zero")


@dataclass(frozen=True, slots=True)
class Backtest:
    """Verdicts by model, the one asked for first.

    `clean` is over those of the windows that played no part in choosing the pool, and empty where none
    was asked for.
    """

    panel: Panel
    clean: tuple[Verdict, ...]
    verdicts: tuple[Verdict, ...]
    true_future: tuple[Verdict, ...]


def backtest(
    panel: Panel,
    windows: Sequence[Window],
    *,
    model: str = "pool",
    each_window: Callable[[], None] = lambda: None,
) -> Backtest:
    """Replay `model` and the forecasts to beat; `each_window` is called as each window is done.

    Raises
    ------
    NotInCase
        When there is no such model.
    """
    model_named(model)
    names = tuple(dict.fromkeys((model, *RIVALS)))
    replays: dict[str, list[Replayed]] = {name: [] for name in names}
    for window in (*windows, TRUE_FUTURE):
        for name in names:
            replays[name].append(replay(MODELS[name], panel, window))
        each_window()
    past = {name: runs[:-1] for name, runs in replays.items()}
    fresh = {name: [run for run in runs if run.window.clean] for name, runs in past.items()}
    last = {name: runs[-1:] for name, runs in replays.items()}
    return Backtest(
        panel,
        tuple(verdict(name, fresh[name], fresh[BENCHMARK]) for name in names if fresh[name]),
        tuple(verdict(name, past[name], past[BENCHMARK]) for name in names),
        tuple(verdict(name, last[name], last[BENCHMARK]) for name in names),
    )


def as_row(result: Backtest, at: int = 0) -> dict[str, Any]:
    """One model's verdict as a flat object; the first is the one asked for."""
    found, future = result.verdicts[at], result.true_future[at]
    clean = result.clean[at] if result.clean else None
    return {
        "model": found.model,
        "panel": result.panel.kind,
        "measure": result.panel.measure,
        "clean_windows": len(clean.windows) if clean else 0,
        "clean_ratio": clean.geometric_ratio if clean else None,
        "clean_won": clean.won if clean else 0,
        "windows": len(found.windows),
        "geometric_ratio": found.geometric_ratio,
        "geometric_ratio_90": list(found.interval),
        "won": found.won,
        "ratio_of_means": found.ratio_of_means,
        "log_crps_ratio": found.log_crps_ratio,
        "true_future_ratio": future.geometric_ratio,
        "largest": [result.panel.units[row].name for row in found.largest],
        "largest_share": found.largest_share,
        "ratio_without_largest": found.ratio_without_largest,
        "ignorance": found.ignorance,
        "interval_score": found.interval_score,
        "coverage_50": found.coverage[0.5],
        "coverage_80": found.coverage[0.8],
        "coverage_90": found.coverage[0.9],
        "pit": list(found.pit),
        "brier_25": found.brier_25,
    }
