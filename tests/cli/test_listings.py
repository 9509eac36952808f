"""Listings, search and one row with its evidence, as a user asks for them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from types import SimpleNamespace

from brink.cli.row_tests import stories_counted
from tests.conftest import brink, rows


def test_an_attack_is_listed_with_who_did_what_to_whom_when_and_where(a_coded_case: Path):
    attacks = rows("events", str(a_coded_case), "--type", "ASSAULT", "--about", "JNIM")
    found = next(row for row in attacks if row["document"] == "gao-agency.txt" and row["killed"])
    assert found["actors"] == ["JNIM"]
    assert found["killed"] == {"min": 12, "max": None}
    assert found["date"] == "2024-03-21/2024-03-21"
    assert found["place"]["country"] == "ML"


def test_two_reports_and_a_copy_of_one_attack_are_one_incident_with_two_sources(a_coded_case: Path):
    incidents = rows("incidents", str(a_coded_case), "--type", "ASSAULT", "--about", "JNIM")
    told = next(row for row in incidents if row["status"] == "happened" and row["killed"])
    assert told["sources"] == 2
    assert {said["min"] for said in told["killed"]["by_source"]} == {9, 12}


def test_a_strike_that_may_come_is_possible_and_not_an_attack_that_happened(a_coded_case: Path):
    ahead = rows("events", str(a_coded_case), "--status", "possible")
    assert any(row["mode"] == "airstrike" and "JNIM" in row["recipients"] for row in ahead)


def test_an_alias_finds_the_actor(a_coded_case: Path):
    by_alias = rows("events", str(a_coded_case), "--about", "Jama'at Nusrat al-Islam wal-Muslimin")
    assert by_alias == rows("events", str(a_coded_case), "--about", "JNIM")


def test_a_misspelt_actor_is_met_with_the_nearest(a_coded_case: Path):
    ran = brink("events", str(a_coded_case), "--about", "JMIN")
    assert ran.returncode == 2
    assert "did you mean" in ran.stderr
    assert "JNIM" in ran.stderr


def test_an_empty_listing_says_why(a_coded_case: Path):
    ran = brink("events", str(a_coded_case), "--type", "PROTEST")
    assert ran.returncode == 0
    assert ran.stdout == ""
    assert "none fits the options" in ran.stderr


def test_an_empty_listing_of_foreign_stories_says_that_they_were_not_coded():
    note = "not coded: the text reads as French, not as English"
    view = SimpleNamespace(stories=["a", "b"], notes=[("a", note), ("b", "a passage could not be parsed")])
    assert stories_counted(view).endswith("1 of them not coded: the text reads as French, not as English")


def test_csv_has_one_value_a_column(a_coded_case: Path):
    printed = list(csv.DictReader(io.StringIO(brink("events", str(a_coded_case), "--csv").stdout)))
    assert {"place_name", "killed_min", "killed_max", "quote", "start", "end"} <= set(printed[0])
    assert any(row["killed_min"] == "12" and row["killed_max"] == "" for row in printed)


def test_one_row_is_shown_in_its_paragraph_with_its_reasons(a_coded_case: Path):
    event = rows("events", str(a_coded_case), "--type", "ASSAULT")[0]
    shown = brink("show", str(a_coded_case), str(event["id"]))
    assert f"«{event['quote']}»".split()[0] in shown.stdout
    as_json = json.loads(brink("show", str(a_coded_case), str(event["id"]), "--json").stdout)
    at = as_json["quote_at"]
    assert as_json["paragraph"][at : at + len(event["quote"])] == event["quote"]
    assert as_json["because"]


def test_a_story_is_shown_with_the_evidence_that_it_is_a_copy(a_coded_case: Path):
    shown = json.loads(brink("show", str(a_coded_case), "gao-copy.txt#1", "--json").stdout)
    assert [(copy["story"], copy["relation"]) for copy in shown["copies"]] == [("gao.txt#1", "exact")]


def test_search_finds_a_prefix_and_marks_it(a_coded_case: Path):
    found = rows("search", str(a_coded_case), "kidnap*")
    assert [row["story"] for row in found] == ["menaka.txt#1"]
    assert "«kidnapped»" in found[0]["excerpt"]


def test_a_query_that_cannot_be_read_says_how_to_write_it(a_coded_case: Path):
    ran = brink("search", str(a_coded_case), '"unclosed')
    assert ran.returncode == 2
    assert "double quotes" in ran.stderr


def test_a_mailed_store_answers_by_itself(a_coded_case: Path, tmp_path: Path):
    import shutil
    import sqlite3

    with sqlite3.connect(a_coded_case / "case.db") as store:
        store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    shutil.copy(a_coded_case / "case.db", tmp_path / "mailed.db")
    assert rows("events", str(tmp_path / "mailed.db")) == rows("events", str(a_coded_case))


def test_every_place_is_listed_where_the_text_names_it(a_coded_case: Path):
    listed = rows("places", str(a_coded_case), "--country", "ml")
    texts = {path.name: path.read_text(encoding="utf-8") for path in (a_coded_case / "articles").iterdir()}
    assert {"name", "lat", "lon", "precision", "because"} <= set(listed[0])
    assert any(row["quote"] == "Gao" for row in listed)
    assert all(row["quote"] in texts[row["document"]] for row in listed)
