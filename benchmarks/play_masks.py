"""A model's mechanisms turned into NumPy over arrays of futures, by machine: branches become masks.

Each function is rewritten so that every `if` runs for all futures and is kept where its test holds, as a
NumPy user would write it with `np.where`. A branch that no future takes is skipped, and samplers draw only
for the futures that take theirs.
"""

from __future__ import annotations

import ast
import inspect
import math
import textwrap
from collections.abc import Callable
from types import FunctionType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from play_peers import OURS

from brink.play.engine import Model

BLOCK = 8192
Array = NDArray[np.float64]
RENAMED = {"min": "_min", "max": "_max", "abs": "_abs", "float": "_float", "int": "_int"}


class Masked(ast.NodeTransformer):
    """Rewrites one function; `calls` are the names of functions that take a mask first."""

    def __init__(self, calls: set[str]) -> None:
        self.calls, self.mask, self.count, self.depth = calls, "_m", 0, 0
        self.returns = 0

    def fresh(self) -> str:
        self.count += 1
        return f"_t{self.count}"

    def rewritten(self, function: ast.FunctionDef) -> ast.FunctionDef:
        given = [one.arg for one in function.args.args]
        kept = {
            node.id
            for node in ast.walk(function)
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)
        }
        starts = [f"{name} = 0.0" for name in sorted(kept - set(given))]
        body = self.block(function.body)
        lines = ["_done = _none(_m)", "_r = None", *starts, *body, "return _r"]
        text = f"def {function.name}({', '.join(['_m', *given])}):\n" + textwrap.indent(
            "\n".join(lines), "    "
        )
        return ast.parse(text).body[0]  # type: ignore[return-value]

    def block(self, statements: list[ast.stmt]) -> list[str]:
        return [line for statement in statements for line in self.statement(statement)]

    def text(self, node: ast.expr) -> str:
        return ast.unparse(self.visit(node))

    def statement(self, node: ast.stmt) -> list[str]:
        if isinstance(node, ast.AnnAssign) and node.value is not None:
            node = ast.Assign([node.target], node.value)
        if isinstance(node, ast.AugAssign):
            name = ast.Name(node.target.id, ast.Load())  # type: ignore[union-attr]
            node = ast.Assign([node.target], ast.BinOp(name, node.op, node.value))
        if isinstance(node, ast.Assign):
            return self.assignment(node)
        if isinstance(node, ast.Return) and node.value is not None:
            self.returns += 1
            return [
                f"_r = _kept({self.mask} & ~_done, {self.text(node.value)}, _r)",
                f"_done = _done | {self.mask}",
            ]
        if isinstance(node, ast.If):
            return self.branches(node)
        if isinstance(node, ast.For):
            inner = self.block(node.body)
            return [f"for {ast.unparse(node.target)} in {ast.unparse(node.iter)}:", *_in(inner)]
        return []

    def assignment(self, node: ast.Assign) -> list[str]:
        target, value = node.targets[0], self.text(node.value)
        if self.depth == 0:
            return [f"{ast.unparse(target)} = {value}"]
        names = (
            [ast.unparse(one) for one in target.elts]
            if isinstance(target, ast.Tuple)
            else [ast.unparse(target)]
        )
        if len(names) == 1:
            return [f"{names[0]} = _where({self.mask}, {value}, {names[0]})"]
        held = self.fresh()
        return [
            f"{held} = {value}",
            *(f"{name} = _where({self.mask}, {held}[{at}], {name})" for at, name in enumerate(names)),
        ]

    def branches(self, node: ast.If) -> list[str]:
        outer, before = self.mask, self.returns
        test, yes, no = self.fresh(), self.fresh(), self.fresh()
        lines = [f"{test} = {self.text(node.test)}", f"{yes} = _and({outer}, {test})"]
        self.depth += 1
        self.mask = yes
        lines += [f"if {yes}.any():", *_in(self.block(node.body) or ["pass"])]
        if node.orelse:
            self.mask = no
            lines += [f"{no} = _and({outer}, _not({test}))", f"if {no}.any():", *_in(self.block(node.orelse))]
        self.depth -= 1
        self.mask = outer
        if self.returns > before:
            lines.append(f"{outer} = {outer} & ~_done")
        return lines

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        outer, test = self.mask, self.fresh()
        condition = self.text(node.test)
        self.mask = f"_and({outer}, {test})"
        body = self.text(node.body)
        self.mask = f"_and({outer}, _not({test}))"
        other = self.text(node.orelse)
        self.mask = outer
        return _expression(f"_where(({test} := {condition}), {body}, {other})")

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        name = "_and" if isinstance(node.op, ast.And) else "_or"
        parts = [self.text(one) for one in node.values]
        text = parts[0]
        for part in parts[1:]:
            text = f"{name}({text}, {part})"
        return _expression(text)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        inner = self.text(node.operand)
        return _expression(f"_not({inner})" if isinstance(node.op, ast.Not) else f"(-({inner}))")

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        sides = [self.text(one) for one in (node.left, *node.comparators)]
        signs = [ast.unparse(ast.Compare(ast.Name("a"), [op], [ast.Name("b")]))[2:-2] for op in node.ops]
        pairs = [f"(({a}) {sign} ({b}))" for a, sign, b in zip(sides, signs, sides[1:], strict=False)]
        return _expression(pairs[0] if len(pairs) == 1 else f"_and({pairs[0]}, {pairs[1]})")

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        return _expression(f"_item({self.text(node.value)}, {self.text(node.slice)})")

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = ast.unparse(node.func)
        given = [self.text(one) for one in node.args]
        if name in self.calls:
            given.insert(0, self.mask)
        return _expression(f"{RENAMED.get(name, name)}({', '.join(given)})")


