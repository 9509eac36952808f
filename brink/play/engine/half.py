"""The negative binomial quantile of dispersion one half, whose limit is the square of a normal."""

from __future__ import annotations

import math

from brink.play.engine.normal import normal
from brink.play.engine.samplers import negative_binomial

ONE_HALF = 0.5
FIRST_FAR = 6.0
"""From here on the expansion tells whole numbers apart; below it a sum from zero is short."""


def negative_binomial_of_half(u: float, mean: float) -> float:
    """`negative_binomial(u, mean, 0.5)`, in a time that does not grow with the number drawn.

    With N = n + 3/4, y = -N log(share) and P the distribution function of half a squared normal, the
    distribution function is P(y) + y P'(y) (3/2 + y) / (48 N^2) + O(N^-4): Wise (1950), "The incomplete beta
    function as a contour integral", Biometrika 37, carried one term further. Solved for N that is
    y / L - (3/2 + y) / (48 N), off by less than 0.004 (1 + y)^2 / N^3. Where that leaves two whole numbers,
    and below 6, the sum from zero decides.
    """
    if mean > 0.0:
        slope = math.log1p(ONE_HALF / mean)
        w = normal(0.5 + 0.5 * u)
        y = 0.5 * w * w
        far = y / slope
        if far >= FIRST_FAR:
            x = far - (1.5 + y) / (48.0 * far) + 0.25
            n = math.floor(x)
            error = 0.004 * (1.0 + y) * (1.0 + y) / (far * far * far) + 1e-7 * far
            if error < x - n < 1.0 - error:
                return float(n)
    return negative_binomial(u, mean, ONE_HALF)
