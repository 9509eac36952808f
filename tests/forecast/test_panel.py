"""The shipped panels hold what their source holds."""

from __future__ import annotations

import pytest

from brink.dates.months import month_number
from brink.errors import BadForecast, NotInCase
from brink.forecast.panel import END_MONTH, FIRST_MONTH, world


def yearly(kind: str, unit: int, years: range, **which: str) -> list[int]:
    panel = world(kind, **which)
    row = panel.counts[panel.row_of(unit)]
    starts = [month_number(year, 1) - panel.first for year in years]
    return [int(row[start : start + 12].sum()) for start in starts]


def test_deaths_between_pakistan_and_the_ttp_by_year():
    assert yearly("dyad", 857, range(2018, 2026)) == [147, 148, 186, 259, 494, 752, 1192, 2268]


def test_events_of_the_world_add_up():
    kinds = ("sb", "ns", "os")
    assert sum(world("dyad", measure="events", violence=k).counts.sum() for k in kinds) == 417_968
    assert sum(world("country", measure="events", violence=k).counts.sum() for k in kinds) == 417_968


def test_every_country_has_every_month():
    assert world("country").counts.shape == (191, END_MONTH - FIRST_MONTH)


def test_a_panel_cut_at_a_month_ends_there():
    october = month_number(2022, 10)
    assert world("country").until(october).end == october + 1


def test_a_month_beyond_the_data_is_refused_with_what_there_is():
    with pytest.raises(BadForecast, match="2025-12"):
        world("country").until(month_number(2026, 1))


def test_a_panel_that_is_not_there_is_refused():
    with pytest.raises(NotInCase, match="country, dyad"):
        world("countries")


def test_a_panel_cannot_be_written_to_by_accident():
    with pytest.raises(ValueError, match="read-only"):
        world("country").counts[0, 0] = 7
