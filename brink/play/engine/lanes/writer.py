"""How a function of the kernel is written: rows of the frame, items of arrays, loops."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from llvmlite import ir

from brink.play.engine.lanes.values import FLOATS, I64, Lanes, Sums


def i64(number: int) -> Any:
    """A whole number as a constant."""
    return ir.Constant(I64, number)


@contextmanager
def turns(at: Any, count: Any) -> Iterator[Any]:
    """A loop from 0 to `count`, which may be 0; gives the turn."""
    before, head, body, after = at.block, *(at.append_basic_block(name) for name in ("head", "body", "after"))
    at.branch(head)
    at.position_at_end(head)
    turn = at.phi(I64)
    turn.add_incoming(i64(0), before)
    at.cbranch(at.icmp_signed("<", turn, count), body, after)
    at.position_at_end(body)
    yield turn
    turn.add_incoming(at.add(turn, i64(1)), at.block)
    at.branch(head)
    at.position_at_end(after)


class Writer:
    """One function of the module; `frame` is its first argument."""

    def __init__(
        self, module: Any, name: str, takes: list[Any], gives: Any = None, *, internal: bool = True
    ) -> None:
        kind = ir.FunctionType(gives or ir.VoidType(), takes)
        self.function = ir.Function(module, kind, name)
        if internal:
            self.function.linkage = "internal"
            self.function.attributes.add("noinline")
        self.function.attributes.add("nounwind")
        self.at = ir.IRBuilder(self.function.append_basic_block())
        self.sums = Sums(self.at)
        self.frame = self.function.args[0]

    def row(self, row: Any) -> Any:
        """The address of a row."""
        return self.at.gep(self.frame, [i64(row) if isinstance(row, int) else row], source_etype=FLOATS)

    def load(self, row: Any) -> Lanes:
        """What a row holds."""
        return Lanes("float", self.at.load(self.row(row), typ=FLOATS, align=64))

    def store(self, value: Any, row: Any) -> None:
        """Put a number into a row."""
        self.at.store(self.sums.wide(self.sums.to(value, "float")), self.row(row), align=64)

    def item(self, array: Any, place: Any, kind: Any) -> Any:
        """The address of an item of an array."""
        return self.at.gep(array, [place], source_etype=kind)

    def get(self, array: Any, place: Any, kind: Any = I64) -> Any:
        """An item of an array."""
        return self.at.load(self.item(array, place, kind), typ=kind)
