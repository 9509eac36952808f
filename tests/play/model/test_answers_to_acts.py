"""What answers acts: harm, the host, its ladder, truces, fighting between the states."""

from __future__ import annotations

import math
from pathlib import Path

import numpy as np
import pytest

from brink.case.definition import Definition
from brink.play.model import bind
from brink.play.model.mechanisms.harm import HARM, saturated
from brink.play.model.mechanisms.host import HOST, restraint
from brink.play.model.mechanisms.interstate import INTERSTATE
from brink.play.model.mechanisms.reply import REPLY
from brink.play.model.mechanisms.rivals import lomax
from brink.play.model.mechanisms.truce import TRUCE
from tests.play.model.calling import step

CASE = Path(__file__).parents[3] / "brink" / "cases" / "pakistan-ttp"


def answered(deaths: float, months: int) -> list[float]:
    """Deaths that fall due each month after `deaths` at once."""
    harm, stage, due = step(HARM, host_civilian_deaths=deaths)
    out = []
    for _ in range(months):
        harm, stage, due = step(HARM, civilian_harm=harm, harm_stage=stage)
        out.append(due)
    return out


def test_harm_is_answered_over_one_to_six_months():
    # 0.6 x 0.6 = 0.36; then 2 x 0.4 x 0.36 = 0.288; then 3 x 0.16 x 0.36 = 0.1728
    due = answered(100.0, 30)
    assert due[:3] == [pytest.approx(36.0), pytest.approx(28.8), pytest.approx(17.28)]
    assert sum(due[:6]) == pytest.approx(98.1, abs=0.1)


def test_all_harm_is_answered_once_and_none_is_lost():
    assert sum(answered(47.0, 60)) == pytest.approx(47.0)


def test_saturation_halves_the_dose_at_its_half():
    assert saturated(60.0, 30.0) == pytest.approx(20.0)


def test_restraint_is_the_quantal_response_beyond_that_without_a_stake():
    # precision 2, attachment 0.5: P(0) = s(-1) = 0.26894, P(0.75) = s(0.5) = 0.62246.
    assert restraint(0.75, 0.5, 2.0) == pytest.approx((0.62246 - 0.26894) / (1 - 0.26894), abs=1e-4)
    assert (restraint(0.0, 0.9, 5.0), restraint(9.0, 0.9, 5.0)) == (0.0, pytest.approx(1.0))


def test_the_host_adds_up_return_restraint_help_lost_revenue_success_and_blowback():
    # 0.05 x (0.8 - 0.6) = 0.01; restraint -0.05 x 0.48357; help -0.02 x (1 - 0.25); success 0.01 log 2;
    # blowback 0.5 x 0.04 x 15/10.
    support = step(
        HOST,
        host_support=0.6,
        host_support_start=0.8,
        stake=0.75,
        host_attachment=0.5,
        host_precision=2.0,
        host_restraint=0.05,
        lever_rivals=1.0,
        host_loss=0.25,
        host_capacity_help=0.02,
        attacks=21.0,
        host_success=0.01,
        harm_due=15.0,
        host_blowback=0.5,
        harm_host_support=0.04,
    )
    assert support == pytest.approx(0.6 + 0.01 - 0.05 * 0.48357 - 0.015 + 0.01 * math.log(2) + 0.03, abs=1e-6)


def test_a_third_to_two_fifths_of_hosts_give_way_to_all_that_two_states_can_do():
    bound = bind(Definition.load(CASE), points=1024)
    stake = bound.values("host_care_leaders") + bound.values("host_care_partner")
    numbers = zip(stake, bound.values("host_attachment"), bound.values("host_precision"), strict=True)
    assert 0.33 < np.mean([restraint(*one) for one in numbers]) < 0.42


def test_a_host_replies_in_kind_with_its_chance_and_at_least_by_border_fire():
    assert step(REPLY, struck=1.0, strike_reply=0.35, u_reply=0.34) == (2.0, 1.0)
    assert step(REPLY, host_rung=3.0, struck=1.0, strike_reply=0.35, u_reply=0.34) == (4.0, 1.0)
    assert step(REPLY, struck=1.0, strike_reply=0.35, u_reply=0.36)[1] == 0.0


