"""Paragraphs that the rules take for a story's text and that do not look like one: cookie notes, comments,
offers.

Small trees over what a paragraph looks like and where on the page it stands, trained on news pages as plain
text; they and their card lie in `likeness.json`. They only ever take text out, and only of pages that are
full of other lines.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp

from brink.read.lines import Piece

BUSY = 50
"""Lines other than text that a page has at least before any of its text is doubted."""
_COMMON = frozenset(
    word
    for line in (
        "the of and to in a is that for it as was with be by on not he his but at are this have from or",
        "had an they which one you were all her she there would their we him been has when who will no more",
        "if out so up said what its about than into them can only other",
    )
    for word in line.split()
)
_READER = frozenset({"you", "your", "yours", "we", "our", "us", "i", "my", "me"})
_FURNITURE = re.compile(
    r"cookie|privacy|subscri|newsletter|copyright|all rights reserved|sign up|terms of|read more|advertis|"
    r"log ?in|javascript|browser|comment|e-?mail|click|download|follow us|your account|password|shipping|"
    r"delivery|free trial|share this|reply|posted by|view all|related|website|©|\|"
)
_SAYS = re.compile(r"\bsaid\b|\bsays\b|\btold\b|according to|[“\"]")
_DATE = re.compile(r"\b(?:19|20)\d\d\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Trees:
    """Boosted trees: nodes are (feature, threshold, left, right), leaves (-1, value, 0, 0)."""

    base: float
    trees: tuple[tuple[tuple[int, float, int, int], ...], ...]
    least: float
    """The likeness below which a paragraph is taken out."""

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
    return Trees(float(str(raw["base"])), nodes, float(str(raw["least"])))


def label_unlike(pieces: Sequence[Piece], *, trees: Trees | None = None) -> None:
    """Take paragraphs out of the text of a busy page that do not look like a story's."""
    if sum(piece.kind != "body" for piece in pieces) < BUSY:
        return
    trees = trees or load_trees()
    for piece, row in rows(pieces):
        likeness = trees.likeness(row)
        if likeness < trees.least:
            piece.be("boilerplate", f"does not look like a story's text ({likeness:.2f})")


def rows(pieces: Sequence[Piece]) -> list[tuple[Piece, list[float]]]:
    """The paragraphs taken for text, each with what the trees look at."""
    body = [i for i, piece in enumerate(pieces) if piece.kind == "body"]
    if not body:
        return []
    page = _Page(pieces, body)
    return [(pieces[i], [*_look(pieces[i]), *page.place(at)]) for at, i in enumerate(body)]


def _look(piece: Piece) -> list[float]:
    """What a paragraph looks like."""
    words = _WORD.findall(piece.plain)
    count = max(1, len(words))
    text = piece.text
    capital = sum(word[:1].isupper() for word in text.split())
    return [
        float(min(piece.words, 200)),
        len(piece.plain) / count,
        float(piece.ends_sentence),
        sum(word in _COMMON for word in words) / count,
        capital / max(1, len(text.split())),
        sum(c.isdigit() for c in text) / max(1, len(text)),
        text.count(",") / count,
        sum(word in _READER for word in words) / count,
        float(min(5, len(_FURNITURE.findall(piece.plain)))),
        float(min(5, len(_SAYS.findall(piece.plain)))),
        float(bool(_DATE.search(piece.plain))),
        text.count("!") + text.count("?") + 0.0,
        text.count(". ") + 0.0,
        float(text.endswith(("…", "..."))),
        float(piece.gap),
        float(text[:1].islower() or not text[:1].isalpha()),
    ]


class _Page:
    """Where paragraphs stand among the other lines."""

    def __init__(self, pieces: Sequence[Piece], body: list[int]) -> None:
        self.pieces, self.body = pieces, body
        self.words = [min(pieces[i].words, 300) for i in body]
        self.total = max(1, sum(self.words))
        self.before = [0]
        for count in self.words:
            self.before.append(self.before[-1] + count)
        self.runs = self._runs()
        self.most = max(range(len(self.runs)), key=lambda i: self.runs[i][2])
        first, last, _ = self.runs[self.most]
        core = {w for at in range(first, last) for w in _content(pieces[body[at]])}
        self.core: frozenset[str] = frozenset(core)

    def _runs(self) -> list[tuple[int, int, int]]:
        """Runs of paragraphs with at most two other lines between: first, past the last, words."""
        runs, start = [], 0
        for at in range(1, len(self.body) + 1):
            if at == len(self.body) or self.body[at] - self.body[at - 1] > 3:
                runs.append((start, at, self.before[at] - self.before[start]))
                start = at
        return runs

    def place(self, at: int) -> list[float]:
        index = self.body[at]
        run = next(i for i, (first, last, _) in enumerate(self.runs) if first <= at < last)
        first, last, held = self.runs[run]
        core_first, core_last, core_words = self.runs[self.most]
        distance = (
            0
            if run == self.most
            else min(abs(index - self.body[core_first]), abs(index - self.body[core_last - 1]))
        )
        own = _content(self.pieces[index])
        shared = len(own & self.core) / max(1, len(own))
        around = [self._kinds(index, reach) for reach in (2, 5, 12)]
        return [
            self.before[at] / self.total,
            1 - self.before[at + 1] / self.total,
            index / len(self.pieces),
            float(min(40, index - self.body[at - 1])) if at else 40.0,
            float(min(40, self.body[at + 1] - index)) if at + 1 < len(self.body) else 40.0,
            float(self.words[at - 1]) if at else 0.0,
            float(self.words[at + 1]) if at + 1 < len(self.body) else 0.0,
            held / self.total,
            float(min(held, 800)),
            float(last - first),
            float(at - first),
            float(last - 1 - at),
            float(run < self.most) - float(run > self.most),
            float(min(80, distance)),
            core_words / self.total,
            float(min(core_words, 2000)),
            shared if run != self.most else -1.0,
            *around,
            float(len(self.pieces) - len(self.body)),
            float(self._words_near(index)),
        ]

    def _kinds(self, index: int, reach: int) -> float:
        """Share of the neighbours that are text."""
        near = self.pieces[max(0, index - reach) : index + reach + 1]
        return sum(piece.kind == "body" for piece in near) / len(near)

    def _words_near(self, index: int) -> int:
        low, high = bisect_left(self.body, index - 8), bisect_left(self.body, index + 9)
        return self.before[high] - self.before[low]


def _content(piece: Piece) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(piece.plain[:600]) if len(word) > 4)
