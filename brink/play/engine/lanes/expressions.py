"""Expressions of plain functions, translated for sixteen futures at once."""

from __future__ import annotations

import ast
import math
import operator
from collections.abc import Callable
from typing import Any

import numpy as np
from llvmlite import ir

from brink.play.engine.lanes.calls import Calls, is_known
from brink.play.engine.lanes.scene import Scene
from brink.play.engine.lanes.values import (
    DOUBLE,
    I64,
    TYPES,
    WIDTH,
    Kind,
    Lanes,
    Tree,
)

SIGNS: dict[type[ast.operator], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Add: ("+", operator.add),
    ast.Sub: ("-", operator.sub),
    ast.Mult: ("*", operator.mul),
    ast.Div: ("/", operator.truediv),
    ast.FloorDiv: ("//", operator.floordiv),
    ast.Mod: ("%", operator.mod),
    ast.Pow: ("**", operator.pow),
    ast.BitAnd: ("&", operator.and_),
    ast.BitOr: ("|", operator.or_),
    ast.BitXor: ("^", operator.xor),
    ast.LShift: ("<<", operator.lshift),
    ast.RShift: (">>", operator.rshift),
}
COMPARISONS: dict[type[ast.cmpop], tuple[str, Callable[[Any, Any], Any]]] = {
    ast.Lt: ("<", operator.lt),
    ast.LtE: ("<=", operator.le),
    ast.Gt: (">", operator.gt),
    ast.GtE: (">=", operator.ge),
    ast.Eq: ("==", operator.eq),
    ast.NotEq: ("!=", operator.ne),
}
MOST_CHOICES = 4
"""Up to so many numbers of a tuple are chosen among by comparing; more are fetched by their place."""
CHEAP = ("min", "max", "abs", "float", "int", "bool", "len")


def is_costly(*nodes: ast.AST) -> bool:
    """Whether some code is worth to be jumped over where no future takes it."""
    return any(
        isinstance(node, ast.While | ast.For)
        or (isinstance(node, ast.Call) and not (isinstance(node.func, ast.Name) and node.func.id in CHEAP))
        for part in nodes
        for node in ast.walk(part)
    )


