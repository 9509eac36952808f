"""Nouns that a name explains, and whom nouns mean by how the story has called them."""

from __future__ import annotations

from tests.code.actors.conftest import Reader


def test_a_group_that_a_name_explains_is_that_group(read: Reader) -> None:
    story = read(
        "Colombia's biggest guerrilla group, the National Liberation Army (ELN), freed two officers."
    )
    assert story.names("group") == ("ELN",)


def test_a_branch_that_explains_a_name_is_the_same(read: Reader) -> None:
    story = read("JNIM, al-Qaeda's branch in the Sahel, claimed the attack.")
    assert story.names("al-Qaeda's branch") == ("JNIM",)


def test_fighters_of_the_group_are_the_group_of_the_sentence_before(read: Reader) -> None:
    story = read("M23 rebels fled.", "Fighters of the group entered Katogota at dawn.")
    assert story.names("Fighters") == ("M23",)


def test_rebels_are_those_whom_the_story_called_rebels(read: Reader) -> None:
    story = read(
        "M23 rebels took Walikale. Kigali will keep troops there as long as the FDLR does. "
        "Experts say soldiers of Rwanda fight alongside the rebels."
    )
    assert story.names("rebels") == ("M23",)


def test_who_denies_an_alliance_is_not_also_its_other_side(read: Reader) -> None:
    story = read("The FLA shelled Kidal. It denies being allied with the jihadists.")
    assert "FLA" not in story.names("jihadists")


def test_its_opens_a_sentence_for_the_main_subject_before(read: Reader) -> None:
    story = read(
        "The Gulf Clan has taken over towns that the ELN left. Its leader, Jobanis Avila, met envoys."
    )
    assert story.names("Its") == ("Clan del Golfo",)


def test_its_is_the_nameless_subject_of_its_own_clause(read: Reader) -> None:
    story = read("It was Mali's deadliest ambush since the group began its siege.")
    assert story.names("its") == ()


def test_men_of_a_leader_are_his_group(read: Reader) -> None:
    story = read(
        "Ivan Mordisco, whose Central General Staff rejects the deal, fled. Mordisco's men burned a bus."
    )
    assert story.names("men") == ("Estado Mayor Central",)


def test_an_iran_backed_group_goes_back_like_any_other(read: Reader) -> None:
    story = read("The Houthis held workers. The Iran-backed group stormed two offices.")
    assert story.names("group") == ("Houthis",)


def test_a_government_met_in_a_capital_need_not_sit_there(read: Reader) -> None:
    story = read("The Gulf Clan began negotiations with the government in Doha, mediated by Qatar.")
    assert story.names("government") == ()


def test_a_former_office_is_nobodys_employer_now(read: Reader) -> None:
    story = read("Bernard Ilunga, a former head of Congo's electoral commission, spoke.")
    assert story.one("Bernard Ilunga").serves is None


def test_an_arabic_name_ends_with_its_last_part(read: Reader) -> None:
    story = read("Abdul-Malik al-Houthi, the movement's leader, vowed revenge.")
    assert story.all("Houthi") == []
