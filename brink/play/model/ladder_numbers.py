"""What a case's ladder says of its rungs, as parameters of the model: tolls and costs."""

from __future__ import annotations

import math

from brink.case.definition import Definition
from brink.case.parts.model import Model as CaseModel
from brink.case.parts.numbers import Parameter, Prior, Range
from brink.case.parts.watch import Rung
from brink.play.model.levers import rung_of

TOLL_OF = {
    "border-fire": "toll.fire",
    "covert-action": "toll.covert",
    "airstrike-capital": "toll.capital",
    "ground-operation": "toll.ground",
}
COST_OF = {
    "border-fire": "cost.fire",
    "covert-action": "cost.covert",
    "drones": "cost.drones",
    "airstrike-belt": "cost.airstrike",
    "ground-operation": "cost.ground",
    "open-war": "cost.war",
}
LEAST = 0.05
"""A range from 0 has no middle on the scale of factors; its low end is read as this share of the high one."""


def ladder_numbers(definition: Definition, case_model: CaseModel) -> CaseModel:
    """The case's model with the ladder's costs and tolls among its parameters, where it does not give them.

    A range is read as its 5 and 95 % quantiles, its median as their geometric mean. Raises BadModel for a
    rung of the target's ladder that the model does not know.
    """
    ladders = [ladder for ladder in definition.ladders if ladder.by == case_model.roles.target]
    given = {parameter.id for parameter in case_model.parameters}
    found = []
    for rung in (rung for ladder in ladders for rung in ladder.rungs):
        rung_of(rung.id)
        for ids, numbers, what in (
            (TOLL_OF, rung.civilian_toll, "civilians killed"),
            (COST_OF, rung.cost, "cost"),
        ):
            name = ids.get(rung.id)
            if name is not None and numbers is not None and name not in given:
                found.append(_parameter(name, rung, numbers, what))
    return case_model.model_copy(update={"parameters": (*case_model.parameters, *found)})


def _parameter(name: str, rung: Rung, numbers: Range, what: str) -> Parameter:
    low = max(numbers.low, LEAST * numbers.high)
    # Three digits: a reader sees the number that is drawn with, and no more is known of it.
    middle = float(f"{math.sqrt(low * numbers.high):.3g}")
    return Parameter(
        id=name,
        meaning=f"{what}: {rung.name}",
        unit=numbers.unit,
        prior=Prior(low=low, mid=middle, high=numbers.high),
        mark="assumed" if numbers.assumption else "seen",
        source=numbers.source,
        assumption=numbers.assumption,
        rests_on=numbers.rests_on,
    )
