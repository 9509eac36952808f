"""Which parameters the variance of an outcome comes from: Sobol indices."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from brink.errors import BadPlay
from brink.play.answers.grid import Floats


@dataclass(frozen=True, slots=True)
class Index:
    """Share of the variance that goes with one parameter: alone, and with all it interacts with."""

    name: str
    first: float
    first_error: float
    total: float
    total_error: float


@dataclass(frozen=True, slots=True)
class Design:
    """Saltelli's radial design on the unit cube: A, B and, for each parameter, A with B's column.

    `rows` has shape [n * (d + 2), d]: first A, then B, then the d mixtures.
    """

    n: int
    d: int
    rows: Floats


def design(n: int, d: int, *, seed: int = 1) -> Design:
    """n * (d + 2) rows for d parameters, from a scrambled Sobol sequence (n a power of two)."""
    from scipy.stats import qmc

    if n < 2 or n & (n - 1):
        raise BadPlay(f"{n} base rows are no power of two; a Sobol sequence needs one, such as 1024")
    both = qmc.Sobol(2 * d, rng=np.random.default_rng(seed)).random_base2(int(np.log2(n)))
    a, b = both[:, :d], both[:, d:]
    mixed = []
    for column in range(d):
        rows = a.copy()
        rows[:, column] = b[:, column]
        mixed.append(rows)
    return Design(n, d, np.concatenate([a, b, *mixed]))


def indices(plan: Design, values: Floats, names: tuple[str, ...]) -> list[Index]:
    """First-order and total Sobol indices from the outcome at each row of a design.

    V_i = mean of f(B) (f(A_B^i) - f(A)) and E_i = mean of (f(A) - f(A_B^i))^2 / 2, each
    over the variance (Saltelli and others 2010, Comput. Phys. Commun. 181, table 2, rows b
    and f, the latter by Jansen 1999). Values are centred first, which changes neither
    index and steadies the product. Errors are standard errors of the means.
    """
    if len(values) != len(plan.rows):
        raise BadPlay(f"{len(values)} outcomes for a design of {len(plan.rows)} rows; give one for each")
    return indices_of_blocks(values.reshape(plan.d + 2, plan.n), names)


def indices_of_blocks(blocks: Floats, names: Sequence[str]) -> list[Index]:
    """The same from outcomes in blocks, shape [2 + parameters, n]: A, B, then A with each column of B."""
    variance = float(blocks[:2].var())
    if variance == 0:
        return [Index(name, 0.0, 0.0, 0.0, 0.0) for name in names]
    a, b, mixed = blocks[0] - blocks[:2].mean(), blocks[1] - blocks[:2].mean(), blocks[2:]
    mixed = mixed - blocks[:2].mean()
    out = []
    for name, row in zip(names, mixed, strict=True):
        first = b * (row - a) / variance
        total = (a - row) ** 2 / (2 * variance)
        out.append(Index(name, *_mean_and_error(first), *_mean_and_error(total)))
    return out


def _mean_and_error(values: Floats) -> tuple[float, float]:
    return float(values.mean()), float(values.std(ddof=1) / np.sqrt(len(values)))


def sobol(
    function: Callable[[Floats], Floats], names: tuple[str, ...], *, n: int, seed: int = 1
) -> list[Index]:
    """Indices of a function of rows on the unit cube, [rows, d] to [rows]."""
    plan = design(n, len(names), seed=seed)
    return indices(plan, function(plan.rows), names)
