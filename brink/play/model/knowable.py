"""A case as it was knowable at a date: numbers that rest on later data give way, judgements stand."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from brink.case.definition import Definition
from brink.case.parts.numbers import Parameter, Prior
from brink.dates.months import month_label
from brink.errors import BadModel
from brink.play.model.binding import model_of
from brink.play.model.priors import bounds, generic_parameters, places

if TYPE_CHECKING:
    from brink.play.model.history import History

LEVEL = "attacks.level"
"""The one number that no other case can lend and that the case's own series holds."""
LEVEL_MONTHS = 12
DISPERSION = 10.0
"""Of monthly counts about their level, the middle of the generic belief."""
WIDER = 2.0
"""The level drifts, so that the error of its mean is taken twice: an assumption."""
Z_95 = 1.645


@dataclass(frozen=True, slots=True)
class GaveWay:
    """A number of the case that rests on data from after the date, and what stands in its place."""

    id: str
    data_to: date
    to: str
    """`the generic model's` or the months of the series that were counted instead."""


def as_knowable(
    definition: Definition, *, as_of: date, history: History | None
) -> tuple[Definition, tuple[GaveWay, ...]]:
    """The case with its as-of date set, and without what rests on later data.

    Such a number gives way to the generic model's; the level of attacks, which no other case can lend,
    to the mean of the last twelve months that were counted then.

    Raises
    ------
    BadModel
        When a number that only the case can give rests on later data, and no series can stand in.
    """
    dated = definition if as_of == definition.as_of else definition.model_copy(update={"as_of": as_of})
    if dated.model is None:
        return dated, ()
    stay, gone = [], []
    for parameter in dated.model.parameters:
        if parameter.data_to is None or parameter.data_to <= as_of:
            stay.append(parameter)
        elif parameter.id in places():
            instead, to = _instead(parameter, as_of, history)
            stay += [instead] if instead is not None else []
            gone.append(GaveWay(parameter.id, parameter.data_to, to))
    if not gone:
        return dated, ()
    model = model_of(dated).model_copy(update={"parameters": tuple(stay)})
    return dated.model_copy(update={"model": model}), tuple(gone)


def _instead(parameter: Parameter, as_of: date, history: History | None) -> tuple[Parameter | None, str]:
    if (parameter.id, parameter.under) in generic_parameters():
        return None, "the generic model's"
    if parameter.id == LEVEL and history is not None:
        return level_then(parameter, history)
    raise BadModel(
        f"model.parameters: {parameter.id} rests on data up to {parameter.data_to}, no other case can lend "
        f"it, and no series says what it was; play as of {parameter.data_to} or later, or give it a value "
        f"that could be known on {as_of}"
    )


def level_then(parameter: Parameter, history: History) -> tuple[Parameter, str]:
    """The level of attacks by the last months counted, with its 5 and 95 %.

    The mean m of n months, half an event added so that a quiet series has a level; its standard error is
    sqrt((m + m^2 / k) / n) for counts of dispersion k, taken twice and on the scale of factors.
    """
    counts = history.attacks.events[-LEVEL_MONTHS:]
    months = len(counts)
    mean = float((np.sum(counts) + 0.5) / months)
    error = WIDER * math.sqrt((mean + mean * mean / DISPERSION) / months) / mean
    span = f"{month_label(history.end - months)} to {month_label(history.end - 1)}"
    least, most = bounds(LEVEL)
    low, high = mean * math.exp(-Z_95 * error), mean * math.exp(Z_95 * error)
    prior = Prior(low=max(least, low), mid=max(least, mean), high=min(most, max(least, high)))
    said = f"the mean of {span} in the case's series"
    changed = {"prior": prior, "value": None, "data_to": None, "source": said, "mark": "fitted"}
    return parameter.model_copy(update=changed), said
