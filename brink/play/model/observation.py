"""How each source counts: what a number of the model would look like in its words, with its spread."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from brink.case.parts.model import Model as CaseModel
from brink.case.parts.numbers import Parameter
from brink.errors import NotInCase, nearest
from brink.play.model.priors import known_parameters
from brink.play.model.quantiles import AT_95

SCALE = "ucdp"
"""The source whose counts are the model's: the only complete monthly one."""


@dataclass(frozen=True, slots=True)
class Reporting:
    """A source's log-normal reporting factor: attacks it counts per lethal event of the model."""

    source: str
    factor: float
    spread: float
    """Standard deviation of the log of a year's count about it."""
    parameter: Parameter

    @property
    def grounds(self) -> str:
        return self.parameter.grounds

    def range_of(self, attacks: float) -> tuple[float, float, float]:
        """What the source would count, 5, 50 and 95 %, for so many attacks of the model."""
        away = math.exp(AT_95 * self.spread)
        middle = attacks * self.factor
        return middle / away, middle, middle * away


def reporting(case_model: CaseModel) -> Iterator[Reporting]:
    """The factors of a case's `observe.*` parameters, the model's own scale left out."""
    spread = known_parameters(case_model)["observe.spread", None].at(0.5)
    for parameter in case_model.parameters:
        kind, _, source = parameter.id.partition(".")
        if kind == "observe" and source not in (SCALE, "spread") and parameter.value is not None:
            yield Reporting(source, parameter.value, spread, parameter)


def as_reported(case_model: CaseModel, source: str, attacks: float) -> tuple[float, float, float]:
    """What a source would count, 5, 50 and 95 %, for a number of attacks of the model.

    Raises
    ------
    NotInCase
        When the case says nothing of how that source counts.
    """
    known = {one.source: one for one in reporting(case_model)}
    if source == SCALE:
        return attacks, attacks, attacks
    if source not in known:
        raise NotInCase(f"no observe.{source} among model.parameters{nearest(source, known)}")
    return known[source].range_of(attacks)


def true_events(case_model: CaseModel, attacks: float) -> tuple[float, float, float]:
    """Lethal events there may have been, 5, 50 and 95 %, for a number that UCDP recorded."""
    share = known_parameters(case_model)["observe.ucdp", None]
    return attacks / share.at(0.95), attacks / share.at(0.5), attacks / share.at(0.05)
