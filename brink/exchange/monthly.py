"""Monthly series from counted rows, with what they were made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from brink.exchange.imported import Dataset
from brink.exchange.user_table import UserTable

if TYPE_CHECKING:
    import polars as pl

COLUMNS = (
    "dataset", "series", "by", "label", "month", "events", "deaths", "deaths_low", "deaths_high", "file",
    "file_digest",
)  # fmt: skip


def monthly(table: UserTable, counted: pl.DataFrame, *, dataset: Dataset) -> pl.DataFrame:
    """One row a series and month, sorted; a month without events has no row.

    `counted` has `by, series, label, month, deaths` and may have `events` (else each row is
    one event) and `deaths_low` and `deaths_high` (else unknown).
    """
    import polars as pl

    given = set(counted.columns)
    events = pl.col("events").sum() if "events" in given else pl.len()
    bounds = [
        pl.col(name).sum() if name in given else pl.lit(None, pl.Int64).alias(name)
        for name in ("deaths_low", "deaths_high")
    ]
    grouped = counted.group_by("by", "series", "month").agg(
        pl.col("label").sort().first(), events.cast(pl.Int64).alias("events"), pl.col("deaths").sum(), *bounds
    )
    origin = {"dataset": dataset, "file": table.file, "file_digest": table.digest}
    named = grouped.with_columns(pl.lit(value).alias(name) for name, value in origin.items())
    return named.select(COLUMNS).sort("by", "series", "month")
