"""The small case with things to watch, coded once; and a case that is only a monthly series."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from brink.case.folder import open_case
from brink.case.view import View
from tests.conftest import brink

WATCHED = """
actors:
  - {name: JNIM, kind: group, country: ML, acronyms: [JNIM]}
  - {name: Mali, kind: state, country: ML}
tripwires:
  - id: mass-casualty
    statement: One attack kills nine people or more.
    counts: {types: [ASSAULT], countries: [ML], at_least: {killed: 9}}
    window: 3 months
    threshold: 1
    direction: at least
    owner: desk
    changes: talks are off
    assumption: ours
  - id: burning
    statement: Something is burned.
    counts: {types: [ASSAULT], actors: [JNIM], words: [burned]}
    window: 6 months
    threshold: 1
    direction: at least
    owner: desk
    changes: nothing
    assumption: ours
indicators:
  - id: climbing
    statement: JNIM stands on its second rung.
    counts: {measure: rung, actors: [JNIM], recipients: [Mali]}
    window: 6 months
    threshold: 2
    direction: at least
    owner: desk
    changes: nothing
    assumption: ours
ladders:
  - by: JNIM
    against: Mali
    rungs:
      - {id: burns, name: Burning, warning: none, reversibility: at once, affordability: cheap, assumption: ours, like: {types: [ASSAULT], words: [burned]}}
      - {id: storms, name: Storming posts, warning: none, reversibility: hard, affordability: dear, assumption: ours, like: {types: [ASSAULT], countries: [ML], words: [army post]}}
"""

EARLY = """Algeria calls for talks

ALGIERS, February 3 2023 - Algeria urged Mali to hold talks with the rebels, the foreign ministry said on Friday.
"""

FIGHTS = """
title: A border
as_of: 2022-12-31
tripwires:
  - id: surge
    statement: Fights double.
    counts: {{measure: value, series: fights}}
    window: 1 month
    reads: change
    baseline: 12 months
    floor: 10
    threshold: 100
    direction: at least
    outcome: {{floor: 10}}
    owner: desk
    changes: nothing
    assumption: ours
series:
  - {{id: fights, file: fights.csv, meaning: fights, values: [events], unit: per month, absent: zero, source: a list}}
"""


@pytest.fixture(scope="session")
def a_watched_case(a_coded_case: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small case with tripwires and a ladder, coded once for tests that only look."""
    root = tmp_path_factory.mktemp("watched") / "mali"
    shutil.copytree(a_coded_case, root)
    (root / "articles" / "early.txt").write_text(EARLY)
    (root / "case.yaml").write_text(f"title: Northern Mali\nas_of: 2024-06-30\n{WATCHED}")
    assert brink("code", str(root)).returncode == 0
    return root


@pytest.fixture
def a_series(tmp_path: Path) -> Callable[[Sequence[float]], View]:
    """A case whose one series has these counts, the last of them in December 2022."""

    def made(counts: Sequence[float]) -> View:
        months = [(2022 - back // 12, 12 - back % 12) for back in range(len(counts))][::-1]
        table = "".join(f"{y},{m},{n}\n" for (y, m), n in zip(months, counts, strict=True))
        for folder in ("series", "articles"):
            (tmp_path / folder).mkdir()
        (tmp_path / "case.yaml").write_text(FIGHTS.format())
        (tmp_path / "series" / "fights.csv").write_text("year,month,events\n" + table)
        return View(open_case(tmp_path))

    return made
