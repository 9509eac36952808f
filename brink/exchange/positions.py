"""Where the actors of a network are drawn, the same on every run."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

import numpy as np
import numpy.typing as npt

MOST_STEPS = 200
_FEWEST_STEPS = 20
_FARTHEST_STEP = 0.1


def positions(names: Sequence[str], edges: Collection[tuple[str, str]]) -> dict[str, tuple[float, float]]:
    """Places in a plane, roughly between -1 and 1: tied actors near each other, others apart.

    References
    ----------
    Fruchterman and Reingold (1991), started from a circle and without chance.
    """
    places = _circle(len(names))
    number = {name: index for index, name in enumerate(names)}
    ends = sorted({(number[a], number[b]) for a, b in edges if a != b and a in number and b in number})
    wanted = 1 / math.sqrt(max(len(names), 1))
    steps = min(MOST_STEPS, max(_FEWEST_STEPS, 100_000 // max(len(names), 1)))
    for step in range(steps):
        moved = _pushed(places, wanted) + _pulled(places, ends, wanted)
        length = np.maximum(np.linalg.norm(moved, axis=1, keepdims=True), 1e-9)
        farthest = _FARTHEST_STEP * (1 - step / steps)
        # A weak pull to the middle keeps actors without ties on the page.
        places = places + moved / length * np.minimum(length, farthest) - 0.01 * places
    rounded = [(round(float(x), 4), round(float(y), 4)) for x, y in places]
    return dict(zip(names, rounded, strict=True))


def _circle(count: int) -> npt.NDArray[np.float64]:
    turns = 2 * math.pi * np.arange(count) / max(count, 1)
    return np.column_stack([np.cos(turns), np.sin(turns)])


def _pushed(places: npt.NDArray[np.float64], wanted: float) -> npt.NDArray[np.float64]:
    moved = np.zeros_like(places)
    for index, place in enumerate(places):
        apart = place - places
        squared = np.maximum((apart**2).sum(axis=1), 1e-6)
        moved[index] = (apart * (wanted**2 / squared)[:, None]).sum(axis=0)
    return moved


def _pulled(
    places: npt.NDArray[np.float64], ends: Sequence[tuple[int, int]], wanted: float
) -> npt.NDArray[np.float64]:
    moved = np.zeros_like(places)
    for a, b in ends:
        apart = places[a] - places[b]
        pull = apart * float(np.linalg.norm(apart)) / wanted
        moved[a] -= pull
        moved[b] += pull
    return moved
