"""The words and their numbers hang together."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

import pytest

from brink.case.parts.evidence import Band, Chance
from brink.errors import BadJudgement
from brink.weigh.scales import band_of, bands, chances, known_band


def test_the_scale_has_the_bands_that_case_yaml_allows():
    assert tuple(bands()) == get_args(Band)
    assert tuple(chances()) == get_args(Chance)


@pytest.mark.parametrize("scale", [bands(), chances()])
def test_each_word_begins_where_the_one_before_ends(scale):
    assert all(a.high == b.low for a, b in pairwise(scale.values()))


def test_for_and_against_mirror_each_other():
    middles = [band.middle for band in bands().values()]
    assert [a * b for a, b in zip(middles, reversed(middles), strict=True)] == pytest.approx([1] * 7)


def test_every_band_says_what_it_means():
    assert all(band.because for band in bands().values())


def test_a_ratio_is_named_by_the_band_that_holds_it():
    assert [band_of(ratio) for ratio in (0.001, 0.3, 1, 3, 900)] == [
        "strongly-against",
        "against",
        "neutral",
        "for",
        "strongly-for",
    ]


def test_a_misspelt_band_is_met_with_the_nearest():
    assert known_band("Weakly For") == "weakly-for"
    with pytest.raises(BadJudgement, match="did you mean strongly-for"):
        known_band("strongl-for")
