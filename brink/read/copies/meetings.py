"""Which items hold a key in common, for keys that at least two hold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import numpy as np
import numpy.typing as npt

Array = npt.NDArray[Any]


class Meetings:
    """Items grouped by key; an item is met by others once it has entered.

    Keys are given table by table; those that one item alone holds are dropped at once, so
    memory goes with the largest table and with the number of shared keys.
    """

    def __init__(self, tables: Iterable[tuple[Array, Array]], *, count: int) -> None:
        parts = [_shared(keys, items) for keys, items in tables]
        self._items = np.concatenate([np.zeros(0, dtype=np.int64), *(items for items, _ in parts)])
        size = np.concatenate([np.zeros(0, dtype=np.int64), *(sizes for _, sizes in parts)])
        self._start = np.cumsum(size) - size
        self._entered = np.zeros(len(size), dtype=np.int64)
        group = np.repeat(np.arange(len(size), dtype=np.int64), size)
        by_item = np.argsort(self._items, kind="stable")
        self._groups = group[by_item]
        self._of_item = np.searchsorted(self._items[by_item], np.arange(count + 1))

    def enter(self, first: int, last: int) -> None:
        """Let items `[first, last)` be met from now on; items enter in ascending order."""
        np.add.at(self._entered, self._groups[self._of_item[first] : self._of_item[last]], 1)

    def met(self, item: int) -> Array:
        """Items entered that share a key with this one, once for each such key."""
        groups = self._groups[self._of_item[item] : self._of_item[item + 1]]
        lengths = self._entered[groups]
        return self._items[ranges(self._start[groups], lengths)]

    def met_by_each(self, items: Array) -> tuple[Array, Array]:
        """For every meeting of one of the items with one that entered: the one and the other."""
        counts = self._of_item[items + 1] - self._of_item[items]
        groups = self._groups[ranges(self._of_item[items], counts)]
        lengths = self._entered[groups]
        return np.repeat(np.repeat(items, counts), lengths), self._items[ranges(self._start[groups], lengths)]


def _shared(keys: Array, items: Array) -> tuple[Array, Array]:
    """Items by key and then in order, of keys held by two or more; and how many hold each such key."""
    order = np.lexsort((items, keys))
    keys = keys[order]
    start = np.flatnonzero(keys[1:] != keys[:-1]) + 1
    size = np.diff(np.concatenate(([0], start, [len(keys)]))).astype(np.int64)
    shared = size > 1
    return items[order[np.repeat(shared, size)]], size[shared]


def ranges(starts: Array, lengths: Array) -> Array:
    """Positions start, start + 1, … for each start and length, one after another.

    >>> ranges(np.array([5, 20]), np.array([2, 3])).tolist()
    [5, 6, 20, 21, 22]
    """
    ends = np.cumsum(lengths)
    total = int(ends[-1]) if len(ends) else 0
    return np.repeat(starts - ends + lengths, lengths) + np.arange(total, dtype=np.int64)
