"""Names found from raw text, measured on sentences marked for this gate."""

from __future__ import annotations

import re
from pathlib import Path

from brink.code.names.find import find_names
from brink.code.pipeline import load_pipeline

MARKED = Path(__file__).parent / "heldout.txt"
_MARK = re.compile(r"\[(person|organisation|place): ([^\]]+)\]")

Name = tuple[int, int, str]
"""Characters `[start, end)` and sort."""


def corpus() -> list[Path]:
    """The file the gate measures on."""
    return [MARKED]


def figures() -> dict[str, float]:
    """Precision and recall of names with exact ends and sort."""
    held = [marked(line) for line in lines()]
    guessed = [(truth, found_names(text)) for text, truth in held]
    right = sum(len(truth & guess) for truth, guess in guessed)
    return {
        "heldout_precision": right / sum(len(guess) for _, guess in guessed),
        "heldout_recall": right / sum(len(truth) for truth, _ in guessed),
    }


def lines() -> list[str]:
    written = MARKED.read_text(encoding="utf-8").splitlines()
    return [line for line in written if line and not line.startswith("#")]


def marked(line: str) -> tuple[str, set[Name]]:
    """A line without its marks, and the names they mark."""
    text, names, at = "", set(), 0
    for found in _MARK.finditer(line):
        text += line[at : found.start()]
        names.add((len(text), len(text) + len(found.group(2)), found.group(1)))
        text, at = text + found.group(2), found.end()
    return text + line[at:], names


def found_names(text: str) -> set[Name]:
    """The names Brink finds in a text."""
    doc = load_pipeline()(text)
    return {(doc[n.first].idx, doc[n.last - 1].idx + len(doc[n.last - 1]), n.sort) for n in find_names(doc)}
