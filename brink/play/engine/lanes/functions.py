"""Plain functions translated for sixteen futures at once, one function of machine code each."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from types import FunctionType
from typing import Any

from llvmlite import ir

from brink.errors import BadModel
from brink.play.engine.lanes.statements import Body
from brink.play.engine.lanes.values import (
    DOUBLE,
    MASK,
    TYPES,
    WIDTH,
    Form,
    Lanes,
    Sums,
    Tree,
    leaves,
    lifted,
    shaped,
)
from brink.play.engine.source import text_of


class Functions:
    """The functions of one module of machine code, each translated once for the kinds it is given."""

    def __init__(self, module: Any) -> None:
        self.module = module
        self._made: dict[tuple[FunctionType, str], tuple[Any, Tree]] = {}
        self._under_way: list[FunctionType] = []
        self._tables: dict[tuple[Any, ...], Any] = {}

    def call(self, builder: Any, function: Callable[..., Any], given: Sequence[Tree], mask: Any) -> Tree:
        """A call for the futures of a mask; what the others get means nothing. Raises BadModel."""
        sums = Sums(builder)
        forms = shaped(tuple(given), _form)
        flat = [
            lifted(one).ir if form.shared else sums.wide(one)
            for one, form in zip(leaves(tuple(given)), leaves(forms), strict=True)
        ]
        assert isinstance(function, FunctionType)
        made, gives = self._function(function, forms)
        result = builder.call(made, [*flat, mask])
        if not isinstance(gives, tuple):
            return Lanes(gives, result)
        places = iter(range(len(list(leaves(gives)))))
        return shaped(gives, lambda kind: Lanes(kind, builder.extract_value(result, next(places))))

    def outside(self, builder: Any, name: str, given: Sequence[Lanes]) -> Lanes:
        """A function of the system's library, future by future."""
        takes = ir.FunctionType(DOUBLE, [DOUBLE] * len(given))
        function = self.module.globals.get(name) or ir.Function(self.module, takes, name)
        wide = [Sums(builder).wide(one) for one in given]
        result = ir.Constant(TYPES["float"], ir.Undefined)
        for lane in range(WIDTH):
            place = ir.Constant(ir.IntType(32), lane)
            single = [builder.extract_element(one, place) for one in wide]
            result = builder.insert_element(result, builder.call(function, single), place)
        return Lanes("float", result)

    def table(self, numbers: tuple[Any, ...], element: Any) -> Any:
        """The address of some numbers that never change; equal numbers are held once."""
        key = (str(element), *numbers)
        if key not in self._tables:
            kind = ir.ArrayType(element, len(numbers))
            held = ir.GlobalVariable(self.module, kind, self.module.get_unique_name("table"))
            held.initializer = ir.Constant(kind, [element(one) for one in numbers])
            held.global_constant, held.linkage = True, "internal"
            self._tables[key] = held
        return self._tables[key]

    def _function(self, function: FunctionType, forms: tuple[Tree, ...]) -> tuple[Any, Tree]:
        key = (function, repr(forms))
        if key not in self._made:
            if function in self._under_way:
                raise BadModel(f"{function.__qualname__} calls itself; a mechanism may not")
            self._under_way.append(function)
            try:
                self._made[key] = self._translated(function, forms)
            finally:
                self._under_way.pop()
        return self._made[key]

    def _translated(self, function: FunctionType, forms: tuple[Tree, ...]) -> tuple[Any, Tree]:
        tree = ast.parse(text_of(function)).body[0]
        assert isinstance(tree, ast.FunctionDef)
        names = [one.arg for one in tree.args.args]
        if len(names) != len(forms):
            raise BadModel(f"{function.__qualname__} takes {len(names)} arguments and is given {len(forms)}")
        # What kinds of number variables and results hold is known once all of it is written. Where a guess
        # was wrong it is written anew.
        held: dict[str, Any] = {}
        gives = _guessed(tree)
        while True:
            made = self._begun(function.__name__, forms, gives)
            body = Body(self, function, made, held)
            for name, one in zip(names, _arguments(forms, made.args), strict=True):
                body.take(name, one)
            given = body.write(tree.body, gives)
            if given == gives and not body.changed:
                return made, gives
            gives = given
            del self.module.globals[made.name]

    def _begun(self, name: str, forms: tuple[Tree, ...], gives: Tree) -> Any:
        results = [TYPES[kind] for kind in leaves(gives)]
        result = ir.LiteralStructType(results) if isinstance(gives, tuple) else results[0]
        takes = [form.type for form in leaves(forms)]
        made = ir.Function(
            self.module,
            ir.FunctionType(result, [*takes, MASK]),
            self.module.get_unique_name(f"{name}__lanes"),
        )
        made.linkage = "internal"
        made.attributes.add("nounwind")
        return made


def _form(number: Any) -> Form:
    """How a number is handed over: counters and words as one for all where they are, others in lanes."""
    given = lifted(number)
    return Form(given.kind, given.shared and given.kind in ("int", "word"))


def _arguments(forms: tuple[Tree, ...], given: Sequence[Any]) -> tuple[Tree, ...]:
    flat = iter(given)
    found: tuple[Tree, ...] = shaped(forms, lambda form: Lanes(form.kind, next(flat)))
    return found


def _guessed(tree: ast.FunctionDef) -> Tree:
    """What a function most likely gives, by its first return: floats."""
    returned = next(_returns(tree), None)
    value = returned.value if returned is not None else None
    return ("float",) * len(value.elts) if isinstance(value, ast.Tuple) else "float"


def _returns(tree: ast.FunctionDef) -> Iterator[ast.Return]:
    return (node for node in ast.walk(tree) if isinstance(node, ast.Return))
