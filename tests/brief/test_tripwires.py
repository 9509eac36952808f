"""The sections on tripwires and ladders: drawn, linked to evidence, silent where a case watches nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brink.brief.content import contents
from brink.brief.forms import as_html, as_markdown
from brink.brief.sections import sections
from brink.brief.words import Ledger, plain
from brink.case.folder import open_case
from brink.case.view import View
from brink.plots import Figure
from brink.plots.climb import climb_figure
from brink.plots.track import track_figure
from brink.plots.tripwires import tripwires
from brink.watch import watch
from tests.watch.conftest import a_watched_case

__all__ = ["a_watched_case"]


@pytest.fixture(scope="module")
def view(a_watched_case: Path) -> View:
    return View(open_case(a_watched_case))


@pytest.fixture(scope="module")
def html(view: View) -> str:
    return as_html(contents(view)).decode()


@pytest.fixture(scope="module")
def figures(view: View) -> list[Figure]:
    watched = watch(view)
    drawn = [tripwires(view, watched), climb_figure(view, watched.climbs)]
    return [figure for figure in [*drawn, *map(track_figure, watched.states)] if figure is not None]


def test_a_case_that_watches_nothing_has_no_such_sections(a_coded_case: Path):
    made = sections(View(open_case(a_coded_case)), Ledger())
    assert {section.id for section in made} & {"tripwires", "ladder"} == set()


def test_every_figure_is_drawn_with_a_title_that_finds_something(figures: list[Figure]):
    assert [figure.id for figure in figures[:2]] == ["tripwires", "ladder"]
    assert figures[0].title == "None of 2 tripwires warns at the end of June 2024"
    assert figures[1].title == "Highest rungs seen: JNIM, storming posts (March 2024)"
    assert all(figure.svg().startswith("<svg") for figure in figures)


def test_every_row_of_a_figure_has_its_columns_and_evidence(figures: list[Figure]):
    for figure in figures:
        assert len(figure.links) == len(figure.rows)
        assert all(set(figure.columns) <= set(row) for row in figure.rows)


def test_a_level_leads_to_its_rows_and_says_how_its_past_can_be_judged(html: str):
    section = html.partition('<h2 id="tripwires">')[2].partition("<h2")[0]
    targets = re.findall(r'href="#(\w+)"', section)
    assert targets
    assert all(f'id="{target}"' in html for target in targets)
    assert "cannot be judged: 17 months of reporting" in section


def test_each_use_of_a_rung_carries_the_counts_of_its_sources(html: str):
    section = html.partition('<h2 id="ladder">')[2].partition("<h2")[0]
    assert "Highest rung seen: Storming posts (2 of 2)" in section
    assert re.search(r">9</a>.*>12\+</a>|>12\+</a>.*>9</a>", section)


def test_markdown_tells_the_same(view: View):
    text = as_markdown(contents(view)).decode()
    assert "Something is burned. (`burning`) | **watch**" in text
    assert "Storming posts" in text


def test_a_crossed_tripwire_is_a_key_judgement(a_watched_case: Path):
    from datetime import date

    made = contents(View(open_case(a_watched_case), date(2024, 4, 15)))
    said = [plain(finding.says) for finding in made.findings.judgements]
    assert "Of 2 tripwires, at alarm: One attack kills nine people or more." in said


def test_without_a_crossed_tripwire_there_is_no_such_judgement(view: View):
    said = [plain(finding.says) for finding in contents(view).findings.judgements]
    assert not any("tripwires" in sentence for sentence in said)
