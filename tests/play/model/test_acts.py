"""Acts of the target: closure, pressure, partner, ladder, strikes, civilians, leaders, money."""

from __future__ import annotations

import math

import pytest

from brink.play.model.mechanisms.border import BORDER
from brink.play.model.mechanisms.civilians import CIVILIANS
from brink.play.model.mechanisms.ladder import LADDER
from brink.play.model.mechanisms.leaders import LEADERS
from brink.play.model.mechanisms.money import MONEY
from brink.play.model.mechanisms.partner import COOPERATION
from brink.play.model.mechanisms.pressure import PRESSURE
from brink.play.model.mechanisms.strikes import STRIKES
from tests.play.model.calling import step


def test_fighting_between_the_states_may_close_crossings_that_a_lever_leaves_half_open():
    fought = {"interstate_deaths": 3.0, "border_own_closure": 0.25, "lever_border": 0.4}
    assert step(BORDER, u_closure=0.2, **fought) == 1.0
    assert step(BORDER, u_closure=0.3, **fought) == 0.4
    assert step(BORDER, u_closure=0.2, lever_as_given=1.0, **fought) == 0.4


def test_pressure_goes_half_the_way_to_lever_and_lost_trade_together():
    # bite 0.5 x 40 / 100 = 0.2; full 1 - 0.7 x 0.8 = 0.44; from 0.1 half the way to 0.44 is 0.27.
    made = step(PRESSURE, pressure=0.1, lever_pressure=0.3, border=0.5, border_host_loss=40.0)
    assert made == pytest.approx(0.27)


def test_lost_trade_cannot_weigh_more_than_all_revenue():
    assert step(PRESSURE, pressure=1.0, border=1.0, border_host_loss=900.0) == pytest.approx(1.0)


def test_a_partner_s_help_goes_a_third_of_the_way_and_never_below_where_it_began():
    assert step(COOPERATION, cooperation=0.4, lever_cooperation=0.7, cooperation_start=0.1) == pytest.approx(
        0.5
    )
    assert step(COOPERATION, cooperation=0.4, cooperation_start=0.1) == pytest.approx(0.3)


def test_the_chance_of_a_step_up_is_that_of_the_ordered_logit():
    # 21 attacks against 10: log 2 = 0.6931, times 0.5, less 0.3 x rung 1: urge 0.0466; up 1 / (1 + e^(2 - 0.0466)).
    given = {"own_rung": 1.0, "attacks": 21.0, "ladder_attacks": 0.5, "ladder_height": 0.3, "ladder_up": 2.0}
    up = 1 / (1 + math.exp(2 - (0.5 * math.log(2) - 0.3)))
    assert up == pytest.approx(0.1242, abs=1e-4)
    assert step(LADDER, u_ladder=1 - up + 1e-6, ladder_down=3.0, **given) == (2.0, 2.0)
    assert step(LADDER, u_ladder=1 - up - 1e-6, ladder_down=3.0, **given) == (1.0, 1.0)


def test_the_chance_of_a_step_down_is_that_of_the_ordered_logit_and_single_acts_end_at_once():
    # rung 2 at height 0.4: urge -0.8; down 1 / (1 + e^(1 - 0.8)) = 0.4502.
    given = {"own_rung": 2.0, "ladder_height": 0.4, "ladder_up": 5.0, "ladder_down": 1.0}
    assert step(LADDER, u_ladder=0.4501, **given)[0] == 0.0
    assert step(LADDER, u_ladder=0.4503, **given)[0] == 2.0


def test_a_campaign_comes_down_by_one_rung():
    assert step(LADDER, own_rung=7.0, sponsor=1.0, ladder_up=9.0, u_ladder=0.01)[0] == 6.0


def test_a_step_up_may_leap_with_its_chance_for_each_further_rung():
    # up 1/2: the top 0.4 squared of it (u above 1 - 0.5 x 0.4^2 = 0.92) leaps two further rungs, not three.
    assert step(LADDER, ladder_leap=0.4, u_ladder=0.921)[0] == 3.0
    assert step(LADDER, ladder_leap=0.4, u_ladder=0.919)[0] == 2.0
    assert step(LADDER, ladder_leap=0.4, u_ladder=0.79)[0] == 1.0


@pytest.mark.parametrize(("largest", "rung"), [(19.0, 1.0), (20.0, 2.0), (50.0, 3.0)])
def test_worse_attacks_make_longer_steps(largest: float, rung: float):
    assert step(LADDER, largest_attack=largest, u_ladder=0.999999)[0] == rung


