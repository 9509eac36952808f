"""Hypotheses against evidence: the table."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer
from typer.core import TyperGroup

from brink.cli.opening import say, viewed
from brink.cli.options import AsOf, CaseName, Csv, Json
from brink.cli.output import emit
from brink.errors import BadJudgement, NotInCase, nearest

if TYPE_CHECKING:
    pass

TABLE = "table"
PARTS = ("hypotheses", "evidence", "origins", "next")


class _TableByDefault(TyperGroup):
    """`brink weigh CASE` alone, or with options only, prints the table."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        if args and not args[0].startswith("-") and (len(args) == 1 or args[1].startswith("-")):
            asks_help = args[1:2] in (["--help"], ["-h"])
            args = args if asks_help else [args[0], TABLE, *args[1:]]
        return list(super().parse_args(ctx, args))


app = typer.Typer(
    cls=_TableByDefault,
    help=(
        "Weigh hypotheses against evidence, and show what would change the result.\n\n"
        "Without a command: the answers with priors and posteriors, the evidence by hypotheses, what\n"
        "would flip the order and what to look for next. Options: --as-of DATE, --discount POWER,\n"
        "--prior HYPOTHESIS=P, --part PART, --json, --csv.\n\n\b\nExample:\n"
        "  brink weigh pakistan-ttp\n"
        "  brink weigh pakistan-ttp --prior ruse=0.5"
    ),
    no_args_is_help=True,
    rich_markup_mode=None,
)


@app.callback()
def _weighed(context: typer.Context, case: CaseName) -> None:
    context.obj = case


@app.command(TABLE)
def table(
    context: typer.Context,
    as_of: AsOf = None,
    discount: Annotated[
        float | None,
        typer.Option(help="Power for further evidence of one origin, 0 (none counts) to 1 (all counts)."),
    ] = None,
    prior: Annotated[
        list[str] | None, typer.Option("--prior", metavar="HYPOTHESIS=P", help="Another prior; repeatable.")
    ] = None,
    part: Annotated[str | None, typer.Option(help="Only hypotheses, evidence, origins or next.")] = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Print the weighing; the same as `brink weigh CASE` without a command.

    `--csv` prints one part, by default the evidence.

    \b
    Example:
      brink weigh pakistan-ttp table --part next --csv
    """
    from brink.cli.weigh_table import print_weighing, weighing_rows
    from brink.weigh import weigh

    if part is not None and part not in PARTS:
        raise NotInCase(f"--part cannot be {part!r}{nearest(part, PARTS)} (allowed: {', '.join(PARTS)})")
    view = viewed(context.obj, as_of)
    weighing = weigh(view, discount=discount, priors=_priors(prior or []))
    if weighing.dormant:
        resting = len({dormant.entry.reference for dormant in weighing.dormant})
        say(
            f"{len(weighing.dormant)} links rest, on {resting} pieces of evidence not known as of "
            f"{view.as_of} or on hypotheses no longer held; "
            f"`brink weigh {context.obj} links --all` lists them"
        )
    if not weighing.questions:
        say("the case has no hypotheses; add them to case.yaml under hypotheses:")
        return
    if as_json or as_csv:
        wanted = part or ("evidence" if as_csv else None)
        rows = weighing_rows(view, weighing, part=wanted)
        empty = f"nothing of that part: see `brink weigh {context.obj} suggest` for evidence to judge"
        emit(rows, columns=(), title="", as_json=as_json, as_csv=as_csv, empty=empty)
    else:
        print_weighing(view, weighing, part=part)


def _priors(given: list[str]) -> dict[str, float]:
    out = {}
    for text in given:
        name, _, value = text.rpartition("=")
        try:
            out[name] = float(value)
        except ValueError:
            raise BadJudgement(f"--prior cannot be {text!r}: write HYPOTHESIS=0.3") from None
    return out
