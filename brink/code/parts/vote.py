"""The vote on what part a phrase has in the acts of a story, and on whether the story reports acts at all.

Log-linear models on hashed features; weights and their card lie in `vote.npz` and `vote.json`.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from io import BytesIO
from typing import Final

import numpy as np
from numpy.typing import NDArray

from brink.code.passage import Passage
from brink.code.rows import PartRole

ROLES: Final[tuple[PartRole, ...]] = ("perpetrator", "organisation", "target", "victim", "weapon")
"""In the order of the weights' columns after the first, which is for no part."""
SIZE = 1 << 18
WORDS = 1 << 13
_CONTENT = frozenset({"NOUN", "VERB", "PROPN", "ADJ"})


@dataclass(frozen=True, slots=True)
class Vote:
    """Weights of phrases, shape (places of features, 1 + roles), and of a story's words."""

    weights: NDArray[np.float32]
    words: NDArray[np.float32]
    base: float
    least: NDArray[np.float32]
    """By role, the chance from which a phrase is taken to have it."""

    def relevance(self, passages: Sequence[Passage]) -> float:
        """Log-odds that the story reports acts of violence, by which words it has."""
        return self.base + float(self.words[[place_of_word(word) for word in words_of(passages)]].sum())

    def chances(self, rows: Sequence[Sequence[str]]) -> NDArray[np.float32]:
        """Of each row of features the chance of no part and of each role, shape (rows, 1 + roles).

        A row has at least one feature.
        """
        if not rows:
            return np.zeros((0, 1 + len(ROLES)), np.float32)
        starts = np.cumsum([0, *map(len, rows[:-1])])
        scores = np.add.reduceat(self.weights[[place(name) for row in rows for name in row]], starts, axis=0)
        scores -= scores.max(axis=1, keepdims=True)
        powers = np.exp(scores)
        return np.asarray(powers / powers.sum(axis=1, keepdims=True), np.float32)


def words_of(passages: Sequence[Passage]) -> list[str]:
    """The content words of a story, each once."""
    return sorted(
        {
            token.lemma_.lower()
            for passage in passages
            for token in passage.doc
            if token.pos_ in _CONTENT and token.is_alpha
        }
    )


def place(name: str) -> int:
    """Where the weights of a feature of a phrase are kept."""
    return zlib.crc32(name.encode()) % SIZE


def place_of_word(word: str) -> int:
    """Where the weight of a word of a story is kept."""
    return zlib.crc32(word.encode()) % WORDS


@lru_cache(maxsize=1)
def load_vote() -> Vote:
    """The shipped model, read once a process."""
    raw = files("brink.code.parts").joinpath("vote.npz").read_bytes()
    with np.load(BytesIO(raw), allow_pickle=False) as found:
        return Vote(
            found["weights"].astype(np.float32),
            found["words"].astype(np.float32),
            float(found["base"]),
            found["least"].astype(np.float32),
        )
