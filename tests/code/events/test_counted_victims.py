"""Who is counted in a list of victims, where they were, and whose strikes "the strikes" are."""

from __future__ import annotations

import pytest

from brink.dates import DateInterval
from tests.code.events.conftest import Read


@pytest.mark.parametrize(
    ("text", "killed"),
    [
        ("Gunmen killed Hamid ul Haq and four others.", 5),
        ("Hamid ul Haq and four others were killed.", 5),
        ("A blast killed Hamid ul Haq, a cleric, and four others.", 5),
        ("Fighters killed President Idriss Deby and 20 of his soldiers.", 21),
        ("Gunmen killed the mayor and his driver.", 2),
        ("Gunmen killed the commander, his two guards and a child.", 4),
        ("The strike killed 12 people, including the commander and his wife.", 12),
        ("The police chief said the bomber and two others were killed.", 3),
    ],
)
def test_everybody_in_a_list_of_victims_counts_once(read: Read, text: str, killed: int) -> None:
    (row,) = read(text)
    assert row.killed is not None and (row.killed.min, row.killed.max) == (killed, killed)


def test_a_named_victim_beside_at_least_twenty_leaves_the_count_open(read: Read) -> None:
    (row,) = read("Israel killed Hassan Nasrallah and at least 20 other commanders.")
    assert row.killed is not None and (row.killed.min, row.killed.max) == (21, None)


def test_who_somebody_is_is_no_further_victim(read: Read) -> None:
    (row,) = read("The bomb killed Hamid ul Haq, the head of a seminary.")
    assert row.recipients == ("Hamid ul Haq",)


def test_victims_were_struck_where_they_stood(read: Read) -> None:
    (row,) = read("Gunmen shot dead a nurse and the policeman guarding her in Bannu.")
    assert row.place is not None and row.place.name == "Bannu"


def test_where_somebody_lives_is_not_where_he_was_arrested(read: Read) -> None:
    (row,) = read("Police arrested a man living in Berlin.")
    assert row.place is None


def test_the_strikes_are_of_whoever_struck_from_the_air_before(read: Read) -> None:
    rows = read(
        "A suicide attack killed 13 soldiers. Pakistani jets bombed Khost. Kabul said the raids killed nine."
    )
    assert rows[-1].actors == ("Pakistan Army",) and rows[-1].mode == "airstrike"


def test_the_attack_is_nobodys_after_attacks_of_two_doers(read: Read) -> None:
    rows = read("Boko Haram raided Konduga. The army shelled Bama. The attack killed ten.")
    assert rows[-1].actors == ()


def test_the_dead_of_a_strike_are_told_with_it_though_a_source_stands_between(read: Read) -> None:
    (row,) = read("Russia launched a missile attack on Odesa that, officials said, killed 12 people.")
    assert row.actors == ("Russia",) and row.killed is not None and row.killed.min == 12


def test_a_truce_is_called_off_by_a_pronoun(read: Read) -> None:
    rows = read("Rebels signed a truce in May but broke it in June.")
    assert [row.type for row in rows] == ["AGREE", "REJECT"]


@pytest.mark.parametrize(
    "text",
    [
        "An official in Goma, who asked not to be named, spoke to reporters.",
        "Rifles left behind by American forces were sold.",
        "No group claimed responsibility.",
    ],
)
def test_words_that_only_look_like_an_act_have_no_row(read: Read, text: str) -> None:
    assert read(text) == []


def test_what_is_only_threatened_or_tried_is_no_outcome(read: Read) -> None:
    killing, threat, deed = read("Rebels killed two guards and threatened to behead the hostages.")
    assert (killing.recipients, threat.type, deed.status) == (("guards",), "THREATEN", "possible")
    (_, trying) = read("Gunmen attacked a bus and tried to kill the driver.")
    assert trying.status == "possible" and trying.killed is None


def test_of_the_whole_only_the_part_died(read: Read) -> None:
    (row,) = read("At least four of its 25 crew were killed, security sources said.")
    assert row.killed is not None and (row.killed.min, row.killed.max) == (4, None)


def test_whoever_denies_arming_rebels_did_not_arm_them(read: Read) -> None:
    (row,) = read("Rwanda denies arming the M23 and says its troops act in self-defence.")
    assert row.status == "denied"


def test_what_is_called_for_is_no_act_of_who_calls_for_it(read: Read) -> None:
    rows = read(
        "Felix Tshisekedi, speaking in Munich, called on allies to isolate Rwanda and sanction its leaders."
    )
    assert [row.type for row in rows] == ["REQUEST"]


def test_who_leads_part_of_a_group_does_not_fight_for_it(read: Read) -> None:
    (row,) = read("A faction of rebels led by a man known as Kony attacked the town.")
    assert row.actors == ("faction",)


