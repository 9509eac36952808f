"""`docs/accuracy.md`: what was measured, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.yardsticks.measured import Measured

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
BEGIN, END = "<!-- measured by benchmarks.yardsticks -->", "<!-- end of what is measured -->"


def write_page(history: Sequence[Mapping[str, Any]], figures: Sequence[Measured]) -> None:
    """Put the figures into the page's table; lines of what was not measured stay as they are."""
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    held, _, after = rest.partition(END)
    found = merged(held, table(history, figures))
    PAGE.write_text(f"{before}{BEGIN}\n\n{found}\n\n{END}{after}", encoding="utf-8")


def merged(held: str, fresh: str) -> str:
    """A table with the lines of another of the same columns in place of its own on the same figure."""
    lines = {_figure(line): line for line in held.strip().splitlines()}
    lines.update({_figure(line): line for line in fresh.strip().splitlines()})
    return "\n".join(lines.values())


def _figure(line: str) -> tuple[str, ...]:
    """Yardstick and name of the figure that a line of the table is about."""
    return tuple(cell.strip() for cell in line.split("|")[1:3])


def table(history: Sequence[Mapping[str, Any]], figures: Sequence[Measured]) -> str:
    """One line a figure: its first value in the history, its last, and the marks."""
    first: dict[str, float] = {}
    for entry in history:
        for name, value in entry["figures"].items():
            first.setdefault(name, value)
    lines = ["| yardstick | figure | size | first | now | floor | target |", "|---|---|--:|--:|--:|--:|--:|"]
    for one in figures:
        marks = " | ".join("" if mark is None else f"{mark:.2f}" for mark in (one.floor, one.target))
        reached = "**" if one.reached == "target" else ""
        lines.append(
            f"| {one.yardstick} | {one.figure} | {one.size} | {first[one.name]:.3f} | "
            f"{reached}{one.value:.3f}{reached} | {marks} |"
        )
    return "\n".join(lines)
