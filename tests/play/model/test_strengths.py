"""A lever's strength is somebody's, with a reason and rows; it changes no number that was there before."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from brink.case.bundled import copy_bundled
from brink.case.folder import open_case
from brink.case.parts.options import Lever, Strength
from brink.case.reading import read_case
from brink.case.view import View
from brink.play.model.page import ModelPage, model_page
from brink.play.model.page_html import as_html
from brink.play.model.page_rows import as_rows
from brink.play.model.page_text import as_markdown
from brink.play.model.strengths import lever_strengths, strength_in_words


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> ModelPage:
    case = open_case(copy_bundled("pakistan-ttp", tmp_path_factory.mktemp("case")))
    read_case(case)
    return model_page(View(case))


def lever(**more: object) -> Lever:
    given = {"id": "talks", "name": "Talks", "who": "Mali", "acts_on": "truce", "limits": "none"}
    return Lever.model_validate({**given, "assumption": "ours", **more})


def test_a_number_alone_is_a_strength_that_nobody_gave_a_reason_for():
    assert lever(strength=0.6).strength == Strength(share=0.6)
    assert lever().strength.share == 1.0


@pytest.mark.parametrize(
    "wrong",
    [
        1.2,
        True,
        {"share": 0.5, "by": "desk"},
        {"because": "a guess"},
        {"share": 0.5, "rests_on": [{"tells": "x"}]},
    ],
)
def test_a_strength_out_of_range_or_of_nobody_is_refused(wrong: object):
    with pytest.raises(ValidationError):
        lever(strength=wrong)


def test_every_strength_of_the_bundled_case_has_an_author_and_a_reason(page: ModelPage):
    assert len(page.levers) == 23
    assert all(one.by and one.because for one in page.levers)
    assert sum(bool(one.rests_on) for one in page.levers) >= 20


def test_rows_against_a_strength_stand_below_it(page: ModelPage):
    clerics = next(one for one in page.levers if one.lever == "clerics")
    first, row = strength_in_words(clerics)
    assert first.startswith("Condemnation by Pakistani clerics (clerics): 1 of creed; assumed by case desk: ")
    assert "against it: what one visit brought: “They did not give up their demand" in row


def test_all_three_forms_of_the_page_print_strengths(page: ModelPage):
    assert "## How strong its levers are" in as_markdown(page)
    assert 'id="lever-clerics"' in as_html(page)
    rows = {row["id"]: row for row in as_rows(page)}
    (offer, promise) = sorted(rows["truce"]["levers"], key=lambda row: row["strength"])[:2]
    assert (offer["lever"], offer["strength"], promise["strength"]) == ("ceasefire-offer", 0.6, 0.8)


def test_a_row_of_later_than_the_date_speaks_for_no_strength(page: ModelPage, tmp_path):
    case = open_case(copy_bundled("pakistan-ttp", tmp_path))
    read_case(case)
    early = {one.lever: one for one in lever_strengths(View(case, date(2022, 6, 30)))}
    assert early["clerics"].rests_on == () and early["marginalise-patrons"].rests_on != ()
