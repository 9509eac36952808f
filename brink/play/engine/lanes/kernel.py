"""The kernel of a model in LLVM's language: sixteen futures at a time through the months of a block.

All that sixteen futures hold lies in rows of one frame: states, levers, draws, parameters, and what is
gathered of outcomes. A mechanism reads its rows and writes its states'.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import numpy as np
from llvmlite import ir

from brink.errors import BadModel
from brink.play.engine.contract import MONTH, Mechanism, Model, Outcome, State
from brink.play.engine.lanes.functions import Functions
from brink.play.engine.lanes.values import (
    DOUBLE,
    FLOATS,
    I16,
    I64,
    MASK,
    POINTER,
    WHOLES,
    WIDTH,
    Lanes,
    Sums,
)
from brink.play.engine.layout import Layout
from brink.play.engine.moves import MOST_CONDITIONS
from brink.play.engine.philox import LOW_WORD, WORD, philox4x32, uniform
from brink.play.engine.sketch import BINS, bin_of

LARGEST = 1e300
"""A value beyond this is taken for infinite."""
INPUTS = (
    "seed", "salt", "first", "count", "months", "on", "points", "pulls", "parameters",
    "lever", "level", "from", "until", "lasts", "state", "sign", "value",
    "frame", "left", "outcomes", "sums", "sketch", "final", "broken", "seen",
)  # fmt: skip
"""Arguments of `play_block`: whole numbers up to `pulls`, then addresses."""
NUMBERS = 8


def i64(number: int) -> Any:
    """A whole number as a constant."""
    return ir.Constant(I64, number)


@contextmanager
def turns(at: Any, count: Any) -> Iterator[Any]:
    """A loop from 0 to `count`, which may be 0; gives the turn."""
    before, head, body, after = at.block, *(at.append_basic_block(name) for name in ("head", "body", "after"))
    at.branch(head)
    at.position_at_end(head)
    turn = at.phi(I64)
    turn.add_incoming(i64(0), before)
    at.cbranch(at.icmp_signed("<", turn, count), body, after)
    at.position_at_end(body)
    yield turn
    turn.add_incoming(at.add(turn, i64(1)), at.block)
    at.branch(head)
    at.position_at_end(after)


class _Writer:
    """One function of the module; `frame` is its first argument."""

    def __init__(
        self, module: Any, name: str, takes: list[Any], gives: Any = None, *, internal: bool = True
    ) -> None:
        kind = ir.FunctionType(gives or ir.VoidType(), takes)
        self.function = ir.Function(module, kind, name)
        if internal:
            self.function.linkage = "internal"
            self.function.attributes.add("noinline")
        self.function.attributes.add("nounwind")
        self.at = ir.IRBuilder(self.function.append_basic_block())
        self.sums = Sums(self.at)
        self.frame = self.function.args[0]

    def row(self, row: Any) -> Any:
        """The address of a row."""
        return self.at.gep(self.frame, [i64(row) if isinstance(row, int) else row], source_etype=FLOATS)

    def load(self, row: Any) -> Lanes:
        """What a row holds."""
        return Lanes("float", self.at.load(self.row(row), typ=FLOATS, align=64))

    def store(self, value: Any, row: Any) -> None:
        """Put a number into a row."""
        self.at.store(self.sums.wide(self.sums.to(value, "float")), self.row(row), align=64)

    def item(self, array: Any, place: Any, kind: Any) -> Any:
        """The address of an item of an array."""
        return self.at.gep(array, [place], source_etype=kind)

    def get(self, array: Any, place: Any, kind: Any = I64) -> Any:
        """An item of an array."""
        return self.at.load(self.item(array, place, kind), typ=kind)


IOTA = Lanes("int", ir.Constant(WHOLES, [i64(lane) for lane in range(WIDTH)]))


def module_text(model: Model) -> str:
    """The module; its function `play_block` plays neighbouring futures. Raises BadModel."""
    module = ir.Module("kernel")
    functions = Functions(module)
    layout = Layout.of(model)
    parts = {
        "start": _start(module, model, layout),
        "pull": _pull(module, layout),
        "draw": _draw(module, functions),
        "tally": _tally(module, model, layout, functions),
        "gather": _gather(module, model, layout),
        "end": _end(module, model, layout, functions),
    }
    steps = [
        _step(module, model, one, place, layout, functions) for place, one in enumerate(model.mechanisms)
    ]
    _play(module, model, layout, parts, steps)
    return str(module)


def _step(
    module: Any, model: Model, mechanism: Mechanism, place: int, layout: Layout, functions: Functions
) -> Any:
    """One mechanism for the lanes of a mask; gives the mask of those whose states left their range."""
    writer = _Writer(module, f"mechanism_{place}", [POINTER, I64, MASK], MASK)
    _, month, mask = writer.function.args
    rows = {**layout.state, **layout.lever, **layout.draw, **layout.parameter}
    given = [Lanes("int", month) if name == MONTH else writer.load(rows[name]) for name in mechanism.reads]
    results = functions.call(writer.at, mechanism.step, given, mask)
    results = results if isinstance(results, tuple) else (results,)
    if len(results) != len(mechanism.writes):
        raise BadModel(
            f"mechanism {mechanism.id!r} gives {len(results)} values and writes {len(mechanism.writes)}"
        )
    inside: Any = True
    written = dict(zip(mechanism.writes, results, strict=True))
    for name, value in written.items():
        writer.store(value, layout.state[name])
        low, high = _bounds(model.state(name))
        number = writer.sums.to(value, "float")
        within = writer.sums.combined(
            "&", writer.sums.compared(">=", number, low), writer.sums.compared("<=", number, high)
        )
        inside = writer.sums.combined("&", inside, within)
    writer.at.ret(writer.at.and_(mask, writer.sums.unmasked(inside.ir)))
    return writer.function


def _bounds(state: State) -> tuple[float, float]:
    return max(float(state.lowest), -LARGEST), min(float(state.highest), LARGEST)


def _start(module: Any, model: Model, layout: Layout) -> Any:
    """Give sixteen futures from `first` on their parameters, and set their states to how they start."""
    writer = _Writer(module, "start", [POINTER, I64, I64, POINTER])
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
        writer.store(_before(outcome), layout.outcome + index)
        writer.store(0.0, layout.window + index)
        for place in range(outcome.window if outcome.window > 1 else 0):
            writer.store(0.0, layout.ring[index] + place)
    at.ret_void()
    return writer.function


def _before(outcome: Outcome) -> float:
    """What an outcome is before the first month; `first` counts as met in no month until it is."""
    return {"max": -LARGEST, "min": LARGEST, "first": -1.0}.get(outcome.reduce, 0.0)


def _draw(module: Any, functions: Functions) -> Any:
    """Put a block's four uniforms of a month into the four rows at `frame`."""
    writer = _Writer(module, "draw", [POINTER, I64, I64, I64, I64, I64, MASK])
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


