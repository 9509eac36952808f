"""The target's reserves: what comes in, what the rungs, attacks and stopped trade cost."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism

SPONSORED_MONTHS = 12.0
"""How long a sponsor pays for a campaign once it does; an assumption."""


def money_flows(
    money: float,
    sponsor: float,
    action_cost: float,
    attacks: float,
    rival_attacks: float,
    trade: float,
    lever_money: float,
    money_net_flow: float,
    money_aid: float,
    money_damage: float,
    money_gulf_and_china: float,
    border_target_loss: float,
    u_sponsor: float,
) -> tuple[float, float]:
    """Reserves in USD million, and the months a sponsor still pays.

    m' = m + net flow + aid/12·lever - cost of rungs (0 while sponsored) - damage x attacks - loss x stopped
    trade.
    """
    paid = SPONSORED_MONTHS if u_sponsor < money_gulf_and_china / 12.0 else max(0.0, sponsor - 1.0)
    flow = money_net_flow + lever_money * money_aid / 12.0 - trade * border_target_loss
    flow -= money_damage * (attacks + rival_attacks)
    if sponsor <= 0.0:
        flow -= action_cost
    return money + flow, paid


MONEY = Mechanism(
    id="money",
    step=money_flows,
    writes=("money", "sponsor"),
    sentence="Reserves rise with inflows and aid, and fall with campaigns, attacks and stopped trade.",
    equation="m(t+1) = m(t) + flow + aid·lever/12 - cost(1 - sponsored) - d·(N + R) - l·t",
    paper="accounting identity; a rung is unavailable below the floor",
    sign={"lever_money": "+", "action_cost": "-", "trade": "-", "attacks": "-", "rival_attacks": "-"},
)
