"""The brief's outlook says word and number, tells its record, and never reads on."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from brink.brief import write_brief
from brink.case.folder import open_case
from brink.case.view import View
from brink.errors import BadForecast
from brink.forecast import series as series_module

YAML = """title: Northern Mali
as_of: 2024-06-30
series:
  - id: desk
    file: desk.csv
    values: [attacks, deaths]
    meaning: attacks of the Front
    unit: per month
    source: the desk's count
"""
KNOWN = [10 + (7 * n) % 23 for n in range(66)]
"""January 2019 to June 2024."""
CAME = [20, 15, 18, 900, 12, 13]


def write_deaths(root: Path, counts: list[int]) -> None:
    rows = [f"{2019 + n // 12}-{n % 12 + 1:02d},{count // 3},{count}" for n, count in enumerate(counts)]
    (root / "series" / "desk.csv").write_text(
        "\n".join(["month,attacks,deaths", *rows, ""]), encoding="utf-8"
    )


@pytest.fixture
def a_folder(tmp_path: Path) -> Path:
    root = tmp_path / "mali"
    (root / "series").mkdir(parents=True)
    (root / "case.yaml").write_text(YAML, encoding="utf-8")
    write_deaths(root, KNOWN + CAME)
    return root


def page(root: Path, reveal: date | None = None, *, to: str = "html") -> str:
    view = View(open_case(root), reveal=reveal)
    return write_brief(view, to=to, out=root / f"out.{to}").read_text(encoding="utf-8").replace("\u00a0", " ")


def test_every_likelihood_has_its_number(a_folder: Path):
    words = "almost no chance|very unlikely|unlikely|roughly even chance|likely|very likely|almost certain"
    outlook = re.search(r'<h2 id="outlook">.*?<h2', page(a_folder), re.DOTALL)
    assert outlook is not None
    said = re.findall(rf"(?<!very )\b(?:{words})\b(.{{3}})", outlook.group())
    assert said
    assert all(after.startswith(" (") for after in said)


@pytest.mark.parametrize("to", ["html", "md"])
def test_no_later_count_changes_the_outlook(a_folder: Path, to: str):
    honest = page(a_folder, to=to)
    write_deaths(a_folder, [*KNOWN, *[12345] * 6])
    assert page(a_folder, to=to) == honest
    assert "12345" in page(a_folder, date(2024, 12, 31), to=to)


def test_what_came_is_scored_beside_conflictology_when_revealed(a_folder: Path):
    later = page(a_folder, date(2024, 10, 31))
    assert "July 2024 to October 2024 brought 953" in later
    assert "Of 4 months, 3 lay in their 90 % interval" in later
    assert "Escalation did not come: the mean of the first three months was 18." in later


def test_the_past_record_of_the_series_is_told(a_folder: Path):
    assert re.search(r"in \d earlier windows of twelve months.*It did better in \d of \d", page(a_folder))


def test_a_series_too_short_says_so(a_folder: Path):
    write_deaths(a_folder, KNOWN[:10])
    assert "There is no forecast: desk deaths has 10 known months" in page(a_folder)


def test_the_brief_stands_when_a_forecast_fails(a_folder: Path, monkeypatch: pytest.MonkeyPatch):
    def fails(*_: object, **__: object) -> None:
        raise BadForecast("the panel is gone")

    monkeypatch.setattr(series_module, "pool_draws", fails)
    assert "There is no forecast: the panel is gone." in page(a_folder)


def test_a_case_without_series_has_no_outlook(a_folder: Path):
    (a_folder / "case.yaml").write_text(YAML.split("series:")[0], encoding="utf-8")
    assert 'id="outlook"' not in page(a_folder)
