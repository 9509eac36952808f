"""Sentences and figures kept in a file, so that what took long to work out is not worked out again."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from brink.plots.figure import Figure

Made = tuple[tuple[str, ...], tuple[Figure, ...]]
"""Sentences, and figures."""


def kept(path: Path | None, make: Callable[[], Made]) -> Made:
    """What a file holds, or what `make` returns, which is then written there; None keeps nothing."""
    found = _read(path) if path is not None and path.exists() else None
    if found is not None:
        return found
    says, figures = make()
    if path is not None:
        _write(path, says, figures)
    return tuple(says), tuple(figures)


def _write(path: Path, says: Sequence[str], figures: Sequence[Figure]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".draft")
    draft.write_text(
        json.dumps({"says": says, "figures": [asdict(one) for one in figures]}), encoding="utf-8"
    )
    draft.replace(path)


def _read(path: Path) -> Made | None:
    """None when it cannot be read; it is then made anew."""
    try:
        loaded: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        return tuple(loaded["says"]), tuple(_figure(one) for one in loaded["figures"])
    except (ValueError, KeyError, TypeError):
        return None


def _figure(one: dict[str, Any]) -> Figure:
    return Figure(
        one["id"], one["title"], one["reading"], one["spec"], tuple(one["columns"]), tuple(one["rows"]),
        tuple(tuple(link) for link in one["links"]),
    )  # fmt: skip
