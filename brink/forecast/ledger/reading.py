"""What a rule reads off a monthly series: known months, and what the window comes to."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from brink.case.series import MonthlySeries
from brink.dates.months import month_label, parse_month
from brink.errors import BadLedger
from brink.forecast.ledger.question import Reads

Floats = NDArray[np.float64]


def window_value(reads: Reads, series: MonthlySeries) -> float:
    """What the months of the rule come to: their total, mean, or highest month.

    Raises
    ------
    BadLedger
        When the series does not cover every month of the window, naming those it lacks.
    """
    first, end = parse_month(reads.first), parse_month(reads.last) + 1
    counts = series.window(first, end)
    missing = [month_label(first + int(i)) for i in np.flatnonzero(np.isnan(counts))]
    if missing:
        some = ", ".join(missing[:3]) + (f" and {len(missing) - 3} more" if len(missing) > 3 else "")
        raise BadLedger(f"{series.name} has no count for {some}")
    return float(taken(reads.take, counts))


def taken(take: str, counts: Floats) -> Floats:
    """Total, mean or highest month over the last axis."""
    if take == "total":
        return np.asarray(counts.sum(axis=-1), dtype=np.float64)
    if take == "mean":
        return np.asarray(counts.mean(axis=-1), dtype=np.float64)
    return np.asarray(counts.max(axis=-1), dtype=np.float64)


def says_yes(reads: Reads, values: float | Floats) -> NDArray[np.bool_]:
    """Whether values pass the threshold of a rule that asks yes or no."""
    if reads.at_least is not None:
        return np.asarray(np.asarray(values) >= reads.at_least)
    if reads.at_most is not None:
        return np.asarray(np.asarray(values) <= reads.at_most)
    raise BadLedger("this rule asks for a number, not for yes or no")
