"""Play the years after the as-of date, and score them on what came, beside forecasts that know no model."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from brink.case.parts.model import Roles
from brink.case.series import monthly_series
from brink.case.view import View
from brink.dates.months import Month, last_whole_month, month_interval, month_label
from brink.errors import BadForecast, BadModel
from brink.play.engine import Ensemble, MoveTable, Pull, simulate
from brink.play.fit.benchmarks import benchmark_draws
from brink.play.fit.bound import bind_case
from brink.play.fit.posterior import posterior_of
from brink.play.fit.record import WAR, Chance, Hindcast, Total
from brink.play.fit.scored import Score, scored
from brink.play.model.binding import model_of
from brink.play.model.bound_model import BoundModel
from brink.play.model.dated_acts import DatedEvent, every_dated_event, share_of_months, strike_months
from brink.play.model.levers import AS_GIVEN, LEVER_OF, rung_lever
from brink.play.model.sanctuary import MODEL
from brink.play.model.variants import STRUCTURES, judged_structures

Floats = NDArray[np.float64]
FUTURES = 16384
"""Futures of each structure and variant."""
POINTS = 2048
"""Parameter points of each structure at most; with few futures one for every eight."""
SEED = 2022
DRAWS = 1000
SHOWN_BEFORE = 24
FAR_AHEAD = date(9000, 1, 1)
VARIANTS = ("own rules", "as it came")
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


def hindcast(
    view: View,
    *,
    until: Month,
    futures: int = FUTURES,
    seed: int = SEED,
    progress: Callable[[str], None] = lambda _: None,
) -> Hindcast:
    """Play from the as-of date to `until`, that month included, and score it.

    Months after the as-of date are read only here, to score and, in the variant "as it came", to tell the
    model which strikes and closures came; the fit never sees them.

    Raises
    ------
    BadModel
        When the case names no series to fit to.
    BadForecast
        When the months asked for have not all been counted, or none of them lies after the as-of date.
    """
    first = last_whole_month(view.as_of) + 1
    end = until + 1
    if end <= first:
        raise BadForecast(
            f"{month_label(until)} is not after {month_label(first - 1)}, the last month known on "
            f"{view.as_of}; choose a later --until, or freeze earlier with --as-of"
        )
    posterior = posterior_of(view, progress=progress)
    if posterior is None:
        raise BadModel(f"{view.title} names no series under model.fits_to, so there is nothing to score")
    observed = _observed(view, first, end)
    judged = judged_structures(model_of(view.definition))
    held_out = posterior.held_out.weights
    mixtures = {"judged weights": judged, "held-out weights": held_out, **{s: {s: 1.0} for s in STRUCTURES}}
    last_day = month_interval(until).last
    acts = tuple(act for act in every_dated_event(view) if view.as_of < act.start <= last_day)
    points = min(POINTS, max(256, futures // 8))
    bound = {s: bind_case(view, points=points, structures={s: 1.0}, posterior=posterior) for s in STRUCTURES}
    played = {}
    for variant, moves in (("own rules", None), ("as it came", as_it_came(acts, first, end))):
        progress(f"playing {variant}")
        played[variant] = _played(bound, moves, months=end - first, futures=futures, seed=seed)
    scores = [*_simulated(played, mixtures, observed), *_benchmarks(view, observed, end - first)]
    return Hindcast(
        as_of=view.as_of.isoformat(),
        first=first,
        end=end,
        observed=observed,
        scores=tuple(scores),
        chances=tuple(_chances(view, played, mixtures, observed)),
        totals=tuple(_totals(played, mixtures, observed)),
        judged=judged,
        held_out=held_out,
        given=acts,
        before=_before(view, first),
        called=_called(model_of(view.definition).roles),
    )


def last_counted(view: View, *, most: int = 36) -> Month:
    """The last month that can be scored, by the series of attacks, at most `most` after the as-of date."""
    fits_to = model_of(view.definition).fits_to
    if fits_to is None:
        raise BadModel(f"{view.title} names no series under model.fits_to, so there is nothing to score")
    ends = monthly_series(View(view.case, FAR_AHEAD), fits_to.attacks).end
    return min(ends - 1, last_whole_month(view.as_of) + most)


def as_it_came(acts: Sequence[DatedEvent], first: Month, end: Month) -> MoveTable:
    """Levers for the strikes and closures that came, with the target's own rules at rest."""
    pulls = [Pull(AS_GIVEN)]
    for month, rungs in strike_months(acts, first, end).items():
        pulls += [Pull(rung_lever(rung), level, month, month + 1) for rung, level in rungs.items() if rung]
    for month, level in enumerate(share_of_months(acts, "closure", first, end)):
        if level > 0.0:
            pulls.append(Pull(LEVER_OF["border"], float(level), month, month + 1))
    return MoveTable.of(MODEL, pulls)


