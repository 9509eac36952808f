"""As of an earlier date, options are played with what was knowable then, and nothing later moves a number."""

from __future__ import annotations

import re
import shutil
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl
import pytest

from brink.case.folder import open_case
from brink.case.view import View
from brink.errors import BadModel
from brink.play.answers.answers import Answers
from brink.play.answers.sentences import gave_way
from brink.play.answers.table import long_table
from brink.play.model.history import history_of
from brink.play.model.knowable import as_knowable, level_then
from brink.play.playing import play_setting
from brink.play.setting import setting_of

CASE = Path(__file__).parents[2] / "brink" / "cases" / "pakistan-ttp"
EARLIER = date(2021, 12, 31)


def a_folder(into: Path) -> Path:
    into.mkdir()
    shutil.copy(CASE / "case.yaml", into)
    shutil.copytree(CASE / "series", into / "series")
    return into


def played(folder: Path) -> Answers:
    what = setting_of(View(open_case(folder), EARLIER), options=["talk"], futures=64, months=3)
    return Answers(play_setting(what))


def poison(folder: Path) -> None:
    """Change every count and act after the earlier date, and every number that rests on them."""
    path = folder / "series" / "ucdp_dyad_month.parquet"
    late = pl.col("year") > EARLIER.year
    pl.read_parquet(path).with_columns(
        *(pl.when(late).then(9999).otherwise(pl.col(name)).alias(name) for name in ("events", "deaths"))
    ).write_parquet(path)
    table = folder / "series" / "dated_events.csv"
    table.write_text(
        re.sub(r"(?m)^2022-\d\d", "2022-02", table.read_text(encoding="utf-8")), encoding="utf-8"
    )
    text = (folder / "case.yaml").read_text(encoding="utf-8")
    late_numbers = re.compile(r"(data_to: 2022-.*\n\s+prior: \{low: )([\d.]+)(, mid: )([\d.]+)")
    changed, count = late_numbers.subn(
        lambda m: f"{m[1]}{float(m[2]) * 0.9:g}{m[3]}{float(m[4]) * 0.95:g}", text
    )
    assert count >= 5
    (folder / "case.yaml").write_text(changed, encoding="utf-8")


@pytest.mark.slow
def test_nothing_later_moves_a_number(tmp_path: Path):
    clean, poisoned = a_folder(tmp_path / "clean"), a_folder(tmp_path / "poisoned")
    poison(poisoned)
    assert long_table(played(clean)) == long_table(played(poisoned))


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    return View(open_case(a_folder(tmp_path_factory.mktemp("as-of") / "case")))


def test_what_gave_way_is_named_with_what_stands_in_for_it(view: View):
    found, gone = as_knowable(view.definition, as_of=EARLIER, history=history_of(View(view.case, EARLIER)))
    to = {one.id: one.to for one in gone}
    assert to["attacks.level"] == "the mean of 2021-01 to 2021-12 in the case's series"
    assert to["money.reserves"] == to["ladder.up"] == "the generic model's"
    assert found.as_of == EARLIER and found.model is not None
    assert all(p.data_to is None or p.data_to <= EARLIER for p in found.model.parameters if p.id in to)


def test_at_the_case_s_own_date_nothing_gives_way(view: View):
    assert as_knowable(view.definition, as_of=view.definition.as_of, history=None) == (view.definition, ())


def test_the_level_then_by_hand(view: View):
    history = history_of(View(view.case, EARLIER))
    assert history is not None and view.definition.model is not None
    level = next(p for p in view.definition.model.parameters if p.id == "attacks.level")
    found, _ = level_then(level, history)
    # 113 events in 2021: (113 + 1/2) / 12 = 9.4583; 2 sqrt((9.4583 + 8.9460) / 12) / 9.4583 = 0.26187.
    counted = float(np.sum(history.attacks.events[-12:]))
    assert counted == 113 and found.prior is not None
    assert found.prior.mid == pytest.approx(9.4583, rel=1e-4)
    assert found.prior.high == pytest.approx(9.4583 * np.exp(1.645 * 0.26187), rel=1e-4)


def test_without_a_series_the_level_cannot_give_way(view: View):
    with pytest.raises(BadModel, match=r"attacks\.level rests on data up to 2022-12-31"):
        as_knowable(view.definition, as_of=EARLIER, history=None)


@pytest.mark.slow
def test_the_words_name_them(view: View):
    what = setting_of(View(view.case, EARLIER), options=["talk"], futures=64, months=3)
    said = gave_way(Answers(play_setting(what)))
    assert said is not None and said.startswith("As of 2021-12-31, ")
    assert "judgements" in said
