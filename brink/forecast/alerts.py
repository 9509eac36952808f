"""Which countries or dyads to look at next: chances of escalation, and how such alerts did in the past."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import Month, month_number
from brink.errors import BadForecast
from brink.forecast.escalation import AHEAD_MONTHS, escalated, signs, surged
from brink.forecast.panel import Panel

Floats = NDArray[np.float64]

RIDGE = 150.0
"""Penalty on squared weights of standardised signs; chosen on 2006 to 2015."""
WARM_UP = 36
"""First months of a panel that teach nothing, for lack of history."""
NEWTON_STEPS, CLOSE = 30, 1e-6
BUDGET = 5
"""Alerts a month that somebody can look into."""


@dataclass(frozen=True, slots=True)
class Warner:
    """A logistic regression on the signs of escalation, fitted to what had been seen by a month."""

    means: Floats
    spreads: Floats
    weights: Floats

    def chances(self, signs_now: Floats) -> Floats:
        """Chance that the next three months reach the bar; the last axis of `signs_now` are the signs."""
        standard = (signs_now - self.means) / self.spreads
        return _logistic(self.weights[0] + standard @ self.weights[1:])


@dataclass(frozen=True, slots=True)
class Track:
    """How alerts did: share that came true, share of escalations announced, alerts a month."""

    precision: float
    recall: float
    alerts_a_month: float


def fitted(signs_of: Floats, happened: Floats, *, known: int) -> Warner:
    """Fit to the months before column `known` whose three months after were over by then.

    `signs_of` has shape (n_units, n_months, n_signs), `happened` (n_units, n_months).

    Raises
    ------
    BadForecast
        When nothing had escalated yet.
    """
    learnt = slice(WARM_UP, max(WARM_UP, known - AHEAD_MONTHS))
    rows = signs_of[:, learnt].reshape(-1, signs_of.shape[-1])
    seen = happened[:, learnt].ravel()
    if not seen.size or np.nansum(seen) == 0:
        raise BadForecast("no escalation had been seen by then to learn from; choose a later date")
    means, spreads = rows.mean(axis=0), rows.std(axis=0) + 1e-9
    return Warner(means, spreads, _ridge_logistic((rows - means) / spreads, seen))


def _ridge_logistic(standard: Floats, happened: Floats) -> Floats:
    """Weights, the constant first, that maximise the penalised likelihood (le Cessie and others 1992)."""
    rows = np.column_stack([np.ones(len(standard)), standard])
    penalty = np.diag([1e-6, *[RIDGE] * standard.shape[1]])
    weights = np.zeros(rows.shape[1])
    for _ in range(NEWTON_STEPS):
        chance = _logistic(rows @ weights)
        slope = rows.T @ (chance - happened) + penalty @ weights
        curve = (rows * (chance * (1 - chance))[:, None]).T @ rows + penalty
        step = np.linalg.solve(curve, slope)
        weights -= step
        if np.abs(step).max() < CLOSE:
            break
    return weights


def _logistic(x: Floats) -> Floats:
    return np.asarray(1 / (1 + np.exp(-np.clip(x, -30, 30))), dtype=np.float64)


@dataclass(frozen=True, slots=True)
class Alert:
    """A unit with its chance of escalation, and whether the surge rule fires for it too."""

    unit: str
    chance: float
    last_month: float
    trailing_mean: float
    surge: bool


def alerts(panel: Panel, month: Month, *, budget: int = BUDGET) -> list[Alert]:
    """The units most likely to escalate in the three months after `month`, likeliest first.

    Raises
    ------
    BadForecast
        When the panel does not reach the month, or nothing had been seen to learn from.
    """
    known = panel.until(month)
    found, happened = signs(known), escalated(known.counts)
    chance = fitted(found, happened, known=known.counts.shape[1]).chances(found[:, -1])
    surge = surged(known.counts)[:, -1]
    return [
        Alert(
            known.units[row].name,
            float(chance[row]),
            float(known.counts[row, -1]),
            float(known.counts[row, -12:].mean()),
            bool(surge[row]),
        )
        for row in np.argsort(-chance, kind="stable")[:budget]
    ]


def replayed(panel: Panel, first: int, last: int) -> tuple[Floats, Floats]:
    """Chances for every month of the years [first, last], refitted each January to what was over by then.

    Returns chances and what happened, shape (n_units, n_months) both, months whose three months after are
    not all known left out.
    """
    found, happened = signs(panel), escalated(panel.counts)
    chances = np.full(happened.shape, np.nan)
    for year in range(first, last + 1):
        start = month_number(year, 1) - panel.first
        warner = fitted(found[:, :start], happened[:, :start], known=start)
        chances[:, start : start + 12] = warner.chances(found[:, start : start + 12])
    kept = np.isfinite(chances).all(axis=0) & np.isfinite(happened).all(axis=0)
    return chances[:, kept], happened[:, kept]


def at_budget(chances: Floats, happened: Floats, *, budget: int = BUDGET) -> Track:
    """The track of the `budget` likeliest units of each month."""
    rows = np.argsort(-chances, axis=0, kind="stable")[:budget]
    return _track(np.take_along_axis(happened, rows, axis=0), happened)


def at_recall(chances: Floats, happened: Floats, *, recall: float) -> Track:
    """The track of one threshold for all months, at which so many escalations are announced."""
    order = np.argsort(-chances.ravel(), kind="stable")
    hits = happened.ravel()[order]
    enough = int(np.searchsorted(np.cumsum(hits), recall * hits.sum()))
    return _track(hits[: enough + 1], happened)


def of_rule(panel: Panel, first: int, last: int) -> Track:
    """The track of the surge rule over the years [first, last]."""
    happened = escalated(panel.counts)
    months = slice(month_number(first, 1) - panel.first, month_number(last, 12) + 1 - panel.first)
    fired, came = surged(panel.counts)[:, months], happened[:, months]
    kept = np.isfinite(came).all(axis=0)
    return _track(came[:, kept][fired[:, kept]], came[:, kept])


def _track(came_true: Floats, happened: Floats) -> Track:
    return Track(
        precision=float(came_true.mean()) if came_true.size else 0.0,
        recall=float(came_true.sum() / happened.sum()),
        alerts_a_month=came_true.size / happened.shape[1],
    )
