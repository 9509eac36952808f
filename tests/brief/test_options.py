"""The section on options: limits of the model first, then what the simulation says."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from brink.brief.content import Contents, contents
from brink.brief.forms import as_html, as_markdown
from brink.brief.options_section import options_section
from brink.brief.record import past_records
from brink.brief.sections import Section
from brink.brief.words import Ledger
from brink.case.folder import open_case
from brink.case.view import View

CASE = Path(__file__).parents[2] / "brink" / "cases" / "pakistan-ttp"

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def a_folder(tmp_path_factory) -> Path:
    folder = tmp_path_factory.mktemp("case")
    for name in ("case.yaml", "series", "fit-2020-12-31.npz"):
        source = CASE / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, folder / name)
    return folder


@pytest.fixture(scope="module", autouse=True)
def few_futures():
    """What these tests ask holds for any number of futures."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("brink.brief.options_section.FUTURES", 1024)
        patch.setattr("brink.brief.options_causes.EFFECT_FUTURES", 256)
        patch.setattr("brink.brief.options_causes.DRIVER_ROWS", 16)
        patch.setattr("brink.brief.record.FUTURES", 512)
        yield


@pytest.fixture(scope="module")
def a_view(a_folder) -> View:
    return View(open_case(a_folder))


@pytest.fixture(scope="module")
def whole(a_view) -> Contents:
    return contents(a_view)


@pytest.fixture(scope="module")
def section(whole) -> Section:
    return next(one for one in whole.sections if one.id == "options")


def test_limits_of_the_model_come_before_any_difference(whole, section):
    html = as_html(whole).decode()
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
    assert {line.option.partition(" (")[0] for line in section.data.lines} == names
    assert len(section.data.figure.rows) == len(names) - 1


def test_the_markdown_holds_the_same_lines(whole, section):
    text = as_markdown(whole).decode()
    assert "**Read this first.**" in text
    assert all(f"| {line.option.split(':')[0]}" in text for line in section.data.lines)


def test_limits_and_strengths_have_tables_of_their_own(whole, section):
    html = as_html(whole).decode()
    assert ">limits kept<" not in html
    broken, strengths = section.data.broken, section.data.strengths
    assert len(broken.lines) == len(section.data.lines) and len(broken.labels) == 4
    assert all(f'id="lever-{one.lever}"' in html for one in strengths.levers)
    assert "how much less is a guess" in as_markdown(whole).decode()


def test_what_an_effect_hangs_on_leads_to_its_grounds(whole, section):
    hangs = section.data.hangs
    numbers = {number.anchor: number for number in hangs.numbers}
    assert "one case" in numbers["number-cooperation.retaliation"].grounds
    html = as_html(whole).decode()
    named = {line.anchor for line in hangs.lines if line.anchor}
    assert {anchor for anchor in named if f'id="{anchor}"' in html} == named


def test_a_second_brief_plays_nothing_again(a_view, a_folder, section):
    kept = {path: path.stat().st_mtime_ns for path in (a_folder / "runs").iterdir()}
    again = options_section(a_view, Ledger())
    assert again == section
    assert {path: path.stat().st_mtime_ns for path in (a_folder / "runs").iterdir()} == kept


def test_the_past_record_stands_in_the_limits_and_is_drawn_at_the_end(section):
    (record,) = section.data.records
    assert not record.because
    limit = section.data.limits[-1]
    sums = "Sums beyond the band" if "Sums beyond" in limit else "No sum lay beyond its band"
    assert limit.index(sums) < limit.index(record.figures[0].title)
    assert [figure.id for figure in record.figures][:2] == [
        "record-2020-12-31-scores",
        "record-2020-12-31-attacks",
    ]
    assert any("flatters" in line for line in record.says)


def test_without_a_fit_the_record_says_how_to_make_one(a_view):
    early = View(a_view.case, date(2021, 12, 31))
    (record,) = past_records(early)
    assert "--as-of 2019-12-31 --until 2021-12" in record.because
    assert record.figures == ()


def test_what_came_later_is_told_only_when_revealed(a_view):
    late = View(a_view.case, reveal=date(2023, 12, 31))
    assert [record.heading for record in past_records(a_view)] == ["How the model did before the as-of date"]
    assert [record.heading for record in past_records(late)][1].endswith("known only later")


def test_as_of_an_earlier_date_the_options_are_played_and_what_gave_way_is_named(a_view):
    made = options_section(View(a_view.case, date(2022, 6, 30)), Ledger())
    assert made is not None and not made.data.refused
    said = next(line for line in made.data.limits if line.startswith("As of 2022-06-30"))
    assert "attacks.level" in said and "money.reserves" in said
    assert "2021-07 to 2022-06" in said


def test_a_case_that_cannot_be_played_as_of_a_date_says_why(a_folder, tmp_path):
    text = (a_folder / "case.yaml").read_text(encoding="utf-8")
    bare = re.sub(r"(?m)^  fits_to:\n(?:    .*\n)+|^  history: .*\n", "", text)
    (tmp_path / "case.yaml").write_text(bare, encoding="utf-8")
    shutil.copytree(a_folder / "series", tmp_path / "series")
    made = options_section(View(open_case(tmp_path), date(2022, 6, 30)), Ledger())
    assert made is not None
    assert "attacks.level rests on data up to 2022-12-31" in made.data.refused


def test_a_case_without_a_model_has_no_such_section(a_small_case: Path):
    assert options_section(View(open_case(a_small_case)), Ledger()) is None
