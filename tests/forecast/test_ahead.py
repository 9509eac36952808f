"""A series of a case forecast ahead: what is known, what goes together, what escalates."""

from __future__ import annotations

import numpy as np
import pytest

from brink.case.series import MonthlySeries
from brink.errors import BadForecast
from brink.forecast.ahead import Ahead, ahead_of, escalation
from brink.forecast.panel import world
from brink.forecast.record import past_record
from brink.plots.fan import fan

END = 517
"""January 2023."""


def a_series(counts: list[float], *, field: str = "deaths") -> MonthlySeries:
    return MonthlySeries("x", field, "x", "per month", "x", END - len(counts), np.array(counts, dtype=float))


def drawn(*months: list[float], counts: list[float] | None = None, field: str = "deaths") -> Ahead:
    return Ahead(a_series(counts or [10.0] * 24, field=field), END, np.array(months), "x")


def test_totals_add_months_of_the_same_rank():
    assert drawn([1, 2, 3], [10, 20, 30]).totals(2).tolist() == [11, 22, 33]


def test_escalation_is_a_mean_of_twice_the_last_year_or_of_twenty_five():
    three = drawn([0, 30, 40], [0, 30, 40], [0, 14, 10])
    found = escalation(three)
    assert found is not None
    # Means 0, 24.67 and 30 against the larger of 25 and 2 x 10.
    assert (found.level, found.probability) == (25, pytest.approx(1 / 3))
    busy = escalation(drawn([90], [90], [90], counts=[50.0] * 24))
    assert busy is not None
    assert (busy.level, busy.probability) == (100, 0)


def test_what_does_not_count_deaths_has_no_escalation():
    assert escalation(drawn([1], [1], [1], field="events")) is None


def test_a_series_with_a_gap_is_forecast_from_what_follows_it():
    counts = [500.0] * 12 + [float("nan")] + [3.0] * 30
    made = ahead_of(a_series(counts), world("dyad"))
    assert np.median(made.draws) == 3
    with pytest.raises(BadForecast, match="has 23 of the 24 months"):
        ahead_of(a_series([float("nan")] + [3.0] * 23), world("dyad"))


def test_the_past_record_reads_no_month_of_the_window_it_forecasts():
    counts = [float(n % 7) for n in range(60)]
    record = past_record(a_series(counts), world("dyad"))
    poisoned = past_record(a_series([*counts[:-12], *[9000.0] * 12]), world("dyad"))
    assert record.windows[0].crps != poisoned.windows[0].crps
    assert record.windows[1:] == poisoned.windows[1:]


def test_a_short_series_has_no_record():
    assert past_record(a_series([3.0] * 30), world("dyad")).windows == ()


def test_the_fan_holds_history_forecast_and_only_revealed_months():
    made = ahead_of(a_series([float(n % 9) for n in range(48)]), world("dyad"))
    plain, later = fan(made), fan(made, came=[4.0, 5.0])
    assert len(plain.rows) == 36 + 12
    assert "came" not in plain.columns
    assert [row["came"] for row in later.rows if row["came"] is not None] == [4.0, 5.0]
    assert "<title" in plain.svg(themed=True)
