"""The kernel of a model in plain Python: one function, written out from the ordered list of its mechanisms.

Every future is one pass of plain numbers through that list, month by month, so the text reads as the model
does, and a line can be held against its evidence. The text stands alone: it holds the source of every
mechanism, sampler and constant it uses, and its digest names the model. What is played is machine code of the
same functions (see lanes/), which comes to the same bits; the text itself is run to check that, and to look
into a mechanism.
"""

from __future__ import annotations

from collections.abc import Iterator

from brink.play.engine.contract import ABREAST, Mechanism, Outcome, State
from brink.play.engine.layout import Layout
from brink.play.engine.model import Model
from brink.play.engine.moves import pull_levers
from brink.play.engine.philox import philox4x32, uniform
from brink.play.engine.sketch import bin_of
from brink.play.engine.source import gathered

LARGEST = "1e300"
"""A value beyond this is taken for infinite."""
HEAD = '''"""Made by Brink from the mechanisms of the model {name}; not edited by hand."""

from __future__ import annotations

import math

import numpy as _np


'''
INPUTS = (
    "_seed, _salt, _first, _count, _months, _parameters, _on, "
    "_lever, _level, _from, _until, _lasts, _state, _sign, _value"
)
OUTPUTS = "_outcomes, _sums, _sketch, _final, _broken"


def kernel_source(model: Model) -> str:
    """The text that is compiled for a model; its last function, `play_block`, plays neighbouring futures.

    Raises BadModel where a mechanism cannot be compiled by itself.
    """
    steps = [mechanism.step for mechanism in model.mechanisms]
    parts = [
        HEAD.format(name=model.name),
        gathered([bin_of, pull_levers, philox4x32, uniform, *steps]),
        "\n",
        *(f"{line}\n" for line in _kernel(model)),
    ]
    return "".join(parts)


def _indented(lines: Iterator[str], by: int = 1) -> Iterator[str]:
    for line in lines:
        yield "    " * by + line


def _kernel(model: Model) -> Iterator[str]:
    yield f"def play_block({INPUTS}, {OUTPUTS}, _seen):"
    yield f"    _now = _np.zeros({len(model.states)})"
    yield "    _left = _np.zeros(_lever.shape[0], _np.int64)"
    yield f"    _levels = _np.zeros({max(len(model.levers), 1)})"
    for index, outcome in enumerate(model.outcomes):
        if outcome.window > 1:
            yield f"    _window_{index} = _np.zeros({outcome.window})"
    yield "    for _row in range(_count):"
    yield from _indented(_future(model), 2)


def _future(model: Model) -> Iterator[str]:
    yield "_future = _first + _row"
    yield f"_lane = _row % {ABREAST}"
    yield "_point = _future % _parameters.shape[0]"
    yield "_low = _np.uint64(_future) & LOW_WORD"
    yield "_high = _np.uint64(_future) >> WORD"
    used = _used(model)
    for index, name in enumerate(model.parameters):
        if name in used:
            yield f"{name} = float(_parameters[_point, {index}])"
    for state in model.states:
        yield f"{state.name} = {state.start if isinstance(state.start, str) else repr(float(state.start))}"
    for index, outcome in enumerate(model.outcomes):
        yield f"_outcome_{index} = {_before(outcome)}"
        if outcome.window > 1:
            yield f"_sum_{index} = 0.0"
            yield f"_window_{index}[:] = 0.0"
    yield "for _pull in range(_lever.shape[0]):"
    yield "    _left[_pull] = 0"
    yield "for month in range(_months):"
    yield from _indented(_month(model, used))
    for index, outcome in enumerate(model.outcomes):
        yield f"_outcomes[_row, {index}] = {_after(outcome, index)}"
        yield f"_final[{index}, bin_of(_outcomes[_row, {index}], {_grain(model, outcome)!r})] += 1"


def _used(model: Model) -> set[str]:
    named = {name for mechanism in model.mechanisms for name in mechanism.reads}
    return named | {state.start for state in model.states if isinstance(state.start, str)}


def _month(model: Model, used: set[str]) -> Iterator[str]:
    yield "if _lever.shape[0] > 0:"
    for index, name in enumerate(model.state_names):
        yield f"    _now[{index}] = {name}"
    yield "    pull_levers("
    yield "        month, _now, _lever, _level, _from, _until, _lasts, _state, _sign, _value, _left, _levels"
    yield "    )"
    for index, name in enumerate(model.levers):
        if name in used:
            yield f"{name} = _levels[{index}]"
    drawn: set[int] = set()
    for place, mechanism in enumerate(model.mechanisms):
        yield from _draws(model, mechanism, used, drawn)
        yield from _mechanism(model, mechanism, place)
    yield from _end_of_month(model)
    yield "if _seen.shape[0] > 0:"
    yield from _indented(_trace(model, used))


