"""Which events are told to be one happening, and which are not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.code.incidents import Names, Telling, join_events
from brink.code.incidents.spots import kilometres
from brink.code.rows import Count, Event, Place, Quote
from brink.dates import DateInterval

GAO = Place("Gao", "ML", 16.27, -0.04, "town")
MENAKA = Place("Menaka", "ML", 15.92, 2.40, "town")
MALI = Place("Mali", "ML", 17.0, -4.0, "country")


unrelated = Names(related=lambda a, b: False, known=lambda name: name[0].isupper())


def an_event(number: int, **changes: object) -> Event:
    fields: dict[str, object] = {
        "id": f"e{number:010d}",
        "story": f"{number}.txt#1",
        "quote": Quote(f"{number}.txt", 0, 5, "words"),
        "type": "ASSAULT",
        "mode": None,
        "actors": ("JNIM",),
        "recipients": ("Malian Army",),
        "date": DateInterval.day(date(2024, 3, 21)),
        "place": GAO,
        "status": "happened",
        "source": None,
        "killed": None,
        "injured": None,
        "abducted": None,
        "amount": None,
        "confidence": 0.7,
        "because": (),
    }
    return Event(**{**fields, **changes})  # type: ignore[arg-type]


def told(*events: Event, families: dict[str, str] | None = None) -> list[Telling]:
    families = families or {}
    return [Telling(e, families.get(e.story, e.story), f"words of {e.id}") for e in events]


def test_two_agencies_on_one_attack_are_one_incident_with_two_sources():
    found = join_events(told(an_event(1), an_event(2)), unrelated)
    assert [(len(i.events), i.sources) for i in found] == [(2, 2)]


def test_copies_of_one_report_are_one_source():
    found = join_events(told(an_event(1), an_event(2), families={"1.txt#1": "f", "2.txt#1": "f"}), unrelated)
    assert [(len(i.events), i.sources) for i in found] == [(2, 1)]


def test_attacks_on_different_days_stay_apart():
    later = an_event(2, date=DateInterval.day(date(2024, 3, 29)))
    assert len(join_events(told(an_event(1), later), unrelated)) == 2


def test_attacks_in_different_towns_on_one_day_stay_apart():
    assert len(join_events(told(an_event(1), an_event(2, place=MENAKA)), unrelated)) == 2


def test_a_country_alone_is_too_little_to_join_across_stories():
    vague = an_event(2, place=MALI, recipients=())
    assert len(join_events(told(an_event(1), vague), unrelated)) == 2


def test_conflicting_tolls_are_kept_by_source():
    a, b = an_event(1, killed=Count(46, 46)), an_event(2, killed=Count(20, None))
    (incident,) = join_events(told(a, b), unrelated)
    assert incident.killed is not None
    assert (incident.killed.min, incident.killed.max) == (20, 46)
    assert [(row.min, row.max) for row in incident.killed.by_source] == [(46, 46), (20, None)]


def test_ranges_that_do_not_meet_are_a_dispute_and_open_ones_that_do_are_not():
    (meets,) = join_events(
        told(an_event(1, killed=Count(46, 46)), an_event(2, killed=Count(20, None))), unrelated
    )
    (apart,) = join_events(
        told(an_event(1, killed=Count(46, 46)), an_event(2, killed=Count(20, 25))), unrelated
    )
    assert meets.killed is not None and not meets.killed.disputed
    assert apart.killed is not None and apart.killed.disputed


def test_what_may_happen_is_never_joined_to_what_did():
    assert len(join_events(told(an_event(1), an_event(2, status="possible")), unrelated)) == 2


def test_another_attacker_on_the_same_day_in_the_same_town_is_another_attack():
    assert len(join_events(told(an_event(1), an_event(2, actors=("Islamic State Sahel",))), unrelated)) == 2


def test_a_faction_and_its_group_may_be_one_doer():
    related = Names(related=lambda a, b: {a, b} == {"JNIM", "Katiba Macina"}, known=lambda name: True)

    assert len(join_events(told(an_event(1), an_event(2, actors=("Katiba Macina",))), related)) == 1


def test_words_for_nobody_in_particular_contradict_nobody():
    assert len(join_events(told(an_event(1), an_event(2, actors=("gunmen",))), unrelated)) == 1


def test_one_large_bombing_told_with_its_day_and_with_its_month_is_one():
    day = an_event(1, mode="explosives", killed=Count(30, None))
    month = an_event(2, mode="explosives", killed=Count(64, 64), date=DateInterval.month(2024, 3))
    small = an_event(3, mode="explosives", killed=Count(2, 2), date=DateInterval.month(2024, 3))
    assert [len(i.events) for i in join_events(told(day, month, small), unrelated)] == [2, 1]


def test_the_number_of_many_dead_stands_for_a_place_that_is_not_told():
    day = an_event(1, mode="airstrike", killed=Count(47, None))
    month = an_event(2, mode="airstrike", killed=Count(47, 47), date=DateInterval.month(2024, 3), place=None)
    (one,) = join_events(told(day, month), unrelated)
    assert len(one.events) == 2
    assert one.because == ("e0000000002 joined: same date, doer, target, mode and many dead as e0000000001",)


@pytest.mark.parametrize(
    "other",
    [
        {"killed": Count(46, 46)},
        {"mode": "explosives"},
        {"date": DateInterval.month(2024, 4)},
        {"place": MENAKA},
        {"actors": ("Malian Army",)},
        {"status": "planned"},
    ],
)
def test_many_dead_of_another_number_mode_month_place_or_doer_are_another_attack(other: dict[str, object]):
    day = an_event(1, mode="airstrike", killed=Count(47, None))
    told_by_month = {
        "mode": "airstrike",
        "killed": Count(47, 47),
        "date": DateInterval.month(2024, 3),
        "place": None,
    }
    month = an_event(2, **{**told_by_month, **other})
    assert [len(i.events) for i in join_events(told(day, month), unrelated)] == [1, 1]


def test_few_dead_of_one_number_and_month_stay_apart():
    day = an_event(1, mode="airstrike", killed=Count(7, 7))
    month = an_event(2, mode="airstrike", killed=Count(7, 7), date=DateInterval.month(2024, 3), place=None)
    assert [len(i.events) for i in join_events(told(day, month), unrelated)] == [1, 1]


def test_the_same_number_of_hurt_on_one_day_speaks_for_one_attack():
    a = an_event(1, place=None, recipients=(), killed=Count(1, 1), injured=Count(15, 15))
    b = an_event(2, place=None, recipients=(), killed=Count(1, 1), injured=Count(15, 15))
    c = an_event(3, place=None, recipients=(), killed=Count(2, 2), injured=Count(15, 15))
    assert [len(i.events) for i in join_events(told(a, b, c), unrelated)] == [2, 1]


def test_an_unnamed_attacker_contradicts_nobody():
    assert len(join_events(told(an_event(1), an_event(2, actors=())), unrelated)) == 1


def test_an_analyst_can_part_what_the_rules_join_and_join_what_they_part():
    a, b, c = an_event(1), an_event(2), an_event(3, place=MENAKA)
    found = join_events(told(a, b, c), unrelated, apart=[(a.id, b.id)], together=[(a.id, c.id)])
    assert sorted(i.events for i in found) == [(a.id, c.id), (b.id,)]


def test_an_event_that_contradicts_a_later_member_is_not_chained_in():
    first = an_event(1, actors=())
    second = an_event(2, actors=("JNIM",))
    third = an_event(3, actors=("Islamic State Sahel",))
    assert [len(i.events) for i in join_events(told(first, second, third), unrelated)] == [2, 1]


@given(st.lists(st.tuples(st.integers(1, 5), st.sampled_from([GAO, MENAKA, MALI, None])), max_size=25))
def test_every_event_is_in_exactly_one_incident(drawn: list[tuple[int, Place | None]]):
    events = [
        an_event(n, date=DateInterval.day(date(2024, 3, day)), place=place)
        for n, (day, place) in enumerate(drawn)
    ]
    members = [event for incident in join_events(told(*events), unrelated) for event in incident.events]
    assert sorted(members) == sorted(event.id for event in events)


def test_kilometres_by_hand():
    # One degree of latitude is 6371 · π / 180 = 111.19 km.
    assert kilometres(34.0, 71.5, 35.0, 71.5) == pytest.approx(111.19, abs=0.01)


def test_a_bare_toll_just_after_an_attack_is_of_that_attack():
    bare = an_event(
        2, story="1.txt#1", actors=(), recipients=("soldiers",), date=None, place=None, killed=Count(7, 7),
        quote=Quote("1.txt", 62, 90, "Seven soldiers were killed"),
    )  # fmt: skip
    (incident,) = join_events(told(an_event(1, recipients=()), bare), unrelated)
    assert incident.killed is not None and incident.killed.min == 7


def test_a_toll_far_from_an_attack_or_with_a_day_of_its_own_is_another():
    first = an_event(1, recipients=())
    far = an_event(
        2, story="1.txt#1", actors=(), date=None, place=None, quote=Quote("1.txt", 900, 920, "Nine died")
    )
    dated = an_event(
        3, story="1.txt#1", actors=(), place=None, date=DateInterval.day(date(2023, 1, 5)),
        quote=Quote("1.txt", 30, 50, "nine died in January"),
    )  # fmt: skip
    assert len(join_events(told(first, far), unrelated)) == 2
    assert len(join_events(told(first, dated), unrelated)) == 2


def in_story(number: int, start: int, **changes: object) -> Event:
    return an_event(number, story="a.txt#1", quote=Quote("a.txt", start, start + 5, "words"), **changes)


BARE = {"actors": (), "recipients": ("people",), "date": None, "place": None}


def test_tolls_that_add_up_to_that_of_the_whole_are_its_parts():
    whole = in_story(1, 0, killed=Count(47, None), mode="airstrike")
    parts = [in_story(2, 100, **BARE | {"place": MENAKA}, killed=Count(41, 41))]
    parts.append(in_story(3, 200, **BARE, killed=Count(6, 6)))
    (incident,) = join_events(told(whole, *parts), unrelated)
    assert (incident.killed and incident.killed.min, incident.place) == (47, GAO)
    assert incident.counted == ("41 and 6 make up its 47",)


def test_tolls_that_do_not_add_up_stay_apart():
    whole = in_story(1, 0, killed=Count(47, None), mode="airstrike")
    other = in_story(2, 100, **BARE | {"place": MENAKA}, killed=Count(40, 40))
    assert len(join_events(told(whole, other), unrelated)) == 2


def test_a_count_of_children_belongs_to_the_only_strike_of_those_days_and_is_no_toll_of_it():
    strike = an_event(1, mode="airstrike", killed=Count(47, 47))
    some = {"actors": (), "recipients": ("Malian Army", "children"), "place": None}
    children = an_event(2, mode="airstrike", killed=Count(20, 20), **some)
    (incident,) = join_events(told(strike, children), unrelated)
    assert incident.killed and (incident.killed.min, incident.killed.max, incident.sources) == (47, 47, 2)


def test_a_count_of_children_that_may_be_of_either_strike_joins_none():
    strikes = [
        an_event(n, mode="airstrike", killed=Count(47, 47), place=p) for n, p in ((1, GAO), (2, MENAKA))
    ]
    some = {"actors": (), "recipients": ("Malian Army", "children"), "place": None}
    found = join_events(
        told(*strikes, an_event(3, mode="airstrike", killed=Count(20, 20), **some)), unrelated
    )
    assert [len(i.events) for i in found] == [1, 1, 1]


@pytest.mark.parametrize(("written", "incidents"), [(date(2024, 3, 23), 1), (date(2024, 3, 29), 2)])
def test_a_large_attack_told_without_its_day_joins_that_of_the_days_before_in_its_town(
    written: date, incidents: int
):
    first = Telling(an_event(1, killed=Count(33, 33)), "a", "one")
    undated = an_event(2, killed=Count(25, 25), date=None, actors=(), recipients=("rebels",))
    second = Telling(undated, "b", "two", DateInterval.day(written))
    assert len(join_events([first, second], unrelated)) == incidents


def test_who_suffered_does_not_go_on_as_the_doer_of_the_same_attack():
    before = in_story(1, 0, actors=(), recipients=("JNIM",))
    assert len(join_events(told(before, in_story(2, 50, **BARE | {"actors": ("JNIM",)})), unrelated)) == 2


def test_taking_people_does_not_go_on_as_killing_others():
    before = in_story(1, 0, mode="hostage-taking", actors=("gunmen",), recipients=("workers",))
    murder = in_story(2, 50, **BARE | {"recipients": ("President X",)}, mode="assassination")
    assert len(join_events(told(before, murder), unrelated)) == 2


def test_a_claim_of_the_attack_just_told_is_of_the_same_incident():
    before = in_story(1, 0, actors=(), recipients=("officer",))
    assert len(join_events(told(before, in_story(2, 50, recipients=())), unrelated)) == 1


def test_bombs_elsewhere_on_the_same_day_are_another_incident():
    before = in_story(1, 0, actors=(), recipients=("officer",))
    quote = Quote("a.txt", 50, 90, "bombs went off elsewhere on the same day")
    other = an_event(2, story="a.txt#1", quote=quote, actors=(), recipients=(), place=None)
    assert len(join_events(told(before, other), unrelated)) == 2


def test_what_sums_up_many_happenings_joins_no_happening_and_is_no_incident_to_count():
    told_twice = [an_event(1), an_event(2, summary=True), an_event(3, summary=True)]
    found = join_events(told(*told_twice), unrelated)
    assert [(len(i.events), i.summary) for i in found] == [(1, False), (1, True), (1, True)]


def test_two_sources_of_which_one_counts_both_sides_give_a_range():
    fight = [
        an_event(1, recipients=("soldiers",), killed=Count(12, 12)),
        an_event(2, story="1.txt#1", recipients=("militants",), killed=Count(8, 8), actors=()),
        an_event(3, recipients=("soldiers",), killed=Count(15, 15)),
    ]
    (incident,) = join_events(told(*fight), unrelated)
    assert incident.killed is not None and (incident.killed.min, incident.killed.max) == (15, 20)
    assert [row.adds for row in incident.killed.by_source] == [("e0000000002",), ()]


@pytest.mark.parametrize(
    ("words", "incidents"), [("They killed 12 soldiers", 1), ("JNIM killed 12 soldiers", 2)]
)
def test_they_goes_back_to_the_doers_told_just_before(words: str, incidents: int):
    first = an_event(1, story="1.txt#1", recipients=("post",))
    quote = Quote("1.txt", 40, 40 + len(words), words)
    later = an_event(2, story="1.txt#1", recipients=("soldiers",), date=None, place=None, quote=quote)
    assert len(join_events(told(first, later), unrelated)) == incidents
