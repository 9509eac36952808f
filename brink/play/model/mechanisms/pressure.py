"""What the host loses by sheltering the group and would gain by restraining it, channel by channel."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism

BUILT_UP = 0.5
"""Share of the way to its full weight that a cost or an offer goes in a month; an assumption."""
TALKS_REWARD = 0.5
"""Talks give the host half of what recognition would; an assumption."""


def stakes_build(
    pressure: float,
    stake: float,
    in_reach: float,
    host_loss: float,
    truce: float,
    lever_pressure: float,
    lever_sanctions: float,
    lever_standing: float,
    lever_creed: float,
    lever_reward: float,
    lever_transit: float,
    host_care_leaders: float,
    host_care_partner: float,
    host_care_embassy: float,
    host_care_creed: float,
    host_care_trade: float,
    host_care_recognition: float,
    host_families_move: float,
    border_host_loss: float,
    host_revenue: float,
) -> tuple[float, float, float]:
    """Pressure at face value 0 to 1, what is at stake as the host's motive counts it, share still in reach.

    Costs and offers add up as they do in a utility: full stake g = sum over channels of care x level; the
    levels are families and assets x those still in reach, sanctions of a partner, embassies, clerics, share
    of revenue lost or offered by trade, and max(recognition, talks / 2). Half of the way each month.
    """
    leaders = lever_pressure * in_reach
    # Envoys and clerics make nobody turn on the group's men, so they are no pressure in this sense.
    face = 1.0 - (1.0 - leaders) * (1.0 - lever_sanctions) * (1.0 - host_loss)
    offered = lever_transit * min(1.0, border_host_loss / host_revenue)
    full = host_care_leaders * leaders + host_care_partner * lever_sanctions
    full += host_care_embassy * lever_standing + host_care_creed * lever_creed
    full += host_care_trade * (host_loss + offered)
    full += host_care_recognition * max(lever_reward, TALKS_REWARD * truce)
    return (
        pressure + BUILT_UP * (face - pressure),
        stake + BUILT_UP * (full - stake),
        in_reach * (1.0 - host_families_move * lever_pressure),
    )


PRESSURE = Mechanism(
    id="pressure",
    step=stakes_build,
    writes=("pressure", "stake", "in_reach"),
    neutral={"pressure": 0.0, "stake": 0.0, "in_reach": 1.0},
    sentence=(
        "Costs and offers add up by how much the host's motive cares for each; families and assets leave the "
        "target's reach while they are pressed."
    ),
    equation=(
        "g(t+1) = g + 0.5[sum_c care_c·level_c - g]; levels: families and assets·reach, partner's sanctions, "
        "embassies, clerics, revenue lost or offered, max(recognition, talks/2); "
        "reach(t+1) = reach(1 - w·lever)"
    ),
    paper=(
        "Bapat 2006, doi 10.1111/j.1468-2478.2006.00399.x, for a host that weighs costs; McLean and others "
        "2016, doi 10.1177/0738894216635023, for sanctions; cares assumed by motive"
    ),
    sign={
        "host_loss": "+",
        "truce": "+",
        "lever_pressure": "+",
        "lever_sanctions": "+",
        "lever_standing": "+",
        "lever_creed": "+",
        "lever_reward": "+",
    },
)