def _draws(model: Model, mechanism: Mechanism, used: set[str], drawn: set[int]) -> Iterator[str]:
    """The uniforms of the blocks that a mechanism is the first to need."""
    by_name = {draw.name: draw for draw in model.draws}
    for block in sorted({by_name[name].block for name in mechanism.reads if name in by_name} - drawn):
        drawn.add(block)
        yield "_0, _1, _2, _3 = philox4x32("
        yield f"    _low, _high, _np.uint64(month), _np.uint64({block}), _seed, _salt"
        yield ")"
        for draw in model.draws:
            if draw.block == block and draw.name in used:
                yield f"{draw.name} = uniform(_{draw.lane})"


def _mechanism(model: Model, mechanism: Mechanism, place: int) -> Iterator[str]:
    yield f"# {mechanism.id}: {' '.join(mechanism.sentence.split())}"
    yield f"if _on & {1 << place}:"
    yield f"    {', '.join(mechanism.writes)} = {mechanism.step.__name__}({', '.join(mechanism.reads)})"
    if len(mechanism.writes) == 1:
        yield f"    {mechanism.writes[0]} = float({mechanism.writes[0]})"
    bounds = " and ".join(_bounds(model.state(name)) for name in dict.fromkeys(mechanism.writes))
    yield f"    if not ({bounds}):"
    for at, noted in enumerate(("1", "_future", "month", str(place))):
        yield f"        _broken[{at}] = {noted}"
    yield "        return"
    if mechanism.neutral:
        yield "else:"
        for name, value in mechanism.neutral.items():
            yield f"    {name} = {float(value)!r}"


def _bounds(state: State) -> str:
    low = repr(float(state.lowest)) if state.lowest > -float(LARGEST) else f"-{LARGEST}"
    high = repr(float(state.highest)) if state.highest < float(LARGEST) else LARGEST
    return f"{low} <= {state.name} <= {high}"


def _end_of_month(model: Model) -> Iterator[str]:
    for index, name in enumerate(model.series):
        yield f"_sums[{index}, month, 0, _lane] += {name}"
        yield f"_sums[{index}, month, 1, _lane] += {name} * {name}"
        yield f"_sketch[{index}, month, bin_of({name}, {float(model.state(name).grain)!r})] += 1"
    for index, outcome in enumerate(model.outcomes):
        if outcome.window > 1:
            yield from _gathering_window(outcome, index)
        else:
            yield from _gathering(outcome, f"_outcome_{index}")


def _before(outcome: Outcome) -> str:
    starts = {"max": f"-{LARGEST}", "min": LARGEST, "first": "float(_months)"}
    return starts.get(outcome.reduce, "0.0")


def _gathering(outcome: Outcome, so_far: str) -> Iterator[str]:
    match outcome.reduce:
        case "sum" | "mean":
            yield f"{so_far} += {outcome.of}"
        case "last":
            yield f"{so_far} = {outcome.of}"
        case "max" | "min":
            yield f"if {outcome.of} {'>' if outcome.reduce == 'max' else '<'} {so_far}:"
            yield f"    {so_far} = {outcome.of}"
        case "months":
            yield f"if {outcome.of} >= {outcome.above!r}:"
            yield f"    {so_far} += 1.0"
        case "first":
            yield f"if month < {so_far} and {outcome.of} >= {outcome.above!r}:"
            yield f"    {so_far} = float(month)"


def _gathering_window(outcome: Outcome, index: int) -> Iterator[str]:
    """The greatest or smallest sum over a window that slides by a month, from a ring of its values."""
    place = f"_window_{index}[month % {outcome.window}]"
    yield f"_sum_{index} += {outcome.of} - {place}"
    yield f"{place} = {outcome.of}"
    full = f"month >= min({outcome.window}, _months) - 1"
    sign = ">" if outcome.reduce == "max" else "<"
    yield f"if {full} and _sum_{index} {sign} _outcome_{index}:"
    yield f"    _outcome_{index} = _sum_{index}"


def _after(outcome: Outcome, index: int) -> str:
    return f"_outcome_{index} / _months" if outcome.reduce == "mean" else f"_outcome_{index}"


def _grain(model: Model, outcome: Outcome) -> float:
    return 1.0 if outcome.reduce in ("months", "first") else float(model.state(outcome.of).grain)


def _trace(model: Model, used: set[str]) -> Iterator[str]:
    layout = Layout.of(model)
    for name, row in (*layout.state.items(), *layout.draw.items()):
        if name in layout.state or name in used:
            yield f"_seen[month, {row}] = {name}"
    for index, row in enumerate(layout.lever.values()):
        yield f"_seen[month, {row}] = _levels[{index}]"
