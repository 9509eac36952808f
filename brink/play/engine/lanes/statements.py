"""Statements of plain functions, translated for sixteen futures at once.

Where futures part ways, both ways are gone, each for the futures that take it: a mask says which, and a
variable changes only in theirs. A way that no future takes is jumped over.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Sequence
from types import FunctionType
from typing import Any

from llvmlite import ir

from brink.play.engine.lanes.expressions import Expressions, is_costly
from brink.play.engine.lanes.loops import Loops
from brink.play.engine.lanes.scene import Scene
from brink.play.engine.lanes.values import MASK, Form, Tree, leaves, shaped

LEAVES = (ast.Return, ast.Break, ast.Continue)
RESULT = "return"


class Body:
    """Writes one function; `held` are the kinds of its variables as far as they are known."""

    def __init__(self, functions: Any, function: FunctionType, made: Any, held: dict[str, Form]) -> None:
        self.scene = Scene(functions, function, made, held)
        self.expressions = Expressions(self.scene)
        self.loops = Loops(self.scene, self.expressions, self)
        self.end = made.append_basic_block("end")

    @property
    def changed(self) -> bool:
        """Whether a variable turned out to be of another kind than was known."""
        return self.scene.changed

    def take(self, name: str, value: Tree) -> None:
        """An argument."""
        self.scene.keep(name, value, blended=False)

    def write(self, body: list[ast.stmt], gives: Tree) -> Tree:
        """The whole function; returns what it turned out to give."""
        self.scene.every = Counter(
            node.id for one in body for node in ast.walk(one) if isinstance(node, ast.Name)
        )
        self.scene.last_read = _last_read(body)
        self.suite(body)
        if not self.scene.at.block.is_terminated:
            self.scene.at.branch(self.end)
        self.scene.at.position_at_end(self.end)
        if RESULT not in self.scene.names:
            raise self.scene.refused(ast.Name(self.scene.function.__name__), "gives nothing")
        results = self.scene.fetched(self.scene.names[RESULT])
        given = shaped(results, lambda one: one.kind)
        if given == gives:
            self._give(results)
        self.scene.start.branch(self.function_begin)
        return given

    def _give(self, results: Tree) -> None:
        if not isinstance(results, tuple):
            self.scene.at.ret(results.ir)
            return
        whole = ir.Constant(self.scene.at.function.ftype.return_type, ir.Undefined)
        for place, one in enumerate(leaves(results)):
            whole = self.scene.at.insert_value(whole, one.ir, place)
        self.scene.at.ret(whole)

    @property
    def function_begin(self) -> Any:
        """The block after that of the variables."""
        return self.scene.at.function.basic_blocks[1]

    def suite(self, body: Sequence[ast.stmt]) -> None:
        """Statements one after another, for the futures of the mask."""
        for place, statement in enumerate(body):
            self.statement(statement)
            if not any(isinstance(node, LEAVES) for node in ast.walk(statement)):
                continue
            self.scene.mask = self.scene.at.and_(
                self.scene.mask, self.scene.at.load(self.scene.here[-1], typ=MASK)
            )
            rest = body[place + 1 :]
            if rest and is_costly(*rest):
                with self.scene.only(self.scene.mask, True):
                    self.suite(rest)
                return

    def statement(self, node: ast.stmt) -> None:
        """One statement."""
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Pass():
                return
            case ast.Assign():
                value = self.expressions.value(node.value)
                for target in node.targets:
                    self.assign(target, value)
            case ast.AnnAssign(value=ast.expr() as given):
                self.assign(node.target, self.expressions.value(given))
            case ast.AugAssign(target=ast.Name() as target):
                old = self.expressions.value(ast.copy_location(ast.Name(target.id, ast.Load()), target))
                self.assign(
                    target, self.expressions.combined(node, node.op, old, self.expressions.value(node.value))
                )
            case ast.Return(value=ast.expr() as given):
                self.scene.keep(RESULT, self.expressions.value(given), blended=True)
                self._leave(self.scene.here)
            case ast.If():
                self._if(node)
            case ast.While(orelse=[]):
                self.loops.while_(node)
            case ast.For(orelse=[]):
                self.loops.for_(node)
            case ast.Break() if len(self.scene.here) > 1:
                self._leave(self.scene.here[-2:])
            case ast.Continue() if len(self.scene.here) > 1:
                self._leave(self.scene.here[-1:])
            case _:
                raise self.scene.refused(node)

    def _leave(self, places: Sequence[Any]) -> None:
        gone = self.scene.sums.unmasked(self.scene.mask)
        for place in places:
            self.scene.at.store(self.scene.at.and_(self.scene.at.load(place, typ=MASK), gone), place)

    def assign(self, target: ast.expr, value: Tree) -> None:
        """Give what stands on the left its value."""
        match target:
            case ast.Name(id=name):
                self.scene.keep(name, value, blended=bool(self.scene.own) and name not in self.scene.own[-1])
            case ast.Tuple(elts=parts) if isinstance(value, tuple) and len(parts) == len(value):
                for part, one in zip(parts, value, strict=True):
                    self.assign(part, one)
            case _:
                raise self.scene.refused(target)

    def _if(self, node: ast.If) -> None:
        test = self.expressions.truth(node.test)
        if isinstance(test, bool):
            self.suite(node.body if test else node.orelse)
            return
        for mask, body in ((test, node.body), (self.scene.sums.unmasked(test), node.orelse)):
            if body:
                self.scene.own.append(self.scene.only_in(body))
                with self.scene.only(mask, is_costly(*body)):
                    self.suite(body)
                self.scene.own.pop()


def _last_read(body: Sequence[ast.stmt]) -> dict[str, int]:
    """The last line on which each variable is read."""
    found: dict[str, int] = {}
    for node in (node for one in body for node in ast.walk(one)):
        read = node.target if isinstance(node, ast.AugAssign) else node
        if isinstance(read, ast.Name) and (read is not node or isinstance(read.ctx, ast.Load)):
            found[read.id] = max(found.get(read.id, 0), read.lineno)
    return found
