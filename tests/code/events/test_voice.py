"""Who did it and to whom, in every construction that news English uses."""

from __future__ import annotations


def test_an_active_verb_has_its_subject_as_actor(events_of):
    (event,) = events_of("Rwanda attacked Burundi on Monday.", Rwanda="Rwanda", Burundi="Burundi")
    assert (event.type, event.actors, event.recipients) == ("ASSAULT", ("Rwanda",), ("Burundi",))


def test_a_passive_with_a_by_phrase_turns_the_sides_round(events_of):
    (event,) = events_of("Burundi was attacked by Rwanda.", Rwanda="Rwanda", Burundi="Burundi")
    assert (event.actors, event.recipients) == (("Rwanda",), ("Burundi",))


def test_a_passive_without_a_by_phrase_leaves_the_actors_open(events_of):
    (event,) = events_of("Burundi was attacked on Sunday.", Burundi="Burundi")
    assert (event.actors, event.recipients) == ((), ("Burundi",))


def test_an_event_noun_takes_its_possessor_as_actor(events_of):
    (event,) = events_of("Rwanda's attack on Burundi shocked the region.", Rwanda="Rwanda", Burundi="Burundi")
    assert (event.type, event.actors, event.recipients) == ("ASSAULT", ("Rwanda",), ("Burundi",))


def test_a_light_verb_and_its_noun_tell_one_event(events_of):
    events = events_of("Rwanda carried out airstrikes against Burundi.", Rwanda="Rwanda", Burundi="Burundi")
    assert [(e.type, e.mode, e.actors, e.recipients) for e in events] == [
        ("ASSAULT", "airstrike", ("Rwanda",), ("Burundi",))
    ]


def test_coordinated_verbs_share_their_subject(events_of):
    events = events_of(
        "Kenya praised Uganda and condemned Sudan.", Kenya="Kenya", Uganda="Uganda", Sudan="Sudan"
    )
    assert [(e.type, e.actors, e.recipients) for e in events] == [
        ("SUPPORT", ("Kenya",), ("Uganda",)),
        ("ACCUSE", ("Kenya",), ("Sudan",)),
    ]


def test_a_relative_clause_takes_its_antecedent(events_of):
    events = events_of("Kenya, which condemned Sudan, will host a fair.", Kenya="Kenya", Sudan="Sudan")
    assert [(e.type, e.actors, e.recipients) for e in events] == [("ACCUSE", ("Kenya",), ("Sudan",))]


def test_coming_under_attack_is_suffered_by_the_subject(events_of):
    (event,) = events_of("Burundi came under attack on Friday.", Burundi="Burundi")
    assert (event.actors, event.recipients) == ((), ("Burundi",))


def test_claiming_responsibility_makes_the_claimer_the_actor(events_of):
    (event,) = events_of("Fano claimed responsibility for an attack on Kenya.", Fano="Fano", Kenya="Kenya")
    assert (event.actors, event.recipients) == (("Fano",), ("Kenya",))


def test_two_sided_events_list_all_sides(events_of):
    (event,) = events_of("Sudan and Chad clashed near the border.", Sudan="Sudan", Chad="Chad")
    assert set(event.actors) == set(event.recipients) == {"Sudan", "Chad"}


def test_an_adjective_against_is_no_doer(events_of):
    (event,) = events_of("Crowds held anti-Sudan protests in the capital.", Sudan="Sudan")
    assert event.type == "PROTEST"
    assert "Sudan" not in event.actors


def test_where_an_attack_came_from_is_not_who_made_it(events_of):
    (event,) = events_of("Attacks on Sudan from Chad have stopped.", Chad="Chad", Sudan="Sudan")
    assert (event.actors, event.recipients) == ((), ("Sudan",))


def test_a_past_tense_resumed_after_a_comma_keeps_the_subject(events_of):
    events = events_of("Sudan attacked the farmers, killed four of them and left.", Sudan="Sudan")
    assert [event.actors for event in events if event.killed] == [("Sudan",)]