def _played(
    bound: Mapping[str, BoundModel], moves: MoveTable | None, *, months: int, futures: int, seed: int
) -> dict[str, Ensemble]:
    return {
        name: simulate(one.model, one.table, moves, seed=seed, count=futures, months=months, keep="futures")
        for name, one in bound.items()
    }


def _before(view: View, first: Month) -> dict[str, Floats]:
    fits_to = model_of(view.definition).fits_to
    out = {}
    for state, (key, field) in SERIES.items():
        if (name := getattr(fits_to, key)) is not None:
            out[NAMES[state]] = monthly_series(view, name, field).window(first - SHOWN_BEFORE, first)
    return out


def _called(roles: Roles) -> dict[str, str]:
    called = {
        "attacks": f"lethal events with {roles.group}",
        "deaths": f"deaths with {roles.group}",
        "deaths between the states": f"deaths between {roles.target} and {roles.host}",
    }
    if len(roles.rivals) > 1:
        called["deaths by other rivals"] = f"deaths with {roles.rivals[1]}"
    return called


def _observed(view: View, first: Month, end: Month) -> dict[str, Floats]:
    fits_to = model_of(view.definition).fits_to
    later = View(view.case, month_interval(end - 1).last)
    out = {}
    for state, (key, field) in SERIES.items():
        name = getattr(fits_to, key)
        if name is not None:
            out[state] = monthly_series(later, name, field).window(first, end)
    if fits_to is not None and fits_to.interstate is not None:
        events = monthly_series(later, fits_to.interstate, "events").window(first, end)
        out["fighting"] = np.where(np.isnan(events), np.nan, events > 0)
    for state, counts in out.items():
        if np.isnan(counts).any():
            missing = month_label(first + int(np.flatnonzero(np.isnan(counts))[0]))
            raise BadForecast(
                f"{missing} has not been counted in the series of {state}; choose an earlier --until"
            )
    return out


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


def _simulated(
    played: Mapping[str, Mapping[str, Ensemble]],
    mixtures: Mapping[str, Mapping[str, float]],
    observed: Mapping[str, Floats],
) -> Iterator[Score]:
    for variant, ensembles in played.items():
        for model, weights in mixtures.items():
            for state in SERIES:
                if state in observed:
                    draws = mixture_draws(ensembles, weights, state)
                    yield scored(NAMES[state], variant, model, draws, observed[state])


def _benchmarks(view: View, observed: Mapping[str, Floats], months: int) -> Iterator[Score]:
    fits_to = model_of(view.definition).fits_to
    for state, (key, field) in SERIES.items():
        name = getattr(fits_to, key)
        if state in observed and name is not None:
            for model, draws in benchmark_draws(view, name, field, months).items():
                yield scored(NAMES[state], "none", model, draws, observed[state])


def _chances(
    view: View,
    played: Mapping[str, Mapping[str, Ensemble]],
    mixtures: Mapping[str, Mapping[str, float]],
    observed: Mapping[str, Floats],
) -> Iterator[Chance]:
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


def _totals(
    played: Mapping[str, Mapping[str, Ensemble]],
    mixtures: Mapping[str, Mapping[str, float]],
    observed: Mapping[str, Floats],
) -> Iterator[Total]:
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
