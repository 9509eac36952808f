"""Numbers of events or groups by what they are looked up by."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable
from typing import Protocol

Key = tuple[Hashable, ...]
"""Text and whole numbers; what is looked up most at once stands first: the day, the story."""


class Index(Protocol):
    """Holds numbers by keys, in memory or elsewhere."""

    def add(self, keys: Iterable[Key], number: int) -> None:
        """Put a number under each of the keys; one that is there stays once."""

    def numbers(self, keys: Iterable[Key]) -> list[int]:
        """Those under any of the keys, from the least, each once."""
        ...


class InMemory:
    """An index as large as what it holds."""

    def __init__(self) -> None:
        self._held: dict[Key, list[int]] = defaultdict(list)

    def add(self, keys: Iterable[Key], number: int) -> None:
        for key in keys:
            held = self._held[key]
            if number not in held:
                held.append(number)

    def numbers(self, keys: Iterable[Key]) -> list[int]:
        return sorted({number for key in keys for number in self._held.get(key, ())})
