"""Own exponentials and logarithms are right to a unit or two in the last place, compiled and not."""

from __future__ import annotations

import math
from collections.abc import Callable
from decimal import Decimal, localcontext

import numpy as np
import pytest

from brink.play.engine import elementary
from brink.play.engine.compiled import compiled

DRAWN = np.random.default_rng(3)
TRUE: dict[str, tuple[Callable[[Decimal], Decimal], np.ndarray]] = {
    "exp": (lambda x: x.exp(), np.concatenate([DRAWN.uniform(-700, 700, 300), DRAWN.uniform(-1, 1, 300)])),
    "expm1": (
        lambda x: x.exp() - 1,
        np.concatenate([DRAWN.uniform(-30, 30, 300), DRAWN.normal(0, 1e-4, 300)]),
    ),
    "log": (
        lambda x: x.ln(),
        np.concatenate([np.exp(DRAWN.uniform(-700, 700, 300)), DRAWN.uniform(0.5, 2, 300)]),
    ),
    "log1p": (
        lambda x: (1 + x).ln(),
        np.concatenate([DRAWN.uniform(-0.999, 9, 300), DRAWN.normal(0, 1e-4, 300)]),
    ),
}


@pytest.mark.parametrize("name", TRUE)
def test_it_is_right_to_two_units_in_the_last_place(name: str):
    true, values = TRUE[name]
    ours, plain = compiled(getattr(elementary, name)), getattr(elementary, name)
    together = ours(values).tolist()
    with localcontext(prec=40):
        for x, y in zip(values.tolist(), together, strict=True):
            exact = true(Decimal(x))
            assert y == plain(x)
            assert abs(Decimal(y) - exact) <= 2 * Decimal(math.ulp(float(exact)))


@pytest.mark.parametrize(
    ("name", "x", "y"),
    [
        ("exp", -800.0, 0.0), ("exp", 800.0, math.inf), ("exp", -math.inf, 0.0), ("exp", math.inf, math.inf),
        ("expm1", -800.0, -1.0), ("log", 0.0, -math.inf), ("log", math.inf, math.inf), ("log", 1.0, 0.0),
        ("log1p", -1.0, -math.inf), ("log1p", 0.0, 0.0), ("exp", 0.0, 1.0),
    ],
)  # fmt: skip
def test_ends_of_the_range_have_their_limits(name: str, x: float, y: float):
    assert getattr(elementary, name)(x) == y == compiled(getattr(elementary, name))(x)


@pytest.mark.parametrize("name", TRUE)
def test_no_number_stays_none(name: str):
    assert math.isnan(getattr(elementary, name)(math.nan))
    assert math.isnan(compiled(elementary.log)(-1.0))
