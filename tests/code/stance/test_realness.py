"""How real an act is by its wording, between -3 and 3."""

from __future__ import annotations

import pytest

from brink.code.stance.realness import bent

BEND = ((-2.0, -2.5), (0.0, 1.0), (3.0, 2.0))


@pytest.mark.parametrize(
    ("total", "real"),
    [(-3.0, -2.5), (-2.0, -2.5), (-0.5, 0.125), (0.0, 1.0), (0.75, 1.25), (3.0, 2.0), (9.0, 2.0)],
)
def test_a_sum_is_bent_along_the_line_through_the_points_and_level_beyond_them(
    total: float, real: float
) -> None:
    assert bent(total, BEND) == pytest.approx(real)
