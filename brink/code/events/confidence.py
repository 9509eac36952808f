"""How often rows that rest on evidence like this one's are right, from rows that people judged.

A logistic model over what a row rests on; its weights and card lie in `confidence.json`. Right means type,
status, one doer and one target as a careful reader has them.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from math import exp
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.party import Party
from brink.code.rows import Status
from brink.code.stance import Standing
from brink.code.stance.realness import load_realness

REVIEW_BELOW: Final = 0.5
UNREAL_GAP: Final = 2.5
"""Points of realness that the wording lies under the verdict of the rules when a person should look."""
_REAL: Final[dict[Status, float]] = {
    "happened": 3.0,
    "ongoing": 3.0,
    "planned": 0.0,
    "possible": 0.0,
    "denied": -3.0,
}


@dataclass(frozen=True, slots=True)
class Found:
    """Which circumstances of an event were found."""

    status: Status
    dated: bool
    placed: bool
    counted: bool
    gap: float
    """How far the wording is from the status; see `unreal_gap`."""


@lru_cache(maxsize=1)
def load_weights() -> Mapping[str, float]:
    """The shipped weights by trait, read once a process."""
    raw = json.loads(files("brink.code.events").joinpath("confidence.json").read_text(encoding="utf-8"))
    return {str(name): float(value) for name, value in raw["weights"].items()}


def confidence(made: Draft, judged: Standing, found: Found) -> float:
    """Chance that type, status, a doer and a target are right, between 0 and 1, as on the judged rows."""
    weights = load_weights()
    total = sum(weights.get(name, 0.0) * value for name, value in traits(made, judged, found).items())
    return round(1 / (1 + exp(-total)), 2)


def unreal_gap(made: Draft, judged: Standing, status: Status) -> float:
    """How far the wording is from the status, in points of realness; how much less real, when above 0."""
    real = _REAL[status]
    gap = real - load_realness().of(made.head, judged)
    return gap if real >= 0 else -gap


def traits(made: Draft, judged: Standing, found: Found) -> dict[str, float]:
    """What a row rests on, as numbers."""
    trigger = made.trigger
    phrase = made.expression.conditions > 0 or trigger.carrier is not None
    told = "phrase" if phrase else "noun" if trigger.nominal else "verb"
    sentence = trigger.token.sent
    return {
        "always": 1.0,
        f"told by {told}": 1.0,
        "outcome told": float(bool(trigger.effects)),
        f"doer {_side(made.actors, unnamed=made.unnamed)}": 1.0,
        f"target {_side(made.recipients, unnamed=False)}": 1.0,
        f"status {found.status}": 1.0,
        f"certainty {judged.certainty}": 1.0,
        f"type {made.type}": 1.0,
        "doubts": float(len(made.doubts)),
        "less real": max(0.0, found.gap) / 3,
        "words of the sentence": min(len(sentence), 80) / 40,
        "words to the doer": _distance(made, made.actors),
        "words to the target": _distance(made, made.recipients),
        "dated": float(found.dated),
        "placed": float(found.placed),
        "counted": float(found.counted),
        "heads its sentence": float(trigger.token.dep_ == "ROOT"),
    }


def _distance(made: Draft, parties: list[Party]) -> float:
    return min((abs(p.token.i - made.trigger.token.i) for p in parties), default=0) / 10


def _side(parties: list[Party], *, unnamed: bool) -> str:
    if not parties:
        return "unnamed" if unnamed else "nobody"
    kinds = {_kind(party) for party in parties}
    return next(kind for kind in ("inside", "speaker", "pronoun", "described", "named") if kind in kinds)


def _kind(party: Party) -> str:
    if party.how == "speaker":
        return "speaker"
    if not party.direct:
        return "inside"
    if party.how == "pronoun":
        return "pronoun"
    return "named" if party.named else "described"
