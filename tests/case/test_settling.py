"""Incidents joined from the store, an event at a time, are those joined from all events at once."""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from brink.case import told as telling
from brink.case.disk_index import LONGEST_KEY, OnDisk
from brink.case.folder import Case, open_case
from brink.case.judgements import add_judgement
from brink.case.making import make_case
from brink.case.rows import save_document, save_layout
from brink.case.saving import save_coded
from brink.case.settling import settle_incidents
from brink.case.told import told
from brink.case.view import View
from brink.code.incidents import InMemory, Names, Telling, join_from
from brink.code.rows import Coded, Count, Event, Place, Quote
from brink.dates import DateInterval
from brink.read.document import Document
from brink.read.story import Block, Story

BEGINS = date(2024, 3, 1)
TEXT = "Gunmen killed many soldiers there."
PLACES = (
    Place("Gao", "ML", 16.27, -0.04, "town"),
    Place("Wabaria", "ML", 16.25, -0.10, "point"),
    Place("Gao Region", "ML", 16.5, 0.2, "province"),
    Place("Mali", "ML", 17.0, -4.0, "country"),
    None,
)


def a_date(chance: random.Random, near: date) -> DateInterval | None:
    """None, a day of that week, a day long before, some days, a month or a year."""
    day = near - timedelta(days=chance.randrange(7))
    some = DateInterval(day, day + timedelta(days=chance.choice((2, 8, 9))))
    wide = DateInterval.month(day.year, day.month), DateInterval.year(2024)
    return chance.choice(
        (None, DateInterval.day(day), DateInterval.day(day), DateInterval.day(BEGINS), some, *wide)
    )


def some_events(chance: random.Random, number: int, written: date | None) -> Iterator[Event]:
    """The rows of one story, of few sides, places and numbers, so that many agree and many contradict."""
    name = f"{number}.txt"
    for place in range(chance.randint(1, 4)):
        dead = chance.choice((None, 1, 12, 41, 6, 47))
        yield Event(
            id=f"e{number:06d}{place:04d}",
            story=f"{name}#1",
            quote=Quote(name, place, 6 + place, TEXT[place : 6 + place]),
            type=chance.choice(("ASSAULT", "ASSAULT", "ASSAULT", "COERCE")),
            mode=chance.choice((None, "airstrike", "explosives", "suicide-attack")),
            actors=chance.choice(((), ("JNIM",), ("Malian Army",), ("gunmen",))),
            recipients=chance.choice(((), ("soldiers",), ("children",), ("traders",))),
            date=a_date(chance, written or BEGINS),
            place=chance.choice(PLACES),
            status=chance.choice(("happened", "happened", "possible")),
            source=None,
            killed=Count(dead, chance.choice((dead, None))) if dead else None,
            injured=None,
            abducted=None,
            amount=None,
            confidence=chance.choice((0.5, 0.7)),
            because=("as it was made",),
            summary=chance.random() < 0.05,
        )  # fmt: skip


