"""The SQLite file of a case: opening, migrating, and transactions that survive a kill."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Collection, Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path

from brink.errors import BrinkError, CaseBusy

SCHEMA_VERSION = 8
BUSY_SECONDS = 10.0
_ADDED = {"event": "summary INTEGER NOT NULL DEFAULT 0", "incident": "summary INTEGER NOT NULL DEFAULT 0"}
"""Columns that tables of an older store lack; coding the stories again fills them."""
_CREATED = re.compile(r"^CREATE (?:VIRTUAL )?(?:TABLE|INDEX|TRIGGER) (\w+)", re.MULTILINE)


class StoreTooNew(BrinkError):
    """A `case.db` written by a later version of Brink."""


def open_store(path: Path) -> sqlite3.Connection:
    """A connection to the case's store, made when it is not there.

    Write-ahead logging keeps readers going while one process writes, and a process killed
    in the middle of a transaction leaves the file as it was before it.

    Raises
    ------
    StoreTooNew
        When the file was written by a later version.
    CaseBusy
        When another process holds the file.
    """
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, path)
    except sqlite3.OperationalError as error:
        raise CaseBusy(f"cannot open {path}: {error}; is another brink at work on this case?") from error
    except sqlite3.DatabaseError as error:
        raise BrinkError(
            f"{path} is not a store Brink can read ({error}); move it away and run `brink read` again: "
            "everything in it but judgements is made again from articles/"
        ) from error
    return connection


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version > SCHEMA_VERSION:
        raise StoreTooNew(
            f"{path} has schema {version}, this Brink knows up to {SCHEMA_VERSION}; install a newer Brink"
        )
    if version == SCHEMA_VERSION:
        return
    held = {row["name"] for row in connection.execute("SELECT name FROM sqlite_master")}
    tables = (text for name, text in _statements() if name not in held)
    missing = "\n".join([*tables, *_lacking(connection, held)])
    connection.executescript(f"BEGIN IMMEDIATE;\n{missing}\nPRAGMA user_version = {SCHEMA_VERSION};\nCOMMIT;")


def _lacking(connection: sqlite3.Connection, held: Collection[str]) -> Iterator[str]:
    """Statements that give a table of an older store the columns it lacks."""
    for table, column in _ADDED.items():
        has = {row["name"] for row in connection.execute(f"PRAGMA table_info({table})")}
        if table in held and column.split()[0] not in has:
            yield f"ALTER TABLE {table} ADD COLUMN {column};"


def _statements() -> Iterator[tuple[str, str]]:
    """Each table, index and trigger of the schema by name, so that an older store gets those it lacks."""
    schema = resources.files("brink.case").joinpath("schema.sql").read_text(encoding="utf-8")
    statement = ""
    for line in schema.splitlines(keepends=True):
        statement += line
        if sqlite3.complete_statement(statement):
            created = _CREATED.search(statement)
            if created is None:
                raise BrinkError(f"the schema holds a statement that creates nothing: {statement.strip()}")
            yield created[1], statement
            statement = ""


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All of the block's writes, or none.

    Raises
    ------
    CaseBusy
        When another process has been writing for longer than `BUSY_SECONDS`.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        raise CaseBusy(f"the case is being written to by another process ({error}); try again") from error
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
