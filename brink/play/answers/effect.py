"""The mean effect of an option with mechanisms switched off, each mean played once and kept."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

import numpy as np

from brink.play.engine.simulate import simulate
from brink.play.playing import measured
from brink.play.setting import Setting

FUTURES = 4096
"""Futures each subset of mechanisms is played in; paired, so that few tell much."""


class Effect:
    """The mean effect of an option with mechanisms switched off, in option and baseline alike."""

    def __init__(
        self,
        what: Setting,
        option: str,
        measure: str,
        *,
        futures: int = FUTURES,
        folder: Path | None = None,
    ) -> None:
        self._what, self._option, self._measure = what, option, measure
        self._kept = KeptMeans(folder)
        self._at = what.counted.names.index(measure)
        self._futures = max(1, futures // what.points) * what.points
        self._known: dict[tuple[str, frozenset[str]], float] = {}

    @property
    def futures(self) -> int:
        return self._futures

    def __call__(self, off: frozenset[str]) -> float:
        return self._mean(self._option, off) - self._mean(self._what.baseline, off)

    def _mean(self, option: str, off: frozenset[str]) -> float:
        if (option, off) not in self._known:
            job = self._what.job(self._what.moves(option), off=off, count=self._futures)
            key = f"{job.run.key} {self._measure}"
            kept = self._kept.get(key)
            if kept is None:
                kept = self._kept.put(key, self._played(option, off))
            self._known[option, off] = kept
        return self._known[option, off]

    def _played(self, option: str, off: frozenset[str]) -> float:
        ensemble = simulate(
            self._what.counted.model,
            self._what.bound.table,
            self._what.moves(option),
            seed=self._what.seed,
            count=self._futures,
            months=self._what.months,
            off=sorted(off),
            keep="futures",
        )
        return float(np.mean(measured(self._what, ensemble)[:, self._at], dtype=np.float64))


class KeptMeans:
    """Means kept in a file of the case's runs, a line each, so that no subset is played twice."""

    def __init__(self, folder: Path | None) -> None:
        self._path = folder / "means.jsonl" if folder is not None else None
        self._means: dict[str, float] = {}
        if self._path is not None and self._path.exists():
            for line in self._path.read_text(encoding="utf-8").splitlines():
                # The last line of a run that was killed may be cut short; it is played again.
                with suppress(ValueError, KeyError, TypeError):
                    row = json.loads(line)
                    self._means[row["key"]] = float(row["mean"])

    def get(self, key: str) -> float | None:
        return self._means.get(key)

    def put(self, key: str, mean: float) -> float:
        """Keep a mean and give it back."""
        self._means[key] = mean
        if self._path is not None:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps({"key": key, "mean": mean}) + "\n")
        return mean
