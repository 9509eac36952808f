"""Numbers of the model lead to words, months and dated acts of the case, and to nothing of later."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from brink.case.bundled import copy_bundled
from brink.case.folder import open_case
from brink.case.parts.numbers import RestsOn
from brink.case.reading import read_case
from brink.case.reference_checks import rests_on
from brink.case.view import View
from brink.play.model.binding import model_of
from brink.play.model.page import ModelPage, model_page
from brink.play.model.page_html import as_html
from brink.play.model.page_rows import as_rows
from brink.play.model.page_text import as_markdown
from brink.play.model.rests_on import Followed, Grounds, followed_in_words


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    case = open_case(copy_bundled("pakistan-ttp", tmp_path_factory.mktemp("case")))
    read_case(case)
    return View(case)


@pytest.fixture(scope="module")
def page(view: View) -> ModelPage:
    return model_page(view)


def followed(view: View, parameter: str) -> tuple[Followed, ...]:
    given = next(one for one in model_of(view.definition).parameters if one.id == parameter)
    return Grounds(view).of_parameter(given)


def test_every_row_that_a_number_of_the_bundled_case_names_is_there(view: View):
    grounds = Grounds(view)
    named = list(rests_on(view.definition))
    assert len(named) > 50
    assert [path for path, one in named if not grounds.follow([one])] == []


def test_tolls_of_the_ladder_lead_to_rows_too(page: ModelPage):
    told = {
        known.id: rests
        for step in page.steps
        for known, rests in zip(step.parameters, step.rests_on, strict=True)
    }
    (chaman,) = told["toll.fire"]
    assert "Six civilians were killed" in chaman.said and "host's fire" in chaman.tells


def test_a_passage_is_followed_to_its_words_and_who_wrote_them(view: View):
    (found,) = followed(view, "money.reserves")
    assert found.quote is not None
    assert view.documents[found.quote.document].text[found.quote.start : found.quote.end] == found.quote.text
    assert "held 5.8 billion dollars" in found.said
    assert found.source == "Brink case desk, after the State Bank, 2022-12-30"


def test_months_are_added_up_as_the_source_says_they_are(view: View):
    (level,) = followed(view, "attacks.level")
    assert "227 in 17 months, 13.4 a month" in level.said
    (growth,) = followed(view, "attacks.growth")
    assert "2021: 113, 2022: 170" in growth.said
    (base,) = followed(view, "interstate.base")
    assert "above 0 in 6" in base.said


def test_few_months_are_told_one_by_one(view: View):
    months = followed(view, "cooperation.retaliation")[1]
    assert months.said.endswith("September 2022 to December 2022: 16, 13, 14, 18")
    assert months.months == {"2022-09": 16, "2022-10": 13, "2022-11": 14, "2022-12": 18}


def test_acts_are_told_with_their_days_and_sources(view: View):
    truces = followed(view, "truce.onset")[0]
    assert truces.said.count("; 2022") == 2
    assert truces.said.startswith("2021-11-09 to 2021-12-09 ")
    assert "dawn.com" in truces.source


def test_rows_of_later_than_the_date_are_left_out(view: View):
    early = View(view.case, date(2022, 3, 31))
    for given in model_of(early.definition).parameters:
        for found in Grounds(early).of_parameter(given):
            assert max(found.months or {"": 0}) <= "2022-03"
            assert not any(f"2022-{month:02}" in found.said + found.source for month in range(4, 13))
    assert followed(early, "money.reserves") == ()


def test_a_number_that_gave_way_by_date_leads_nowhere(view: View):
    assert followed(View(view.case, date(2022, 3, 31)), "attacks.level") == ()


def test_the_page_keeps_the_mark_of_what_a_row_speaks_for(page: ModelPage):
    text = as_markdown(page)
    assert text.count("- strike.civilians (assumed), the toll of one raid") == 1
    assert "what is marked assumed stays so" in text


def test_numbers_with_rows_are_counted_once_though_several_mechanisms_use_them(page: ModelPage):
    used = [
        (known.id, known.under)
        for step in page.steps
        for known, rests in zip(step.parameters, step.rests_on, strict=True)
        if rests
    ]
    assert page.numbers["followed"] == len(set(used)) < len(used)


def test_every_form_of_the_page_leads_to_the_rows(page: ModelPage):
    told = "GZERO puts the TTP at 10,000 men"
    assert told in as_markdown(page)
    assert told in as_html(page)
    rows = [p for row in as_rows(page) for p in row["parameters"] if p["id"] == "fighters.sanctuary"]
    assert [one["quote"] for one in rows[0]["rests_on"]][-1] == told


def test_where_play_starts_is_read_off_the_last_month_and_the_table_of_acts(page: ModelPage):
    starts = {one.id: one for one in page.starts}
    assert starts["start_attacks"].value == 18
    assert [followed_in_words(one) for one in starts["start_attacks"].rests_on] == [
        "as counted: ucdp-ttp events, December 2022: 18 (UCDP GED 26.1)"
    ]
    assert "Chaman" in starts["start_own_rung"].rests_on[0].said
    assert starts["start_border"].rests_on == ()


@pytest.mark.parametrize(
    ("given", "wrong"),
    [
        ({"document": "a.txt"}, "a passage needs both"),
        ({"series": "x", "acts": ["truce"], "from": "2022-01", "to": "2022-02"}, "one of them only"),
        ({"series": "x"}, "names no months"),
        ({"series": "x", "from": "2022-02", "to": "2022-01"}, "runs from 2022-02 back to 2022-01"),
    ],
)
def test_what_is_no_row_is_refused_with_the_reason(given: dict[str, object], wrong: str):
    with pytest.raises(ValidationError, match=wrong):
        RestsOn.model_validate({"tells": "its size", **given})
