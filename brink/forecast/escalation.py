"""When a conflict counts as escalating, and what was known of it before."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from brink.forecast.panel import Measure, Panel, Violence, world
from brink.forecast.smoothing import weighted_level

Floats = NDArray[np.float64]

TRAILING_MONTHS, AHEAD_MONTHS = 12, 3
FLOOR, FACTOR = 25.0, 2.0
"""Deaths a month, and times the trailing mean: both are to be reached by the mean of the months ahead."""


def trailing_mean(deaths: Floats) -> Floats:
    """Mean over twelve months up to each, itself included.

    `deaths` and the result have shape (n_units, n_months); before the first month is peace.
    """
    sums = np.cumsum(np.pad(deaths, ((0, 0), (TRAILING_MONTHS, 0))), axis=1)
    return np.asarray((sums[:, TRAILING_MONTHS:] - sums[:, :-TRAILING_MONTHS]) / TRAILING_MONTHS)


def bar(deaths: Floats) -> Floats:
    """What the mean of the next three months must reach: 25 and twice the trailing twelve-month mean.

    `deaths` and the result have shape (n_units, n_months).
    """
    return np.maximum(FLOOR, FACTOR * trailing_mean(deaths))


def escalated(deaths: Floats) -> Floats:
    """1 where the three months after reached the bar, 0 where not, nan where they are not all known."""
    out = np.full(deaths.shape, np.nan)
    sums = np.cumsum(np.pad(deaths, ((0, 0), (1, 0))), axis=1)
    ahead = (sums[:, AHEAD_MONTHS + 1 :] - sums[:, 1:-AHEAD_MONTHS]) / AHEAD_MONTHS
    out[:, :-AHEAD_MONTHS] = ahead >= bar(deaths)[:, :-AHEAD_MONTHS]
    return out


def surged(deaths: Floats) -> NDArray[np.bool_]:
    """The rule to beat: the last month reached 25 and twice the trailing mean, itself included."""
    return np.asarray(deaths >= bar(deaths))


def signs(panel: Panel) -> Floats:
    """What was known of every unit at every month: shape (n_units, n_months, n_signs).

    Levels and trends of deaths and events over one to 100 months, peaks, share of months with deaths,
    unevenness, how near each is to the bar; of countries also non-state and one-sided deaths. All look back.
    """
    deaths = panel.counts
    found = [*_of_deaths(deaths), *_of_events(_beside(panel, "events", panel.violence))]
    if panel.kind == "country":
        others: tuple[Violence, ...] = ("ns", "os")
        for kind in others:
            other = _beside(panel, "deaths", kind)
            found += [np.log1p(weighted_level(other, half_life=h)) for h in (3.0, 12.0)]
    return np.stack(found, axis=-1)


def _beside(panel: Panel, measure: Measure, violence: Violence) -> Floats:
    """Another count of the same units over the same months."""
    shipped = world(panel.kind, measure=measure, violence=violence)
    start = panel.first - shipped.first
    return shipped.counts[:, start : start + panel.counts.shape[1]]


def _of_deaths(deaths: Floats) -> list[Floats]:
    level = {h: weighted_level(deaths, half_life=h) for h in (1.0, 2.0, 4.0, 9.0, 30.0, 100.0)}
    needed = bar(deaths)
    year, years = _peak(deaths, 12), _peak(deaths, 60)
    before = np.pad(level[4.0], ((0, 0), (1, 0)))[:, :-1]
    return [
        *(np.log1p(each) for each in (deaths, level[2.0], level[4.0], level[9.0], level[30.0], level[100.0])),
        *(_ratio(level[a], level[b]) for a, b in ((1.0, 4.0), (2.0, 9.0), (4.0, 30.0))),
        *(weighted_level((deaths > 0).astype(np.float64), half_life=h) for h in (8.0, 40.0)),
        np.sqrt(weighted_level(_ratio(deaths, before) ** 2, half_life=12.0)),
        *(_ratio(each, needed) for each in (deaths, level[1.0], level[2.0], year, years)),
        np.log(needed),
    ]


def _of_events(events: Floats) -> list[Floats]:
    level = {h: weighted_level(events, half_life=h) for h in (1.0, 2.0, 4.0, 12.0)}
    return [
        *(np.log(each + 0.5) for each in level.values()),
        np.log((level[1.0] + 1) / (level[4.0] + 1)),
        np.log((level[2.0] + 1) / (level[12.0] + 1)),
    ]


def _ratio(a: Floats, b: Floats) -> Floats:
    return np.asarray(np.log((a + 2) / (b + 2)), dtype=np.float64)


def _peak(counts: Floats, months: int) -> Floats:
    """Highest count of the last so many months."""
    padded = np.pad(counts, ((0, 0), (months - 1, 0)))
    return np.asarray(np.lib.stride_tricks.sliding_window_view(padded, months, axis=1).max(axis=-1))
