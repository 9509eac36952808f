"""Rows of PLOVER: types by status, modes, pairs, and codes of actors."""

from __future__ import annotations

import csv
import dataclasses
from datetime import date
from pathlib import Path

import pytest

from brink.case.view import View
from brink.code.actors.gazetteer import Gazetteer
from brink.code.rows import Event, EventType, Status
from brink.exchange import export
from brink.exchange.plover import pairs, plover_mode, plover_type
from brink.exchange.plover_actors import coded, mapping


@pytest.fixture
def event(mali: View) -> Event:
    return dataclasses.replace(mali.events[0], summary=False)


@pytest.mark.parametrize(
    ("type_", "status", "becomes"),
    [
        ("AID", "planned", "AGREE"),
        ("AID", "happened", "AID"),
        ("ASSAULT", "planned", "THREATEN"),
        ("ASSAULT", "ongoing", "ASSAULT"),
        ("ASSAULT", "possible", None),
        ("COERCE", "denied", None),
        ("REQUEST", "planned", None),
    ],
)
def test_the_status_decides_the_type(
    event: Event, type_: EventType, status: Status, becomes: EventType | None
) -> None:
    assert plover_type(dataclasses.replace(event, type=type_, status=status))[0] == becomes


def test_what_sums_up_many_is_no_event(event: Event) -> None:
    assert plover_type(dataclasses.replace(event, summary=True))[0] is None


def test_every_type_has_one_quad_and_a_rule_for_plans() -> None:
    types = [type_ for types in mapping()["quads"].values() for type_ in types]
    assert sorted(types) == sorted(mapping()["status"]["planned"]) and len(set(types)) == 16


def test_a_mode_goes_by_its_name_and_not_with_a_promise(event: Event) -> None:
    strike = dataclasses.replace(event, type="ASSAULT", mode="drone-strike")
    assert plover_mode("ASSAULT", strike) == "heavy-weapons"
    assert plover_mode("THREATEN", strike) == ""


def test_nobody_is_paired_with_himself(event: Event) -> None:
    met = dataclasses.replace(event, actors=("Chad", "Mali"), recipients=("Chad", "Mali"))
    assert pairs(met) == [("Chad", "Mali"), ("Mali", "Chad")]
    assert pairs(dataclasses.replace(event, actors=(), recipients=("Mali",))) == [("", "Mali")]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Pakistan", "PAKGOV"),
        ("Pakistan Army", "PAKMIL"),
        ("TTP", "PAKREB"),
        ("Kenyan police", "KENCOP"),
        ("Syrian rebels", "SYRREB"),
        ("army chief", "MIL"),
        ("armed men", "UAF"),
        ("Wladimir Nowhere", ""),
    ],
)
def test_actors_are_coded_by_country_and_sector(name: str, code: str) -> None:
    assert coded(name, Gazetteer.load(), None).code == code


def test_a_group_that_rules_governs() -> None:
    before, after = date(2020, 1, 1), date(2023, 1, 1)
    taliban = [coded("Afghan Taliban", Gazetteer.load(), on).code for on in (before, after)]
    assert taliban == ["AFGREB", "AFGGOV"]


def test_rows_and_what_is_left_out_add_up_to_the_events(mali: View, tmp_path: Path) -> None:
    kept, left, _ = export(mali, "plover", tmp_path)
    rows = list(csv.DictReader(kept.open(encoding="utf-8-sig")))
    missing = sum(int(row["rows"]) for row in csv.DictReader(left.open(encoding="utf-8-sig")))
    assert len({row["event_id"] for row in rows}) + missing == len(mali.events)
    texts = {document.id: document.text for document in mali.documents.values()}
    assert all(
        texts[r["document"]][int(r["start"]) : int(r["end"])] == r["quote"].removeprefix("'") for r in rows
    )
