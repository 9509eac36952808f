"""The sentences of a gate, in one file of YAML for each of its parts."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml


@dataclass(frozen=True, slots=True)
class Written:
    """The files of a gate, by the names of its parts."""

    folder: Path
    parts: tuple[str, ...]

    def rows(self, part: str) -> list[dict[str, Any]]:
        return list(yaml.safe_load((self.folder / f"{part}.yaml").read_text(encoding="utf-8")))

    def corpus(self) -> list[Path]:
        """The files the gate measures on."""
        return [self.folder / f"{part}.yaml" for part in self.parts]

    def figures(self, shares: Callable[[str], Mapping[str, float]]) -> dict[str, float]:
        """What a gate's `shares` gives for each part, under the part's name."""
        return {f"{part}_{name}": share for part in self.parts for name, share in shares(part).items()}
