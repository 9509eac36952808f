"""Rows of PLOVER: types by status, modes, pairs, and codes of actors."""

from __future__ import annotations

import csv
import dataclasses
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from brink.case.view import View
from brink.code.actors.gazetteer import Gazetteer
from brink.code.rows import Event, EventType, Status
from brink.exchange import export
from brink.exchange.plover import pairs
from brink.exchange.plover_actors import coded, mapping
from brink.exchange.plover_events import plover_type, read_events
from brink.exchange.plover_modes import Meaning, Sides, meaning, threatened


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
    act = dataclasses.replace(event, type=type_, status=status)
    assert plover_type(act, Meaning(type_))[0] == becomes


def test_what_sums_up_many_is_no_event(event: Event) -> None:
    assert plover_type(dataclasses.replace(event, summary=True), Meaning(event.type))[0] is None


def test_every_type_has_one_quad_and_a_rule_for_plans() -> None:
    types = [type_ for types in mapping()["quads"].values() for type_ in types]
    assert sorted(types) == sorted(mapping()["status"]["planned"]) and len(set(types)) == 16


def told(event: Event, type_: EventType, words: str, written: str, text: str, **changes: Any) -> Event:
    """A row as the coder would tell it."""
    because = (f"{type_}: “{words}” is a verb of this type (“{written}”)",)
    quote = dataclasses.replace(event.quote, text=text)
    made = dataclasses.replace(
        event, type=type_, mode=None, because=because, quote=quote, killed=None, injured=None
    )
    return dataclasses.replace(made, **changes)


@pytest.mark.parametrize(
    ("row", "becomes"),
    [
        (("COERCE", "arrested", "arrest", "Police arrested ten men during the curfew"), "COERCE arrest"),
        (("COERCE", "imposed", "impose =curfew|law", "Mali imposed a curfew"), "COERCE curfew"),
        (("COERCE", "fired", "fire =teargas", "Police fired tear gas at a crowd"), "ASSAULT "),
        (("SANCTION", "imposed", "impose =sanction", "Chad imposed sanctions on Sudan"), "COERCE restrict"),
        (("SANCTION", "recalled", "recall =envoy", "Chad recalled its envoy to Sudan"), "SANCTION withdraw"),
        (("CONCEDE", "freed", "free", "Mali freed two journalists"), "RETREAT release"),
        (("CONCEDE", "declared", "declare =truce", "Rebels declared a truce"), "RETREAT ceasefire"),
        (("AGREE", "signed", "sign", "Chad signed a treaty with Niger"), "SUPPORT "),
        (("REJECT", "suspended", "suspend =talks", "Chad suspended talks with Sudan"), "SANCTION withdraw"),
        (("REQUEST", "urged", "urge", "Sudan, which wants aid, urged Chad to hold talks"), "REQUEST meet"),
        (
            ("THREATEN", "threatened", "threaten", "Mali threatened to cut ties with Niger"),
            "THREATEN relations",
        ),
    ],
)
def test_what_the_row_says_gives_type_and_mode(
    event: Event, row: tuple[EventType, str, str, str], becomes: str
) -> None:
    act = meaning(told(event, *row), Sides())
    assert f"{act.type} {act.mode}" == becomes


@pytest.mark.parametrize(("whom", "mode"), [("villagers", "arrest"), ("Chad", "confiscate")])
def test_who_is_seized_is_held_and_what_is_seized_is_taken(event: Event, whom: str, mode: str) -> None:
    row = told(event, "COERCE", "seized", "seize", "Rebels seized them", recipients=(whom,))
    assert meaning(row, Sides()).mode == mode


def test_a_strike_from_the_air_is_one_of_heavy_weapons_and_a_threat_of_it_of_violence(event: Event) -> None:
    act = meaning(dataclasses.replace(event, type="ASSAULT", mode="drone-strike"), Sides())
    assert (act.mode, threatened(act)) == ("heavy-weapons", "violence")


def test_those_who_meet_in_a_third_country_meet_there(event: Event) -> None:
    row = told(event, "CONSULT", "met", "meet", "Envoys of Chad and Niger met in Geneva")
    assert [meaning(row, Sides(abroad=abroad)).mode for abroad in (False, True)] == ["", "third-party"]


def test_a_row_that_an_analyst_amended_is_read_by_its_words(event: Event) -> None:
    row = told(event, "COERCE", "", "", "Mali imposed a curfew", because=("amended by an analyst",))
    assert meaning(row, Sides()).mode == "curfew"


def test_a_threat_has_the_mode_of_the_act_that_it_is_of(event: Event) -> None:
    threat = told(event, "THREATEN", "hinted", "hint", "Chad hinted at a raid", status="happened")
    raid = told(event, "ASSAULT", "raid", "raid", "Chad hinted at a raid", status="possible")
    (read,), left = read_events([threat, raid], Gazetteer.load())
    assert (read.type, read.mode, sum(left.values())) == ("THREATEN", "violence", 1)


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
        ("Argentine teachers", "ARGEDU"),
        ("opposition parties", "PTYOPP"),
        ("relatives of soldiers", "CVL"),
        ("police officers in plain clothes", "COP"),
        ("families of policemen", "CVL"),
        ("Al Jazeera", "JRN"),
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
