"""People: presented with an office, called by surname later."""

from __future__ import annotations

from tests.code.actors.conftest import Reader


def test_an_office_says_whom_a_person_serves(read: Reader) -> None:
    story = read("US State Department spokeswoman Dana Whitfield praised the vote.")
    person = story.one("spokeswoman Dana Whitfield")
    assert (person.names, person.kind, person.serves) == (
        ("Dana Whitfield",),
        "person",
        "US State Department",
    )
    assert story.names("US State Department") == ("US State Department",)


def test_a_surname_means_the_person_named_in_full(read: Reader) -> None:
    story = read("Analyst Amina Okonkwo warned of famine.", "Okonkwo blamed the blockade.")
    assert story.names("Okonkwo") == ("Amina Okonkwo",)


def test_a_surname_in_the_headline_means_the_person_named_below(read: Reader) -> None:
    story = read("Okonkwo warns of famine", "Amina Okonkwo, an analyst in Jos, warned of famine.")
    assert story.names("Okonkwo") == ("Amina Okonkwo",)


def test_two_people_of_one_surname_are_not_merged(read: Reader) -> None:
    story = read("Amina Bello met Sani Bello in Jos.", "Bello left early.")
    assert story.names("Bello") == ()
    assert "Amina Bello" in story.one("Bello").because
    assert "Sani Bello" in story.one("Bello").because


def test_a_surname_spelt_without_accents_is_the_same(read: Reader) -> None:
    story = read("Serbian President Aleksandar Vučić spoke.", "Vucic refused to resign.")
    assert story.names("Vucic") == story.names("Vučić") if story.all("Vučić") else ("Aleksandar Vučić",)


def test_a_president_serves_the_state(read: Reader) -> None:
    story = read("Malian President Oumar Dembele left for Dakar.")
    person = next(m for m in story.mentions.actors if m.kind == "person")
    assert (person.serves, person.country) == ("Mali", "ML")


def test_an_army_chief_serves_the_army(read: Reader) -> None:
    story = read("Indian army chief Vikram Rao toured the border.")
    assert next(m for m in story.mentions.actors if m.kind == "person").serves == "Indian Army"


def test_a_leader_of_a_group_serves_it(read: Reader) -> None:
    story = read("Ovidio Salas, a leader of the Sinaloa Cartel, was caught.")
    assert next(m for m in story.mentions.actors if m.kind == "person").serves == "Sinaloa Cartel"


def test_a_namesake_of_a_leader_is_somebody_else(read: Reader) -> None:
    assert read("Hunter Biden said nothing.").everybody == {"Hunter Biden"}


def test_the_president_is_the_one_named_before(read: Reader) -> None:
    story = read("Zelensky thanked Macron.", "The Ukrainian president then flew home.")
    assert story.names("Ukrainian president") == ("Volodymyr Zelensky",)


def test_a_title_with_one_name_is_a_person(read: Reader) -> None:
    assert read("Mullah Yaqoob inspected the border.").everybody == {"Mullah Yaqoob"}


def test_a_nickname_in_the_name_is_the_same_person(read: Reader) -> None:
    story = read('Gang leader Jimmy "Barbecue" Cherizier vowed to fight. Residents said Barbecue had fled.')
    assert story.names("Barbecue") == ("Jimmy Cherizier",)


def test_somebody_known_as_something_else_goes_by_both_names(read: Reader) -> None:
    story = read("Tareq Omar, a warlord known as the Hyena, fled. The Hyena was shot.")
    assert story.names("Hyena") == ("Tareq Omar",)


def test_a_group_without_a_name_owns_its_spokesman(read: Reader) -> None:
    story = read("Suhail Shaheen, the group's spokesperson and UN ambassador, met the Taliban.")
    assert story.one("Suhail Shaheen").serves != "United Nations"
