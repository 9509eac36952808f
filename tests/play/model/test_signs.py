"""What should push which way does, in the same futures with and without it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from brink.case.definition import Definition
from brink.play.engine import MoveTable, Pull, simulate
from brink.play.model import MODEL, BoundModel, bind
from brink.play.model.mechanisms.border import BORDER
from brink.play.model.mechanisms.leaders import LEADERS

pytestmark = pytest.mark.slow
SEED, FUTURES, MONTHS = 7, 2048, 24
M23 = (Path(__file__).parent / "m23.yaml").read_text(encoding="utf-8")
RIVALS = "roles: {target: Congo, group: M23, host: Rwanda, partner: Kenya, rivals: [ADF, CODECO]}"


@pytest.fixture(scope="module")
def bound() -> BoundModel:
    """A case in which every role is taken, with a structure of fighters' stocks alone."""
    text = M23.replace("roles: {target: Congo, group: M23, host: Rwanda}", RIVALS).replace(
        "  - {name: Rwanda, kind: state}\n",
        "  - {name: Rwanda, kind: state}\n  - {name: Kenya, kind: state}\n"
        "  - {name: ADF, kind: group}\n  - {name: CODECO, kind: group}\n",
    )
    return bind(Definition.parse(text, source="m23/case.yaml"), points=512, structures={"S1": 1.0})


def outcome(bound: BoundModel, name: str, *pulls: Pull, off: tuple[str, ...] = (), **columns: float) -> float:
    """Mean of an outcome, with levers pulled, mechanisms off, or columns set."""
    table = bound.table.copy()
    for column, value in columns.items():
        table[:, MODEL.parameters.index(column)] = value
    played = simulate(
        MODEL,
        table,
        MoveTable.of(MODEL, pulls),
        seed=SEED,
        count=FUTURES,
        months=MONTHS,
        off=off,
        keep="futures",
    )
    return float(np.mean(played.outcome(name)))


@pytest.mark.parametrize(
    ("lever", "lowered"),
    [
        ("lever_truce", "attacks"),
        ("lever_arrests", "attacks"),
        ("lever_pressure", "host_support"),
        ("lever_sanctions", "host_support"),
        ("lever_standing", "host_support"),
        ("lever_creed", "host_support"),
        ("lever_trade", "host_support"),
        ("lever_transit", "host_support"),
        ("lever_creed", "attacks"),
        ("lever_standing", "truce_months"),
        ("lever_trade", "money"),
        ("lever_reward", "host_support"),
        ("lever_rivals", "rival_attacks"),
        ("lever_border", "attacks"),
        ("lever_rung_6", "fighters_in_sanctuary"),
        ("lever_rung_6", "money"),
        ("lever_border", "money"),
    ],
)
def test_a_lever_lowers(bound: BoundModel, lever: str, lowered: str):
    assert outcome(bound, lowered, Pull(lever)) < outcome(bound, lowered)


@pytest.mark.parametrize(
    ("lever", "raised"),
    [
        ("lever_rung_4", "host_civilian_deaths"),
        ("lever_rung_4", "interstate_deaths"),
        ("lever_rung_4", "highest_rung"),
        ("lever_truce", "truce_months"),
        ("lever_money", "money"),
    ],
)
def test_a_lever_raises(bound: BoundModel, lever: str, raised: str):
    assert outcome(bound, raised, Pull(lever)) > outcome(bound, raised)


def test_a_partner_s_help_makes_drones_lower_attacks_more(bound: BoundModel):
    drones = Pull("lever_rung_3")
    kept = {"cooperation_retaliation": 1.0}
    alone = outcome(bound, "attacks", drones, **kept)
    assert alone < outcome(bound, "attacks", **kept)
    assert outcome(bound, "attacks", drones, Pull("lever_cooperation"), **kept) < alone


def test_civilian_harm_raises_attacks_by_recruits_and_revenge(bound: BoundModel):
    strikes = Pull("lever_rung_4")
    assert outcome(bound, "attacks", strikes) > outcome(bound, "attacks", strikes, off=("harm",))


def test_care_in_targeting_spares_civilians(bound: BoundModel):
    strikes = Pull("lever_rung_4")
    spared = outcome(bound, "host_civilian_deaths", strikes, Pull("lever_host_standing"))
    assert spared < 0.6 * outcome(bound, "host_civilian_deaths", strikes)


def test_under_acts_as_given_nothing_is_done_that_is_not_pulled(bound: BoundModel):
    given = Pull("lever_as_given")
    assert outcome(bound, "highest_rung", given) == 0.0
    assert outcome(bound, "host_civilian_deaths", given) == 0.0
    assert outcome(bound, "truce_months", given) == 0.0


def test_more_attacks_bring_more_fighting_between_the_states(bound: BoundModel):
    assert outcome(bound, "interstate_deaths", attacks_level=40.0) > outcome(bound, "interstate_deaths")


def test_a_switched_off_mechanism_leaves_its_states_neutral(bound: BoundModel):
    assert outcome(bound, "deaths", off=("deaths",)) == 0.0
    assert outcome(bound, "attacks", off=("attacks",)) == 0.0
    assert outcome(bound, "interstate_deaths", off=("interstate",)) == 0.0
    assert (BORDER.neutral, LEADERS.neutral) == (
        {"border": 0.0, "trade": 0.0, "rerouted": 0.0, "host_loss": 0.0},
        {"leadership": 1.0},
    )
