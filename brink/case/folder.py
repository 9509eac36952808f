"""A case on disk: its folder, its definition and its store."""

from __future__ import annotations

import hashlib
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from brink.case.store import open_store, transaction
from brink.errors import NotInCase, nearest

if TYPE_CHECKING:
    from brink.case.definition import Definition


@dataclass(frozen=True, slots=True)
class Case:
    """An open case.

    `root` is its folder, or None when `case.db` was opened alone: then everything can be
    listed and questioned, but no file can be read.
    """

    name: str
    root: Path | None
    store: sqlite3.Connection
    definition: Definition

    @property
    def articles(self) -> Path:
        """The folder of reporting.

        Raises
        ------
        NotInCase
            When the case was opened from its `case.db` alone.
        """
        if self.root is None:
            raise NotInCase("this case was opened from case.db alone, which holds no files to read")
        return self.root / "articles"

    @property
    def series(self) -> Path | None:
        folder = self.root / "series" if self.root else None
        return folder if folder and folder.is_dir() else None


def open_case(path: Path) -> Case:
    """The case in a folder with `case.yaml`, or in a `case.db` by itself.

    Raises
    ------
    NotInCase
        When there is no case at `path`.
    BadDefinition
        When `case.yaml` cannot be used.
    """
    from brink.case.definition import Definition

    if path.is_file() and path.suffix == ".db":
        store = open_store(path)
        row = store.execute("SELECT yaml FROM definition WHERE current").fetchone()
        if row is None:
            raise NotInCase(f"{path} holds no definition; open the folder it came from once, then mail it")
        definition = Definition.parse(row["yaml"], source=f"{path} (definition)")
        return Case(path.stem, None, store, definition)
    yaml = path / "case.yaml"
    if not yaml.is_file():
        raise NotInCase(_no_case(path))
    text = yaml.read_text(encoding="utf-8")
    definition = Definition.load(yaml)
    store = open_store(path / "case.db")
    _keep_definition(store, text)
    return Case(path.resolve().name, path, store, definition)


def _no_case(path: Path) -> str:
    here = (
        [found.parent.name for found in sorted(path.parent.glob("*/case.yaml"))]
        if path.parent.is_dir()
        else []
    )
    known = f"; cases here: {', '.join(here)}" if here else ""
    return (
        f"there is no case at {path}: no case.yaml in it{known}{nearest(path.name, here)}. "
        f"Make one with `brink new {path.name} --articles FOLDER`"
    )


def _keep_definition(store: sqlite3.Connection, yaml: str) -> None:
    digest = hashlib.sha256(yaml.encode()).hexdigest()
    row = store.execute("SELECT digest FROM definition WHERE current").fetchone()
    if row is not None and row["digest"] == digest:
        return
    with transaction(store):
        store.execute("UPDATE definition SET current = 0")
        store.execute("INSERT OR REPLACE INTO definition VALUES (?, ?, 1)", (digest, yaml))
