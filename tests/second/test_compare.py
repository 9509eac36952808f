"""Rows of two coders are paired by their words, and their agreement is counted as papers define it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.case.accepted import event_json, read_event
from brink.case.folder import open_case
from brink.case.view import View
from brink.code.rows import Amount, Count, Event, Place, Quote
from brink.dates import DateInterval
from brink.second.agreement import Agreement, agreement, cohen_kappa
from brink.second.compare import Pair, compare, differences, pairs
from tests.second import server as at
from tests.second.running import code, inside, told

RAID = Event(
    id="e1",
    story="a.txt#1",
    quote=Quote("a.txt", 10, 60, "x" * 50),
    type="ASSAULT",
    mode="firearms",
    actors=("JNIM",),
    recipients=("soldiers",),
    date=DateInterval.parse("2024-03-21"),
    place=Place("Gao", "ML", 16.3, -0.05, "town"),
    status="happened",
    source="the army",
    killed=Count(9, 9),
    injured=Count(14, None),
    abducted=None,
    amount=Amount(3.5, "USD"),
    confidence=0.5,
    because=("one", "two"),
    review=None,
)


def raid(**parts: object) -> Event:
    return replace(RAID, **{"id": "s1", **parts})


def quote(start: int, end: int) -> Quote:
    return Quote("a.txt", start, end, "x" * (end - start))


def test_an_event_survives_its_way_through_json():
    assert read_event(json.loads(json.dumps(event_json(RAID))), confidence=0.5) == RAID


@pytest.mark.parametrize(
    ("parts", "differs"),
    [
        ({"type": "COERCE"}, ("type",)),
        ({"status": "denied"}, ("status",)),
        ({"actors": ("Islamic State",)}, ("doer",)),
        ({"recipients": ()}, ("target",)),
        ({"killed": Count(9, None)}, ("figure",)),
        ({"amount": None}, ("figure",)),
    ],
)
def test_rows_that_differ_in_a_deciding_part_differ(parts: dict[str, object], differs: tuple[str, ...]):
    pair = pairs([RAID], [raid(**parts)])[0]
    assert (pair.verdict, pair.differs) == ("differ", differs)


@pytest.mark.parametrize("parts", [{"place": None}, {"date": None}, {"mode": "other"}, {"source": None}])
def test_rows_that_differ_in_their_circumstances_agree_and_say_in_which(parts: dict[str, object]):
    pair = pairs([RAID], [raid(**parts)])[0]
    assert (pair.verdict, pair.differs) == ("agreed", (next(iter(parts)),))


def test_names_are_alike_whatever_their_capitals_and_article():
    assert differences(RAID, raid(recipients=("The Soldiers",), source="The Army")) == ()


def test_rows_of_other_words_are_not_paired():
    alone = pairs([RAID], [raid(quote=quote(61, 99))])
    assert [pair.verdict for pair in alone] == ["only rules", "only second"]


def test_two_acts_of_one_sentence_are_not_one():
    met = raid(type="CONSULT", actors=("Mali",), recipients=("Algeria",), quote=quote(10, 90), killed=None)
    assert [pair.verdict for pair in pairs([RAID], [met])] == ["only rules", "only second"]


def test_the_most_alike_rows_are_paired_and_each_only_once():
    worse, better = raid(id="s1", actors=(), recipients=()), raid(id="s2")
    found = pairs([RAID], [worse, better])
    assert [(p.rules and p.rules.id, p.second and p.second.id) for p in found] == [("e1", "s2"), (None, "s1")]


def test_kappa_by_hand():
    # 20 yes to both, 5 to the first alone, 10 to the second alone, 15 to neither:
    # observed 0.7; chance 0.5 * 0.6 + 0.5 * 0.4 = 0.5
    assert cohen_kappa(20, 5, 10, 15) == pytest.approx(0.4)
    # observed 0.9; chance 0.15 * 0.15 + 0.85 * 0.85 = 0.745
    assert cohen_kappa(10, 5, 5, 80) == pytest.approx((0.9 - 0.745) / 0.255)


@pytest.mark.parametrize("counts", [(0, 0, 0, 0), (7, 0, 0, 0), (0, 0, 0, 7)])
def test_kappa_of_coders_who_cannot_but_agree_is_not_defined(counts: tuple[int, int, int, int]):
    assert cohen_kappa(*counts) is None


@given(st.tuples(*[st.integers(0, 50)] * 4))
def test_kappa_lies_between_minus_one_and_one_and_treats_both_coders_alike(counts: tuple[int, int, int, int]):
    both, first, second, neither = counts
    kappa = cohen_kappa(both, first, second, neither)
    assert kappa == cohen_kappa(both, second, first, neither)
    assert kappa is None or -1 - 1e-9 <= kappa <= 1 + 1e-9


def test_shares_are_of_each_coders_own_rows():
    row = Agreement(type="ASSAULT", rules=4, second=5, both=3, kappa=None)
    assert (row.of_rules, row.of_second) == (0.75, 0.6)


def a_comparison(folder: Path) -> tuple[View, list[Pair]]:
    with at.serving(at.coding(told)) as server:
        case = open_case(folder)
        code(case, server.url)
    view = View(case)
    return view, compare(view, "m")


def test_every_row_of_both_coders_is_in_the_comparison_once(folder: Path):
    view, found = a_comparison(folder)
    assert sorted(pair.rules.id for pair in found if pair.rules) == sorted(event.id for event in view.events)
    assert len([pair for pair in found if pair.second]) == 1
    raided = next(pair for pair in found if pair.second)
    assert raided.rules is not None
    assert raided.rules.actors == raided.second.actors == ("Islamic State",)


def test_a_model_that_never_answered_is_not_compared(folder: Path):
    case = open_case(folder)
    with at.serving(at.says("I would rather not.")) as server:
        code(case, server.url)
    assert compare(View(case), "m") == []
    assert "no second coder has coded" in str(inside("compare", str(folder)).exception)


def test_agreement_counts_paragraphs_of_compared_stories(folder: Path):
    view, found = a_comparison(folder)
    assault = next(row for row in agreement(view, "m", found) if row.type == "ASSAULT")
    assert (assault.second, assault.both) == (1, 1)
    assert assault.kappa is not None
    assert 0 < assault.kappa < 1


def test_merged_actors_are_one_to_both_coders(folder: Path):
    a_comparison(folder)
    assert inside("judge", str(folder), "merge", "Islamic State", "JNIM", "--because", "x").exit_code == 0
    pair = next(p for p in compare(View(open_case(folder)), "m") if p.second)
    assert pair.second.actors == ("JNIM",)


def test_the_comparison_is_printed_side_by_side(folder: Path):
    a_comparison(folder)
    said = inside("compare", str(folder)).stdout
    assert "second coder (m)" in said
    assert "agreement is not accuracy" in said
    assert "1 more of its rows were rejected" in said


def test_the_comparison_is_there_for_programs(folder: Path):
    view, found = a_comparison(folder)
    listed = [json.loads(line) for line in inside("compare", str(folder), "--json").stdout.splitlines()]
    assert len(listed) == len(found)
    row = next(row for row in listed if row["second_id"])
    text = view.documents[row["document"]].text
    assert text[row["second_start"] : row["second_end"]] == row["second_quote"]
    assert inside("compare", str(folder), "--csv", "--only", "rules").stdout.count("\nonly rules,") >= 1


def test_rejected_rows_are_listed_with_their_cause(folder: Path):
    a_comparison(folder)
    listed = [
        json.loads(line)
        for line in inside("compare", str(folder), "--rejected", "--json").stdout.splitlines()
    ]
    assert [(row["cause"], row["detail"]) for row in listed] == [("figure not in quote", "abducted 50")]


def test_a_row_that_nobody_accepted_is_shown_with_a_word_that_it_is_not_counted(folder: Path):
    _, found = a_comparison(folder)
    row = next(pair.second.id for pair in found if pair.second)
    assert "no: a row of the second coder (m)" in " ".join(inside("show", str(folder), row).stdout.split())


def test_a_case_without_a_second_coder_says_what_to_do(folder: Path):
    ran = inside("compare", str(folder))
    assert "brink code CASE --coder llm" in str(ran.exception)


def test_an_unknown_model_is_met_with_those_that_coded(folder: Path):
    a_comparison(folder)
    assert "(models: m)" in str(inside("compare", str(folder), "--llm-model", "x").exception)
