"""The kernel is written from the mechanisms, and nothing but the mechanisms changes its numbers."""

from __future__ import annotations

import dataclasses
import math
import sys
from pathlib import Path

import numpy as np
import pytest

import brink
from brink.case.definition import Definition
from brink.errors import BadModel
from brink.play.engine import (
    Draw,
    Mechanism,
    Model,
    MoveTable,
    Outcome,
    Pull,
    State,
    When,
    kernel_source,
    replay,
    simulate,
)
from tests.play.engine import toy
from tests.play.engine.test_simulate import same
from tests.play.engine.toy import MODEL, points

CASE = Path(brink.__file__).parent / "cases" / "pakistan-ttp" / "case.yaml"
SHIFT = 2.0


def weather_turns(weather, u_weather):
    return weather + SHIFT * u_weather


def reads_text(attacks):
    return attacks + len(sys.argv)


def test_the_source_can_be_read_and_names_every_mechanism():
    text = kernel_source(MODEL)
    compile(text, "kernel", "exec")
    for mechanism in MODEL.mechanisms:
        assert f"def {mechanism.step.__name__}(" in text
        assert f"# {mechanism.id}: {mechanism.sentence}" in text


def test_a_new_mechanism_leaves_the_draws_of_the_others_alone():
    more = dataclasses.replace(
        MODEL,
        states=(State("weather", unit="index"), *MODEL.states),
        draws=(*MODEL.draws, Draw("u_weather", 2, 0)),
        mechanisms=(Mechanism("weather", weather_turns, writes=("weather",)), *MODEL.mechanisms),
        outcomes=(*MODEL.outcomes, Outcome("weather", of="weather")),
    )
    run = {"seed": 7, "count": 500, "keep": "futures", "months": 12}
    before, after = (simulate(model, points(20), **run) for model in (MODEL, more))
    assert np.array_equal(after.outcomes[:, :-1], before.outcomes)


def test_switching_a_mechanism_off_leaves_its_states_or_sets_them_neutral():
    run = {"seed": 7, "count": 200, "keep": "futures", "months": 12}
    ensemble = simulate(MODEL, points(20), off=["truce", "support"], **run)
    assert np.all(ensemble.outcome("truce months") == 0)
    assert np.all(ensemble.outcome("support") == MODEL.state("support").start)


def in_plain_python(monkeypatch: pytest.MonkeyPatch, switch: str = "BRINK_PLAIN") -> None:
    """From here on kernels run as plain Python, and never as machine code."""
    monkeypatch.setenv(switch, "1")
    monkeypatch.setattr("brink.play.engine.compiled._compiled", None)


@pytest.mark.parametrize("switch", ["BRINK_PLAIN", "NUMBA_DISABLE_JIT"])
def test_plain_python_gives_the_same_numbers_as_the_compiled_kernel(monkeypatch, switch):
    moves = MoveTable.of(MODEL, [Pull("border", 0.7, when=(When("attacks", "at least", 30),), lasts=3)])

    def numbers() -> list[np.ndarray]:
        run = simulate(MODEL, points(40), moves, seed=9, first=4000, count=200, months=24, keep="futures")
        one = replay(MODEL, points(40), moves, seed=9, future=4000, months=24)
        sums = run.part.sums.total()["series"]
        return [run.outcomes, sums, run.part.sketch, run.part.final, one.states, one.draws, one.levers]

    compiled = numbers()
    in_plain_python(monkeypatch, switch)
    assert all(np.array_equal(*pair) for pair in zip(compiled, numbers(), strict=True))


@pytest.mark.parametrize("off", [(), ("truce", "deaths")])
def test_plain_python_gives_the_same_numbers_as_the_compiled_sanctuary_model(monkeypatch, off):
    from brink.play.model import MODEL, bind

    table = bind(Definition.load(CASE), points=16, seed=1).table
    moves = MoveTable.of(MODEL, [Pull("lever_rung_4", first=2), Pull("lever_border", 0.5)])
    run = {"seed": 5, "count": 40, "keep": "futures", "off": off}
    compiled = simulate(MODEL, table, moves, **run)
    in_plain_python(monkeypatch)
    assert same(compiled, simulate(MODEL, table, moves, **run))


def test_equal_models_share_a_kernel_and_any_change_parts_them():
    from brink.play.engine.compiled import Kernel

    again = dataclasses.replace(MODEL, name="toy")
    other = dataclasses.replace(MODEL, mechanisms=MODEL.mechanisms[::-1])
    assert Kernel.of(again).digest == Kernel.of(MODEL).digest != Kernel.of(other).digest


def with_step(step: object, writes: tuple[str, ...] = ("attacks",)) -> Model:
    extra = Mechanism("extra", step, writes=writes)
    return dataclasses.replace(MODEL, mechanisms=(*MODEL.mechanisms, extra))


@pytest.mark.parametrize(
    ("step", "says"),
    [
        (lambda attacks: attacks, "<lambda>"),
        (reads_text, "'sys', a module"),
        (math.sin, "plain argument"),
    ],
)
def test_a_function_that_cannot_stand_alone_is_refused_by_name(step: object, says: str):
    with pytest.raises((BadModel, ValueError), match=says):
        kernel_source(with_step(step))


def reads_nothing_known(atacks):
    return atacks


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"draws": (*MODEL.draws, Draw("u_new", 0, 2))}, "'u_truce' and 'u_new' share the address"),
        ({"draws": (*MODEL.draws, Draw("u_new", 0, 4))}, "lanes are 0 to 3"),
        ({"levers": ("border", "talks", "strike", "attacks")}, "'attacks' is both a state and a lever"),
        ({"states": (*MODEL.states, State("x", unit="", start="memori"))}, "did you mean memory"),
        ({"outcomes": (Outcome("o", of="attacks", reduce="months"),)}, "above"),
        ({"outcomes": ()}, "no outcomes"),
        ({"series": ("atacks",)}, "did you mean attacks"),
    ],
)
def test_tables_that_do_not_fit_are_refused_by_name(change: dict[str, object], says: str):
    with pytest.raises(BadModel, match=says):
        dataclasses.replace(MODEL, **change)


def test_an_unknown_name_in_a_mechanism_is_met_with_what_there_is():
    with pytest.raises(BadModel, match=r"reads 'atacks'.*did you mean attacks.*\?; there are fighters, "):
        with_step(reads_nothing_known)


def test_toy_states_are_all_used():
    assert {name for one in toy.MODEL.mechanisms for name in one.writes} == set(MODEL.state_names)
