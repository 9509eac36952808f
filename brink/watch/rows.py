"""States of indicators as rows that leave Brink: plain values, evidence and past included."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Any

from brink.case.counted import Counted
from brink.case.outlets import outlet_of
from brink.case.view import View
from brink.dates.months import month_label
from brink.watch.judging import Share
from brink.watch.replay import Firing, Replay
from brink.watch.state import State

Row = dict[str, Any]
_UNITS = {"change": " %", "z-score": " sd"}
SHOWN = 12
"""Months of a series that a row carries."""


def state_row(view: View, state: State, was: State | None = None) -> Row:
    """One indicator or tripwire as of the view's date; with `was` also what it said earlier."""
    step, indicator = state.now, state.indicator
    row: Row = {
        "id": state.id,
        "kind": state.kind,
        "level": state.level,
        "since": state.since.isoformat() if state.since else None,
        "value": number(step.value) if step else None,
        "threshold": number(indicator.threshold),
        "direction": indicator.direction,
        "window": str(indicator.window),
        "reads": indicator.reads,
        "statement": indicator.statement,
        "why": list(state.why),
        "owner": indicator.owner,
        "changes": indicator.changes,
        "grounds": indicator.grounds,
        "evidence": [evidence_row(view, counted) for counted in state.rows],
        "months": _months(state),
        "in_doubt": sum(bool(counted.doubts) for counted in state.rows),
        "without_a_day": state.track.unplaced,
        "changed": last(state.levels.changed),
        "escalates": last(state.levels.escalates),
        "base": last(state.levels.base),
        "past": past_row(state.replay) if state.replay else None,
    }
    if was is not None:
        row["was"] = was.level
    return row


def number(value: float) -> float | None:
    """A number that JSON can carry; unknown and infinite ones become None."""
    return round(value, 3) if math.isfinite(value) else None


def last(values: Iterable[float] | None) -> float | None:
    """The last of some numbers, if there are any and it is known."""
    listed = list(values) if values is not None else []
    return number(float(listed[-1])) if listed else None


def evidence_row(view: View, counted: Counted) -> Row:
    """One counted row with the quotes it rests on."""
    return {
        "row": counted.row,
        "day": counted.day.isoformat() if counted.day else None,
        "value": counted.value,
        "doubts": list(counted.doubts),
        "sources": len(counted.sources),
        "quotes": [
            {
                "event": event,
                "outlet": outlet_of(view, view.story[view.event[event].story]),
                "document": view.event[event].quote.document,
                "quote": view.event[event].quote.text,
            }
            for event in counted.events
        ],
    }


def _months(state: State) -> list[Row]:
    if state.indicator.counts.series is None:
        return []
    return [
        {"month": month_label(step.months[-1]), "count": number(step.count), "value": number(step.value)}
        for step in state.track.steps[-SHOWN:]
    ]


def past_row(past: Replay) -> Row:
    """A replay in numbers."""
    return {
        "from": past.first.isoformat(),
        "to": past.last.isoformat(),
        "firings": [firing_row(firing) for firing in past.firings],
        "per_year": round(past.per_year, 2),
        "judged_by": past.judged_by,
        "precision": share_row(past.precision),
        "base_rate": share_row(past.base_rate),
        "recall": share_row(past.recall),
        "lead_months": past.lead_months,
        "longest_false_streak": past.longest_false_streak,
        "at_budget": {
            "threshold": past.at_budget.threshold,
            "precision": share_row(past.at_budget.precision),
            "longest_false_streak": past.at_budget.longest_false_streak,
        }
        if past.at_budget
        else None,
        "cannot_judge": past.cannot_judge,
    }


def firing_row(firing: Firing) -> Row:
    """One firing with what it rested on and what came of it."""
    return {
        "on": firing.on.isoformat(),
        "until": firing.until.isoformat() if firing.until else None,
        "value": number(firing.value),
        "rows": list(firing.rows),
        "came": firing.came,
        "before": number(firing.before) if firing.before is not None else None,
        "after": number(firing.after) if firing.after is not None else None,
    }


def share_row(share: Share) -> Row:
    return {"value": number(share.value), "hits": share.hits, "of": share.of}


def in_words(state: State) -> Row:
    """What a row says to a person beside its numbers."""
    return {"reading_in_words": reading_in_words(state), "past_in_words": past_in_words(state.replay)}


def reading_in_words(state: State) -> str:
    """What an indicator reads now and where it speaks, with its unit."""
    step, indicator = state.now, state.indicator
    side = "or more" if indicator.direction == "at least" else "or less"
    unit = _UNITS.get(indicator.reads, "")
    value = "unknown" if step is None or math.isnan(step.value) else f"{step.value:,.3g}{unit}"
    if indicator.reads in ("change", "z-score") and step is not None:
        value += f" ({step.count:g} counted)"
    return f"{value}; speaks at {indicator.threshold:g}{unit} {side} in {indicator.window}"


def past_in_words(past: Replay | None) -> str:
    """A past in half a sentence: how often it fired, and how far it could be relied on."""
    if past is None:
        return "no past to replay"
    times = len(past.firings)
    often = {0: "never fired", 1: "fired once"}.get(times, f"fired {times} times")
    fired = f"{often} in {past.years:.1f} years"
    if past.cannot_judge:
        return f"{fired}; {past.cannot_judge}"
    lead = f", median lead {past.lead_months:g} months" if past.lead_months is not None else ""
    return f"{fired}; right {past.precision}, at random {past.base_rate.value:.2f}{lead}"
