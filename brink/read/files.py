"""Files and folders of reporting become documents; what cannot be read is named with its reason."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from brink.errors import UnreadableSource
from brink.read.bounds import BOUNDS, Bounds, megabytes
from brink.read.document import Document, Problem
from brink.read.formats import read_bytes, sniff

_NOTHING: Mapping[str, str] = MappingProxyType({})


def read_sources(
    root: Path, *, known: Mapping[str, str] = _NOTHING, bounds: Bounds = BOUNDS
) -> Iterator[Document | Problem]:
    """Every document below a folder, or of one file, in order of path.

    `known` maps the path of a file below `root` to the SHA-256 it had; a file that still has
    it is passed over.
    """
    for name, path in list_sources(root):
        yield from read_source(name, path, root=root, known=known.get(name), bounds=bounds)


def list_sources(root: Path) -> list[tuple[str, Path]]:
    """The files below a folder as (path below it with forward slashes, place), sorted.

    Hidden files and folders are left out. Links to folders and folders that cannot be opened are
    in the list: reading them gives the problem.

    Raises
    ------
    UnreadableSource
        When `root` does not exist.
    """
    if not root.is_dir():
        if not os.path.lexists(root):
            raise UnreadableSource(f"there is no file or folder {root}; give the path of one that exists")
        return [(_name(root.name), root)]
    found: list[Path] = []
    closed: list[OSError] = []
    for folder, inner, names in os.walk(root, onerror=closed.append):
        inner[:] = [name for name in inner if not name.startswith(".")]
        links = [name for name in inner if os.path.islink(os.path.join(folder, name))]
        found += [Path(folder, name) for name in [*names, *links] if not name.startswith(".")]
    found += [Path(error.filename) for error in closed if error.filename]
    return sorted((_name(path.relative_to(root).as_posix()), path) for path in found)


def read_source(
    name: str, path: Path, *, root: Path | None = None, known: str | None = None, bounds: Bounds = BOUNDS
) -> Iterator[Document | Problem]:
    """The documents of one file of `list_sources`; nothing when it still has the digest `known`."""
    try:
        data = _bytes(path, root if root is not None else path.parent, bounds)
    except UnreadableSource as error:
        yield Problem(name, str(error))
        return
    if known is None or hashlib.sha256(data).hexdigest() != known:
        yield from read_bytes(name, data, bounds=bounds)


def source_digest(path: Path) -> str | None:
    """SHA-256 of a file, as `known` wants it; None for what is no readable file."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            return None
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        return None


def read_stream(data: bytes, *, name: str, bounds: Bounds = BOUNDS) -> Iterator[Document | Problem]:
    """The documents in bytes from a pipe, their format told from the bytes."""
    yield from read_bytes(name, data, format=sniff(data), bounds=bounds)


def _bytes(path: Path, root: Path, bounds: Bounds) -> bytes:
    """The file's bytes, if it is a file inside the root and of bearable size."""
    try:
        if path.is_symlink() and not _inside(path, root):
            raise UnreadableSource("is a link that leaves the folder; copy the file in if it belongs there")
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise UnreadableSource(_about_folder(path))
        # Opening a pipe would wait for a writer that never comes.
        if not stat.S_ISREG(found.st_mode):
            raise UnreadableSource("is no ordinary file (a pipe, socket or device)")
        if found.st_size > bounds.file_bytes:
            most = megabytes(bounds.file_bytes)
            raise UnreadableSource(
                f"holds {megabytes(found.st_size)}, more than the {most} a file may hold; split it"
            )
        return path.read_bytes()
    except OSError as error:
        raise UnreadableSource(f"could not be opened: {error.strerror or error}") from error


def _inside(path: Path, root: Path) -> bool:
    home = root if root.is_dir() else root.parent
    return path.resolve().is_relative_to(home.resolve())


def _about_folder(path: Path) -> str:
    if path.is_symlink():
        return "is a link to a folder inside this one, whose files are read where they lie"
    return "is a folder that could not be opened; check its permissions"


def _name(path: str) -> str:
    """The path as text that any store can hold: bytes of a name that are no UTF-8 become U+FFFD."""
    return os.fsencode(path).decode("utf-8", errors="replace")
