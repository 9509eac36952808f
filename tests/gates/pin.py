"""Pinned floors of quality, one set a gate.

A gate is a package below `tests/gates/` whose `measure.py` has `figures()`, the measured values by
name (higher is better), and `corpus()`, the files they are measured on. `pins.json` holds for each
gate the floors and a digest of its corpus.

    python tests/gates/pin.py pages                                measure and compare
    python tests/gates/pin.py pages --update                       raise the floors to what is measured
    python tests/gates/pin.py pages --update --allow-regression    also lower them
"""

from __future__ import annotations

import argparse
import hashlib
import importlib
import json
import math
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
PINS = HERE / "pins.json"
DECIMALS = 4


@dataclass(frozen=True, slots=True)
class Pin:
    """The floors of one gate and the digest of the corpus they were measured on."""

    corpus: str
    floors: Mapping[str, float]


def read_pins(path: Path = PINS) -> dict[str, Pin]:
    """The pins of all gates, by gate."""
    stored = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return {gate: Pin(pin["corpus"], pin["floors"]) for gate, pin in stored.items()}


def write_pins(pins: Mapping[str, Pin], path: Path = PINS) -> None:
    """Store the pins, gates and figures in alphabetical order."""
    stored = {gate: {"corpus": pin.corpus, "floors": dict(pin.floors)} for gate, pin in pins.items()}
    path.write_text(json.dumps(stored, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def measure(gate: str) -> Pin:
    """What a gate measures now, rounded down so that a floor never exceeds its figure."""
    module = importlib.import_module(f"tests.gates.{gate}.measure")
    scale = 10**DECIMALS
    floors = {name: math.floor(value * scale + 1e-6) / scale for name, value in module.figures().items()}
    return Pin(digest(module.corpus()), floors)


def digest(paths: Iterable[Path]) -> str:
    """SHA-256 of the files' names and contents, in order of name."""
    total = hashlib.sha256()
    for path in sorted(paths, key=lambda p: p.as_posix()):
        total.update(path.name.encode() + b"\0" + path.read_bytes() + b"\0")
    return total.hexdigest()


def shortfalls(pinned: Pin | None, measured: Pin) -> list[str]:
    """What is wrong with a measurement against its pin, one sentence each; empty when it holds."""
    if pinned is None:
        return ["the gate has no pins yet; run with --update"]
    found = [
        f"{name} is {measured.floors.get(name, 0.0):.4f}, below its floor {floor:.4f}"
        for name, floor in sorted(pinned.floors.items())
        if measured.floors.get(name, 0.0) < floor
    ]
    if pinned.corpus != measured.corpus:
        found.append("the corpus has changed since the floors were pinned; run with --update")
    return found


def lowered(pinned: Pin | None, measured: Pin) -> list[str]:
    """Names of floors that an update would lower or drop."""
    floors = pinned.floors if pinned else {}
    return sorted(name for name, floor in floors.items() if measured.floors.get(name, -1.0) < floor)


def main(arguments: list[str] | None = None, path: Path = PINS) -> int:
    """Compare a gate with its pins or update them; the exit code is 1 when it does not hold."""
    parser = argparse.ArgumentParser(description="Compare a gate with its pinned floors, or pin them anew.")
    parser.add_argument("gate", help="folder below tests/gates, such as pages")
    parser.add_argument("--update", action="store_true", help="pin what is measured now")
    parser.add_argument("--allow-regression", action="store_true", help="let an update lower floors")
    given = parser.parse_args(arguments)
    pins, measured = read_pins(path), measure(given.gate)
    for name, value in measured.floors.items():
        print(f"{name:32} {value:.4f}")
    if not given.update:
        wrong = shortfalls(pins.get(given.gate), measured)
    elif lower := lowered(pins.get(given.gate), measured) if not given.allow_regression else []:
        wrong = [f"{name} would be lowered; --allow-regression lets it" for name in lower]
    else:
        wrong = []
        write_pins({**pins, given.gate: measured}, path)
    for line in wrong:
        print(f"{given.gate}: {line}", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.path.insert(0, str(HERE.parent.parent))
    sys.exit(main())
