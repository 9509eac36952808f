"""Monthly series of a case, cut at the as-of date."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import Month, last_whole_month, month_label, month_number, parse_month
from brink.errors import BadDefinition, NotInCase, nearest

if TYPE_CHECKING:
    import polars as pl

    from brink.case.parts.reporting import SeriesKey
    from brink.case.view import View


@dataclass(frozen=True, slots=True)
class MonthlySeries:
    """Counts month by month, without a gap in time.

    `counts` has shape (n_months,); a month the source does not report is nan, one it
    reports as empty is 0. `first` is the month of `counts[0]`.
    """

    id: str
    field: str
    meaning: str
    unit: str
    source: str
    first: Month
    counts: NDArray[np.float64]

    @property
    def name(self) -> str:
        """`ucdp-ttp deaths`."""
        return f"{self.id} {self.field}"

    @property
    def end(self) -> Month:
        """The month after the last."""
        return self.first + len(self.counts)

    def window(self, start: Month, end: Month) -> NDArray[np.float64]:
        """Counts of months [start, end); nan outside what the series covers."""
        out = np.full(max(0, end - start), np.nan)
        low, high = max(start, self.first), min(end, self.end)
        if low < high:
            out[low - start : high - start] = self.counts[low - self.first : high - self.first]
        return out

    def as_rows(self) -> list[dict[str, object]]:
        """One row a known month: `month`, `value`."""
        known = np.flatnonzero(~np.isnan(self.counts))
        return [{"month": month_label(self.first + int(i)), "value": float(self.counts[i])} for i in known]


def series_key(view: View, series_id: str) -> SeriesKey:
    """The definition's entry for a series.

    Raises
    ------
    NotInCase
        When the case has no series of that id.
    """
    keys: Mapping[str, SeriesKey] = {key.id: key for key in view.definition.series}
    if series_id not in keys:
        known = f" (series: {', '.join(keys)})" if keys else "; its case.yaml lists none under series:"
        raise NotInCase(f"no series {series_id!r} in {view.title}{nearest(series_id, keys)}{known}")
    return keys[series_id]


def monthly_series(view: View, series_id: str, field: str | None = None) -> MonthlySeries:
    """A series of the case up to the last month that had ended by the as-of date.

    `field` is one of the entry's `values`, by default its first. Months without a row are 0
    between the file's first and last month when the entry says `absent: zero`, else unknown.

    Raises
    ------
    NotInCase
        When the case has no such series or field, or was opened without its files.
    BadDefinition
        When the file cannot be read as a monthly table.
    """
    key = series_key(view, series_id)
    field = field or key.values[0]
    if field not in key.values:
        raise NotInCase(
            f"series {series_id!r} has no {field!r}{nearest(field, key.values)} "
            f"(values: {', '.join(key.values)})"
        )
    return _cut(_whole(view, key, field), last_whole_month(view.as_of) + 1)


def every_monthly_series(view: View) -> list[MonthlySeries]:
    """All fields of all monthly series of the case; yearly tables are left out."""
    return [
        monthly_series(view, key.id, field)
        for key in view.definition.series
        if "month" in _table(_path(view, key), key).columns
        for field in key.values
    ]


def _whole(view: View, key: SeriesKey, field: str) -> MonthlySeries:
    table = _table(_path(view, key), key)
    months = _months(table, key)
    counts = _column(table, field, key)
    rows = _chosen(table, key)
    first, end = int(months.min()), int(months.max()) + 1
    dense = np.full(end - first, 0.0 if key.absent == "zero" else np.nan)
    for month, value in zip(months[rows], counts[rows], strict=True):
        at = int(month) - first
        dense[at] = value if np.isnan(dense[at]) else dense[at] + value
    return MonthlySeries(key.id, field, key.meaning, key.unit, key.grounds, first, dense)


def _cut(series: MonthlySeries, end: Month) -> MonthlySeries:
    kept = max(0, min(len(series.counts), end - series.first))
    return MonthlySeries(
        series.id,
        series.field,
        series.meaning,
        series.unit,
        series.source,
        series.first,
        series.counts[:kept],
    )


def _path(view: View, key: SeriesKey) -> Path:
    if view.case.series is None:
        raise NotInCase(
            f"series {key.id!r} is in {key.file}, but this case has no series/ folder here; open its folder"
        )
    path = view.case.series / key.file
    if not path.is_file():
        raise BadDefinition(f"series {key.id!r} names {key.file}, which is not in {view.case.series}")
    return path


def _table(path: Path, key: SeriesKey) -> pl.DataFrame:
    import polars as pl

    try:
        seen = path.stat()
        return _read(path, seen.st_mtime_ns, seen.st_size)
    except (pl.exceptions.PolarsError, OSError) as wrong:
        raise BadDefinition(f"series {key.id!r}: {path.name} cannot be read as a table: {wrong}") from None


@lru_cache(maxsize=16)
def _read(path: Path, changed: int, size: int) -> pl.DataFrame:
    """A table, read once as long as its file stays as it is."""
    del changed, size
    import polars as pl

    if path.suffix == ".parquet":
        return pl.read_parquet(path)
    return pl.read_csv(path, infer_schema_length=None)


def _months(table: pl.DataFrame, key: SeriesKey) -> NDArray[np.int64]:
    columns = set(table.columns)
    if {"year", "month"} <= columns:
        years, months = table["year"].to_numpy(), table["month"].to_numpy()
        return np.array([month_number(int(y), int(m)) for y, m in zip(years, months, strict=True)])
    if "month" in columns:
        try:
            return np.array([parse_month(str(text)) for text in table["month"]])
        except ValueError as wrong:
            raise BadDefinition(f"series {key.id!r} in {key.file}: {wrong}") from None
    raise BadDefinition(
        f"series {key.id!r} in {key.file} has no months; columns year and month, or month as 2022-12, are "
        f"needed (columns: {', '.join(table.columns)})"
    )


def _column(table: pl.DataFrame, field: str, key: SeriesKey) -> NDArray[np.float64]:
    import polars as pl

    if field not in table.columns:
        raise BadDefinition(
            f"series {key.id!r}: {key.file} has no column {field!r}{nearest(field, table.columns)} "
            f"(columns: {', '.join(table.columns)})"
        )
    return table[field].cast(pl.Float64, strict=False).fill_null(float("nan")).to_numpy()


def _chosen(table: pl.DataFrame, key: SeriesKey) -> NDArray[np.bool_]:
    chosen = np.ones(table.height, dtype=bool)
    for column, value in key.where.items():
        if column not in table.columns:
            raise BadDefinition(
                f"series {key.id!r}: {key.file} has no column {column!r}{nearest(column, table.columns)}"
            )
        chosen &= (table[column] == value).fill_null(False).to_numpy()
    return chosen
