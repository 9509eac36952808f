"""Ties found, measured on sentences written for this gate."""

from __future__ import annotations

from pathlib import Path

from brink.code.rows import Tie
from brink.code.ties import find_ties
from tests.code.stance.hand import SETTING, mark, passage_of
from tests.gates.written import Written

PARTS = ("development", "heldout", "heldout_unseen")
FILES = Written(Path(__file__).parent, PARTS)
rows, corpus = FILES.rows, FILES.corpus
DIRECTED = ("patron", "member", "allegiance", "mediator")
RELATIONS = ("ally", "rival", "enemy", "partner", *DIRECTED)

Key = tuple[str, str, str, bool]


def figures() -> dict[str, float]:
    """Precision and recall of ties with the right sides, relation, direction and ending."""
    return FILES.figures(shares)


def shares(part: str) -> dict[str, float]:
    hit = found = expected = 0
    for row in rows(part):
        passage = passage_of(row["text"])
        got = {key(tie) for tie in find_ties([passage], SETTING, mark([passage], row["actors"]))}
        want = {stated(line) for line in row["ties"]}
        hit, found, expected = hit + len(got & want), found + len(got), expected + len(want)
    return {"precision": hit / found, "recall": hit / expected}


def stated(line: str) -> Key:
    ended = line.endswith(" (ended)")
    line = line.removesuffix(" (ended)")
    relation = next(word for word in RELATIONS if f" {word} " in line)
    a, b = line.split(f" {relation} ", 1)
    return ordered(a, relation, b, ended)


def ordered(a: str, relation: str, b: str, ended: bool) -> Key:
    if relation not in DIRECTED:
        a, b = sorted((a, b))
    return a, relation, b, ended


def key(tie: Tie) -> Key:
    return ordered(tie.a, tie.relation, tie.b, tie.sign == "0" and tie.relation != "mediator")
