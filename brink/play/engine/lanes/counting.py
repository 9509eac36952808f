"""Monthly series of sixteen futures added up and counted into bins."""

from __future__ import annotations

from typing import Any

from llvmlite import ir

from brink.play.engine.lanes.functions import Functions
from brink.play.engine.lanes.values import FLOATS, I16, I64, MASK, POINTER, WHOLES, WIDTH, Lanes
from brink.play.engine.lanes.writer import Writer, i64, turns
from brink.play.engine.layout import Layout
from brink.play.engine.model import Model
from brink.play.engine.sketch import BINS, bin_of

TURNS = 4
"""Counts that take turns."""
SOME = 32
"""Counts of 16 bits that a processor takes at once."""


def tally(module: Any, model: Model, layout: Layout, functions: Functions) -> Any:
    """Add a month's series to their sums and sums of squares, for lanes of a mask, and note their bins."""
    writer = Writer(module, "tally", [POINTER, I64, I64, I64, MASK, POINTER, POINTER])
    _, month, months, stride, mask, sums_at, bins = writer.function.args
    at, sums = writer.at, writer.sums
    for index, name in enumerate(model.series):
        value = writer.load(layout.state[name])
        series = at.add(at.mul(i64(index), months), month)
        counted = sums.chosen(mask, value, 0.0)
        for part, more in enumerate((counted, sums.combined("*", counted, counted))):
            place = writer.item(sums_at, at.add(at.mul(series, i64(2)), i64(part)), FLOATS)
            total = sums.combined("+", Lanes("float", at.load(place, typ=FLOATS, align=64)), more)
            at.store(total.ir, place, align=64)
        found = functions.call(at, bin_of, [value, float(model.state(name).grain)], mask)
        place = writer.item(bins, at.mul(series, stride), I16)
        at.store(at.trunc(found.ir, ir.VectorType(I16, WIDTH)), place, align=2)
    at.ret_void()
    return writer.function


def flush(module: Any) -> Any:
    """Count the first `count` bins of each of some rows; `work` is room for four counts, and stays empty.

    Neighbours often fall into one bin, and a count would have to wait for itself; so four take turns.
    """
    writer = Writer(module, "flush", [POINTER, I64, I64, I64, POINTER, POINTER])
    bins, rows, count, stride, work, sketch = writer.function.args
    at, several = writer.at, ir.VectorType(I16, WIDTH)

    def counted(found: Any, turn: int, more: int) -> None:
        place = writer.item(work, at.add(at.zext(found, I64), i64(turn % TURNS * BINS)), I16)
        at.store(at.add(at.load(place, typ=I16), ir.Constant(I16, more)), place)

    with turns(at, rows) as row:
        line = writer.item(bins, at.mul(row, stride), I16)
        whole = at.sdiv(count, i64(WIDTH))
        with turns(at, whole) as group:
            sixteen = writer.item(line, at.mul(group, i64(WIDTH)), I16)
            found = at.load(sixteen, typ=several, align=2)
            first = at.extract_element(found, ir.Constant(ir.IntType(32), 0))
            same = at.icmp_signed("==", found, writer.sums.wide(Lanes("word", first), several))
            with at.if_else(writer.sums.any(writer.sums.unmasked(same))) as (yes, no):
                with no:
                    counted(first, 0, WIDTH)
                with yes:
                    for lane in range(WIDTH):
                        counted(writer.get(sixteen, i64(lane), I16), lane, 1)
        begin = at.mul(whole, i64(WIDTH))
        with turns(at, at.sub(count, begin)) as lane:
            counted(writer.get(line, at.add(begin, lane), I16), 0, 1)
        _emptied(writer, work, writer.item(sketch, at.mul(row, i64(BINS)), I16))
    at.ret_void()
    return writer.function


def _emptied(writer: Writer, work: Any, counts: Any) -> None:
    """Add the four counts to one, where they hold any, and leave them empty."""
    at = writer.at
    some = ir.VectorType(I16, SOME)
    nothing = ir.Constant(some, None)
    with turns(at, i64(BINS // SOME)) as part:
        begin = at.mul(part, i64(SOME))
        places = [writer.item(work, at.add(begin, i64(turn * BINS)), I16) for turn in range(TURNS)]
        held = [at.load(place, typ=some, align=2) for place in places]
        total = at.add(at.add(held[0], held[1]), at.add(held[2], held[3]))
        bits = ir.IntType(16 * SOME)
        with at.if_then(at.icmp_unsigned("!=", at.bitcast(total, bits), ir.Constant(bits, 0))):
            place = writer.item(counts, begin, I16)
            at.store(at.add(at.load(place, typ=some, align=2), total), place, align=2)
            for one in places:
                at.store(nothing, one, align=2)


def add_counts(module: Any) -> None:
    """Add counts of 16 bits to counts of 64, `SOME` at a time, passing over those that are all zero."""
    writer = Writer(module, "add_counts", [POINTER, POINTER, I64], internal=False)
    totals, counts, parts = writer.function.args
    at, bits = writer.at, ir.IntType(16 * SOME)
    with turns(at, parts) as part:
        begin = at.mul(part, i64(SOME))
        held = at.load(writer.item(counts, begin, I16), typ=ir.VectorType(I16, SOME), align=2)
        with at.if_then(at.icmp_unsigned("!=", at.bitcast(held, bits), ir.Constant(bits, 0))):
            several = ir.VectorType(I64, SOME)
            place = writer.item(totals, begin, I64)
            at.store(at.add(at.load(place, typ=several, align=8), at.zext(held, several)), place, align=8)
    at.ret_void()


def count_bins(
    writer: Writer, functions: Functions, value: Lanes, grain: float, counts: Any, lanes: Any, mask: Any
) -> None:
    """Count the bins of the first lanes; where all share one, at once."""
    at = writer.at
    bins = functions.call(at, bin_of, [value, grain], mask)
    first = at.extract_element(bins.ir, ir.Constant(ir.IntType(32), 0))
    unlike = at.and_(mask, writer.sums.compared("!=", bins, Lanes("int", first)).ir)
    with at.if_else(writer.sums.any(unlike)) as (yes, no):
        with no:
            place = writer.item(counts, first, I16)
            at.store(at.add(at.load(place, typ=I16), at.trunc(lanes, I16)), place)
        with yes:
            room = at.alloca(WHOLES)
            at.store(bins.ir, room)
            with turns(at, lanes) as lane:
                place = writer.item(counts, writer.get(room, lane), I16)
                at.store(at.add(at.load(place, typ=I16), ir.Constant(I16, 1)), place)
