"""What the kernel's entry takes, in its order."""

from __future__ import annotations

LARGEST = 1e300
"""A value beyond this is taken for infinite."""
INPUTS = (
    "seed", "salt", "first", "count", "stride", "months", "on", "points", "pulls", "parameters",
    "lever", "level", "from", "until", "lasts", "state", "sign", "value",
    "frame", "left", "bins", "work", "outcomes", "sums", "sketch", "final", "broken", "seen",
)  # fmt: skip
"""Arguments of `play_block`: whole numbers up to `pulls`, then addresses."""
NUMBERS = 9
