"""Whether the parts of a model fit together."""

from __future__ import annotations

import inspect
import keyword
from collections import Counter
from typing import TYPE_CHECKING

from brink.errors import BadModel, nearest
from brink.play.engine.contract import LANES, MONTH, MOST_MECHANISMS, Draw, Mechanism

if TYPE_CHECKING:
    from brink.play.engine.model import Model


def check_model(model: Model) -> None:
    """Raise BadModel where a model's names, draws, mechanisms, outcomes or series do not fit together."""
    _check_names(model)
    _check_draws(model.draws)
    for mechanism in model.mechanisms:
        _check_mechanism(model, mechanism)
    _check_uses(model)


def index_of(name: str, known: tuple[str, ...], what: str) -> int:
    """Where a name stands among those there are; raises BadModel with the nearest of them."""
    if name not in known:
        raise BadModel(f"no {what} {name!r}{nearest(name, known)}; there are {', '.join(known) or 'none'}")
    return known.index(name)


def _check_names(model: Model) -> None:
    tables = {
        "state": model.state_names,
        "parameter": model.parameters,
        "lever": model.levers,
        "draw": tuple(draw.name for draw in model.draws),
        "the month": (MONTH,),
        "function of a mechanism": tuple(one.step.__name__ for one in model.mechanisms),
    }
    owners: dict[str, str] = {}
    for what, names in tables.items():
        for name in names:
            if not name.isidentifier() or keyword.iskeyword(name) or name.startswith("_"):
                raise BadModel(f"{what} {name!r}: use letters, digits and _ within, as for a Python name")
            if name in owners and what != "function of a mechanism":
                raise BadModel(f"{name!r} is both a {owners[name]} and a {what}; rename one")
            if owners.get(name, what) != what:
                raise BadModel(
                    f"{name!r} is a {owners[name]} and a mechanism's function; rename the function"
                )
            owners[name] = what
    for what, ids in (
        ("mechanisms", [one.id for one in model.mechanisms]),
        ("outcomes", list(model.outcome_names)),
    ):
        twice = [name for name, times in Counter(ids).items() if times > 1]
        if twice:
            raise BadModel(f"two {what} are called {twice[0]!r}; rename one")
    if len(model.mechanisms) > MOST_MECHANISMS:
        raise BadModel(f"{len(model.mechanisms)} mechanisms; a model has at most {MOST_MECHANISMS}")


def _check_draws(draws: tuple[Draw, ...]) -> None:
    taken: dict[tuple[int, int], str] = {}
    for draw in draws:
        address = (draw.block, draw.lane)
        if draw.block < 0 or not 0 <= draw.lane < LANES:
            raise BadModel(f"draw {draw.name!r} at {address}: blocks start at 0, lanes are 0 to {LANES - 1}")
        if address in taken:
            raise BadModel(f"draws {taken[address]!r} and {draw.name!r} share the address {address}")
        taken[address] = draw.name


def _check_mechanism(model: Model, mechanism: Mechanism) -> None:
    where = f"mechanism {mechanism.id!r}"
    plain = inspect.Parameter.POSITIONAL_OR_KEYWORD
    draws = tuple(draw.name for draw in model.draws)
    known = (*model.state_names, *model.parameters, *model.levers, *draws, MONTH)
    for name, given in inspect.signature(mechanism.step).parameters.items():
        if given.kind is not plain or given.default is not inspect.Parameter.empty:
            raise BadModel(f"{where}: {name!r} must be a plain argument without a default")
        if name not in known:
            raise BadModel(
                f"{where} reads {name!r}, which is nothing in the model{nearest(name, known)}; "
                f"there are {', '.join(known)}"
            )
    if not mechanism.writes:
        raise BadModel(f"{where} writes no state, so it does nothing")
    for name in (*mechanism.writes, *mechanism.neutral):
        if name not in model.state_names:
            raise BadModel(f"{where} writes {name!r}, which is no state{nearest(name, model.state_names)}")
    if stray := set(mechanism.neutral) - set(mechanism.writes):
        raise BadModel(f"{where} has a neutral value for {min(stray)!r}, which it does not write")


def _check_uses(model: Model) -> None:
    for state in model.states:
        if isinstance(state.start, str) and state.start not in model.parameters:
            raise BadModel(
                f"state {state.name!r} starts at {state.start!r}, which is no parameter"
                f"{nearest(state.start, model.parameters)}"
            )
    for outcome in model.outcomes:
        index_of(outcome.of, model.state_names, f"state for outcome {outcome.name!r}:")
        if (outcome.reduce in ("months", "first")) != (outcome.above is not None):
            raise BadModel(f"outcome {outcome.name!r}: above: goes with months and first, and only with them")
        if outcome.window < 1 or (outcome.window > 1 and outcome.reduce not in ("max", "min")):
            raise BadModel(f"outcome {outcome.name!r}: window: is a number of months, for max and min only")
    for name in model.series:
        index_of(name, model.state_names, "state for a series:")
    if not model.outcomes:
        raise BadModel("the model has no outcomes, so nothing would be kept of a future")
