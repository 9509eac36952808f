"""Two stocks of fighters: in sanctuary and inside the target's country."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism
from brink.play.model.mechanisms.counts import about
from brink.play.model.mechanisms.harm import saturated


def recruits_expected(
    host_support: float,
    harm_due: float,
    fighters_recruits: float,
    host_support_start: float,
    harm_recruits: float,
    harm_saturation: float,
    condemned: float,
) -> float:
    """Recruits expected this month: r (1 - c) s / s0 + rho d / (1 + d / half), d the deaths now answered.

    c is the share that clerics' rulings keep away.
    """
    usual = fighters_recruits * (1.0 - condemned) * host_support / host_support_start
    return usual + harm_recruits * saturated(harm_due, harm_saturation)


def crossing(
    fighters_in_sanctuary: float,
    border: float,
    host_support: float,
    fighters_infiltration: float,
    border_infiltration: float,
    host_support_start: float,
) -> float:
    """Fighters who cross this month: i F (1 - b (1 - f)) s / s0, f the factor of a closed border."""
    share = fighters_infiltration * (1.0 - border * (1.0 - border_infiltration))
    return fighters_in_sanctuary * min(1.0, share * host_support / host_support_start)


def arrest_share(
    lever_arrests: float,
    rival_attacks: float,
    fighters_arrests: float,
    arrests_boost: float,
    rivals_capacity: float,
    rivals_start: float,
) -> float:
    """Share of fighters inside arrested this month.

    q (1 + boost·lever) (1 - c min(2, R / R0)) / (1 - c): rivals at their level of the start take share c.
    """
    load = rivals_capacity * min(2.0, rival_attacks / rivals_start) if rivals_start > 0.0 else 0.0
    base = 1.0 - rivals_capacity if rivals_start > 0.0 else 1.0
    free = max(0.1, 1.0 - load) / max(0.1, base)
    return min(1.0, fighters_arrests * (1.0 + arrests_boost * lever_arrests) * free)


def fighters_move(
    fighters_in_sanctuary: float,
    fighters_inside: float,
    host_support: float,
    harm_due: float,
    border: float,
    rival_attacks: float,
    group_deaths: float,
    fighters_hit: float,
    splintered: float,
    pressure: float,
    lever_arrests: float,
    lever_creed: float,
    fighters_recruits: float,
    fighters_infiltration: float,
    fighters_arrests: float,
    fighters_prison_break: float,
    fighters_prison_release: float,
    arrests_boost: float,
    clerics_recruits: float,
    rivals_capacity: float,
    rivals_start: float,
    border_infiltration: float,
    host_support_start: float,
    host_splinter: float,
    harm_recruits: float,
    harm_saturation: float,
    u_recruits: float,
    u_arrests: float,
    u_prison: float,
) -> tuple[float, float, float]:
    """Fighters in sanctuary, fighters inside, and the share of the group gone over to a rival.

    F' = F + recruits + released / 2 - crossing - hit - splinter; P' = P + crossing + released / 2 - arrests
    - killed last month. Recruits vary as a Poisson count, arrests as a binomial one;
    a prison break comes with a yearly hazard.
    """
    expected = recruits_expected(
        host_support,
        harm_due,
        fighters_recruits,
        host_support_start,
        harm_recruits,
        harm_saturation,
        clerics_recruits * lever_creed,
    )
    recruits = about(u_recruits, expected, expected)
    crossed = crossing(
        fighters_in_sanctuary,
        border,
        host_support,
        fighters_infiltration,
        border_infiltration,
        host_support_start,
    )
    share = arrest_share(
        lever_arrests, rival_attacks, fighters_arrests, arrests_boost, rivals_capacity, rivals_start
    )
    arrested = about(u_arrests, share * fighters_inside, share * (1.0 - share) * fighters_inside)
    released = fighters_prison_release if u_prison < fighters_prison_break / 12.0 else 0.0
    left = host_splinter * pressure * fighters_in_sanctuary
    sanctuary = fighters_in_sanctuary + recruits + 0.5 * released - crossed - fighters_hit - left
    inside = fighters_inside + crossed + 0.5 * released - arrested - group_deaths
    gone = splintered + host_splinter * pressure * (1.0 - splintered)
    return max(0.0, sanctuary), max(0.0, inside), gone


FIGHTERS = Mechanism(
    id="fighters",
    step=fighters_move,
    writes=("fighters_in_sanctuary", "fighters_inside", "splintered"),
    sentence="Recruits join in sanctuary, fighters cross, and inside they are arrested or killed.",
    equation=(
        "F' = F + ~Poisson(r·(1-c·clerics)·s/s0 + rho·d/(1+d/half)) + released/2 - i·F·(1 - b(1-f))·s/s0 "
        "- hit - x·p·F; P' = P + crossing + released/2 - ~Binomial(P, q) - killed"
    ),
    paper="Kaplan and others 2005, doi 10.1080/10576100590928115; Avdan, Gelpi 2017, doi 10.1093/isq/sqw042",
    sign={
        "host_support": "+",
        "border": "-",
        "lever_arrests": "-",
        "lever_creed": "-",
        "harm_due": "+",
        "group_deaths": "-",
        "fighters_hit": "-",
        "rival_attacks": "+",
    },
)
