"""Machine code for other processors, without wide vectors or fused arithmetic, gives the same bits."""

from __future__ import annotations

import platform
from pathlib import Path

import numpy as np
import pytest
from llvmlite import binding

from brink.case.definition import Definition
from brink.play.engine import Model, simulate
from brink.play.engine.compiled import Kernel
from brink.play.engine.lanes.machine import _target, processor
from brink.play.model.sanctuary import MODEL as SANCTUARY
from brink.play.setting import Setting, setting
from tests.play.engine.toy import MODEL, points

CASE = Path(__file__).parents[3] / "brink" / "cases" / "pakistan-ttp"
PLAINEST = "x86-64"

pytestmark = pytest.mark.skipif(
    platform.machine() not in ("x86_64", "AMD64"), reason="needs a processor that runs x86-64"
)


def assembly(model: Model, cpu: str) -> str:
    """What a processor is told to do for a model, in words."""
    module = binding.parse_assembly(Kernel.of(model).module())
    return str(_target(cpu).emit_assembly(module))


@pytest.fixture(scope="module")
def what() -> Setting:
    return setting(Definition.load(CASE), options=["hold", "strikes-capital"], futures=512, months=12)


def outcomes(what: Setting, option: str, count: int) -> bytes:
    made = simulate(
        what.counted.model,
        what.bound.table,
        what.moves(option),
        seed=7,
        count=count,
        months=12,
        keep="futures",
    )
    return made.outcomes.tobytes()


def test_another_processor_is_named_in_the_environment(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("BRINK_CPU", PLAINEST)
    assert processor() == PLAINEST
    monkeypatch.delenv("BRINK_CPU")
    assert processor() == binding.get_host_cpu_name()


def test_the_plainest_processor_is_told_no_wide_vectors_and_no_fused_arithmetic():
    plainest, wide = assembly(MODEL, PLAINEST), assembly(MODEL, "skylake-avx512")
    assert "xmm" in plainest and "ymm" not in plainest and "vfm" not in plainest
    assert "zmm" in wide and "vfm" not in wide


def test_a_small_model_comes_to_the_same_bits_on_the_plainest_processor(monkeypatch: pytest.MonkeyPatch):
    here = simulate(MODEL, points(9), seed=3, count=300, months=12, keep="futures").outcomes
    monkeypatch.setenv("BRINK_CPU", PLAINEST)
    there = simulate(MODEL, points(9), seed=3, count=300, months=12, keep="futures").outcomes
    assert np.array_equal(here, there)


@pytest.mark.slow
def test_the_sanctuary_model_comes_to_the_same_bits_on_the_plainest_processor_and_in_plain_python(
    what: Setting, monkeypatch: pytest.MonkeyPatch
):
    few, many = 48, 2048
    for option in ("hold", "strikes-capital"):
        here, also = outcomes(what, option, many), outcomes(what, option, few)
        with monkeypatch.context() as elsewhere:
            elsewhere.setenv("BRINK_CPU", PLAINEST)
            assert outcomes(what, option, many) == here
        with monkeypatch.context() as plainly:
            plainly.setenv("BRINK_PLAIN", "1")
            assert outcomes(what, option, few) == also


@pytest.mark.slow
def test_no_processor_is_told_to_fuse_the_sanctuary_models_arithmetic():
    for cpu in (PLAINEST, "haswell"):
        assert "vfm" not in assembly(SANCTUARY, cpu)
