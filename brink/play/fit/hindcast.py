"""Play the years after the as-of date, and score them on what came, beside forecasts that know no model."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from brink.case.parts.model import Roles
from brink.case.series import monthly_series
from brink.case.view import View
from brink.dates.months import Month, last_whole_month, month_interval, month_label
from brink.errors import BadForecast, BadModel
from brink.play.engine import Ensemble, MoveTable, Pull, simulate
from brink.play.fit.bound import bind_case
from brink.play.fit.mixtures import NAMES, SERIES, benchmarks, chances, simulated, totals
from brink.play.fit.posterior import posterior_of
from brink.play.fit.record import Hindcast
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
SHOWN_BEFORE = 24
FAR_AHEAD = date(9000, 1, 1)
VARIANTS = ("own rules", "as it came")


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
    scores = [*simulated(played, mixtures, observed), *benchmarks(view, observed, end - first)]
    return Hindcast(
        as_of=view.as_of.isoformat(),
        first=first,
        end=end,
        observed=observed,
        scores=tuple(scores),
        chances=tuple(chances(view, played, mixtures, observed)),
        totals=tuple(totals(played, mixtures, observed)),
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
