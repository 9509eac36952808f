"""The store keeps whole transactions or nothing."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from brink.case.store import SCHEMA_VERSION, StoreTooNew, open_store, transaction
from brink.errors import BrinkError


def test_a_failed_transaction_leaves_nothing(tmp_path: Path):
    store = open_store(tmp_path / "case.db")
    with pytest.raises(ZeroDivisionError), transaction(store):
        store.execute("INSERT INTO meta VALUES ('a', 'b')")
        _ = 1 / 0
    assert store.execute("SELECT count(*) FROM meta").fetchone()[0] == 0


def test_a_store_of_a_later_version_is_refused_with_what_to_do(tmp_path: Path):
    open_store(tmp_path / "case.db").close()
    raw = sqlite3.connect(tmp_path / "case.db")
    raw.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    raw.close()
    with pytest.raises(StoreTooNew, match="install a newer Brink"):
        open_store(tmp_path / "case.db")


def test_a_store_of_an_earlier_version_gets_what_it_lacks_and_keeps_what_it_has(tmp_path: Path):
    store = open_store(tmp_path / "case.db")
    store.execute("INSERT INTO meta VALUES ('a', 'b')")
    store.execute("DROP TABLE evidence_link")
    store.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    store.close()
    again = open_store(tmp_path / "case.db")
    assert again.execute("SELECT count(*) FROM evidence_link").fetchone()[0] == 0
    assert again.execute("SELECT value FROM meta").fetchone()[0] == "b"


def test_a_table_of_an_earlier_version_gets_the_columns_it_lacks(tmp_path: Path):
    store = open_store(tmp_path / "case.db")
    store.execute("ALTER TABLE incident DROP COLUMN summary")
    columns = "id, type, actors, recipients, status, sources"
    store.execute(f"INSERT INTO incident ({columns}) VALUES ('i','t','','','s',1)")
    store.execute(f"PRAGMA user_version = {SCHEMA_VERSION - 1}")
    store.close()
    again = open_store(tmp_path / "case.db")
    assert [row["summary"] for row in again.execute("SELECT * FROM incident")] == [0]


def test_a_file_that_is_no_database_is_named(tmp_path: Path):
    (tmp_path / "case.db").write_bytes(b"this is not a database at all, only words" * 40)
    with pytest.raises(BrinkError, match=r"case\.db is not a store"):
        open_store(tmp_path / "case.db")


def test_dropping_a_file_drops_all_that_rests_on_it(tmp_path: Path):
    store = open_store(tmp_path / "case.db")
    with transaction(store):
        store.execute("INSERT INTO source VALUES ('a.txt', 'd', 'r')")
        store.execute(
            "INSERT INTO document VALUES ('a.txt','a.txt','t','d','txt',null,null,null,null,null,null,null,'')"
        )
        store.execute("INSERT INTO story VALUES ('a.txt#1','a.txt',0,1,'story',null,null,null,null,'',1)")
        store.execute("INSERT INTO coding VALUES ('a.txt#1', 'k', '')")
    with transaction(store):
        store.execute("DELETE FROM source WHERE path = 'a.txt'")
    left = [store.execute(f"SELECT count(*) FROM {t}").fetchone()[0] for t in ("document", "story", "coding")]
    assert left == [0, 0, 0]
