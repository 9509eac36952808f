"""Numbers that cannot be are refused by name; a future that breaks all the same says where, and is told again."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from brink.case.definition import Definition
from brink.case.parts.numbers import Parameter, Prior
from brink.errors import BadDefinition, BadModel, BrokenFuture
from brink.play.answers.story import story
from brink.play.model.mechanisms.deaths import DEATHS
from brink.play.model.priors import known_parameters
from brink.play.playing import play_setting, replayed
from brink.play.setting import Setting, setting

CASE = Path(__file__).parents[2] / "brink" / "cases" / "pakistan-ttp"


@pytest.fixture(scope="module")
def definition() -> Definition:
    return Definition.load(CASE)


def given(definition: Definition, **numbers: float | Prior) -> Definition:
    """The case with some numbers set, `deaths__cap=50` for deaths.cap."""
    assert definition.model is not None
    named = {name.replace("__", "."): value for name, value in numbers.items()}
    kept = [one for one in definition.model.parameters if one.id not in named]
    made = [
        Parameter.model_validate(
            {"id": name, "meaning": name, "unit": "any", "mark": "assumed", "assumption": "a test"}
            | ({"prior": value} if isinstance(value, Prior) else {"value": value})
        )
        for name, value in named.items()
    ]
    model = definition.model.model_copy(update={"parameters": (*kept, *made)})
    return definition.model_copy(update={"model": model})


def test_a_prior_out_of_range_is_refused_with_what_is_allowed(definition: Definition):
    wrong = given(definition, attacks__level=Prior(low=1, mid=2, high=5000))
    with pytest.raises(BadModel, match=r"attacks\.level has 5000, outside 0\.01 to 2000 \(any\)"):
        setting(wrong, options=["hold"], futures=64)


def test_a_normal_prior_is_held_to_its_5_and_95_per_cent(definition: Definition):
    wrong = given(definition, strike__effect=Prior(mean=0, sd=1e300))
    with pytest.raises(BadModel, match=r"strike\.effect has -1\.6\d*e\+300, outside -2 to 2"):
        setting(wrong, options=["hold"], futures=64)


def test_numbers_that_exclude_each_other_are_refused_together(definition: Definition):
    with pytest.raises(BadModel, match=r"deaths\.cap goes down to 50 and deaths\.tail_start up to 60"):
        setting(given(definition, deaths__cap=50, deaths__tail_start=60), futures=64)
    with pytest.raises(BadModel, match=r"state_share reaches 0\.8 and deaths\.civilian_share 0\.4"):
        setting(given(definition, deaths__state_share=0.8, deaths__civilian_share=0.4), futures=64)


def test_what_is_no_number_in_the_file_is_refused_by_line():
    text = (CASE / "case.yaml").read_text(encoding="utf-8").replace("value: 5.8", "value: .nan")
    with pytest.raises(
        BadDefinition, match=r"line \d+, model\.parameters\[\d+\]\.value: '\.nan': must be a num"
    ):
        Definition.parse(text, source="case.yaml")


def test_unknown_levers_and_options_of_the_past_are_refused_by_line():
    text = (CASE / "case.yaml").read_text(encoding="utf-8")
    for was, now, said in (
        ("{lever: talks, from: 2023-02}", "{lever: talkz, from: 2023-02}", "did you mean talks"),
        ("{lever: talks, from: 2023-02}", "{lever: talks, from: 2022-02}", "2022-02 is not after as_of"),
        ("    group: TTP\n", "", r"roles\.group: is missing; keys here: target, group"),
    ):
        with pytest.raises(BadDefinition, match=said):
            Definition.parse(text.replace(was, now, 1), source="case.yaml")


def breaking(definition: Definition) -> Setting:
    """A setting whose deaths are no number, as numbers would give that no check foresees."""
    what = setting(definition, options=["hold"], futures=64, months=4)
    table = what.bound.table.copy()
    # A cap below the start of the tail, at one point alone.
    table[3, what.bound.names.index("deaths_cap")] = 10.0
    table[3, what.bound.names.index("deaths_tail_share")] = 0.9
    return replace(what, bound=replace(what.bound, table=table))


def test_a_broken_future_names_option_future_month_and_mechanism_and_how_to_replay_it(definition: Definition):
    with pytest.raises(BrokenFuture) as caught:
        play_setting(breaking(definition))
    said = str(caught.value)
    assert caught.value.future % 4 == 3 and caught.value.mechanism == DEATHS.id
    assert "“Hold: go on as in December 2022”" in said and " 2023: mechanism 'deaths'" in said
    assert (
        f"brink replay CASE {caught.value.future} --option hold --futures 64 --months 4 --seed 2022" in said
    )


def test_the_replay_of_a_broken_future_tells_what_the_mechanism_read(definition: Definition):
    what = breaking(definition)
    with pytest.raises(BrokenFuture) as caught:
        play_setting(what)
    told = list(story(what, "hold", replayed(what, "hold", caught.value.future)))
    assert told[-2].startswith("The future breaks here: mechanism 'deaths'")
    assert "deaths_tail_start 20, deaths_cap 10" in told[-1]


def test_a_weight_without_a_point_is_refused_with_the_way_out(definition: Definition):
    bound = setting(definition, options=["hold"], futures=64).bound
    with pytest.raises(BadModel, match=r"of 4 points none stands for .*; play more futures"):
        bound.weights(motives=dict.fromkeys(("H0", "H1", "H2", "H3", "H4"), 0.2))


@pytest.mark.parametrize("seed", range(6))
def test_numbers_at_their_bounds_are_played_or_refused_by_name(definition: Definition, seed: int):
    assert definition.model is not None
    rng = np.random.default_rng(seed)
    general = [one for (_, under), one in known_parameters(definition.model).items() if under is None]
    ends = {one.id.replace(".", "__"): one.within[int(rng.integers(2))] for one in general}
    some = {name: value for name, value in ends.items() if rng.random() < 0.5}
    # What breaks a future would raise BrokenFuture, which is no BadModel.
    with suppress(BadModel):
        play_setting(setting(given(definition, **some), options=["hold", "strikes-capital"], futures=64))
