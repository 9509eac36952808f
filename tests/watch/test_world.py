"""A rule over the world: nothing later counts, and the documentation says what it measures."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from brink.case.definition import Definition
from brink.case.view import View
from brink.watch.world import OnWorld, on_world

PAGE = Path(__file__).parents[2] / "docs" / "explanation" / "tripwires.md"
RULE = """
title: A country
as_of: 2023-12-31
tripwires:
  - id: rule
    statement: It rises.
    counts: {measure: value, series: deaths}
    window: 1 month
    direction: at least
    owner: desk
    changes: nothing
    assumption: ours
    {READS}
series:
  - {id: deaths, file: deaths.csv, where: {gwno: 770}, values: [sb_deaths], meaning: deaths, unit: per month, source: UCDP}
"""
SURGE = "reads: change\n    baseline: 12 months\n    floor: 25\n    threshold: 100"
RECORD = "reads: record\n    baseline: 36 months\n    threshold: 100"


def measured(reads: str, as_of: date = date(2023, 12, 31)) -> OnWorld:
    definition = Definition.parse(RULE.replace("{READS}", reads), source="case.yaml")
    view = View.__new__(View)
    view.definition, view.as_of = definition, as_of
    found = on_world(view, definition.tripwires[0])
    assert found is not None
    return found


def test_the_page_says_what_the_rules_measure():
    surge, record = measured(SURGE), measured(RECORD)
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    assert f"Of the {surge.units} countries" in text
    assert f"in {round(100 * surge.base_rate.value)} months of a hundred" in text
    assert f"right in {surge.precision.value:.2f} of the months in which it is crossed" in text
    assert f"finds {surge.recall.value:.2f} of those" in text
    assert f"is right in {record.precision.value:.2f} and finds {record.recall.value:.2f}" in text


def test_an_earlier_date_sees_fewer_months():
    early, late = measured(SURGE, date(2000, 12, 31)), measured(SURGE)
    assert early.base_rate.of < late.base_rate.of
    assert early.precision.of < late.precision.of


@pytest.mark.parametrize("reads", ["threshold: 1\n    reads: exceedance\n    exceeds: 30"])
def test_a_forecast_is_not_run_over_the_world(reads: str):
    definition = Definition.parse(RULE.replace("{READS}", reads), source="case.yaml")
    view = View.__new__(View)
    view.definition, view.as_of = definition, date(2023, 12, 31)
    assert on_world(view, definition.tripwires[0]) is None
