"""A case becomes a table of numbers, with named errors and a place for every belief."""

from __future__ import annotations

from datetime import date
from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from brink.case.definition import Definition
from brink.case.parts.numbers import Prior
from brink.errors import BadModel
from brink.play.model import MODEL, bind, lever_for
from brink.play.model.levers import LEVERS, rung_of
from brink.play.model.priors import generic, places
from brink.play.model.quantiles import value_at

M23 = (Path(__file__).parent / "m23.yaml").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def pakistan() -> Definition:
    return Definition.load(Path(str(files("brink") / "cases" / "pakistan-ttp")))


def m23(text: str = M23) -> Definition:
    return Definition.parse(text, source="m23/case.yaml")


@pytest.mark.parametrize("u", [0.05, 0.5, 0.95])
def test_quantiles_are_met_as_written(u: float):
    wanted = {0.05: 2.0, 0.5: 6.0, 0.95: 15.0}[u]
    assert value_at(Prior(low=2, mid=6, high=15), u, within=(0, 200), neutral=0) == pytest.approx(wanted)


def test_between_quantiles_the_scale_is_that_of_factors():
    # Half a standard normal's way to 95 % on logs: 6 (15/6)^(1/2)
    at = value_at(Prior(low=2, mid=6, high=15), 0.7946, within=(0, 200), neutral=0)
    assert at == pytest.approx(6 * (15 / 6) ** 0.5, rel=1e-3)


def test_an_absent_effect_is_neutral_with_its_chance():
    prior = Prior(low=0.1, mid=1, high=5, absent=0.2)
    assert value_at(prior, 0.19, within=(0, 50), neutral=0) == 0
    assert value_at(prior, 0.6, within=(0, 50), neutral=0) == pytest.approx(1.0)


def test_every_generic_prior_says_where_it_comes_from():
    for entry in generic():
        assert entry.get("required") or entry.get("source") or entry.get("assumption"), entry["id"]


def test_points_do_not_change_when_more_are_drawn():
    few, more = bind(m23(), points=50), bind(m23(), points=300)
    assert np.array_equal(few.table, more.table[:50])


def test_points_stand_for_motives_in_proportion_to_their_weights():
    bound = bind(m23(), points=1024)
    assert np.mean(bound.motive == 1) == pytest.approx(0.75, abs=0.01)
    assert set(bound.motive) == {1, 2}


def test_other_beliefs_weigh_points_without_playing_again():
    bound = bind(m23(), points=1024)
    weight = bound.weights(motives={"H1": 0.1, "H2": 0.9})
    assert weight.sum() == pytest.approx(1.0)
    assert weight[bound.motive == 2].sum() == pytest.approx(0.9)


def test_a_belief_that_no_point_stands_for_is_refused():
    with pytest.raises(BadModel, match="of 64 points none stands for H3"):
        bind(m23(), points=64).weights(motives={"H3": 1.0})


def test_a_small_case_needs_to_give_only_what_differs():
    bound = bind(m23(), points=256)
    assert bound.values("attacks_level").tolist() == [12.0] * 256
    assert np.median(bound.values("start_fighters_in_sanctuary")) == pytest.approx(2000, rel=0.05)
    assert not bound.known["harm.revenge", None].from_case


def test_a_case_without_rivals_or_partner_has_none_of_their_acts():
    bound = bind(m23(), points=64)
    for name in ("first_rival_attacks", "second_rival_attacks", "rivals_capacity", "cooperation_start"):
        assert not bound.values(name).any()


def test_tolls_come_from_the_case_s_ladder():
    bound = bind(m23(), points=1024)
    assert np.quantile(bound.values("toll_fire"), [0.05, 0.95]) == pytest.approx([1, 9], rel=0.05)


def test_structures_have_their_own_numbers():
    bound = bind(m23(), points=256)
    slow = bound.structure == 2
    assert bound.values("memory")[slow].min() > 0.3
    assert not bound.values("memory")[~slow].any()
    assert not bound.values("feedback")[bound.structure == 3].any()
    assert bound.values("stock_exponent")[bound.structure == 1].min() > 0


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (M23.partition("model:")[0], "binds no model"),
        (M23.replace("value: 12", "value: 12000"), "attacks.level has 12000, outside 0.01 to 2000"),
        (M23.replace("fighters.sanctuary", "fighters.sanctury"), "lacks fighters.sanctuary"),
        (
            M23.replace("id: border-fire", "id: border-fyre").replace(
                "rung: border-fire", "rung: border-fyre"
            ),
            "did you mean border-fire",
        ),
    ],
)
def test_what_cannot_be_bound_is_refused_by_name(text: str, said: str):
    with pytest.raises(BadModel, match=said):
        bind(m23(text), points=8)


def test_at_an_earlier_date_numbers_that_rest_on_later_data_give_way(pakistan: Definition):
    now, earlier = bind(pakistan, points=8), bind(pakistan, points=8, as_of=date(2021, 6, 30))
    assert now.known["ladder.up", None].from_case and not earlier.known["ladder.up", None].from_case
    assert earlier.known["fighters.recruits", None].from_case


def test_every_lever_of_the_bundled_case_pulls_one_of_the_model(pakistan: Definition):
    assert {lever_for(pakistan, lever.id) for lever in pakistan.levers} <= set(LEVERS)


def test_an_unknown_lever_is_refused_with_the_nearest():
    with pytest.raises(BadModel, match="did you mean guns"):
        lever_for(m23(), "gums")


def test_the_first_rung_is_nothing_to_pull():
    assert rung_of("protest") == 0


def test_all_parameters_of_the_bundled_case_are_known_to_the_model(pakistan: Definition):
    assert pakistan.model is not None
    assert {p.id for p in pakistan.model.parameters} - set(places()) == {"observe.pips", "observe.ttp_claims"}


def test_the_model_has_fewer_parameters_than_the_sequence_has_dimensions():
    assert len(places()) < 200
    assert len(MODEL.draws) == len({(draw.block, draw.lane) for draw in MODEL.draws})
