"""The replay scores what it says, from what was known."""

from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from brink.dates.months import month_label
from brink.errors import NotInCase
from brink.forecast.backtest import RIVALS
from brink.forecast.panel import Panel, world
from brink.forecast.replay import MODELS, model_named, replay
from brink.forecast.verdict import geometric, verdict
from brink.forecast.windows import TRUE_FUTURE, parse_windows, yearly
from tests.conftest import brink

(THE_YEAR_2018,) = yearly(2018, 2018)


def test_a_year_is_forecast_from_data_up_to_october_before():
    assert month_label(THE_YEAR_2018.last_known) == "2017-10"
    assert [month_label(THE_YEAR_2018.months[k]) for k in (0, -1)] == ["2018-01", "2018-12"]


def test_the_true_future_is_the_challenge_s():
    assert [month_label(TRUE_FUTURE.months[k]) for k in (0, -1)] == ["2024-07", "2025-06"]


@pytest.mark.parametrize("text", ["2000-2025", "2025..2000", "1990..2000", "2000..2026"])
def test_windows_that_cannot_be_replayed_are_refused(text: str):
    with pytest.raises(NotInCase):
        parse_windows(text)


def test_the_score_of_zero_is_the_mean_of_what_came():
    panel = world("country")
    first = THE_YEAR_2018.months[0] - panel.first
    came = panel.counts[:, first : first + 12]
    assert replay(MODELS["zero"], panel, THE_YEAR_2018).crps.mean() == pytest.approx(came.mean())


def test_conflictology_is_its_twelve_draws_by_hand():
    counts = np.zeros((2, 444))
    panel = replace(world("country"), units=world("country").units[:2], counts=counts)
    october = THE_YEAR_2018.last_known - panel.first
    counts[0, october - 11 : october + 1] = [0] * 6 + [12] * 6
    counts[0, october + 3 : october + 15] = 4
    # mean distance (6 * 4 + 6 * 8) / 12 = 6, half mean pair distance 12 / 4 = 3; the second unit scores 0.
    assert replay(MODELS["conflictology"], panel, THE_YEAR_2018).crps.mean() == pytest.approx(1.5)


@pytest.mark.parametrize("name", MODELS)
def test_no_forecast_sees_past_its_origin(name: str):
    panel = world("dyad")
    poisoned = panel.counts.copy()
    poisoned[:, THE_YEAR_2018.last_known + 1 - panel.first :] = 777.0
    honest, blind = (_draws(name, counts, panel) for counts in (panel.counts, poisoned))
    assert np.array_equal(honest, blind)


def _draws(name: str, counts: np.ndarray, panel: Panel) -> np.ndarray:
    known = replace(panel, counts=counts).until(THE_YEAR_2018.last_known).counts
    return model_named(name)(known, known[:40], steps=THE_YEAR_2018.steps)


def test_geometric_mean_by_hand():
    assert geometric(np.array([0.5, 2.0, 8.0])) == pytest.approx(2.0)


def test_a_model_is_no_better_than_itself():
    runs = [replay(MODELS["conflictology"], world("dyad"), window) for window in yearly(2018, 2019)]
    same = verdict("conflictology", runs, runs)
    assert (same.geometric_ratio, same.won, same.ratio_without_largest) == (1.0, 0, 1.0)


def test_a_model_that_is_not_there_is_refused_with_the_nearest():
    with pytest.raises(NotInCase, match="did you mean pool"):
        model_named("pol")


def test_backtest_prints_one_object():
    ran = brink("backtest", "--panel", "dyads", "--windows", "2018", "--json")
    found = json.loads(ran.stdout)
    assert {"geometric_ratio", "won", "windows", "ratio_of_means", "log_crps_ratio", "coverage_90"} <= set(
        found
    )
    assert found["true_future_ratio"] == pytest.approx(found["per_window"][-1]["ratio"])
    assert [rival["model"] for rival in found["rivals"]] == list(RIVALS)


def test_backtest_says_which_panels_there_are():
    ran = brink("backtest", "--panel", "vews")
    assert ran.returncode == 2
    assert "did you mean views" in ran.stderr


def test_the_years_that_chose_nothing_are_told_first():
    ran = brink("backtest", "--panel", "dyads", "--windows", "2019..2020")
    last = ran.stdout.split("happened")[-1]
    assert last.index("pool in 2020, which played no part") < last.index("All windows")
    assert "from 2020 on" in ran.stdout


def test_windows_that_chose_the_pool_are_said_to_flatter_it():
    ran = brink("backtest", "--panel", "dyads", "--windows", "2019")
    assert "no window after 2019" in ran.stdout
    assert "from 2020 on" not in ran.stdout


def test_the_first_clean_window_is_2020():
    assert [window.label for window in yearly(2018, 2021) if window.clean] == ["2020", "2021"]
