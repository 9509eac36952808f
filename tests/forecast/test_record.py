"""The record of a forecast on one series, and the fan that draws it."""

from __future__ import annotations

import numpy as np

from brink.case.series import MonthlySeries
from brink.forecast.matched import matched
from brink.forecast.record import PastRecord, PastWindow, past_record
from brink.forecast.series import from_history
from brink.plots.fan import fan

END = 517
"""January 2023."""
WORLD = matched({}, "deaths")


def a_series(counts: list[float]) -> MonthlySeries:
    return MonthlySeries(
        "x", "deaths", "x", "per month", "x", END - len(counts), np.array(counts, dtype=float)
    )


def test_the_past_record_reads_no_month_of_the_window_it_forecasts():
    counts = [float(n % 7) for n in range(60)]
    record = past_record(a_series(counts), WORLD)
    poisoned = past_record(a_series([*counts[:-12], *[9000.0] * 12]), WORLD)
    assert len(record.windows) == 4
    assert record.windows[0].crps != poisoned.windows[0].crps
    assert record.windows[1:] == poisoned.windows[1:]


def test_a_short_series_has_no_record():
    assert past_record(a_series([3.0] * 20), WORLD).windows == ()


def test_the_ratio_is_a_geometric_mean_and_leaves_out_what_was_perfect():
    windows = (
        PastWindow(1, 2.0, 4.0, 12, True),
        PastWindow(2, 8.0, 4.0, 6, False),
        PastWindow(3, 0.0, 0.0, 12, True),
    )
    record = PastRecord(windows)
    assert record.ratio == 1.0
    assert (record.won, record.coverage_90) == (1, 30 / 36)


def test_the_fan_holds_history_forecast_and_only_revealed_months():
    made = from_history(a_series([float(n % 9) for n in range(48)]), WORLD, END, END + 11)
    plain, later = fan(made), fan(made, came=[4.0, 5.0])
    assert len(plain.rows) == 36 + 12
    assert "came" not in plain.columns
    assert [row["came"] for row in later.rows if row["came"] is not None] == [4.0, 5.0]
    assert "<title" in plain.svg(themed=True)
