"""The sanctuary model: its states, chance, and the order of a month."""

from __future__ import annotations

from brink.play.engine.contract import Draw, Outcome, State
from brink.play.engine.model import Model
from brink.play.model.columns import PARAMETERS
from brink.play.model.levers import LEVERS
from brink.play.model.mechanisms.attacks import ATTACKS, LEVEL
from brink.play.model.mechanisms.border import BORDER
from brink.play.model.mechanisms.civilians import CIVILIANS
from brink.play.model.mechanisms.deaths import DEATHS
from brink.play.model.mechanisms.fighters import FIGHTERS
from brink.play.model.mechanisms.harm import HARM
from brink.play.model.mechanisms.host import HOST
from brink.play.model.mechanisms.interstate import INTERSTATE
from brink.play.model.mechanisms.ladder import LADDER
from brink.play.model.mechanisms.leaders import LEADERS
from brink.play.model.mechanisms.money import MONEY
from brink.play.model.mechanisms.partner import COOPERATION
from brink.play.model.mechanisms.pressure import PRESSURE
from brink.play.model.mechanisms.reply import REPLY
from brink.play.model.mechanisms.rivals import RIVALS
from brink.play.model.mechanisms.strikes import STRIKES
from brink.play.model.mechanisms.truce import TRUCE

UNBOUNDED = -1e12
ABOVE_RUNG = 5.0
"""From this rung on a month counts as spent above rung 4."""

STATES = (
    # What happens in a month
    State(
        "attacks", "events", "start_attacks", whole=True, meaning="lethal events of the group, as UCDP counts"
    ),
    State("deaths", "people", "start_deaths", whole=True, meaning="deaths in them, all sides"),
    State("largest_attack", "people", "start_largest_attack", meaning="deaths of the largest single event"),
    State("state_deaths", "people", meaning="the state's men among the deaths"),
    State("target_civilian_deaths", "people", meaning="the target's civilians among the deaths"),
    State("group_deaths", "people", meaning="fighters among the deaths"),
    State("host_civilian_deaths", "people", whole=True, meaning="the host's civilians killed by the target"),
    State("interstate_fighting", "months", whole=True, meaning="whether target and host fought"),
    State(
        "interstate_deaths",
        "people",
        "start_interstate_deaths",
        whole=True,
        meaning="deaths in that fighting",
    ),
    State(
        "rival_attacks", "events", "start_rival_attacks", whole=True, meaning="lethal events of the rivals"
    ),
    State("first_rival_deaths_now", "people", whole=True, meaning="deaths in the first rival's events"),
    State("second_rival_deaths_now", "people", whole=True, meaning="deaths in the other rivals' events"),
    State("struck", "months", meaning="whether the target struck the host's country with aircraft or troops"),
    State("replied", "months", meaning="whether the host replied in kind"),
    State("fighters_hit", "people", meaning="fighters in sanctuary killed by strikes"),
    State("action_cost", "USD million", grain=0.1, meaning="cost of the rungs in use"),
    # Stocks and memories
    State(
        "fighters_in_sanctuary",
        "people",
        "start_fighters_in_sanctuary",
        grain=10.0,
        meaning="in the host's country",
    ),
    State(
        "fighters_inside", "people", "fighters_inside_start", grain=10.0, meaning="in the target's country"
    ),
    State(
        "leadership",
        "0 to 1",
        "start_leadership",
        highest=1.0,
        grain=0.01,
        meaning="1 whole, 0 just lost a leader",
    ),
    State("excitation", "events", "start_excitation", grain=0.1, meaning="attacks remembered by the next"),
    State(
        "level",
        "log",
        "start_level",
        lowest=UNBOUNDED,
        grain=0.01,
        meaning="unexplained log level of attacks",
    ),
    State("trend", "log", lowest=UNBOUNDED, grain=0.01, meaning="log growth so far, under S3"),
    State(
        "growth", "log a month", "growth_start", lowest=UNBOUNDED, grain=0.001, meaning="growth of the trend"
    ),
    State(
        "severity",
        "log people",
        "start_severity",
        lowest=UNBOUNDED,
        grain=0.01,
        meaning="log of the mean deaths of an ordinary event",
    ),
    State(
        "host_support",
        "0 to 1",
        "host_support_start",
        highest=1.0,
        grain=0.01,
        meaning="how far the host backs the group",
    ),
    State(
        "own_rung",
        "rung",
        "start_own_rung",
        highest=7.0,
        whole=True,
        meaning="rung the target's own rule stands on",
    ),
    State("target_rung", "rung", "start_own_rung", highest=7.0, whole=True, meaning="highest rung in use"),
    State("host_rung", "rung", "start_host_rung", highest=4.0, whole=True, meaning="the host's rung"),
    State("truce", "0 or 1", "start_truce", highest=1.0, whole=True, meaning="whether a truce holds"),
    State("truce_age", "months", "start_truce_age", whole=True, meaning="months that it has held"),
    State("border", "0 to 1", "start_border", highest=1.0, grain=0.01, meaning="share of crossings closed"),
    State("trade", "0 to 1", "start_border", highest=1.0, grain=0.01, meaning="share of trade stopped"),
    State("rerouted", "0 to 1", highest=1.0, grain=0.01, meaning="share of trade that found other ways"),
    State("host_loss", "0 to 1", highest=1.0, grain=0.01, meaning="share of the host's revenue lost"),
    State("pressure", "0 to 1", highest=1.0, grain=0.01, meaning="weight on the host at face value"),
    State(
        "stake",
        "as attachment",
        lowest=UNBOUNDED,
        grain=0.01,
        meaning="that weight as the host's motive counts it",
    ),
    State(
        "in_reach",
        "0 to 1",
        1.0,
        highest=1.0,
        grain=0.01,
        meaning="share of the host's families and assets that the target can still press",
    ),
    State(
        "money", "USD million", "start_money", lowest=UNBOUNDED, grain=10.0, meaning="the target's reserves"
    ),
    State("sponsor", "months", meaning="months that a sponsor still pays for campaigns"),
    State(
        "cooperation", "0 to 1", "cooperation_start", highest=1.0, grain=0.01, meaning="the partner's help"
    ),
    State("civilian_harm", "people", "start_civilian_harm", meaning="killed civilians still remembered"),
    State("harm_stage", "people", "start_harm_stage", meaning="of them, not yet due to be answered"),
    State("harm_due", "people", meaning="of them, answered this month"),
    State("drone_fear", "0 to 1", highest=1.0, grain=0.01, meaning="caution that drones impose"),
    State(
        "strike_shock",
        "0 to 1",
        "start_strike_shock",
        highest=1.0,
        grain=0.01,
        meaning="how near the last strike is",
    ),
    State(
        "splintered",
        "0 to 1",
        highest=1.0,
        grain=0.001,
        meaning="share of the group gone over to the first rival",
    ),
    State(
        "rival_level",
        "log",
        lowest=UNBOUNDED,
        grain=0.01,
        meaning="unexplained log level of the other rivals",
    ),
    State("rival_trend", "log", lowest=UNBOUNDED, grain=0.01, meaning="their log growth so far"),
    State(
        "rival_growth",
        "log a month",
        "rival_growth_start",
        lowest=UNBOUNDED,
        grain=0.001,
        meaning="its growth",
    ),
    State("attacks_last", "events", "start_attacks", whole=True, meaning="the group's attacks a month ago"),
)

