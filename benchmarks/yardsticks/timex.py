"""Dates, times and durations of TempEval-3 platinum (20 news articles; annotations CC BY 3.0).

Relaxed F1 takes any overlap of spans; value F1 takes of these the ones with the same TIMEX3 value, as the
shared task's scorer does (UzZaman et al. 2013, SemEval-2013 task 1).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree

from benchmarks.yardsticks.measured import Measured, f1
from brink.dates import DateInterval
from brink.dates.expressions import DateExpression, find_dates

NEEDS = ("yardsticks/te3-platinum",)


@dataclass(frozen=True, slots=True)
class Marked:
    start: int
    end: int
    value: str


def measure(shared: Path) -> Iterator[Measured]:
    wanted = found = relaxed = valued = strict = 0
    for path in sorted((shared / "yardsticks" / "te3-platinum").glob("*.tml")):
        text, day, marked = read(path)
        dates = [date for one in find_dates(text, anchor=day) for date in (one.parts or (one,))]
        pairs = paired(marked, dates)
        wanted, found, relaxed = wanted + len(marked), found + len(dates), relaxed + len(pairs)
        valued += sum(one.value == date.value for one, date in pairs)
        strict += sum((one.start, one.end) == (date.start, date.end) for one, date in pairs)
    size = f"{wanted} expressions"
    yield Measured("dates (TempEval-3)", "found, F1", f1(relaxed, found, wanted), size, 0.85, 0.90)
    yield Measured("dates (TempEval-3)", "value, F1", f1(valued, found, wanted), size, 0.54, 0.72)
    yield Measured("dates (TempEval-3)", "found with exact ends, F1", f1(strict, found, wanted), size)


def read(path: Path) -> tuple[str, DateInterval | None, list[Marked]]:
    """The text, the day it was written, and its marked expressions."""
    root = ElementTree.parse(path).getroot()
    body = root.find("TEXT")
    written = root.find("DCT/TIMEX3")
    day = DateInterval.parse(written.get("value", "")[:10]) if written is not None else None
    pieces: list[str] = []
    marked: list[Marked] = []

    def walk(node: ElementTree.Element) -> None:
        start = sum(map(len, pieces))
        pieces.append(node.text or "")
        for child in node:
            walk(child)
            pieces.append(child.tail or "")
        if node.tag == "TIMEX3":
            marked.append(Marked(start, sum(map(len, pieces)), node.get("value", "")))

    if body is not None:
        walk(body)
    return "".join(pieces), day, marked


def paired(marked: list[Marked], dates: list[DateExpression]) -> list[tuple[Marked, DateExpression]]:
    """Each marked expression with the first date that overlaps it and no other took."""
    pairs, taken = [], set()
    for one in marked:
        for place, date in enumerate(dates):
            if place not in taken and date.start < one.end and one.start < date.end:
                pairs.append((one, date))
                taken.add(place)
                break
    return pairs
