"""Links of evidence to hypotheses: made, withdrawn and listed."""

from __future__ import annotations

import getpass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated

import typer

from brink.cli.opening import say, viewed
from brink.cli.options import AsOf, Csv, Json
from brink.cli.output import emit
from brink.cli.weigh import app as app
from brink.errors import BadJudgement, NotInCase, nearest

if TYPE_CHECKING:
    from brink.case.view import View

Because = Annotated[str, typer.Option("--because", help="Why, for whoever reads the case later.")]
By = Annotated[str | None, typer.Option("--by", help="Who judges (default: your login name).")]
Row = Annotated[
    str,
    typer.Argument(metavar="ROW", help="Id of an event, claim, tie or incident, or 'DOCUMENT: WORDS'."),
]
Hypothesis = Annotated[str, typer.Argument(metavar="HYPOTHESIS", help="Id of a hypothesis of the case.")]
Band = Annotated[
    str,
    typer.Argument(
        metavar="BAND",
        help="strongly-against, against, weakly-against, neutral, weakly-for, for, strongly-for.",
    ),
]


def known_hypothesis(view: View, name: str) -> str:
    """The id of a hypothesis of the case; raises NotInCase for any other."""
    known = [hypothesis.id for hypothesis in view.definition.hypotheses]
    if name not in known:
        listed = f" (hypotheses: {', '.join(known)})" if known else "; case.yaml lists none"
        raise NotInCase(f"no hypothesis {name!r} in {view.title}{nearest(name, known)}{listed}")
    return name


def now() -> str:
    """This moment, as links keep it."""
    return datetime.now(UTC).isoformat(timespec="seconds")


@app.command()
def link(
    context: typer.Context,
    row: Row,
    hypothesis: Hypothesis,
    band: Band,
    because: Because,
    by: By = None,
    kin: Annotated[
        str | None, typer.Option(help="What it has in common with other evidence, in the same words.")
    ] = None,
) -> None:
    """Say how a piece of evidence bears on a hypothesis; a later link on both replaces it.

    \b
    Example:
      brink weigh sahel link e12ab34cd5 talks-for-time for --because "raids went on"
    """
    from brink.weigh.items import Evidence
    from brink.weigh.links import add_link
    from brink.weigh.scales import known_band

    view = viewed(context.obj, None)
    item = Evidence(view).needed(row)
    number = add_link(
        view.case.store, "link",
        reference=row if item.kind == "passage" else item.id, hypothesis=known_hypothesis(view, hypothesis),
        band=known_band(band), because=because, who=by or getpass.getuser(), at=now(), kin=kin,
    )  # fmt: skip
    say(f"link {number} kept; `brink weigh {context.obj} unlink {number}` takes it back")


@app.command()
def unlink(
    context: typer.Context,
    what: Annotated[
        str,
        typer.Argument(metavar="NUMBER|ROW", help="Number of a link or answer, or the evidence it rests on."),
    ],
    hypothesis: Annotated[
        str | None, typer.Argument(metavar="HYPOTHESIS", help="With ROW: the hypothesis it was linked to.")
    ] = None,
    because: Because = "taken back",
    by: By = None,
) -> None:
    """Take a link, or an answer to a suggestion, back; taking that back restores it.

    Links that stand in case.yaml have no number: name their evidence, as `links` prints it, and
    the hypothesis. Nothing is deleted; who withdrew it and why is kept beside it.

    \b
    Example:
      brink weigh sahel unlink 3
      brink weigh pakistan-ttp unlink e12ab34cd5 ruse --because "the source took it back"
    """
    from brink.weigh.links import add_link

    view = viewed(context.obj, None)
    who, at = by or getpass.getuser(), now()
    if what.isdigit() and hypothesis is None:
        kept = add_link(view.case.store, "undo", because=because, who=who, at=at, undoes=int(what))
        say(f"link {what} no longer stands; `brink weigh {context.obj} unlink {kept}` restores it")
        return
    if hypothesis is None:
        raise BadJudgement(f"{what!r} is no number; name the hypothesis too, or see `links` for numbers")
    reference = _linked(view, what, known_hypothesis(view, hypothesis))
    kept = add_link(
        view.case.store, "withdraw", reference=reference, hypothesis=hypothesis, because=because,
        who=who, at=at,
    )  # fmt: skip
    say(f"the link no longer stands; `brink weigh {context.obj} unlink {kept}` restores it")


def _linked(view: View, row: str, hypothesis: str) -> str:
    """What names the piece of evidence, once it is sure that a link on it stands."""
    from brink.weigh.items import Evidence
    from brink.weigh.links import links_of

    evidence = Evidence(view)
    held, _ = links_of(view, evidence)
    # A passage has no id that could be looked up; `links` prints one all the same.
    found = [link for link in held if link.item.id == row] or [
        link for link in held if link.item == evidence.needed(row)
    ]
    if not any(link.hypothesis == hypothesis for link in found):
        raise NotInCase(
            f"no link between {row!r} and {hypothesis} stands; "
            f"`brink weigh {view.case.name} links` lists them"
        )
    item = found[0].item
    return f"{item.quote.document}: {item.quote.text}" if item.kind == "passage" else item.id


@app.command()
def links(
    context: typer.Context,
    as_of: AsOf = None,
    all_: Annotated[bool, typer.Option("--all", help="Also those taken back, replaced or resting.")] = False,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """List the links in force with who holds them and why; those without a number stand in case.yaml.

    \b
    Example:
      brink weigh pakistan-ttp links --csv > links.csv
    """
    from brink.weigh.items import Evidence
    from brink.weigh.links import entries, links_of, withdrawals
    from brink.weigh.listing import dormant_row, link_row, withdrawn_row

    view = viewed(context.obj, as_of)
    evidence = Evidence(view)
    held, dormant = links_of(view, evidence)
    rows = [link_row(view, one) for one in held]
    if all_:
        shown = {(one.number, one.hypothesis, one.because) for one in held}
        shown |= {(one.entry.number, one.entry.hypothesis, one.entry.because) for one in dormant}
        rows += [dormant_row(one) for one in dormant]
        gone = withdrawals(view, evidence)
        rows += [
            withdrawn_row(one, gone, evidence)
            for one in entries(view)
            if one.verb == "link" and (one.number, one.hypothesis, one.because) not in shown
        ]
    emit(
        rows,
        columns=(
            "number",
            "id",
            "quote",
            "hypothesis",
            "band",
            "because",
            "by",
            *(["why_not"] if all_ else []),
        ),
        title=f"{len(held)} links as of {view.as_of}",
        as_json=as_json,
        as_csv=as_csv,
        empty=f"nothing is linked yet; `brink weigh {context.obj} suggest` lists what rows suggest",
    )
