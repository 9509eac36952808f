"""How sixteen futures begin, and what falls to them before a month's mechanisms: draws and levers."""

from __future__ import annotations

from typing import Any

import numpy as np
from llvmlite import ir

from brink.play.engine.contract import Outcome
from brink.play.engine.lanes.functions import Functions
from brink.play.engine.lanes.inputs import INPUTS, LARGEST
from brink.play.engine.lanes.values import DOUBLE, I64, MASK, POINTER, WHOLES, WIDTH, Lanes
from brink.play.engine.lanes.writer import Writer, i64, turns
from brink.play.engine.layout import Layout
from brink.play.engine.model import Model
from brink.play.engine.moves import MOST_CONDITIONS
from brink.play.engine.philox import LOW_WORD, WORD, philox4x32, uniform

IOTA = Lanes("int", ir.Constant(WHOLES, [i64(lane) for lane in range(WIDTH)]))


def start(module: Any, model: Model, layout: Layout) -> Any:
    """Give sixteen futures from `first` on their parameters, and set their states to how they start."""
    writer = Writer(module, "start", [POINTER, I64, I64, POINTER])
    _, first, points, parameters = writer.function.args
    at, count = writer.at, i64(len(model.parameters))
    with turns(at, i64(WIDTH)) as lane:
        begin = at.mul(at.srem(at.add(first, lane), points), count)
        with turns(at, count) as column:
            value = writer.get(parameters, at.add(begin, column), DOUBLE)
            row = at.add(at.mul(at.add(column, i64(layout.seen)), i64(WIDTH)), lane)
            at.store(value, writer.item(writer.frame, row, DOUBLE))
    for state in model.states:
        writer.store(
            writer.load(layout.parameter[state.start])
            if isinstance(state.start, str)
            else float(state.start),
            layout.state[state.name],
        )
    for index, outcome in enumerate(model.outcomes):
        writer.store(before(outcome), layout.outcome + index)
        writer.store(0.0, layout.window + index)
        for place in range(outcome.window if outcome.window > 1 else 0):
            writer.store(0.0, layout.ring[index] + place)
    at.ret_void()
    return writer.function


def before(outcome: Outcome) -> float:
    """What an outcome is before the first month; `first` counts as met in no month until it is."""
    return {"max": -LARGEST, "min": LARGEST, "first": -1.0}.get(outcome.reduce, 0.0)


def draw(module: Any, functions: Functions) -> Any:
    """Put a block's four uniforms of a month into the four rows at `frame`."""
    writer = Writer(module, "draw", [POINTER, I64, I64, I64, I64, I64, MASK])
    _, first, month, block, seed, salt, mask = writer.function.args
    low, wide = int(LOW_WORD), int(WORD)

    def word(number: Any) -> Lanes:
        return writer.sums.combined("&", Lanes("word", number), np.uint64(low))

    futures = writer.sums.combined("+", Lanes("word", first), Lanes("word", IOTA.ir))
    counter = [
        writer.sums.combined("&", futures, np.uint64(low)),
        writer.sums.combined(">>", futures, np.uint64(wide)),
        word(month),
        word(block),
    ]
    words = functions.call(writer.at, philox4x32, [*counter, word(seed), word(salt)], mask)
    for row, one in enumerate(words):
        writer.store(functions.call(writer.at, uniform, [one], mask), row)
    writer.at.ret_void()
    return writer.function


def pull(module: Any, layout: Layout) -> Any:
    """Set levers to what is in force this month, as `moves.pull_levers` does for one future."""
    arrays = INPUTS[INPUTS.index("lever") : INPUTS.index("frame")]
    writer = Writer(module, "pull", [POINTER, I64, I64, POINTER, *[POINTER] * len(arrays)])
    _, month, pulls, left, *given = writer.function.args
    table = dict(zip(arrays, given, strict=True))
    at, sums = writer.at, writer.sums
    for row in layout.lever.values():
        writer.store(0.0, row)
    with turns(at, pulls) as pull:
        begin = at.icmp_signed(">=", month, writer.get(table["from"], pull))
        inside = at.and_(begin, at.icmp_signed("<", month, writer.get(table["until"], pull)))
        place = writer.item(left, pull, WHOLES)
        with at.if_else(inside) as (yes, no):
            with no:
                at.store(writer.sums.wide(0), place, align=64)
            with yes:
                asked = at.mul(pull, i64(MOST_CONDITIONS))
                waits = at.icmp_signed(">=", writer.get(table["state"], asked), i64(0))
                starts = at.or_(waits, at.icmp_signed("==", month, writer.get(table["from"], pull)))
                begins = sums.compared("!=", Lanes("int", at.zext(starts, I64)), 0)
                for condition in range(MOST_CONDITIONS):
                    one = at.add(asked, i64(condition))
                    state = writer.get(table["state"], one)
                    real = at.icmp_signed(">=", state, i64(0))
                    seen = writer.load(at.select(real, state, i64(0)))
                    apart = sums.combined("-", seen, Lanes("float", writer.get(table["value"], one, DOUBLE)))
                    sign = Lanes("float", writer.get(table["sign"], one, DOUBLE))
                    fails = sums.compared("<", sums.combined("*", sign, apart), 0.0)
                    counts = sums.compared("!=", Lanes("int", at.zext(real, I64)), 0)
                    fails = sums.combined("&", fails, counts)
                    begins = sums.combined("&", begins, Lanes("truth", sums.unmasked(fails.ir)))
                months = Lanes("int", at.load(place, typ=WHOLES, align=64))
                starting = sums.combined("&", sums.compared("==", months, 0), begins)
                months = sums.chosen(starting.ir, Lanes("int", writer.get(table["lasts"], pull)), months)
                pulled = sums.compared(">", months, 0)
                at.store(sums.chosen(pulled.ir, sums.combined("-", months, 1), months).ir, place, align=64)
                row = at.add(writer.get(table["lever"], pull), i64(len(layout.state)))
                rest = sums.combined("-", 1.0, Lanes("float", writer.get(table["level"], pull, DOUBLE)))
                old = writer.load(row)
                new = sums.combined("-", 1.0, sums.combined("*", sums.combined("-", 1.0, old), rest))
                writer.store(sums.chosen(pulled.ir, new, old), row)
    at.ret_void()
    return writer.function
