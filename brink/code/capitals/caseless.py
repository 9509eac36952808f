"""Whether a story was set all in capitals or all in small letters (teletype, old wire copy, OCR)."""

from __future__ import annotations

from collections.abc import Iterable

FEWEST = 120
"""Letters below which nothing can be told: a short line may lack capitals by chance."""
ALL = 0.92
"""Share of capitals from which a text is all in capitals; "a.m." or a stray word may be small."""
NONE = 0.003
"""Share of capitals up to which a text has none; printed English has 2 to 6 in a hundred letters."""


def is_caseless(parts: Iterable[str]) -> bool:
    """Whether the parts of one story, taken together, are all in capitals or all in small letters."""
    small = capital = 0
    for part in parts:
        small += sum(map(str.islower, part))
        capital += sum(map(str.isupper, part))
    letters = small + capital
    if letters < FEWEST:
        return False
    share = capital / letters
    return share >= ALL or share <= NONE
