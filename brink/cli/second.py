"""The second coder from the command line: asking it beside the rules, and comparing the two."""

from __future__ import annotations

import os
from collections import Counter
from typing import TYPE_CHECKING

from brink.cli.opening import say
from brink.errors import BrinkError

if TYPE_CHECKING:
    from brink.case.folder import Case
    from brink.second.coding import Plan, SecondReport
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
        plan = plan_second(case, endpoint, pipeline=pipeline, limit=limit)
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
