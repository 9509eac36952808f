"""The normal quantile: one uniform in, the number out, to about 15 digits."""

from __future__ import annotations

import math

MIDDLE = 6.25
"""Up to here in -log(4u(1 - u)) one quotient gives the normal quantile: from u = 0.00048 on either side."""


def normal(u: float) -> float:
    """Standard normal quantile, to about 15 digits.

    z / (u - 1/2) is smooth in w = -log(4u(1 - u)), as Giles (2011), "Approximating the erfinv function", GPU
    Computing Gems 10, found: one quotient of polynomials, the best by Remez's exchange, off by 2.1e-16 of
    itself, serves all but a thousandth of chance. In the tails Wichura (1988), Algorithm AS 241 (PPND16),
    Applied Statistics 37(3) 477-484.
    """
    q = u - 0.5
    w = -math.log(4.0 * u * (1.0 - u))
    if w <= MIDDLE:
        above, below = _normal_middle(w)
        above *= q
    else:
        above, below = _normal_tail(math.sqrt(-math.log(u if q < 0.0 else 1.0 - u)))
        above = -above if q < 0.0 else above
    # One division serves futures in the middle and in the tails.
    return above / below


def _normal_middle(w: float) -> tuple[float, float]:
    """Numerator and denominator of z / (u - 1/2), summed by pairs, which need not wait for one another."""
    v = w * w
    x = v * v
    above = (2.5066282746310010 + 1.0525583868562776 * w) + v * (
        0.28895053553584984 + 0.057975046366826882 * w
    )
    high = 0.0086291305329082972 + 0.00097504907036682723 * w
    high += v * (8.1928880312580601e-05 + 4.6972634246169594e-06 * w)
    above += x * (high + x * 1.4373594449831930e-07)
    below = (1.0 + 0.15811065530897139 * w) + v * (0.060849275855370956 + 0.0077727701837635640 * w)
    high = 0.0011757125087859961 + 0.00011047169847809226 * w
    high += v * (7.1181969836835303e-06 + 3.7342804452226472e-07 * w)
    return above, below + x * (high + x * 2.9520408246755547e-09)


def _normal_tail(r: float) -> tuple[float, float]:
    """Numerator and denominator of the normal quantile at exp(-r^2) from an end."""
    if r <= 5.0:
        r -= 1.6
        above = (
            ((7.74545014278341407640e-4 * r + 0.0227238449892691845833) * r + 0.241780725177450611770) * r
            + 1.27045825245236838258
        ) * r + 3.64784832476320460504
        above = (
            (above * r + 5.76949722146069140550) * r + 4.63033784615654529590
        ) * r + 1.42343711074968357734
        below = (
            ((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) * r + 0.0151986665636164571966) * r
            + 0.148103976427480074590
        ) * r + 0.689767334985100004550
        below = ((below * r + 1.67638483018380384940) * r + 2.05319162663775882187) * r + 1.0
    else:
        r -= 5.0
        above = (
            ((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) * r + 0.00124266094738807843860) * r
            + 0.0265321895265761230930
        ) * r + 0.296560571828504891230
        above = (
            (above * r + 1.78482653991729133580) * r + 5.46378491116411436990
        ) * r + 6.65790464350110377720
        below = (
            ((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) * r + 1.84631831751005468180e-5) * r
            + 7.86869131145613259100e-4
        ) * r + 0.0148753612908506148525
        below = ((below * r + 0.136929880922735805310) * r + 0.599832206555887937690) * r + 1.0
    return above, below
