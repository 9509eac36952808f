"""Fighters, attacks under three structures, deaths with a tail, rivals."""

from __future__ import annotations

import math

import numpy as np
import pytest

from brink.play.engine.samplers import negative_binomial
from brink.play.model.derived import monthly_feedback
from brink.play.model.mechanisms.attacks import ATTACKS, LEVEL, background, intensity, season_factor
from brink.play.model.mechanisms.counts import about, many
from brink.play.model.mechanisms.deaths import DEATHS, mean_of_power_law
from brink.play.model.mechanisms.fighters import FIGHTERS, arrest_share, crossing, recruits_expected
from brink.play.model.mechanisms.rivals import RIVALS
from tests.play.model.calling import step


def test_recruits_follow_support_clerics_and_civilians_whose_deaths_fall_due():
    # 60 x (1 - 0.1) x 0.4 / 0.8 + 2 x (30 / (1 + 30 / 60)) = 27 + 40
    assert recruits_expected(0.4, 30.0, 60.0, 0.8, 2.0, 60.0, 0.1) == pytest.approx(67.0)


def test_a_closed_border_lets_its_factor_through():
    # 5000 x 0.02 x (1 - 0.5 x (1 - 0.6)) x 0.9 / 0.75 = 96
    assert crossing(5000.0, 0.5, 0.9, 0.02, 0.6, 0.75) == pytest.approx(96.0)


def test_rivals_take_capacity_from_arrests():
    # 0.02 x (1 + 0.5 x 0.4) x (1 - 0.2 x 1.5) / (1 - 0.2) = 0.021
    assert arrest_share(0.4, 12.0, 0.02, 0.5, 0.2, 8.0) == pytest.approx(0.021)
    assert arrest_share(0.0, 8.0, 0.02, 0.5, 0.2, 8.0) == pytest.approx(0.02)


def test_fighters_are_kept_in_the_books():
    # Medians: recruits 60, crossing 80, arrests 20; a prison break frees 300, half to each side.
    sanctuary, inside, gone = step(
        FIGHTERS,
        fighters_in_sanctuary=4000.0,
        fighters_inside=1000.0,
        fighters_recruits=60.0,
        fighters_infiltration=0.02,
        fighters_arrests=0.02,
        group_deaths=15.0,
        fighters_hit=9.0,
        pressure=0.5,
        host_splinter=0.01,
        fighters_prison_break=0.12,
        fighters_prison_release=300.0,
        u_prison=0.009,
    )
    assert sanctuary == pytest.approx(4000 + 60 + 150 - 80 - 9 - 20)
    assert inside == pytest.approx(1000 + 80 + 150 - 20 - 15)
    assert gone == pytest.approx(0.005)


def test_flows_nobody_counts_are_normal_about_their_mean():
    assert about(0.8413447460685429, 60.0, 16.0) == pytest.approx(64.0)
    assert about(0.0001, 3.0, 9.0) == 0.0


def test_large_counts_have_the_quantiles_of_the_exact_distribution():
    u = np.linspace(0.005, 0.995, 199)
    exact = [negative_binomial(x, 90.0, 4.0) for x in u]
    quick = [many(x, 90.0, 4.0) for x in u]
    assert np.max(np.abs(np.array(exact) - quick)) <= 2


def test_background_is_level_drift_trend_and_stock_together():
    # 12 e^(0.1 + 0.2) (1500 / 1000)^0.5
    assert background(12.0, 0.1, 0.2, 1500.0, 1000.0, 0.5) == pytest.approx(
        12 * math.exp(0.3) * math.sqrt(1.5)
    )


def test_intensity_returns_to_the_background():
    assert intensity(10.0, 20.0, 0.3) == pytest.approx(13.0)
    assert intensity(10.0, 10.0, 0.9) == pytest.approx(10.0)


def test_fast_clustering_becomes_feedback_from_the_last_month():
    # memory 0.05: carried (1 - 0.05) / -log 0.05 = 0.31712; 0.6 x 0.31712 / (1 - 0.6 x 0.68288) = 0.32234.
    assert monthly_feedback(0.6, 0.05) == pytest.approx(0.32234, abs=1e-5)


def test_feedback_of_months_agrees_with_a_daily_hawkes_process():
    # The mean of a month after one with 100 more attacks, spread evenly: by sums over days of the daily process.
    branching, memory = 0.7, 0.08
    rate = -math.log(memory) / 30
    per_day = 50
    step_ = 1 / per_day
    excited = 0.0
    total = 0.0
    for tick in range(60 * per_day):
        given = 100 / 30 if tick < 30 * per_day else branching * rate * excited
        excited = excited * math.exp(-rate * step_) + given * step_
        if tick >= 30 * per_day:
            total += given * step_
    assert total == pytest.approx(100 * monthly_feedback(branching, memory), rel=0.02)


def test_the_season_peaks_in_april_and_is_mirrored_in_october():
    assert season_factor(0.0, 4.0, 1.15) == pytest.approx(1.15)
    assert season_factor(9.0, 1.0, 1.15) == pytest.approx(0.85)
    assert season_factor(12.0, 2.0, 1.15) == pytest.approx(1 + 0.15 * 0.5)


