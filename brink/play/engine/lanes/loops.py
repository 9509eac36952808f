"""Loops of plain functions: they turn until the last of sixteen futures is done."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, Protocol

from llvmlite import ir

from brink.play.engine.lanes.expressions import Expressions
from brink.play.engine.lanes.scene import Scene
from brink.play.engine.lanes.values import I64, MASK, Tree, lifted

MOST_TURNS = 64
"""A loop over a range of no more than this, known beforehand, is written out turn by turn."""


class Statements(Protocol):
    """What writes the statements inside a loop."""

    def suite(self, body: Sequence[ast.stmt]) -> None:
        """Statements one after another, for the futures of the mask."""

    def assign(self, target: ast.expr, value: Tree) -> None:
        """Give what stands on the left its value."""


class Loops:
    """Writes loops where the scene stands."""

    def __init__(self, scene: Scene, expressions: Expressions, body: Statements) -> None:
        self.scene, self.expressions, self.body = scene, expressions, body

    @contextmanager
    def _loop(self, active: Any) -> Iterator[None]:
        """The inside of one turn; `active` is the place of the mask of those still looping."""
        mask, before = self.scene.at.load(active, typ=MASK), self.scene.mask
        turn = self.scene.room(mask)
        self.scene.mask = mask
        self.scene.here += [active, turn]
        yield
        del self.scene.here[-2:]
        self.scene.mask = before

    def while_(self, node: ast.While) -> None:
        """A loop that turns while something holds."""
        self._turns(node, node.test)

    def _turns(self, node: ast.While | ast.For, test: Any, first: Any = None, last: Any = None) -> None:
        head, turn, end = (self.scene.at.append_basic_block(name) for name in ("head", "turn", "done"))
        active = self.scene.room(self.scene.mask)
        self.scene.own.append(self.scene.only_in(node.body) | self._left_behind(node))
        self.scene.at.branch(head)
        self.scene.at.position_at_end(head)
        before = self.scene.mask
        self.scene.mask = self.scene.at.load(active, typ=MASK)
        holds = self.expressions.truth(test) if isinstance(test, ast.expr) else test()
        if isinstance(holds, bool):
            holds = self.scene.sums.wide(holds)
        self.scene.at.store(self.scene.at.and_(self.scene.mask, holds), active)
        self.scene.at.cbranch(self.scene.sums.any(self.scene.at.load(active, typ=MASK)), turn, end)
        self.scene.at.position_at_end(turn)
        if first is not None:
            first()
        with self._loop(active):
            self.body.suite(node.body)
            if last is not None:
                last()
        self.scene.at.branch(head)
        self.scene.at.position_at_end(end)
        self.scene.own.pop()
        self.scene.mask = before

    def for_(self, node: ast.For) -> None:
        """A loop over a range or a tuple."""
        turns = self._range(node)
        if isinstance(turns, tuple):
            self._written_out(node, turns)
            return
        if not isinstance(node.target, ast.Name):
            raise self.scene.refused(node.target)
        begin, stop = turns
        counter = f"?{node.lineno}:{node.col_offset}"
        self.scene.keep(counter, begin, blended=False)
        name = node.target.id
        inside = sum(isinstance(one, ast.Name) and one.id == name for one in ast.walk(node))

        def goes() -> Any:
            value = self.scene.fetched(self.scene.names[counter])
            test = self.scene.sums.wide(self.scene.sums.compared("<", value, stop))
            if inside == self.scene.every[name]:
                self.scene.names[name] = value
            else:
                with self.scene.only(test, False):
                    self.body.assign(node.target, value)
            return test

        def step() -> None:
            value = self.scene.sums.combined("+", self.scene.fetched(self.scene.names[counter]), 1)
            self.scene.keep(counter, value, blended=False)

        def known() -> None:
            # Told where the counter stands, LLVM sees for itself that a place is within a table.
            value = self.scene.fetched(self.scene.names[counter])
            if isinstance(begin, int) and isinstance(stop, int) and begin >= 0 and value.shared:
                self.scene.at.assume(self.scene.at.icmp_unsigned("<", value.ir, ir.Constant(I64, stop)))

        self._turns(node, goes, known, step)

    def _left_behind(self, node: ast.While | ast.For) -> set[str]:
        """Variables that nothing reads once a loop has ended.

        They may go on changing in futures that are done with the loop, so that a turn need not wait until it
        is known which futures the turn before was the last of.
        """
        inner = len(self.scene.here) > 1
        if inner or any(isinstance(one, ast.Continue) for one in ast.walk(node)):
            return set()
        return {
            name for name in self.scene.every if self.scene.last_read.get(name, 0) <= (node.end_lineno or 0)
        }

    def _range(self, node: ast.For) -> Any:
        """The turns of a loop if they are known, else where it begins and stops."""
        if not (
            isinstance(node.iter, ast.Call)
            and isinstance(node.iter.func, ast.Name)
            and node.iter.func.id == "range"
        ):
            items = self.expressions.value(node.iter)
            if not isinstance(items, tuple):
                raise self.scene.refused(node.iter, "is no range and no tuple")
            return items
        given = [self.expressions.value(one) for one in node.iter.args]
        if all(isinstance(one, int) for one in given):
            turns = range(*given)
            if len(turns) <= MOST_TURNS:
                return tuple(turns)
        if len(given) > 2 or any(isinstance(one, tuple) or lifted(one).kind != "int" for one in given):
            raise self.scene.refused(node.iter, "has no whole numbers, or a step")
        return [0, *given] if len(given) == 1 else given

    def _written_out(self, node: ast.For, turns: tuple[Tree, ...]) -> None:
        ends = any(
            isinstance(one, ast.Break | ast.Continue | ast.Return)
            for part in node.body
            for one in ast.walk(part)
        )
        active = self.scene.room(self.scene.mask)
        self.scene.own.append(self.scene.only_in(node.body))
        for one in turns:
            with self._loop(active):
                if ends or not isinstance(node.target, ast.Name):
                    self.body.assign(node.target, one)
                else:
                    self.scene.names[node.target.id] = one
                self.body.suite(node.body)
        self.scene.own.pop()
