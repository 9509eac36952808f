"""Parts of acts go into the store and come out of listing and export as they were coded."""

from __future__ import annotations

from pathlib import Path

import pytest

from brink.case.coded_rows import load_event
from brink.case.saving import save_coded
from brink.case.store import open_store
from brink.code.rows import Coded, Event, Part, Quote

PART = Part(role="victim", start=4, end=9, text="Galan", called="Luis Carlos Galan", chance=0.71)


@pytest.fixture
def event() -> Event:
    return Event(
        id="e1", story="a.txt#1", quote=Quote("a.txt", 0, 9, "Shot Galan"), type="ASSAULT", mode=None, actors=(),
        recipients=(), date=None, place=None, status="happened", source=None, killed=None, injured=None,
        abducted=None, amount=None, confidence=0.5, because=("shot",), parts=(PART,),
    )  # fmt: skip


def test_parts_survive_the_store(tmp_path: Path, event: Event):
    store = open_store(tmp_path / "case.db")
    store.execute("INSERT INTO source VALUES ('a.txt', 'd', 'r')")
    nothing = ",".join(["null"] * 7)
    store.execute(f"INSERT INTO document VALUES ('a.txt', 'a.txt', 't', 'd', 'txt', {nothing}, '')")
    store.execute("INSERT INTO story VALUES ('a.txt#1','a.txt',0,1,'story',null,null,null,null,'',1)")
    save_coded(store, "a.txt#1", Coded(events=(event,)))
    rows = store.execute("SELECT * FROM event_part").fetchall()
    assert load_event(store.execute("SELECT * FROM event").fetchone(), [], rows) == event