def _pull(module: Any, layout: Layout) -> Any:
    """Set levers to what is in force this month, as `moves.pull_levers` does for one future."""
    arrays = INPUTS[INPUTS.index("lever") : INPUTS.index("frame")]
    writer = _Writer(module, "pull", [POINTER, I64, I64, POINTER, *[POINTER] * len(arrays)])
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


def _tally(module: Any, model: Model, layout: Layout, functions: Functions) -> Any:
    """Add a month's series to their sums, sums of squares and bins, for the lanes of a mask."""
    writer = _Writer(module, "tally", [POINTER, I64, I64, I64, MASK, POINTER, POINTER])
    _, month, months, lanes, mask, sums_at, sketch = writer.function.args
    at, sums = writer.at, writer.sums
    for index, name in enumerate(model.series):
        value = writer.load(layout.state[name])
        series = at.add(at.mul(i64(index), months), month)
        counted = sums.chosen(mask, value, 0.0)
        for part, more in enumerate((counted, sums.combined("*", counted, counted))):
            place = writer.item(sums_at, at.add(at.mul(series, i64(2)), i64(part)), FLOATS)
            total = sums.combined("+", Lanes("float", at.load(place, typ=FLOATS, align=64)), more)
            at.store(total.ir, place, align=64)
        counts = writer.item(sketch, at.mul(series, i64(BINS)), I16)
        _count(writer, functions, value, float(model.state(name).grain), counts, lanes, mask)
    at.ret_void()
    return writer.function


