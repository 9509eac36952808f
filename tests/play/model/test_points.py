"""Points of ignorance: spread evenly in each dimension, paired by chance alone."""

import numpy as np
import pytest

from brink.play.model.points import DIMENSIONS, uniforms

SEED = 20221231


def test_fewer_points_are_the_first_of_more():
    assert np.array_equal(uniforms(100, seed=SEED), uniforms(512, seed=SEED)[:100])


@pytest.mark.parametrize("points", [1, 2, 64, 512])
def test_every_part_of_every_dimension_holds_one_point(points: int):
    part = np.sort((uniforms(512, seed=SEED)[:points] * points).astype(int), axis=0)
    assert (part == np.arange(points)[:, None]).all()


def test_no_dimension_tells_what_another_is():
    """Chi squared of 8 x 8 cells of all pairs of 60 dimensions against that of pairing by chance."""
    points = 512
    places = (uniforms(points, seed=SEED)[:, DIMENSIONS - 60 :] * 8).astype(int)
    cells = np.eye(8)[places].reshape(points, -1)
    counts = (cells.T @ cells).reshape(60, 8, 60, 8).transpose(0, 2, 1, 3)
    expected = points / 64
    chi2 = ((counts - expected) ** 2 / expected).sum(axis=(2, 3))[np.triu_indices(60, 1)]
    # 49 degrees of freedom: mean 49, standard deviation 98^0.5; 1,770 pairs reach 4 or 5 of them.
    assert chi2.max() < 49 + 7 * 98**0.5
