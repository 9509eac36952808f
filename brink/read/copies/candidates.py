"""Pairs of stories worth comparing, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from brink.read.copies.prints import BANDS, StoryPrints

SHARE_OF_RUNS = 0.12
"""Share of the smaller story's word runs that both must hold. Copies cut, wrapped or edited share more."""
SHARE_OF_SENTENCES = 0.15
"""Share of the smaller story's sentences that must meet in some band; never fewer than two sentences."""

_Array = npt.NDArray[Any]


class Postings:
    """Which stories hold a print, for prints that several hold.

    An item is a story, or a sentence of one; `owner` gives the story of each item. Memory
    goes with the number of shared prints, time with the number of pairs that share one.
    """

    def __init__(self, owner: _Array, tables: Sequence[tuple[_Array, _Array]]) -> None:
        self.owner = owner
        groups, items, offset = [], [], 0
        for keys, holders in tables:
            group, item = _shared(keys, holders, owner)
            groups.append(group + offset)
            items.append(item)
            offset += int(group[-1]) + 1 if len(group) else 0
        self._items = np.concatenate(items) if items else np.zeros(0, np.int64)
        group = np.concatenate(groups) if groups else np.zeros(0, np.int64)
        self._starts = np.searchsorted(group, np.arange(offset + 1))
        order = np.argsort(self._items, kind="stable")
        self._groups_by_item = group[order]
        self._first_group = np.searchsorted(self._items[order], np.arange(len(owner) + 1))

    def earlier(self, item: int) -> _Array:
        """Items of earlier stories that share a print with this one; once for each print."""
        groups = self._groups_by_item[self._first_group[item] : self._first_group[item + 1]]
        if not len(groups):
            return groups
        met = [self._items[self._starts[group] : self._starts[group + 1]] for group in groups]
        every = np.concatenate(met)
        return every[self.owner[every] < self.owner[item]]


def _shared(keys: _Array, holders: _Array, owner: _Array) -> tuple[_Array, _Array]:
    """Group numbers and items, by key and then by item, of keys held by two stories or more."""
    order = np.lexsort((holders, keys))
    keys, holders = keys[order], holders[order]
    group = np.concatenate(([0], np.cumsum(keys[1:] != keys[:-1]))) if len(keys) else keys.astype(np.int64)
    if not len(group):
        return group, holders
    first = np.searchsorted(group, np.arange(int(group[-1]) + 1))
    last = np.append(first[1:], len(group)) - 1
    kept = (owner[holders[first]] != owner[holders[last]])[group]
    _, renumbered = np.unique(group[kept], return_inverse=True)
    return renumbered, holders[kept]


def candidates(prints: Sequence[StoryPrints], *, after: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) by position, each once, in order of the later and then of the earlier.

    Whether a pair comes out depends on the prints of the two alone. Pairs whose later
    story stands before position `after` are left out.
    """
    runs, sentences = _by_runs(prints), _by_sentences(prints)
    counts = np.array([len(story.bands) for story in prints], dtype=np.int64)
    sizes = np.array([len(story.runs) for story in prints], dtype=np.int64)
    first = np.concatenate(([0], np.cumsum(counts)))
    for later in range(after, len(prints)):
        found = _meeting(runs.earlier(later), sizes, later, SHARE_OF_RUNS, 1)
        met = [np.unique(sentences.owner[sentences.earlier(s)]) for s in range(first[later], first[later + 1])]
        if any(len(stories) for stories in met):
            reworded = _meeting(np.concatenate(met), counts, later, SHARE_OF_SENTENCES, 2)
            found = np.union1d(found, reworded)
        for earlier in found.tolist():
            yield earlier, later


def _by_runs(prints: Sequence[StoryPrints]) -> Postings:
    sizes = [len(story.runs) for story in prints]
    stories = np.arange(len(prints), dtype=np.int64)
    keys = np.concatenate([story.runs for story in prints]) if prints else np.zeros(0, np.uint64)
    return Postings(stories, [(keys, np.repeat(stories, sizes))])


def _by_sentences(prints: Sequence[StoryPrints]) -> Postings:
    owner = np.repeat(np.arange(len(prints), dtype=np.int64), [len(story.bands) for story in prints])
    every = np.concatenate([story.bands for story in prints]) if prints else np.zeros((0, BANDS), np.uint32)
    items = np.arange(len(owner), dtype=np.int64)
    return Postings(owner, [(every[:, band], items) for band in range(BANDS)])


def _meeting(stories: _Array, sizes: _Array, later: int, share: float, fewest: int) -> _Array:
    """Stories met often enough for the size of the smaller of the two."""
    if not len(stories):
        return stories
    met, times = np.unique(stories, return_counts=True)
    needed = np.maximum(np.ceil(share * np.minimum(sizes[met], sizes[later])), fewest)
    return met[times >= needed]
