"""The listings of what a case holds: stories, places, actors, sources."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from brink.cli.opening import viewed
from brink.cli.options import AsOf, CaseName, Csv, Json, Limit, Since, Until
from brink.cli.row_tests import Test, is_, list_rows, one_of, within


def stories(
    case: CaseName,
    as_of: AsOf = None,
    kind: Annotated[str | None, typer.Option(help="story, blurb or roundup-item.")] = None,
    copies: Annotated[bool, typer.Option("--copies", help="Only stories that have or are copies.")] = False,
    since: Since = None,
    until: Until = None,
    limit: Limit = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List stories with their dates, outlets and families of copies.

    \b
    Example:
      brink stories sahel --copies
    """
    from brink.case.listing import story_row

    view = viewed(case, as_of)
    rows = [story_row(view, story) for story in view.stories]
    sizes = {story.id: len(view.families[story.id].members) for story in view.stories}
    tests: list[Test] = [
        is_("kind", one_of("--kind", kind, ("story", "blurb", "roundup-item"))),
        within(since, until),
        lambda row: not copies or sizes[row["id"]] > 1,
    ]
    columns = ("id", "date", "kind", "outlet", "title", "copy_of")
    list_rows(view, rows, tests, what="stories", columns=columns, limit=limit, as_json=as_json, as_csv=as_csv)


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


def actors(
    case: CaseName,
    as_of: AsOf = None,
    declared: Annotated[bool, typer.Option("--declared", help="Only actors that case.yaml lists.")] = False,
    limit: Limit = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List actors with what they do, suffer and say, and how many independent sources name them.

    \b
    Example:
      brink actors pakistan-ttp --limit 20
    """
    from dataclasses import asdict

    from brink.case.roster import roster

    view = viewed(case, as_of)
    rows: list[dict[str, Any]] = [
        {**asdict(card), "first": _day(card.first), "last": _day(card.last)} for card in roster(view)
    ]
    columns = ("name", "kind", "country", "does", "suffers", "says", "ties", "sources", "first", "last")
    tests: list[Test] = [lambda row: not declared or row["declared"]]
    list_rows(view, rows, tests, what="actors", columns=columns, limit=limit, as_json=as_json, as_csv=as_csv)


def _day(when: Any) -> str | None:
    return when.isoformat() if when else None


def sources(
    case: CaseName,
    as_of: AsOf = None,
    limit: Limit = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List outlets with their grade, their stories and how many of these are independent.

    \b
    Example:
      brink sources pakistan-ttp
    """
    from brink.case.outlets import outlet_rows

    view = viewed(case, as_of)
    columns = ("outlet", "grade", "stories", "independent", "events", "first", "last", "reason")
    list_rows(
        view,
        outlet_rows(view),
        [],
        what="sources",
        columns=columns,
        limit=limit,
        as_json=as_json,
        as_csv=as_csv,
    )
