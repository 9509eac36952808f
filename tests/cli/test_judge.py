"""Decisions from the command line change what is listed, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.conftest import brink, rows


@pytest.fixture
def case(a_coded_case: Path, tmp_path: Path) -> str:
    import shutil

    shutil.copytree(a_coded_case, tmp_path / "mali")
    return str(tmp_path / "mali")


def judge(case: str, *words: str) -> None:
    ran = brink("judge", case, *words, "--because", "a test", "--who", "ana")
    assert ran.returncode == 0, ran.stderr


def events(case: str) -> dict[str, dict[str, object]]:
    return {str(row["id"]): row for row in rows("events", case)}


def test_a_rejected_row_is_gone_until_the_judgement_is_undone(case: str):
    gone = next(iter(events(case)))
    judge(case, "reject", gone)
    assert gone not in events(case)
    judge(case, "undo", "1")
    assert gone in events(case)


def test_an_amended_toll_reaches_the_incident(case: str):
    event = next(row for row in events(case).values() if row["killed"] == {"min": 12, "max": None})
    judge(case, "amend", str(event["id"]), "killed", "15-17")
    amended = events(case)[str(event["id"])]
    assert amended["killed"] == {"min": 15, "max": 17}
    assert "amended by an analyst" in str(amended["because"])
    incident = next(row for row in rows("incidents", case) if row["id"] == amended["incident"])
    assert incident["killed"]["max"] == 17


def test_merged_actors_carry_one_name(case: str):
    judge(case, "merge", "Islamic State", "JNIM")
    names = {name for row in events(case).values() for name in row["actors"]}
    assert "Islamic State" not in names


def test_an_event_parted_from_its_incident_stands_alone_and_can_be_joined_again(case: str):
    incident = max(rows("incidents", case), key=lambda row: len(row["events"]))
    event = incident["events"][-1]
    judge(case, "part", event)
    alone = next(row for row in rows("incidents", case) if event in row["events"])
    assert alone["events"] == [event]
    judge(case, "undo", "1")
    assert event in max(rows("incidents", case), key=lambda row: len(row["events"]))["events"]


def test_an_unknown_row_is_refused(case: str):
    ran = brink("judge", case, "reject", "e000", "--because", "a test")
    assert ran.returncode == 2
    assert "no event, claim or tie 'e000'" in ran.stderr


def test_judgements_are_listed_with_who_and_why(case: str):
    judge(case, "merge", "Islamic State", "JNIM")
    listed = rows("judge", case, "list")
    assert [(row["who"], row["verb"], row["because"], row["stands"]) for row in listed] == [
        ("ana", "merge", "a test", True)
    ]