def _count(
    writer: _Writer, functions: Functions, value: Lanes, grain: float, counts: Any, lanes: Any, mask: Any
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


def _gather(module: Any, model: Model, layout: Layout) -> Any:
    """Bring outcomes up to the end of a month."""
    writer = _Writer(module, "gather", [POINTER, I64, I64])
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
    writer: _Writer,
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


def _reduced(writer: _Writer, outcome: Outcome, now: Lanes, so_far: Lanes, month: Any) -> Lanes:
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


def _end(module: Any, model: Model, layout: Layout, functions: Functions) -> Any:
    """Write down what the first lanes came to, and its bins."""
    writer = _Writer(module, "end", [POINTER, I64, I64, MASK, POINTER, POINTER])
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
        _count(writer, functions, value, grain, counts, lanes, mask)
    at.ret_void()
    return writer.function


def _play(module: Any, model: Model, layout: Layout, parts: dict[str, Any], steps: list[Any]) -> None:
    kinds = [I64] * NUMBERS + [POINTER] * (len(INPUTS) - NUMBERS)
    writer = _Writer(module, "play_block", kinds, internal=False)
    given = dict(zip(INPUTS, writer.function.args, strict=True))
    writer.frame = given["frame"]
    at, zero = writer.at, i64(0)
    groups = at.sdiv(at.add(given["count"], i64(WIDTH - 1)), i64(WIDTH))
    with turns(at, groups) as group:
        begin = at.mul(group, i64(WIDTH))
        rest = at.sub(given["count"], begin)
        lanes = at.select(at.icmp_signed("<", rest, i64(WIDTH)), rest, i64(WIDTH))
        mask = writer.sums.compared("<", IOTA, Lanes("int", lanes)).ir
        first = at.add(given["first"], begin)
        at.call(parts["start"], [writer.frame, first, given["points"], given["parameters"]])
        with turns(at, given["pulls"]) as pull:
            at.store(writer.sums.wide(0), writer.item(given["left"], pull, WHOLES), align=64)
        with turns(at, given["months"]) as month:
            _month(writer, model, layout, parts, steps, given, month, first, lanes, mask)
        place = at.mul(begin, i64(len(model.outcomes)))
        outcomes = writer.item(given["outcomes"], place, DOUBLE)
        at.call(parts["end"], [writer.frame, given["months"], lanes, mask, outcomes, given["final"]])
    del zero
    at.ret_void()


def _month(
    writer: _Writer, model: Model, layout: Layout, parts: dict[str, Any], steps: list[Any],
    given: dict[str, Any], month: Any, first: Any, lanes: Any, mask: Any,
) -> None:  # fmt: skip
    at, frame, on = writer.at, writer.frame, given["on"]
    seeing = at.icmp_signed("!=", at.ptrtoint(given["seen"], I64), i64(0))
    with at.if_then(at.or_(seeing, at.icmp_signed(">", given["pulls"], i64(0)))):
        table = [given[name] for name in INPUTS[INPUTS.index("lever") : INPUTS.index("frame")]]
        at.call(parts["pull"], [frame, month, given["pulls"], given["left"], *table])
    for block, row in layout.block.items():
        wanted = at.icmp_signed("!=", at.and_(on, i64(_users(model, block))), i64(0))
        with at.if_then(at.or_(seeing, wanted)):
            drawn = [writer.row(row), first, month, i64(block), given["seed"], given["salt"], mask]
            at.call(parts["draw"], drawn)
    for place, mechanism in enumerate(model.mechanisms):
        with at.if_else(at.icmp_signed("!=", at.and_(on, i64(1 << place)), i64(0))) as (yes, no):
            with yes:
                out = at.call(steps[place], [frame, month, mask])
                with at.if_then(writer.sums.any(out), likely=False):
                    for item, noted in enumerate((i64(1), first, month, i64(place))):
                        at.store(noted, writer.item(given["broken"], i64(item), I64))
                    at.ret_void()
            with no:
                for name, value in mechanism.neutral.items():
                    writer.store(float(value), layout.state[name])
    at.call(parts["tally"], [frame, month, given["months"], lanes, mask, given["sums"], given["sketch"]])
    at.call(parts["gather"], [frame, month, given["months"]])
    with at.if_then(seeing), turns(at, i64(layout.seen)) as row:
        value = writer.get(frame, at.mul(row, i64(WIDTH)), DOUBLE)
        place = at.add(at.mul(month, i64(layout.seen)), row)
        at.store(value, writer.item(given["seen"], place, DOUBLE))


def _users(model: Model, block: int) -> int:
    """The mechanisms that read a draw of a block, as bits."""
    names = {draw.name for draw in model.draws if draw.block == block}
    return sum(1 << place for place, one in enumerate(model.mechanisms) if names & set(one.reads))
