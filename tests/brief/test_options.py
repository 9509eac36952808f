"""The section on options: limits of the model first, then what the simulation says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from brink.brief.content import contents
from brink.brief.forms import as_html, as_markdown
from brink.brief.options_section import options_section
from brink.brief.words import Ledger
from brink.case.folder import open_case
from brink.case.view import View

CASE = Path(__file__).parents[2] / "brink" / "cases" / "pakistan-ttp"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def a_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    for name in ("case.yaml", "series"):
        source = CASE / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


@pytest.fixture(scope="module")
def a_view(a_folder) -> View:
    return View(open_case(a_folder))


@pytest.fixture(scope="module")
def section(a_view):
    return options_section(a_view, Ledger())


def test_limits_of_the_model_come_before_any_difference(a_view, section):
    html = as_html(contents(a_view)).decode()
    part = html[html.index('id="options"') :]
    assert part.index("Read this first") < part.index("<figure") < part.index("How robust the order is")
    assert "These are futures of a model, not of the world" in section.data.limits[0]


def test_the_section_says_in_the_simulation_and_never_will(a_view, section):
    data = section.data
    lines = [*data.limits, *data.robustness, *data.fails, *data.evidence]
    assert not [line for line in lines if " will " in line]
    assert any("In the simulation" in line for line in data.robustness)
    assert data.figure.title.startswith("In the simulation")


def test_every_option_has_a_line_and_a_row_of_the_figure(a_view, section):
    names = {option.name for option in a_view.definition.options}
    assert {line.option for line in section.data.lines} == names
    assert len(section.data.figure.rows) == len(names) - 1


def test_the_markdown_holds_the_same_lines(a_view, section):
    text = as_markdown(contents(a_view)).decode()
    assert "**Read this first.**" in text
    assert all(f"| {line.option.split(':')[0]}" in text for line in section.data.lines)


def test_a_second_brief_plays_nothing_again(a_view, a_folder, section):
    kept = {path: path.stat().st_mtime_ns for path in (a_folder / "runs").iterdir()}
    again = options_section(a_view, Ledger())
    assert again == section
    assert {path: path.stat().st_mtime_ns for path in (a_folder / "runs").iterdir()} == kept


def test_a_case_that_cannot_be_played_as_of_a_date_says_why(a_folder):
    from datetime import date

    early = View(open_case(a_folder), date(2022, 6, 30))
    made = options_section(early, Ledger())
    assert made is not None
    assert "rest on data from after 2022-06-30" in made.data.refused
    assert "The options were not played" in as_html(contents(early)).decode()


def test_a_case_without_a_model_has_no_such_section(a_small_case: Path):
    assert options_section(View(open_case(a_small_case)), Ledger()) is None
