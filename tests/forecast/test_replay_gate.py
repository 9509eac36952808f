"""The forecast does as well on the past as the documentation says."""

from __future__ import annotations

import pytest

from brink.forecast.panel import world
from brink.forecast.replay import MODELS, Replayed, replay
from brink.forecast.verdict import Verdict, verdict
from brink.forecast.windows import TRUE_FUTURE, Window, yearly

CLEAN = yearly(2020, 2025)
"""Years that played no part in choosing members and settings."""


def judged(panel: str, measure: str, windows: tuple[Window, ...]) -> Verdict:
    def runs(name: str) -> list[Replayed]:
        return [replay(MODELS[name], world(panel, measure=measure), window) for window in windows]

    return verdict("pool", runs("pool"), runs("conflictology"))


@pytest.mark.gate
@pytest.mark.slow
def test_countries_over_all_years():
    found = judged("country", "deaths", yearly())
    assert found.geometric_ratio < 0.912
    assert found.log_crps_ratio < 0.955
    assert found.won >= 24
    assert 0.88 < found.coverage[0.9] < 0.92


@pytest.mark.gate
@pytest.mark.slow
@pytest.mark.parametrize(
    ("panel", "measure", "ceiling"),
    [("country", "deaths", 0.976), ("dyad", "deaths", 0.970), ("dyad", "events", 0.843)],
)
def test_the_years_that_chose_nothing(panel: str, measure: str, ceiling: float):
    assert judged(panel, measure, CLEAN).geometric_ratio < ceiling


@pytest.mark.gate
@pytest.mark.slow
def test_the_true_future_of_the_challenge():
    assert judged("country", "deaths", (TRUE_FUTURE,)).geometric_ratio < 0.932
