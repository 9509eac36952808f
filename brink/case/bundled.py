"""Cases that come with Brink, ready to be copied out and worked on."""

from __future__ import annotations

import shutil
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from brink.errors import CaseExists, NotInCase, nearest

_LEFT_BEHIND = ("case.db", "__pycache__")


def bundled_cases() -> list[str]:
    """Names of the cases inside the package, in order."""
    return sorted(case.name for case in _cases().iterdir() if case.joinpath("case.yaml").is_file())


def copy_bundled(name: str, into: Path) -> Path:
    """The folder of a fresh copy of a bundled case, `into/name`.

    Raises
    ------
    NotInCase
        When Brink brings no case of that name.
    CaseExists
        When something is already there; nothing is overwritten.
    """
    if name not in bundled_cases():
        known = bundled_cases()
        raise NotInCase(f"Brink brings no case {name!r}; it brings {', '.join(known)}{nearest(name, known)}")
    target = into / name
    if target.exists():
        raise CaseExists(f"{target} is already there; move it away, or copy {name} into another folder")
    into.mkdir(parents=True, exist_ok=True)
    # Copied beside and renamed, so that a killed copy never looks like a whole case.
    partial = into / f".{name}.partial"
    shutil.rmtree(partial, ignore_errors=True)
    _copy(_cases() / name, partial)
    partial.rename(target)
    return target


def _cases() -> Traversable:
    return files("brink") / "cases"


def _copy(folder: Traversable, target: Path) -> None:
    target.mkdir()
    for part in sorted(folder.iterdir(), key=lambda part: part.name):
        if part.name.startswith(_LEFT_BEHIND):
            continue
        if part.is_dir():
            _copy(part, target / part.name)
        else:
            (target / part.name).write_bytes(part.read_bytes())
