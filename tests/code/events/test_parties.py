"""Whom a row names: doers and targets that stand away from the verb."""

from __future__ import annotations

import pytest


def test_a_claim_in_a_relative_clause_names_the_doer(events_of):
    (attack,) = events_of(
        "The attack, for which Fano claimed responsibility, killed 31 soldiers.", Fano="Fano"
    )
    assert attack.actors == ("Fano",)


def test_who_kills_in_a_gunfight_is_its_doer(events_of):
    (fight,) = events_of("India killed three militants in a gunfight near Kulgam.", India="India")
    assert (fight.actors, fight.mode) == (("India",), "firearms")


def test_who_speaks_after_talks_took_part_in_them(events_of):
    text = "Turkey told reporters after talks with Chad that the border was safe."
    (talks,) = events_of(text, Turkey="Turkey", Chad="Chad")
    assert (talks.type, talks.actors, talks.recipients) == ("CONSULT", ("Turkey",), ("Chad",))


def test_a_host_of_talks_hosts_both_sides(events_of):
    names = {"Qatar": "Qatar", "Chad": "Chad", "Mali": "Mali"}
    (talks,) = events_of("Qatar hosted the first direct talks between Chad and Mali.", **names)
    assert (talks.actors, talks.recipients) == (("Qatar",), ("Chad", "Mali"))


def test_what_is_welcomed_names_its_sides(events_of):
    names = {"Qatar": "Qatar", "Chad": "Chad", "Mali": "Mali"}
    told = events_of("Qatar welcomed a resumption of diplomatic ties between Chad and Mali.", **names)
    praise = next(event for event in told if event.type == "SUPPORT")
    assert praise.recipients == ("Chad", "Mali")


def test_a_refusal_keeps_whom_the_act_would_concern(events_of):
    (refusal,) = events_of("Chad said it would not negotiate with Mali.", Chad="Chad", it="Chad", Mali="Mali")
    assert (refusal.type, refusal.actors, refusal.recipients) == ("REJECT", ("Chad",), ("Mali",))


def test_a_decision_belongs_to_who_has_made_it(events_of):
    (act,) = events_of("Chad made a decision to expel the ambassador of Mali.", Chad="Chad", Mali="Mali")
    assert act.actors == ("Chad",)


def test_deaths_told_in_the_next_clause_are_of_the_same_attack(events_of):
    (attack,) = events_of("Fano ambushed an army patrol; four soldiers died.", Fano="Fano")
    assert attack.actors == ("Fano",) and attack.killed is not None and attack.killed.min == 4


@pytest.mark.parametrize("verb", ["staged", "held"])
def test_a_protest_names_who_protests_whatever_its_verb(events_of, verb):
    (protest,) = events_of(f"Activists {verb} a protest in Beijing.")
    assert protest.actors == ("Activists",)


def test_a_landslide_that_blocks_a_road_is_no_protest(events_of):
    assert events_of("Storms killed nine people and a landslide blocked the road to the north.") == []


def test_jets_that_bomb_make_an_airstrike(events_of):
    (strike,) = events_of("Mali's jets bombed a village.", Mali="Mali")
    assert strike.mode == "airstrike"


def test_they_are_the_group_and_not_the_army_that_crushed_it(events_of):
    from brink.code.actors.find import find_actors
    from brink.code.actors.gazetteer import Gazetteer
    from brink.code.passage import Passage, Setting
    from brink.code.pipeline import load_pipeline

    text = "Pakistan's military crushed the TTP. But they are coming back now."
    passage = Passage("d", "d#1", 0, 0, load_pipeline()(text))
    found = find_actors([passage], Setting("d", "d#1", None), Gazetteer.load()).actors
    assert next(m.names for m in found if m.surface == "they") == ("TTP",)


def test_a_bare_toll_takes_day_and_place_of_the_attack_before_it(events_of):
    text = "Fano stormed a base on Monday and killed 33 detainees. Two soldiers died."
    stormed, died = events_of(text, Fano="Fano")[-2:]
    assert died.date == stormed.date is not None


@pytest.mark.parametrize("word", ["Separately, two", "Elsewhere two"])
def test_a_toll_of_another_attack_takes_neither(events_of, word):
    text = f"Fano stormed a base on Monday and killed 33 detainees. {word} soldiers died."
    assert events_of(text, Fano="Fano")[-1].date is None


def test_what_happened_when_has_the_date_before_when(events_of):
    (strike,) = events_of("Tension rose in April, when Mali killed 47 people.", Mali="Mali")
    assert strike.date is not None and strike.date.start.month == 4


