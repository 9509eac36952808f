"""Call a mechanism with only the arguments a test is about; the rest is at rest."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from brink.play.engine.contract import Mechanism

AT_REST: Mapping[str, float] = MappingProxyType(
    {
        "truce_factor": 1.0,
        "drone_factor": 1.0,
        "strike_factor": 1.0,
        "attacks_season": 1.0,
        "leader_attacks": 1.0,
        "leader_truce_end": 1.0,
        "cooperation_retaliation": 1.0,
        "host_help": 1.0,
        "truce_shape": 1.0,
        "leadership": 1.0,
        "fighters_inside_start": 1000.0,
        "host_support_start": 1.0,
        "host_support": 1.0,
        "border_infiltration": 1.0,
        "harm_saturation": 1e12,
        "strike_civilians": 1.0,
        "attacks_dispersion": 5.0,
        "drones_fade": 3.0,
        "host_revenue": 100.0,
        "host_precision": 1.0,
        "in_reach": 1.0,
        "growth_keep": 1.0,
        "rival_growth_keep": 1.0,
        "calendar_month": 1.0,
        "attacks_level": 10.0,
        "attacks": 10.0,
        "deaths_shape": 1.0,
        "interstate_reference": 10.0,
        "interstate_deaths_scale": 1.0,
        "interstate_deaths_exponent": 2.0,
        "interstate_escalation": 1.0,
        "first_rival_deaths": 2.0,
        "second_rival_deaths": 2.0,
        "second_rival_deaths_shape": 1.0,
        "second_rival_dispersion": 5.0,
        "deaths_tail_exponent": 2.5,
        "deaths_tail_start": 20.0,
        "deaths_cap": 300.0,
    }
)
"""What leaves an equation as if the term were not there; whatever is not named is 0, and draws are 0.5."""


def step(mechanism: Mechanism, **given: float) -> Any:
    """What the mechanism returns for these numbers."""
    unknown = set(given) - set(mechanism.reads)
    assert not unknown, f"{mechanism.id} does not read {unknown}"
    rest = {name: AT_REST.get(name, 0.5 if name.startswith("u_") else 0.0) for name in mechanism.reads}
    return mechanism.step(**{**rest, **given})
