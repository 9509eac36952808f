"""Nouns that several states share, and acts of speech told in the passive."""

from __future__ import annotations

import pytest

from tests.code.events.test_sides import rows


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("US and British activists staged a protest in Beijing.", {"US activists", "British activists"}),
        ("French, German and Italian envoys met the Iranian president.", {"France", "Germany", "Italy"}),
        ("The foreign ministers of Kenya, Uganda and Rwanda met in Kigali.", {"Kenya", "Uganda", "Rwanda"}),
        ("The ambassadors of Ghana and Togo met the king of Morocco.", {"Ghana", "Togo"}),
    ],
)
def test_those_who_share_a_noun_act_together(text, who):
    (row,) = rows(text)
    assert set(row.actors) == who


def test_activists_of_a_state_are_not_the_state():
    (row,) = rows("French and German activists blocked a road.")
    assert set(row.actors) == {"French activists", "German activists"}


def test_forces_that_share_their_noun_are_forces_both():
    (row,) = rows("Turkish and Syrian forces clashed near Manbij.")
    assert set(row.actors) == {"Turkish Armed Forces", "Syrian Army"}


def test_a_group_before_and_shares_no_noun_with_a_state():
    (row,) = rows("Hezbollah and Israeli troops fought near Naqoura.")
    assert "Hezbollah" in row.actors


@pytest.mark.parametrize(
    ("text", "kind", "doers", "target"),
    [
        ("Myanmar was condemned over the killings.", "ACCUSE", (), "Myanmar"),
        ("Serbia was warned by France over the arrests.", "THREATEN", ("France",), "Serbia"),
        ("Kenya was threatened by Eritrea with war.", "THREATEN", ("Eritrea",), "Kenya"),
    ],
)
def test_words_against_a_state_told_in_the_passive_make_a_row(text, kind, doers, target):
    (row,) = (event for event in rows(text) if event.type == kind)
    assert (row.actors, row.recipients) == (doers, (target,))


@pytest.mark.parametrize(
    "text", ["The town is threatened by floods.", "The deal was criticized as a betrayal."]
)
def test_what_threatens_without_a_will_and_what_is_no_party_make_no_row(text):
    assert rows(text) == []


def test_a_congress_by_name_is_a_body_and_no_meeting():
    (row,) = (event for event in rows("Congress asked Kenya to help Ukraine.") if event.type == "REQUEST")
    assert (row.actors, row.recipients) == (("Congress",), ("Kenya",))


@pytest.mark.parametrize(
    "text",
    [
        "Police opened fire on demonstrators trying to storm the palace on Tuesday, killing at least five.",
        "Soldiers shot at migrants trying to cross the river, killing five.",
    ],
)
def test_the_dead_are_of_the_act_and_not_of_what_the_shot_tried_to_do(text):
    row = next(event for event in rows(text) if event.killed is not None)
    assert row.status == "happened"
    assert row.recipients[0] in {"demonstrators", "migrants"}


def test_a_plan_keeps_the_toll_it_was_to_have():
    (row,) = rows("Rebels planned to bomb a market, killing hundreds.")
    assert (row.status, row.killed is not None) == ("planned", True)


def test_who_marched_before_and_did_not_do_what_others_did_after():
    text = "Thousands of students marched in Lagos on Monday, and pro-government thugs attacked them."
    doers = {event.type: event.actors for event in rows(text)}
    assert "students" not in doers["ASSAULT"]
    assert doers["PROTEST"] == ("students",)


def test_what_somebody_calls_repression_is_not_his_deed():
    (row,) = rows("The opposition leader condemned what he called brutal repression and left.")
    assert row.type == "ACCUSE"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Unions announced a national strike for Friday.", "PROTEST"),
        ("The strike by nurses ended on Sunday.", "PROTEST"),
        ("Unions began a strike against the reform on Monday.", "PROTEST"),
        ("Russia began a strike on Kyiv.", "ASSAULT"),
        ("The army announced strikes on rebel camps.", "ASSAULT"),
        ("The coalition announced air strikes against the Houthis.", "ASSAULT"),
    ],
)
def test_a_strike_of_workers_is_no_strike_of_bombers(text, kind):
    assert [event.type for event in rows(text)] == [kind]


