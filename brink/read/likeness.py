"""Lines that the rules take for a story's text and that do not look like it (cookie notes, comments, offers),
and lines that they leave without a role and that do (headings and items inside the story).

Small trees over what a line looks like and where on the page it stands, trained on news pages as plain
text; they and their card lie in `likeness.json`. They decide on pages alone that are full of other lines.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp

from brink.read.lines import Piece
from brink.read.looks import rows

SENTENCE_WORDS = 9
"""Words of a closed paragraph that stays text where otherwise none would be left."""
BUSY = 50
"""Lines other than text that a page has at least before any of its text is doubted."""


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees: nodes are (feature, threshold, left, right), leaves (-1, value, 0, 0)."""

    base: float
    trees: tuple[tuple[tuple[int, float, int, int], ...], ...]
    least: float
    """The likeness below which a paragraph is taken out."""
    most: float
    """The likeness from which a line without a role is taken in."""

    def likeness(self, row: Sequence[float]) -> float:
        """How like a story's text a paragraph is, between 0 and 1."""
        total = self.base
        for tree in self.trees:
            at = 0
            while tree[at][0] >= 0:
                feature, threshold, left, right = tree[at]
                at = left if row[feature] <= threshold else right
            total += tree[at][1]
        return 1 / (1 + exp(-max(-30.0, min(30.0, total))))


@lru_cache(maxsize=1)
def load_trees() -> Trees:
    """The shipped trees, read once a process."""
    return trees_of(json.loads(files("brink.read").joinpath("likeness.json").read_text(encoding="utf-8")))


def trees_of(raw: dict[str, object]) -> Trees:
    """Trees from their JSON."""
    trees = raw["trees"]
    assert isinstance(trees, list)
    nodes = tuple(tuple((int(f), float(t), int(a), int(b)) for f, t, a, b in tree) for tree in trees)
    return Trees(float(str(raw["base"])), nodes, float(str(raw["least"])), float(str(raw["most"])))


def label_unlike(pieces: Sequence[Piece], *, trees: Trees | None = None) -> None:
    """On a busy page, take out paragraphs that do not look like a story's text, and lines in that do."""
    if sum(piece.kind != "body" for piece in pieces) < BUSY:
        return
    trees = trees or load_trees()
    judged = [(piece, trees.likeness(row)) for piece, row in rows(pieces)]
    emptied = all(likeness < trees.least for piece, likeness in judged if piece.kind == "body")
    for piece, likeness in judged:
        if piece.kind == "body" and emptied and piece.ends_sentence and piece.words >= SENTENCE_WORDS:
            continue
        if piece.kind == "body" and likeness < trees.least:
            piece.be("boilerplate", f"does not look like a story's text ({likeness:.2f})")
        elif piece.kind is None and likeness >= trees.most:
            piece.be("body", f"looks like a line of the story's text ({likeness:.2f})")
