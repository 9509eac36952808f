"""Which mechanisms carry an effect: what is left of it when they are switched off."""

from __future__ import annotations

import itertools
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

EffectWithout = Callable[[frozenset[str]], float]
"""The effect of an option when the mechanisms named are switched off, in option and baseline alike."""


@dataclass(frozen=True, slots=True)
class Shares:
    """An effect split by mechanism; `shares` and `remainder` add up to `total`."""

    total: float
    shares: dict[str, float]
    remainder: float
    """One-off: what only the mechanisms together bring. Shapley: the effect with all of them off."""
    method: str


def one_off(effect: EffectWithout, mechanisms: Sequence[str]) -> Shares:
    """What the effect loses when each mechanism alone is switched off.

    Cheap, one run for each. Mechanisms that work only together are each given the whole of
    what they do together, and substitutes none of it: the remainder says how much.
    """
    total = effect(frozenset())
    shares = {name: total - effect(frozenset([name])) for name in mechanisms}
    return Shares(total, shares, total - sum(shares.values()), "one off")


def shapley(effect: EffectWithout, mechanisms: Sequence[str]) -> Shares:
    """The Shapley value of each mechanism, from every subset: 2^n runs.

    phi_i = sum over S without i of |S|! (n-|S|-1)! / n! [v(S + i) - v(S)], where v(S) is
    the effect with only S switched on (Shapley 1953, eq. 13). The shares add up to the
    effect less what is left with all of them off.
    """
    n = len(mechanisms)
    everything = frozenset(mechanisms)
    value = {
        on: effect(everything - on) for size in range(n + 1) for on in _subsets(sorted(everything), size)
    }
    shares = {}
    for name in mechanisms:
        shares[name] = sum(
            math.factorial(len(on)) * math.factorial(n - len(on) - 1) / math.factorial(n)
            * (value[on | {name}] - value[on])
            for on in value
            if name not in on
        )  # fmt: skip
    return Shares(value[everything], shares, value[frozenset()], "Shapley")


def _subsets(names: Sequence[str], size: int) -> list[frozenset[str]]:
    return [frozenset(chosen) for chosen in itertools.combinations(names, size)]


def shapley_by_orders(
    effect: EffectWithout, mechanisms: Sequence[str], *, orders: int, seed: int = 1
) -> Shares:
    """Shapley values from random orders of switching on, for many mechanisms.

    Castro, Gómez and Tejada 2009, Comput. Oper. Res. 36(5), algorithm 1; each order is also
    run backwards, which halves the noise where effects add up. The sum is exact for any
    number of orders.
    """
    rng = np.random.default_rng(seed)
    everything = frozenset(mechanisms)
    known: dict[frozenset[str], float] = {}

    def value(on: frozenset[str]) -> float:
        if on not in known:
            known[on] = effect(everything - on)
        return known[on]

    shares = dict.fromkeys(mechanisms, 0.0)
    drawn = [rng.permutation(len(mechanisms)) for _ in range((orders + 1) // 2)]
    sequences = [order for pair in drawn for order in (pair, pair[::-1])]
    for order in sequences:
        on: frozenset[str] = frozenset()
        for at in order:
            name = mechanisms[at]
            shares[name] += (value(on | {name}) - value(on)) / len(sequences)
            on |= {name}
    return Shares(value(everything), shares, value(frozenset()), f"Shapley, {len(sequences)} orders")
