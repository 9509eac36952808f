"""What an effect hangs on: shares at the points played, and the figure of them."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest

from brink.case.folder import open_case
from brink.case.view import View
from brink.play.answers.answers import Answers
from brink.play.answers.drivers import Driver, drivers, drivers_said, share_alone
from brink.play.answers.sensitivity import Index
from brink.play.playing import play_setting
from brink.play.setting import setting_of
from brink.plots.drivers import drivers_figure

CASE = Path(__file__).parents[3] / "brink" / "cases" / "pakistan-ttp"


def test_a_share_by_hand():
    # Means 1 and 4 about 2.5: between 4 x 2.25 = 9, whole 9 + 4 x 0.25 = 10, within 1/2; (9 - 1/2)/10.
    share, _ = share_alone(np.array([0.5, 1.5, 3.5, 4.5]), np.array([0.0, 0.0, 1.0, 1.0]))
    assert share == pytest.approx(0.85)


def test_a_sum_of_two_unknowns_is_shared_as_its_variance():
    # Var(2x + y) = 4/12 + 1/12, of which x holds 4/5; eighths of x lose 1/64 of its part.
    x, y = np.random.default_rng(3).random((2, 4096))
    share, error = share_alone(2 * x + y, x)
    assert share == pytest.approx(0.8 * (1 - 1 / 64), abs=4 * error)


def test_an_unknown_that_tells_nothing_has_no_share():
    effect, values = np.random.default_rng(5).normal(size=(2, 2048))
    share, error = share_alone(effect, values)
    assert abs(share) < 4 * error < 0.05


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> Answers:
    folder = tmp_path_factory.mktemp("drivers")
    for name in ("case.yaml", "fit.npz"):
        shutil.copy(CASE / name, folder)
    shutil.copytree(CASE / "series", folder / "series")
    what = setting_of(View(open_case(folder)), options=["strikes-belt"], futures=256, months=3)
    return Answers(play_setting(what))


def test_the_title_names_what_the_effect_hangs_on_most(answers: Answers):
    first = Index("strike_effect", 0.3, 0.05, 0.5, 0.05)
    figure = drivers_figure(answers, "strikes-belt", [Driver(first, 0.4, 0.1)])
    assert figure is not None
    assert "50% of its variance under the priors, 40% alone at the points played" in figure.title
    assert figure.rows[0]["alone, at the points played"] == 0.4


def test_noise_is_called_noise(answers: Answers):
    figure = drivers_figure(answers, "strikes-belt", [Driver(Index("motive", 0, 1, 0.5, 1), 0, 1)])
    assert figure is not None and figure.title.startswith("No single unknown stands out")


def test_a_few_rows_are_enough_to_say_on_what_the_points_rest(answers: Answers):
    found = drivers(answers, "strikes-belt", rows=8, most=2)
    assert len(found) == 2 and found[0].index.total >= found[1].index.total
    figure = drivers_figure(answers, "strikes-belt", found)
    assert figure is not None and "points played, which rest on the priors too" in figure.reading
    assert isinstance(drivers_said(answers, found), list)
