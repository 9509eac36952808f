"""The ledger only grows, and shows when it was tampered with."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from brink.case.store import open_store
from brink.errors import TamperedLedger
from brink.forecast.ledger.entries import START, Draft, append, load_entries, verify

SAID = [Draft("answer", "q", {"probability": p}) for p in (0.2, 0.3, 0.4)]


@pytest.fixture
def a_ledger(tmp_path: Path) -> sqlite3.Connection:
    store = open_store(tmp_path / "case.db")
    append(store, SAID, who="desk", at="2024-07-01T00:00:00+00:00")
    return store


def test_each_entry_is_sealed_over_the_one_before(a_ledger: sqlite3.Connection):
    first, second, third = load_entries(a_ledger)
    assert [first.former, second.former, third.former] == [START, first.seal, second.seal]
    assert verify(load_entries(a_ledger)) == third.seal


def test_the_store_refuses_to_change_or_remove_an_entry(a_ledger: sqlite3.Connection):
    with pytest.raises(sqlite3.IntegrityError, match="never changed"):
        a_ledger.execute("UPDATE ledger_entry SET content = '{}'")
    with pytest.raises(sqlite3.IntegrityError, match="never removed"):
        a_ledger.execute("DELETE FROM ledger_entry")


@pytest.mark.parametrize(
    "change", ["content = '{\"probability\":0.9}'", "who = 'x'", "at = 'x'", "number = 9"]
)
def test_a_change_behind_the_store_s_back_is_found(a_ledger: sqlite3.Connection, change: str):
    a_ledger.execute("DROP TRIGGER ledger_entry_stands")
    a_ledger.execute(f"UPDATE ledger_entry SET {change} WHERE number = 2")
    with pytest.raises(TamperedLedger, match="changed at entry"):
        verify(load_entries(a_ledger))


def test_an_entry_taken_out_is_found(a_ledger: sqlite3.Connection):
    entries = load_entries(a_ledger)
    with pytest.raises(TamperedLedger, match="entry 3"):
        verify([entries[0], entries[2]])


def test_a_ledger_cut_off_is_found_by_a_seal_noted_before(a_ledger: sqlite3.Connection):
    entries = load_entries(a_ledger)
    verify(entries, head=entries[2].seal[:10])
    verify(entries[:2])
    with pytest.raises(TamperedLedger, match="cut off"):
        verify(entries[:2], head=entries[2].seal[:10])


def test_a_store_made_before_there_was_a_ledger_gets_one(tmp_path: Path):
    store = open_store(tmp_path / "old.db")
    store.execute("DROP TABLE ledger_entry")
    store.execute("PRAGMA user_version = 1")
    store.execute("INSERT INTO meta VALUES ('kept', 'yes')")
    store.close()
    again = open_store(tmp_path / "old.db")
    assert append(again, SAID[:1], who="desk")[0].number == 1
    assert again.execute("SELECT value FROM meta").fetchone()[0] == "yes"
