"""What every score takes: draws along the last axis, and the count observed for each."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from brink.errors import BadForecast

Floats = NDArray[np.float64]


def paired(draws: ArrayLike, observed: ArrayLike) -> tuple[Floats, Floats]:
    """Draws of shape (..., M) and observations of shape (...), as floats.

    Raises
    ------
    BadForecast
        When there are no draws, shapes do not fit, or a draw is not a number.
    """
    forecast = np.asarray(draws, dtype=np.float64)
    seen = np.asarray(observed, dtype=np.float64)
    if forecast.ndim == 0 or forecast.shape[-1] == 0:
        raise BadForecast("a forecast needs at least one draw along its last axis")
    if forecast.shape[:-1] != seen.shape:
        raise BadForecast(
            f"draws of shape {forecast.shape} need observations of shape {forecast.shape[:-1]}, "
            f"not {seen.shape}; draws are the last axis"
        )
    if not np.isfinite(forecast).all():
        raise BadForecast("a draw is not a finite number")
    return forecast, seen