def test_the_host_climbs_towards_the_target_s_rung_and_cools():
    # -2 + (4 - 1) / 2 = -0.5: up 0.3775; down 0.3 x 0.6225 = 0.1867.
    given = {"host_rung": 1.0, "target_rung": 4.0, "reply_up": -2.0, "reply_cools": 0.3}
    assert step(REPLY, u_host_ladder=0.623, **given)[0] == 2.0
    assert step(REPLY, u_host_ladder=0.622, **given)[0] == 1.0
    assert step(REPLY, u_host_ladder=0.186, **given)[0] == 0.0


def test_the_chance_of_fighting_is_logistic_in_last_month_s_attacks_and_the_host_s_rung():
    # -1 + 0.8 log(21 / 11) + 0.3 (2 - 1) = -0.1827: P = 0.4545.
    given = {
        "attacks_last": 20.0,
        "attacks": 7.0,
        "host_rung": 2.0,
        "interstate_base": -1.0,
        "interstate_slope": 0.8,
        "interstate_rung": 0.3,
        "interstate_deaths_scale": 5.0,
        "u_fight_deaths": 0.75,
    }
    # Lomax: 5 x ((1/4)^(-1/2) - 1) = 5.
    assert step(INTERSTATE, u_fight=0.454, **given) == (1.0, 5.0, 7.0)
    assert step(INTERSTATE, u_fight=0.455, **given) == (0.0, 0.0, 7.0)


def test_a_reply_in_kind_is_fighting_whatever_the_odds():
    assert step(INTERSTATE, replied=1.0, interstate_base=-9.0, u_fight=0.999)[0] == 1.0


def test_heights_multiply_deaths():
    given = {
        "replied": 1.0,
        "interstate_escalation": 3.0,
        "interstate_deaths_scale": 5.0,
        "u_fight_deaths": 0.75,
    }
    assert step(INTERSTATE, target_rung=5.0, **given)[1] == 15.0
    assert step(INTERSTATE, target_rung=6.0, **given)[1] == 45.0


def test_only_open_war_kills_beyond_what_clashes_short_of_it_ever_did():
    given = {"replied": 1.0, "interstate_deaths_scale": 5.0, "u_fight_deaths": 1 - 1e-9}
    assert step(INTERSTATE, target_rung=6.0, **given)[1] == 1000.0
    assert step(INTERSTATE, target_rung=7.0, **given)[1] == 30000.0


def test_lomax_by_hand():
    # 8 x ((1 - 0.875)^(-1/3) - 1) = 8 x (2 - 1)
    assert lomax(0.8751, 8.0, 3.0) == 8.0


def test_truces_begin_at_the_offered_hazard_less_moral_hazard():
    # 0.2 x 0.5 x (1 - 0.3 x 0.4) = 0.088: P = 0.08424.
    given = {"lever_truce": 0.5, "truce_onset": 0.2, "cooperation": 0.4, "cooperation_moral_hazard": 0.3}
    assert step(TRUCE, u_truce=0.0842, **given)[0] == 1.0
    assert step(TRUCE, u_truce=0.0843, **given)[0] == 0.0


def test_a_downgrade_takes_its_part_from_the_host_s_mediation():
    # 0.2 x 0.5 x (1 - 0.4 x 0.5) = 0.08: P = 0.07688.
    given = {"lever_truce": 0.5, "truce_onset": 0.2, "lever_standing": 0.5, "standing_mediation": 0.4}
    assert step(TRUCE, u_truce=0.0768, **given)[0] == 1.0
    assert step(TRUCE, u_truce=0.0769, **given)[0] == 0.0


def test_truces_end_at_the_weibull_hazard_raised_by_a_leader_s_death():
    # age 3, shape 2: 16 - 9 = 7; x 0.01 x (1 + (4 - 1) x 0.5) x (1 - 0.5 x 0.4) = 0.14: P = 0.13064.
    given = {
        "truce": 1.0,
        "truce_age": 3.0,
        "truce_shape": 2.0,
        "truce_collapse": 0.01,
        "leader_truce_end": 4.0,
        "leadership": 0.5,
        "truce_reward": 0.5,
        "lever_reward": 0.4,
        "truce_rebound": 0.2,
        "level": 0.1,
    }
    assert step(TRUCE, u_truce=0.1306, **given) == (0.0, 0.0, pytest.approx(0.3))
    assert step(TRUCE, u_truce=0.1307, **given) == (1.0, 4.0, 0.1)
