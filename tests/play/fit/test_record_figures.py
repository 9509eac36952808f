"""Figures of a hindcast: titles that state what was found, misses marked, every number in the table."""

from __future__ import annotations

import csv
import dataclasses
from pathlib import Path

import numpy as np
import pytest

from brink.dates.months import parse_month
from brink.play.fit.record import HEADLINE, Chance, Hindcast, Total, freeze_before
from brink.play.fit.report import beyond, in_words
from brink.play.fit.scored import Score
from brink.plots.files import write_figures
from brink.plots.record import record_figures
from brink.plots.record_fan import record_fan
from brink.plots.record_pit import record_pit
from brink.plots.record_scores import record_scores

CRPS = {
    HEADLINE: 2.0,
    ("own rules", "held-out weights"): 3.0,
    ("as it came", "judged weights"): 1.0,
    ("none", "pool"): 4.0,
    ("none", "conflictology"): 5.0,
    ("none", "last value"): 6.0,
}


def a_score(key: tuple[str, str], crps: float) -> Score:
    band = [np.full(3, value) for value in (2.0, 4.0, 5.0, 6.0, 9.0)]
    came = np.array([7.0, 1.0, 5.0])
    return Score("attacks", *key, crps, 0.1, 2 / 3, (0.0, 0.1, 0.2, 0.3, 0.4), *band, came)


@pytest.fixture
def found() -> Hindcast:
    briers = {key: 0.3 if key == HEADLINE else 0.25 for key in CRPS}
    return Hindcast(
        as_of="2022-12-31",
        first=parse_month("2023-01"),
        end=parse_month("2023-04"),
        observed={"attacks": np.array([7.0, 1.0, 5.0])},
        scores=tuple(a_score(key, crps) for key, crps in CRPS.items()),
        chances=tuple(Chance(*key, brier, np.zeros(3), 0.5) for key, brier in briers.items()),
        totals=(Total("attacks", *HEADLINE, 10.0, 15.0, 30.0, 13.0),),
        judged={"S1": 1.0},
        held_out={"S1": 1.0},
        given=(),
        before={"attacks": np.array([np.nan, 3.0])},
        called={"attacks": "lethal events with a group"},
    )


def test_the_fan_s_title_counts_what_lay_inside_and_names_the_misses(found: Hindcast):
    assert record_fan(found, "attacks").title == (
        "Lethal events with a group: 2 of 3 months inside the 90 % band, 1 above the median; missed: February 2023"
    )


def test_the_fan_s_table_holds_counts_before_and_after_the_freeze(found: Hindcast):
    rows = record_fan(found, "attacks").rows
    assert [(row["month"], row["counted"]) for row in rows] == [
        ("2022-12", 3.0), ("2023-01", 7.0), ("2023-02", 1.0), ("2023-03", 5.0),
    ]  # fmt: skip
    assert [row["missed"] for row in rows[1:]] == ["", "outside the band", ""]


def test_scores_name_the_series_on_which_the_model_did_worse(found: Hindcast):
    figure = record_scores(found)
    assert figure.title.endswith("on 1 of 2 series; not on fighting between the states")
    assert figure.rows[0]["model, judged weights"] == 2.0 and figure.rows[0]["pool"] == 4.0


def test_a_forecast_that_came_out_low_is_called_too_low(found: Hindcast):
    assert record_pit(found).title.startswith("The model foretold attacks too low.")
    assert "70% for attacks" in record_pit(found).title


def test_every_figure_becomes_a_drawing_with_its_data_beside_it(found: Hindcast, tmp_path: Path):
    written = write_figures(record_figures(found), tmp_path / "figures")
    assert [path.name for path in written] == [
        f"record-2022-12-31-{name}.svg" for name in ("scores", "attacks", "pit")
    ]
    with written[1].with_suffix(".csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows[2]["counted"] == "1" and rows[2]["95 %"] == "9"


def test_a_sum_beyond_its_band_is_told_first(found: Hindcast):
    assert beyond(found) == []
    missed = dataclasses.replace(found, totals=(Total("attacks", *HEADLINE, 10.0, 15.0, 30.0, 31.0),))
    assert beyond(missed) == ["lethal events with a group, 10 to 30 foretold with 90 %, 31 came"]
    assert "31 came, beyond the band." in " ".join(in_words(missed))


def test_the_freeze_lies_two_years_before_the_last_whole_month():
    from datetime import date

    assert freeze_before(date(2022, 12, 31)) == date(2020, 12, 31)
    assert freeze_before(date(2022, 12, 15)) == date(2020, 11, 30)
