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
    assert step(BORDER, u_closure=0.2, **fought)[0] == 1.0
    assert step(BORDER, u_closure=0.3, **fought)[0] == 0.4
    assert step(BORDER, u_closure=0.2, lever_as_given=1.0, **fought)[0] == 0.4


def test_a_closure_to_goods_stops_trade_and_nobody_who_walks_until_trade_finds_other_ways():
    # stopped 1 - 0.8 x 0.5 = 0.6; rerouted 0.1 + 0.2 x (0.7 x 0.6 - 0.1) = 0.164; lost 0.6 x 0.836 x 40 / 100.
    closed, stopped, other_ways, lost = step(
        BORDER, lever_border=0.2, lever_trade=0.5, rerouted=0.1, border_reroute=0.2, border_host_loss=40.0
    )
    assert (closed, stopped) == (0.2, pytest.approx(0.6))
    assert (other_ways, lost) == (pytest.approx(0.164), pytest.approx(0.20064))


def test_lost_trade_cannot_cost_more_than_all_revenue():
    assert step(BORDER, lever_border=1.0, border_host_loss=900.0)[3] == pytest.approx(1.0)


def test_costs_and_offers_add_up_by_what_the_motive_cares_for():
    # 0.7 x 0.5 x 0.8 + 0.6 x 0.4 + 0.1 x 1 + 0.2 x 0.5 + 1.2 x (0.25 + 0.5 x 0.4) + 0.8 x 0.5; half the way from 0.2.
    pressure, stake, in_reach = step(
        PRESSURE,
        pressure=0.1,
        stake=0.2,
        in_reach=0.8,
        host_loss=0.25,
        truce=1.0,
        lever_pressure=0.5,
        lever_sanctions=0.4,
        lever_standing=1.0,
        lever_creed=0.5,
        lever_reward=0.3,
        lever_transit=0.5,
        border_host_loss=40.0,
        host_care_leaders=0.7,
        host_care_partner=0.6,
        host_care_embassy=0.1,
        host_care_creed=0.2,
        host_care_trade=1.2,
        host_care_recognition=0.8,
        host_families_move=0.06,
    )
    assert stake == pytest.approx(0.2 + 0.5 * (0.28 + 0.24 + 0.1 + 0.1 + 0.54 + 0.4 - 0.2))
    # At face value: 1 - 0.6 x 0.6 x 0.75 = 0.73.
    assert pressure == pytest.approx(0.1 + 0.5 * (0.73 - 0.1))
    assert in_reach == pytest.approx(0.8 * (1 - 0.06 * 0.5))


def test_talks_offer_half_of_what_recognition_would():
    assert step(PRESSURE, truce=1.0, host_care_recognition=0.8)[1] == pytest.approx(0.5 * 0.8 * 0.5)


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
        "trade": 0.25,
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
