"""UCDP tables: rows of the Georeferenced Event Dataset, or monthly counts made from them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brink.code.rows import Count, Place, PlacePrecision
from brink.dates import DateInterval
from brink.errors import BadImport
from brink.exchange.countries import country_code
from brink.exchange.imported import Imported, RowIncident
from brink.exchange.monthly import monthly
from brink.exchange.user_table import UserTable, read_table

if TYPE_CHECKING:
    import polars as pl

VIOLENCE = {
    1: ("sb", "state-based conflict"),
    2: ("ns", "non-state conflict"),
    3: ("os", "one-sided violence"),
}
"""type_of_violence, as the GED codebook numbers it."""
WHERE: dict[int, PlacePrecision] = {
    1: "point", 2: "town", 3: "district", 4: "province", 5: "province", 6: "country", 7: "region",
}  # fmt: skip
"""where_prec, as the codebook numbers it: 2 is within about 25 km, 5 a stretch, 7 waters or air."""
SIDES = "UCDP names two sides and not who struck; side_a stands as actor, side_b as recipient"
WHEN = {1: "day", 2: "2 to 6 days", 3: "week", 4: "month", 5: "more than a month"}
"""date_prec, as the codebook numbers it."""

NAMED: dict[str, PlacePrecision] = {
    "where_coordinates": "point", "adm_2": "district", "adm_1": "province", "country": "country",
}  # fmt: skip
"""Columns that name a place, the finest first, and the size of what each names at best."""
_SIZES: tuple[PlacePrecision, ...] = ("point", "town", "district", "province", "country", "region")

EVENTS = ("id", "type_of_violence", "side_a", "side_b", "date_start", "date_end", "best", "low", "high")
DYAD_MONTHS = ("dyad_id", "type", "year", "month", "events", "deaths")
KINDS = ("sb", "ns", "os")
COUNTS = tuple(f"{kind}_{count}" for kind in KINDS for count in ("events", "deaths"))
COUNTRY_MONTHS = ("gwno", "country", "year", "month", *COUNTS)


def import_ucdp(path: Path) -> Imported:
    """A UCDP file as monthly series and, for event rows, as incidents.

    Events belong to the month of their first day. Monthly tables by dyad (`dyad_id, type,
    year, month, events, deaths`) or by country (`gwno, country, year, month, sb_events, …`)
    yield series alone.

    Raises
    ------
    BadImport
        When the file cannot be read or lacks a column, which is named.
    """
    table = read_table(path)
    if "date_start" in table.columns or not {"year", "month"} <= table.columns:
        return _events(table)
    if "dyad_id" in table.columns:
        return _dyad_months(table)
    return _country_months(table)


def _events(table: UserTable) -> Imported:
    table.require(EVENTS, what="a table of UCDP events")
    optional = [name for name in ("where_prec", "date_prec") if name in table.columns]
    spots = [name for name in ("latitude", "longitude") if name in table.columns]
    table = table.numbers(("type_of_violence", "best", "low", "high", *optional))
    table = table.numbers(spots, whole=False).dates(("date_start", "date_end"))
    _check(table)
    return Imported(
        dataset="ucdp",
        file=table.file,
        file_digest=table.digest,
        rows=len(table.frame),
        monthly=monthly(table, _counted(table), dataset="ucdp"),
        notes=("events count in the month of their first day",),
        make_incidents=partial(_incidents, table),
    )


def _check(table: UserTable) -> None:
    frame = table.frame
    for column in ("id", "type_of_violence", "date_start", "date_end", "best", "low", "high"):
        empty = frame[column].is_null().arg_true()
        if len(empty):
            raise BadImport(f"{table.file}, row {int(empty[0]) + 1}: {column} is empty")
    unknown = (~frame["type_of_violence"].is_in(list(VIOLENCE))).arg_true()
    if len(unknown):
        row = int(unknown[0])
        given = frame["type_of_violence"][row]
        raise BadImport(f"{table.file}, row {row + 1}: type_of_violence is {given}; 1, 2 and 3 are known")
    late = (frame["date_end"] < frame["date_start"]).arg_true()
    if len(late):
        raise BadImport(f"{table.file}, row {int(late[0]) + 1}: date_end is before date_start")


def _counted(table: UserTable) -> pl.DataFrame:
    """Each event once for its dyad and once for its country."""
    import polars as pl

    frame = table.frame
    kind = pl.col("type_of_violence").replace_strict({code: short for code, (short, _) in VIOLENCE.items()})
    sides = pl.concat_str(["side_a", "side_b"], separator=" - ", ignore_nulls=True)
    dyad = pl.col("dyad_new_id") if "dyad_new_id" in table.columns else sides
    named = pl.col("dyad_name") if "dyad_name" in table.columns else sides
    counts = [
        pl.col("date_start").dt.truncate("1mo").alias("month"),
        pl.col("best").alias("deaths"),
        pl.col("low").alias("deaths_low"),
        pl.col("high").alias("deaths_high"),
    ]
    by_dyad = frame.select(
        pl.lit("dyad").alias("by"),
        pl.format("ucdp-dyad-{}-{}", dyad, kind).alias("series"),
        named.alias("label"),
        *counts,
    )
    if "country" not in table.columns:
        return by_dyad
    country = pl.col("country_id") if "country_id" in table.columns else pl.col("country")
    by_country = frame.select(
        pl.lit("country").alias("by"),
        pl.format("ucdp-country-{}-{}", country, kind).alias("series"),
        pl.format("{}, {}", "country", kind).alias("label"),
        *counts,
    )
    return pl.concat([by_dyad, by_country])


def _incidents(table: UserTable) -> Iterator[RowIncident]:
    for row in table.frame.iter_rows(named=True):
        meaning = VIOLENCE[row["type_of_violence"]][1]
        where, when = row.get("where_prec"), row.get("date_prec")
        because = [f"type_of_violence {row['type_of_violence']}: {meaning}, coded ASSAULT"]
        because += [] if row["type_of_violence"] == 3 else [SIDES]
        because += [f"where_prec {where}: {WHERE.get(where, 'region')}"] if where else []
        because += [f"date_prec {when}: {WHEN.get(when, 'unknown')}"] if when else []
        low, high = sorted((row["low"], row["high"]))
        yield RowIncident(
            id=f"ucdp-{row['id']}",
            dataset="ucdp",
            file=table.file,
            file_digest=table.digest,
            row_id=str(row["id"]),
            type="ASSAULT",
            mode=None,
            actors=(row["side_a"],) if row["side_a"] else (),
            recipients=(row["side_b"],) if row["side_b"] else (),
            date=DateInterval(row["date_start"], row["date_end"] + timedelta(days=1)),
            place=_place(row),
            killed=Count(low, high),
            best=row["best"],
            notes=row.get("source_article") or None,
            because=tuple(because),
        )


def _place(row: dict[str, Any]) -> Place | None:
    """The finest place named, with the coarser of its own size and where_prec."""
    named = next((column for column in NAMED if row.get(column)), None)
    if named is None:
        return None
    precision = max(NAMED[named], WHERE.get(row.get("where_prec") or 0, "region"), key=_SIZES.index)
    country = country_code(row.get("country"))
    return Place(row[named], country, row.get("latitude"), row.get("longitude"), precision)


def _dyad_months(table: UserTable) -> Imported:
    import polars as pl

    table.require(DYAD_MONTHS, what="a UCDP table of dyad-months")
    table = table.numbers(("year", "month", "events", "deaths"))
    label = pl.col("dyad_name") if "dyad_name" in table.columns else pl.col("dyad_id")
    counted = table.frame.select(
        pl.lit("dyad").alias("by"),
        pl.format("ucdp-dyad-{}-{}", "dyad_id", "type").alias("series"),
        label.alias("label"),
        pl.date("year", "month", 1).alias("month"),
        "events",
        "deaths",
    )
    return _of_months(table, counted)


def _country_months(table: UserTable) -> Imported:
    import polars as pl

    table.require(COUNTRY_MONTHS, what="a UCDP table of country-months")
    table = table.numbers(("year", "month", *COUNTS))
    parts = [
        table.frame.select(
            pl.lit("country").alias("by"),
            pl.format("ucdp-country-{}-{}", "gwno", pl.lit(kind)).alias("series"),
            pl.format("{}, {}", "country", pl.lit(kind)).alias("label"),
            pl.date("year", "month", 1).alias("month"),
            pl.col(f"{kind}_events").alias("events"),
            pl.col(f"{kind}_deaths").alias("deaths"),
        ).filter(pl.col("events") > 0)
        for kind in KINDS
    ]
    return _of_months(table, pl.concat(parts))


def _of_months(table: UserTable, counted: pl.DataFrame) -> Imported:
    if counted["month"].null_count():
        raise BadImport(f"{table.file}: year and month do not make a month in every row")
    return Imported(
        dataset="ucdp",
        file=table.file,
        file_digest=table.digest,
        rows=len(table.frame),
        monthly=monthly(table, counted, dataset="ucdp"),
        notes=("a table of monthly counts: it holds no incidents",),
        make_incidents=partial(iter, ()),
    )
