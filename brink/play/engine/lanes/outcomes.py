"""What whole futures come to, gathered month by month."""

from __future__ import annotations

from typing import Any

from brink.play.engine.contract import Outcome
from brink.play.engine.lanes.counting import count_bins
from brink.play.engine.lanes.functions import Functions
from brink.play.engine.lanes.values import DOUBLE, I16, I64, MASK, POINTER, Lanes
from brink.play.engine.lanes.writer import Writer, i64, turns
from brink.play.engine.layout import Layout
from brink.play.engine.model import Model
from brink.play.engine.sketch import BINS


def gather(module: Any, model: Model, layout: Layout) -> Any:
    """Bring outcomes up to the end of a month."""
    writer = Writer(module, "gather", [POINTER, I64, I64])
    _, month, months = writer.function.args
    for index, outcome in enumerate(model.outcomes):
        now, row = writer.load(layout.state[outcome.of]), layout.outcome + index
        so_far = writer.load(row)
        if outcome.window > 1:
            writer.store(_windowed(writer, outcome, layout, index, now, so_far, month, months), row)
        else:
            writer.store(_reduced(writer, outcome, now, so_far, month), row)
    writer.at.ret_void()
    return writer.function


def _windowed(
    writer: Writer,
    outcome: Outcome,
    layout: Layout,
    index: int,
    now: Lanes,
    so_far: Lanes,
    month: Any,
    months: Any,
) -> Lanes:
    """The greatest or smallest sum over a window that slides by a month, from a ring of its values."""
    at, sums = writer.at, writer.sums
    ring = at.add(i64(layout.ring[index]), at.srem(month, i64(outcome.window)))
    total = sums.combined("+", writer.load(layout.window + index), sums.combined("-", now, writer.load(ring)))
    writer.store(now, ring)
    writer.store(total, layout.window + index)
    shorter = at.icmp_signed("<", months, i64(outcome.window))
    full = at.sub(at.select(shorter, months, i64(outcome.window)), i64(1))
    counts = sums.compared("!=", Lanes("int", at.zext(at.icmp_signed(">=", month, full), I64)), 0)
    better = sums.compared(">" if outcome.reduce == "max" else "<", total, so_far)
    return sums.chosen(sums.combined("&", counts, better).ir, total, so_far)


def _reduced(writer: Writer, outcome: Outcome, now: Lanes, so_far: Lanes, month: Any) -> Lanes:
    sums = writer.sums
    match outcome.reduce:
        case "last":
            return now
        case "max" | "min":
            sign = ">" if outcome.reduce == "max" else "<"
            return sums.chosen(sums.compared(sign, now, so_far).ir, now, so_far)
        case "months":
            met = sums.compared(">=", now, float(outcome.above or 0.0))
            return sums.chosen(met.ir, sums.combined("+", so_far, 1.0), so_far)
        case "first":
            met = sums.compared(">=", now, float(outcome.above or 0.0))
            fresh = sums.combined("&", met, sums.compared("<", so_far, 0.0))
            return sums.chosen(fresh.ir, sums.to(Lanes("int", month), "float"), so_far)
    return sums.combined("+", so_far, now)


def end(module: Any, model: Model, layout: Layout, functions: Functions) -> Any:
    """Write down what the first lanes came to, and its bins."""
    writer = Writer(module, "end", [POINTER, I64, I64, MASK, POINTER, POINTER])
    _, months, lanes, mask, outcomes, final = writer.function.args
    at, sums = writer.at, writer.sums
    for index, outcome in enumerate(model.outcomes):
        value = writer.load(layout.outcome + index)
        played = sums.to(Lanes("int", months), "float")
        if outcome.reduce == "mean":
            value = sums.combined("/", value, played)
        if outcome.reduce == "first":
            value = sums.chosen(sums.compared("<", value, 0.0).ir, played, value)
        writer.store(value, layout.outcome + index)
        with turns(at, lanes) as lane:
            one = writer.get(writer.row(layout.outcome + index), lane, DOUBLE)
            place = at.add(at.mul(lane, i64(len(model.outcomes))), i64(index))
            at.store(one, writer.item(outcomes, place, DOUBLE))
        counted = outcome.reduce in ("months", "first")
        grain = 1.0 if counted else float(model.state(outcome.of).grain)
        counts = writer.item(final, i64(index * BINS), I16)
        count_bins(writer, functions, value, grain, counts, lanes, mask)
    at.ret_void()
    return writer.function
