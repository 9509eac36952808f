"""Help from a partner builds up in months and falls back to what there was."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism

PACE = 1.0 / 3.0
"""Share of the way that help goes in a month: about half a year until it is whole; an assumption."""


def partner_helps(cooperation: float, lever_cooperation: float, cooperation_start: float) -> float:
    """Partner cooperation (intelligence, equipment), 0 to 1: u' = u + (max(lever, u0) - u) / 3."""
    return cooperation + PACE * (max(lever_cooperation, cooperation_start) - cooperation)


COOPERATION = Mechanism(
    id="cooperation",
    step=partner_helps,
    writes=("cooperation",),
    neutral={"cooperation": 0.0},
    sentence="A partner's intelligence and equipment arrive over half a year.",
    equation="u(t+1) = u(t) + [max(lever, u0) - u(t)] / 3",
    paper="Bapat 2011, doi 10.1177/0022343310394472, for what help does; pace assumed",
    sign={"lever_cooperation": "+"},
)
