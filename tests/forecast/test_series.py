"""Forecasts of a case's series: from what was known, kept, compared, explained and written out."""

from __future__ import annotations

import csv
import io
import json
import shutil
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

import brink as package
from brink.case.folder import open_case
from brink.case.view import View
from brink.dates.months import month_label
from brink.errors import BadForecast
from brink.forecast.explained import analogues_of, member_rows
from brink.forecast.files import write_draws, write_quantiles
from brink.forecast.kept import keep, moved
from brink.forecast.matched import matched
from brink.forecast.series import forecast_series, month_rows
from tests.conftest import brink

BUNDLED = Path(package.__file__).parent / "cases" / "pakistan-ttp"


@pytest.fixture(scope="module")
def case_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bundled case without its articles, which forecasts do not read."""
    folder = tmp_path_factory.mktemp("series") / "pakistan-ttp"
    folder.mkdir()
    shutil.copytree(BUNDLED / "series", folder / "series")
    shutil.copy(BUNDLED / "case.yaml", folder)
    return folder


def view(folder: Path, day: str = "2022-12-31") -> View:
    return View(open_case(folder), date.fromisoformat(day))


def test_data_up_to_october_forecast_january_to_december(case_folder: Path):
    made = forecast_series(view(case_folder), "ucdp-ttp", "deaths")
    assert month_label(made.last_known) == "2022-10"
    assert [month_label(made.months[k]) for k in (0, -1)] == ["2023-01", "2023-12"]
    assert made.paths.shape == (12, 1000)


def test_without_a_gap_the_month_before_is_known(case_folder: Path):
    made = forecast_series(view(case_folder), "ucdp-ttp", "deaths", gap=1, horizon=3)
    assert month_label(made.last_known) == "2022-12"
    assert len(made.months) == 3


def test_counts_after_the_last_known_month_move_no_draw(case_folder: Path, tmp_path: Path):
    poisoned = tmp_path / "pakistan-ttp"
    shutil.copytree(case_folder, poisoned)
    file = poisoned / "series" / "ucdp_dyad_month.parquet"
    later = (pl.col("year") > 2022) | ((pl.col("year") == 2022) & (pl.col("month") > 10))
    pl.read_parquet(file).with_columns(
        pl.when(later).then(9_999).otherwise(pl.col("deaths")).alias("deaths")
    ).write_parquet(file)
    honest, blind = (forecast_series(view(f), "ucdp-ttp", "deaths") for f in (case_folder, poisoned))
    assert np.array_equal(honest.paths, blind.paths)


def test_a_series_finds_its_part_of_the_world():
    assert matched({"dyad_id": 997}, "deaths").words == "deaths of 378 one-sided dyads"
    pakistan = matched({"gwno": 770}, "os_events")
    assert (pakistan.panel.violence, pakistan.panel.measure) == ("os", "events")
    assert (
        pakistan.unit is not None
        and pakistan.panel.units[pakistan.panel.row_of(pakistan.unit)].name == "Pakistan"
    )


def test_escalation_is_a_chance_for_deaths_and_nothing_for_events(case_folder: Path):
    deaths, events = (forecast_series(view(case_folder), "ucdp-ttp", f) for f in ("deaths", "events"))
    bar = 2 * deaths.trailing_mean
    assert deaths.escalation == pytest.approx((deaths.paths[:3].mean(axis=0) >= bar).mean())
    assert events.escalation is None


def test_bands_lie_in_each_other(case_folder: Path):
    for row in month_rows(forecast_series(view(case_folder), "ucdp-ttp", "deaths")):
        ends = [row[key] for key in ("low_90", "low_80", "low_50", "median", "high_50", "high_80", "high_90")]
        assert ends == sorted(ends)


def test_a_series_too_short_to_forecast_says_so(case_folder: Path):
    with pytest.raises(BadForecast, match="needs 12"):
        forecast_series(view(case_folder), "picss-attacks", "attacks")


def test_what_moved_is_told_against_the_run_before_and_never_a_later_one(case_folder: Path):
    earlier, later = view(case_folder, "2022-06-30"), view(case_folder, "2022-12-31")
    for each in (earlier, later, later):
        keep(each.case, forecast_series(each, "ucdp-ttp", "deaths"), each.as_of)
    assert later.case.store.execute("SELECT count(*) FROM forecast_run").fetchone()[0] == 2
    found = moved(later.case, forecast_series(later, "ucdp-ttp", "deaths"), later.as_of)
    assert found is not None and found.since == earlier.as_of and found.months == ("2023-01", "2023-06")
    assert moved(earlier.case, forecast_series(earlier, "ucdp-ttp", "deaths"), earlier.as_of) is None


def test_analogues_are_named_dated_and_over(case_folder: Path):
    made = forecast_series(view(case_folder), "ucdp-ttp", "deaths")
    found = analogues_of(made)
    assert found and all(a.unit and a.month + 14 <= made.last_known for a in found)
    assert sum(a.weight for a in found) <= 1
    assert [row["share"] for row in member_rows(made)] == ["25%", "25%", "50%"]


def test_files_hold_every_draw_and_every_level(case_folder: Path, tmp_path: Path):
    made = forecast_series(view(case_folder), "ucdp-ttp", "deaths")
    write_draws([made], tmp_path / "draws.parquet")
    write_quantiles([made], tmp_path / "quantiles.csv")
    draws = pl.read_parquet(tmp_path / "draws.parquet")
    assert draws.columns[:4] == ["month_id", "country_id", "draw", "outcome"]
    assert draws.height == 12_000 and draws["country_id"].unique().to_list() == [857]
    rows = list(csv.DictReader((tmp_path / "quantiles.csv").open()))
    assert len(rows) == 12 * 23 and rows[0]["origin_date"] == "2022-10-31"


def test_the_command_prints_rows_for_programs(case_folder: Path):
    ran = brink("forecast", str(case_folder), "--series", "ucdp-ttp/deaths", "--json")
    rows = [json.loads(line) for line in ran.stdout.splitlines()]
    assert [rows[k]["month"] for k in (0, -1)] == ["2023-01", "2023-12"]
    as_csv = brink("forecast", str(case_folder), "--series", "ucdp-ttp/deaths", "--csv")
    assert len(list(csv.DictReader(io.StringIO(as_csv.stdout)))) == 12


def test_the_command_names_the_series_there_are(case_folder: Path):
    ran = brink("forecast", str(case_folder), "--series", "ucdp-tpt")
    assert ran.returncode == 2
    assert "ucdp-ttp" in ran.stderr
