"""Digests of code and inputs, so that a second run knows what need not be done again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from importlib.resources.abc import Traversable

KNOWLEDGE = (".py", ".yaml", ".csv", ".gz", ".json", ".cfg", ".npz")


@cache
def package_digest(*packages: str) -> str:
    """SHA-256 over the code and knowledge files of Brink's packages, by name and content."""
    whole = hashlib.sha256()
    for package in packages:
        for name, content in _files(resources.files(package), package):
            whole.update(f"{name}\x00{hashlib.sha256(content).hexdigest()}\n".encode())
    return whole.hexdigest()


def _files(folder: Traversable, prefix: str) -> Iterable[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda item: item.name):
        if entry.is_dir() and entry.name != "__pycache__":
            yield from _files(entry, f"{prefix}/{entry.name}")
        elif entry.name.endswith(KNOWLEDGE):
            yield f"{prefix}/{entry.name}", entry.read_bytes()


def text_digest(*parts: str) -> str:
    """SHA-256 of texts, with a separator that no text can imitate."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(f"{len(part)}:".encode())
        whole.update(part.encode())
    return whole.hexdigest()
