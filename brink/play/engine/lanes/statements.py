"""Statements of plain functions, translated for sixteen futures at once.

Where futures part ways, both ways are gone, each for the futures that take it: a mask says which, and a
variable changes only in theirs. A way that no future takes is jumped over.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FunctionType
from typing import Any

from llvmlite import ir

from brink.play.engine.lanes.expressions import is_costly
from brink.play.engine.lanes.loops import Loops
from brink.play.engine.lanes.values import MASK, Form, Place, Tree, common, leaves, lifted, shaped

LEAVES = (ast.Return, ast.Break, ast.Continue)
RESULT = "return"


class Body(Loops):
    """Writes one function; `held` are the kinds of its variables as far as they are known."""

    def __init__(self, functions: Any, function: FunctionType, made: Any, held: dict[str, Form]) -> None:
        super().__init__(functions, function, made)
        self.held: dict[str, Form] = held
        self.changed = False
        self.end = made.append_basic_block("end")
        self.every: Counter[str] = Counter()
        self.last_read: dict[str, int] = {}
        # Masks of the futures still here: in the function, and in each loop around the place at hand.
        self.here = [self.room(self.mask)]
        self.own: list[set[str]] = []

    def take(self, name: str, value: Tree) -> None:
        """An argument."""
        self.keep(name, value, blended=False)

    def write(self, body: list[ast.stmt], gives: Tree) -> Tree:
        """The whole function; returns what it turned out to give."""
        self.every = Counter(node.id for one in body for node in ast.walk(one) if isinstance(node, ast.Name))
        self.last_read = _last_read(body)
        self.suite(body)
        if not self.at.block.is_terminated:
            self.at.branch(self.end)
        self.at.position_at_end(self.end)
        if RESULT not in self.names:
            raise self.refused(ast.Name(self.function.__name__), "gives nothing")
        results = self.fetched(self.names[RESULT])
        given = shaped(results, lambda one: one.kind)
        if given == gives:
            self._give(results)
        self.start.branch(self.function_begin)
        return given

    def _give(self, results: Tree) -> None:
        if not isinstance(results, tuple):
            self.at.ret(results.ir)
            return
        whole = ir.Constant(self.at.function.ftype.return_type, ir.Undefined)
        for place, one in enumerate(leaves(results)):
            whole = self.at.insert_value(whole, one.ir, place)
        self.at.ret(whole)

    @property
    def function_begin(self) -> Any:
        """The block after that of the variables."""
        return self.at.function.basic_blocks[1]

    def keep(self, name: str, value: Tree, *, blended: bool) -> None:
        """Give a variable its value; where `blended`, only in the futures of the mask."""
        old = self.names.get(name)
        if isinstance(value, tuple):
            if isinstance(old, tuple) and len(old) != len(value):
                raise self.refused(ast.Name(name), "holds tuples of different lengths")
            for place, one in enumerate(value):
                self.keep(f"{name}.{place}", one, blended=blended)
            self.names[name] = tuple(self.names[f"{name}.{place}"] for place in range(len(value)))
            return
        given = lifted(value)
        form = self.held.get(name, Form(given.kind, given.shared and not blended))
        fits = Form(common(form.kind, given.kind), form.shared and given.shared and not blended)
        self.changed |= form != fits
        self.held[name] = fits
        if not isinstance(old, Place) or old.form != fits:
            old = Place(fits, self.start.alloca(fits.type))
            # Nothing is ever undefined, so nothing that comes of it can be.
            self.start.store(ir.Constant(fits.type, None), old.ir)
            self.names[name] = old
        number = self.sums.to(given, fits.kind)
        new = number.ir if fits.shared else self.sums.wide(number)
        if blended:
            new = self.at.select(self.mask, new, self.at.load(old.ir, typ=fits.type))
        self.at.store(new, old.ir)

    def suite(self, body: Sequence[ast.stmt]) -> None:
        """Statements one after another, for the futures of the mask."""
        for place, statement in enumerate(body):
            self.statement(statement)
            if not any(isinstance(node, LEAVES) for node in ast.walk(statement)):
                continue
            self.mask = self.at.and_(self.mask, self.at.load(self.here[-1], typ=MASK))
            rest = body[place + 1 :]
            if rest and is_costly(*rest):
                with self.only(self.mask, True):
                    self.suite(rest)
                return

    def statement(self, node: ast.stmt) -> None:
        """One statement."""
        match node:
            case ast.Expr(value=ast.Constant()) | ast.Pass():
                return
            case ast.Assign():
                value = self.value(node.value)
                for target in node.targets:
                    self.assign(target, value)
            case ast.AnnAssign(value=ast.expr() as given):
                self.assign(node.target, self.value(given))
            case ast.AugAssign(target=ast.Name() as target):
                old = self.value(ast.copy_location(ast.Name(target.id, ast.Load()), target))
                self.assign(target, self.combined(node, node.op, old, self.value(node.value)))
            case ast.Return(value=ast.expr() as given):
                self.keep(RESULT, self.value(given), blended=True)
                self._leave(self.here)
            case ast.If():
                self._if(node)
            case ast.While(orelse=[]):
                self.while_(node)
            case ast.For(orelse=[]):
                self.for_(node)
            case ast.Break() if len(self.here) > 1:
                self._leave(self.here[-2:])
            case ast.Continue() if len(self.here) > 1:
                self._leave(self.here[-1:])
            case _:
                raise self.refused(node)

    def _leave(self, places: Sequence[Any]) -> None:
        gone = self.sums.unmasked(self.mask)
        for place in places:
            self.at.store(self.at.and_(self.at.load(place, typ=MASK), gone), place)

    def assign(self, target: ast.expr, value: Tree) -> None:
        match target:
            case ast.Name(id=name):
                self.keep(name, value, blended=bool(self.own) and name not in self.own[-1])
            case ast.Tuple(elts=parts) if isinstance(value, tuple) and len(parts) == len(value):
                for part, one in zip(parts, value, strict=True):
                    self.assign(part, one)
            case _:
                raise self.refused(target)

    @contextmanager
    def only(self, mask: Any, jumped: bool) -> Iterator[None]:
        """Code for those futures of a mask that are at it; jumped over if there are none and `jumped`."""
        before = self.mask
        self.mask = self.at.and_(before, mask)
        after = None
        if jumped:
            block, after = (self.at.append_basic_block(name) for name in ("some", "after"))
            self.at.cbranch(self.sums.any(self.mask), block, after)
            self.at.position_at_end(block)
        yield
        if after is not None:
            self.at.branch(after)
            self.at.position_at_end(after)
        self.mask = before

    def _if(self, node: ast.If) -> None:
        test = self.truth(node.test)
        if isinstance(test, bool):
            self.suite(node.body if test else node.orelse)
            return
        for mask, body in ((test, node.body), (self.sums.unmasked(test), node.orelse)):
            if body:
                self.own.append(self.only_in(body))
                with self.only(mask, is_costly(*body)):
                    self.suite(body)
                self.own.pop()

    def only_in(self, body: Sequence[ast.stmt]) -> set[str]:
        """Variables that only some statements name, and that are set there before they are read."""
        inside = [node for one in body for node in ast.walk(one) if isinstance(node, ast.Name)]
        count = Counter(node.id for node in inside)
        return {name for name in count if count[name] == self.every[name] and _set_first(body, name)}


def _last_read(body: Sequence[ast.stmt]) -> dict[str, int]:
    """The last line on which each variable is read."""
    found: dict[str, int] = {}
    for node in (node for one in body for node in ast.walk(one)):
        read = node.target if isinstance(node, ast.AugAssign) else node
        if isinstance(read, ast.Name) and (read is not node or isinstance(read.ctx, ast.Load)):
            found[read.id] = max(found.get(read.id, 0), read.lineno)
    return found


def _set_first(body: Sequence[ast.stmt], name: str) -> bool:
    """Whether the first statement that names a variable sets it, plainly and without reading it."""
    for statement in body:
        named = [node for node in ast.walk(statement) if isinstance(node, ast.Name) and node.id == name]
        if named:
            plain = isinstance(statement, ast.Assign | ast.AnnAssign)
            return plain and all(isinstance(node.ctx, ast.Store) for node in named)
    return False
