"""Rows out of a case and tables into it."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from brink.cli.opening import opened, say, viewed
from brink.cli.options import AsOf, CaseName
from brink.errors import BadImport


def export(
    case: CaseName,
    to: Annotated[str, typer.Option(help="csv, parquet, geojson, graphml, ftm, stix, plover or bibtex.")],
    out: Annotated[
        Path | None, typer.Option("-o", "--out", help="Folder to write into (default: CASE-export).")
    ] = None,
    as_of: AsOf = None,
) -> None:
    """Write the case in a form other tools read, with ids, quotes and offsets kept.

    \b
    Example:
      brink export pakistan-ttp --to geojson -o maps/
    """
    from brink.exchange import export as write

    view = viewed(case, as_of)
    folder = out or Path(f"{view.case.name}-export")
    for path in write(view, to, folder):
        print(path)


def import_(
    case: CaseName,
    ucdp: Annotated[Path | None, typer.Option(help="A UCDP table: GED events or monthly counts.")] = None,
    acled: Annotated[Path | None, typer.Option(help="An ACLED export.")] = None,
) -> None:
    """Bring your own UCDP or ACLED file (CSV or Parquet) into the case's series and incidents.

    \b
    Example:
      brink import sahel --acled ~/downloads/acled-mali.csv
    """
    from brink.case.importing import import_table

    given = [(path, kind) for path, kind in ((ucdp, "ucdp"), (acled, "acled")) if path is not None]
    if not given:
        raise BadImport("nothing to import was named; give --ucdp FILE or --acled FILE")
    opened_case = opened(case)
    for path, kind in given:
        say(import_table(opened_case, path, kind=kind))
