"""Capitals and palaces: governments where they act, places where things happen."""

from __future__ import annotations

import pytest

from tests.code.actors.conftest import Reader


@pytest.mark.parametrize(
    ("sentence", "state"),
    [
        ("Kigali denied the charge.", "Rwanda"),
        ("Bogota suspended the talks.", "Colombia"),
        ("The mediators urged Khartoum to sign.", "Sudan"),
        ("Ties between Ankara and Yerevan are thawing.", "Turkey"),
        ("Ties between Ankara and Yerevan are thawing.", "Armenia"),
        ("Manila's patience ended.", "Philippines"),
        ("Relations with Minsk worsened.", "Belarus"),
        ("The sanctions put pressure on Caracas.", "Venezuela"),
        ("Moscow-Kyiv tensions rose.", "Russia"),
        ("Aid from Riyadh kept the bank afloat.", "Saudi Arabia"),
        ("The Kremlin rejected the offer.", "Russia"),
        ("The White House welcomed the deal.", "United States"),
    ],
)
def test_a_capital_that_acts_is_the_government(read: Reader, sentence: str, state: str) -> None:
    story = read(sentence)
    acting = [m for m in story.mentions.actors if m.names == (state,)]
    assert [m.how for m in acting] == ["metonym"]
    assert acting[0].kind == "government"


@pytest.mark.parametrize(
    "sentence",
    [
        "A bomb went off in Mogadishu.",
        "The delegation arrived in Bangui.",
        "Rebels advanced on the outskirts of Damascus.",
        "Shells fell near Kyiv.",
        "Kabul fell within hours.",
        "Troops entered Tripoli at night.",
        "Juba's airport was closed.",
        "Nairobi residents queued for water.",
        "The siege of Sarajevo lasted years.",
        "The fighting shook Khartoum.",
    ],
)
def test_a_capital_where_something_happens_is_a_place(read: Reader, sentence: str) -> None:
    assert not [m for m in read(sentence).mentions.actors if m.how == "metonym"]


def test_a_dateline_is_a_place(read: Reader) -> None:
    story = read("BAMAKO, Mali (AP) — Gunmen killed four teachers, the army said.")
    assert not [m for m in story.mentions.actors if m.how == "metonym"]


@pytest.mark.parametrize(("day", "ruler"), [("2021-08-14", "Afghanistan"), ("2021-08-15", "Afghan Taliban")])
def test_kabul_changes_hands_on_the_day(read: Reader, day: str, ruler: str) -> None:
    assert read("Kabul rejected the demand.", on=day).names("Kabul") == (ruler,)


def test_an_undated_story_takes_the_present_ruler(read: Reader) -> None:
    assert read("Kabul rejected the demand.", on=None).names("Kabul") == ("Afghan Taliban",)


@pytest.mark.parametrize(("day", "kind"), [("2020-02-29", "group"), ("2022-02-28", "government")])
def test_an_insurgent_that_rules_is_a_government(read: Reader, day: str, kind: str) -> None:
    assert read("The Taliban freed ten men.", on=day).one("Taliban").kind == kind


def test_sanaa_speaks_for_the_houthis_after_they_took_it(read: Reader) -> None:
    assert read("Sanaa vowed to answer.", on="2024-01-12").names("Sanaa") == ("Houthis",)
    assert read("Sanaa vowed to answer.", on="2012-01-12").names("Sanaa") == ("Yemen",)


def test_the_pentagon_is_itself(read: Reader) -> None:
    assert read("The Pentagon confirmed the strike.").names("Pentagon") == ("Pentagon",)


def test_rawalpindi_is_the_army_only_where_it_decides(read: Reader) -> None:
    assert "Pakistan Army" in read("Rawalpindi decided who would be prime minister.").everybody
    assert "Pakistan Army" not in read("A school in Rawalpindi was closed.").everybody
