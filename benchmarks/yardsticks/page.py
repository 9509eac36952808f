"""`docs/accuracy.md`: what was measured, before and after."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from benchmarks.yardsticks.measured import Measured

PAGE = Path(__file__).parents[2] / "docs" / "accuracy.md"
BEGIN, END = "<!-- measured by benchmarks.yardsticks -->", "<!-- end of what is measured -->"


def write_page(history: Sequence[Mapping[str, Any]], figures: Sequence[Measured]) -> None:
    before, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
    _, _, after = rest.partition(END)
    PAGE.write_text(f"{before}{BEGIN}\n\n{table(history, figures)}\n\n{END}{after}", encoding="utf-8")


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
