"""The kernel of a model in LLVM's language: sixteen futures at a time through the months of a block.

All that sixteen futures hold lies in rows of one frame: states, levers, draws, parameters, and what is
gathered of outcomes. A mechanism reads its rows and writes its states'.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir

from brink.errors import BadModel
from brink.play.engine.contract import MONTH, Mechanism, State
from brink.play.engine.lanes.begin import IOTA, draw, pull, start
from brink.play.engine.lanes.counting import add_counts, flush, tally
from brink.play.engine.lanes.functions import Functions
from brink.play.engine.lanes.inputs import INPUTS, LARGEST, NUMBERS
from brink.play.engine.lanes.outcomes import end, gather
from brink.play.engine.lanes.values import (
    DOUBLE,
    I16,
    I64,
    MASK,
    POINTER,
    WHOLES,
    WIDTH,
    Lanes,
)
from brink.play.engine.lanes.writer import Writer, i64, turns
from brink.play.engine.layout import Layout
from brink.play.engine.model import Model


def module_text(model: Model) -> str:
    """The module; its function `play_block` plays neighbouring futures. Raises BadModel."""
    module = ir.Module("kernel")
    functions = Functions(module)
    layout = Layout.of(model)
    parts = {
        "start": start(module, model, layout),
        "pull": pull(module, layout),
        "draw": draw(module, functions),
        "tally": tally(module, model, layout, functions),
        "flush": flush(module),
        "gather": gather(module, model, layout),
        "end": end(module, model, layout, functions),
    }
    steps = [
        _step(module, model, one, place, layout, functions) for place, one in enumerate(model.mechanisms)
    ]
    _play(module, model, layout, parts, steps)
    add_counts(module)
    return str(module)


def _step(
    module: Any, model: Model, mechanism: Mechanism, place: int, layout: Layout, functions: Functions
) -> Any:
    """One mechanism for the lanes of a mask; gives the mask of those whose states left their range."""
    writer = Writer(module, f"mechanism_{place}", [POINTER, I64, MASK], MASK)
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


def _play(module: Any, model: Model, layout: Layout, parts: dict[str, Any], steps: list[Any]) -> None:
    kinds = [I64] * NUMBERS + [POINTER] * (len(INPUTS) - NUMBERS)
    writer = Writer(module, "play_block", kinds, internal=False)
    given = dict(zip(INPUTS, writer.function.args, strict=True))
    writer.frame = given["frame"]
    at = writer.at
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
            _month(writer, model, layout, parts, steps, given, month, first, begin, mask)
        place = at.mul(begin, i64(len(model.outcomes)))
        outcomes = writer.item(given["outcomes"], place, DOUBLE)
        at.call(parts["end"], [writer.frame, given["months"], lanes, mask, outcomes, given["final"]])
    rows = at.mul(given["months"], i64(len(model.series)))
    counted = [given[name] for name in ("count", "stride", "work", "sketch")]
    at.call(parts["flush"], [given["bins"], rows, *counted])
    at.ret_void()


def _month(
    writer: Writer, model: Model, layout: Layout, parts: dict[str, Any], steps: list[Any],
    given: dict[str, Any], month: Any, first: Any, begin: Any, mask: Any,
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
    bins = writer.item(given["bins"], begin, I16)
    at.call(parts["tally"], [frame, month, given["months"], given["stride"], mask, given["sums"], bins])
    at.call(parts["gather"], [frame, month, given["months"]])
    with at.if_then(seeing), turns(at, i64(layout.seen)) as row:
        value = writer.get(frame, at.mul(row, i64(WIDTH)), DOUBLE)
        place = at.add(at.mul(month, i64(layout.seen)), row)
        at.store(value, writer.item(given["seen"], place, DOUBLE))


def _users(model: Model, block: int) -> int:
    """The mechanisms that read a draw of a block, as bits."""
    names = {draw.name for draw in model.draws if draw.block == block}
    return sum(1 << place for place, one in enumerate(model.mechanisms) if names & set(one.reads))
