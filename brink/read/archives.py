"""What lies inside zip and gzip files, within bounds and with no name that points outside."""

from __future__ import annotations

import gzip
import io
import re
import stat
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from brink.errors import UnreadableSource
from brink.read.bounds import Bounds, megabytes
from brink.read.document import Problem

_STEP_BYTES = 1 << 20
_DRIVE = re.compile(r"[A-Za-z]:")
_ENCRYPTED = 0x1


@dataclass(slots=True)
class Allowance:
    """What an outermost archive may still unpack to; archives inside it draw on the same."""

    bytes: int
    members: int
    depth: int

    @classmethod
    def of(cls, bounds: Bounds) -> Allowance:
        return cls(bounds.archive_bytes, bounds.archive_members, bounds.archive_depth)


@dataclass(frozen=True, slots=True)
class Member:
    """One file out of an archive."""

    name: str
    data: bytes


def zip_members(
    name: str, data: bytes, *, allowance: Allowance, bounds: Bounds
) -> Iterator[Member | Problem]:
    """The archive's files in order of name; a refused or broken one is a problem by its name."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
        entries = sorted(archive.infolist(), key=lambda entry: entry.orig_filename)
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError) as error:
        yield Problem(name, f"is no readable zip archive: {error}")
        return
    seen: set[str] = set()
    for at, entry in enumerate(entries):
        if entry.is_dir() or _is_hidden(entry.orig_filename):
            continue
        if allowance.members <= 0 or allowance.bytes <= 0:
            left = (
                f"its last {len(entries) - at} members, from {printable(entry.orig_filename)}, were not read"
            )
            yield Problem(name, f"unpacks to more than allowed ({_allowed(bounds)}); {left}")
            return
        yield _member(name, archive, entry, seen, allowance=allowance, bounds=bounds)


def gzip_member(name: str, data: bytes, *, allowance: Allowance, bounds: Bounds) -> Member | Problem:
    """The one file inside, named after the archive without `.gz`."""
    inner = name.rsplit("/", 1)[-1]
    inner = inner[:-3] if inner.casefold().endswith(".gz") else inner
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as stream:
            return Member(inner, _unpack(stream, len(data), allowance=allowance, bounds=bounds))
    except UnreadableSource as error:
        return Problem(name, str(error))
    except (OSError, EOFError, zlib.error) as error:
        return Problem(name, f"is no whole gzip file: {error}")


def unsafe_name(name: str) -> str | None:
    """Why a member's name is refused, or None when it stays below its archive."""
    if "\x00" in name:
        return "its name holds a NUL character"
    parts = name.replace("\\", "/").split("/")
    if parts[0] == "":
        return "its name is an absolute path"
    if _DRIVE.match(parts[0]):
        return "its name starts with a drive letter"
    if ".." in parts:
        return "its name climbs out of the archive with `..`"
    return None


def printable(name: str) -> str:
    """A member's name for messages: control characters shown as escapes, cut to a readable length."""
    shown = "".join(char if char.isprintable() else ascii(char)[1:-1] for char in name)
    return shown if len(shown) <= 200 else shown[:197] + "..."


def _member(
    name: str, archive: zipfile.ZipFile, entry: zipfile.ZipInfo, seen: set[str],
    *, allowance: Allowance, bounds: Bounds,
) -> Member | Problem:  # fmt: skip
    source = f"{name}/{printable(entry.orig_filename)}"
    allowance.members -= 1
    inner = entry.filename.replace("\\", "/")
    if (why := unsafe_name(entry.orig_filename) or _refusal(entry)) is not None:
        return Problem(source, f"refused: {why}")
    if inner in seen:
        return Problem(source, "the archive holds a second file of this name; only the first was read")
    seen.add(inner)
    try:
        with archive.open(entry) as stream:
            return Member(inner, _unpack(stream, entry.compress_size, allowance=allowance, bounds=bounds))
    except UnreadableSource as error:
        return Problem(source, str(error))
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, RuntimeError, zlib.error) as error:
        return Problem(source, f"could not be unpacked: {error}")


def _refusal(entry: zipfile.ZipInfo) -> str | None:
    if stat.S_ISLNK(entry.external_attr >> 16):
        return "it is a link"
    if entry.flag_bits & _ENCRYPTED:
        return "it needs a password; unpack the archive first"
    return None


def _unpack(stream: IO[bytes] | gzip.GzipFile, packed: int, *, allowance: Allowance, bounds: Bounds) -> bytes:
    """A member's bytes, read step by step so that a bomb is noticed before it has grown."""
    pieces, size = [], 0
    while piece := stream.read(_STEP_BYTES):
        size += len(piece)
        allowance.bytes -= len(piece)
        if size > bounds.file_bytes:
            most = megabytes(bounds.file_bytes)
            raise UnreadableSource(f"unpacks to more than {most}, the most a file may hold")
        if size > bounds.ratio_from_bytes and size > bounds.archive_ratio * max(packed, 1):
            raise UnreadableSource(
                f"unpacks to over {bounds.archive_ratio} times its size, as an archive made to harm would"
            )
        if allowance.bytes < 0:
            raise UnreadableSource(f"the archive unpacks to more than allowed ({_allowed(bounds)})")
        pieces.append(piece)
    return b"".join(pieces)


def _allowed(bounds: Bounds) -> str:
    return f"{megabytes(bounds.archive_bytes)}, {bounds.archive_members:,} members"


def _is_hidden(name: str) -> bool:
    """Hidden files, and what macOS packs beside every file."""
    parts = [part for part in name.replace("\\", "/").split("/") if part not in ("", ".", "..")]
    return any(part.startswith(".") for part in parts) or parts[:1] == ["__MACOSX"]
