"""The listing of every place that stories name."""

from __future__ import annotations

from typing import Annotated

import typer

from brink.cli.opening import viewed
from brink.cli.options import AsOf, CaseName, Csv, Json, Limit, Since, Until
from brink.cli.row_tests import Test, is_, list_rows, one_of, within


def places(
    case: CaseName,
    as_of: AsOf = None,
    country: Annotated[
        str | None,
        typer.Option(help="Two letters, such as ML; `none` for places that lie in no one country."),
    ] = None,
    precision: Annotated[
        str | None, typer.Option(help="point, town, district, province, country or region.")
    ] = None,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List every place a story names, with offsets, coordinates and why it was taken for that place.

    \b
    Example:
      brink places sahel --country ML --csv > places.csv
    """
    from typing import get_args

    from brink.case.listing import place_row
    from brink.code.rows import PlacePrecision

    view = viewed(case, as_of)
    wanted = country.upper() if country else None
    tests: list[Test] = [
        lambda row: wanted is None or (row["country"] or "NONE") == wanted,
        is_("precision", one_of("--precision", precision, get_args(PlacePrecision))),
        within(since, until),
    ]
    rows = [place_row(view, story, named) for story, named in view.places]
    columns = ("quote", "name", "precision", "country", "lat", "lon", "document", "start", "because")
    list_rows(view, rows, tests, what="places", columns=columns, limit=limit, as_json=as_json, as_csv=as_csv)
