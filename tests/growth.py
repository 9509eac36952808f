"""How the cost of reading grows with the length of what is read: a ratio within one run, never a time."""

from __future__ import annotations

import time
from collections.abc import Callable

ROUNDS = 2
TICK_SECONDS = 0.01
"""Below this a clock says nothing; a short run counts as if it had taken so long."""


def cost_ratio(short: Callable[[], object], long: Callable[[], object]) -> float:
    """Core-seconds of `long` over those of `short`, each the best of rounds taken in turn."""
    taken = [(core_seconds(short), core_seconds(long)) for _ in range(ROUNDS)]
    return max(min(one for _, one in taken), TICK_SECONDS) / max(min(one for one, _ in taken), TICK_SECONDS)


def core_seconds(work: Callable[[], object]) -> float:
    begun = time.process_time()
    work()
    return time.process_time() - begun
