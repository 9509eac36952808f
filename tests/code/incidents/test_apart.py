"""Reports that share much and tell of different happenings, and those that differ and tell of one."""

from __future__ import annotations

import pytest

from brink.code.incidents import join_events
from brink.code.rows import ALLEGED, Count, Place, Quote
from tests.code.incidents.test_join import GAO, an_event, told, unrelated

RAFAH = Place("Rafah", "PS", 31.3, 34.3, "district")
YOUNIS = Place("Khan Younis", "PS", 31.3, 34.3, "district")
BAMENDA = Place("Bamenda", "CM", 5.96, 10.15, "town")
BAFUT = Place("Bafut", "CM", 6.08, 10.10, "town")
DELGADO = Place("Cabo Delgado", "MZ", -12.3, 39.3, "province")
VILLAGE = Place("Wad Zubeir", "SD", 15.0, 30.0, "country")


def incidents(a: dict[str, object], b: dict[str, object], **both: object) -> int:
    return len(join_events(told(an_event(1, **{**both, **a}), an_event(2, **{**both, **b})), unrelated))


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ({"recipients": ("trader",)}, {"recipients": ("policeman",)}, {"actors": ("gunmen",)}),
        ({"recipients": ("teachers",)}, {"recipients": ("fishermen",)}, {"place": DELGADO}),
        ({"recipients": ("journalist",)}, {"recipients": ("mayor",)}, {"type": "COERCE"}),
        ({"place": RAFAH}, {"place": YOUNIS}, {"recipients": ("people",), "mode": "airstrike"}),
        ({"place": GAO}, {"place": VILLAGE}, {"recipients": ("people",)}),
        ({"killed": Count(3, 3)}, {"killed": Count(4, 4)}, {"place": DELGADO, "recipients": ("people",)}),
        (
            {"actors": ("fighters",), "recipients": ("soldiers",)},
            {"actors": ("soldiers",), "recipients": ("fighters",)},
            {"place": BAMENDA},
        ),
        ({"place": BAMENDA}, {"place": BAFUT}, {"recipients": ("people",)}),
    ],
)
def test_reports_of_one_day_that_share_much_are_of_two_happenings(a, b, both):
    assert incidents(a, b, **both) == 2


@pytest.mark.parametrize(
    ("a", "b", "both"),
    [
        ({"recipients": ("soldiers",)}, {"recipients": ("policemen",)}, {"actors": ()}),
        ({"recipients": ("teacher",)}, {"recipients": ("people",)}, {"actors": ()}),
        ({"recipients": ("trader",)}, {"recipients": ("policeman",)}, {"mode": "explosives", "actors": ()}),
        ({"place": BAMENDA}, {"place": BAFUT}, {"killed": Count(6, 6)}),
        ({"recipients": ("policemen",)}, {"recipients": ("policemen",)}, {"place": DELGADO}),
        ({"place": None}, {"place": GAO}, {}),
    ],
)
def test_reports_that_differ_in_words_are_of_one_happening(a, b, both):
    assert incidents(a, b, **both) == 1


def test_another_strike_in_the_same_town_is_another():
    text = "Another strike on a car killed two people"
    first = an_event(1, story="1.txt#1", recipients=("people",))
    later = an_event(
        2, story="1.txt#1", actors=(), recipients=("people",), quote=Quote("1.txt", 40, 40 + len(text), text)
    )
    assert len(join_events(told(first, later), unrelated)) == 2


def test_an_attack_that_somebody_is_accused_of_is_not_one_that_is_planned():
    alleged = {"status": "possible", "review": ALLEGED}
    assert incidents(alleged, {"status": "planned"}) == 2
    assert incidents(alleged, alleged) == 1
