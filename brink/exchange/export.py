"""A case written out: one folder, the files of one format, and a manifest."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import TYPE_CHECKING

from brink.errors import BadExport, nearest

if TYPE_CHECKING:
    from brink.case.view import View

FORMATS = {
    "csv": "tables_csv",
    "parquet": "tables_parquet",
    "geojson": "geojson",
    "graphml": "graphml",
    "ftm": "ftm",
    "stix": "stix",
    "plover": "plover",
    "bibtex": "bibtex",
}
"""Each format and the module that writes it."""


def export(view: View, to: str, out: Path) -> list[Path]:
    """The files written: those of the format, then a manifest, which says what they were made from.

    Every row keeps its id, its quote and the quote's offsets in its document. The same
    view gives the same bytes.

    Raises
    ------
    BadExport
        When the format is unknown or `out` is a file.
    """
    if to not in FORMATS:
        raise BadExport(f"cannot export to {to!r}; formats are {', '.join(FORMATS)}{nearest(to, FORMATS)}")
    if out.exists() and not out.is_dir():
        raise BadExport(f"{out} is a file; name a folder to export into")
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = importlib.import_module(f"brink.exchange.{FORMATS[to]}").write(view, out)
    return [*written, _manifest(view, to, written, out)]


def _manifest(view: View, to: str, written: list[Path], out: Path) -> Path:
    from brink import __version__

    manifest = {
        "case": view.case.name,
        "title": view.title,
        "as_of": view.as_of.isoformat(),
        "command": f"brink export {view.case.name} --to {to} --as-of {view.as_of.isoformat()}",
        "version": __version__,
        "documents": {document.id: document.digest for document in view.documents.values()},
        "files": [path.name for path in written],
    }
    path = out / f"manifest-{to}.json"
    path.write_text(json.dumps(manifest, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")
    return path
