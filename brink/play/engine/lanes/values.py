"""Numbers of sixteen futures side by side, as a processor's vectors, and what can be done with them.

A number of a mechanism becomes a vector with one lane a future. Every operation rounds as plain Python's does
(IEEE 754 doubles, no fused or reordered sums), so a lane comes to the same bits as the plain function. Where
Python would raise an error (a division by zero), a lane gets an infinity or no number instead.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from llvmlite import ir

from brink.play.engine.contract import ABREAST

WIDTH = ABREAST
Kind = Literal["float", "int", "word", "truth"]
"""Doubles, signed and unsigned 64-bit whole numbers, and yes or no."""

I1, I16, I64, DOUBLE = ir.IntType(1), ir.IntType(16), ir.IntType(64), ir.DoubleType()
POINTER = ir.PointerType()
MASK = ir.VectorType(I1, WIDTH)
FLOATS = ir.VectorType(DOUBLE, WIDTH)
WHOLES = ir.VectorType(I64, WIDTH)
NAMES = {FLOATS: f"v{WIDTH}f64", WHOLES: f"v{WIDTH}i64", DOUBLE: "f64", I64: "i64"}
TYPES: dict[Kind, Any] = {"float": FLOATS, "int": WHOLES, "word": WHOLES, "truth": MASK}
MATHS = {"sqrt": "sqrt", "floor": "floor", "ceil": "ceil", "trunc": "trunc", "fabs": "fabs"}


@dataclass(frozen=True, slots=True)
class Lanes:
    """One number of each of the futures, or one number for all of them."""

    kind: Kind
    ir: Any

    @property
    def shared(self) -> bool:
        """Whether it is one number for all futures, so that what is done with it need be done only once."""
        return not isinstance(self.ir.type, ir.VectorType)


@dataclass(frozen=True, slots=True)
class Form:
    """What kind of number there is, without the number."""

    kind: Kind
    shared: bool = False

    @property
    def type(self) -> Any:
        """Its type in LLVM's language."""
        return TYPES[self.kind].element if self.shared else TYPES[self.kind]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a variable's number is held."""

    form: Form
    ir: Any


Number = Lanes | int | float | np.uint64
"""Lanes, or a number known when the kernel is made."""
Tree = Any
"""A number, or a tuple of trees."""


def lifted(number: Number) -> Lanes:
    """A number as one for all futures."""
    if isinstance(number, Lanes):
        return number
    kind: Kind = "int" if isinstance(number, int) else "float"
    if isinstance(number, np.uint64 | bool):
        kind = "word" if isinstance(number, np.uint64) else "truth"
    value = float(number) if kind == "float" else int(number)
    return Lanes(kind, ir.Constant(TYPES[kind].element, value))


def common(a: Kind, b: Kind) -> Kind:
    """The kind that holds both."""
    for kind in ("float", "word", "int"):
        if kind in (a, b):
            return kind
    return "truth"


