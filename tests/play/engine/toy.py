"""A small conflict for tests: a group, its attacks, a border that can be closed, and a truce."""

from __future__ import annotations

import math

import numpy as np

from brink.play.engine import Draw, Mechanism, Model, Outcome, State
from brink.play.engine.samplers import binomial, negative_binomial, normal, poisson


def recruits_join(fighters, harm, recruits_a_month, recruits_per_death, u_recruits):
    return fighters + poisson(u_recruits, recruits_a_month + recruits_per_death * harm)


def fighters_cross(fighters, inside, border, crossing_share, u_crossing):
    crossed = binomial(u_crossing, fighters, crossing_share * (1.0 - 0.6 * border))
    return fighters - crossed, inside + crossed


def truce_holds(truce, u_truce, truce_onset, truce_end):
    if truce > 0.0:
        return 0.0 if u_truce < truce_end else truce + 1.0
    return 1.0 if u_truce < truce_onset else 0.0


def attacks_happen(inside, excitation, truce, talks, attack_level, memory, dispersion, structure, u_attacks):
    rate = attack_level * math.sqrt(inside)
    if structure == 2:
        rate = 0.5 * rate + 0.5 * excitation
    if truce > 0.0:
        rate *= 0.65
    attacks = negative_binomial(u_attacks, rate * (1.0 - 0.2 * talks), dispersion)
    return attacks, memory * excitation + (1.0 - memory) * attacks


def arrests_follow(inside, attacks, arrest_share, u_arrests):
    return inside - binomial(u_arrests, inside, min(1.0, arrest_share * (1.0 + 0.01 * attacks)))


def strikes_harm(attacks, harm, strike, u_strike, u_harm):
    hit = 1.0 if u_strike < min(0.9, 0.002 * attacks + 0.3 * strike) else 0.0
    return hit, 0.7 * harm + (poisson(u_harm, 12.0) if hit > 0.0 else 0.0)


def support_moves(support, harm, pressure_effect, border, u_support):
    moved = support + 0.002 * harm - pressure_effect * border + 0.02 * normal(u_support)
    return min(1.0, max(0.0, moved))


MODEL = Model(
    name="toy",
    states=(
        State("fighters", unit="people", start="fighters_start", whole=True),
        State("inside", unit="people", start=500.0, whole=True),
        State("excitation", unit="attacks", start=10.0, grain=0.1),
        State("attacks", unit="attacks", whole=True),
        State("truce", unit="months", whole=True),
        State("struck", unit="yes or no", whole=True),
        State("harm", unit="deaths", grain=0.1),
        State("support", unit="share", start=0.6, highest=1.0, grain=0.01),
    ),
    parameters=(
        "fighters_start",
        "recruits_a_month",
        "recruits_per_death",
        "crossing_share",
        "truce_onset",
        "truce_end",
        "attack_level",
        "memory",
        "dispersion",
        "structure",
        "arrest_share",
        "pressure_effect",
    ),
    levers=("border", "talks", "strike"),
    draws=(
        Draw("u_recruits", 0, 0),
        Draw("u_crossing", 0, 1),
        Draw("u_truce", 0, 2),
        Draw("u_attacks", 0, 3),
        Draw("u_arrests", 1, 0),
        Draw("u_strike", 1, 1),
        Draw("u_harm", 1, 2),
        Draw("u_support", 1, 3),
    ),
    mechanisms=(
        Mechanism("recruits", recruits_join, writes=("fighters",), sentence="Recruits join."),
        Mechanism("crossing", fighters_cross, writes=("fighters", "inside"), sentence="Fighters cross."),
        Mechanism("truce", truce_holds, writes=("truce",), neutral={"truce": 0.0}),
        Mechanism("attacks", attacks_happen, writes=("attacks", "excitation"), paper="a test"),
        Mechanism("arrests", arrests_follow, writes=("inside",)),
        Mechanism("strikes", strikes_harm, writes=("struck", "harm"), neutral={"struck": 0.0}),
        Mechanism("support", support_moves, writes=("support",)),
    ),
    outcomes=(
        Outcome("attacks", of="attacks"),
        Outcome("worst month", of="attacks", reduce="max"),
        Outcome("fighters", of="inside", reduce="last"),
        Outcome("harm", of="harm", reduce="mean"),
        Outcome("truce months", of="truce", reduce="months", above=1.0),
        Outcome("first strike", of="struck", reduce="first", above=1.0),
        Outcome("support", of="support", reduce="last"),
    ),
)


def points(count: int, *, seed: int = 1) -> np.ndarray:
    """Parameter points drawn evenly from plausible ranges, shape (count, parameters)."""
    low = np.array([4000, 20, 0.1, 0.005, 0.02, 0.05, 0.5, 0.0, 2.0, 1, 0.005, 0.0])
    high = np.array([9000, 150, 5.0, 0.02, 0.10, 0.40, 1.2, 0.9, 12.0, 3, 0.05, 0.1])
    table = low + (high - low) * np.random.default_rng(seed).random((count, len(low)))
    table[:, 9] = np.floor(table[:, 9])
    return table
