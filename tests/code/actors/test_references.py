"""Pronouns and descriptions: resolved where a rule can be right, else left open."""

from __future__ import annotations

import pytest

from tests.code.actors.conftest import Reader


def test_he_is_the_last_person_who_was_subject(read: Reader) -> None:
    story = read("General Abdel Fattah al-Burhan spoke in Port Sudan. He accused the UAE of sending arms.")
    assert story.names("He") == ("Abdel Fattah al-Burhan",)


def test_it_is_the_last_subject_that_can_be_it(read: Reader) -> None:
    story = read("Rwanda closed the crossing. It also recalled its envoy.")
    assert story.names("It") == ("Rwanda",)


def test_it_is_nobody_in_it_is_clear_that(read: Reader) -> None:
    assert read("Turkey struck Duhok. It is unclear who died.").all("It") == []


def test_it_as_object_is_left_alone(read: Reader) -> None:
    assert read("Qatar brokered the deal, and rebels may break it.").all("it") == []


def test_they_are_the_last_many(read: Reader) -> None:
    story = read("The Houthis boarded a tanker. They freed the crew later.")
    assert story.names("They") == ("Houthis",)


def test_them_is_not_who_acts_on_them(read: Reader) -> None:
    story = read("The ELN freed two soldiers. The ELN handed them to the Red Cross.")
    assert "ELN" not in story.names("them")


def test_we_is_the_speakers_side(read: Reader) -> None:
    story = read('"We will answer," said TTP commander Omar Wazir.')
    assert story.names("We") == ("TTP",)


def test_a_spokesman_of_a_ministry_says_we_for_the_state(read: Reader) -> None:
    story = read("“We regret the loss,” US State Department spokesman Paul Greer said.")
    assert story.names("We") == ("United States",)


def test_we_without_a_speaker_stays_open(read: Reader) -> None:
    mention = read("“We want peace.”").one("We")
    assert mention.names == ()
    assert mention.because


def test_the_group_is_the_last_group(read: Reader) -> None:
    story = read("Al-Shabaab mortared Kismayo.", "The group said it had killed nine.")
    assert story.names("group") == ("al-Shabaab",)


def test_the_group_stays_open_between_two(read: Reader) -> None:
    story = read("Clashes pitted JNIM against the Islamic State. Officials said the group lost ten men.")
    mention = story.one("group")
    assert mention.names == ()
    assert "JNIM" in mention.because
    assert "Islamic State" in mention.because


def test_the_army_is_the_army_named_before(read: Reader) -> None:
    story = read("The Lebanese Army reopened the road.", "The army said nobody was hurt.")
    assert story.names("army") == ("Lebanese Army",)


def test_the_army_is_that_of_the_only_state(read: Reader) -> None:
    assert read("Clashes spread in Cameroon.", "The army sent troops.").names("army") == ("Cameroonian Army",)


def test_the_army_stays_open_between_two_states(read: Reader) -> None:
    assert read("Chad and Cameroon share the lake.", "The army sent boats.").names("army") == ()


def test_both_sides_are_the_two_named_before(read: Reader) -> None:
    story = read("Armenia and Azerbaijan met in Geneva.", "Both sides agreed to go on.")
    assert set(story.names("sides")) == {"Armenia", "Azerbaijan"}


def test_two_countries_count_ministries_as_their_state(read: Reader) -> None:
    story = read("The State Department thanked Kenya.", "The two countries will train police.")
    assert set(story.names("countries")) == {"United States", "Kenya"}


def test_the_country_is_the_nearest_one(read: Reader) -> None:
    story = read("Egypt approved aid for Libya to help fight cholera in the country.")
    assert story.names("country") == ("Libya",)


def test_its_leadership_is_that_of_the_group(read: Reader) -> None:
    story = read("Hezbollah said its leadership was safe.")
    assert story.names("leadership") == ("Hezbollah",)


def test_the_armys_commander_is_the_armys(read: Reader) -> None:
    story = read("The Sudanese army retook Wad Madani. The army's commander visited troops.")
    assert story.names("commander") == ("Sudanese Armed Forces",)


@pytest.mark.parametrize("pronoun", ["He", "They"])
def test_a_pronoun_with_nobody_before_it_stays_open(read: Reader, pronoun: str) -> None:
    mention = read(f"{pronoun} left at dawn.").one(pronoun)
    assert (mention.names, mention.how) == ((), "pronoun")
    assert mention.because


def test_it_that_was_the_first_of_its_kind_is_what_happened(read: Reader) -> None:
    story = read("The ELN bombed a pipeline. It was the first attack in a year.")
    assert not story.all("It")


def test_their_is_of_those_named_beside_what_is_owned(read: Reader) -> None:
    story = read(
        "Nurses said RSF fighters shot patients and their companions. Jets hit Israel and its allies."
    )
    assert (story.names("their"), story.names("its")) == ((), ("Israel",))


def test_a_word_that_a_name_ends_with_is_that_name_again(read: Reader) -> None:
    story = read(
        "The Sudan Doctors Network blamed the RSF. The network's spokesman, Omar Faisal, spoke later."
    )
    assert story.names("network") == ("Sudan Doctors Network",)


