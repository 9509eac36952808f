"""The gazetteer: shipped actors, the case's over them, shared names never merged."""

from __future__ import annotations

from datetime import date

from brink.code.actors.entry import ActorEntry, DatedName
from brink.code.actors.gazetteer import Gazetteer
from tests.code.actors.conftest import Reader


def test_an_actor_is_found_by_any_of_its_names(gazetteer: Gazetteer) -> None:
    entry = gazetteer.entry("pakistani taliban")
    assert entry is not None
    assert entry.name == "TTP"


def test_a_shared_name_finds_no_single_actor(gazetteer: Gazetteer) -> None:
    assert gazetteer.entry("Congo") is None


def test_a_misspelt_name_gets_its_nearest(gazetteer: Gazetteer) -> None:
    assert "Pakistan" in gazetteer.nearest("Pakstan")


def test_the_case_renames_a_shipped_actor(read: Reader) -> None:
    ours = ActorEntry(name="Tehreek-e-Taliban", kind="group", country="PK", aliases=("TTP",))
    assert read("The TTP and the Pakistani Taliban are one.", case=[ours]).everybody == {"Tehreek-e-Taliban"}


def test_the_case_takes_an_alias_from_a_shipped_actor(read: Reader) -> None:
    ours = ActorEntry(name="Movement for Hill Rights", kind="group", country="IN", acronyms=("M23",))
    story = read("M23 blocked a road.", case=[ours])
    assert story.everybody == {"Movement for Hill Rights"}


def test_the_case_adds_an_actor_that_nobody_ships(read: Reader) -> None:
    ours = ActorEntry(name="Lake Boys", kind="group", country="TD", aliases=("Lake Chad Boys",))
    assert read("The Lake Chad Boys fled.", case=[ours]).everybody == {"Lake Boys"}


def test_a_case_does_not_change_the_shipped_gazetteer(read: Reader) -> None:
    ours = ActorEntry(name="Tehreek-e-Taliban", kind="group", aliases=("TTP",))
    read("The TTP fled.", case=[ours])
    assert read("The TTP fled.").everybody == {"TTP"}


def test_a_case_may_give_a_capital_to_somebody_else_for_a_time(read: Reader) -> None:
    junta = ActorEntry(
        name="Junta", kind="government", country="GN", capitals=(DatedName("Conakry", date(2021, 9, 5)),)
    )
    assert read("Conakry expelled the envoy.", on="2022-01-01", case=[junta]).everybody == {"Junta"}


def test_a_shared_name_goes_to_the_country_of_the_story(read: Reader) -> None:
    story = read("In Sudan, a drone hit Nyala.", "The RSF denied it.")
    assert story.names("RSF") == ("RSF",)
    assert "Reporters Without Borders" in story.one("RSF").because


def test_a_shared_name_without_context_names_nobody(read: Reader) -> None:
    mention = read("The ASWJ issued a statement.").one("ASWJ")
    assert mention.names == ()
    assert "could be" in mention.because


def test_an_actor_long_gone_does_not_claim_an_acronym(read: Reader) -> None:
    story = read("The GIA and the AA were named.", "In Algeria, the GIA is remembered.", on="1996-05-01")
    assert story.names("GIA") == ("GIA",)


def test_who_rules_a_country_depends_on_the_day(gazetteer: Gazetteer) -> None:
    before, after = (gazetteer.ruler("AF", day) for day in (date(2021, 8, 14), date(2021, 8, 15)))
    assert before is not None
    assert after is not None
    assert (before.name, after.name) == ("Afghanistan", "Afghan Taliban")
