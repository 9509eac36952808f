"""Alerts know when a conflict escalates, look only back, and can be counted."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from brink.dates.months import month_number
from brink.errors import BadForecast
from brink.forecast.alerts import alerts, at_budget, at_recall, fitted
from brink.forecast.escalation import bar, escalated, signs, surged
from brink.forecast.panel import world
from brink.forecast.warned import ESCALATION, ONSET, broke_out, quiet, stirring
from tests.conftest import brink


def test_escalation_by_hand():
    # Twelve months of 20: the bar is 40; the three months 30, 50, 43 average 41, and then 12.
    deaths = np.array([[20.0] * 12 + [30, 50, 43, 0, 0, 36]])
    assert bar(deaths)[0, 11] == 40
    assert escalated(deaths)[0, 11] == 1
    assert escalated(deaths)[0, 14] == 0
    assert np.isnan(escalated(deaths)[0, -3:]).all()


def test_below_twenty_five_a_month_nothing_escalates():
    assert escalated(np.array([[0.0] * 12 + [24, 24, 26]]))[0, 11] == 0


def test_a_surge_counts_its_own_month_in_the_mean():
    # 100 after eleven quiet months: mean 8.3, bar 25.
    assert surged(np.array([[0.0] * 11 + [100, 24]]))[0, -2:].tolist() == [True, False]


def test_an_onset_by_hand():
    # Two quiet years with 24 deaths in all, then 25 in the month that is twelve ahead of the 25th.
    deaths = np.array([[24.0] + [0] * 24 + [0] * 11 + [25] + [0] * 12])
    assert quiet(deaths)[0, 24] and quiet(deaths)[0, 0]
    assert broke_out(deaths)[0, [23, 24, 36]].tolist() == [0, 1, 0]
    assert not quiet(deaths)[0, 36]
    assert np.isnan(broke_out(deaths)[0, -12:]).all()


def test_a_quiet_place_stirs_for_three_months_after_a_death():
    deaths = np.array([[0.0] * 30 + [2, 0, 0, 0]])
    assert stirring(deaths)[0, 29:].tolist() == [False, True, True, True, False]


def test_alerts_of_onset_name_only_quiet_places():
    panel = world("country")
    named = {alert.unit for alert in alerts(panel, month_number(2014, 6), of=ONSET)}
    calm = quiet(panel.until(month_number(2014, 6)).counts)[:, -1]
    assert named <= {unit.name for unit, still in zip(panel.units, calm, strict=True) if still}


def test_no_sign_looks_ahead():
    panel = world("country")
    poisoned = panel.counts.copy()
    poisoned[:, 300:] = 500.0
    honest, blind = signs(panel)[:, :300], signs(replace(panel, counts=poisoned))[:, :300]
    assert np.array_equal(honest, blind)


def test_tracks_by_hand():
    chances = np.array([[0.9, 0.1], [0.2, 0.8], [0.4, 0.3]])
    happened = np.array([[1.0, 1.0], [0.0, 0.0], [1.0, 0.0]])
    one = at_budget(chances, happened, budget=1)
    assert (one.precision, one.recall, one.alerts_a_month) == pytest.approx((0.5, 1 / 3, 1))
    two_of_three = at_recall(chances, happened, recall=0.6)
    assert (two_of_three.precision, two_of_three.recall) == pytest.approx((2 / 3, 2 / 3))


def test_a_clear_sign_is_learnt():
    rng = np.random.default_rng(3)
    sign = rng.normal(size=(200, 100, 1))
    happened = (rng.random((200, 100)) < 1 / (1 + np.exp(-2 * sign[..., 0]))).astype(float)
    low, high = fitted(sign, happened, known=100).chances(np.array([[-1.5], [1.5]]))
    # True chances are .047 and .953: slope 2. The penalty adds 150 to an information of about 1,250 (12,200 rows
    # of mean p(1 - p) near .1 at unit spread), and so pulls the slope in by about a tenth to a fifth.
    assert 0.047 < low < 0.1 and 0.9 < high < 0.953


def test_with_nothing_to_learn_from_alerts_refuse():
    with pytest.raises(BadForecast, match="later date"):
        fitted(np.zeros((3, 20, 1)), np.zeros((3, 20)), known=20)


def test_alerts_are_the_same_whatever_came_after():
    panel = world("dyad")
    poisoned = panel.counts.copy()
    month = month_number(2010, 6)
    poisoned[:, month + 1 - panel.first :] = 3_000.0
    for of in (ESCALATION, ONSET):
        assert alerts(panel, month, of=of) == alerts(replace(panel, counts=poisoned), month, of=of)


def test_the_command_lists_the_budget():
    ran = brink("alerts", "--panel", "dyads", "--as-of", "2005-06-30", "--budget", "3", "--csv")
    assert len(ran.stdout.splitlines()) == 4
