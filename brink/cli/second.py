"""The second coder from the command line: asking it beside the rules, and comparing the two."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from brink.cli.opening import canonical, say, viewed
from brink.cli.options import About, AsOf, CaseName, Csv, Json, Limit
from brink.cli.output import emit
from brink.cli.row_tests import one_of
from brink.errors import BrinkError

if TYPE_CHECKING:
    from brink.case.folder import Case
    from brink.case.view import View
    from brink.second.agreement import Agreement
    from brink.second.coding import Plan, SecondReport
    from brink.second.compare import Pair
    from brink.second.endpoint import Endpoint


def endpoint_named(url: str | None, model: str | None) -> Endpoint:
    """The server that options or environment name."""
    from brink.second.endpoint import Endpoint

    return Endpoint.named(url, model, os.environ)


def code_second(
    case: Case, endpoint: Endpoint, pipeline: str, *, at_once: int, seconds: float, limit: int | None
) -> None:
    """Ask the second coder about what is new, and tell what came of it.

    Raises
    ------
    BrinkError
        When the server could not be asked to the end; what came before is kept.
    """
    from brink.case.manifest import recorded
    from brink.cli.bar import Bar
    from brink.second.asking import Patience
    from brink.second.coding import plan_second, second_code

    with recorded(case, f"code --coder llm, model {endpoint.model}"):
        plan = plan_second(case, endpoint.model, pipeline=pipeline, limit=limit)
        _announce(plan, endpoint)
        patience = Patience(seconds=seconds)
        report = second_code(
            case, endpoint, plan, pipeline=pipeline, at_once=at_once, patience=patience, progress=Bar()
        )
    _tell(report, case.name)
    if report.stopped:
        raise BrinkError(
            f"the second coder was given up ({report.stopped}); {report.left} stories are not asked about, "
            "what came is kept, and the same command goes on from here"
        )


def check_answers(case: Case, pipeline: str) -> None:
    """Hold the second coder's kept answers against stories that changed; no text is sent."""
    if not case.store.execute("SELECT 1 FROM second_answer LIMIT 1").fetchone():
        return
    from brink.cli.bar import Bar
    from brink.second.coding import check_kept

    for model, stories in check_kept(case, pipeline=pipeline, progress=Bar()).items():
        say(f"second coder {model}: checked kept answers about {stories} stories again, nothing was sent")


def _announce(plan: Plan, endpoint: Endpoint) -> None:
    if not plan.open:
        say(f"second coder {endpoint.model}: nothing to ask, no text is sent")
        return
    say(
        f"second coder {endpoint.model}: sending {plan.characters:,} characters of reporting in "
        f"{len(plan.open)} questions about {len(plan.tasks)} stories to {endpoint.where}"
    )


def _tell(report: SecondReport, name: str) -> None:
    rejected = sum(report.rejected.values())
    say(
        f"second coder: {report.coded} stories coded ({report.unchanged} unchanged): "
        f"{report.events} rows kept beside the rules', {rejected} rejected"
    )
    for cause, count in sorted(report.rejected.items(), key=lambda item: (-item[1], item[0])):
        say(f"  {count} rejected: {cause}")
    if report.form != "schema":
        how = (
            "no structured output"
            if report.form == "words"
            else "neither structured output nor a temperature"
        )
        say(f"  the server takes {how}; it was told the form in words")
    kinds = Counter(why.partition(":")[0] for _, why in report.failed)
    for kind, count in kinds.most_common():
        story, why = next(item for item in report.failed if item[1].startswith(kind))
        say(f"  {count} without an answer: {kind} (such as {story}: {why.partition(': ')[2]})")
    if report.failed:
        say("  the next run asks about these again")
    if report.coded or report.unchanged:
        say(f"`brink compare {name}` sets both coders side by side")


ONLY = {"agreed": "agreed", "differ": "differ", "rules": "only rules", "second": "only second"}


