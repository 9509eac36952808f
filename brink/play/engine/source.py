"""The text of plain functions and of all they call, so that a kernel can stand on its own."""

from __future__ import annotations

import builtins
import dis
import inspect
import re
import textwrap
from collections.abc import Iterable, Iterator
from types import CodeType, FunctionType, ModuleType
from typing import Any

import numpy as np

from brink.errors import BadModel
from brink.play.engine import elementary

ALLOWED_MODULES = ("math",)
ELEMENTARY = re.compile(r"\bmath\.(exp|log|log1p|expm1)\b")
"""Functions of `math` that Brink has its own of."""


def gathered(functions: Iterable[Any]) -> str:
    """Source of the functions and of every function and constant they use, each once, callees first.

    Raises BadModel where a function cannot stand alone: a closure, a lambda, a default, or a use of
    something that is neither a function, a number nor the module `math`.
    """
    found = _Found()
    for function in functions:
        found.add(function, wanted_by="the model")
    return "\n\n".join([*found.constants.values(), *found.functions.values()]) + "\n"


class _Found:
    def __init__(self) -> None:
        self.constants: dict[str, str] = {}
        self.functions: dict[str, str] = {}
        self._objects: dict[str, Any] = {}

    def add(self, function: Any, *, wanted_by: str) -> None:
        name = _checked(function, wanted_by)
        if self._seen(name, function, wanted_by):
            return
        for used in sorted(set(_global_names(function.__code__))):
            if used in function.__globals__:
                self._add_global(used, function.__globals__[used], function.__qualname__)
            elif not hasattr(builtins, used):
                raise BadModel(f"{function.__qualname__} uses {used!r}, which its file does not define")
        text = text_of(function)
        for used in sorted(set(ELEMENTARY.findall(text))):
            self.add(getattr(elementary, used), wanted_by=function.__qualname__)
        self.functions[name] = ELEMENTARY.sub(r"\1", text)

    def _add_global(self, name: str, value: Any, user: str) -> None:
        if isinstance(value, FunctionType):
            if name != value.__name__:
                raise BadModel(f"{user} uses {value.__name__} under the name {name}; use its own name")
            self.add(value, wanted_by=user)
        elif isinstance(value, ModuleType) and value.__name__ in ALLOWED_MODULES and name == value.__name__:
            return
        elif any(value is one for one in (np.float64, np.int64, np.uint64)):
            self.constants.setdefault(name, f"{name} = _np.{value.__name__}")
        elif not self._seen(name, value, user):
            self.constants[name] = f"{name} = {_literal(name, value, user)}"

    def _seen(self, name: str, value: Any, user: str) -> bool:
        known = self._objects.setdefault(name, value)
        if known is value or (not callable(value) and type(known) is type(value) and known == value):
            return name in self.constants or name in self.functions
        raise BadModel(f"{user} uses {name!r}, which is something else in another file; rename one of them")


def _checked(function: Any, wanted_by: str) -> str:
    if not isinstance(function, FunctionType) or function.__name__ == "<lambda>":
        raise BadModel(f"{wanted_by} uses {function!r}, which is no plain function with a name")
    if function.__closure__ or function.__defaults__ or function.__kwdefaults__:
        raise BadModel(
            f"{function.__qualname__} has defaults or uses variables of a function around it; "
            "write it at the top of a file with plain arguments"
        )
    return function.__name__


def _global_names(code: CodeType) -> Iterator[str]:
    for instruction in dis.get_instructions(code):
        if instruction.opname in ("LOAD_GLOBAL", "LOAD_NAME"):
            yield instruction.argval
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from _global_names(constant)


def _literal(name: str, value: Any, user: str) -> str:
    if isinstance(value, np.uint64):
        return f"_np.uint64({int(value)})"
    if isinstance(value, bool | int | float):
        return repr(value) if value == value and abs(value) != float("inf") else f"float({str(value)!r})"
    if isinstance(value, tuple):
        return "(" + "".join(_literal(name, one, user) + ", " for one in value) + ")"
    raise BadModel(
        f"{user} uses {name!r}, a {type(value).__name__}; a mechanism may use functions, numbers, tuples of "
        "numbers and the module math"
    )


def text_of(function: FunctionType) -> str:
    """The source of a plain function."""
    try:
        text = textwrap.dedent(inspect.getsource(function))
    except OSError as error:
        raise BadModel(f"{function.__qualname__} is not in a file, so it cannot be compiled") from error
    if not text.startswith("def "):
        raise BadModel(f"{function.__qualname__} is decorated; a mechanism is a plain function")
    return text.rstrip() + "\n"
