"""Events and incidents as points on a map (GeoJSON, RFC 7946)."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from brink.case.view import View
from brink.code.rows import SUM_UP
from brink.exchange.tables import Row, tables

LAYERS = ("events", "incidents", "imported")
NOTE = (
    "Points stand for places of the precision given, which may be a whole province or country. "
    "Places and their countries follow the reporting; no endorsement of any boundary is implied."
)


def write(view: View, out: Path) -> list[Path]:
    """Events, incidents, and rows imported from other projects; without a known place, no geometry.

    A point is counted as one happening, so that rows which sum up many are left out, and how many.
    """
    made = tables(view)
    return [_write(view, made[table], out / f"{table}.geojson") for table in LAYERS]


def _write(view: View, rows: list[Row], path: Path) -> Path:
    features = [_feature(row) for row in rows if not row.get("summary")]
    unplaced = sum(feature["geometry"] is None for feature in features)
    collection = {
        "type": "FeatureCollection",
        "title": view.title,
        "as_of": view.as_of.isoformat(),
        "note": NOTE,
        "without_place": unplaced,
        "left_out": f"{len(rows) - len(features)} that {SUM_UP}",
        "features": features,
    }
    path.write_text(json.dumps(collection, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _feature(row: Row) -> dict[str, Any]:
    lat, lon = row["place_lat"], row["place_lon"]
    placed = lat is not None and lon is not None
    shown = {key: value for key, value in row.items() if key not in ("place_lat", "place_lon")}
    return {
        "type": "Feature",
        "id": row["id"],
        "geometry": {"type": "Point", "coordinates": [lon, lat]} if placed else None,
        "properties": {k: v.isoformat() if isinstance(v, date) else v for k, v in shown.items()},
    }
