"""A model's mechanisms as plain Python, run by a loop, by Mesa and by EMA Workbench, as their users would."""

from __future__ import annotations

import importlib.util
import logging
import math
from collections.abc import Callable, Mapping
from types import FunctionType
from typing import Any

import numpy as np
from numpy.typing import NDArray

from brink.play.engine import Model, Outcome, half, samplers

OURS: Mapping[str, Any] = {**vars(samplers), **vars(half)}
"""Brink's samplers by name, which peers replace by those of NumPy."""


def has(name: str) -> bool:
    """Whether a peer is installed here."""
    return importlib.util.find_spec(name) is not None


def natural(function: Any, theirs: Mapping[str, Callable[..., float]], done: dict[Any, Any]) -> Any:
    """A copy of a plain function in which it, and all it calls, draws by NumPy's samplers, not Brink's."""
    if function not in done:
        names = dict(function.__globals__)
        done[function] = copy = FunctionType(function.__code__, names, function.__name__)
        for name in function.__code__.co_names:
            used = names.get(name)
            if used is not None and name in theirs and used is OURS.get(name):
                names[name] = theirs[name]
            elif isinstance(used, FunctionType):
                names[name] = natural(used, theirs, done)
        return copy
    return done[function]


def scalar_samplers(rng: np.random.Generator) -> dict[str, Callable[..., float]]:
    """NumPy's samplers in the shape of Brink's; the uniform goes unused."""
    return {
        "poisson": lambda _, mean: float(rng.poisson(mean)),
        "negative_binomial": lambda _, mean, k: float(rng.negative_binomial(k, k / (k + mean))),
        "negative_binomial_of_half": lambda _, mean: float(rng.negative_binomial(0.5, 0.5 / (0.5 + mean))),
        "binomial": lambda _, size, p: float(rng.binomial(int(size), p)),
        "normal": lambda _: rng.standard_normal(),
    }


class Story:
    """One future as plain Python: states in a dictionary, mechanisms called in their order."""

    def __init__(
        self, model: Model, row: NDArray[np.float64], rng: np.random.Generator, steps: list[Any]
    ) -> None:
        self.model, self.rng, self.steps = model, rng, steps
        self.values: dict[str, Any] = dict(zip(model.parameters, row.tolist(), strict=True))
        for state in model.states:
            start = state.start
            self.values[state.name] = self.values[start] if isinstance(start, str) else float(start)
        self.values.update(dict.fromkeys(model.levers, 0.0))
        self.months: list[dict[str, float]] = []

    def step(self) -> None:
        """One month."""
        values = self.values
        values["month"] = len(self.months)
        draws = self.rng.random(len(self.model.draws)).tolist()
        for draw, u in zip(self.model.draws, draws, strict=True):
            values[draw.name] = u
        for reads, step, writes in self.steps:
            result = step(*[values[name] for name in reads])
            if len(writes) == 1:
                values[writes[0]] = result
            else:
                values.update(zip(writes, result, strict=True))
        self.months.append({name: values[name] for name in {one.of for one in self.model.outcomes}})

    def outcomes(self) -> list[float]:
        """What it came to."""
        return [
            reduced(outcome, [month[outcome.of] for month in self.months]) for outcome in self.model.outcomes
        ]


def reduced(outcome: Outcome, path: list[float]) -> float:
    """One outcome of a path of monthly values, as the contract says."""
    if outcome.window > 1:
        length = min(outcome.window, len(path))
        sums = [sum(path[at : at + length]) for at in range(len(path) - length + 1)]
        return float(max(sums) if outcome.reduce == "max" else min(sums))
    above = math.inf if outcome.above is None else outcome.above
    ways: dict[str, Callable[[], float]] = {
        "sum": lambda: sum(path),
        "max": lambda: max(path),
        "min": lambda: min(path),
        "mean": lambda: sum(path) / len(path),
        "last": lambda: path[-1],
        "months": lambda: sum(value >= above for value in path),
        "first": lambda: next((at for at, value in enumerate(path) if value >= above), len(path)),
    }
    return float(ways[outcome.reduce]())


def steps_of(model: Model, rng: np.random.Generator) -> list[Any]:
    """Each mechanism as what it reads, a function that draws from `rng`, and what it writes."""
    done: dict[Any, Any] = {}
    theirs = scalar_samplers(rng)
    return [(one.reads, natural(one.step, theirs, done), one.writes) for one in model.mechanisms]


def play_plain(
    model: Model, table: NDArray[np.float64], count: int, *, months: int, seed: int
) -> NDArray[np.float64]:
    """A loop over futures and months."""
    rng = np.random.default_rng(seed)
    steps = steps_of(model, rng)
    rows = []
    for future in range(count):
        story = Story(model, table[future % len(table)], rng, steps)
        for _ in range(months):
            story.step()
        rows.append(story.outcomes())
    return np.array(rows)


def play_mesa(
    model: Model, table: NDArray[np.float64], count: int, *, months: int, seed: int
) -> NDArray[np.float64]:
    """A Mesa model a future, stepped a month at a time."""
    import mesa

    class Conflict(mesa.Model):  # type: ignore[misc]
        def __init__(self, point: int, seed: int) -> None:
            super().__init__(seed=seed)
            rng = np.random.default_rng(seed)
            self.story = Story(model, table[point], rng, steps_of(model, rng))

        def step(self) -> None:
            self.story.step()

    logging.getLogger("mesa").setLevel(logging.ERROR)
    rows = []
    for future in range(count):
        conflict = Conflict(future % len(table), seed + future)
        for _ in range(months):
            conflict.step()
        rows.append(conflict.story.outcomes())
    return np.array(rows)


def play_ema(
    model: Model, table: NDArray[np.float64], count: int, *, months: int, seed: int
) -> NDArray[np.float64]:
    """An EMA Workbench model over scenarios, evaluated in sequence."""
    from ema_workbench import (
        Model as EmaModel,
    )
    from ema_workbench import (
        RealParameter,
        ScalarOutcome,
        Scenario,
        perform_experiments,
    )

    rng = np.random.default_rng(seed)
    steps = steps_of(model, rng)

    def played(**given: float) -> dict[str, float]:
        story = Story(model, np.array([given[name] for name in model.parameters]), rng, steps)
        for _ in range(months):
            story.step()
        return {f"o{index}": value for index, value in enumerate(story.outcomes())}

    logging.getLogger("EMA").setLevel(logging.ERROR)
    ema = EmaModel("model", function=played)
    # Its parameters want a range; scenarios are given one by one, so the range is only made wide enough.
    ema.uncertainties = [
        RealParameter(name, float(low) - 1.0, float(high) + 1.0)
        for name, low, high in zip(model.parameters, table.min(axis=0), table.max(axis=0), strict=True)
    ]
    ema.outcomes = [ScalarOutcome(f"o{index}") for index in range(len(model.outcomes))]
    scenarios = [
        Scenario(str(future), **dict(zip(model.parameters, table[future % len(table)].tolist(), strict=True)))
        for future in range(count)
    ]
    _, results = perform_experiments(ema, scenarios=scenarios, log_progress=True)
    return np.column_stack([results[f"o{index}"] for index in range(len(model.outcomes))])
