"""Ids that no two rows of a store share, however many rows there are."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import replace
from typing import TypeVar

from brink.code.rows import Claim, Event, Tie

AnyRow = TypeVar("AnyRow", Event, Claim, Tie)
MORE_DIGITS = 4


def unlike(store: sqlite3.Connection, table: str, row: AnyRow) -> AnyRow:
    """The row, with more digits in its id where another row has the same by chance.

    Forty bits suffice for a case of thousands of reports; among a million rows two are as likely as
    not to meet. The one that is stored first keeps its id.
    """
    while store.execute(f"SELECT 1 FROM {table} WHERE id = ?", (row.id,)).fetchone() is not None:
        more = hashlib.sha256(f"{row.id}\x1f{row.story}".encode()).hexdigest()[:MORE_DIGITS]
        row = replace(row, id=row.id + more)
    return row
