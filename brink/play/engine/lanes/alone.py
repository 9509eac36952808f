"""One plain function as machine code of its own, for arrays of numbers."""

from __future__ import annotations

import ctypes
import hashlib
from collections.abc import Callable
from functools import cache
from types import FunctionType
from typing import Any

import numpy as np
from llvmlite import ir

from brink.play.engine.lanes.functions import Functions
from brink.play.engine.lanes.machine import entry_of
from brink.play.engine.lanes.values import I64, POINTER, TYPES, WIDTH, Kind, Lanes, Sums, leaves
from brink.play.engine.lanes.writer import i64, turns

NUMBERS: dict[Kind, Any] = {"float": np.float64, "int": np.int64, "word": np.uint64, "truth": np.bool_}


def over_arrays(function: FunctionType) -> Callable[..., Any]:
    """The function over arrays of floats or 64-bit words that go together as NumPy's do; gives arrays."""

    def played(*given: Any) -> Any:
        arrays = np.broadcast_arrays(*(np.asarray(one) for one in given))
        kinds: tuple[Kind, ...] = tuple("word" if one.dtype == np.uint64 else "float" for one in arrays)
        count, shape = arrays[0].size, arrays[0].shape
        groups = -(-count // WIDTH)
        call, gives = _made(function, kinds)
        padded = [
            np.resize(one.astype(NUMBERS[kind]).ravel(), groups * WIDTH)
            for one, kind in zip(arrays, kinds, strict=True)
        ]
        results = [np.empty(groups * WIDTH, dtype=NUMBERS[kind]) for kind in leaves(gives)]
        call(groups, *(one.ctypes.data for one in (*padded, *results)))
        found = [one[:count].reshape(shape) for one in results]
        return tuple(found) if isinstance(gives, tuple) else found[0]

    return played


@cache
def _made(function: FunctionType, kinds: tuple[Kind, ...]) -> tuple[Any, Any]:
    module = ir.Module("alone")
    gives = _write(module, function, kinds)
    text = str(module)
    address = entry_of(hashlib.sha256(text.encode()).hexdigest(), lambda: text, "entry")
    places = [ctypes.c_void_p] * (len(kinds) + len(list(leaves(gives))))
    return ctypes.CFUNCTYPE(None, ctypes.c_int64, *places)(address), gives


def _write(module: Any, function: FunctionType, kinds: tuple[Kind, ...]) -> Any:
    functions = Functions(module)
    # How many arrays come out is known once the function is written, so it is written on the side first.
    aside = ir.IRBuilder(
        ir.Function(module, ir.FunctionType(ir.VoidType(), []), "aside").append_basic_block()
    )
    everyone = Sums(aside).wide(True)
    nothing = [Lanes(kind, ir.Constant(TYPES[kind], None)) for kind in kinds]
    found = functions.call(aside, function, nothing, everyone)
    aside.ret_void()
    results = list(leaves(found))
    takes = [I64, *[POINTER] * (len(kinds) + len(results))]
    entry = ir.Function(module, ir.FunctionType(ir.VoidType(), takes), "entry")
    at = ir.IRBuilder(entry.append_basic_block())
    with turns(at, entry.args[0]) as group:
        places = [at.gep(one, [at.mul(group, i64(WIDTH))], source_etype=I64) for one in entry.args[1:]]
        given = [
            Lanes(kind, at.load(place, typ=TYPES[kind], align=8))
            for kind, place in zip(kinds, places, strict=False)
        ]
        gave = functions.call(at, function, given, everyone)
        for one, place in zip(leaves(gave), places[len(kinds) :], strict=True):
            at.store(one.ir, place, align=8)
    at.ret_void()
    return tuple(one.kind for one in results) if isinstance(found, tuple) else found.kind
