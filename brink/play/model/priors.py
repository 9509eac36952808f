"""The priors of the generic model, and how a case's own replace them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from brink.case.parts.model import Model as CaseModel
from brink.case.parts.numbers import Parameter, Prior
from brink.errors import BadModel, nearest
from brink.play.model.quantiles import AT_95, value_at

VARIANTS = ("S1", "S2", "S3", "H0", "H1", "H2", "H3", "H4")
NEUTRAL = {
    "attacks.season": 1.0,
    "truce.keepers": 1.0,
    "leader.attacks": 1.0,
    "leader.truce_end": 1.0,
    "truce.attacks": 1.0,
    "border.infiltration": 1.0,
    "cooperation.retaliation": 1.0,
    "host.help": 1.0,
    "host.attachment": 0.5,
    "interstate.escalation": 1.0,
    "drones.fade": 3.0,
}
"""Values at which an effect is absent, where that is not 0."""


@dataclass(frozen=True, slots=True)
class Known:
    """A parameter as the model will use it: what it means, how it is known, and who gave it."""

    id: str
    under: str | None
    meaning: str
    unit: str
    value: float | None
    prior: Prior | None
    mark: str
    grounds: str
    from_case: bool
    within: tuple[float, float]
    neutral: float
    place: int
    """Dimension of the sequence of points that it takes, the same in every case."""

    def at(self, u: float) -> float:
        """Its value at probability u."""
        if self.value is not None:
            return self.value
        if self.prior is None:
            return self.neutral
        return value_at(self.prior, u, within=self.within, neutral=self.neutral)

    def said(self) -> str:
        """`0.02, 0.05, 0.1` as a reader should see it."""
        if self.value is not None:
            return f"{self.value:g}"
        if self.prior is None:
            return f"{self.neutral:g}"
        if self.prior.mean is not None:
            shape = f"normal, mean {self.prior.mean:g}, sd {self.prior.sd:g}"
        else:
            shape = f"{self.prior.low:g} to {self.prior.high:g}, median {self.prior.mid:g}"
        return shape + (f"; absent with chance {self.prior.absent:g}" if self.prior.absent else "")


RENAMED = {"host.support": "host_support_start", "fighters.inside": "fighters_inside_start"}
"""Parameters whose plain name is that of a state they only start."""


def column(parameter: str) -> str:
    """The name a parameter has in the model's tables: `attacks.level` is `attacks_level`."""
    return RENAMED.get(parameter, parameter.replace(".", "_"))


@cache
def generic() -> tuple[Mapping[str, Any], ...]:
    """The entries of `priors.yaml`, in order."""
    text = files("brink.play.model").joinpath("priors.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text)["parameters"])


@cache
def places() -> Mapping[str, int]:
    """The dimension of each parameter id."""
    ids = dict.fromkeys(str(entry["id"]) for entry in generic())
    return {name: place for place, name in enumerate(ids)}


def bounds(parameter: str) -> tuple[float, float]:
    """What values of a parameter can mean."""
    entry = next(entry for entry in generic() if entry["id"] == parameter)
    low, high = entry["within"]
    return float(low), float(high)


def known_parameters(
    case_model: CaseModel, *, as_of: date | None = None
) -> dict[tuple[str, str | None], Known]:
    """All parameters of the model by id and variant: the case's where it gives them, else the generic ones.

    One that rests on data after `as_of` gives way to the generic one, if there is one.

    Raises
    ------
    BadModel
        When a prior lies outside what its parameter can mean, or when the case leaves out one that has no
        general value.
    """
    found = generic_parameters()
    for parameter in case_model.parameters:
        if parameter.id not in places():
            continue
        _check_range(parameter)
        key = (parameter.id, parameter.under)
        if as_of is not None and parameter.data_to is not None and parameter.data_to > as_of and key in found:
            continue
        found[parameter.id, parameter.under] = _of_case(parameter)
    missing = [str(e["id"]) for e in generic() if e.get("required") and (e["id"], None) not in found]
    if missing:
        raise BadModel(
            f"model.parameters lacks {', '.join(missing)}, which no other case can lend; add "
            f"`id: {missing[0]}` with a value or prior and its source"
        )
    return found


def unknown_parameters(case_model: CaseModel) -> list[str]:
    """Ids that a case gives and the model does not know, with the nearest that it does."""
    ids = dict.fromkeys(p.id for p in case_model.parameters if p.id not in places())
    return [f"{name}{nearest(name, places())}" for name in ids if not name.startswith("observe.")]


def generic_parameters() -> dict[tuple[str, str | None], Known]:
    """The generic priors by id and variant, without those that only a case can give."""
    return {(known.id, known.under): known for known in _generic_known()}


def _generic_known() -> Iterator[Known]:
    for entry in generic():
        if entry.get("required"):
            continue
        shape = {key: entry[key] for key in entry if key not in ("within", "required")}
        parameter = Parameter.model_validate(shape)
        yield _known(parameter, from_case=False)


def _of_case(parameter: Parameter) -> Known:
    return _known(parameter, from_case=True)


def _known(parameter: Parameter, *, from_case: bool) -> Known:
    return Known(
        id=parameter.id,
        under=parameter.under,
        meaning=parameter.meaning,
        unit=parameter.unit,
        value=parameter.value,
        prior=parameter.prior,
        mark=parameter.mark,
        grounds=parameter.grounds,
        from_case=from_case,
        within=bounds(parameter.id),
        neutral=NEUTRAL.get(parameter.id, 0.0),
        place=places()[parameter.id],
    )


def _check_range(parameter: Parameter) -> None:
    low, high = bounds(parameter.id)
    under = f" under {parameter.under}" if parameter.under else ""
    prior = parameter.prior
    for value in [parameter.value] if prior is None else _marks(prior):
        if value is not None and not low <= value <= high:
            raise BadModel(
                f"model.parameters: {parameter.id}{under} has {value:g}, outside {low:g} to {high:g} "
                f"({parameter.unit}); check its unit"
            )


def _marks(prior: Prior) -> tuple[float | None, ...]:
    """What of a prior must lie within bounds: its 5, 50 and 95 %."""
    if prior.mean is None or prior.sd is None:
        return prior.low, prior.mid, prior.high
    return prior.mean - AT_95 * prior.sd, prior.mean, prior.mean + AT_95 * prior.sd