def test_a_protest_note_and_its_words_are_one_quarrel(events_of):
    text = "Mali summoned the ambassador of Chad over the raid and condemned unprovoked firing."
    rows = [e for e in events_of(text, Mali="Mali", Chad="Chad") if e.type == "ACCUSE"]
    assert len(rows) == 1


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("Militants shelled a market.", "market"),
        ("Arsonists set fire to the courthouse.", "courthouse"),
        ("Gunmen attacked a bus carrying miners.", "miners"),
        ("Gunmen killed two of the smugglers.", "smugglers"),
        ("A drone strike on a fuel depot caused a fire.", "fuel depot"),
        ("Rebels blew up a pipeline belonging to Chad.", "Chad"),
        ("The raid on the convoy was made by rebels.", "convoy"),
    ],
)
def test_what_was_hit_is_named_by_owner_or_in_the_words_of_the_text(events_of, text, target):
    (attack,) = events_of(text, Chad="Chad")
    assert attack.recipients == (target,)


def test_a_thing_that_was_hit_is_not_counted_among_the_dead(events_of):
    (attack,) = events_of("Rebels destroyed a bridge with explosives.")
    assert (attack.recipients, attack.killed) == (("bridge",), None)


@pytest.mark.parametrize(
    "text",
    [
        "The bishop mourned the murder of a priest by gunmen.",
        "Reports told of the killing of nuns by gunmen.",
    ],
)
def test_who_did_it_stands_below_whom_it_befell(events_of, text):
    (murder,) = events_of(text)
    assert murder.actors == ("gunmen",)


def test_who_condemns_a_raid_is_not_who_made_it(events_of):
    rows = events_of("The condemnation of the raid by Chad was noted in Mali.", Chad="Chad", Mali="Mali")
    assert all("Chad" in row.actors for row in rows if row.type == "ASSAULT")


def test_sides_are_found_where_the_fighting_was(events_of):
    names = {"Fano": "Fano", "Chad": "Chad"}
    (fight,) = events_of("Fighting broke out near the airport between Chad and Fano.", **names)
    assert fight.actors == ("Chad", "Fano")


def test_people_without_a_name_own_what_was_frozen(events_of):
    (freeze,) = events_of("Chad froze the assets of eight smugglers.", Chad="Chad")
    assert freeze.recipients == ("smugglers",)


def test_it_is_not_who_accuses_it(events_of):
    from brink.code.actors.find import find_actors
    from brink.code.actors.gazetteer import Gazetteer
    from brink.code.passage import Passage, Setting
    from brink.code.pipeline import load_pipeline

    text = "Eritrea sent troops across the border, and Ethiopia accused it of aggression."
    passage = Passage("d", "d#1", 0, 0, load_pipeline()(text))
    found = find_actors([passage], Setting("d", "d#1", None), Gazetteer.load()).actors
    assert next(m.names for m in found if m.surface == "it") == ("Eritrea",)


def test_blame_for_an_act_falls_on_who_did_it_and_not_on_who_suffered(events_of):
    rows = events_of("The commission blamed the massacre of 32 villagers on paramilitaries.")
    assert all("paramilitaries" not in row.recipients for row in rows if row.type == "ASSAULT")


def test_strikes_and_whom_they_targeted_are_one_attack(events_of):
    (strike,) = events_of(
        "Chad carried out strikes on the suburbs, targeting a rebel commander.", Chad="Chad"
    )
    assert strike.actors == ("Chad",)


def test_who_was_seized_and_killed_suffered_both_from_one_doer(events_of):
    rows = events_of("The mayor was kidnapped and killed by bandits.")
    assert {row.actors for row in rows} == {("bandits",)}


def test_those_who_were_marching_protest(events_of):
    rows = events_of("Police fired tear gas at teachers who were marching on the education ministry.")
    assert [row.actors for row in rows if row.type == "PROTEST"] == [("teachers",)]


def test_who_attacks_a_ruling_harms_nobody(events_of):
    rows = events_of("Critics attacked the court's ruling on Monday.")
    assert "ASSAULT" not in [row.type for row in rows]


@pytest.mark.parametrize("clause", ["that the rebels held", "which the army had held", "that carried"])
def test_a_clause_without_an_object_of_its_own_names_nobody_in_the_thing(events_of, clause):
    (attack, *_) = events_of(f"Gunmen attacked the lorry {clause} near the river.")
    assert attack.recipients == ("lorry",)


def test_where_borders_meet_nobody_meets(events_of):
    names = {"Libya": "Libya", "Egypt": "Egypt", "militia": "Fano"}
    events = events_of("The militia attacked a post where Libya and Egypt meet.", **names)
    assert [event.type for event in events] == ["ASSAULT"]
