"""Rows on standard output: a table for people, JSON lines and CSV for programs."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from brink.cli.opening import say

Row = Mapping[str, Any]


def emit(
    rows: Sequence[Row], *, columns: Sequence[str], title: str, as_json: bool, as_csv: bool, empty: str
) -> None:
    """Print rows in the form asked for; when there are none, say why on standard error."""
    if as_json:
        for row in rows:
            print(json.dumps(row, ensure_ascii=False))
    elif as_csv:
        _csv(rows, sys.stdout)
    elif rows:
        _table(rows, columns, title)
    if not rows:
        say(empty)


def flat(row: Row) -> dict[str, Any]:
    """A row with one value a column: inner objects become `place_name`, lists are joined by `; `."""
    out: dict[str, Any] = {}
    for key, value in row.items():
        if isinstance(value, Mapping):
            out.update({f"{key}_{inner}": _cell(part) for inner, part in value.items()})
        else:
            out[key] = _cell(value)
    return out


def _cell(value: Any) -> Any:
    if isinstance(value, (list, tuple)):
        plain = all(isinstance(part, str) for part in value)
        return "; ".join(value) if plain else json.dumps(value, ensure_ascii=False)
    return value


def _csv(rows: Iterable[Row], out: Any) -> None:
    flattened = [flat(row) for row in rows]
    header = list(dict.fromkeys(key for row in flattened for key in row))
    nested = {key.rpartition("_")[0] for key in header}
    header = [key for key in header if not (key in nested and all(row.get(key) is None for row in flattened))]
    writer = csv.DictWriter(out, header, extrasaction="ignore", lineterminator="\n")
    writer.writeheader()
    writer.writerows(flattened)


def plain(text: str) -> str:
    """Text that a terminal shows as it is: control characters become spaces."""
    return "".join(" " if not ch.isprintable() else ch for ch in text)


def _table(rows: Sequence[Row], columns: Sequence[str], title: str) -> None:
    from rich.box import SIMPLE_HEAD
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(width=None if sys.stdout.isatty() else 160)
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, show_edge=False)
    for column in columns:
        table.add_column(column, overflow="fold", no_wrap=column in ("id", "type", "date"))
    for row in rows:
        table.add_row(*[Text(plain(_said(row.get(column)))) for column in columns])
    console.print(table)


def _said(value: Any) -> str:
    """A cell in words: ranges as 20–25, places by name and country."""
    if value is None:
        return ""
    if isinstance(value, Mapping):
        return _said_object(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(_said(part) for part in value)
    if isinstance(value, str) and len(value) == 21 and value[10:11] == "/" and value[:10] == value[11:]:
        return value[:10]
    if isinstance(value, float):
        # A table is for reading; --json and --csv keep every digit.
        return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.3g}"
    return str(value)


def _said_object(value: Mapping[str, Any]) -> str:
    if "min" in value:
        low, high = value["min"], value["max"]
        return f"{low}+" if high is None else str(low) if low == high else f"{low}–{high}"
    if "name" in value:
        return f"{value['name']} ({value['country']})" if value.get("country") else str(value["name"])
    return " ".join(str(part) for part in value.values() if part is not None)
