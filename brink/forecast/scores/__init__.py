"""Scores of a forecast distribution: one formula, one function, one reference."""

from brink.forecast.scores.binary import BrierParts, baseline_score, brier_parts, log_score, skill
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
from brink.forecast.scores.quantiles import crps_quantiles, log_crps_quantiles, quantile_at

__all__ = [
    "BrierParts",
    "ReliabilityBin",
    "baseline_score",
    "brier",
    "brier_parts",
    "central_interval",
    "chance_of_at_least",
    "covered",
    "crps_above",
    "crps_draws",
    "crps_quantiles",
    "crps_weighted",
    "ignorance",
    "interval_score",
    "interval_score_of_draws",
    "log_crps",
    "log_crps_quantiles",
    "log_score",
    "pit_histogram",
    "quantile_at",
    "reliability",
    "skill",
]