def test_who_blocks_a_round_of_sanctions_imposes_none():
    (row,) = rows("Hungary blocked a new round of EU sanctions.")
    assert (row.type, row.actors, row.recipients) == ("REJECT", ("Hungary",), ("European Union",))


def test_a_village_is_where_an_attack_was_whatever_its_words():
    (row,) = rows(
        "Suspected Allied Democratic Forces rebels attacked the village of Mayi-Moya, killing seven people."
    )
    assert (row.actors, row.recipients) == (("ADF",), ("people",))


def test_a_body_says_what_it_is_for():
    (row,) = rows("The Kenya Institute for Border Studies condemned the police.")
    assert row.actors == ("Kenya Institute for Border Studies",)


def test_forces_that_enter_another_country_are_mobilised():
    (row,) = rows("Turkish forces entered Syria on Monday.")
    assert (row.type, row.actors) == ("MOBILIZE", ("Turkish Armed Forces",))


def test_police_who_enter_a_school_at_home_are_not():
    assert rows("Turkish police entered a school in Ankara.") == []


def test_the_use_of_force_uses_nobody():
    (row,) = rows("The president ruled out the use of force.")
    assert row.recipients == ()


def test_what_a_headline_tells_in_the_present_happened_once():
    (row,) = rows("Rebels attack army base near Gao")
    assert not row.summary


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Security forces lobbed tear gas shells to disperse them.", "COERCE"),
        ("Greece and Israel sent rescue teams to Turkey.", "AID"),
        ("France sent a team of police to Haiti.", "MOBILIZE"),
        ("Nigerien forces handed over 55 Boko Haram members to Nigeria.", "COOPERATE"),
        ("Merchants called a 24-hour shutdown in Imphal.", "PROTEST"),
        ("The Assam Rifles recovered 14 weapons from a hideout.", "COERCE"),
    ],
)
def test_the_object_tells_what_the_act_is(text, kind):
    assert [event.type for event in rows(text)] == [kind]


def test_gunmen_who_barricade_themselves_protest_against_nobody():
    assert rows("Around 30 gunmen barricaded themselves inside a monastery.") == []


def test_who_frees_inmates_of_a_stormed_prison_releases_nobody():
    assert [event.type for event in rows("Armed gangs stormed two prisons and freed 3,700 inmates.")] == [
        "ASSAULT"
    ]


def test_those_who_hold_the_ground_did_not_kill_the_dead_of_a_disaster():
    assert rows("More than 900 people died in rebel-held areas.") == []


def test_a_state_of_emergency_is_no_state():
    (row,) = rows("Authorities extended the state of emergency by three months.")
    assert row.recipients == ()


def test_the_deed_of_a_man_is_not_that_of_his_people():
    text = "Police detained Milan Radic, a Kosovo Serb politician who admitted organising the ambush."
    row = next(event for event in rows(text) if event.type == "ASSAULT")
    assert row.actors == ("Milan Radic",)


def test_what_an_army_says_it_did_is_its_own_deed():
    text = "ISWAP attacked a Chadian army position in Niger. The army said it killed 96 militants."
    assert "ISWAP" not in rows(text)[-1].actors


def test_the_state_that_owns_a_man_does_not_act_beside_him():
    text = "Nurses began a strike last week. Bolivia's Evo Morales expressed solidarity with Maduro."
    assert rows(text)[-1].actors == ("Evo Morales",)


def test_a_national_guard_keeps_its_first_word():
    (row,) = rows("In Lima, National Guard troops fired rubber bullets at students.")
    assert row.actors == ("National Guard troops",)


@pytest.mark.parametrize(
    "text",
    [
        "The army killed 12 rebels in an operation near Gao on Monday.",
        "Soldiers killed 12 men during the operation.",
    ],
)
def test_the_dead_of_an_operation_that_nobody_names_keep_their_row(text):
    (row,) = rows(text)
    assert (row.type, row.killed is not None and row.killed.min) == ("ASSAULT", 12)
