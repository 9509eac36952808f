"""A case with two questions on an invented monthly series."""

from __future__ import annotations

from pathlib import Path

import pytest

from brink.case.folder import Case, open_case

YAML = """title: Northern Mali
as_of: 2024-06-30
forecasts:
  - id: attacks-2024
    question: How many attacks will the desk count from July to September 2024?
    holder: Sahel desk
    said: about as many as before
    opens: 2024-07-01
    closes: 2024-09-30
    quantiles: {0.25: 10, 0.75: 30}
    assumption: the last months carried on
    resolution: &rule
      source: the desk's count
      field: attacks
      rule: the sum of three months
      vintage: as counted by the reading date
      reading_date: 2024-10-15
      if_source_stops: annulled
      reads: {series: desk, field: attacks}
  - id: truce-2024
    question: Will a truce be announced in 2024?
    holder: Sahel desk
    said: unlikely
    opens: 2024-07-01
    closes: 2024-12-31
    probability: 0.2
    base_rate: {probability: 0.4, assumption: two of five years}
    assumption: demands have not moved
    outcome: {state: "no", known: 2025-01-15, source: agencies}
    resolution:
      source: statements of both sides
      field: truce announced
      rule: yes if both announce one
      vintage: as published by the reading date
      reading_date: 2025-01-15
      if_source_stops: annulled
series:
  - id: desk
    file: desk.csv
    values: [attacks]
    meaning: attacks
    unit: per month
    source: invented
"""
COUNTS = {**dict.fromkeys(range(1, 13), 4), 13: 1, 14: 2, 15: 3, 16: 4, 17: 5, 18: 6}
"""January 2023 to June 2024, by number of the month."""
LATER = {19: 7, 20: 11, 21: 13}
"""July to September 2024."""


def write_series(root: Path, counts: dict[int, int]) -> None:
    rows = [f"{2023 + (m - 1) // 12}-{(m - 1) % 12 + 1:02d},{n}" for m, n in counts.items()]
    (root / "series" / "desk.csv").write_text("\n".join(["month,attacks", *rows, ""]), encoding="utf-8")


@pytest.fixture
def a_folder(tmp_path: Path) -> Path:
    root = tmp_path / "mali"
    (root / "series").mkdir(parents=True)
    (root / "articles").mkdir()
    (root / "case.yaml").write_text(YAML, encoding="utf-8")
    write_series(root, COUNTS | LATER)
    return root


@pytest.fixture
def a_case(a_folder: Path) -> Case:
    return open_case(a_folder)
