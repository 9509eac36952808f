"""Monthly series of a case: gaps, the as-of date, and tables that cannot be used."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import numpy as np
import pytest

from brink.case.folder import open_case
from brink.case.series import every_monthly_series, monthly_series
from brink.case.view import View
from brink.dates.months import last_whole_month, month_interval, month_label, month_number, parse_month
from brink.errors import BadDefinition, NotInCase

CASE = """
title: A border
as_of: 2022-03-31
series:
  - {{id: fights, file: fights.csv, meaning: fights, values: [events], unit: per month, absent: {absent}, source: a list}}
"""


def a_case(root: Path, table: str, *, absent: str = "zero") -> View:
    """A case with one series from a table."""
    (root / "series").mkdir()
    (root / "articles").mkdir()
    (root / "case.yaml").write_text(CASE.format(absent=absent))
    (root / "series" / "fights.csv").write_text(table)
    return View(open_case(root))


def test_a_month_without_a_row_is_zero_where_the_case_says_so(tmp_path: Path):
    view = a_case(tmp_path, "month,events\n2021-12,3\n2022-02,5\n")
    assert list(monthly_series(view, "fights").counts) == [3, 0, 5]


def test_a_month_without_a_row_is_unknown_otherwise(tmp_path: Path):
    view = a_case(tmp_path, "month,events\n2021-12,3\n2022-02,5\n", absent="unknown")
    np.testing.assert_array_equal(monthly_series(view, "fights").counts, [3, np.nan, 5])


def test_no_month_after_the_as_of_date_is_seen(tmp_path: Path):
    view = a_case(tmp_path, "month,events\n2022-03,4\n2022-04,999\n")
    assert month_label(monthly_series(view, "fights").end - 1) == "2022-03"


def test_a_month_that_had_not_ended_is_not_seen(tmp_path: Path):
    a_case(tmp_path, "month,events\n2022-02,4\n2022-03,999\n")
    early = View(open_case(tmp_path), date(2022, 3, 30))
    assert list(monthly_series(early, "fights").counts) == [4]


def test_rows_of_one_month_are_added(tmp_path: Path):
    view = a_case(tmp_path, "year,month,events\n2022,1,2\n2022,1,7\n")
    assert list(monthly_series(view, "fights").counts) == [9]


def test_a_window_beyond_the_series_is_unknown(tmp_path: Path):
    view = a_case(tmp_path, "month,events\n2022-01,4\n")
    np.testing.assert_array_equal(
        monthly_series(view, "fights").window(parse_month("2021-12"), parse_month("2022-03")),
        [np.nan, 4, np.nan],
    )


def test_an_unknown_series_is_named_with_what_there_is(tmp_path: Path):
    view = a_case(tmp_path, "month,events\n2022-01,4\n")
    with pytest.raises(NotInCase, match="did you mean fights"):
        monthly_series(view, "fight")


def test_a_table_without_the_column_is_refused_with_its_columns(tmp_path: Path):
    view = a_case(tmp_path, "month,event\n2022-01,4\n")
    with pytest.raises(BadDefinition, match="did you mean event"):
        monthly_series(view, "fights")


def test_yearly_tables_are_left_out(tmp_path: Path):
    view = a_case(tmp_path, "year,events\n2022,4\n")
    assert every_monthly_series(view) == []


def test_months_are_numbered_from_january_1980():
    assert (month_number(1980, 1), month_number(2022, 12)) == (1, 516)
    assert month_interval(516).start == date(2022, 12, 1)
    assert last_whole_month(date(2022, 12, 30)) == 515
