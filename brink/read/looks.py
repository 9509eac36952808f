"""What a line of a page looks like and where it stands, as numbers that trees part it by."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from brink.read.lines import Piece

FEWEST = 3
"""Words of a line without a role that may still be a story's text: a heading or item inside it."""
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


_ROLES = {"body": 0, None: 1, "heading": 2}
Row = list[float]


def rows(pieces: Sequence[Piece]) -> list[tuple[Piece, Row]]:
    """The lines that are text by the rules, or have no role, each with what the trees look at.

    Nothing when the rules find no text on the page.
    """
    body = [i for i, piece in enumerate(pieces) if piece.kind == "body"]
    if not body:
        return []
    page = _Page(pieces, body)
    doubtful = [i for i, piece in enumerate(pieces) if piece.kind == "body" or _is_open(piece)]
    looks = {i: _look(pieces[i]) for i in doubtful}
    return [(pieces[i], [*looks[i], *page.place(i), *page.beside(i)]) for i in doubtful]


def _is_open(piece: Piece) -> bool:
    return piece.kind is None and piece.words >= FEWEST and not piece.echo


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

    def place(self, index: int) -> Row:
        """Where a line stands: among the text, among the runs of text, among the lines of the page."""
        at = bisect_left(self.body, index)
        inside = at < len(self.body) and self.body[at] == index
        at = min(at, len(self.body) - 1)
        run = next(i for i, (first, last, _) in enumerate(self.runs) if first <= at < last)
        first, last, held = self.runs[run]
        past = at + 1 if inside else at
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
            1 - self.before[past] / self.total,
            index / len(self.pieces),
            float(min(40, index - self.body[at - 1])) if at else 40.0,
            float(min(40, self.body[past] - index)) if past < len(self.body) else 40.0,
            float(self.words[at - 1]) if at else 0.0,
            float(self.words[past]) if past < len(self.body) else 0.0,
            held / self.total,
            float(min(held, 800)),
            float(last - first),
            float(at - first),
            float(last - 1 - at),
            float(run < self.most) - float(run > self.most),
            float(inside),
            float(self.body[core_first] < index < self.body[core_last - 1]),
            float(min(80, distance)),
            core_words / self.total,
            float(min(core_words, 2000)),
            shared if run != self.most else -1.0,
            *around,
            float(len(self.pieces) - len(self.body)),
            float(self._words_near(index)),
        ]

    def beside(self, index: int) -> Row:
        """The lines next to it and the shortness of those around, whatever their role."""
        found: Row = []
        for step in (-2, -1, 1, 2):
            other = self.pieces[index + step] if 0 <= index + step < len(self.pieces) else None
            found += [
                float(min(other.words, 100)) if other is not None else -1.0,
                float(other.ends_sentence) if other is not None else -1.0,
                float(_ROLES.get(other.kind, 3)) if other is not None else -1.0,
            ]
        for reach in (4, 10):
            first = max(0, index - reach)
            near = [*self.pieces[first:index], *self.pieces[index + 1 : index + reach + 1]]
            found.append(sum(p.words < 6 for p in near) / max(1, len(near)))
            found.append(sum(min(p.words, 100) for p in near) / max(1, len(near)))
            found.append(sum(p.ends_sentence for p in near) / max(1, len(near)))
        return found

    def _kinds(self, index: int, reach: int) -> float:
        """Share of the neighbours that are text."""
        near = self.pieces[max(0, index - reach) : index + reach + 1]
        return sum(piece.kind == "body" for piece in near) / len(near)

    def _words_near(self, index: int) -> int:
        low, high = bisect_left(self.body, index - 8), bisect_left(self.body, index + 9)
        return self.before[high] - self.before[low]


def _content(piece: Piece) -> frozenset[str]:
    return frozenset(word for word in _WORD.findall(piece.plain[:600]) if len(word) > 4)
