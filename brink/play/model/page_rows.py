"""The model's page as rows for programs: one object a mechanism."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from brink.play.model.page import ModelPage
from brink.play.model.priors import Known
from brink.play.model.rests_on import followed_row
from brink.play.model.strengths import strength_row


def as_rows(page: ModelPage) -> Iterator[dict[str, Any]]:
    """One row a mechanism, in the order of the month."""
    for step in page.steps:
        mechanism = step.mechanism
        yield {
            "place": step.place,
            "id": mechanism.id,
            "sentence": mechanism.sentence,
            "equation": mechanism.equation,
            "paper": mechanism.paper,
            "signs": dict(mechanism.sign),
            "reads": list(step.reads),
            "writes": list(mechanism.writes),
            "parameters": [
                parameter_row(known) | {"rests_on": [followed_row(one) for one in rests]}
                for known, rests in zip(step.parameters, step.rests_on, strict=True)
            ],
            "levers": [strength_row(one) for one in page.levers if one.model_lever in mechanism.reads],
            "evidence": [
                {
                    "side": one.side,
                    "says": one.says,
                    "incidents": one.incidents,
                    "sources": one.sources,
                    "rows": [
                        {"id": quote.row, "story": quote.story, "quote": quote.text} for quote in one.quotes
                    ],
                }
                for one in step.evidence
            ],
        }


def parameter_row(known: Known) -> dict[str, Any]:
    """One parameter with its prior and grounds."""
    return {
        "id": known.id,
        "under": known.under,
        "meaning": known.meaning,
        "unit": known.unit,
        "value": known.value,
        "prior": known.prior.model_dump(exclude_none=True) if known.prior else None,
        "mark": known.mark,
        "grounds": known.grounds,
        "from_case": known.from_case,
    }