class Sums:
    """Operations on lanes, written where the builder stands."""

    def __init__(self, builder: Any) -> None:
        self.at = builder

    def wide(self, number: Number, vector: Any = None) -> Any:
        """A number in a lane of each future, as a vector."""
        given = lifted(number)
        if not given.shared:
            return given.ir
        vector = vector or TYPES[given.kind]
        if isinstance(given.ir, ir.Constant):
            return ir.Constant(vector, [given.ir] * WIDTH)
        nothing, zero = ir.Constant(vector, ir.Undefined), ir.Constant(ir.IntType(32), 0)
        places = ir.Constant(ir.VectorType(ir.IntType(32), WIDTH), [zero] * WIDTH)
        return self.at.shuffle_vector(self.at.insert_element(nothing, given.ir, zero), nothing, places)

    def alike(self, *numbers: Number) -> list[Any]:
        """Numbers all for one future, or all for all of them."""
        given = [lifted(one) for one in numbers]
        if all(one.shared for one in given):
            return [one.ir for one in given]
        return [self.wide(one) for one in given]

    def to(self, number: Number, kind: Kind) -> Lanes:
        """A number as another kind, as `float()` or `int()` would give it; `truth` is whether it is not 0."""
        given = lifted(number)
        if given.kind == kind:
            return given
        if kind == "truth":
            return self.compared("!=", given, self.to(0, given.kind))
        if given.kind == "truth":
            return self.to(self.chosen(given.ir, 1, 0), kind)
        gives = TYPES[kind].element if given.shared else TYPES[kind]
        if isinstance(given.ir, ir.Constant) and given.shared and kind == "float":
            return Lanes(kind, ir.Constant(gives, float(given.ir.constant)))
        if kind == "float":
            turn = self.at.uitofp if given.kind == "word" else self.at.sitofp
            return Lanes(kind, turn(given.ir, gives))
        if given.kind == "float":
            # An ordinary conversion leaves what it gives for a value out of range undefined.
            return Lanes(kind, self.called("llvm.fptosi.sat", given.ir, gives, [gives, given.ir.type]))
        return Lanes(kind, given.ir)

    def called(self, name: str, value: Any, gives: Any, kinds: list[Any]) -> Any:
        """A function that the processor or LLVM has itself."""
        full = ".".join([name, *(NAMES[kind] for kind in kinds)])
        known = self.at.module.globals.get(full)
        function = known or ir.Function(self.at.module, ir.FunctionType(gives, [value.type]), full)
        return self.at.call(function, [value])

    def maths(self, name: str, number: Number) -> Lanes:
        """One of `MATHS`; whole results stay floats."""
        value = self.to(number, "float").ir
        return Lanes("float", self.called(f"llvm.{MATHS[name]}", value, value.type, [value.type]))

    def chosen(self, mask: Any, yes: Number, no: Number) -> Lanes:
        """One number where the mask holds, another where it does not."""
        a, b = lifted(yes), lifted(no)
        kind = common(a.kind, b.kind)
        x, y = self.to(a, kind), self.to(b, kind)
        if isinstance(mask.type, ir.VectorType):
            return Lanes(kind, self.at.select(mask, self.wide(x), self.wide(y)))
        return Lanes(kind, self.at.select(mask, *self.alike(x, y)))

    def compared(self, sign: str, a: Number, b: Number) -> Lanes:
        """Whether a is less than, equal to, ... b; no number is nothing but unequal."""
        left, right = lifted(a), lifted(b)
        kind = common(left.kind, right.kind)
        if kind == "truth":
            left, right, kind = self.to(left, "int"), self.to(right, "int"), "int"
        x, y = self.alike(self.to(left, kind), self.to(right, kind))
        if kind == "float":
            compare = self.at.fcmp_unordered if sign == "!=" else self.at.fcmp_ordered
        else:
            compare = self.at.icmp_unsigned if kind == "word" else self.at.icmp_signed
        return Lanes("truth", compare(sign, x, y))

    def negative(self, number: Number) -> Lanes:
        """The number with its sign turned."""
        given = lifted(number)
        if given.kind == "float":
            return Lanes("float", self.at.fneg(given.ir))
        return self.combined("-", 0, self.to(given, "int"))

    def combined(self, sign: str, a: Number, b: Number) -> Lanes:
        """Sum, difference, product, quotient, remainder, or what is done to bits; KeyError for others."""
        left, right = lifted(a), lifted(b)
        kind = common(left.kind, right.kind)
        if sign in ("&", "|", "^") and kind == "truth":
            bits = {"&": self.at.and_, "|": self.at.or_, "^": self.at.xor}
            return Lanes("truth", bits[sign](*self.alike(left, right)))
        kind = "float" if sign == "/" else "int" if kind == "truth" else kind
        x, y = self.to(left, kind), self.to(right, kind)
        if sign in ("//", "%"):
            return self._floored(sign, x, y)
        if kind == "float":
            ways = {"+": self.at.fadd, "-": self.at.fsub, "*": self.at.fmul, "/": self.at.fdiv}
        else:
            ways = {
                "+": self.at.add, "-": self.at.sub, "*": self.at.mul, "&": self.at.and_, "|": self.at.or_,
                "^": self.at.xor, "<<": self.at.shl, ">>": self.at.lshr if kind == "word" else self.at.ashr,
            }  # fmt: skip
        return Lanes(kind, ways[sign](*self.alike(x, y)))

    def _floored(self, sign: str, x: Lanes, y: Lanes) -> Lanes:
        """Quotient rounded down, or what it leaves, whose sign is that of y, as in Python's float_divmod."""
        if x.kind == "word":
            raise KeyError(sign)
        if x.kind == "int":
            # A division of whole numbers by 0 would end the process.
            y = self.chosen(self.compared("==", y, 0).ir, 1, y)
        rest = Lanes(x.kind, (self.at.frem if x.kind == "float" else self.at.srem)(*self.alike(x, y)))
        unlike = self.combined("^", self.compared("<", rest, 0), self.compared("<", y, 0))
        turned = self.combined("&", unlike, self.compared("!=", rest, 0))
        left = self.chosen(turned.ir, self.combined("+", rest, y), rest)
        if sign == "%":
            return left
        if x.kind == "int":
            return Lanes("int", self.at.sdiv(*self.alike(self.combined("-", x, left), y)))
        quotient = self.combined("/", self.combined("-", x, left), y)
        down = self.maths("floor", quotient)
        above = self.compared(">", self.combined("-", quotient, down), 0.5)
        return self.chosen(above.ir, self.combined("+", down, 1.0), down)

    def any(self, mask: Any) -> Any:
        """Whether a mask holds for any future, as one bit."""
        bits = self.at.bitcast(self.wide(Lanes("truth", mask)), ir.IntType(WIDTH))
        return self.at.icmp_unsigned("!=", bits, ir.Constant(ir.IntType(WIDTH), 0))

    def unmasked(self, mask: Any) -> Any:
        """Where a mask does not hold."""
        return self.combined("^", Lanes("truth", mask), True).ir


def leaves(tree: Tree) -> Iterator[Any]:
    """The numbers of a tree, in order."""
    if isinstance(tree, tuple):
        for one in tree:
            yield from leaves(one)
    else:
        yield tree


def shaped(tree: Tree, made: Callable[[Any], Any]) -> Tree:
    """A tree of the same shape, with something made of each of its numbers."""
    return tuple(shaped(one, made) for one in tree) if isinstance(tree, tuple) else made(tree)
