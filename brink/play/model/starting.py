"""The state that a case's history leaves the model in: the last month counted, and acts that still bear."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from brink.dates.months import Month, month_interval, month_of
from brink.play.model.dated_acts import DatedEvent, share_of_months, strike_months
from brink.play.model.history import History
from brink.play.model.mechanisms.harm import PASSES_ON

Floats = NDArray[np.float64]
HOST_RUNGS = ("host-warning", "host-obstruction", "host-border-fire", "host-unleashes", "host-assault")


def starting_state(history: History) -> dict[str, float]:
    """Columns of the starting state that history settles alike at every point."""
    counts = history.attacks
    last = history.end - 1
    rungs = strike_months(history.acts, last, history.end).get(0, {})
    harm, stage = _harm(history)
    truce = history.truce[-1] >= 0.5 and any(
        a.kind == "truce" and month_interval(last).last <= a.end for a in history.acts
    )
    return {
        "start_attacks": float(counts.events[-1]),
        "start_deaths": float(counts.deaths[-1]),
        "start_interstate_deaths": float(history.interstate.deaths[-1]) if history.interstate else 0.0,
        "start_rival_attacks": sum(
            float(s.events[-1]) for s in (history.first_rival, history.second_rival) if s
        ),
        "start_leadership": 1.0 - float(history.leaderless[-1]),
        "start_own_rung": float(max(rungs, default=0)),
        "start_host_rung": float(_host_rung(history.acts, last, history.end)),
        "start_truce": 1.0 if truce else 0.0,
        "start_truce_age": float(_run_of(history.truce)) if truce else 0.0,
        "start_border": float(share_of_months(history.acts, "closure", last, history.end)[0]),
        "start_civilian_harm": harm,
        "start_harm_stage": stage,
        "start_strike_shock": float(history.shock[-1]),
    }


def _harm(history: History) -> tuple[float, float]:
    """Civilians killed by strikes who are still remembered, by the chain of the harm mechanism."""
    first_stage = second = 0.0
    for month in range(history.first, history.end):
        killed = sum(a.killed for a in history.acts if a.kind == "rung" and month_of(a.start) == month)
        passed = PASSES_ON * first_stage
        second = (second + passed) * (1.0 - PASSES_ON)
        first_stage = first_stage - passed + killed
    return first_stage + second, first_stage


def _host_rung(acts: Sequence[DatedEvent], first: Month, end: Month) -> int:
    return max(
        (
            HOST_RUNGS.index(a.rung)
            for a in acts
            if a.kind == "host-rung" and a.rung in HOST_RUNGS and first <= month_of(a.start) < end
        ),
        default=0,
    )


def _run_of(truce: Floats) -> int:
    run = 0
    for share in truce[::-1]:
        if share < 0.5:
            break
        run += 1
    return max(0, run - 1)
