"""An act and what it did are one row."""

from __future__ import annotations

from brink.code.rows import Count


def test_killing_as_a_participle_belongs_to_the_attack(events_of):
    (event,) = events_of("Sudan attacked a barracks in Kosti, killing six soldiers.", Sudan="Sudan")
    assert (event.type, event.killed) == ("ASSAULT", Count(6, 6))


def test_a_strike_that_killed_is_one_row(events_of):
    (event,) = events_of("A drone strike by Sudan killed 12 villagers.", Sudan="Sudan")
    assert (event.mode, event.actors, event.killed) == ("drone-strike", ("Sudan",), Count(12, 12))


def test_killed_in_an_attack_takes_the_doer_of_the_attack(events_of):
    (event,) = events_of("Four policemen were killed in an attack by Fano.", Fano="Fano")
    assert (event.actors, event.killed) == (("Fano",), Count(4, 4))


def test_one_victim_counts_as_one(events_of):
    (event,) = events_of("Fano assassinated a judge on Sunday.", Fano="Fano")
    assert event.killed == Count(1, 1)


def test_dead_and_wounded_are_kept_apart(events_of):
    (event,) = events_of("Fano bombed a bus, killing two passengers and wounding nine.", Fano="Fano")
    assert (event.killed, event.injured) == (Count(2, 2), Count(9, 9))
