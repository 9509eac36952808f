"""Tables as CSV that spreadsheets open unharmed."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from brink.case.view import View
from brink.exchange.tables import dictionary, tables

GUARD = "'"
"""Put before text that a spreadsheet would take for a formula; it is no part of the text."""
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def write(view: View, out: Path) -> list[Path]:
    """One file a table, and `columns.csv`, the data dictionary."""
    written = []
    for table, rows in tables(view).items():
        columns = [column.name for column in dictionary()[table]]
        cells = ([row[name] for name in columns] for row in rows)
        written.append(_write(out / f"{table}.csv", columns, cells))
    meanings = [
        (table, column.name, column.type, column.meaning)
        for table, columns in dictionary().items()
        for column in columns
    ]
    return [*written, _write(out / "columns.csv", ("table", "column", "type", "meaning"), meanings)]


def guarded(value: Any) -> Any:
    """A cell: lists joined, dates in ISO, flags as true and false, formulas made harmless."""
    if isinstance(value, (list, tuple)):
        value = "; ".join(str(part) for part in value)
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date):
        return value.isoformat()
    # A lone sign is what ties are marked with, and no formula.
    if isinstance(value, str) and len(value) > 1 and value.startswith(_FORMULA_STARTS):
        return GUARD + value
    return value


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[Any]]) -> Path:
    # The byte order mark tells Excel that the file is UTF-8.
    with path.open("w", encoding="utf-8-sig", errors="backslashreplace", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows([guarded(value) for value in row] for row in rows)
    return path
