"""What shares an origin counts less, in any order; what is a copy counts for nothing."""

from __future__ import annotations

import pytest

from brink.weigh.origins import shares
from tests.weigh.conftest import piece


def weights(items, logs, *, discount: float, kin=None) -> list[float]:
    """Powers on the first of two hypotheses, for pieces with these log ratios on it."""
    named = {item.id: (log, 0.0) for item, log in zip(items, logs, strict=True)}
    found = shares(items, named, kin or {}, discount=discount)
    return [round(found[item.id].weights[0], 6) for item in items]


def test_pieces_that_share_nothing_count_whole():
    assert weights([piece(1), piece(2)], [1.0, 0.2], discount=0.3) == [1, 1]


def test_the_strongest_piece_of_a_report_counts_whole_and_the_others_are_discounted():
    items = [piece(1, story="s"), piece(2, story="s"), piece(3, story="s")]
    assert weights(items, [0.2, 1.0, 0.5], discount=0.3) == [0.3, 1, 0.3]


def test_equally_strong_pieces_share_alike():
    items = [piece(1, story="s"), piece(2, story="s")]
    assert weights(items, [-0.5, -0.5], discount=0.3) == [0.65, 0.65]


def test_what_speaks_the_other_way_is_not_discounted():
    items = [piece(1, story="s"), piece(2, story="s"), piece(3, story="s")]
    assert weights(items, [1.0, -0.2, 0.5], discount=0.3) == [1, 1, 0.3]


def test_strength_is_judged_for_each_hypothesis_by_itself():
    one, two = piece(1, story="s"), piece(2, story="s")
    found = shares([one, two], {one.id: (1.0, 0.2), two.id: (0.5, 0.5)}, {}, discount=0.3)
    assert (found[one.id].weights, found[two.id].weights) == ((1.0, 0.3), (0.3, 1.0))


def test_one_speaker_in_two_reports_is_one_origin():
    items = [piece(1, speaker="Mullah Yaqoob"), piece(2, speaker="Mullah Yaqoob")]
    assert weights(items, [1.0, 0.5], discount=0.3) == [1, 0.3]


def test_what_an_analyst_calls_kin_is_one_origin():
    items = [piece(1), piece(2)]
    kin = {item.id: "army losses" for item in items}
    assert weights(items, [1.0, 0.5], discount=0.0, kin=kin) == [1, 0]


def test_the_ends_of_a_chain_do_not_discount_each_other():
    first, both, last = piece(1, story="s"), piece(2, story="s", speaker="x"), piece(3, speaker="x")
    assert weights([first, both, last], [1.0, 0.5, 1.0], discount=0.3) == [1, 0.3, 1]


def test_a_copy_counts_for_nothing_whatever_the_discount():
    words = "Gunmen attacked an army post near Gao on Thursday"
    items = [piece(1, family="f", text=words), piece(2, family="f", text=words + ".")]
    assert weights(items, [0.5, 0.5], discount=1.0) == [1, 0]


@pytest.mark.parametrize("text", ["Gunmen attacked an army post", "Algeria offered to mediate talks"])
def test_other_words_of_a_copied_report_are_a_further_piece_of_it(text: str):
    items = [piece(1, family="f", text="The army lost nine men near Gao"), piece(2, family="f", text=text)]
    assert weights(items, [1.0, 0.5], discount=0.3) == [1, 0.3]
