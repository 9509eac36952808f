"""What a governing word makes of the act below it."""

from __future__ import annotations


def rows(events):
    return [(event.type, event.status) for event in events]


def test_a_threat_of_an_act_is_two_rows(events_of):
    events = events_of("Sudan threatened to attack Chad.", Sudan="Sudan", Chad="Chad")
    assert rows(events) == [("THREATEN", "happened"), ("ASSAULT", "possible")]


def test_an_act_announced_by_its_doer_is_a_threat_too(events_of):
    events = events_of("Sudan said Sudan would attack Chad.", Sudan="Sudan", Chad="Chad")
    assert {type_ for type_, _ in rows(events)} == {"THREATEN", "ASSAULT"}


def test_an_offer_of_help_is_planned_aid_and_nothing_else(events_of):
    events = events_of("Kenya offered to train Chad.", Kenya="Kenya", Chad="Chad")
    assert rows(events) == [("AID", "planned")]


def test_a_demand_tells_what_is_demanded(events_of):
    events = events_of("Kenya urged Chad to release the prisoners.", Kenya="Kenya", Chad="Chad")
    assert rows(events) == [("REQUEST", "happened")]


def test_a_denial_denies_the_act(events_of):
    events = events_of("Chad denied attacking Sudan.", Chad="Chad", Sudan="Sudan")
    assert rows(events) == [("ASSAULT", "denied")]


def test_what_somebody_says_must_be_done_is_a_demand(events_of):
    events = events_of("“Chad must stop this,” Kenya said.", Kenya="Kenya", Chad="Chad")
    assert [(e.type, e.actors, e.recipients) for e in events] == [("REQUEST", ("Kenya",), ("Chad",))]


def test_the_article_s_own_advice_is_no_demand(events_of):
    assert events_of("Chad should know the risks.", Chad="Chad") == []


def test_a_refusal_spoken_by_its_doer_is_a_rejection(events_of):
    events = events_of("Kenya said Kenya would not send troops to Chad.", Kenya="Kenya", Chad="Chad")
    assert [(e.type, e.status, e.actors) for e in events] == [("REJECT", "happened", ("Kenya",))]


def test_what_people_are_accused_of_is_possible_beside_the_charge(events_of):
    events = events_of("Sudan accused Chad of arming Libya.", Sudan="Sudan", Chad="Chad", Libya="Libya")
    charge, deed = [(e.type, e.status, e.actors, e.recipients) for e in events]
    assert charge == ("ACCUSE", "happened", ("Sudan",), ("Chad",))
    assert deed == ("AID", "possible", ("Chad",), ("Libya",))