def test_the_army_is_the_only_one_named_in_the_story_however_long_ago(read: Reader) -> None:
    between = " ".join(f"Markets in town {place} were closed." for place in "ABCDEFG")
    story = read(
        f"Sudan's army chief met envoys on Monday. {between} Envoys flew to the UAE. The army said it won."
    )
    assert story.all("army")[-1].names == ("Sudanese Armed Forces",)


def test_the_army_is_of_the_government_told_of_and_not_of_where_trucks_come_from(read: Reader) -> None:
    story = read(
        "Gunmen attacked a base in Mali, the country's interim government said. Trucks from Algeria were burned. "
        "The military bombed a camp. The army admitted that it had lost an aircraft."
    )
    assert story.names("military") == ("FAMa",)
    assert story.names("army") == ("FAMa",)


def test_the_security_forces_are_those_that_a_press_wing_speaks_for(read: Reader) -> None:
    story = read("The operation is over, the ISPR said. Nine members of the security forces died.")
    assert story.names("security forces") == ("Pakistan Army",)


@pytest.mark.parametrize(
    ("text", "office", "who"),
    [
        ("President William Ruto met envoys. The president left for Paris.", "president", ("William Ruto",)),
        ("Foreign Minister Wang Yi met envoys. The minister left.", "minister", ("Wang Yi",)),
        ("President Ann Holm met President Bo Lund. The president left.", "president", ()),
        ("Premier Ann Holm met the premier of Japan. The premier left.", "premier", ()),
    ],
)
def test_an_office_goes_back_to_the_one_person_named_with_it(read: Reader, text, office, who) -> None:
    assert read(text).names(office) == who


def test_they_are_not_the_party_when_people_of_none_spoke(read: Reader) -> None:
    story = read("Analysts expect the Taliban to answer. An incursion is unlikely, they say.")
    assert story.names("they") == ()


def test_the_group_that_a_known_person_leads_is_their_own(read: Reader) -> None:
    story = read("The Haqqani network and al-Qaida share camps. Noor Wali Mehsud, the group's leader, left.")
    assert story.names("group") == ("TTP",)


def test_the_group_stays_open_between_two_that_act_together(read: Reader) -> None:
    story = read("The ELN and the Estado Mayor Central attacked a base. The group claimed nine kills.")
    assert story.names("group") == ()


def test_they_are_both_of_two_that_act_together(read: Reader) -> None:
    story = read("Israel and Hamas agreed on a truce. They will exchange prisoners.")
    assert story.names("They") == ("Israel", "Hamas")


def test_fighters_of_both_are_of_both(read: Reader) -> None:
    story = read("Boko Haram and ISWAP fought on Lake Chad. Their fighters burned villages.")
    assert story.names("fighters") == ("Boko Haram", "ISWAP")


def test_who_kills_soldiers_does_not_own_them(read: Reader) -> None:
    story = read("The Nigerian army said ISWAP had killed two of its soldiers.")
    assert story.names("its") == ("Nigerian Army",)


def test_commanders_that_an_army_arrests_are_a_groups(read: Reader) -> None:
    story = read("Al-Shabaab shelled a base of Ethiopian troops. The army arrested two of their commanders.")
    assert story.names("commanders") == ("al-Shabaab",)


def test_officials_of_a_capital_serve_its_government(read: Reader) -> None:
    story = read("Kabul diplomats met traders, Washington security officials said.")
    assert story.one("Kabul diplomats").names == ("Afghan Taliban",)
    assert story.one("Washington security officials").country == "US"


def test_congress_is_that_of_the_one_state_that_has_one(read: Reader) -> None:
    assert read("Peru's president resigned. Congress met at once.").names("Congress") == (
        "Peruvian parliament",
    )
    assert read("India's Congress blamed the BJP.").names("India's Congress") == ("Indian National Congress",)


def test_a_state_that_is_fired_at_is_one_of_the_two_sides(read: Reader) -> None:
    story = read("Iran fired missiles at Israel. The two sides exchanged fire for a week.")
    assert set(story.names("sides")) == {"Iran", "Israel"}


def test_a_leadership_abroad_is_whose_the_pronoun_says(read: Reader) -> None:
    assert read("Hamas said Israel had struck its leadership in Qatar.").names("leadership") == ("Hamas",)


def test_who_hits_soldiers_does_not_own_them(read: Reader) -> None:
    story = read("Turkey said that Israel had hit its soldiers in Syria.")
    assert story.names("soldiers") == ("Turkish Armed Forces",)


def test_a_force_of_no_known_state_can_be_gone_back_to(read: Reader) -> None:
    story = read(
        "The raids were launched by the ELN, who are given refuge by their patrons, the National Guard."
    )
    assert "ELN" in story.everybody


def test_two_that_one_sentence_tells_apart_are_not_one(read: Reader) -> None:
    story = read("The Taliban gave a haven to the Tehreek-e-Taliban Pakistan (TTP).")
    assert story.names("Taliban") == ("Afghan Taliban",)
    story = read(
        "The Taliban, formally the Tehreek-e-Taliban Pakistan (TTP), killed nine men. The Taliban fled."
    )
    assert story.names("Taliban") == ("TTP",)
