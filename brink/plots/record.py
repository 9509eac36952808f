"""All figures of a hindcast, in the order in which an analyst asks."""

from __future__ import annotations

from brink.play.fit.record import Hindcast
from brink.plots.figure import Figure
from brink.plots.record_fan import record_fan
from brink.plots.record_pit import record_pit
from brink.plots.record_scores import record_scores


def record_figures(found: Hindcast) -> tuple[Figure, ...]:
    """Scores beside other forecasts, each series as foretold and as it came, and where what came fell."""
    return (record_scores(found), *(record_fan(found, series) for series in found.series), record_pit(found))
