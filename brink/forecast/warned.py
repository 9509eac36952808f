"""What alerts warn of: that a conflict escalates, or that one breaks out where it was quiet."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from brink.forecast.escalation import AHEAD_MONTHS, escalated, surged

Floats = NDArray[np.float64]
Flags = NDArray[np.bool_]

QUIET_MONTHS, ONSET_MONTHS = 24, 12
ONSET_DEATHS = 25.0
"""Fewer than this in 24 months together is quiet; as many in one month is an onset."""
STIRRING_MONTHS = 3


@dataclass(frozen=True, slots=True)
class Warned:
    """Something to be warned of; every function takes deaths of shape (n_units, n_months) and keeps it."""

    name: str
    said: str
    ahead: int
    """Months after which it is known whether it came."""
    happened: Callable[[Floats], Floats]
    """1 where it came within the months ahead, 0 where not, nan where that is not known yet."""
    possible: Callable[[Floats], Flags]
    """Where it can come at all."""
    rule: Callable[[Floats], Flags]
    """The rule of thumb to beat."""
    rule_name: str


def quiet(deaths: Floats) -> Flags:
    """Where the last 24 months, this one included, hold fewer than 25 deaths together."""
    sums = np.cumsum(np.pad(deaths, ((0, 0), (QUIET_MONTHS, 0))), axis=1)
    return np.asarray(sums[:, QUIET_MONTHS:] - sums[:, :-QUIET_MONTHS] < ONSET_DEATHS)


def broke_out(deaths: Floats) -> Floats:
    """1 where one of the next 12 months holds 25 deaths, 0 where none, nan where they are not all known."""
    out = np.full(deaths.shape, np.nan)
    if deaths.shape[1] > ONSET_MONTHS:
        ahead = np.lib.stride_tricks.sliding_window_view(deaths[:, 1:], ONSET_MONTHS, axis=1)
        out[:, :-ONSET_MONTHS] = ahead.max(axis=-1) >= ONSET_DEATHS
    return out


def stirring(deaths: Floats) -> Flags:
    """Where somebody was killed in the last three months, though it is quiet."""
    padded = np.pad(deaths, ((0, 0), (STIRRING_MONTHS - 1, 0)))
    recent = np.lib.stride_tricks.sliding_window_view(padded, STIRRING_MONTHS, axis=1).max(axis=-1) > 0
    return np.asarray(recent & quiet(deaths))


def _anywhere(deaths: Floats) -> Flags:
    return np.ones(deaths.shape, dtype=bool)


ESCALATION = Warned(
    name="escalation",
    said="reach 25 and twice the trailing mean, on average over the three months",
    ahead=AHEAD_MONTHS,
    happened=escalated,
    possible=_anywhere,
    rule=surged,
    rule_name="surge rule",
)
ONSET = Warned(
    name="onset",
    said="hold 25 deaths in one of the twelve months",
    ahead=ONSET_MONTHS,
    happened=broke_out,
    possible=quiet,
    rule=stirring,
    rule_name="rule: deaths in three months",
)
WARNED = {warned.name: warned for warned in (ESCALATION, ONSET)}
