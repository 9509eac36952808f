"""Tables as Parquet, with types, lists and dates kept."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from brink.case.view import View
from brink.exchange.tables import Column, Row, dictionary, tables


def write(view: View, out: Path) -> list[Path]:
    """One file a table, and `columns.parquet`, the data dictionary."""
    import polars as pl

    types: dict[str, Any] = {
        "text": pl.String,
        "texts": pl.List(pl.String),
        "integer": pl.Int64,
        "number": pl.Float64,
        "flag": pl.Boolean,
        "date": pl.Date,
    }

    def store(name: str, rows: list[Row], columns: tuple[Column, ...]) -> Path:
        path = out / f"{name}.parquet"
        pl.DataFrame(rows, schema={column.name: types[column.type] for column in columns}).write_parquet(path)
        return path

    written = [store(table, rows, dictionary()[table]) for table, rows in tables(view).items()]
    meanings: list[Row] = [
        {"table": table, "column": column.name, "type": column.type, "meaning": column.meaning}
        for table, columns in dictionary().items()
        for column in columns
    ]
    heading = tuple(Column(name, "text", "") for name in ("table", "column", "type", "meaning"))
    return [*written, store("columns", meanings, heading)]