DRAWS = tuple(
    Draw(name, place // 4, place % 4)
    for place, name in enumerate(
        (
            "u_attacks", "u_level", "u_severity", "u_deaths",
            "u_tail", "u_largest", "u_recruits", "u_arrests",
            "u_truce", "u_ladder", "u_leader", "u_civilians",
            "u_fight", "u_fight_deaths", "u_reply", "u_host_ladder",
            "u_first_rival", "u_first_rival_deaths", "u_second_rival", "u_second_rival_deaths",
            "u_rival_level", "u_sponsor", "u_closure", "u_prison",
            "u_unused",
        )
    )
)  # fmt: skip
"""Addresses are for ever: new draws go to the end, and one that nothing reads any more keeps its place."""

MECHANISMS = (
    # Levers and acts of the target come first, so that attacks of the month answer to them.
    BORDER, PRESSURE, COOPERATION, TRUCE, LADDER, STRIKES, LEADERS, CIVILIANS, HARM,
    HOST, FIGHTERS, LEVEL, ATTACKS, DEATHS, RIVALS, REPLY, INTERSTATE, MONEY,
)  # fmt: skip

OUTCOMES = (
    Outcome("attacks", "attacks", "sum", unit="events"),
    Outcome("deaths", "deaths", "sum", unit="people"),
    Outcome("state_deaths", "state_deaths", "sum", unit="people"),
    Outcome("target_civilian_deaths", "target_civilian_deaths", "sum", unit="people"),
    Outcome("host_civilian_deaths", "host_civilian_deaths", "sum", unit="people"),
    Outcome("largest_attack", "largest_attack", "max", unit="people"),
    Outcome("highest_rung", "target_rung", "max", unit="rung"),
    Outcome("interstate_deaths", "interstate_deaths", "sum", unit="people"),
    Outcome("truce_months", "truce", "sum", unit="months"),
    Outcome("host_support", "host_support", "last", unit="0 to 1"),
    Outcome("money", "money", "last", unit="USD million"),
    # Beyond the case's own list: what tripwires and limits ask for.
    Outcome("lowest_money", "money", "min", unit="USD million"),
    Outcome("worst_year_host_civilians", "host_civilian_deaths", "max", window=12, unit="people"),
    Outcome("worst_year_interstate", "interstate_deaths", "max", window=12, unit="people"),
    Outcome("worst_month", "attacks", "max", unit="events"),
    Outcome("interstate_worst_month", "interstate_deaths", "max", unit="people"),
    Outcome("months_above_rung_4", "target_rung", "months", above=ABOVE_RUNG, unit="months"),
    Outcome("rival_attacks", "rival_attacks", "sum", unit="events"),
    Outcome("first_rival_deaths", "first_rival_deaths_now", "sum", unit="people"),
    Outcome("second_rival_deaths", "second_rival_deaths_now", "sum", unit="people"),
    Outcome("fighters_in_sanctuary", "fighters_in_sanctuary", "last", unit="people"),
    Outcome("first_mass_casualty", "largest_attack", "first", above=20.0, unit="month"),
    Outcome("first_strike", "struck", "first", above=1.0, unit="month"),
)

SERIES = (
    "attacks", "deaths", "largest_attack", "interstate_deaths", "interstate_fighting", "rival_attacks",
    "first_rival_deaths_now", "second_rival_deaths_now", "host_civilian_deaths", "fighters_in_sanctuary",
    "fighters_inside", "host_support", "target_rung", "host_rung", "truce", "border", "pressure", "money",
)  # fmt: skip

MODEL = Model(
    name="sanctuary",
    states=STATES,
    parameters=PARAMETERS,
    levers=LEVERS,
    draws=DRAWS,
    mechanisms=MECHANISMS,
    outcomes=OUTCOMES,
    series=SERIES,
)
"""The model; raises BadModel at import where its parts do not fit together."""
