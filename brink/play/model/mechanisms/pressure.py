"""What weighs on the host: levers, and the trade it loses while crossings are closed."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism

BUILT_UP = 0.5
"""Share of the way to its full weight that pressure goes in a month; an assumption."""


def pressure_builds(
    pressure: float, lever_pressure: float, border: float, border_host_loss: float, host_revenue: float
) -> float:
    """Pressure on the host, 0 to 1.

    p' = p + 0.5 (1 - (1 - lever)(1 - b min(1, loss / revenue)) - p).
    """
    bite = border * min(1.0, border_host_loss / host_revenue)
    full = 1.0 - (1.0 - lever_pressure) * (1.0 - bite)
    return pressure + BUILT_UP * (full - pressure)


PRESSURE = Mechanism(
    id="pressure",
    step=pressure_builds,
    writes=("pressure",),
    neutral={"pressure": 0.0},
    sentence="Levers and lost trade build pressure on the host, half of the way each month.",
    equation="p(t+1) = p(t) + 0.5 [1 - (1 - lever)(1 - b · min(1, loss / revenue)) - p(t)]",
    paper="McLean and others 2016, doi 10.1177/0738894216635023, for the sign; form assumed",
    sign={"border": "+", "lever_pressure": "+"},
)
