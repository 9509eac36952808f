"""Pieces of evidence made by hand, and a small coded case with two answers to one question."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from typer.testing import CliRunner, Result

from brink.case.parts.evidence import Band
from brink.cli.app import app
from brink.code.rows import Quote
from brink.weigh.items import Item
from brink.weigh.links import Link
from brink.weigh.matrix import Matrix

HYPOTHESES = """
actors: [{name: JNIM, kind: group}]
hypotheses:
  - id: for-time
    question: Why does JNIM fight on?
    statement: To gain time for talks.
    prior: 0.7
    assumption: a test
    phrases: [offered to mediate]
    if_true:
      - sees: attacks on the army
        like: {types: [ASSAULT], actors: [JNIM]}
        chance: {for-time: likely, others: unlikely}
    if_false: [{sees: a truce is kept}]
  - id: for-rule
    question: Why does JNIM fight on?
    statement: To rule the north.
    prior: 0.3
    assumption: a test
    if_true: [{sees: taxes are raised}]
weighed:
  - document: gao.txt
    quote: Gunmen from JNIM attacked an army post
    by: desk
    on: 2024-06-30
    links:
      - {hypothesis: for-time, band: against, because: who wants talks does not raid}
      - {hypothesis: for-rule, band: for, because: who wants to rule drives the army out}
"""


def piece(
    name: int, *, story: str | None = None, speaker: str | None = None, text: str = "", family: str = ""
) -> Item:
    """A claim made by hand; each has a story and a family of its own unless told otherwise."""
    story = story or f"story-{name}"
    return Item(
        id=f"c{name:010x}", kind="claim", quote=Quote("a.txt", 0, 1, text or f"words of {name} alone {name * 7919}"),
        story=story, date=None, speaker=speaker, incident=None, family=family or story, rows=(),
    )  # fmt: skip


def link(item: Item, hypothesis: str, band: Band) -> Link:
    return Link(item, hypothesis, band, "a test", "ana", "2024-01-01", None)


def matrix(prior: dict[str, float], links: list[Link], *, discount: float = 0.25) -> Matrix:
    return Matrix.of(list(prior), np.array(list(prior.values())), links, discount=discount)


def run(*words: str) -> Result:
    """A command in this process; a refusal is raised."""
    return CliRunner().invoke(app, list(words), catch_exceptions=False)


def listed(*words: str) -> list[dict[str, Any]]:
    """What a listing prints as JSON lines."""
    return [json.loads(line) for line in run(*words, "--json").stdout.splitlines()]


@pytest.fixture
def case(a_coded_case: Path, tmp_path: Path) -> Path:
    """The small coded case with hypotheses and one piece of evidence that its desk has weighed."""
    root = shutil.copytree(a_coded_case, tmp_path / "mali")
    head = "title: Northern Mali\nas_of: 2024-06-30\n"
    (root / "case.yaml").write_text(head + HYPOTHESES, encoding="utf-8")
    return root
