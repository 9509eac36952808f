"""Tolls of one report: what is told twice, a part of the whole, and the dead of two sides."""

from __future__ import annotations

import pytest

from brink.code.incidents import Names
from brink.code.incidents.sides import Said, in_all
from brink.code.rows import Count

SIDES = {"JNIM": "fighters", "Malian Army": "forces"}
NAMES = Names(lambda a, b: False, lambda name: name[0].isupper(), SIDES.get)


def said(*told: tuple[int, str]) -> tuple[int, int | None]:
    counts = [Said("f", f"e{i}", Count(n, n), tuple(p.split(", "))) for i, (n, p) in enumerate(told)]
    held = in_all(counts, NAMES).count
    return held.min, held.max


@pytest.mark.parametrize(
    ("told", "dead"),
    [
        ([(12, "soldiers"), (8, "militants")], 20),
        ([(12, "soldiers"), (8, "militants"), (20, "people")], 20),
        ([(12, "soldiers"), (8, "militants"), (25, "people")], 25),
        ([(12, "soldiers"), (8, "militants"), (5, "people")], 20),
        ([(12, "Malian Army"), (8, "JNIM")], 20),
        ([(12, "soldiers"), (8, "rebels"), (3, "villagers")], 23),
        ([(6, "soldiers, militants"), (2, "soldiers")], 6),
        ([(9, "soldiers"), (2, "policemen")], 11),
        ([(9, "soldiers"), (2, "policemen"), (11, "security personnel")], 11),
        ([(9, "soldiers"), (2, "officers")], 9),
    ],
)
def test_the_dead_of_two_sides_add_up_unless_all_are_counted_together(told, dead):
    assert said(*told) == (dead, dead)


@pytest.mark.parametrize(
    ("told", "dead"),
    [
        ([(16, "people"), (16, "people")], 16),
        ([(47, "people"), (20, "children")], 47),
        ([(12, "soldiers"), (12, "troops")], 12),
        ([(5, "soldiers"), (1, "suicide bomber")], 5),
        ([(5, "soldiers"), (9, "Mali")], 9),
        ([(14, "women"), (20, "children")], 20),
    ],
)
def test_a_toll_told_again_and_a_part_of_it_are_not_added(told, dead):
    assert said(*told) == (dead, dead)


def test_an_open_count_leaves_the_sum_open():
    counts = [Said("f", "e1", Count(12, 12), ("soldiers",)), Said("f", "e2", Count(8, None), ("rebels",))]
    held = in_all(counts, NAMES)
    assert (held.count, [one.event for one in held.said]) == (Count(20, None), ["e1", "e2"])
