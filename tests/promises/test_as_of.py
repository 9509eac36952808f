"""Nothing dated later may move a number."""

from __future__ import annotations

import shutil
from importlib.resources import files
from pathlib import Path

from tests.conftest import brink, rows

POISON = """Hundreds die as JNIM storms Gao

GAO, Mali, August 5 2025 - JNIM fighters stormed Gao on Tuesday and killed 300 soldiers, the army said. The attack near Gao on March 21 2024, in which nine soldiers were killed, was carried out by the Islamic State, it said.

Algeria broke off relations with Mali and accused JNIM of treason.
"""
LISTINGS = ("stories", "events", "claims", "ties", "incidents", "actors", "sources")


def listed(case: Path) -> dict[str, object]:
    return {name: rows(name, str(case)) for name in LISTINGS}


def test_a_later_report_changes_no_row_of_an_earlier_date(a_small_case: Path):
    assert brink("code", str(a_small_case)).returncode == 0
    before = listed(a_small_case)
    (a_small_case / "articles" / "later.txt").write_text(POISON, encoding="utf-8")
    (a_small_case / "articles" / "later-copy.txt").write_text(
        (a_small_case / "articles" / "gao.txt").read_text(encoding="utf-8").replace("2024", "2025"),
        encoding="utf-8",
    )
    assert brink("code", str(a_small_case)).returncode == 0
    assert listed(a_small_case) == before


def test_the_brief_of_an_earlier_date_does_not_change_but_for_what_it_leaves_out(
    a_small_case: Path, tmp_path: Path
):
    first, second = tmp_path / "first.html", tmp_path / "second.html"
    assert brink("brief", str(a_small_case), "-o", str(first)).returncode == 0
    (a_small_case / "articles" / "later.txt").write_text(POISON, encoding="utf-8")
    assert brink("brief", str(a_small_case), "-o", str(second)).returncode == 0
    changed = [
        (a, b)
        for a, b in zip(first.read_text().splitlines(), second.read_text().splitlines(), strict=True)
        if a != b
    ]
    assert all("reports dated later" in b or "<dt>inputs" in b for _, b in changed)


def test_a_later_as_of_lets_the_report_in(a_small_case: Path):
    (a_small_case / "articles" / "later.txt").write_text(POISON, encoding="utf-8")
    assert brink("code", str(a_small_case)).returncode == 0
    assert len(rows("stories", str(a_small_case), "--as-of", "2025-12-31")) == 5
    assert len(rows("stories", str(a_small_case))) == 4


def test_later_counts_and_outcomes_move_nothing_in_the_brief(tmp_path: Path):
    """The bundled case without its articles: all that is forecast, watched and asked rests on its series."""
    bundled = Path(str(files("brink"))) / "cases" / "pakistan-ttp"
    case = tmp_path / "case"
    case.mkdir()
    (case / "case.yaml").write_bytes((bundled / "case.yaml").read_bytes())
    shutil.copytree(bundled / "series", case / "series")
    (case / "articles").mkdir()
    assert brink("brief", str(case), "-o", str(case / "honest.html")).returncode == 0
    poisoned = [_poison(path) for path in sorted((case / "series").glob("*.parquet"))]
    assert len(poisoned) == 2
    assert "Deaths in the next 12 months" in (case / "honest.html").read_text()
    assert brink("ledger", str(case), "resolve", "--until", "2026-07-31").returncode == 0
    assert brink("brief", str(case), "-o", str(case / "second.html")).returncode == 0
    assert (case / "second.html").read_text() == (case / "honest.html").read_text()


def _poison(path: Path) -> Path:
    """Every count after the as-of date a thousand times itself, and more."""
    import polars as pl

    later = pl.col("year") > 2022
    table = pl.read_parquet(path)
    counts = [name for name in table.columns if "events" in name or "deaths" in name]
    changed = [
        pl.when(later).then(pl.col(name) * 1000 + 7).otherwise(pl.col(name)).alias(name) for name in counts
    ]
    table.with_columns(changed).write_parquet(path)
    return path