def a_case(folder: Path, stories: int, *, seed: int = 3) -> Case:
    """A case of invented rows: some stories undated, some copies, some dated after the case's date."""
    chance = random.Random(seed)
    root = make_case(
        folder / "made", articles=None, title="Made", as_of=BEGINS + timedelta(days=stories // 8)
    )
    case = open_case(root)
    case.store.execute("BEGIN")
    for number in range(stories):
        written = None if number % 11 == 0 else BEGINS + timedelta(days=chance.randrange(stories // 6))
        put_story(case, number, written)
        save_coded(case.store, f"{number}.txt#1", Coded(tuple(some_events(chance, number, written))))
        if number % 9 == 8:
            link = (f"{number - 5}.txt#1", f"{number}.txt#1", "near", 0.9, "")
            case.store.execute("INSERT INTO copy_link VALUES (?, ?, ?, ?, ?)", link)
    case.store.execute("COMMIT")
    return case


def put_story(case: Case, number: int, written: date | None) -> None:
    name, when = f"{number}.txt", DateInterval.day(written) if written else None
    case.store.execute("INSERT INTO source VALUES (?, ?, ?)", (name, "", ""))
    fields: dict[str, Any] = dict.fromkeys(("title", "outlet", "url", "language"))
    page = Document(
        id=name, text=TEXT, digest="", format="txt", date=when, date_because="", notes=(), **fields
    )
    block = Block(0, len(TEXT), "body", "")
    save_document(case.store, page, name)
    story = Story(id=f"{name}#1", document=name, start=0, end=len(TEXT), kind="story", title=None, outlet=None,
                  date=when, date_because="", blocks=(block,))  # fmt: skip
    save_layout(case.store, page, [block], [story])


def judged(case: Case) -> None:
    """Some of each decision that changes what is joined."""
    ids = [row["id"] for row in case.store.execute("SELECT id FROM event ORDER BY id")]
    decisions: list[tuple[Any, dict[str, Any]]] = [
        ("reject", {"row": ids[3]}),
        ("amend", {"row": ids[8], "field": "date", "value": "2024-03-04"}),
        ("merge", {"name": "JNIM", "into": "Malian Army"}),
        ("join", {"events": [ids[10], ids[-1]]}),
        ("part", {"event": ids[20], "others": ids[21:40]}),
    ]
    for verb, arguments in decisions:
        add_judgement(case.store, verb, arguments, who="a", at="2024-07-01", because="test")


def settled(case: Case) -> set[tuple[object, ...]]:
    settle_incidents(case)
    of: dict[str, list[str]] = {}
    for row in case.store.execute("SELECT * FROM incident_event ORDER BY event"):
        of.setdefault(row["incident"], []).append(row["event"])
    return {(*row, *of[row["id"]]) for row in case.store.execute("SELECT * FROM incident")}


def joined_whole(case: Case) -> set[tuple[object, ...]]:
    from brink.case.settling import _columns

    return {(*_columns(one), *sorted(one.events)) for one in View(case).incidents}


@pytest.fixture
def little_at_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    """Few tellings kept, so that most are read again."""
    monkeypatch.setattr(telling, "AT_HAND", 20)
    monkeypatch.setattr(telling, "AT_ONCE", 7)
    monkeypatch.setattr(telling, "RUN", 3)


@pytest.mark.usefixtures("little_at_hand")
def test_incidents_from_the_store_are_those_of_the_whole(tmp_path: Path):
    case = a_case(tmp_path, 100)
    assert settled(case) == joined_whole(case)
    before = settled(case)
    judged(case)
    assert settled(case) == joined_whole(case) != before


@pytest.mark.usefixtures("little_at_hand")
def test_events_are_read_from_the_store_in_the_order_of_the_whole(tmp_path: Path):
    case = a_case(tmp_path, 120)
    judged(case)
    view = View(case)
    with told(case, view.decisions, view.as_of) as tellings:
        read = [replace(one.event, because=()) for one in tellings]
        backwards = [replace(tellings[at].event, because=()) for at in reversed(range(len(tellings)))]
    whole = [replace(event, because=()) for event in view.events]
    changed = [replace(event, because=()) for event in (*read, *backwards[::-1])]
    assert view.excluded
    assert changed == [*whole, *whole]


def some_tellings(seed: int, stories: int) -> list[Telling]:
    chance = random.Random(seed)
    found = []
    for number in range(stories):
        written = BEGINS + timedelta(days=chance.randrange(6))
        family = f"{chance.randrange(stories)}.txt#1"
        for event in some_events(chance, number, written):
            found.append(Telling.of(event, family=family, written=DateInterval.day(written)))
    return found


@given(seed=st.integers(0, 10_000), stories=st.integers(1, 12))
def test_incidents_are_the_same_whether_looked_up_in_memory_or_on_disk(seed: int, stories: int):
    tellings = some_tellings(seed, stories)
    names = Names(lambda a, b: False, lambda name: name[0].isupper())
    whole, disk = (list(join_from(tellings, names, index)) for index in (InMemory(), OnDisk()))
    assert whole == disk


def test_a_key_longer_than_is_kept_is_still_found_alone():
    index = OnDisk()
    index.add([("copy", "x" * LONGEST_KEY)], 4)
    index.add([("copy", "x" * LONGEST_KEY + "y"), ("copy", "short")], 2)
    assert index.numbers([("copy", "x" * LONGEST_KEY), ("copy", "short")]) == [2, 4]


def peak_of_joining(folder: Path, stories: int) -> int:
    """Bytes at most, of many reports on attacks in towns and on days of their own."""
    folder.mkdir()
    case = a_case(folder, 0)
    (like, *_) = some_events(random.Random(1), 0, BEGINS)
    case.store.execute("BEGIN")
    for number in range(stories):
        day = BEGINS - timedelta(days=number // 4)
        put_story(case, number, day)
        town = Place(f"Town {number}", "ML", 10 + number % 60 / 4, 1.0, "town")
        quote = Quote(f"{number}.txt", 0, 6, TEXT[:6])
        event = replace(like, id=f"e{number}", story=f"{number}.txt#1", quote=quote, place=town)
        event = replace(event, date=DateInterval.day(day), killed=None)
        save_coded(case.store, event.story, Coded((event,)))
    case.store.execute("COMMIT")
    tracemalloc.start()
    settle_incidents(case)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak


@pytest.mark.usefixtures("little_at_hand")
def test_memory_hardly_grows_with_the_number_of_reports(tmp_path: Path):
    peak_of_joining(tmp_path / "first", 10)  # names are loaded once for all
    few, many = peak_of_joining(tmp_path / "few", 100), peak_of_joining(tmp_path / "many", 1100)
    assert many - few < 1000 * 150


def test_what_has_not_changed_is_not_joined_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    case = a_case(tmp_path, 24)
    settle_incidents(case)
    monkeypatch.setattr("brink.case.settling._make", lambda case: pytest.fail("joined again"))
    settle_incidents(case)


def test_rows_whose_ids_meet_by_chance_are_both_kept(tmp_path: Path):
    case = a_case(tmp_path, 24)
    (event, *_) = some_events(random.Random(1), 0, BEGINS)
    for story in ("1.txt#1", "2.txt#1"):
        save_coded(case.store, story, Coded((replace(event, story=story),)))
    kept = case.store.execute("SELECT id FROM event WHERE id LIKE ? ORDER BY story", (f"{event.id}%",))
    assert len({row["id"] for row in kept}) == 3
