"""How people hold evidence to bear on hypotheses: kept in `case.yaml` by the desk, in the store by others."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, cast

from brink.case.parts.evidence import Band
from brink.case.store import transaction
from brink.case.view import View
from brink.errors import BadJudgement
from brink.weigh.items import Evidence, Item

Verb = Literal["link", "decline", "withdraw", "undo"]


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of what was decided on links. `number` is None for a line of `case.yaml`."""

    number: int | None
    verb: Verb
    reference: str
    hypothesis: str
    band: str
    because: str
    who: str
    at: str
    undoes: int | None = None
    kin: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """One piece of evidence held to bear on one hypothesis, and why."""

    item: Item
    hypothesis: str
    band: Band
    because: str
    who: str
    at: str
    number: int | None
    """Its number in the store, None when it stands in `case.yaml`."""
    kin: str | None = None


@dataclass(frozen=True, slots=True)
class Dormant:
    """A decision whose evidence the case does not hold as of its date, and why."""

    entry: Entry
    because: str


def add_link(
    store: sqlite3.Connection,
    verb: Verb,
    *,
    reference: str = "",
    hypothesis: str = "",
    band: str = "",
    because: str,
    who: str,
    at: str,
    kin: str | None = None,
    undoes: int | None = None,
) -> int:
    """Append a decision and return its number.

    Raises
    ------
    BadJudgement
        When it undoes what is not there.
    """
    known = store.execute("SELECT 1 FROM evidence_link WHERE id = ?", (undoes,)).fetchone()
    if undoes is not None and known is None:
        raise BadJudgement(f"there is no link {undoes} to take back; `brink weigh CASE links` lists them")
    with transaction(store):
        cursor = store.execute(
            "INSERT INTO evidence_link (at, who, verb, item, hypothesis, band, because, kin, undoes) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (at, who, verb, reference, hypothesis, band, because, kin, undoes),
        )
    return int(cursor.lastrowid or 0)


def entries(view: View) -> list[Entry]:
    """Everything decided on links, the desk's first, those taken back included."""
    desk = [
        Entry(
            None, "link", f"{w.document}: {w.quote}", link.hypothesis, link.band, link.because, w.by,
            w.on.isoformat(), kin=w.kin,
        )
        for w in view.definition.weighed
        for link in w.links
    ]  # fmt: skip
    kept = [
        Entry(
            row["id"], row["verb"], row["item"], row["hypothesis"], row["band"], row["because"],
            row["who"], row["at"], row["undoes"], row["kin"],
        )
        for row in view.case.store.execute("SELECT * FROM evidence_link ORDER BY id")
    ]  # fmt: skip
    return [*desk, *kept]


def standing(listed: Iterable[Entry]) -> list[Entry]:
    """The decisions in force: an undo takes one back, and an undone undo restores it."""
    rows = list(listed)
    undone: set[int] = set()
    for entry in reversed(rows):
        if entry.verb == "undo" and entry.undoes is not None and entry.number not in undone:
            undone.add(entry.undoes)
    return [entry for entry in rows if entry.verb != "undo" and entry.number not in undone]


def links_of(view: View, evidence: Evidence) -> tuple[list[Link], list[Dormant]]:
    """Links in force, one a piece of evidence and hypothesis, and those that rest on nothing here.

    Of two on the same evidence and hypothesis the later one stands; one withdrawn counts no more, be it
    the desk's or another's, until somebody links the two again or takes the withdrawal back.
    """
    known = {hypothesis.id for hypothesis in view.definition.hypotheses}
    found: dict[tuple[str, str], Link] = {}
    dormant: list[Dormant] = []
    for entry in standing(entries(view)):
        if entry.verb not in ("link", "withdraw"):
            continue
        item = evidence.item(entry.reference)
        if entry.verb == "withdraw":
            if item is not None:
                found.pop((item.id, entry.hypothesis), None)
        elif entry.hypothesis not in known:
            dormant.append(Dormant(entry, f"the case has no hypothesis {entry.hypothesis!r} any more"))
        elif item is None:
            dormant.append(Dormant(entry, f"nothing like it is known as of {view.as_of}"))
        else:
            key = (item.id, entry.hypothesis)
            before = found.pop(key, None)
            kin = entry.kin or (before.kin if before else None)
            found[key] = Link(
                item, entry.hypothesis, cast(Band, entry.band), entry.because, entry.who, entry.at,
                entry.number, kin,
            )  # fmt: skip
    return list(found.values()), dormant


def withdrawals(view: View, evidence: Evidence) -> dict[tuple[str, str], Entry]:
    """Withdrawals in force, by piece of evidence and hypothesis."""
    found: dict[tuple[str, str], Entry] = {}
    for entry in standing(entries(view)):
        item = evidence.item(entry.reference) if entry.verb in ("link", "withdraw") else None
        if item is not None:
            key = (item.id, entry.hypothesis)
            found.pop(key, None)
            if entry.verb == "withdraw":
                found[key] = entry
    return found


def declined(listed: Sequence[Entry]) -> frozenset[tuple[str, str]]:
    """Pairs of evidence and hypothesis whose suggestion was turned down."""
    return frozenset((e.reference, e.hypothesis) for e in standing(listed) if e.verb == "decline")
