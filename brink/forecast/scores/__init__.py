"""Scores of a forecast distribution: one formula, one function, one reference."""

from brink.forecast.scores.crps import crps_above, crps_draws, crps_weighted, log_crps
from brink.forecast.scores.ignorance import ignorance
from brink.forecast.scores.interval import (
    central_interval,
    covered,
    interval_score,
    interval_score_of_draws,
)
from brink.forecast.scores.pit import pit_histogram
from brink.forecast.scores.probability import ReliabilityBin, brier, chance_of_at_least, reliability

__all__ = [
    "ReliabilityBin",
    "brier",
    "central_interval",
    "chance_of_at_least",
    "covered",
    "crps_above",
    "crps_draws",
    "crps_weighted",
    "ignorance",
    "interval_score",
    "interval_score_of_draws",
    "log_crps",
    "pit_histogram",
    "reliability",
]