def compare(
    name: CaseName,
    as_of: AsOf = None,
    only: Annotated[str | None, typer.Option(help="agreed, differ, rules or second.")] = None,
    type_: Annotated[
        str | None, typer.Option("--type", help="A PLOVER type that either coder gives.")
    ] = None,
    about: About = None,
    model: Annotated[
        str | None,
        typer.Option("--llm-model", metavar="NAME", help="Which second coder (default: the last asked)."),
    ] = None,
    summary: Annotated[bool, typer.Option("--summary", help="Only how far they agree, by type.")] = False,
    rejected: Annotated[
        bool, typer.Option("--rejected", help="Rows of the second coder that were not kept, and why.")
    ] = False,
    limit: Limit = None,
    as_json: Json = False,
    as_csv: Csv = False,
) -> None:
    """Set the rows of the rules and of the second coder side by side, with how far they agree.

    \b
    Example:
      brink compare sahel --only differ
      brink judge sahel accept s12ab34cd56 --instead-of e12ab34cd5 --because "the doer is right"
    """
    from brink.second.agreement import agreement
    from brink.second.compare import chosen_model
    from brink.second.compare import compare as compared
    from brink.second.kept import rejected_rows

    view = viewed(name, as_of)
    chosen = chosen_model(view, model)
    if rejected:
        _list_rejected(view, chosen, limit, as_json=as_json, as_csv=as_csv)
        return
    pairs = compared(view, chosen)
    told = agreement(view, chosen, pairs)
    if summary:
        _summary(told, as_json=as_json, as_csv=as_csv)
        return
    rows = _chosen(view, pairs, only, type_, about)
    _side_by_side(rows, limit, chosen, view, as_json=as_json, as_csv=as_csv)
    if not (as_json or as_csv):
        _summary(told, as_json=False, as_csv=False)
        _parts(pairs)
        if count := sum(row.story in view.story for row in rejected_rows(view.case.store, chosen)):
            print(f"{count} more of its rows were rejected; --rejected lists them with the cause.")


def _chosen(
    view: View, pairs: Sequence[Pair], only: str | None, type_: str | None, about: str | None
) -> list[dict[str, Any]]:
    from typing import get_args

    from brink.code.rows import EventType
    from brink.second.listing import pair_row

    verdict = ONLY.get(one_of("--only", only, tuple(ONLY)) or "")
    kind = one_of("--type", type_, get_args(EventType))
    actor = canonical(view, about) if about else None
    rows = [pair_row(view, pair) for pair in pairs]
    return [
        row
        for row in rows
        if (verdict is None or row["verdict"] == verdict)
        and (kind is None or kind in (row["rules_type"], row["second_type"]))
        and (actor is None or actor in _named(row))
    ]


def _named(row: dict[str, Any]) -> set[str]:
    sides = [row[f"{side}_{part}"] or [] for side in ("rules", "second") for part in ("actors", "recipients")]
    return {name for side in sides for name in side}


def _side_by_side(
    rows: list[dict[str, Any]], limit: int | None, model: str, view: View, *, as_json: bool, as_csv: bool
) -> None:
    from brink.cli.compare_table import print_pairs

    counts = Counter(row["verdict"] for row in rows)
    shown = rows[:limit]
    title = f"{len(rows)} rows as of {view.as_of}: " + ", ".join(
        f"{counts[verdict]} {verdict}" for verdict in ONLY.values() if counts[verdict]
    )
    if len(shown) < len(rows):
        title += f"; first {len(shown)} shown"
    if shown and not (as_json or as_csv):
        print_pairs(shown, title=title, model=model)
        return
    empty = f"no row of either coder as of {view.as_of} fits the options"
    emit(shown, columns=(), title=title, as_json=as_json, as_csv=as_csv, empty=empty)


def _summary(told: Sequence[Agreement], *, as_json: bool, as_csv: bool) -> None:
    from brink.second.listing import agreement_row

    emit(
        [agreement_row(row) for row in told],
        columns=("type", "rules", "second", "both", "of_rules", "of_second", "kappa"),
        title="How far they agree (agreement is not accuracy)",
        as_json=as_json,
        as_csv=as_csv,
        empty="neither coder has a row in the stories that both coded",
    )


def _parts(pairs: Sequence[Pair]) -> None:
    from brink.second.agreement import alike

    parts = alike(pairs)
    whole = max(size for _, size in parts.values())
    if whole:
        shares = ", ".join(f"{part} {same}" for part, (same, _) in parts.items())
        print(
            "\nof_rules: share of the rules' rows that the second coder has too; of_second: the reverse; "
            "kappa: whether they\nfind the type in the same paragraphs, beyond chance. "
            f"Of {whole} rows that both have, so many are alike in: {shares}."
        )


def _list_rejected(view: View, model: str, limit: int | None, *, as_json: bool, as_csv: bool) -> None:
    from brink.second.kept import rejected_rows
    from brink.second.listing import rejected_row

    rows = [rejected_row(row) for row in rejected_rows(view.case.store, model) if row.story in view.story]
    shown = rows[:limit]
    counts = Counter(row["cause"] for row in rows)
    title = f"{len(rows)} rows rejected: " + ", ".join(f"{n} {cause}" for cause, n in counts.most_common())
    columns = ("cause", "detail", "quote", "story")
    emit(shown, columns=columns, title=title, as_json=as_json, as_csv=as_csv, empty="no row was rejected")