@pytest.mark.parametrize(
    ("text", "types"),
    [
        ("Antonio Guterres warned that the fighting could spread.", []),
        ("Kabul warned it could retaliate.", ["THREATEN", "ASSAULT"]),
        ("Iran warned that any attack would bring a harsh response.", ["THREATEN"]),
    ],
)
def test_a_warning_of_what_others_may_bring_is_no_threat(read: Read, text: str, types: list[str]) -> None:
    assert [row.type for row in read(text)] == types


def test_a_state_bombs_from_the_air_and_a_group_with_bombs(read: Read) -> None:
    (air,) = read("Israel bombed the port of Hodeidah.")
    (ground,) = read("Boko Haram bombed a mosque.")
    assert (air.mode, ground.mode) == ("airstrike", "explosives")


@pytest.mark.parametrize(
    ("text", "doer", "killed"),
    [
        ("Rebels kept up attacks since the killing of Akbar Bugti, a tribal chief, by the army.", "army", 1),
        (
            "Gunmen ambushed a convoy of vehicles carrying pilgrims to Kohat on Friday, killing 42.",
            "gunmen",
            42,
        ),
        ("At least 23 people were killed after gunmen forced them off buses and shot them.", "gunmen", 23),
        ("Islamic State claimed a bombing in Quetta in 2017 that killed 72 people.", "Islamic State", 72),
    ],
)
def test_the_dead_are_those_of_whoever_struck(read: Read, text: str, doer: str, killed: int) -> None:
    row = read(text)[-1]
    assert row.actors == (doer,) and row.killed is not None and row.killed.min == killed


def test_who_is_given_the_means_would_do_the_deed(read: Read) -> None:
    aid, deed = read("The Taliban denies giving haven to militants to attack Pakistan.")
    assert (aid.status, deed.actors, deed.recipients) == ("denied", ("militants",), ("Pakistan",))


@pytest.mark.parametrize(("who", "kind"), [("Militants", "COERCE"), ("Farmers", "PROTEST")])
def test_armed_men_who_block_a_road_coerce(read: Read, who: str, kind: str) -> None:
    assert [row.type for row in read(f"{who} blocked a highway near Lahore.")] == [kind]


def test_nobody_retreats_from_a_tournament(read: Read) -> None:
    assert read("Afghanistan's cricket board withdrew from a series in Pakistan.") == []


def test_bombers_are_what_a_camp_is_attacked_with(read: Read) -> None:
    (row,) = read("The group attacked a camp in Bela with suicide bombers.")
    assert "bombers" not in " ".join(row.recipients)


def test_what_an_attack_is_called_is_no_attack_of_whoever_calls_it_so(read: Read) -> None:
    assert all(row.type != "ASSAULT" for row in read('Qatar called the attack "state terrorism".'))


def test_an_attack_in_which_militants_killed_is_theirs(read: Read) -> None:
    rows = read("Israel struck Gaza after the October 2023 attack, in which militants killed 1,200 people.")
    (row,) = [row for row in rows if row.killed is not None]
    assert row.actors == ("militants",)


def test_a_conflict_has_no_doer_of_its_own(read: Read) -> None:
    rows = read("The PKK has fought Turkey for 40 years. The conflict has killed 40,000 people.")
    assert rows[-1].actors == ()


@pytest.mark.parametrize(
    "text", ["The PKK decided to dissolve itself.", "Fighters burned their weapons near Sulaymaniyah."]
)
def test_what_somebody_does_to_himself_strikes_nobody(read: Read, text: str) -> None:
    assert all(row.type not in {"ASSAULT", "COERCE"} for row in read(text))


def test_the_day_that_is_named_dates_and_not_the_night(read: Read) -> None:
    (row,) = read("Boko Haram raided Darul Jamal overnight on 5 May, killing 63 people.")
    assert row.date == DateInterval.parse("2024-05-05")


def test_those_along_with_whom_somebody_strikes_strike_too(read: Read) -> None:
    (row,) = read("France, along with Britain, bombed the base.")
    assert row.actors == ("France", "United Kingdom") and row.place is None


def test_both_of_whom_something_is_said_are_its_victims(read: Read) -> None:
    (row,) = read("The ministry said more than 460 patients and their companions had been shot dead.")
    assert row.recipients == ("patients", "companions") and row.killed is not None and row.killed.max is None


def test_what_hangs_on_a_condition_has_no_row(read: Read) -> None:
    assert read("Its economy would suffer if the EU joined the US in imposing tariffs on its oil.") == []


def test_an_attack_since_which_something_goes_on_is_of_its_own_month(read: Read) -> None:
    rows = read(
        "Israel has struck Gaza since the October 2023 attack, in which militants killed 1,200 people."
    )
    (row,) = [row for row in rows if row.killed is not None]
    assert row.date == DateInterval.parse("2023-10")
