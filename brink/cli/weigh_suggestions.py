"""Links that coded rows suggest: listed, accepted and declined."""

from __future__ import annotations

import getpass
from typing import Annotated

import typer

from brink.cli.opening import say, viewed
from brink.cli.options import Csv, Json
from brink.cli.output import emit
from brink.cli.weigh_links import Because, By, known_hypothesis, now
from brink.cli.weigh_links import app as app


@app.command()
def suggest(
    context: typer.Context,
    hypothesis: Annotated[str | None, typer.Option(help="Only for this hypothesis.")] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List links that coded rows suggest; none counts before you accept it.

    \b
    Example:
      brink weigh pakistan-ttp suggest --hypothesis ruse
    """
    from brink.weigh.listing import suggestion_row
    from brink.weigh.suggest import suggestions

    view = viewed(context.obj, None)
    wanted = known_hypothesis(view, hypothesis) if hypothesis else None
    found = [one for one in suggestions(view) if wanted in (None, one.hypothesis)]
    emit(
        [suggestion_row(view, one) for one in found],
        columns=("suggestion", "id", "quote", "hypothesis", "band", "because"),
        title=f"{len(found)} suggestions wait for an answer; none counts yet",
        as_json=as_json,
        as_csv=as_csv,
        empty="no row suggests a link that was not judged: tells need `like`, hypotheses need `phrases`",
    )


@app.command()
def accept(
    context: typer.Context,
    suggestion: Annotated[str, typer.Argument(metavar="SUGGESTION", help="Id of a suggestion.")],
    band: Annotated[str | None, typer.Option(help="Another band than the one suggested.")] = None,
    because: Annotated[
        str | None, typer.Option("--because", help="Why (default: the suggestion's reason).")
    ] = None,
    by: By = None,
) -> None:
    """Make a suggested link your own.

    \b
    Example:
      brink weigh sahel accept s12ab34cd --band weakly-for --because "one man's word"
    """
    from brink.weigh.links import add_link
    from brink.weigh.scales import known_band
    from brink.weigh.suggest import suggestion as suggested

    view = viewed(context.obj, None)
    found = suggested(view, suggestion)
    number = add_link(
        view.case.store, "link", reference=found.item.id, hypothesis=found.hypothesis,
        band=known_band(band) if band else found.band, because=because or found.because,
        who=by or getpass.getuser(), at=now(),
    )  # fmt: skip
    say(f"link {number} kept; `brink weigh {context.obj} unlink {number}` takes it back")


@app.command()
def decline(
    context: typer.Context,
    suggestion: Annotated[str, typer.Argument(metavar="SUGGESTION", help="Id of a suggestion.")],
    because: Because,
    by: By = None,
) -> None:
    """Turn a suggested link down, so that it is not suggested again.

    \b
    Example:
      brink weigh sahel decline s12ab34cd --because "about another truce"
    """
    from brink.weigh.links import add_link
    from brink.weigh.suggest import suggestion as suggested

    view = viewed(context.obj, None)
    found = suggested(view, suggestion)
    number = add_link(
        view.case.store, "decline", reference=found.item.id, hypothesis=found.hypothesis, band=found.band,
        because=because, who=by or getpass.getuser(), at=now(),
    )  # fmt: skip
    say(f"answer {number} kept; `brink weigh {context.obj} unlink {number}` takes it back")
