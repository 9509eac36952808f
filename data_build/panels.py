"""Builds the world panels of monthly counts that ship in `brink/forecast/panels`.

    python data_build/panels.py FOLDER

FOLDER holds two tables summed from the events of the UCDP Georeferenced Event Dataset, version 26.1:
views_country_month_panel_1989_2025.parquet (country_id, gwcode, isoab, name, month_id, ged_sb, ged_ns,
ged_os, sb_n, ns_n, os_n) and ucdp_dyad_month_1989_2025.parquet (dyad_id, type, year, month, events,
deaths, dyad_name). Only months with events are kept: every other month of the coverage is a zero.
"""

from __future__ import annotations

import sys
from pathlib import Path

import polars as pl

OUT = Path(__file__).parents[1] / "brink" / "forecast" / "panels"
KINDS = ("sb", "ns", "os")


def countries(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Countries, and their months with events of any kind."""
    table = pl.read_parquet(folder / "views_country_month_panel_1989_2025.parquet")
    units = table.select(
        pl.col("country_id").cast(pl.Int16), pl.col("gwcode").cast(pl.Int16), "isoab", "name"
    ).unique()
    columns = [pl.col(f"ged_{k}").cast(pl.Int32).alias(f"{k}_deaths") for k in KINDS]
    columns += [pl.col(f"{k}_n").cast(pl.Int32).alias(f"{k}_events") for k in KINDS]
    months = table.select(pl.col("country_id", "month_id").cast(pl.Int16), *columns)
    kept = months.filter(pl.sum_horizontal(pl.exclude("country_id", "month_id")) > 0)
    return units.sort("country_id"), kept.sort("country_id", "month_id")


def dyads(folder: Path) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Dyads, and their months with events."""
    table = pl.read_parquet(folder / "ucdp_dyad_month_1989_2025.parquet")
    units = table.select(pl.col("dyad_id").cast(pl.Int32), "type", pl.col("dyad_name").alias("name")).unique()
    months = table.select(
        pl.col("dyad_id").cast(pl.Int32),
        ((pl.col("year") - 1980) * 12 + pl.col("month")).cast(pl.Int16).alias("month_id"),
        pl.col("deaths", "events").cast(pl.Int32),
    )
    return units.sort("dyad_id"), months.sort("dyad_id", "month_id")


def main(folder: Path) -> None:
    """Write the four tables."""
    for name, (units, months) in {"country": countries(folder), "dyad": dyads(folder)}.items():
        units.write_parquet(OUT / f"{name}.parquet", compression="zstd", compression_level=19)
        months.write_parquet(OUT / f"{name}_month.parquet", compression="zstd", compression_level=19)
        print(f"{name}: {units.height} units, {months.height} months with events")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
