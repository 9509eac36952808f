"""The same numbers however a simulation is cut up, and the same chance under every option."""

from __future__ import annotations

import numpy as np
import pytest

from brink.errors import BadModel
from brink.play.engine import Ensemble, MoveTable, Pull, When, replay, simulate
from tests.play.engine.toy import MODEL, points

POINTS = points(300)
COUNT = 3 * 4096 + 100
CLOSED = MoveTable.of(
    MODEL,
    [
        Pull("border", first=3),
        Pull("strike", 0.5, when=(When("attacks", "at least", 40), When("truce", "at most", 0)), lasts=2),
    ],
)


def played(moves: MoveTable | None = None, **given: object) -> Ensemble:
    settings = {"seed": 7, "count": COUNT, "keep": "futures", "months": 24, **given}
    return simulate(MODEL, POINTS, moves, **settings)


def same(left: Ensemble, right: Ensemble) -> bool:
    sums = [(left.part.sums.total(), right.part.sums.total())]
    return (
        np.array_equal(left.outcomes, right.outcomes)
        and np.array_equal(left.part.sketch, right.part.sketch)
        and np.array_equal(left.part.final, right.part.final)
        and all(np.array_equal(a[name], b[name]) for a, b in sums for name in a)
    )


@pytest.fixture(scope="module")
def baseline() -> Ensemble:
    return played()


def test_workers_change_nothing(baseline: Ensemble):
    assert same(baseline, played(threads=1))
    assert same(baseline, played(threads=3))


def test_doing_nothing_is_the_baseline(baseline: Ensemble):
    nothing = MoveTable.of(MODEL, [])
    never = MoveTable.of(MODEL, [Pull("border", when=(When("attacks", "at least", 1e9),))])
    untouched = MoveTable.of(MODEL, [Pull("border", 0.0)])
    assert all(same(baseline, played(moves)) for moves in (nothing, never, untouched))


def test_a_future_does_not_depend_on_where_a_run_begins(baseline: Ensemble):
    later = played(first=5000, count=50)
    assert np.array_equal(later.outcomes, baseline.outcomes[5000:5050])


def test_a_shorter_run_has_the_same_first_months(baseline: Ensemble):
    short = played(months=6)
    assert np.array_equal(short.part.sketch, baseline.part.sketch[:, :6])


def test_an_option_is_a_twin_until_it_acts():
    late = MoveTable.of(MODEL, [Pull("border", first=10)])
    there, here = (replay(MODEL, POINTS, moves, seed=7, future=11, months=24) for moves in (None, late))
    assert np.array_equal(there.states[:, :10], here.states[:, :10])
    assert not np.array_equal(there.states[:, 10:], here.states[:, 10:])
    assert np.array_equal(there.draws, here.draws)


def test_a_replay_is_the_future_that_was_played():
    ensemble = played(CLOSED)
    for future in (0, 123, COUNT - 1):
        again = replay(MODEL, POINTS, CLOSED, seed=7, future=future, months=24)
        assert np.array_equal(again.outcomes, ensemble.outcomes[future])
        assert again.outcome("attacks") == again.state("attacks").sum()


def test_shared_chance_narrows_the_difference_between_options(baseline: Ensemble):
    paired = played(CLOSED).outcome("attacks") - baseline.outcome("attacks")
    unpaired = played(CLOSED, seed=8).outcome("attacks") - baseline.outcome("attacks")
    assert np.var(unpaired) > 3 * np.var(paired)


def test_another_seed_gives_other_futures(baseline: Ensemble):
    assert not same(baseline, played(seed=8))


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        ({"seed": -1}, "seed -1"),
        ({"months": 0}, "0 months"),
        ({"count": 0}, "0 futures"),
        ({"off": ("atacks",)}, "did you mean attacks"),
    ],
)
def test_numbers_that_fit_nothing_are_refused_by_name(wrong: dict[str, object], says: str):
    with pytest.raises(BadModel, match=says):
        played(**wrong)
