"""Forecasts as files for others: draws in the form of the VIEWS challenge, quantiles in that of the hubs."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from brink.dates.months import month_interval
from brink.errors import BadExport
from brink.forecast.draws import DRAWS
from brink.forecast.series import SeriesForecast

HUB_COLUMNS = (
    "origin_date", "target", "horizon", "target_end_date", "location", "output_type",
    "output_type_id", "value",
)  # fmt: skip
HUB_LEVELS = (0.01, 0.025, *(round(0.05 * k, 2) for k in range(1, 20)), 0.975, 0.99)
"""The 23 levels of the forecast hubs (Cramer and others 2022, Scientific Data 9)."""


def write_draws(forecasts: Sequence[SeriesForecast], path: Path) -> None:
    """Parquet with `month_id, country_id, draw, outcome`, and `series, field` to tell several apart.

    `country_id` is the VIEWS id of a country; for a dyad the UCDP id of the dyad stands there, and for a
    series that is neither, -1.

    Raises
    ------
    BadExport
        When the file cannot be written.
    """
    import polars as pl

    parts = [
        pl.DataFrame(
            {
                "month_id": np.repeat(np.asarray(made.months, dtype=np.int32), DRAWS),
                "country_id": np.full(
                    len(made.months) * DRAWS, -1 if made.world.unit is None else made.world.unit
                ),
                "draw": np.tile(np.arange(DRAWS, dtype=np.int32), len(made.months)),
                "outcome": made.paths.ravel().astype(np.int64),
                "series": [made.past.id] * (len(made.months) * DRAWS),
                "field": [made.past.field] * (len(made.months) * DRAWS),
            }
        )
        for made in forecasts
    ]
    try:
        pl.concat(parts).write_parquet(path)
    except OSError as wrong:
        raise BadExport(f"cannot write {path}: {wrong}") from None


def write_quantiles(forecasts: Sequence[SeriesForecast], path: Path) -> None:
    """CSV in the hubs' form: one row a series, month and level.

    `horizon` is in months after `origin_date`, the last day of the last month known.

    Raises
    ------
    BadExport
        When the file cannot be written.
    """
    try:
        with path.open("w", encoding="utf-8", newline="") as file:
            rows = csv.writer(file, lineterminator="\n")
            rows.writerow(HUB_COLUMNS)
            for made in forecasts:
                rows.writerows(_quantile_rows(made))
    except OSError as wrong:
        raise BadExport(f"cannot write {path}: {wrong}") from None


def _quantile_rows(made: SeriesForecast) -> list[tuple[object, ...]]:
    origin = month_interval(made.last_known).last.isoformat()
    return [
        (
            origin,
            f"monthly {made.past.field}",
            month - made.last_known,
            month_interval(month).last.isoformat(),
            made.past.id,
            "quantile",
            level,
            f"{value:g}",
        )
        for month, draws in zip(made.months, made.paths, strict=True)
        for level, value in zip(HUB_LEVELS, np.quantile(draws, HUB_LEVELS), strict=True)
    ]