def test_a_ground_operation_needs_three_months_of_its_cost_above_the_floor():
    # 1000 - 3 x 95 = 715
    given = {"lever_rung_6": 1.0, "money": 1000.0, "cost_ground": 95.0}
    assert step(LADDER, money_floor=714.0, **given)[1] == 6.0
    assert step(LADDER, money_floor=716.0, **given)[1] == 0.0
    assert step(LADDER, money_floor=716.0, sponsor=2.0, **given)[1] == 6.0


def test_with_acts_as_given_the_target_s_own_rule_rests():
    assert step(LADDER, own_rung=3.0, lever_as_given=1.0, lever_rung_1=0.5, u_ladder=0.99999) == (0.0, 1.0)


def test_strikes_hit_frighten_shock_and_cost():
    # covert 0.5 x 0.4 + drones 3 x 0.5 x (0.3 + 0.7 x 0.2) + airstrikes 4 x 1 = 0.2 + 0.66 + 4, times 5 killed.
    fear, shock, struck, hit, cost = step(
        STRIKES,
        own_rung=4.0,
        target_rung=4.0,
        fighters_in_sanctuary=1e6,
        cooperation=0.2,
        drone_fear=0.9,
        lever_rung_2=0.4,
        lever_rung_3=0.5,
        fighters_killed_per_hit=5.0,
        cost_covert=1.0,
        cost_drones=2.0,
        cost_airstrike=3.0,
    )
    assert hit == pytest.approx(24.3)
    assert (fear, shock, struck) == (pytest.approx(0.9 - 1 / 3), 1.0, 1.0)
    assert cost == pytest.approx(0.4 + 1.0 + 3.0)


def test_ground_operations_wear_down_a_share_of_those_in_sanctuary():
    *_, struck, hit, cost = step(
        STRIKES,
        target_rung=6.0,
        fighters_in_sanctuary=3000.0,
        ground_attrition=0.04,
        cost_ground=95.0,
    )
    assert (struck, hit, cost) == (1.0, pytest.approx(120.0), 95.0)


def test_no_rung_in_use_kills_no_civilians():
    assert step(CIVILIANS, strike_civilians=25.0, u_civilians=0.999) == 0.0


def test_care_spares_six_tenths_of_civilians_on_average():
    given = {"lever_rung_4": 0.5, "strike_civilians": 8.0}
    # mean 4 without care: P(0) = (0.5 / 4.5)^0.5 = 1/3. With care mean 1.6: P(0) = (0.5 / 2.1)^0.5 = 0.488.
    assert step(CIVILIANS, u_civilians=0.33, **given) == 0.0
    assert step(CIVILIANS, u_civilians=0.34, **given) == 1.0
    assert step(CIVILIANS, u_civilians=0.48, lever_host_standing=1.0, **given) == 0.0


def test_a_leader_falls_by_raids_and_covered_drones_and_is_replaced_in_half_a_year():
    # 0.4 covert + 0.5 x (0.3 + 0.7 x 0.6) = 0.76 of q = 0.05 is 0.038.
    given = {
        "leadership": 0.5,
        "lever_rung_2": 0.4,
        "lever_rung_3": 0.5,
        "cooperation": 0.6,
        "leader_hit": 0.05,
    }
    assert step(LEADERS, u_leader=0.0379, **given) == 0.0
    assert step(LEADERS, u_leader=0.0381, **given) == pytest.approx(0.5 + 1 / 6)


def test_money_is_an_account():
    # 100 + 7 + 0.5 x 24 / 12 - 0.25 x 8 - 0.2 x (10 + 5) - 6 = 97
    account = {
        "money": 100.0,
        "money_net_flow": 7.0,
        "lever_money": 0.5,
        "money_aid": 24.0,
        "border": 0.25,
        "border_target_loss": 8.0,
        "money_damage": 0.2,
        "attacks": 10.0,
        "rival_attacks": 5.0,
        "action_cost": 6.0,
        "money_gulf_and_china": 0.24,
    }
    assert step(MONEY, u_sponsor=0.021, **account) == (pytest.approx(97.0), 0.0)
    assert step(MONEY, u_sponsor=0.019, **account)[1] == 12.0
    assert step(MONEY, sponsor=3.0, u_sponsor=0.5, **account) == (pytest.approx(103.0), 2.0)
