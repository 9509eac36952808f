"""The page on mechanisms: its example runs, and its tables name every field."""

from __future__ import annotations

import dataclasses
import re
import runpy
from pathlib import Path

import pytest

from brink.play.engine import Draw, Ensemble, Outcome, Pull, State, samplers

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "mechanisms.md").read_text(encoding="utf-8")


def test_the_example_runs_and_a_closed_border_means_fewer_attacks(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    example = re.findall(r"```python\n(.*?)```", PAGE, flags=re.DOTALL)[0]
    (tmp_path / "example.py").write_text(example, encoding="utf-8")
    runpy.run_path(str(tmp_path / "example.py"))
    nothing, closed = map(int, re.findall(r"\d+", capsys.readouterr().out))
    # 26 attacks a month on average for 36 months, and 30 % fewer in 30 of them.
    assert nothing == pytest.approx(936, rel=0.01)
    assert closed == pytest.approx(936 * (6 + 30 * 0.7) / 36, rel=0.01)


@pytest.mark.parametrize("table", [State, Draw, Outcome, Pull], ids=lambda one: one.__name__)
def test_every_column_is_on_the_page(table: type):
    row = next(line for line in PAGE.splitlines() if line.startswith(f"| `{table.__name__}`"))
    known = {field.name for field in dataclasses.fields(table)} - {"unit"}
    assert known <= set(re.findall(r"`(\w+)", row)) | {"unit"}


def test_every_sampler_and_question_is_on_the_page():
    asked = [name for name in vars(Ensemble) if not name.startswith("_")]
    named = set(re.findall(r"`(\w+)", PAGE))
    assert set(samplers.__all__) <= named
    assert set(asked) - {"model", "part", "count"} <= named
