"""The memory of civilian harm: a chain of two stages, so that anger comes over one to six months."""

from __future__ import annotations

from brink.play.engine.contract import Mechanism

PASSES_ON = 0.6
"""Share of a stage that passes on each month: weights 0.36, 0.29, 0.17, 0.09, 0.05, 0.02 at one to six
months, the gamma shape over one to six months that Condra and others 2010 suggest."""


def saturated(dose: float, half: float) -> float:
    """A dose that loses force as it grows: d / (1 + d / half), so that `half` counts for half of itself."""
    return dose / (1.0 + dose / half)


def harm_is_remembered(
    civilian_harm: float, harm_stage: float, host_civilian_deaths: float
) -> tuple[float, float, float]:
    """Deaths still remembered, the first stage, and the deaths whose answer falls due this month.

    s1' = 0.4 s1 + C, s2' = 0.4 s2 + 0.6 s1, due = 0.6 s2; over time all deaths fall due once.
    """
    passed = PASSES_ON * harm_stage
    due = PASSES_ON * (civilian_harm - harm_stage + passed)
    first = harm_stage - passed + host_civilian_deaths
    second = (civilian_harm - harm_stage) + passed - due
    return first + max(0.0, second), first, max(0.0, due)


HARM = Mechanism(
    id="harm",
    step=harm_is_remembered,
    writes=("civilian_harm", "harm_stage", "harm_due"),
    neutral={"civilian_harm": 0.0, "harm_stage": 0.0, "harm_due": 0.0},
    sentence="Killed civilians are remembered, and answered over the following one to six months.",
    equation="s1' = 0.4·s1 + C; s2' = 0.4·s2 + 0.6·s1; due = 0.6·(s2 + 0.6·s1)",
    paper="Condra and others 2010, nber.org/papers/w16152; Condra and Shapiro 2012",
    sign={"host_civilian_deaths": "+"},
)
