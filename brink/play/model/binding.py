"""A case bound to the model: every number of every point, from priors, posterior and history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from brink.case.definition import Definition
from brink.case.parts.model import Model as CaseModel
from brink.dates.months import last_whole_month, month_interval
from brink.errors import BadModel, nearest
from brink.play.model.bound_model import BoundModel
from brink.play.model.columns import INDEX, PARAMETERS
from brink.play.model.derived import derive
from brink.play.model.ladder_numbers import ladder_numbers
from brink.play.model.points import MOTIVE, STRUCTURE, pick, uniforms
from brink.play.model.priors import Known, column, known_parameters, places
from brink.play.model.sanctuary import MODEL
from brink.play.model.together import check_together
from brink.play.model.variants import MOTIVES, STRUCTURES, as_array, judged_motives, judged_structures

Floats = NDArray[np.float64]
SEED = 20221231
"""Default seed of the points; any number would do."""


def bind(
    definition: Definition,
    *,
    points: int = 1024,
    seed: int = SEED,
    structures: Mapping[str, float] | None = None,
    motives: Mapping[str, float] | None = None,
    start: Mapping[str, float] | None = None,
    posterior: Mapping[str, Mapping[str, Floats]] | None = None,
    as_of: date | None = None,
    positions: Floats | None = None,
) -> BoundModel:
    """A case's numbers for the model.

    Parameters
    ----------
    structures, motives
        Weights by which points are picked; by default the judgement weights of case.yaml.
    start
        Columns to set in every row, such as the starting state from the case's history.
    posterior
        For each structure, columns of equally likely draws, all of one length, that replace the priors'.
    as_of
        Day after whose month the model begins; the case's own by default.
    positions
        Where the points lie in the unit cube, shape (points, 256), instead of the sequence's own places.

    Raises
    ------
    BadModel
        When the case has no model, no group, weights that make no sense, or numbers out of range.
    """
    case_model = model_of(definition)
    known = known_parameters(ladder_numbers(definition, case_model), as_of=as_of or definition.as_of)
    check_together(known)
    structure_weights = structures or judged_structures(case_model)
    motive_weights = motives or judged_motives(definition)
    u = uniforms(points, seed=seed) if positions is None else positions
    points = len(u)
    structure = pick(u[:, STRUCTURE], as_array(structure_weights, STRUCTURES)) + 1
    motive = pick(u[:, MOTIVE], as_array(motive_weights, MOTIVES))
    table = np.zeros((points, len(PARAMETERS)))
    start_month = last_whole_month(as_of or definition.as_of) + 1
    table[:, INDEX["structure"]], table[:, INDEX["motive"]] = structure, motive
    table[:, INDEX["calendar_month"]] = month_interval(start_month).start.month
    for parameter, place in places().items():
        table[:, INDEX[column(parameter)]] = _column_of(parameter, u[:, place], known, structure, motive)
    _without_absent_roles(table, case_model)
    fitted = _take_posterior(table, structure, posterior or {}, seed=seed)
    derive(table, start=start or {})
    # Once more, for columns that were derived or started from priors and that the posterior knows better.
    _take_posterior(table, structure, posterior or {}, seed=seed)
    return BoundModel(
        model=MODEL,
        table=table,
        structure=structure,
        motive=motive,
        structure_weights=dict(structure_weights),
        motive_weights=dict(motive_weights),
        known=known,
        start_month=start_month,
        fitted=fitted,
        start=dict(start or {}),
    )


def model_of(definition: Definition) -> CaseModel:
    """The model section of a case; raises BadModel when it has none."""
    if definition.model is None:
        raise BadModel(
            f"{definition.title} binds no model; add model: with kind: sanctuary, roles (target, group, "
            "host) and parameters, as in the case-yaml reference"
        )
    return definition.model


def _column_of(
    parameter: str,
    u: Floats,
    known: Mapping[tuple[str, str | None], Known],
    structure: NDArray[np.int64],
    motive: NDArray[np.int64],
) -> Floats:
    """A parameter at every point, by the variant the point stands for."""
    variants = {under: one for (name, under), one in known.items() if name == parameter}
    general = variants.get(None)
    any_variant = next(iter(variants.values()))
    out = np.full(len(u), any_variant.neutral) if general is None else _values(general, u)
    for under, one in variants.items():
        if under is None:
            continue
        held = structure == int(under[1]) if under[0] == "S" else motive == int(under[1])
        out[held] = _values(one, u[held])
    return out


def _values(one: Known, u: Floats) -> Floats:
    if one.value is not None:
        return np.full(len(u), one.value)
    return _drawn(one, np.ascontiguousarray(u).tobytes()).copy()


# Designs that vary one column, and structures bound one by one, ask for the same columns many times.
@lru_cache(maxsize=1024)
def _drawn(one: Known, u: bytes) -> Floats:
    return np.array([one.at(x) for x in np.frombuffer(u).tolist()])


def _without_absent_roles(table: Floats, case_model: CaseModel) -> None:
    """A case without rivals or partner has none of their violence or help."""
    roles = case_model.roles
    if len(roles.rivals) < 2:
        table[:, INDEX["second_rival_attacks"]] = 0.0
    if not roles.rivals:
        table[:, INDEX["first_rival_attacks"]] = 0.0
        table[:, INDEX["rivals_capacity"]] = 0.0
    if roles.partner is None:
        table[:, INDEX["cooperation_start"]] = 0.0


def _take_posterior(
    table: Floats,
    structure: NDArray[np.int64],
    posterior: Mapping[str, Mapping[str, Floats]],
    *,
    seed: int,
) -> tuple[str, ...]:
    """Posterior draws in place of priors, a shuffled row for each point of the structure."""
    taken: dict[str, None] = {}
    for place, name in enumerate(STRUCTURES):
        columns = posterior.get(name, {})
        rows = np.flatnonzero(structure == place + 1)
        if not columns or not len(rows):
            continue
        draws = len(next(iter(columns.values())))
        order = np.random.default_rng([seed, place]).permutation(max(draws, 1))
        chosen = order[np.arange(len(rows)) % draws]
        for key, values in columns.items():
            if key not in INDEX:
                raise BadModel(f"the posterior holds {key!r}, which is no parameter{nearest(key, INDEX)}")
            table[rows, INDEX[key]] = values[chosen]
            taken[key] = None
    return tuple(taken)
