"""What ensembles of the structures foretell together by their weights, scored on what came."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np
from numpy.typing import NDArray

from brink.case.view import View
from brink.play.engine import Ensemble
from brink.play.fit.benchmarks import benchmark_draws
from brink.play.fit.record import WAR, Chance, Total
from brink.play.fit.scored import Score, scored
from brink.play.model.binding import model_of

Floats = NDArray[np.float64]
DRAWS = 1000
SERIES = {
    "attacks": ("attacks", "events"),
    "deaths": ("attacks", "deaths"),
    "interstate_deaths": ("interstate", "deaths"),
    "second_rival_deaths_now": ("second_rival", "deaths"),
}
"""State of the model to the key of `fits_to` and the field it is scored on."""
NAMES = {
    "attacks": "attacks",
    "deaths": "deaths",
    "interstate_deaths": "deaths between the states",
    "second_rival_deaths_now": "deaths by other rivals",
}


def mixture_draws(
    played: Mapping[str, Ensemble], weights: Mapping[str, float], state: str, draws: int = DRAWS
) -> Floats:
    """Equally likely draws of a state from structures in proportion to weights, shape (months, ~draws)."""
    parts = []
    for name, weight in weights.items():
        count = round(draws * weight / sum(weights.values()))
        if count:
            levels = (np.arange(count) + 0.5) / count
            parts.append(played[name].monthly_quantiles(state, levels.tolist()).T)
    return np.concatenate(parts, axis=1)


def simulated(
    played: Mapping[str, Mapping[str, Ensemble]],
    mixtures: Mapping[str, Mapping[str, float]],
    observed: Mapping[str, Floats],
) -> Iterator[Score]:
    """Every series scored under every variant and mixture of the structures."""
    for variant, ensembles in played.items():
        for model, weights in mixtures.items():
            for state in SERIES:
                if state in observed:
                    draws = mixture_draws(ensembles, weights, state)
                    yield scored(NAMES[state], variant, model, draws, observed[state])


def benchmarks(view: View, observed: Mapping[str, Floats], months: int) -> Iterator[Score]:
    """Every series scored under the forecasts that know no model."""
    fits_to = model_of(view.definition).fits_to
    for state, (key, field) in SERIES.items():
        name = getattr(fits_to, key)
        if state in observed and name is not None:
            for model, draws in benchmark_draws(view, name, field, months).items():
                yield scored(NAMES[state], "none", model, draws, observed[state])


def chances(
    view: View,
    played: Mapping[str, Mapping[str, Ensemble]],
    mixtures: Mapping[str, Mapping[str, float]],
    observed: Mapping[str, Floats],
) -> Iterator[Chance]:
    """Chances of fighting between the states, month by month and of a large clash, with their Brier score."""
    if "fighting" not in observed:
        return
    fought = observed["fighting"]
    for variant, ensembles in played.items():
        for model, weights in mixtures.items():
            monthly = _mixed(
                weights, {s: e.monthly_mean("interstate_fighting") for s, e in ensembles.items()}
            )
            large = {s: np.mean(e.outcome("interstate_worst_month") >= WAR) for s, e in ensembles.items()}
            chance = float(_mixed(weights, {s: np.array(p) for s, p in large.items()}))
            yield Chance(variant, model, float(np.mean(np.square(monthly - fought))), monthly, chance)
    fits_to = model_of(view.definition).fits_to
    if fits_to is not None and fits_to.interstate is not None:
        for model, draws in benchmark_draws(view, fits_to.interstate, "events", len(fought)).items():
            monthly = (draws > 0).mean(axis=1)
            yield Chance("none", model, float(np.mean(np.square(monthly - fought))), monthly, None)


def _mixed(weights: Mapping[str, float], values: Mapping[str, Floats]) -> Floats:
    total = sum(weights.values())
    out: Floats = np.sum([weight / total * values[name] for name, weight in weights.items()], axis=0)
    return out


def totals(
    played: Mapping[str, Mapping[str, Ensemble]],
    mixtures: Mapping[str, Mapping[str, float]],
    observed: Mapping[str, Floats],
) -> Iterator[Total]:
    """The sums over all months under every variant and mixture."""
    outcomes = {"attacks": "attacks", "deaths": "deaths", "interstate_deaths": "interstate_deaths"}
    outcomes["second_rival_deaths_now"] = "second_rival_deaths"
    for variant, ensembles in played.items():
        for model, weights in mixtures.items():
            for state, outcome in outcomes.items():
                if state in observed:
                    drawn = [_thinned(e.outcome(outcome), weights.get(s, 0.0)) for s, e in ensembles.items()]
                    low, mid, high = np.quantile(np.concatenate(drawn), [0.05, 0.5, 0.95])
                    came = float(observed[state].sum())
                    yield Total(NAMES[state], variant, model, float(low), float(mid), float(high), came)


def _thinned(values: Floats, weight: float) -> Floats:
    return values[: round(len(values) * weight)]
