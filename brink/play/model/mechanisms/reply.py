"""The host's ladder: it replies in kind to strikes, hardens with support, and cools."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism
from brink.play.model.mechanisms.ladder import logistic

IN_KIND = 2.0
"""Rung of border fire: a reply in kind stands at least there."""
TOP = 4.0


def host_replies(
    host_rung: float,
    struck: float,
    target_rung: float,
    host_support: float,
    harm_due: float,
    host_support_start: float,
    strike_reply: float,
    reply_up: float,
    reply_cools: float,
    u_reply: float,
    u_host_ladder: float,
) -> tuple[float, float]:
    """The host's rung 0 to 4, and whether it replies in kind this month.

    After a strike it replies with chance q and climbs to max(rung + 1, border fire). Else ordered logit:
    P(up) = s(c + (target's rung - host's rung) / 2 + 5 (s - s0)), P(down) = cooling x (1 - P(up)).
    """
    if struck > 0.0 and u_reply < strike_reply:
        return min(TOP, max(host_rung + 1.0, IN_KIND)), 1.0
    urge = reply_up + 0.5 * (target_rung - host_rung) + 5.0 * (host_support - host_support_start)
    up = logistic(urge + (0.5 if harm_due > 1.0 else 0.0))
    if u_host_ladder > 1.0 - up:
        return min(TOP, host_rung + 1.0), 0.0
    if u_host_ladder < reply_cools * (1.0 - up):
        return max(0.0, host_rung - 1.0), 0.0
    return host_rung, 0.0


REPLY = Mechanism(
    id="reply",
    step=host_replies,
    writes=("host_rung", "replied"),
    neutral={"replied": 0.0},
    sentence="The host answers strikes in kind at times, climbs with the target, and cools down.",
    equation="P(reply | strike) = q; P(up) = s(c + (r - h)/2 + 5(s - s0)); P(down) = z·(1 - P(up))",
    paper="ordered logit (McCullagh 1980, JRSS B 42); Carter 2012, doi 10.1017/S0020818311000312",
    sign={"struck": "+", "target_rung": "+", "host_support": "+", "harm_due": "+"},
)
