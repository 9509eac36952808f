"""Random numbers by address: the same question always gets the same answer."""

from __future__ import annotations

from numpy import int64, uint64

LOW_WORD = uint64(0xFFFFFFFF)
WORD = uint64(32)
MULTIPLIER_0 = uint64(0xD2511F53)
MULTIPLIER_1 = uint64(0xCD9E8D57)
WEYL_0 = uint64(0x9E3779B9)
WEYL_1 = uint64(0xBB67AE85)
ROUNDS = 10
STEP = 2.0**-32


def philox4x32(
    c0: uint64, c1: uint64, c2: uint64, c3: uint64, k0: uint64, k1: uint64
) -> tuple[uint64, uint64, uint64, uint64]:
    """Four 32-bit words for a counter of four words and a key of two, all held in 64 bits.

    Philox4x32-10 of Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3",
    doi 10.1145/2063384.2063405.
    """
    for _ in range(ROUNDS):
        # What stands above the low half is left where it does no harm, until a product asks for that half.
        product_0 = MULTIPLIER_0 * (c0 & LOW_WORD)
        product_1 = MULTIPLIER_1 * (c2 & LOW_WORD)
        c0 = (product_1 >> WORD) ^ c1 ^ k0
        c1 = product_1
        c2 = (product_0 >> WORD) ^ c3 ^ k1
        c3 = product_0
        k0 = (k0 + WEYL_0) & LOW_WORD
        k1 = (k1 + WEYL_1) & LOW_WORD
    return c0 & LOW_WORD, c1 & LOW_WORD, c2 & LOW_WORD, c3 & LOW_WORD


def uniform(word: uint64) -> float:
    """The middle of the word's cell of width 2^-32, so never 0 and never 1."""
    # Through a signed integer, which processors convert faster than an unsigned one.
    return (float(int64(word)) + 0.5) * STEP
