"""The manifest of what was run on a case: enough to run it again."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime

from brink import __version__
from brink.case.digests import text_digest
from brink.case.folder import Case
from brink.case.store import transaction


def inputs_digest(case: Case) -> str:
    """SHA-256 over the definition and every file read, by name and content."""
    row = case.store.execute("SELECT digest FROM definition WHERE current").fetchone()
    sources = case.store.execute("SELECT path, digest FROM source ORDER BY path")
    return text_digest(
        row["digest"] if row else "", *[f"{source['path']}\x00{source['digest']}" for source in sources]
    )


@contextmanager
def recorded(case: Case, command: str) -> Iterator[None]:
    """Keep a row of `run` for the block: command, version, inputs, start and, when it ends well, finish."""
    with transaction(case.store):
        started = case.store.execute(
            "INSERT INTO run (command, version, started, inputs, as_of) VALUES (?, ?, ?, ?, ?)",
            (command, __version__, _now(), inputs_digest(case), case.definition.as_of.isoformat()),
        ).lastrowid
    yield
    with transaction(case.store):
        case.store.execute(
            "UPDATE run SET finished = ?, inputs = ? WHERE id = ?", (_now(), inputs_digest(case), started)
        )


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
