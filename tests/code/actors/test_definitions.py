"""Names that a story introduces itself."""

from __future__ import annotations

from tests.code.actors.conftest import Reader


def test_an_acronym_in_brackets_stands_for_the_name_before_it(read: Reader) -> None:
    story = read("The Popular Defence Front (PDF) shelled a ferry.", "The PDF denied it.")
    assert story.names("PDF") == ("Popular Defence Front",)


def test_a_name_in_brackets_explains_the_acronym_before_it(read: Reader) -> None:
    story = read("The FLR (Free Land Resistance) took the mine.", "The Free Land Resistance holds it.")
    assert story.names("FLR") == story.names("Free Land Resistance")


def test_a_known_name_takes_a_new_acronym(read: Reader) -> None:
    story = read("The Tehreek-e-Taliban Pakistan (T.T.P) struck.", "The T.T.P claimed it.")
    assert story.everybody == {"TTP"}


def test_also_known_as_joins_two_names(read: Reader) -> None:
    story = read("The Red Arrow Brigade, also known as the Hill Lions, fled.", "The Hill Lions regrouped.")
    assert story.names("Hill Lions") == ("Red Arrow Brigade",)


def test_aka_lists_several_names(read: Reader) -> None:
    story = read("The Sons of Marib — aka the Marib Shield or the MS — fled.", "The Marib Shield regrouped.")
    assert story.names("Marib Shield") == ("Sons of Marib",)


def test_a_definition_overrides_a_shipped_acronym(read: Reader) -> None:
    story = read("The Somali Delta Front (SDF) took Jilib.", "The SDF lost it again.")
    assert story.names("SDF") == ("Somali Delta Front",)


def test_a_definition_holds_in_its_own_story_only(read: Reader) -> None:
    read("The Somali Delta Front (SDF) took Jilib.")
    assert read("In Syria, the SDF closed a camp.").names("SDF") == ("SDF",)


def test_a_news_agency_in_a_dateline_is_no_acronym_of_the_country(read: Reader) -> None:
    story = read("GOMA, Congo (AP) — Shells fell near the port.", "The AP could not confirm it.")
    assert story.names("AP") == ("Associated Press",)


def test_an_unknown_body_named_after_a_state_is_not_the_state(read: Reader) -> None:
    story = read("The Sudan Doctors' Union counted 54 dead.")
    assert story.everybody == {"Sudan Doctors' Union"}


def test_an_unknown_group_is_kept_as_written(read: Reader) -> None:
    mention = read("The Savannah Shield Movement burned two trucks.").one("Savannah Shield Movement")
    assert (mention.names, mention.kind, mention.how) == (("Savannah Shield Movement",), "group", "unknown")


def test_an_unknown_town_is_no_actor(read: Reader) -> None:
    assert read("Gunmen burned houses in Kalonge and fled to Bunyakiri.").everybody == set()


def test_the_place_of_a_dateline_is_no_short_name_of_its_agency(read: Reader) -> None:
    assert read("CARACAS (Reuters) - Nurses began a strike.").all("CARACAS") == []
