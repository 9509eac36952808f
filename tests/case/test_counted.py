"""Which rows a count counts: who, where, how large, in which words, and how far one may rely on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brink.brief.harm import harm_lines
from brink.case.counted import counted
from brink.case.folder import open_case
from brink.case.located import district_of, names_within
from brink.case.parts.evidence import Count
from brink.case.view import View
from brink.code.rows import Place
from tests.conftest import brink


@pytest.fixture(scope="module")
def view(a_coded_case: Path) -> View:
    return View(open_case(a_coded_case))


def days(view: View, **keys: Any) -> list[date | None]:
    return [row.day for row in counted(view, Count(**keys))]


GAO, MENAKA = date(2024, 3, 21), date(2024, 4, 2)


def test_attacks_are_counted_once_on_their_own_day(view: View):
    assert days(view, types=["ASSAULT"], actors=["JNIM"], countries=["ML"]) == [GAO]


def test_a_row_without_a_day_stands_on_that_of_its_report_and_is_doubted(view: View):
    [burned] = counted(view, Count(types=("ASSAULT",), actors=("JNIM",), words=("burned",)))
    assert (burned.day, burned.doubts) == (GAO, ("no day in the text; first reported 2024-03-21",))


def test_two_independent_reports_of_one_attack_are_two_sources(view: View):
    [attack] = counted(view, Count(types=("ASSAULT",), countries=("ML",), actors=("JNIM",)))
    assert len(attack.sources) == 2


def test_of_a_toll_the_lowest_figure_counts(view: View):
    [attack] = counted(view, Count(measure="killed", types=("ASSAULT",), countries=("ML",), actors=("JNIM",)))
    assert attack.value == 9


def test_a_size_that_only_one_source_gives_is_doubted(view: View):
    [attack] = counted(view, Count(types=("ASSAULT",), at_least={"killed": 12}))
    assert attack.doubts == ("another source gives 9 killed",)
    assert days(view, types=["ASSAULT"], at_least={"killed": 13}) == []


def test_words_narrow_to_what_the_quotes_say(view: View):
    assert days(view, types=["ASSAULT"], words=["village"], countries=["ML"]) == [MENAKA]
    assert days(view, types=["ASSAULT"], no_words=["village"], countries=["ML"]) == [GAO]


def test_a_district_takes_in_what_lies_in_it_and_a_level_leaves_the_rest_out(view: View):
    assert days(view, types=["ASSAULT"], places=["Gao"]) == [GAO]
    assert days(view, types=["ASSAULT"], places=["Kidal"]) == []
    assert days(view, types=["ASSAULT"], place_level=["town"]) == [GAO]
    assert days(view, types=["ASSAULT"], place_level=["point"]) == []


def test_an_act_at_home_crosses_no_border(view: View):
    assert days(view, types=["ASSAULT"], actors=["JNIM"], cross_border=True) == []


def test_what_sums_up_many_happenings_is_counted_nowhere(view: View, monkeypatch: pytest.MonkeyPatch):
    assert days(view, types=["ASSAULT"], countries=["ML"])
    at_large = [replace(event, summary=True) for event in view.events]
    monkeypatch.setattr(View, "events", property(lambda _: at_large))
    for measure in ("incidents", "events"):
        assert days(View(view.case), types=["ASSAULT"], countries=["ML"], measure=measure) == []


def test_a_town_lies_in_its_district_and_a_province_in_none():
    wana = Place("Wana", "PK", 32.30, 69.57, "town")
    assert names_within(wana) == ("wana", "south waziristan", "khyber pakhtunkhwa")
    assert district_of(wana) == "south waziristan"
    assert district_of(Place("Bajaur district", "PK", 34.7, 71.5, "district")) == "bajaur"
    assert district_of(Place("Balochistan", "PK", 28.5, 65.5, "province")) is None


def test_a_name_borne_by_a_place_elsewhere_is_not_taken_for_it():
    assert names_within(Place("Wana", "PK", 25.0, 67.0, "town")) == ("wana",)


def test_the_harm_ledger_marks_what_is_done_across_a_border(a_small_case: Path):
    (a_small_case / "articles" / "over.txt").write_text(
        "Algerian strike kills six in Mali\n\nBAMAKO, May 3 2024 - Algeria's army shelled the Malian town of "
        "Kidal on Friday, killing six people, Mali's government said.\n"
    )
    assert brink("code", str(a_small_case)).returncode == 0
    lines = {line.words: line.across for line in harm_lines(View(open_case(a_small_case)))}
    assert [words for words, across in lines.items() if across and "Kidal" in words]
    assert not any(across for words, across in lines.items() if "Gao" in words)
