"""The brief says how probable each answer is, on what that hangs, and leads to the evidence."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brink.brief import write_brief
from brink.case.folder import open_case
from brink.case.view import View
from brink.plots.weighing import prior_to_posterior
from brink.weigh import weigh
from tests.weigh.conftest import run


@pytest.fixture
def brief(case: Path, tmp_path: Path) -> str:
    words = "gao.txt: the fighters burned two vehicles before they left"
    assert (
        run(
            "weigh", str(case), "link", words, "for-rule", "weakly-for", "--because", "they leave <b>"
        ).exit_code
        == 0
    )
    page = write_brief(View(open_case(case)), to="html", out=tmp_path / "brief.html")
    return page.read_text(encoding="utf-8")


def section(brief: str) -> str:
    part = brief[brief.index('<h2 id="hypotheses">') : brief.index('<h2 id="time">')]
    return part.replace("\u00a0", " ")


def test_each_answer_stands_in_words_and_number(brief: str):
    # one report: 0.3·√10·10^(0.25·0.2) against 0.7/√10 is 1.064441 against 0.221359
    assert "very likely (83 %)" in section(brief)
    assert "very unlikely (17 %)" in section(brief)


def test_every_link_of_the_section_leads_to_an_anchor(brief: str):
    links = set(re.findall(r'href="#([^"]+)"', section(brief)))
    assert any(link.startswith("e") for link in links)
    assert links - set(re.findall(r'\bid="([^"]+)"', brief)) == set()


def test_reasons_are_text_and_not_markup(brief: str):
    assert "they leave &lt;b&gt;" in section(brief)


def test_markdown_says_the_same(case: Path, tmp_path: Path):
    page = write_brief(View(open_case(case)), to="md", out=tmp_path / "brief.md").read_text(encoding="utf-8")
    assert "## Hypotheses against evidence" in page
    assert "very likely (81 %)" in page


def test_a_case_without_hypotheses_has_no_such_section(a_coded_case: Path, tmp_path: Path):
    page = write_brief(View(open_case(a_coded_case)), to="html", out=tmp_path / "brief.html")
    assert 'id="hypotheses"' not in page.read_text(encoding="utf-8")


def test_the_figure_states_what_moved_and_by_how_much(case: Path):
    figure = prior_to_posterior(weigh(View(open_case(case))).questions[0])
    assert figure is not None
    assert figure.title.startswith("For-rule goes from 30 % to 81 % and leads")
    assert len(figure.links) == len(figure.rows) == 2
    assert "var(--ink" in figure.svg(themed=True)
