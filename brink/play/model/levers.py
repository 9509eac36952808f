"""Which lever of the model a lever of the case pulls."""

from __future__ import annotations

from brink.case.definition import Definition
from brink.case.parts.options import Lever
from brink.errors import BadModel, nearest

TARGET_RUNGS = (
    "protest", "border-fire", "covert-action", "drones", "airstrike-belt", "airstrike-capital",
    "ground-operation", "open-war",
)  # fmt: skip
"""The rungs of the target's ladder that the model knows, from 0; simulation section on escalation."""
LEVER_OF = {
    "truce": "lever_truce",
    "border": "lever_border",
    "trade": "lever_trade",
    "transit": "lever_transit",
    "pressure": "lever_pressure",
    "sanctions": "lever_sanctions",
    "standing": "lever_standing",
    "creed": "lever_creed",
    "money": "lever_money",
    "cooperation": "lever_cooperation",
    "reward": "lever_reward",
    "rivals": "lever_rivals",
    "arrests": "lever_arrests",
    "host standing": "lever_host_standing",
}
"""`acts_on` of a case's lever to the model's, rungs apart."""
OPPOSITES = (("border", "transit"), ("trade", "transit"), ("standing", "reward"))
"""What levers act on that cannot both be done wholly at once: nobody eases the trade he stops."""
AS_GIVEN = "lever_as_given"
"""At 1 the target's own rules rest: no rung, closure or offer but those pulled."""


def rung_lever(rung: int) -> str:
    """The model's lever for a rung of the target's ladder, 1 to 7."""
    return f"lever_rung_{rung}"


LEVERS = (*(rung_lever(rung) for rung in range(1, len(TARGET_RUNGS))), *LEVER_OF.values(), AS_GIVEN)


def rung_of(rung_id: str) -> int:
    """The place of a rung on the target's ladder, from 0.

    Raises
    ------
    BadModel
        When the model does not know the rung.
    """
    if rung_id not in TARGET_RUNGS:
        raise BadModel(
            f"rung {rung_id!r} means nothing to the sanctuary model{nearest(rung_id, TARGET_RUNGS)}; "
            f"it knows {', '.join(TARGET_RUNGS)}"
        )
    return TARGET_RUNGS.index(rung_id)


def lever_for(definition: Definition, lever_id: str) -> str | None:
    """The model's lever that a lever of the case pulls; None when it does nothing in the model.

    Raises
    ------
    BadModel
        When the case has no such lever, or it climbs to a rung that the model does not know.
    """
    levers: dict[str, Lever] = {lever.id: lever for lever in definition.levers}
    if lever_id not in levers:
        raise BadModel(f"no lever {lever_id!r} in {definition.title}{nearest(lever_id, levers)}")
    lever = levers[lever_id]
    if lever.rung is not None:
        rung = rung_of(lever.rung)
        return rung_lever(rung) if rung else None
    return LEVER_OF[lever.acts_on]
