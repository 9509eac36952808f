"""Decisions are kept, applied, and can be taken back."""

from __future__ import annotations

from pathlib import Path

import pytest

from brink.case.judgements import Decisions, add_judgement, in_force, load_judgements, read_amendment
from brink.case.store import open_store
from brink.code.rows import Count
from brink.errors import BadJudgement


@pytest.fixture
def store(tmp_path: Path):
    return open_store(tmp_path / "case.db")


def decide(store, verb, **arguments) -> int:
    return add_judgement(store, verb, arguments, who="ana", at="2024-01-01T00:00:00+00:00", because="why")


def test_a_chain_of_merges_ends_at_the_last_name(store):
    decide(store, "merge", name="Katiba", into="JNIM")
    decide(store, "merge", name="JNIM", into="al-Qaida in the Sahel")
    assert Decisions.of(load_judgements(store)).name("e1", "Katiba") == "al-Qaida in the Sahel"


def test_merges_in_a_circle_do_not_hang(store):
    decide(store, "merge", name="A", into="B")
    decide(store, "merge", name="B", into="A")
    assert Decisions.of(load_judgements(store)).name("e1", "A") in {"A", "B"}


def test_a_split_touches_only_the_rows_it_names(store):
    decide(store, "split", name="Taliban", into="Village militia", rows=["e1"])
    decisions = Decisions.of(load_judgements(store))
    assert (decisions.name("e1", "Taliban"), decisions.name("e2", "Taliban")) == (
        "Village militia",
        "Taliban",
    )


def test_an_undone_judgement_no_longer_stands_but_stays_on_record(store):
    number = decide(store, "reject", row="e1")
    decide(store, "undo", judgement=number)
    assert Decisions.of(load_judgements(store)).rejected == frozenset()
    assert [j.verb for j in load_judgements(store)] == ["reject", "undo"]


def test_undoing_an_undo_restores_the_judgement(store):
    number = decide(store, "reject", row="e1")
    undo = decide(store, "undo", judgement=number)
    decide(store, "undo", judgement=undo)
    assert [j.id for j in in_force(load_judgements(store))] == [number]


def test_undoing_what_never_was_is_refused(store):
    with pytest.raises(BadJudgement, match="no judgement 7"):
        decide(store, "undo", judgement=7)


def test_a_toll_can_be_a_number_a_range_or_open():
    assert read_amendment("killed", "20") == Count(20, 20)
    assert read_amendment("killed", "20-25") == Count(20, 25)
    assert read_amendment("killed", "20+") == Count(20, None)


@pytest.mark.parametrize(
    ("field", "value", "says"),
    [
        ("type", "ASAULT", "did you mean ASSAULT"),
        ("status", "hapened", "did you mean happened"),
        ("killed", "many", "write 20, 20-25 or 20"),
        ("killed", "9-3", "smaller than the first"),
        ("date", "yesterday", "write 2022-04-16"),
        ("colour", "red", "cannot be amended"),
    ],
)
def test_a_bad_amendment_says_what_is_allowed(field: str, value: str, says: str):
    with pytest.raises(BadJudgement, match=says):
        read_amendment(field, value)
