"""What is left open: structures of attacks, motives of the host, and how far each is believed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from brink.case.definition import Definition
from brink.case.parts.model import Model as CaseModel
from brink.errors import BadModel, nearest

Floats = NDArray[np.float64]
STRUCTURES = ("S1", "S2", "S3")
MOTIVES = ("H0", "H1", "H2", "H3", "H4")


def judged_structures(case_model: CaseModel) -> dict[str, float]:
    """Weights of the structures by judgement; alike where the case gives none."""
    given: dict[str, float] = {one.id: one.weight for one in case_model.structures}
    return {name: given.get(name, 0.0) for name in STRUCTURES} if given else dict.fromkeys(STRUCTURES, 1 / 3)


def judged_motives(definition: Definition) -> dict[str, float]:
    """Weights of the motives: priors of the hypotheses that stand for them, summing to 1; else H0 alone."""
    given = dict.fromkeys(MOTIVES, 0.0)
    for hypothesis in definition.hypotheses:
        if hypothesis.motive is not None:
            given[hypothesis.motive] += hypothesis.prior
    total = sum(given.values())
    if total == 0.0:
        return {**given, "H0": 1.0}
    return {name: weight / total for name, weight in given.items()}


def as_array(weights: Mapping[str, float], names: Sequence[str]) -> Floats:
    """Weights in the order of names, summing to 1; raises BadModel for unknown names or weights."""
    for name in weights:
        if name not in names:
            raise BadModel(f"no variant {name!r}{nearest(name, names)}; there are {', '.join(names)}")
    array = np.array([weights.get(name, 0.0) for name in names], dtype=np.float64)
    if (array < 0).any() or not array.sum() > 0:
        raise BadModel(f"weights {dict(weights)} must be non-negative with a positive sum")
    normed: Floats = array / array.sum()
    return normed
