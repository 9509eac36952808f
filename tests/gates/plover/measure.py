"""Types, modes and parties in PLOVER, measured on sentences written for this gate."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from brink.code.actors.gazetteer import Gazetteer
from brink.code.coder import Coder
from brink.code.cut import Telling
from brink.code.passage import Setting
from brink.code.pipeline import load_pipeline
from brink.dates import DateInterval
from brink.exchange.plover import pairs
from brink.exchange.plover_events import read_events
from tests.gates.written import Written

PARTS = ("development", "heldout", "fresh")
FILES = Written(Path(__file__).parent, PARTS)
rows, corpus = FILES.rows, FILES.corpus
WRITTEN = DateInterval.parse("2024-05-15")

Row = tuple[str, str, str, str]
"""Type, mode, actor, recipient."""


def figures() -> dict[str, float]:
    """Shares of sentences with the type right, the mode too, the actor too, and the recipient too."""
    return FILES.figures(shares)


def shares(part: str) -> dict[str, float]:
    right = [agreed(row["row"], list(coded(row["text"]))) for row in rows(part)]
    names = ("type", "mode", "actor", "recipient")
    return {name: sum(depth > at for depth in right) / len(right) for at, name in enumerate(names)}


def agreed(expected: str, found: list[Row]) -> int:
    """How many of type, mode, actor and recipient are right, in this order, in the best of the rows."""
    act, _, parties = expected.partition(": ")
    type_, _, mode = act.partition(" ")
    actor, _, recipient = parties.partition(" > ")
    wanted = (type_, mode, actor, recipient)
    depths = [0]
    for row in found:
        right = [row[0] == type_, row[1] == mode, _named(row[2], wanted[2]), _named(row[3], wanted[3])]
        depths.append([*right, False].index(False))
    return max(depths)


def _named(name: str, wanted: str) -> bool:
    return wanted == "~" or any(one.casefold() in name.casefold() for one in wanted.split("|"))


def coded(text: str) -> Iterator[Row]:
    (story,) = _coder().code_together(
        [Telling(Setting("d", "d#1", WRITTEN, None, None), text, [(0, len(text))])]
    )
    events, _ = read_events(story.events, Gazetteer.load())
    for one in events:
        for actor, recipient in pairs(one.event):
            yield one.type, one.mode, actor, recipient


@cache
def _coder() -> Coder:
    return Coder(Gazetteer.load(), load_pipeline(), home=None)
