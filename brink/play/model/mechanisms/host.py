"""How far the host backs the group: bargaining, blowback and success under five motives."""

from __future__ import annotations

import math

from brink.play.engine.contract import Mechanism
from brink.play.model.mechanisms.harm import saturated
from brink.play.model.mechanisms.ladder import logistic

RETURNS = 0.05
"""Share of the way back to its usual level that support goes each month; an assumption."""


def restraint(stake: float, attachment: float, precision: float) -> float:
    """Share of the host's commanders who restrain the group, of those who would not without a stake.

    Quantal response between sheltering, worth the attachment, and restraining it, worth the stake:
    P(g) = 1 / (1 + exp(-precision (g - attachment))), and the value is [P(g) - P(0)] / [1 - P(0)], so that
    it is 0 without a stake and 1 for one beyond all attachment.

    McKelvey and Palfrey 1995, Games and Economic Behavior 10, eq. for two actions.
    """
    none = logistic(-precision * attachment)
    return (logistic(precision * (stake - attachment)) - none) / (1.0 - none)


def host_decides(
    host_support: float,
    stake: float,
    host_loss: float,
    attacks: float,
    harm_due: float,
    lever_rivals: float,
    host_support_start: float,
    host_attachment: float,
    host_precision: float,
    host_restraint: float,
    host_capacity_help: float,
    host_success: float,
    host_blowback: float,
    harm_host_support: float,
    harm_saturation: float,
    attacks_level: float,
) -> float:
    """Host support, 0 to 1.

    s' = s + 0.05 (s0 - s) - e x(g) - e_c (help - revenue lost) + e_s log(N / N0) + e_b h·due / 10. The motive
    decides in one place alone how a cost or an offer is answered: by the cares in g and the attachment in x.
    """
    change = RETURNS * (host_support_start - host_support)
    if stake != 0.0:
        change -= host_restraint * restraint(stake, host_attachment, host_precision)
    # A host that cannot act gains the means with help, and loses them with its revenue.
    change -= host_capacity_help * (lever_rivals - host_loss)
    change += host_success * math.log((1.0 + attacks) / (1.0 + attacks_level))
    change += host_blowback * harm_host_support * saturated(harm_due, harm_saturation) / 10.0
    return min(1.0, max(0.0, host_support + change))


HOST = Mechanism(
    id="host",
    step=host_decides,
    writes=("host_support",),
    sentence="The host weighs what is at stake against its motive; killed civilians harden it.",
    equation=(
        "s' = s + 0.05(s0 - s) - e·x(g) - e_c·(help - lost) + e_s·log(N/N0) + e_b·h·due/10; "
        "x: quantal response to the stake g with precision and attachment of the motive"
    ),
    paper=(
        "Bapat 2006, doi 10.1111/j.1468-2478.2006.00399.x; quantal response: McKelvey and Palfrey 1995; "
        "attachments set so that about as many hosts yield as in Sechser 2011, doi 10.1177/0738894211413066"
    ),
    sign={
        "stake": "-",
        "harm_due": "+",
        "attacks": "+",
        "lever_rivals": "-",
        "host_loss": "+",
    },
)
