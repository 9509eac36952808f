"""The listings of what was done and said: events, incidents, claims, ties."""

from __future__ import annotations

from typing import Annotated

import typer

from brink.cli.opening import canonical, viewed
from brink.cli.options import About, AsOf, CaseName, Csv, Json, Limit, Since, Summaries, Until
from brink.cli.row_tests import Test, is_, list_rows, names_any, one_of, single, within


def events(
    case: CaseName,
    as_of: AsOf = None,
    about: About = None,
    actor: Annotated[str | None, typer.Option(help="Rows this actor does.")] = None,
    recipient: Annotated[str | None, typer.Option(help="Rows directed at this actor.")] = None,
    type_: Annotated[str | None, typer.Option("--type", help="A PLOVER type, such as ASSAULT.")] = None,
    status: Annotated[
        str | None, typer.Option(help="happened, ongoing, planned, possible or denied.")
    ] = None,
    since: Since = None,
    until: Until = None,
    review: Annotated[bool, typer.Option("--review", help="Only rows a person should look at.")] = False,
    summaries: Summaries = False,
    limit: Limit = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List coded events, each with its quote.

    What sums up many happenings ("attacks by the group") is left out of the table unless --summaries
    asks for it; --json and --csv mark it as `summary`.

    \b
    Example:
      brink events sahel --about JNIM --csv > jnim.csv
    """
    from typing import get_args

    from brink.case.listing import event_row
    from brink.code.rows import EventType, Status

    view = viewed(case, as_of)
    tests: list[Test] = [
        names_any(("actors", "recipients", "source"), canonical(view, about) if about else None),
        names_any(("actors",), canonical(view, actor) if actor else None),
        names_any(("recipients",), canonical(view, recipient) if recipient else None),
        is_("type", one_of("--type", type_, get_args(EventType))),
        is_("status", one_of("--status", status, get_args(Status))),
        within(since, until),
        lambda row: not review or row["review"] is not None,
    ]
    rows = [event_row(view, event) for event in view.events]
    columns = ("id", "date", "type", "actors", "recipients", "place", "killed", "status", "quote")
    list_rows(
        view,
        rows,
        tests,
        what="events",
        columns=columns,
        limit=limit,
        as_json=as_json,
        as_csv=as_csv,
        table_only=None if summaries else single,
    )


def incidents(
    case: CaseName,
    as_of: AsOf = None,
    about: About = None,
    type_: Annotated[str | None, typer.Option("--type", help="A PLOVER type, such as ASSAULT.")] = None,
    since: Since = None,
    until: Until = None,
    disputed: Annotated[
        bool, typer.Option("--disputed", help="Only those whose sources disagree on a toll.")
    ] = False,
    imported: Annotated[
        bool, typer.Option("--imported", help="Those brought in by `brink import` instead.")
    ] = False,
    summaries: Summaries = False,
    limit: Limit = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List incidents: events of all sources that tell of one happening, with independent sources counted.

    What sums up many happenings ("attacks by the group") is left out of the table unless --summaries
    asks for it; --json and --csv mark it as `summary`.

    \b
    Example:
      brink incidents sahel --type ASSAULT --since 2024-01-01
    """
    from typing import get_args

    from brink.case.importing import imported_rows
    from brink.case.listing import incident_row
    from brink.code.rows import EventType

    view = viewed(case, as_of)
    tolls = {
        i.id: any(t is not None and t.disputed for t in (i.killed, i.injured, i.abducted))
        for i in view.incidents
    }
    tests: list[Test] = [
        names_any(("actors", "recipients"), canonical(view, about) if about else None),
        is_("type", one_of("--type", type_, get_args(EventType))),
        within(since, until),
        lambda row: not disputed or tolls.get(row["id"], False),
    ]
    coded = [] if imported else [incident_row(view, incident) for incident in view.incidents]
    rows = list(imported_rows(view)) if imported else coded
    columns = ("id", "date", "type", "mode", "actors", "recipients", "place", "killed", "status", "sources")
    list_rows(
        view,
        rows,
        tests,
        what="incidents",
        columns=columns,
        limit=limit,
        as_json=as_json,
        as_csv=as_csv,
        table_only=None if summaries else single,
    )


def claims(
    case: CaseName,
    as_of: AsOf = None,
    about: About = None,
    holder: Annotated[
        str | None, typer.Option(help="Who holds it; `article` for a text's own voice.")
    ] = None,
    kind: Annotated[
        str | None, typer.Option(help="assessment, forecast, cause, motive, fact, recommendation.")
    ] = None,
    certainty: Annotated[str | None, typer.Option(help="certain, probable, possible or doubtful.")] = None,
    limit: Limit = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List claims with who holds them and how sure they are.

    \b
    Example:
      brink claims pakistan-ttp --about TTP --kind forecast
    """
    from typing import get_args

    from brink.case.listing import claim_row
    from brink.code.rows import Certainty, ClaimKind

    view = viewed(case, as_of)
    by = holder if holder == "article" else canonical(view, holder) if holder else None
    tests: list[Test] = [
        names_any(("about",), canonical(view, about) if about else None),
        is_("holder", by),
        is_("kind", one_of("--kind", kind, get_args(ClaimKind))),
        is_("certainty", one_of("--certainty", certainty, get_args(Certainty))),
    ]
    rows = [claim_row(view, claim) for claim in view.claims]
    columns = ("id", "holder", "kind", "certainty", "about", "quote")
    list_rows(view, rows, tests, what="claims", columns=columns, limit=limit, as_json=as_json, as_csv=as_csv)


def ties(
    case: CaseName,
    as_of: AsOf = None,
    about: About = None,
    relation: Annotated[
        str | None, typer.Option(help="ally, patron, rival, enemy, member, allegiance, partner, mediator.")
    ] = None,
    limit: Limit = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List standing relations between actors, signed, each with its quote.

    \b
    Example:
      brink ties pakistan-ttp --about "Afghan Taliban"
    """
    from typing import get_args

    from brink.case.listing import tie_row
    from brink.code.rows import Relation

    view = viewed(case, as_of)
    tests: list[Test] = [
        names_any(("a", "b"), canonical(view, about) if about else None),
        is_("relation", one_of("--relation", relation, get_args(Relation))),
    ]
    rows = [tie_row(view, tie) for tie in view.ties]
    columns = ("id", "a", "relation", "b", "sign", "said", "quote")
    list_rows(view, rows, tests, what="ties", columns=columns, limit=limit, as_json=as_json, as_csv=as_csv)
