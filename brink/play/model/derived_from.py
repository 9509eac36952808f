"""Which priors each derived column rests on, so that a reader can follow it back."""

from __future__ import annotations

DERIVED_FROM = {
    "feedback": ("attacks_branching", "attacks_memory"),
    "memory": ("attacks_memory",),
    "stock_exponent": ("attacks_stock_exponent",),
    "growth": ("attacks_growth", "attacks_growth_persistence"),
    "growth_keep": ("attacks_growth_persistence",),
    "truce_factor": ("truce_attacks", "truce_keepers"),
    "drone_factor": ("drones_effect",),
    "strike_factor": ("strike_effect",),
    "toll_drones": ("drones_civilian_share", "fighters_killed_per_hit"),
    "rival_growth": ("second_rival_growth", "second_rival_growth_persistence"),
    "rival_growth_keep": ("second_rival_growth_persistence",),
    "rivals_start": ("first_rival_attacks", "second_rival_attacks"),
    "severity": ("deaths_body_mean",),
    "money": ("money_reserves",),
    "fighters_in_sanctuary": ("fighters_sanctuary",),
    "fighters_inside": ("fighters_inside_start",),
    "host_support": ("host_support_start",),
}
