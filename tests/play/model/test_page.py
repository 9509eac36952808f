"""The page says what the model holds and what it leaves out, with grounds for every number."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from brink.case.bundled import copy_bundled
from brink.case.folder import open_case
from brink.case.view import View
from brink.errors import NotInCase
from brink.play.model.binding import model_of
from brink.play.model.diagram import PLACES, arrows, diagram
from brink.play.model.evidence import _filters
from brink.play.model.observation import as_reported, true_events
from brink.play.model.page import ModelPage, model_page
from brink.play.model.page_html import as_html
from brink.play.model.page_rows import as_rows
from brink.play.model.page_text import as_markdown
from brink.play.model.priors import places
from brink.play.model.sanctuary import MECHANISMS, MODEL


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return View(open_case(copy_bundled("pakistan-ttp", tmp_path_factory.mktemp("case"))))


@pytest.fixture(scope="module")
def page(view: View) -> ModelPage:
    return model_page(view)


def test_what_is_not_modelled_comes_before_anything_else(page: ModelPage):
    text = as_markdown(page)
    assert text.index("## What is not modelled") < text.index("## Who plays which part")
    assert "nuclear weapons" in text


def test_every_mechanism_is_on_the_page_in_the_order_of_the_month(page: ModelPage):
    found = re.findall(r"^### \d+\. (\w+)$", as_markdown(page), flags=re.MULTILINE)
    assert found == [one.id for one in MODEL.mechanisms]


def test_every_prior_that_a_month_uses_is_shown_where_it_is_used(page: ModelPage):
    shown = {p.id for step in page.steps for p in step.parameters}
    used_in_the_fit_or_in_words_only = {"attacks.takeover_step", "observe.ucdp", "observe.spread"}
    assert set(places()) - shown == used_in_the_fit_or_in_words_only


def test_every_number_has_grounds(page: ModelPage):
    assert [p.id for step in page.steps for p in step.parameters if not p.grounds] == []


def test_every_mechanism_has_a_sentence_an_equation_and_a_paper():
    for one in MECHANISMS:
        assert one.sentence and one.equation and one.paper, one.id
        assert one.sign or one.id == "level"


def test_every_mechanism_is_asked_for_evidence():
    assert set(_filters()) == {one.id for one in MECHANISMS}


def test_the_html_page_loads_nothing_and_escapes_its_text(page: ModelPage):
    made = as_html(page)
    assert "default-src 'none'" in made
    assert re.findall(r'(?:src|href)="(?!#)', made) == []
    assert "<script" not in made


def test_rows_for_programs_give_one_object_a_mechanism(page: ModelPage):
    rows = list(as_rows(page))
    assert [row["place"] for row in rows] == list(range(1, len(MECHANISMS) + 1))
    assert {"equation", "paper", "parameters", "evidence"} <= set(rows[0])


def test_the_picture_draws_every_arrow_between_boxes_that_are_there():
    drawn = diagram("a picture")
    assert drawn.count("<path d=") == len(arrows()) + 2
    assert {end for one in arrows() for end in (one.source, one.target)} == set(PLACES)


def test_the_picture_agrees_with_the_signs_of_the_mechanisms():
    signs = {(one.source, one.target): one.sign for one in arrows()}
    assert signs["truce", "attacks"] == "-"
    assert signs["civilian_harm", "host_support"] == "+"
    assert signs["border", "fighters_inside"] == "-"


def test_a_source_s_words_for_the_model_s_attacks(view: View):
    # 0.77 per lethal event, log spread 0.25: 77 times and over exp(1.645 x 0.25) = 1.5087.
    low, middle, high = as_reported(model_of(view.definition), "pips", 100.0)
    assert (low, middle, high) == (
        pytest.approx(51.04, abs=0.01),
        pytest.approx(77.0),
        pytest.approx(116.17, abs=0.01),
    )


def test_there_may_have_been_more_events_than_were_recorded(view: View):
    low, middle, high = true_events(model_of(view.definition), 90.0)
    assert (low, middle, high) == (pytest.approx(90.0), pytest.approx(100.0), pytest.approx(90 / 0.7))


def test_an_unknown_source_is_refused(view: View):
    with pytest.raises(NotInCase, match="did you mean pips"):
        as_reported(model_of(view.definition), "pip", 1.0)


def test_the_page_of_a_moved_date_starts_later(view: View):
    from datetime import date

    assert model_page(View(view.case, date(2022, 6, 30))).start == "July 2022"
    assert Path(str(view.case.root)).is_dir()
