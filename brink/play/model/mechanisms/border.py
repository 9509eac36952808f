"""Crossings close to all, or to goods alone; goods find other ways, and the host loses what does not."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism

MOST_REROUTED = 0.7
"""Share of the stopped trade that finds other ways in the end, through other neighbours; an assumption."""


def crossings_close(
    rerouted: float,
    lever_border: float,
    lever_trade: float,
    lever_as_given: float,
    interstate_deaths: float,
    border_own_closure: float,
    border_reroute: float,
    border_host_loss: float,
    host_revenue: float,
    u_closure: float,
) -> tuple[float, float, float, float]:
    """Share of crossings closed to all, share of trade stopped, share of it rerouted, host's revenue lost.

    b = max(lever, 1 with chance q after a month with deaths between the states); t = 1 - (1 - b)(1 - trade
    lever); r' = r + v (0.7 t - r); the host loses t (1 - r) min(1, loss / revenue) of its revenue.
    """
    closed = lever_border
    provoked = lever_as_given < 0.5 and interstate_deaths >= 1.0
    if provoked and u_closure < border_own_closure:
        closed = 1.0
    stopped = 1.0 - (1.0 - closed) * (1.0 - lever_trade)
    other_ways = rerouted + border_reroute * (MOST_REROUTED * stopped - rerouted)
    return (
        closed,
        stopped,
        other_ways,
        stopped * (1.0 - other_ways) * min(1.0, border_host_loss / host_revenue),
    )


BORDER = Mechanism(
    id="border",
    step=crossings_close,
    writes=("border", "trade", "rerouted", "host_loss"),
    neutral={"border": 0.0, "trade": 0.0, "rerouted": 0.0, "host_loss": 0.0},
    sentence=(
        "Crossings close to all or to goods alone, and may close by themselves after fighting; trade that is "
        "stopped costs the host revenue until it finds other ways."
    ),
    equation=(
        "b(t) = max(lever, Bernoulli(q · 1[interstate deaths(t-1) >= 1])); t = 1 - (1-b)(1-lever of trade); "
        "r(t+1) = r + v(0.7·t - r); lost = t·(1-r)·min(1, loss / revenue)"
    ),
    paper="no paper; a rule read off closures after shooting at crossings, and accounting of revenue",
    sign={"interstate_deaths": "+"},
)
