"""Numbers of a case that cannot all be so at once, each of which alone would be within its bounds."""

from __future__ import annotations

from collections.abc import Mapping

from brink.errors import BadModel
from brink.play.model.priors import Known

HIGH, LOW = 0.95, 0.05
Numbers = Mapping[tuple[str, str | None], Known]


def check_together(known: Numbers) -> None:
    """Raises BadModel where two numbers exclude each other at the ends that they are said to reach."""
    start, cap = _at(known, "deaths.tail_start", HIGH), _at(known, "deaths.cap", LOW)
    if cap <= start:
        raise BadModel(
            f"model.parameters: deaths.cap goes down to {cap:g} and deaths.tail_start up to {start:g}; no "
            "attack lies between them, so give a cap above the start of the tail"
        )
    state, civilian = _at(known, "deaths.state_share", HIGH), _at(known, "deaths.civilian_share", HIGH)
    if state + civilian > 1.0:
        raise BadModel(
            f"model.parameters: deaths.state_share reaches {state:g} and deaths.civilian_share {civilian:g}; "
            "together they must leave room for the group's own dead, so at most 1"
        )


def _at(known: Numbers, name: str, probability: float) -> float:
    return known[name, None].at(probability)
