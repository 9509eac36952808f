"""Short forms, units and groups nobody knows, as reports of any conflict name them."""

from __future__ import annotations

import pytest

from tests.gates.actors.measure import label_of, place, read

SAID = [
    ("Tren de Aragua shot two men. The Venezuelan gang denied it.", "gang", "Tren de Aragua"),
    (
        "Kataib Hezbollah fired rockets. The Iraqi militia said US troops must go.",
        "militia",
        "Kataib Hezbollah",
    ),
    ("Hezbollah buried its dead. Israel bombed the Shiite group again.", "group", "Hezbollah"),
    (
        "The Liberation Front of Kordelia burned a mine. The Front blamed miners.",
        "Front#2",
        "Liberation Front of Kordelia",
    ),
    ("The group's leader, Idir Amghar, vowed more raids.", "Amghar", "Idir Amghar"),
    ("Gunners of the 3rd Armoured Division shelled the town.", "Division", "3rd Armoured Division"),
    (
        "The National Front for the Defence of Kordelia ambushed a convoy.",
        "Front",
        "National Front for the Defence of Kordelia",
    ),
]


@pytest.mark.parametrize(("text", "word", "label"), SAID)
def test_a_short_form_or_a_long_name_stands_for_its_actor(text: str, word: str, label: str):
    doc, mentions = read(text, on="2024-05-15")
    at = {token: label_of(mention) for mention in mentions for token in range(mention.first, mention.last)}
    assert at.get(place(doc, word)) == label


def test_both_groups_are_no_army():
    doc, mentions = read("Boko Haram and ISWAP clashed. Nigerian troops bombed both groups.", on="2024-05-15")
    both = next(m for m in mentions if doc[m.head].text == "groups")
    assert set(both.names) == {"Boko Haram", "ISWAP"}


def test_two_groups_of_one_country_leave_the_demonym_open():
    doc, mentions = read("Los Choneros fought Los Lobos. The Ecuadorian gang lost.", on="2024-05-15")
    gang = next(m for m in mentions if doc[m.head].text == "gang")
    assert not {"Los Choneros", "Los Lobos"} & set(gang.names)
