"""Calls in plain functions, translated for sixteen futures at once."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable, Sequence
from types import FunctionType
from typing import Any

import numpy as np

from brink.play.engine import elementary
from brink.play.engine.lanes.scene import Scene
from brink.play.engine.lanes.values import (
    MATHS,
    Form,
    Kind,
    Lanes,
    Tree,
    lifted,
)

OUTSIDE = {
    "pow": 2, "atan2": 2, "fmod": 2, "hypot": 2, "copysign": 2, "sin": 1, "cos": 1, "tan": 1, "asin": 1,
    "acos": 1, "atan": 1, "sinh": 1, "cosh": 1, "tanh": 1, "log2": 1, "log10": 1, "erf": 1, "erfc": 1,
    "lgamma": 1,
}  # fmt: skip
"""Functions of `math` that come from the system's library, future by future, with their arguments' number."""
OWN = ("exp", "expm1", "log", "log1p")
KINDS: dict[Any, Kind] = {
    np.float64: "float",
    np.int64: "int",
    np.uint64: "word",
    float: "float",
    int: "int",
    bool: "truth",
}


def is_known(value: Tree) -> bool:
    """Whether a number is known when the kernel is made."""
    return not isinstance(value, Lanes | tuple)


class Calls:
    """Writes calls of one function where its builder stands."""

    def __init__(self, scene: Scene, value: Callable[[ast.expr], Tree]) -> None:
        self.scene = scene
        self.value = value
        """Writes an expression, and gives what it comes to."""

    def call(self, node: ast.Call) -> Tree:
        """What a call gives."""
        if node.keywords or any(isinstance(one, ast.Starred) for one in node.args):
            raise self.scene.refused(node)
        match node.func:
            case ast.Attribute(value=ast.Name(id="math"), attr=name) if "math" not in self.scene.names:
                return self._maths(node, name, [self.value(one) for one in node.args])
            case ast.Attribute(attr="view") if len(node.args) == 1:
                return self._viewed(node, self.value(node.func.value))
            case ast.Name() if node.func.id not in self.scene.names:
                called = self.scene.object_of(node.func)
                given = [self.value(one) for one in node.args]
                if isinstance(called, FunctionType):
                    return self.scene.functions.call(self.scene.at, called, given, self.scene.mask)
                return self._built_in(node, called, given)
        raise self.scene.refused(node)

    def _viewed(self, node: ast.Call, value: Tree) -> Lanes:
        """The same bits read as another kind."""
        kind = KINDS.get(self.scene.object_of(node.args[0])) if isinstance(node.args[0], ast.Name) else None
        if kind not in ("float", "int", "word") or isinstance(value, tuple):
            raise self.scene.refused(node)
        given = lifted(value)
        same = (given.kind == "float") == (kind == "float")
        return Lanes(
            kind, given.ir if same else self.scene.at.bitcast(given.ir, Form(kind, given.shared).type)
        )

    def _built_in(self, node: ast.Call, called: Any, given: Sequence[Tree]) -> Tree:
        if called is len and len(given) == 1 and isinstance(given[0], tuple):
            return len(given[0])
        if called in (min, max) and len(given) == 1 and isinstance(given[0], tuple):
            given = given[0]
        if any(isinstance(one, tuple) for one in given):
            raise self.scene.refused(node)
        if called in KINDS and len(given) == 1:
            known = isinstance(given[0], bool | int | float) and called in (float, int, bool)
            return called(given[0]) if known else self.scene.sums.to(given[0], KINDS[called])
        if called is abs and len(given) == 1:
            return self._absolute(given[0])
        if called in (min, max) and len(given) > 1:
            return self._extreme("<" if called is min else ">", given)
        raise self.scene.refused(node)

    def _absolute(self, value: Tree) -> Tree:
        if not isinstance(value, Lanes):
            return abs(value)
        if value.kind == "float":
            return Lanes(
                "float", self.scene.sums.called("llvm.fabs", value.ir, value.ir.type, [value.ir.type])
            )
        return self.scene.sums.chosen(
            self.scene.sums.compared("<", value, 0).ir, self.scene.sums.negative(value), value
        )

    def _extreme(self, sign: str, given: Sequence[Tree]) -> Tree:
        """As Python does it: a later number counts only where it is truly less, or truly more."""
        if all(is_known(one) for one in given):
            return (min if sign == "<" else max)(given)
        best = given[0]
        for one in given[1:]:
            best = self.scene.sums.chosen(self.scene.sums.compared(sign, one, best).ir, one, best)
        return best

    def _maths(self, node: ast.Call, name: str, given: list[Tree]) -> Tree:
        if any(isinstance(one, tuple) for one in given):
            raise self.scene.refused(node)
        if name in OWN and len(given) == 1:
            value = [self.scene.sums.to(given[0], "float")]
            return self.scene.functions.call(self.scene.at, getattr(elementary, name), value, self.scene.mask)
        if name in MATHS and len(given) == 1:
            return self.scene.sums.maths(name, given[0])
        if name == "isnan" and len(given) == 1:
            return self.scene.sums.compared("!=", given[0], given[0])
        if name in ("isinf", "isfinite") and len(given) == 1:
            size = self._absolute(self.scene.sums.to(given[0], "float"))
            return self.scene.sums.compared("==" if name == "isinf" else "<", size, math.inf)
        return self.outside(node, name, given)

    def outside(self, node: ast.AST, name: str, given: Sequence[Tree]) -> Lanes:
        if OUTSIDE.get(name) != len(given):
            raise self.scene.refused(node)
        floats = [self.scene.sums.to(one, "float") for one in given]
        result: Lanes = self.scene.functions.outside(self.scene.at, name, floats)
        return result
