"""What the columns of the parameter table are called, for sentences about them."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from brink.case.definition import Definition
from brink.play.answers.discovery import Reading
from brink.play.model import BoundModel
from brink.play.model.priors import column
from brink.play.model.variants import MOTIVES, STRUCTURES

_TABLE_UNITS = {"thousand": "people", "USD billion": "USD million"}
"""Units that the case writes, and those that the table holds."""
PLAIN_MOTIVES = {
    "H0": "a mixture of motives",
    "H1": "leverage",
    "H2": "like-minded",
    "H3": "lack of capacity",
    "H4": "a ruse",
}


def motive_words(definition: Definition) -> dict[str, str]:
    """A short name for each motive: the id of the case's hypothesis, in words."""
    named: dict[str, str] = {
        h.motive: h.id.replace("-", " ") for h in definition.hypotheses if h.motive is not None
    }
    return {motive: named.get(motive, PLAIN_MOTIVES[motive]) for motive in MOTIVES}


def structure_words(definition: Definition) -> dict[str, str]:
    """What each structure means in the case's own words."""
    given: dict[str, str] = (
        {one.id: one.meaning for one in definition.model.structures} if definition.model else {}
    )
    return {structure: given.get(structure, structure) for structure in STRUCTURES}


class Readings:
    """Words for every column that was drawn from a belief, motive and structure among them."""

    def __init__(self, definition: Definition, bound: BoundModel) -> None:
        motives, structures = motive_words(definition), structure_words(definition)
        self._named: dict[str, Reading] = {
            "motive": Reading(
                "the host's motive", kinds={float(m[1]): words for m, words in motives.items()}
            ),
            "structure": Reading(
                "what drives attacks", kinds={float(s[1]): words for s, words in structures.items()}
            ),
        }
        for known in bound.known.values():
            unit = _TABLE_UNITS.get(known.unit, known.unit)
            self._named.setdefault(column(known.id), Reading(known.meaning, unit))
        table: Mapping[str, np.ndarray] = {name: bound.table[:, at] for at, name in enumerate(bound.names)}
        self.varying = tuple(name for name in bound.names if name in self._named and np.ptp(table[name]) > 0)
        """Columns that differ between points and that somebody believes something about."""
        self.others = frozenset(bound.names) - set(self.varying)

    def __call__(self, name: str) -> Reading:
        return self._named.get(name, Reading(name.replace("_", " ")))
