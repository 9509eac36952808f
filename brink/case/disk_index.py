"""An index that lies on disk, so that it takes no more memory as it grows."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Iterable

from brink.code.incidents.index import Key

CACHE_KILOBYTES = 8_000
LONGEST_KEY = 80
"""Characters of a key kept as it is; a longer one is kept by a digest of 128 bits."""


class OnDisk:
    """Numbers by keys in a file of SQLite's own making, which is gone when the index is.

    Keys that are looked up at one time should begin alike, as the same pages are then read.
    """

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.execute(f"PRAGMA cache_size = -{CACHE_KILOBYTES}")
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute("PRAGMA synchronous = OFF")
        self._file.execute(
            "CREATE TABLE held (key TEXT NOT NULL, number INTEGER NOT NULL, PRIMARY KEY (key, number))"
            " WITHOUT ROWID"
        )
        self._file.execute("BEGIN")

    def add(self, keys: Iterable[Key], number: int) -> None:
        self._file.executemany(
            "INSERT OR IGNORE INTO held VALUES (?, ?)", [(_text(key), number) for key in keys]
        )

    def numbers(self, keys: Iterable[Key]) -> list[int]:
        found: set[int] = set()
        for key in keys:
            rows = self._file.execute("SELECT number FROM held WHERE key = ?", (_text(key),))
            found.update(number for (number,) in rows)
        return sorted(found)

    def close(self) -> None:
        self._file.close()


def _text(key: Key) -> str:
    text = repr(key)
    return text if len(text) <= LONGEST_KEY else hashlib.blake2b(text.encode(), digest_size=16).hexdigest()
