"""Exponentials and logarithms made of additions, multiplications and shifts alone.

The system's library has its own on every machine, and calls to it cannot be done for many futures at once.
These round the same everywhere, compiled or not, eight futures at a time or one. They are right to about one
unit in the last place. The kernel puts them where a mechanism says `math.exp`, `math.log`, `math.log1p` or
`math.expm1`; out of range they give 0, an infinity or NaN, and raise nothing.
"""

from __future__ import annotations

from numpy import float64, int64

PER_LN2 = 1.4426950408889634
LN2_HIGH = 0.6931471803691238
"""The first 32 bits of log 2, so that its product with an exponent is exact."""
LN2_LOW = 1.9082149292705877e-10
ROUNDER = 6755399441055744.0
"""1.5 times 2^52: what is added to it is rounded to a whole number, which its last bits then hold."""
ROUNDER_BITS = 4843621399236968448
ROOT_HALF_BITS = 4604544271217802189
"""The square root of a half, as the bits of a float."""
EXPONENT = 52
"""Bits after the exponent."""
MOST_POWER = 708.0
"""Beyond this, either way, exp(x) is taken for 0 and for infinite."""
LEAST_NUMBER = 2.3e-308
MOST_NUMBER = 1.7e308
INFINITE = float("inf")


def _power_less_one(r: float) -> float:
    """exp(r) - 1 for |r| up to log(2) / 2: r + r^2 times the Chebyshev interpolant of (e^r - 1 - r) / r^2.

    Summed by pairs, so that no step waits for more than four before it.
    """
    s = r * r
    a = (0.5 + 0.16666666666666669 * r) + s * (0.04166666666662324 + 0.008333333333329994 * r)
    b = (0.0013888888917654016 + 0.00019841269863392214 * r) + s * (
        2.4801520613566223e-05 + 2.7557267935231926e-06 * r
    )
    c = 2.762041219449885e-07 + 2.5100634461878497e-08 * r
    q = s * s
    return r + s * (a + q * (b + q * c))


def exp(x: float) -> float:
    """e^x: x = k log 2 + r, with 2^k added to the exponent of e^r; 0 from -708 down, infinite from 708 on."""
    near = x if abs(x) < MOST_POWER else 0.0
    turned = near * PER_LN2 + ROUNDER
    k = turned - ROUNDER
    part = 1.0 + _power_less_one(near - k * LN2_HIGH - k * LN2_LOW)
    bits = int64(float64(part).view(int64) + (float64(turned).view(int64) << EXPONENT))
    y: float = bits.view(float64)
    return y if abs(x) < MOST_POWER else _far_power(x, 0.0)


def expm1(x: float) -> float:
    """e^x - 1, with all its digits near 0."""
    near = x if abs(x) < MOST_POWER else 0.0
    turned = near * PER_LN2 + ROUNDER
    k = turned - ROUNDER
    part = _power_less_one(near - k * LN2_HIGH - k * LN2_LOW)
    power = int64(float64(1.0).view(int64) + (float64(turned).view(int64) << EXPONENT)).view(float64)
    y: float = power * part + (power - 1.0)
    return y if abs(x) < MOST_POWER else _far_power(x, -1.0)


def _far_power(x: float, least: float) -> float:
    """What a power comes to where it is out of range: its limits, and NaN for NaN."""
    return least if x < 0.0 else x * INFINITE


def log(x: float) -> float:
    """Natural logarithm: x = 2^k m with m about 1, log m = 2 artanh(s), s = (m - 1) / (m + 1).

    The sum is ordered as in the C library of FreeBSD (e_log.c), so that what cancels is exact; minus infinity
    from 2e-308 down to 0.
    """
    near = x if LEAST_NUMBER < x < MOST_NUMBER else 1.0
    bits = float64(near).view(int64)
    k = (bits - ROOT_HALF_BITS) >> EXPONENT
    f = int64(bits - (k << EXPONENT)).view(float64) - 1.0
    power = int64(k + ROUNDER_BITS).view(float64) - ROUNDER
    s = f / (2.0 + f)
    z = s * s
    w = z * z
    odd = 0.28571428626253836 + w * (0.1818289243253687 + w * 0.14617807153417325)
    even = w * (0.3999999999989889 + w * (0.22222211089379496 + w * 0.15331611722055008))
    half = 0.5 * f * f
    rest = s * (half + (z * (0.666666666666667 + w * odd) + even))
    y: float = power * LN2_HIGH - ((half - (rest + power * LN2_LOW)) - f)
    return y if LEAST_NUMBER < x < MOST_NUMBER else _far_log(x)


def _far_log(x: float) -> float:
    """What a logarithm comes to where it is out of range: its limits, and NaN below 0."""
    if x > 0.0:
        return x if x >= MOST_NUMBER else -INFINITE
    return -INFINITE if x == 0.0 else (x - x) * INFINITE


def log1p(x: float) -> float:
    """log(1 + x), with all its digits near 0: what rounding 1 + x loses is put back."""
    more = 1.0 + x
    y = log(more)
    return y + (x - (more - 1.0)) / more if 0.0 < more < MOST_NUMBER else y
