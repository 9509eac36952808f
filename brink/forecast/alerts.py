"""Which countries or dyads to look at next: chances of what is warned of, and how such alerts did."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import Month, month_number
from brink.errors import BadForecast
from brink.forecast.escalation import AHEAD_MONTHS, signs
from brink.forecast.panel import Panel
from brink.forecast.warned import ESCALATION, Warned

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

RIDGE = 150.0
"""Penalty on squared weights of standardised signs; chosen for escalation on 2006 to 2015."""
NOWHERE = -1.0
"""Stands for the chance where what is warned of cannot come."""
WARM_UP = 36
"""First months of a panel that teach nothing, for lack of history."""
NEWTON_STEPS, CLOSE = 30, 1e-6
BUDGET = 5
"""Alerts a month that somebody can look into."""


@dataclass(frozen=True, slots=True)
class Warner:
    """A logistic regression on signs of the past, fitted to what had been seen by a month."""

    means: Floats
    spreads: Floats
    weights: Floats

    def chances(self, signs_now: Floats) -> Floats:
        """Chance that it comes; the last axis of `signs_now` are the signs."""
        standard = (signs_now - self.means) / self.spreads
        return _logistic(self.weights[0] + standard @ self.weights[1:])


@dataclass(frozen=True, slots=True)
class Track:
    """How alerts did: share that came true, share of what came that was announced, alerts a month."""

    precision: float
    recall: float
    alerts_a_month: float


def fitted(
    signs_of: Floats,
    happened: Floats,
    *,
    known: int,
    ahead: int = AHEAD_MONTHS,
    possible: Flags | None = None,
) -> Warner:
    """Fit to the months before column `known` whose `ahead` months after were over by then.

    `signs_of` has shape (n_units, n_months, n_signs), `happened` and `possible` (n_units, n_months);
    only months where it was possible teach.

    Raises
    ------
    BadForecast
        When it had never come yet.
    """
    learnt = slice(WARM_UP, max(WARM_UP, known - ahead))
    rows = signs_of[:, learnt].reshape(-1, signs_of.shape[-1])
    seen = happened[:, learnt].ravel()
    if possible is not None:
        teaches = possible[:, learnt].ravel()
        rows, seen = rows[teaches], seen[teaches]
    if not seen.size or np.nansum(seen) == 0:
        raise BadForecast("nothing of the kind had been seen by then to learn from; choose a later date")
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
    """A unit with its chance, and whether the rule of thumb fires for it too."""

    unit: str
    chance: float
    last_month: float
    trailing_mean: float
    rule: bool


def alerts(panel: Panel, month: Month, *, budget: int = BUDGET, of: Warned = ESCALATION) -> list[Alert]:
    """The units where it is likeliest to come in the months after `month`, likeliest first.

    Raises
    ------
    BadForecast
        When the panel does not reach the month, or nothing had been seen to learn from.
    """
    known = panel.until(month)
    chance = _chances(known, of, first=known.counts.shape[1] - 1)[:, -1]
    rule = of.rule(known.counts)[:, -1]
    return [
        Alert(
            known.units[row].name,
            float(chance[row]),
            float(known.counts[row, -1]),
            float(known.counts[row, -12:].mean()),
            bool(rule[row]),
        )
        for row in np.argsort(-chance, kind="stable")[:budget]
        if chance[row] != NOWHERE
    ]


def _chances(panel: Panel, of: Warned, *, first: int) -> Floats:
    """Chances from column `first` on, by what had been seen up to the end of the panel."""
    found, happened, possible = signs(panel), of.happened(panel.counts), of.possible(panel.counts)
    warner = fitted(found, happened, known=panel.counts.shape[1], ahead=of.ahead, possible=possible)
    return np.where(possible[:, first:], warner.chances(found[:, first:]), NOWHERE)


def replayed(panel: Panel, first: int, last: int, *, of: Warned = ESCALATION) -> tuple[Floats, Floats]:
    """Chances for every month of the years [first, last], refitted each January to what was over by then.

    Returns chances (`NOWHERE` where it could not come) and what happened, shape (n_units, n_months) both,
    months whose outcome is not known left out.
    """
    found, happened, possible = signs(panel), of.happened(panel.counts), of.possible(panel.counts)
    chances = np.full(happened.shape, np.nan)
    for year in range(first, last + 1):
        start = month_number(year, 1) - panel.first
        warner = fitted(
            found[:, :start], happened[:, :start], known=start, ahead=of.ahead, possible=possible[:, :start]
        )
        chances[:, start : start + 12] = warner.chances(found[:, start : start + 12])
    kept = np.isfinite(chances).all(axis=0) & np.isfinite(happened).all(axis=0)
    could = possible[:, kept]
    return np.where(could, chances[:, kept], NOWHERE), np.where(could, happened[:, kept], 0.0)


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


def of_rule(panel: Panel, first: int, last: int, *, of: Warned = ESCALATION) -> Track:
    """The track of the rule of thumb over the years [first, last]."""
    outcome = of.happened(panel.counts)
    happened = np.where(of.possible(panel.counts) | np.isnan(outcome), outcome, 0.0)
    months = slice(month_number(first, 1) - panel.first, month_number(last, 12) + 1 - panel.first)
    fired, came = of.rule(panel.counts)[:, months], happened[:, months]
    kept = np.isfinite(came).all(axis=0)
    return _track(came[:, kept][fired[:, kept]], came[:, kept])


def _track(came_true: Floats, happened: Floats) -> Track:
    return Track(
        precision=float(came_true.mean()) if came_true.size else 0.0,
        recall=float(came_true.sum() / happened.sum()),
        alerts_a_month=came_true.size / happened.shape[1],
    )
