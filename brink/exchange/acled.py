"""ACLED exports, read from the user's own file; Brink ships none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from brink.code.rows import Count, EventType, Mode, Place, PlacePrecision
from brink.dates import DateInterval
from brink.errors import BadImport
from brink.exchange.countries import country_code
from brink.exchange.imported import Imported, RowIncident
from brink.exchange.monthly import monthly
from brink.exchange.user_table import UserTable, read_table
from brink.shipped import shipped_yaml

if TYPE_CHECKING:
    import polars as pl

COLUMNS = (
    "event_id_cnty", "event_date", "event_type", "sub_event_type", "actor1", "actor2", "country",
    "fatalities",
)  # fmt: skip
WHERE: dict[int, PlacePrecision] = {1: "town", 2: "district", 3: "province"}
"""geo_precision, as the codebook numbers it."""
WHEN = {1: "day", 2: "week", 3: "month"}
"""time_precision, as the codebook numbers it."""


def import_acled(path: Path) -> Imported:
    """An ACLED export as monthly series by country and event type, and as incidents.

    Raises
    ------
    BadImport
        When the file cannot be read, lacks a column, or knows none of ACLED's sub-event types.
    """
    table = read_table(path)
    table.require(COLUMNS, what="an ACLED export")
    optional = [name for name in ("time_precision", "geo_precision") if name in table.columns]
    spots = [name for name in ("latitude", "longitude") if name in table.columns]
    table = table.numbers(("fatalities", *optional)).numbers(spots, whole=False).dates(("event_date",))
    _check(table)
    return Imported(
        dataset="acled",
        file=table.file,
        file_digest=table.digest,
        rows=len(table.frame),
        monthly=monthly(table, _counted(table), dataset="acled"),
        notes=tuple(_notes(table)),
        make_incidents=partial(_incidents, table),
    )


@cache
def sub_event_types() -> dict[str, tuple[EventType | None, Mode | None]]:
    """PLOVER type and mode of each ACLED sub-event type; no type means no incident."""
    listed = shipped_yaml("brink.exchange", "acled_types.yaml")
    return {name: (type_, mode) for name, (type_, mode) in listed.items()}


def _coded(sub_event_type: str) -> tuple[EventType | None, Mode | None]:
    return sub_event_types().get(sub_event_type, (None, None))


def _notes(table: UserTable) -> Iterator[str]:
    """What a reader of the import should know; sub-event types that are not known are named."""
    yield "deaths are ACLED's fatalities"
    counted = Counter(table.frame["sub_event_type"].to_list())
    idle = sum(times for name, times in counted.items() if name in sub_event_types() and not _coded(name)[0])
    if idle:
        yield f"{idle} rows without a deed, such as changes of groups, make no incident"
    for name, times in sorted(counted.items()):
        if name not in sub_event_types():
            yield f"{times} rows of unknown sub_event_type {name!r} make no incident"


def _check(table: UserTable) -> None:
    for column in ("event_id_cnty", "event_date", "sub_event_type", "fatalities"):
        empty = table.frame[column].is_null().arg_true()
        if len(empty):
            raise BadImport(f"{table.file}, row {int(empty[0]) + 1}: {column} is empty")
    given = set(table.frame["sub_event_type"])
    if not given & set(sub_event_types()):
        raise BadImport(
            f"{table.file}: no sub_event_type is one of ACLED's; given are {', '.join(sorted(given)[:10])}; "
            f"known are {', '.join(sub_event_types())}"
        )


def _counted(table: UserTable) -> pl.DataFrame:
    import polars as pl

    return table.frame.select(
        pl.lit("country and type").alias("by"),
        pl.format("acled-{}-{}", "country", "event_type").alias("series"),
        pl.format("{}, {}", "country", "event_type").alias("label"),
        pl.col("event_date").dt.truncate("1mo").alias("month"),
        pl.col("fatalities").alias("deaths"),
    )


def _incidents(table: UserTable) -> Iterator[RowIncident]:
    for row in table.frame.iter_rows(named=True):
        type_, mode = _coded(row["sub_event_type"])
        if type_ is None:
            continue
        when = row.get("time_precision") or 1
        yield RowIncident(
            id=f"acled-{row['event_id_cnty']}",
            dataset="acled",
            file=table.file,
            file_digest=table.digest,
            row_id=row["event_id_cnty"],
            type=type_,
            mode=mode,
            actors=(row["actor1"],) if row["actor1"] else (),
            recipients=(row["actor2"],) if row["actor2"] else (),
            date=_days(row["event_date"], when),
            place=_place(row),
            killed=Count(row["fatalities"], row["fatalities"]),
            best=row["fatalities"],
            notes=row.get("notes") or None,
            because=(
                f"sub_event_type {row['sub_event_type']} is coded {type_}" + (f" ({mode})" if mode else ""),
                f"time_precision {when}: {WHEN.get(when, 'unknown')}",
            ),
        )


def _days(on: date, precision: int) -> DateInterval:
    """The day, the seven days around it, or its month, as far as the date is known."""
    if precision == 1:
        return DateInterval.day(on)
    if precision == 2:
        return DateInterval(on - timedelta(days=3), on + timedelta(days=4))
    return DateInterval.month(on.year, on.month)


def _place(row: dict[str, Any]) -> Place | None:
    names = (row.get(column) for column in ("location", "admin2", "admin1", "country"))
    name = next((name for name in names if name), None)
    if name is None:
        return None
    precision = WHERE.get(row.get("geo_precision") or 0, "region")
    return Place(name, country_code(row.get("country")), row.get("latitude"), row.get("longitude"), precision)
