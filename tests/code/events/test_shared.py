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
    assert (row.actors, row.recipients) == (("congress",), ("Kenya",))
