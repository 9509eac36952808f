"""What to look for next: how much seeing each tell, or not seeing it, is expected to teach."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from brink.case.counted import counted
from brink.case.parts.evidence import Hypothesis, Tell
from brink.case.view import View
from brink.weigh.posterior import expected_bits
from brink.weigh.scales import assumed_chance, chance_of


@dataclass(frozen=True, slots=True)
class Look:
    """One tell: its chance under each answer, and what is expected to be learnt from looking.

    `bits` is the expected information of a look at today's posterior; `if_seen` and
    `if_not` are the posteriors that either sight would leave.
    """

    hypothesis: str
    speaks: str
    """`for` or `against` its hypothesis."""
    sees: str
    within: str | None
    chances: Mapping[str, float]
    assumed: bool
    """Whether a chance is the scale's default rather than the case's own."""
    bits: float
    if_seen: Mapping[str, float]
    if_not: Mapping[str, float]
    rows: tuple[str, ...]
    """Rows like it so far, where rows can show it."""


def looks(view: View, hypotheses: Sequence[Hypothesis], now: Mapping[str, float]) -> tuple[Look, ...]:
    """Every tell of the answers to one question, most informative first."""
    found = [
        _look(view, hypothesis, key, tell, hypotheses, now)
        for hypothesis in hypotheses
        for key, tells in (("if_true", hypothesis.if_true), ("if_false", hypothesis.if_false))
        for tell in tells
    ]
    return tuple(sorted(found, key=lambda look: (-round(look.bits, 9), look.hypothesis, look.sees)))


def chances_under(key: str, tell: Tell, own: str, names: Sequence[str]) -> tuple[dict[str, float], bool]:
    """The chance of a tell under each answer, and whether any of them is assumed by default."""
    out, assumed = {}, False
    for name in names:
        given = tell.chance.get(name, tell.chance.get("others") if name != own else None)
        assumed = assumed or given is None
        out[name] = chance_of(given if given is not None else assumed_chance(key, own=name == own))
    return out, assumed


def _look(
    view: View,
    hypothesis: Hypothesis,
    key: str,
    tell: Tell,
    hypotheses: Sequence[Hypothesis],
    now: Mapping[str, float],
) -> Look:
    names = [other.id for other in hypotheses]
    chances, assumed = chances_under(key, tell, hypothesis.id, names)
    held = np.array([now[name] for name in names])
    seen = np.array([chances[name] for name in names])
    return Look(
        hypothesis=hypothesis.id,
        speaks="for" if key == "if_true" else "against",
        sees=tell.sees,
        within=str(tell.within) if tell.within else None,
        chances=chances,
        assumed=assumed,
        bits=expected_bits(held, seen),
        if_seen=_after(names, held * seen),
        if_not=_after(names, held * (1 - seen)),
        rows=tuple(found.row for found in counted(view, tell.like)) if tell.like else (),
    )


def _after(names: Sequence[str], joint: np.ndarray[tuple[int], np.dtype[np.float64]]) -> dict[str, float]:
    total = float(joint.sum())
    return {name: float(p) / total if total else 0.0 for name, p in zip(names, joint, strict=True)}
