"""The posterior of a case rests on its past alone, is kept, and is made anew when what it rests on changes."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from brink.case.bundled import copy_bundled
from brink.case.folder import open_case
from brink.case.view import View
from brink.errors import BadDefinition
from brink.play.fit.attacks import seen_of
from brink.play.fit.bound import bind_case
from brink.play.fit.calibration import calibrate, made_counts
from brink.play.fit.posterior import _path, digest_of, kept_posterior
from brink.play.fit.priors import before_the_counts
from brink.play.fit.record import freeze_before
from brink.play.model.dated_acts import (
    DatedEvent,
    dated_events,
    every_dated_event,
    share_of_months,
    strike_months,
)
from brink.play.model.history import history_of
from brink.play.model.starting import starting_state


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return View(open_case(copy_bundled("pakistan-ttp", tmp_path_factory.mktemp("case"))))


def poisoned(view: View, into: Path) -> View:
    """The same case with every count and act after the as-of date changed."""
    folder = into / "poisoned"
    shutil.copytree(Path(str(view.case.root)), folder, ignore=shutil.ignore_patterns("case.db*", "fit*.npz"))
    path = folder / "series" / "ucdp_dyad_month.parquet"
    late = pl.col("year") > view.as_of.year
    pl.read_parquet(path).with_columns(
        *(pl.when(late).then(9999).otherwise(pl.col(name)).alias(name) for name in ("events", "deaths"))
    ).write_parquet(path)
    table = folder / "series" / "dated_events.csv"
    table.write_text(table.read_text(encoding="utf-8").replace("2024-", "2023-"), encoding="utf-8")
    return View(open_case(folder))


def test_nothing_after_the_as_of_date_moves_a_fit_or_a_start(view: View, tmp_path: Path):
    clean, dirty = history_of(view), history_of(poisoned(view, tmp_path))
    assert clean is not None and dirty is not None
    assert digest_of(view, clean) == digest_of(view, dirty)
    assert starting_state(clean) == starting_state(dirty)
    assert max(clean.attacks.events) < 9999


def test_an_earlier_date_gives_another_fit(view: View):
    earlier = View(view.case, date(2021, 12, 31))
    then, now = history_of(earlier), history_of(view)
    assert then is not None and now is not None
    assert digest_of(earlier, then) != digest_of(view, now)
    assert then.after_takeover[-1] == 1.0
    assert {act.kind for act in dated_events(earlier)} == {"takeover", "release", "truce"}


def test_the_bundled_case_comes_with_its_fit(view: View):
    kept = kept_posterior(view)
    assert kept is not None, "run python benchmarks/refit.py: what the bundled fit rests on has changed"
    assert set(kept.columns) == {"S1", "S2", "S3"}
    assert min(kept.effective.values()) > 100


def test_the_bundled_case_comes_with_the_fit_for_its_past_record(view: View):
    earlier = View(view.case, freeze_before(view.as_of))
    assert earlier.as_of == date(2020, 12, 31)
    assert kept_posterior(earlier) is not None, "run python benchmarks/refit.py"


def test_a_fit_for_another_date_does_not_take_the_place_of_the_case_s_own(view: View):
    earlier = View(view.case, date(2021, 12, 31))
    assert kept_posterior(earlier) is None
    assert _path(earlier) != _path(view)


def test_weights_of_the_structures_come_apart_from_the_judged_ones(view: View):
    kept = kept_posterior(view)
    assert kept is not None
    assert sum(kept.held_out.weights.values()) == pytest.approx(1.0)
    assert kept.held_out.scores.shape == (3, 36)
    assert bind_case(view, points=64).structure_weights == {"S1": 0.5, "S2": 0.3, "S3": 0.2}


def test_a_bound_case_starts_where_its_history_ends(view: View):
    bound = bind_case(view, points=256)
    assert set(bound.values("start_attacks")) == {18.0}
    assert set(bound.values("start_leadership")) == {1 - bound_leaderless(view)}
    assert np.quantile(bound.values("attacks_level"), [0.05, 0.95]) == pytest.approx([11, 35], rel=0.35)


def bound_leaderless(view: View) -> float:
    history = history_of(view)
    assert history is not None
    # A leader died in August: four sixths of the shock are gone by December.
    assert history.leaderless[-1] == pytest.approx(2 / 6)
    return float(history.leaderless[-1])


def test_a_prior_that_was_fitted_to_the_counts_is_not_used_again_on_them(view: View):
    known = before_the_counts(view.definition)
    assert not known["attacks.dispersion", None].from_case
    assert known["fighters.recruits", None].from_case


def test_shares_of_months_count_days_once():
    acts = [
        DatedEvent(date(2022, 4, 16), date(2022, 4, 20), "truce", "", 1.0, 0, "", ""),
        DatedEvent(date(2022, 4, 18), date(2022, 5, 3), "truce", "", 0.5, 0, "", ""),
    ]
    # April: five whole days and ten halves of 30; May: three halves of 31. April 2022 is month 508.
    assert share_of_months(acts, "truce", 508, 510) == pytest.approx([10 / 30, 1.5 / 31])


def test_strikes_are_laid_into_their_months_with_the_rung(view: View):
    found = strike_months(every_dated_event(view), 517, 553)
    assert {month: max(rungs) for month, rungs in found.items()} == {14: 4, 23: 4, 33: 5}


def test_a_table_of_acts_with_an_unknown_kind_is_refused(view: View, tmp_path: Path):
    folder = tmp_path / "wrong"
    shutil.copytree(Path(str(view.case.root)), folder, ignore=shutil.ignore_patterns("case.db*"))
    table = folder / "series" / "dated_events.csv"
    table.write_text(table.read_text(encoding="utf-8").replace(",truce,", ",truse,", 1), encoding="utf-8")
    with pytest.raises(BadDefinition, match="line 4: kind 'truse'; did you mean truce"):
        history_of(View(open_case(folder)))


def test_counts_are_made_as_the_filter_reads_them():
    from tests.play.fit.test_filters import one_point, seen

    values = one_point(growth=0.1, **{"attacks.dispersion": 1e6})
    made = np.array([made_counts(values, seen(), np.random.default_rng(n))[0] for n in range(2000)])
    expected = 6.0 * np.exp(0.1 * np.arange(3))
    assert made.mean(axis=0) == pytest.approx(expected, abs=4 * np.sqrt(expected.max() / 2000))


@pytest.mark.slow
def test_a_level_that_was_put_in_is_ranked_evenly(view: View):
    history = history_of(view)
    assert history is not None
    found = {
        one.number: one
        for one in calibrate(
            view.definition, seen_of(history), "S3", replicates=12, seed=3, points=384, particles=32
        )
    }
    # The mean of twelve even ranks on 0 to 63 has a standard deviation of 18.5 / sqrt 12 = 5.3.
    assert found["level at the end"].ranks.mean() == pytest.approx(31.5, abs=4 * 5.34)
