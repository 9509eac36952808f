"""Loops of plain functions: they turn until the last of sixteen futures is done."""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from llvmlite import ir

from brink.play.engine.lanes.expressions import Expressions
from brink.play.engine.lanes.values import I64, MASK, Tree, lifted

MOST_TURNS = 64
"""A loop over a range of no more than this, known beforehand, is written out turn by turn."""


class Loops(Expressions):
    """Writes loops where the builder stands; `here` holds masks of those still in each."""

    here: list[Any]
    own: list[set[str]]
    every: Counter[str]
    last_read: dict[str, int]

    def room(self, mask: Any) -> Any:
        """A place for a mask."""
        place = self.start.alloca(MASK)
        self.at.store(mask, place)
        return place

    def suite(self, body: Sequence[ast.stmt]) -> None:
        """Statements one after another."""
        raise NotImplementedError

    def assign(self, target: ast.expr, value: Tree) -> None:
        """Give what stands on the left its value."""
        raise NotImplementedError

    def only_in(self, body: Sequence[ast.stmt]) -> set[str]:
        """Variables of some statements alone."""
        raise NotImplementedError

    @contextmanager
    def _loop(self, active: Any) -> Iterator[None]:
        """The inside of one turn; `active` is the place of the mask of those still looping."""
        mask, before = self.at.load(active, typ=MASK), self.mask
        turn = self.room(mask)
        self.mask = mask
        self.here += [active, turn]
        yield
        del self.here[-2:]
        self.mask = before

    def while_(self, node: ast.While) -> None:
        self._turns(node, node.test)

    def _turns(self, node: ast.While | ast.For, test: Any, first: Any = None, last: Any = None) -> None:
        head, turn, end = (self.at.append_basic_block(name) for name in ("head", "turn", "done"))
        active = self.room(self.mask)
        self.own.append(self.only_in(node.body) | self._left_behind(node))
        self.at.branch(head)
        self.at.position_at_end(head)
        before = self.mask
        self.mask = self.at.load(active, typ=MASK)
        holds = self.truth(test) if isinstance(test, ast.expr) else test()
        if isinstance(holds, bool):
            holds = self.sums.wide(holds)
        self.at.store(self.at.and_(self.mask, holds), active)
        self.at.cbranch(self.sums.any(self.at.load(active, typ=MASK)), turn, end)
        self.at.position_at_end(turn)
        if first is not None:
            first()
        with self._loop(active):
            self.suite(node.body)
            if last is not None:
                last()
        self.at.branch(head)
        self.at.position_at_end(end)
        self.own.pop()
        self.mask = before

    def for_(self, node: ast.For) -> None:
        turns = self._range(node)
        if isinstance(turns, tuple):
            self._written_out(node, turns)
            return
        if not isinstance(node.target, ast.Name):
            raise self.refused(node.target)
        begin, stop = turns
        counter = f"?{node.lineno}:{node.col_offset}"
        self.keep(counter, begin, blended=False)
        name = node.target.id
        inside = sum(isinstance(one, ast.Name) and one.id == name for one in ast.walk(node))

        def goes() -> Any:
            value = self.fetched(self.names[counter])
            test = self.sums.wide(self.sums.compared("<", value, stop))
            if inside == self.every[name]:
                self.names[name] = value
            else:
                with self.only(test, False):
                    self.assign(node.target, value)
            return test

        def step() -> None:
            value = self.sums.combined("+", self.fetched(self.names[counter]), 1)
            self.keep(counter, value, blended=False)

        def known() -> None:
            # Told where the counter stands, LLVM sees for itself that a place is within a table.
            value = self.fetched(self.names[counter])
            if isinstance(begin, int) and isinstance(stop, int) and begin >= 0 and value.shared:
                self.at.assume(self.at.icmp_unsigned("<", value.ir, ir.Constant(I64, stop)))

        self._turns(node, goes, known, step)

    def _left_behind(self, node: ast.While | ast.For) -> set[str]:
        """Variables that nothing reads once a loop has ended.

        They may go on changing in futures that are done with the loop, so that a turn need not wait until it
        is known which futures the turn before was the last of.
        """
        inner = len(self.here) > 1
        if inner or any(isinstance(one, ast.Continue) for one in ast.walk(node)):
            return set()
        return {name for name in self.every if self.last_read.get(name, 0) <= (node.end_lineno or 0)}

    def _range(self, node: ast.For) -> Any:
        """The turns of a loop if they are known, else where it begins and stops."""
        if not (
            isinstance(node.iter, ast.Call)
            and isinstance(node.iter.func, ast.Name)
            and node.iter.func.id == "range"
        ):
            items = self.value(node.iter)
            if not isinstance(items, tuple):
                raise self.refused(node.iter, "is no range and no tuple")
            return items
        given = [self.value(one) for one in node.iter.args]
        if all(isinstance(one, int) for one in given):
            turns = range(*given)
            if len(turns) <= MOST_TURNS:
                return tuple(turns)
        if len(given) > 2 or any(isinstance(one, tuple) or lifted(one).kind != "int" for one in given):
            raise self.refused(node.iter, "has no whole numbers, or a step")
        return [0, *given] if len(given) == 1 else given

    def _written_out(self, node: ast.For, turns: tuple[Tree, ...]) -> None:
        ends = any(
            isinstance(one, ast.Break | ast.Continue | ast.Return)
            for part in node.body
            for one in ast.walk(part)
        )
        active = self.room(self.mask)
        self.own.append(self.only_in(node.body))
        for one in turns:
            with self._loop(active):
                if ends or not isinstance(node.target, ast.Name):
                    self.assign(node.target, one)
                else:
                    self.names[node.target.id] = one
                self.suite(node.body)
        self.own.pop()
