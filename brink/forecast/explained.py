"""Why a forecast says what it says: its members apart, and the past months it leans on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from brink.dates.months import Month, month_label
from brink.forecast.nearest import ACTIVE_LEVEL
from brink.forecast.pool import PARTS, members
from brink.forecast.series import SeriesForecast, known_world
from brink.forecast.smoothing import weighted_level
from brink.forecast.standing import LEVEL_HALF_LIFE, standings

APART_MONTHS = 12
"""Two analogues of one unit nearer in time than this are one spell, told once."""
WORDS = {
    "recent": "own recent months as they were",
    "spread": "own recent months, spread by a factor that grows with time",
    "analogues": "what followed the past months of the world most like now",
}


@dataclass(frozen=True, slots=True)
class Analogue:
    """A past month of the world that stood nearly as the series stands now, and what followed."""

    unit: str
    month: Month
    weight: float
    """Share of the analogues' say that the spell's months have together."""
    level: float
    """Smoothed count a month then."""
    followed: float
    """Mean count of the months as far ahead as those forecast."""


def analogues_of(made: SeriesForecast, *, count: int = 8) -> list[Analogue]:
    """The spells nearest to where a series stands, nearest first; none when it is all but quiet."""
    history = made.past.counts[None, :]
    if weighted_level(history, half_life=LEVEL_HALF_LIFE)[0, -1] < ACTIVE_LEVEL:
        return []
    steps = [month - made.last_known for month in made.months]
    known, past = known_world(made.world.panel, made.last_known, max(steps))
    if past.empty:
        return []
    near = past.neighbours(standings(history)[:, -1])
    levels = weighted_level(known, half_life=LEVEL_HALF_LIFE)
    spells: list[list[int]] = []
    for k in range(near.units.shape[1]):
        for spell in spells:
            same = near.units[0, spell[0]] == near.units[0, k]
            if same and abs(near.months[0, spell[0]] - near.months[0, k]) < APART_MONTHS:
                spell.append(k)
                break
        else:
            spells.append([k])
    total = float(near.weights.sum())
    told = []
    for spell in spells[:count]:
        unit, month = int(near.units[0, spell[0]]), int(near.months[0, spell[0]])
        told.append(
            Analogue(
                unit=made.world.panel.units[unit].name,
                month=made.world.panel.first + month,
                weight=float(near.weights[0, spell].sum()) / total,
                level=float(levels[unit, month]),
                followed=float(known[unit, month + steps[0] : month + steps[-1] + 1].mean()),
            )
        )
    return told


def member_rows(made: SeriesForecast) -> list[dict[str, Any]]:
    """What each member of the pool says of the first and the last month."""
    steps = [month - made.last_known for month in made.months]
    known, past = known_world(made.world.panel, made.last_known, max(steps))
    said = members(known, made.past.counts[None, :], steps=steps, past=past)
    return [
        {
            "member": WORDS[name],
            "share": f"{PARTS[name]:.0%}",
            **{
                month_label(made.months[at]): "{:.0f} ({:.0f}–{:.0f})".format(
                    *np.quantile(draws[0, at], [0.5, 0.05, 0.95])
                )
                for at in (0, -1)
            },
        }
        for name, draws in zip(PARTS, said, strict=True)
    ]


def analogue_rows(made: SeriesForecast) -> list[dict[str, Any]]:
    """The nearest spells as rows."""
    return [
        {
            "analogue": found.unit,
            "month": month_label(found.month),
            "weight": round(found.weight, 3),
            "level then": round(found.level, 1),
            "mean that followed": round(found.followed, 1),
            "factor": round(found.followed / found.level, 2),
        }
        for found in analogues_of(made)
    ]
