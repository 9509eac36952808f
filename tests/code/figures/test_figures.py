"""What a number counts, how far it may stretch, and what became of the people."""

from __future__ import annotations

from datetime import date

import pytest

from brink.dates import DateInterval
from tests.code.figures.conftest import Figures


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Rebels killed at least 14 soldiers near Djibo.", 14, None),
        ("Rebels killed more than 14 soldiers near Djibo.", 15, None),
        ("Rebels killed up to 14 soldiers near Djibo.", 1, 14),
        ("Rebels killed as many as 14 soldiers near Djibo.", 1, 14),
        ("Rebels killed nearly 300 soldiers near Djibo.", 270, 300),
        ("Rebels killed about 300 soldiers near Djibo.", 270, 330),
        ("Rebels killed fewer than 14 soldiers near Djibo.", 1, 13),
        ("Rebels killed no fewer than 14 soldiers near Djibo.", 14, None),
        ("Rebels killed between 12 and 15 soldiers near Djibo.", 12, 15),
        ("Rebels killed 12 to 15 soldiers near Djibo.", 12, 15),
        ("Rebels killed dozens of soldiers near Djibo.", 24, 99),
        ("Rebels killed two dozen soldiers near Djibo.", 24, 24),
        ("Rebels killed several hundred soldiers near Djibo.", 300, 999),
        ("Rebels killed a couple of soldiers near Djibo.", 2, 2),
        ("Rebels killed a total of 14 soldiers near Djibo.", 14, 14),
        ("Rebels killed fourteen soldiers near Djibo.", 14, 14),
        ("Rebels killed 14 or more soldiers near Djibo.", 14, None),
    ],
)
def test_words_beside_a_number_set_its_range(
    figures: Figures, text: str, low: float, high: float | None
) -> None:
    (one,) = figures(text)
    assert (one.low, one.high, one.unit, one.role) == (low, high, "people", "killed")


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Twelve villagers were killed in Sagaing.", "killed"),
        ("Clashes left 12 villagers dead.", "killed"),
        ("Police shot dead 12 villagers in Mon.", "killed"),
        ("The deaths of 12 villagers angered Mocoa.", "killed"),
        ("The raid claimed the lives of 12 villagers.", "killed"),
        ("The death toll in Beni rose to 12.", "killed"),
        ("12 dead in Kashmir blast", "killed"),
        ("Twelve villagers died when a mine exploded.", "killed"),
        ("Twelve persons lost their lives in Benue.", "killed"),
        ("Officials put the number of dead at 12.", "killed"),
        ("The mortar wounded 12 villagers in Taiz.", "injured"),
        ("Gunmen abducted 12 villagers in Kaduna.", "abducted"),
        ("Fighters took 12 villagers hostage in Marawi.", "abducted"),
        ("Police arrested 12 villagers in Minsk.", "arrested"),
        ("The police rounded up 12 villagers.", "arrested"),
        ("Some 12,000 villagers have fled their homes.", "displaced"),
        ("The floods and fighting displaced 12,000 villagers.", "displaced"),
    ],
)
def test_the_clause_tells_what_became_of_people(figures: Figures, text: str, role: str) -> None:
    (one,) = figures(text)
    assert one.role == role
    assert one.unit == "people"


@pytest.mark.parametrize(
    "text",
    [
        "Twelve militants killed a guard dog.",
        "The army freed 12 hostages.",
        "They burned 12 villages.",
        "12 fishermen were rescued.",
    ],
)
def test_those_who_act_or_are_freed_have_no_role(figures: Figures, text: str) -> None:
    (one,) = figures(text)
    assert one.role is None


@pytest.mark.parametrize(
    "text",
    [
        "Only $6 a month. Subscribe today for full access.",
        "Call 020 7946 0018 for help.",
        "A 19-year-old student and Salma, 31, spoke.",
        "The M23 fired AK-47s, 122mm rockets and an MQ-9 drone.",
        "On 3 March 2019 at 14:30 the gate fell.",
        "Resolution 2254, Article 7 and Section 9 still hold.",
        "Mali beat Chad 3-1.",
        "1. Leave the area.",
        "One explanation is that he lied; no one knows.",
        "The 2016 deal failed in the 1990s way.",
        "He lives at 14 Downing Street.",
    ],
)
def test_labels_ages_dates_and_prices_are_no_figures(figures: Figures, text: str) -> None:
    assert figures(text) == []


@pytest.mark.parametrize(
    ("text", "value", "unit", "of"),
    [
        ("Qatar sent $200 million.", 200_000_000, "USD", ""),
        ("Lahore owes Rs 5 billion.", 5_000_000_000, "PKR", ""),
        ("Berlin sent €3.2bn of aid.", 3_200_000_000, "EUR", "aid"),
        ("Some 56 percent of Kenyans agree.", 56, "percent", "Kenyans"),
        ("Two-thirds of the district is flooded.", 0.6667, "share", "district"),
        ("The militia is a 10,000-strong force.", 10_000, "people", "force"),
        ("Boko Haram carried out 31 suicide attacks.", 31, "events", "suicide attacks"),
        ("A new assault is likely within 18 months.", 18, "months", "months"),
        ("Ukraine lost 12 tanks.", 12, "tank", "tanks"),
        ("About 1.2 million Rohingya live there.", 1_200_000, "people", "Rohingya"),
    ],
)
def test_units_and_what_is_counted(figures: Figures, text: str, value: float, unit: str, of: str) -> None:
    (one,) = figures(text)
    assert (one.value, one.unit, one.of) == (value, unit, of)


def test_a_figure_lies_at_its_place_in_the_document(figures: Figures) -> None:
    text = "In Jolo, gunmen killed at least 14 marines."
    (one,) = figures(text)
    assert text[one.start - 100 : one.end - 100] == one.text == "at least 14"
    assert one.qualifier == "at least"


def test_a_figure_takes_the_date_of_its_sentence(figures: Figures) -> None:
    (one,) = figures("The group staged almost 300 raids in 2021.")
    assert one.when == DateInterval(date(2021, 1, 1), date(2022, 1, 1))


def test_a_change_is_not_a_range(figures: Figures) -> None:
    found = figures("The death toll rose from 30 to 41.")
    assert [one.value for one in found] == [41]


def test_a_range_of_percentages_is_one_figure(figures: Figures) -> None:
    (one,) = figures("Bread prices rose by between 20% and 30%.")
    assert (one.low, one.high) == (20, 30)
