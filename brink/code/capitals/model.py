"""The model of capitals: hashed weights for three ways of writing a word, and the best row of them.

A maximum-entropy Markov model; weights and their card lie in `casing.npz` and `casing.json`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from brink.code.capitals.features import Word, features, follows

SMALL, TITLE, CAPITALS = 0, 1, 2
WAYS: Final = (SMALL, TITLE, CAPITALS)


@dataclass(frozen=True, slots=True)
class Casing:
    """Log-linear weights, shape (places of features, ways of writing)."""

    weights: NDArray[np.float32]

    def best(self, words: Sequence[Word], listed: Sequence[str]) -> list[int]:
        """The likeliest way of writing each word (Viterbi)."""
        if not words:
            return []
        score = np.zeros(len(WAYS))
        came: list[NDArray[np.intp]] = []
        for at in range(len(words)):
            own = self.weights[features(words, at, listed[at])].sum(axis=0)
            previous = WAYS if at else (SMALL,)
            steps = np.stack([own + self.weights[follows(way, words, at)].sum(axis=0) for way in previous])
            steps -= np.logaddexp.reduce(steps, axis=1, keepdims=True)
            total = score[: len(previous), None] + steps
            came.append(total.argmax(axis=0))
            score = total.max(axis=0)
        way = int(score.argmax())
        found = [way]
        for back in reversed(came[1:]):
            way = int(back[way])
            found.append(way)
        return found[::-1]


@lru_cache(maxsize=1)
def load_casing() -> Casing:
    """The shipped model, read once a process."""
    raw = files("brink.code.capitals").joinpath("casing.npz").read_bytes()
    with np.load(BytesIO(raw), allow_pickle=False) as found:
        return Casing(found["weights"].astype(np.float32))
