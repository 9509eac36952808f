"""Crossings close when a lever closes them, or for a month after fighting between the states."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism


def crossings_close(
    lever_border: float,
    lever_as_given: float,
    interstate_deaths: float,
    border_own_closure: float,
    u_closure: float,
) -> float:
    """Share of crossings closed this month, 0 to 1.

    b = max(lever, 1 with chance q after a month with deaths between the states).
    """
    provoked = lever_as_given < 0.5 and interstate_deaths >= 1.0
    if provoked and u_closure < border_own_closure:
        return 1.0
    return lever_border


BORDER = Mechanism(
    id="border",
    step=crossings_close,
    writes=("border",),
    neutral={"border": 0.0},
    sentence="Crossings close when the target closes them, and may close by themselves after fighting.",
    equation="b(t) = max(lever, Bernoulli(q · 1[interstate deaths(t-1) >= 1]))",
    paper="no paper; a rule read off closures after shooting at crossings",
    sign={"interstate_deaths": "+"},
)
