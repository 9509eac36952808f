"""Playing the years after the as-of date: told of acts or not, scored with misses, beside models that know none."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from typer.testing import CliRunner

from brink.case.bundled import copy_bundled
from brink.case.folder import open_case
from brink.case.view import View
from brink.cli.app import app
from brink.dates.months import parse_month
from brink.errors import BadExport, BadForecast
from brink.play.fit.benchmarks import benchmark_draws
from brink.play.fit.hindcast import as_it_came, hindcast, last_counted
from brink.play.fit.record import Hindcast
from brink.play.fit.report import _beside, as_rows, comparison, in_words, misses
from brink.play.fit.scored import scored
from brink.play.model.dated_acts import every_dated_event
from brink.play.model.sanctuary import MODEL


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return View(open_case(copy_bundled("pakistan-ttp", tmp_path_factory.mktemp("case"))))


@pytest.fixture(scope="module")
def played(view: View) -> Hindcast:
    return hindcast(view, until=parse_month("2023-12"), futures=512)


def test_scores_of_a_month_by_hand():
    # Draws 0, 2, 4, 6 against 3: mean distance 2; half the mean of pairs (2 x 6 + 4 x 4 + 6 x 2) / 16 = 1.25.
    found = scored("attacks", "none", "by hand", np.array([[0.0, 2.0, 4.0, 6.0]]), np.array([3.0]))
    assert found.crps == pytest.approx(0.75)
    assert (found.covered, list(found.misses)) == (1.0, [])
    assert list(
        scored("attacks", "none", "by hand", np.array([[0.0, 2.0, 4.0, 6.0]]), np.array([9.0])).misses
    ) == [0]


def test_what_came_becomes_levers_in_its_months(view: View):
    acts = [act for act in every_dated_event(view) if act.start > view.as_of]
    table = as_it_came(acts, 517, 553)
    pulled = {
        (MODEL.levers[lever], int(first)) for lever, first in zip(table.lever, table.first, strict=True)
    }
    assert {("lever_rung_4", 14), ("lever_rung_5", 33), ("lever_border", 35), ("lever_as_given", 0)} <= pulled
    assert ("lever_border", 30) not in pulled


def test_forecasts_beside_it_know_nothing_after_the_as_of_date(view: View):
    found = benchmark_draws(view, "ucdp-ttp", "events", 3)
    assert found["last value"].tolist() == [[18.0]] * 3
    assert sorted(found["conflictology"][0]) == sorted([19, 12, 10, 25, 6, 9, 13, 15, 16, 13, 14, 18])
    assert found["pool"].shape == (3, 1000)


def test_the_last_month_counted_is_found(view: View):
    assert last_counted(view) == parse_month("2025-12")
    assert last_counted(view, most=12) == parse_month("2023-12")


def test_months_not_yet_counted_are_refused(view: View):
    with pytest.raises(BadForecast, match="2026-01 has not been counted"):
        hindcast(view, until=parse_month("2026-01"), futures=256)


def test_months_that_were_known_at_the_date_are_no_test(view: View):
    with pytest.raises(BadForecast, match="2022-03 is not after 2022-12, the last month known on 2022-12-31"):
        hindcast(view, until=parse_month("2022-03"), futures=256)


@pytest.mark.slow
def test_every_series_is_scored_under_every_weight_and_beside_every_other_forecast(played: Hindcast):
    models = {(s.variant, s.model) for s in played.scores if s.series == "attacks"}
    mixtures = {"judged weights", "held-out weights", "S1", "S2", "S3"}
    assert models == {
        *((variant, model) for variant in ("own rules", "as it came") for model in mixtures),
        *(("none", model) for model in ("pool", "conflictology", "last value")),
    }
    assert {s.series for s in played.scores} == {
        "attacks", "deaths", "deaths between the states", "deaths by other rivals",
    }  # fmt: skip


@pytest.mark.slow
def test_a_mixture_lies_between_its_structures(played: Hindcast):
    chance = {c.model: c.large for c in played.chances if c.variant == "own rules"}
    judged = sum(played.judged[s] * float(chance[s] or 0) for s in ("S1", "S2", "S3"))
    assert chance["judged weights"] == pytest.approx(judged)


@pytest.mark.slow
def test_the_lines_for_programs_hold_scores_chances_and_misses(played: Hindcast):
    lines = [json.loads(json.dumps(row, allow_nan=False)) for row in as_rows(played)]
    kinds = {
        kind: [row for row in lines if row["kind"] == kind]
        for kind in dict.fromkeys(r["kind"] for r in lines)
    }
    assert next(iter(kinds)) == "score" and len(kinds["score"]) == len(played.scores)
    assert {(row["as_of"], row["last"]) for row in lines} == {("2022-12-31", "2023-12")}
    assert len(kinds["fighting"]) == len(played.chances)
    assert all(0 <= one["probability"] <= 1 and one["came"] is False for one in kinds["large clash"])
    assert [row["month"] for row in kinds.get("miss", [])] == [row["month"] for row in misses(played)]
    assert all(not row["low"] <= row["observed"] <= row["high"] for row in kinds.get("miss", []))
    assert kinds["weights"][0]["judged"] == {"S1": 0.5, "S2": 0.3, "S3": 0.2}


@pytest.mark.slow
def test_people_get_a_line_a_forecast_with_a_column_a_series(played: Hindcast):
    rows = comparison(played)
    assert len(rows) == 7
    own = next(row for row in rows if row["forecast"] == "judged weights")
    score = played.score("attacks", "own rules", "judged weights")
    assert own["attacks"] == f"{score.crps:.1f} ({score.covered:.0%})"
    assert set(own) == {"forecast", *played.series, "fighting, Brier"}


def test_scores_alike_as_far_as_they_are_shown_are_level():
    assert _beside(6.07, 6.06, digits=1) == "level with"
    assert _beside(6.07, 6.16, digits=1) == "better than"
    assert _beside(0.2846, 0.2839, digits=3) == "worse than"


@pytest.mark.slow
def test_the_words_say_what_was_worse_too(played: Hindcast):
    text = " ".join(in_words(played))
    assert "in the simulation" in text
    assert ("worse than" in text) or ("better than" in text)
    assert "As knowable on 2022-12-31" in text


@pytest.mark.slow
def test_the_command_prints_json_lines_and_writes_a_page_and_figures(view: View, tmp_path: Path):
    words = ["hindcast", str(view.case.root), "--until", "2023-06", "--futures", "256", "--json"]
    ran = CliRunner().invoke(
        app, [*words, "--out", str(tmp_path / "r.html"), "--figures", str(tmp_path / "f")]
    )
    assert ran.exit_code == 0
    assert {json.loads(line)["last"] for line in ran.stdout.splitlines()} == {"2023-06"}
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert page.index("Read this first") < page.index("<figure") and "January 2023 to June 2023" in page
    assert {path.suffix for path in (tmp_path / "f").iterdir()} == {".svg", ".csv"}


def test_a_page_of_another_kind_is_refused_before_anything_is_played(view: View, tmp_path: Path):
    words = ["hindcast", str(view.case.root), "--out", str(tmp_path / "r.pdf")]
    with pytest.raises(BadExport, match=r"written as \.html, not \.pdf"):
        CliRunner().invoke(app, words, catch_exceptions=False)
