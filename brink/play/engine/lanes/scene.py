"""One function while it is translated: where code is written, for which futures, what its names hold."""

from __future__ import annotations

import ast
import builtins
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import FunctionType
from typing import Any

from llvmlite import ir

from brink.errors import BadModel
from brink.play.engine.lanes.values import MASK, Form, Lanes, Place, Sums, Tree, common, lifted, shaped


class Scene:
    """What those share who write a function; code goes where `at` stands, for the futures of `mask`."""

    def __init__(self, functions: Any, function: FunctionType, made: Any, held: dict[str, Form]) -> None:
        self.functions, self.function = functions, function
        self.start = ir.IRBuilder(made.append_basic_block("variables"))
        self.at = ir.IRBuilder(made.append_basic_block("begin"))
        self.sums = Sums(self.at)
        self.mask = made.args[-1]
        self.names: dict[str, Tree] = {}
        self.held: dict[str, Form] = held
        """Kinds of its variables as far as they are known."""
        self.changed = False
        self.every: Counter[str] = Counter()
        """How often each name stands in it."""
        self.last_read: dict[str, int] = {}
        """The last line on which each variable is read."""
        self.here = [self.room(self.mask)]
        """Masks of the futures still here: in the function, and in each loop around the place at hand."""
        self.own: list[set[str]] = []
        """Variables that belong to the part at hand alone, for each part around it."""

    def refused(self, node: ast.AST, why: str = "cannot be compiled") -> BadModel:
        """The error for a piece of code."""
        line = getattr(node, "lineno", 0)
        return BadModel(
            f"{self.function.__qualname__}, its line {line}: `{ast.unparse(node)}` {why}; a mechanism may "
            "use numbers, if, for, while, arithmetic, comparisons, tuples, math and other plain functions"
        )

    def object_of(self, node: ast.Name) -> Any:
        """What a name stands for outside the function."""
        known = self.function.__globals__
        return known[node.id] if node.id in known else getattr(builtins, node.id, None)

    def fetched(self, variable: Tree) -> Tree:
        """What a variable holds."""
        return shaped(
            variable,
            lambda one: (
                Lanes(one.form.kind, self.at.load(one.ir, typ=one.form.type))
                if isinstance(one, Place)
                else one
            ),
        )

    def room(self, mask: Any) -> Any:
        """A place for a mask."""
        place = self.start.alloca(MASK)
        self.at.store(mask, place)
        return place

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

    def only_in(self, body: Sequence[ast.stmt]) -> set[str]:
        """Variables that only some statements name, and that are set there before they are read."""
        inside = [node for one in body for node in ast.walk(one) if isinstance(node, ast.Name)]
        count = Counter(node.id for node in inside)
        return {name for name in count if count[name] == self.every[name] and _set_first(body, name)}


def _set_first(body: Sequence[ast.stmt], name: str) -> bool:
    """Whether the first statement that names a variable sets it, plainly and without reading it."""
    for statement in body:
        named = [node for node in ast.walk(statement) if isinstance(node, ast.Name) and node.id == name]
        if named:
            plain = isinstance(statement, ast.Assign | ast.AnnAssign)
            return plain and all(isinstance(node.ctx, ast.Store) for node in named)
    return False
