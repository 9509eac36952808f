"""The columns of the parameter table: priors as they are, and what binding derives from them."""

from __future__ import annotations

from brink.play.model.priors import column, places

SHARED = ("structure", "motive", "calendar_month")
DERIVED = (
    "feedback", "memory", "stock_exponent", "growth_start", "growth_keep", "truce_factor", "drone_factor",
    "strike_factor", "toll_drones", "rival_growth_start", "rival_growth_keep", "rivals_start",
)  # fmt: skip
STARTS = (
    "start_attacks", "start_deaths", "start_largest_attack", "start_interstate_deaths", "start_rival_attacks",
    "start_fighters_in_sanctuary", "start_leadership", "start_excitation", "start_level", "start_severity",
    "start_own_rung", "start_host_rung", "start_truce", "start_truce_age", "start_border", "start_money",
    "start_civilian_harm", "start_harm_stage", "start_strike_shock",
)  # fmt: skip

PARAMETERS = tuple(dict.fromkeys((*SHARED, *(column(name) for name in places()), *DERIVED, *STARTS)))
INDEX = {name: place for place, name in enumerate(PARAMETERS)}
