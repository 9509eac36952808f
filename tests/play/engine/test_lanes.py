"""A function translated for sixteen futures at once comes to what the plain function comes to, to the bit."""

from __future__ import annotations

import math

import numpy as np
import pytest

from brink.errors import BadModel
from brink.play.engine.compiled import compiled
from brink.play.engine.samplers import binomial, negative_binomial, poisson, power_law_tail

TABLE = (3.0, 1.0, 4.0, 1.0, 5.0, 9.0)
ROWS = ((1.0, 2.0), (3.0, 4.0))


def ways_part(a: float, b: float) -> float:
    if a > 1.0:
        if b < 0.0:
            return a - b
        a *= 2.0
    elif b > 1.0:
        a = -b
    else:
        return b
    return a + b


def counts_up(a: float, b: float) -> float:
    n = 0
    total = 0.0
    while total < abs(a) + 3.0:
        n += 1
        if n == 2:
            continue
        part = 0.5 * n
        total += part
        if total > 4.0 + b:
            break
    return n + total


def leaves_a_loop(a: float, b: float) -> float:
    for turn in range(100):
        if turn * 0.1 > abs(a):
            return float(turn)
        for inner in range(3):
            if inner + b > 1.0:
                break
            a += 0.01 * inner
    return a


def loops_so_often(a: float, b: float) -> float:
    total = 0.0
    for turn in range(int(abs(a) * 3.0)):
        total += turn * b
        last = turn
        if last > 4:
            total -= 1.0
    return total


def looks_up(a: float, b: float) -> float:
    place = int(abs(a) * 7.0) % len(TABLE)
    first, second = ROWS[1]
    return TABLE[place] + TABLE[-1 - place] + first * b - second


def remainders(a: float, b: float) -> float:
    whole = int(a * 10.0)
    return a % 0.7 + b // 0.3 + whole % 4 + whole // -3 + (a % -0.9)


def conditions_are_put_together(a: float, b: float) -> float:
    yes = a > 0.0 and b > 0.0 and math.log(a * b) > 0.0
    other = not yes or -1.0 < a < b <= 2.0
    return (1.0 if yes else 2.0) + (math.exp(a) if other and a < 0.0 else b if b > a else 0.0)


def kinds_mix(a: float, b: float) -> float:
    n = 0
    if a > 0.0:
        n = 2.5
    small = min(a, b, 0.3)
    return n + max(small, -0.2) + abs(a) + math.floor(b) + math.sqrt(abs(b)) + (a > b)


def gives_many(a: float, b: float) -> tuple[float, float]:
    pair = (a, b)
    if a > b:
        pair = (b, a)
    return pair[0], pair[1] * 2.0


def shares_a_count(a: float, b: float) -> float:
    total = 0.0
    for turn in range(1000):
        share = 1.0 / (turn + 1.0)
        total += share * abs(a)
        if total > abs(b):
            break
    return total


def forgets_what_it_looped_over(a: float, b: float) -> float:
    step, found = 1.0 + a * a, 0.0
    for turn in range(200):
        step *= 1.0 + 0.01 * turn
        found = step + b
        if found > 20.0:
            break
    return found


def passes_over_some_turns(a: float, b: float) -> float:
    step, found = abs(a), 0.0
    for turn in range(30):
        step += 0.25
        if step > 2.0 + abs(b) and turn % 3 == 1:
            continue
        step *= 1.1
        found = step
        if step > 9.0:
            break
    return found


def loops_for_some(a: float, b: float) -> float:
    step, found = abs(a), b
    if b > 0.0:
        while step < 5.0:
            step += 0.5
            found += step
    elif b < -1.0:
        found = step
    return found


def asks_the_library(a: float, b: float) -> float:
    return math.sin(a) + abs(b) ** 1.5 + math.atan2(a, b)


A = np.random.default_rng(4).normal(0.0, 1.5, 333)
B = np.random.default_rng(5).normal(0.0, 1.5, 333)
FUNCTIONS = [
    ways_part, counts_up, leaves_a_loop, loops_so_often, looks_up, remainders, conditions_are_put_together, kinds_mix,
    gives_many, shares_a_count, forgets_what_it_looped_over, passes_over_some_turns, loops_for_some,
    asks_the_library,
]  # fmt: skip


@pytest.mark.parametrize("function", FUNCTIONS)
def test_sixteen_at_once_come_to_what_each_comes_to_alone(function):
    ours = np.array(compiled(function)(A, B))
    plain = np.array([function(a, b) for a, b in zip(A.tolist(), B.tolist(), strict=True)]).T
    close = 1e-15 if function is conditions_are_put_together else 0.0
    assert np.allclose(ours, plain, rtol=close, atol=0.0)


def test_a_lane_does_not_depend_on_its_neighbours():
    together = compiled(negative_binomial)(np.full(64, 0.9), np.linspace(0.1, 300.0, 64), np.full(64, 2.0))
    alone = [compiled(negative_binomial)(0.9, mean, 2.0) for mean in np.linspace(0.1, 300.0, 64)]
    assert np.array_equal(together, np.array(alone))


@pytest.mark.parametrize(
    ("sampler", "low", "high"),
    [
        (poisson, [0.0], [400.0]), (negative_binomial, [0.0, 0.1], [200.0, 9.0]), (binomial, [0.0, 0.0], [900.0, 1.0]),
        (power_law_tail, [1.1, 1.0, 50.0], [4.0, 20.0, 500.0]),
    ],
)  # fmt: skip
def test_samplers_are_the_same_compiled_and_not(sampler, low, high):
    drawn = np.random.default_rng(6)
    u, given = drawn.random(500), drawn.uniform(low, high, (500, len(low))).T
    plain = [sampler(*one) for one in zip(u.tolist(), *given.tolist(), strict=True)]
    # The plain sampler takes the system's logarithm here, which may tip a draw in a million.
    assert np.mean(compiled(sampler)(u, *given) == np.array(plain)) > 0.99


def no_end(a: float) -> float:
    if a > 0.0:
        return no_end(a - 1.0)
    return 0.0


def asks_for_a_dictionary(a: float) -> float:
    return {1: a}[1]


def asks_for_the_unknown(a: float) -> float:
    return math.frexp(a)


@pytest.mark.parametrize(
    ("function", "says"),
    [
        (no_end, "calls itself"),
        (asks_for_a_dictionary, r"its line 2: `{1: a}` cannot be compiled"),
        (asks_for_the_unknown, r"`math.frexp\(a\)` cannot be compiled"),
    ],
)
def test_what_cannot_be_compiled_is_refused_with_its_line(function, says):
    with pytest.raises(BadModel, match=says):
        compiled(function)(A)
