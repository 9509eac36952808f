"""The model's page as Markdown, for a terminal or a file."""

from __future__ import annotations

from collections.abc import Iterator

from brink.play.model.evidence import Evidence
from brink.play.model.page import ModelPage, Step
from brink.play.model.priors import Known, column
from brink.play.model.rests_on import followed_in_words
from brink.play.model.starts import start_in_words
from brink.play.model.strengths import strength_in_words, strengths_in_words

HOW_LOOKED_UP = (
    "Rows were looked up by type, role and words, not chosen one by one: read the quote (`brink show CASE "
    "ID`) before relying on one."
)
HOW_IT_STARTS = (
    "What the case's series and its table of dated acts settle alike in every future; all else starts "
    "from its prior or from the fit."
)
PLAYED_FROM_THE_FIT = "Where the table says so, play draws from the fit and not from the prior printed."
SIGNS = {"+": "raises", "-": "lowers"}

NEVER_MERGED = (
    "Points are drawn by the judged weights and the priors. Weights from held-out months speak of "
    "structures, those from weighing evidence of motives; both re-weight the same points, side by side, "
    "and are never merged."
)


def as_markdown(page: ModelPage) -> str:
    """The whole page, what is not modelled first."""
    return "\n".join(_lines(page)) + "\n"


def _lines(page: ModelPage) -> Iterator[str]:
    yield f"# The sanctuary model of {page.title}"
    yield f"\nAs of {page.as_of}; the first month played is {page.start}."
    yield "\n## What is not modelled\n"
    yield from (f"- {gap}" for gap in page.not_modelled)
    if page.unused:
        yield "\nNumbers in case.yaml that the model does not use: " + ", ".join(page.unused) + "."
    yield "\n## Who plays which part\n"
    yield from (f"- {line}" for line in roles_in_words(page))
    yield "\n## What is left open, with weights\n"
    yield from _weights(page)
    yield "\n## A month, in order\n"
    yield numbers_in_words(page)
    yield HOW_LOOKED_UP
    told: set[tuple[str, str | None]] = set()
    for step in page.steps:
        yield from _step(page, step, told)
    if page.levers:
        yield "\n## How strong its levers are\n"
        yield f"{strengths_in_words(page.levers)}\n"
        for lever in page.levers:
            first, *rows = strength_in_words(lever)
            yield from (f"- {first}", *rows)
    if page.starts:
        yield "\n## Where it starts\n"
        yield f"{HOW_IT_STARTS}\n"
        yield from (f"- {start_in_words(one)}" for one in page.starts)
    if page.reporting:
        yield "\n## How sources count\n"
        yield "The model's attacks (UCDP's lethal events) in other sources' words; never mix their series.\n"
        for one, rests in zip(page.reporting, page.reporting_rests_on, strict=True):
            low, middle, high = one.range_of(100.0)
            yield f"- {one.source}: 100 are {low:.0f} to {high:.0f}, middle {middle:.0f} ({one.grounds})"
            yield from (f"  - {followed_in_words(row)}" for row in rests)


def roles_in_words(page: ModelPage) -> list[str]:
    """Each role with its actor."""
    roles = page.roles
    rivals = [f"rival that takes in splinters: {roles.rivals[0]}"] if roles.rivals else []
    rivals += [f"other rivals: {', '.join(roles.rivals[1:])}"] if len(roles.rivals) > 1 else []
    partner = [f"partner: {roles.partner}"] if roles.partner else []
    return [f"target: {roles.target}", f"group: {roles.group}", f"host: {roles.host}", *partner, *rivals]


def numbers_in_words(page: ModelPage) -> str:
    """How well the numbers are known, in a sentence."""
    n = page.numbers
    return (
        f"{n['in all']} numbers: {n['seen']} read in a source, {n['fitted']} fitted to data, {n['recalled']} "
        f"recalled and not re-read, {n['assumed']} assumed. The case gives {n['from the case']} of them; the "
        f"others are the generic model's. {n['followed']} lead to rows of the case, which stand below them; "
        "what is marked assumed stays so, whatever rows speak for it."
        + (f" {PLAYED_FROM_THE_FIT}" if page.fitted else "")
        + "\n"
    )


def _weights(page: ModelPage) -> Iterator[str]:
    yield "| structure | judged | held-out months |"
    yield "|---|---|---|"
    for name, meaning, weight in page.structures:
        scored = f"{page.held_out[name]:.2f}" if name in page.held_out else "not fitted yet"
        yield f"| {name} {meaning} | {weight:.2f} | {scored} |"
    yield "\n| motive of the host | prior of the hypotheses | evidence weighed |"
    yield "|---|---|---|"
    for name, weight in page.motives.items():
        weighed = f"{page.weighed[name]:.2f}" if name in page.weighed else ""
        yield f"| {name} | {weight:.2f} | {weighed} |"
    yield f"\n{NEVER_MERGED}"


def _step(page: ModelPage, step: Step, told: set[tuple[str, str | None]]) -> Iterator[str]:
    mechanism = step.mechanism
    yield f"\n### {step.place}. {mechanism.id}\n"
    yield f"{mechanism.sentence}\n"
    yield f"    {mechanism.equation}\n"
    yield f"After: {mechanism.paper}. Writes {', '.join(mechanism.writes)}."
    if mechanism.sign:
        signs = [f"{name} {SIGNS[sign]} it" for name, sign in mechanism.sign.items()]
        yield f"Signs: {'; '.join(signs)}."
    if step.parameters:
        yield "\n| number | value or 5 to 95 % | unit | known | grounds |\n|---|---|---|---|---|"
        yield from (_row(page, known) for known in step.parameters)
    new = [
        (known, rests)
        for known, rests in zip(step.parameters, step.rests_on, strict=True)
        if rests and (known.id, known.under) not in told
    ]
    if new:
        yield "\nOf these the case's own rows tell:\n"
    for known, rests in new:
        told.add((known.id, known.under))
        under = f" under {known.under}" if known.under else ""
        yield from (f"- {known.id}{under} ({known.mark}), {followed_in_words(row)}" for row in rests)
    yield ""
    yield from (f"- {line}" for line in evidence_in_words(step.evidence))


def mark_in_words(page: ModelPage, known: Known) -> str:
    """`assumed (generic); played from the fit`."""
    whose = "" if known.from_case else " (generic)"
    return known.mark + whose + ("; played from the fit" if column(known.id) in page.fitted else "")


def _row(page: ModelPage, known: Known) -> str:
    under = f" under {known.under}" if known.under else ""
    cells = (
        f"{known.id}{under}: {known.meaning}",
        known.said(),
        known.unit,
        mark_in_words(page, known),
        known.grounds,
    )
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def in_numbers(one: Evidence) -> str:
    """`1 incident, 2 sources`."""
    incidents = f"{one.incidents} incident{'' if one.incidents == 1 else 's'}"
    return f"{incidents}, {one.sources} source{'' if one.sources == 1 else 's'}"


def evidence_in_words(evidence: tuple[Evidence, ...]) -> Iterator[str]:
    """Each kind of evidence with its count and its last quotes, or that there is none."""
    if not evidence:
        yield "No row of the case speaks for or against it."
    for one in evidence:
        quotes = "; ".join(f"“{quote.text}” ({quote.row})" for quote in one.quotes)
        yield f"{one.side}: {one.says}: {in_numbers(one)}. {quotes}"