def test_the_level_wanders_and_the_trend_loses_its_growth():
    level, trend, growth = step(
        LEVEL,
        level=0.2,
        trend=0.1,
        growth=0.03,
        attacks_drift=0.1,
        growth_keep=0.9,
        u_level=0.8413447460685429,
    )
    assert (level, trend, growth) == (pytest.approx(0.3), pytest.approx(0.13), pytest.approx(0.027))


def test_attacks_of_a_month_by_hand():
    # (0.7 x 10 + 0.3 x 20) x truce 0.6 x leader (1 + 0.2 x 0.5) + 0.5 x 2 x 15 / 30 = 9.08; median of NegBin(9.08, 5).
    happened, excitation = step(
        ATTACKS,
        excitation=20.0,
        feedback=0.3,
        memory=0.7,
        truce=1.0,
        truce_factor=0.6,
        leadership=0.5,
        leader_attacks=1.2,
        harm_due=15.0,
        harm_revenge=2.0,
        strike_civilians=30.0,
    )
    assert happened == negative_binomial(0.5, 9.08, 5.0) == 8.0
    assert excitation == pytest.approx(0.7 * 20 + 0.3 * 8 / (0.6 * 1.1))


def test_lost_support_takes_the_part_of_attacks_that_needs_the_sanctuary():
    # 10 x (1 - 0.4 x (1 - 0.3 / 0.8)) = 7.5
    given = {"host_support": 0.3, "host_support_start": 0.8, "attacks_sanctuary": 0.4}
    assert step(ATTACKS, **given)[0] == negative_binomial(0.5, 7.5, 5.0)


@pytest.mark.parametrize(("feedback", "memory"), [(0.95, 0.7), (0.5, 0.0), (0.0, 0.0)])
def test_what_stirs_attacks_up_scales_them_by_its_factor_and_no_further(feedback: float, memory: float):
    excitation = 12.0
    for _ in range(120):
        expected = 1.8 * intensity(12.0, excitation, feedback)
        happened, excitation = step(
            ATTACKS,
            attacks_level=12.0,
            excitation=excitation,
            feedback=feedback,
            memory=memory,
            strike_factor=1.8,
            strike_shock=1.0,
            attacks_dispersion=1e6,
        )
        assert abs(happened - expected) < 1.5
    assert happened == pytest.approx(1.8 * 12, abs=3)


def test_deaths_of_a_month_without_a_mass_casualty_attack():
    # NegBin(20 e^0.5, 20 x 1.5) at the median; the worst is 32 / sqrt 20 = 7.
    severity, deaths, worst, state, civilian, group = step(
        DEATHS,
        attacks=20.0,
        severity=0.5,
        deaths_shape=1.5,
        deaths_state_share=0.5,
        deaths_civilian_share=0.1,
    )
    assert deaths == negative_binomial(0.5, 20 * math.exp(0.5), 30.0) == 32.0
    assert (severity, worst) == (0.5, 7.0)
    assert state + civilian + group == pytest.approx(deaths)


def test_the_largest_of_several_mass_casualty_attacks_is_the_root_quantile():
    # Two of the tail (median Poisson(2) is 2): u = 0.75^(1/2) = 0.8660; 20 (1 - u)^(-1/1.5), cut at 300.
    *_, worst, _, _, _ = step(
        DEATHS, attacks=20.0, severity=0.5, deaths_shape=1.0, deaths_tail_share=0.1, u_largest=0.75
    )
    beyond = (301 / 20) ** -1.5
    assert worst == math.ceil(20 * (beyond + (1 - math.sqrt(0.75)) * (1 - beyond)) ** (-1 / 1.5)) - 1


def test_a_month_without_attacks_kills_nobody():
    assert step(DEATHS, attacks=0.0, severity=0.5)[1:] == (0.0, 0.0, 0.0, 0.0, 0.0)


def test_mean_of_a_cut_power_law_by_hand():
    # density x^-3 on 1 to 2: mean 2 (1 - 1/2) / (1 - 1/4) = 4/3
    assert mean_of_power_law(3.0, 1.0, 2.0) == pytest.approx(4 / 3)
    assert mean_of_power_law(2.0, 1.0, math.e) == pytest.approx(1 / (1 - 1 / math.e))


def test_splinters_feed_the_first_rival_and_help_starves_it():
    given = {"first_rival_attacks": 4.0, "rivals_help": 0.5, "u_first_rival": 0.5}
    # 4 x (1 + 5 x 0.2) = 8 and 4 x (1 - 0.5) = 2; the second rival is silent.
    assert step(RIVALS, splintered=0.2, **given)[3] == negative_binomial(0.5, 8.0, 3.0)
    assert step(RIVALS, lever_rivals=1.0, **given)[3] == negative_binomial(0.5, 2.0, 3.0)


def test_the_second_rival_grows_with_its_level_and_trend():
    level, trend, growth, attacks, _, deaths = step(
        RIVALS,
        rival_level=0.1,
        rival_trend=0.2,
        rival_growth=0.03,
        rival_growth_keep=0.5,
        second_rival_attacks=6.0,
        second_rival_deaths=2.5,
    )
    assert (level, trend, growth) == (pytest.approx(0.1), pytest.approx(0.23), pytest.approx(0.015))
    assert attacks == negative_binomial(0.5, 6 * math.exp(0.33), 5.0)
    assert deaths == negative_binomial(0.5, 2.5 * attacks, attacks)