class Expressions:
    """Writes expressions of one function where its scene stands."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.calls = Calls(scene, self.value)

    def value(self, node: ast.expr) -> Tree:
        """What an expression comes to."""
        match node:
            case ast.Constant(value=bool() | int() | float() as known):
                return known
            case ast.Name():
                return self._named(node)
            case ast.Tuple():
                return tuple(self.value(one) for one in node.elts)
            case ast.BinOp():
                return self.combined(node, node.op, self.value(node.left), self.value(node.right))
            case ast.UnaryOp():
                return self._unary(node)
            case ast.Compare():
                return self._comparison(node)
            case ast.BoolOp():
                return self._boolean(node)
            case ast.IfExp():
                return self._choice(node)
            case ast.Call():
                return self.calls.call(node)
            case ast.Subscript():
                return self._element(node, self.value(node.value), self.value(node.slice))
            case ast.Attribute(value=ast.Name(id="math"), attr=name) if isinstance(
                getattr(math, name, None), float
            ):
                return getattr(math, name)
        raise self.scene.refused(node)

    def truth(self, node: ast.expr) -> Any:
        """A test: True, False, or a mask."""
        value = self.value(node)
        if isinstance(value, tuple):
            raise self.scene.refused(node, "is no test")
        return (
            self.scene.sums.wide(self.scene.sums.to(value, "truth"))
            if isinstance(value, Lanes)
            else bool(value)
        )

    def combined(self, node: ast.AST, sign: ast.operator, a: Tree, b: Tree) -> Tree:
        """Two numbers put together."""
        name, plain = SIGNS.get(type(sign), ("", operator.add))
        if isinstance(a, tuple) or isinstance(b, tuple):
            raise self.scene.refused(node)
        try:
            if is_known(a) and is_known(b):
                return plain(a, b)
            if name == "**":
                return self.calls.outside(node, "pow", [a, b])
            return self.scene.sums.combined(name, a, b)
        except (KeyError, ArithmeticError, TypeError) as error:
            raise self.scene.refused(node) from error

    def _named(self, node: ast.Name) -> Tree:
        if node.id in self.scene.names:
            return self.scene.fetched(self.scene.names[node.id])
        return self._constant(node, self.scene.object_of(node))

    def _constant(self, node: ast.AST, value: Any) -> Tree:
        if isinstance(value, tuple):
            return tuple(self._constant(node, one) for one in value)
        if isinstance(value, bool | int | float | np.uint64):
            return value
        raise self.scene.refused(node)

    def _unary(self, node: ast.UnaryOp) -> Tree:
        if isinstance(node.op, ast.Not):
            test = self.truth(node.operand)
            return (not test) if isinstance(test, bool) else Lanes("truth", self.scene.sums.unmasked(test))
        value = self.value(node.operand)
        if isinstance(value, tuple) or isinstance(node.op, ast.Invert):
            raise self.scene.refused(node)
        if isinstance(node.op, ast.UAdd):
            return value
        return self.scene.sums.negative(value) if isinstance(value, Lanes) else -value

    def _comparison(self, node: ast.Compare) -> Tree:
        given = [self.value(one) for one in (node.left, *node.comparators)]
        result: Any = True
        for place, sign in enumerate(node.ops):
            a, b = given[place], given[place + 1]
            if type(sign) not in COMPARISONS or isinstance(a, tuple) or isinstance(b, tuple):
                raise self.scene.refused(node)
            name, plain = COMPARISONS[type(sign)]
            holds = plain(a, b) if is_known(a) and is_known(b) else self.scene.sums.compared(name, a, b)
            if isinstance(result, bool):
                result = holds if result else False
            elif isinstance(holds, bool):
                result = result if holds else False
            else:
                result = self.scene.sums.combined("&", result, holds)
        return result

    def _boolean(self, node: ast.BoolOp) -> Tree:
        """`and` and `or`; what stands further on is worked out for the futures for which it counts."""
        both, before = isinstance(node.op, ast.And), self.scene.mask
        result = self.value(node.values[0])
        for one in node.values[1:]:
            if isinstance(result, tuple):
                raise self.scene.refused(node)
            if is_known(result):
                if bool(result) is both:
                    result = self.value(one)
                continue
            test = self.scene.sums.wide(self.scene.sums.to(result, "truth"))
            goes_on = test if both else self.scene.sums.unmasked(test)
            self.scene.mask = self.scene.at.and_(self.scene.mask, goes_on)
            further = self.value(one)
            if isinstance(further, tuple):
                raise self.scene.refused(node)
            result = self.scene.sums.chosen(goes_on, further, result)
        self.scene.mask = before
        return result

    def _choice(self, node: ast.IfExp) -> Tree:
        test = self.truth(node.test)
        if isinstance(test, bool):
            return self.value(node.body if test else node.orelse)
        if not is_costly(node.body, node.orelse):
            yes, no = self.value(node.body), self.value(node.orelse)
            if isinstance(yes, tuple) or isinstance(no, tuple):
                raise self.scene.refused(node)
            return self.scene.sums.chosen(test, yes, no)
        name = f"?{node.lineno}:{node.col_offset}"
        for mask, side in ((test, node.body), (self.scene.sums.unmasked(test), node.orelse)):
            with self.scene.only(mask, is_costly(side)):
                self.scene.keep(name, self.value(side), blended=True)
        return self.scene.fetched(self.scene.names[name])

    def _element(self, node: ast.AST, value: Tree, place: Tree) -> Tree:
        if not isinstance(value, tuple) or isinstance(place, tuple):
            raise self.scene.refused(node)
        if not isinstance(place, Lanes):
            if not -len(value) <= place < len(value):
                raise self.scene.refused(node, "asks for what is not in the tuple")
            return value[int(place)]
        at = self.scene.sums.to(place, "int")
        at = self.scene.sums.chosen(
            self.scene.sums.compared("<", at, 0).ir, self.scene.sums.combined("+", at, len(value)), at
        )
        if len(value) > MOST_CHOICES and all(isinstance(one, int | float) for one in value):
            return self._gathered(value, at)
        result = value[-1]
        for index, one in enumerate(value[:-1]):
            if isinstance(one, tuple) or isinstance(result, tuple):
                raise self.scene.refused(node, "asks for a row by a place that differs between futures")
            result = self.scene.sums.chosen(self.scene.sums.compared("==", at, index).ir, one, result)
        return result

    def _gathered(self, table: tuple[Any, ...], at: Lanes) -> Lanes:
        """Numbers of a table by their place, which is kept inside it."""
        kind: Kind = "float" if any(isinstance(one, float) for one in table) else "int"
        element = DOUBLE if kind == "float" else I64
        held = self.scene.functions.table(table, element)
        inside = self.scene.sums.chosen(self.scene.sums.compared("<", at, 0).ir, 0, at)
        last = len(table) - 1
        inside = self.scene.sums.chosen(self.scene.sums.compared(">", inside, last).ir, last, inside)
        if inside.shared:
            return Lanes(
                kind,
                self.scene.at.load(self.scene.at.gep(held, [inside.ir], source_etype=element), typ=element),
            )
        wide, result = inside.ir, ir.Constant(TYPES[kind], ir.Undefined)
        for lane in range(WIDTH):
            index = ir.Constant(ir.IntType(32), lane)
            place = self.scene.at.gep(
                held, [self.scene.at.extract_element(wide, index)], source_etype=element
            )
            result = self.scene.at.insert_element(result, self.scene.at.load(place, typ=element), index)
        return Lanes(kind, result)