def _in(lines: list[str]) -> list[str]:
    return [f"    {line}" for line in lines]


def _expression(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


class Mathematics:
    """What `math` offers to mechanisms, over arrays."""

    exp, log, sqrt, log1p, expm1 = np.exp, np.log, np.sqrt, np.log1p, np.expm1
    floor, ceil, cos, sin, tanh = np.floor, np.ceil, np.cos, np.sin, np.tanh
    pi, nan, inf = math.pi, math.nan, math.inf


def _kept(mask: Any, new: Any, old: Any) -> Any:
    """A returned value, or tuple of them, where the mask holds."""
    if old is None:
        return new
    if isinstance(new, tuple):
        return tuple(np.where(mask, a, b) for a, b in zip(new, old, strict=True))
    return np.where(mask, new, old)


def _reduce(ufunc: Any) -> Callable[..., Any]:
    def of(first: Any, *others: Any) -> Any:
        for other in others:
            first = ufunc(first, other)
        return first

    return of


def _item(values: Any, at: Any) -> Any:
    return np.asarray(values)[at] if isinstance(at, np.ndarray) else values[at]


def _whole(value: Any) -> Any:
    return np.trunc(value).astype(np.int64) if isinstance(value, np.ndarray) else int(value)


HELPERS: dict[str, Any] = {
    "math": Mathematics, "_where": np.where,
    "_and": np.logical_and, "_or": np.logical_or, "_not": np.logical_not,
    "_min": _reduce(np.minimum), "_max": _reduce(np.maximum), "_abs": np.abs, "_float": lambda value: value,
    "_int": _whole, "_item": _item, "_kept": _kept, "_none": np.zeros_like,
}  # fmt: skip


def array_samplers(rng: np.random.Generator) -> dict[str, Callable[..., Array]]:
    """NumPy's samplers, drawing only for the futures of a mask; the uniform goes unused but for the tail."""

    def drawn(mask: Any, draw: Callable[..., Array], *given: Any) -> Array:
        if mask.all():
            return np.asarray(draw(*[np.broadcast_to(one, mask.shape) for one in given]), dtype=np.float64)
        found = np.zeros(mask.shape)
        found[mask] = draw(*[np.broadcast_to(one, mask.shape)[mask] for one in given])
        return found

    def tail(u: Array, exponent: Array, least: Array, most: Array) -> Array:
        beyond = ((most + 1.0) / least) ** (1.0 - exponent)
        above = beyond + (1.0 - u) * (1.0 - beyond)
        return np.clip(np.ceil(least * above ** (-1.0 / (exponent - 1.0))) - 1.0, least, most)

    return {
        "poisson": lambda m, _, mean: drawn(m, rng.poisson, mean),
        "negative_binomial": lambda m, _, mean, k: drawn(
            m, lambda mean, k: rng.negative_binomial(k, k / (k + mean)), mean, k
        ),
        "negative_binomial_of_half": lambda m, _, mean: drawn(
            m, lambda mean: rng.negative_binomial(0.5, 0.5 / (0.5 + mean)), mean
        ),
        "binomial": lambda m, _, size, p: drawn(m, lambda n, p: rng.binomial(n.astype(np.int64), p), size, p),
        "normal": lambda m, _: drawn(m, lambda unused: rng.standard_normal(len(unused)), 0.0),
        "power_law_tail": lambda m, *given: drawn(m, tail, *given),
    }


def over_arrays(function: Any, samplers: dict[str, Any], done: dict[Any, Any]) -> Any:
    """A function of arrays, and of a mask before them, out of a mechanism's function."""
    if function in done:
        return done[function]
    names, calls = dict(function.__globals__) | HELPERS, set()
    for name in function.__code__.co_names:
        used = function.__globals__.get(name)
        if name in samplers and used is OURS.get(name):
            names[name] = samplers[name]
            calls.add(name)
        elif isinstance(used, FunctionType):
            names[name] = over_arrays(used, samplers, done)
            calls.add(name)
    tree = ast.parse(textwrap.dedent(inspect.getsource(function))).body[0]
    assert isinstance(tree, ast.FunctionDef)
    module = ast.Module([Masked(calls).rewritten(tree)], [])
    exec(compile(ast.fix_missing_locations(module), f"<{function.__name__} over arrays>", "exec"), names)
    done[function] = names[function.__name__]
    return done[function]


def play_masks(model: Model, table: Array, count: int, *, months: int, seed: int) -> Array:
    """Outcomes of futures 0 to `count`, shape (futures, outcomes)."""
    blocks = []
    for first in range(0, count, BLOCK):
        rng = np.random.Generator(np.random.SFC64([seed, first]))
        futures = np.arange(first, min(first + BLOCK, count))
        with np.errstate(all="ignore"):
            blocks.append(_block(model, table[futures % len(table)].T.copy(), months, rng))
    return np.concatenate(blocks)


def _block(model: Model, rows: Array, months: int, rng: np.random.Generator) -> Array:
    samplers, done = array_samplers(rng), {}
    steps = [(one.reads, over_arrays(one.step, samplers, done), one.writes) for one in model.mechanisms]
    count = rows.shape[1]
    everyone = np.ones(count, dtype=bool)
    values: dict[str, Any] = dict(zip(model.parameters, rows, strict=True)) | dict.fromkeys(model.levers, 0.0)
    for state in model.states:
        values[state.name] = (
            values[state.start] if isinstance(state.start, str) else np.full(count, state.start)
        )
    paths: dict[str, list[Array]] = {one.of: [] for one in model.outcomes}
    for month in range(months):
        values["month"] = month
        for draw in model.draws:
            values[draw.name] = rng.random(count)
        for reads, step, writes in steps:
            result = step(everyone, *[values[name] for name in reads])
            results = result if len(writes) > 1 else (result,)
            values.update(zip(writes, results, strict=True))
        for name, path in paths.items():
            path.append(np.broadcast_to(values[name], count))
    stacked = {name: np.array(path) for name, path in paths.items()}
    return np.column_stack([_reduced(one, stacked[one.of]) for one in model.outcomes])


def _reduced(outcome: Any, path: Array) -> Array:
    """One outcome of paths of shape (months, futures)."""
    if outcome.window > 1:
        sums = np.cumsum(np.vstack([np.zeros(path.shape[1]), path]), axis=0)
        length = min(outcome.window, len(path))
        path = sums[length:] - sums[:-length]
    match outcome.reduce:
        case "months":
            return np.asarray((path >= outcome.above).sum(axis=0), dtype=np.float64)
        case "first":
            over = path >= outcome.above
            return np.where(over.any(axis=0), over.argmax(axis=0), float(len(path)))
        case "last":
            return np.asarray(path[-1])
        case reduce:
            return np.asarray(getattr(path, reduce)(axis=0))
