"""Pairs of stories worth comparing, found without comparing all with all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from brink.read.copies.meetings import Array, Meetings, ranges
from brink.read.copies.prints import BANDS, ROWS, StoryPrints

SHARE_OF_RUNS = 0.25
"""Share of the smaller story's word runs that both must hold: half of it verbatim leaves more than this."""
LIKENESS = 0.28
"""Estimated Jaccard similarity of their marks from which two sentences that meet count as met."""
SHARE_OF_SENTENCES = 0.4
"""Estimated share of the smaller story's sentences that have a like one in the other."""
FEWEST_SENTENCES = 2
"""Sentences that must have met for an estimate to count."""
SHARE_OF_NAMES = 0.3
"""Share of the rare names and numbers, of the story with fewer, that must be in the other."""
FEWEST_NAMES = 4
_PARTS = 8
"""Tables into which word runs are split for sorting."""
_AT_ONCE = 500_000
"""Pairs of sentences compared in one go, which bounds memory."""


def candidates(prints: Sequence[StoryPrints], *, after: int = 0) -> Iterator[tuple[int, int]]:
    """Pairs (earlier, later) by position, each once, in order of the later and then of the earlier.

    Whether a pair comes out depends on the prints of the two alone, in either order. Pairs
    whose later story stands before position `after` are left out.
    """
    if not prints:
        return
    runs, sentences = _Runs(prints), _Sentences(prints)
    for later in range(len(prints)):
        if later >= after:
            for earlier in np.union1d(runs.sharing(later), sentences.sharing(later)).tolist():
                if _share_names(prints[earlier].rare, prints[later].rare):
                    yield earlier, later
        runs.enter(later)
        sentences.enter(later)


def _share_names(a: Array, b: Array) -> bool:
    """Whether enough rare names and numbers of the story with fewer are in the other, or it has few."""
    fewer = min(len(a), len(b))
    return fewer < FEWEST_NAMES or len(np.intersect1d(a, b, assume_unique=True)) >= SHARE_OF_NAMES * fewer


class _Runs:
    """Stories by the word runs they hold."""

    def __init__(self, prints: Sequence[StoryPrints]) -> None:
        self._sizes = np.array([len(story.runs) for story in prints], dtype=np.int64)
        stories = np.repeat(np.arange(len(prints), dtype=np.int64), self._sizes)
        every = np.concatenate([story.runs for story in prints])
        self._meetings = Meetings(_in_parts(every, stories), count=len(prints))

    def enter(self, story: int) -> None:
        self._meetings.enter(story, story + 1)

    def sharing(self, later: int) -> Array:
        stories, times, _ = _tally(self._meetings.met(later), None, later)
        found: Array = stories[times >= SHARE_OF_RUNS * np.minimum(self._sizes[stories], self._sizes[later])]
        return found


class _Sentences:
    """Stories by their sentences; a sentence that several hold word for word is kept once.

    Kept sentences are numbered as they first occur, so those of a new story follow all before.
    """

    def __init__(self, prints: Sequence[StoryPrints]) -> None:
        bands = np.concatenate([story.bands for story in prints])
        self._counts = np.array([len(story.bands) for story in prints], dtype=np.int64)
        _, first, kept = np.unique(_hash_rows(bands), return_index=True, return_inverse=True)
        number = np.argsort(np.argsort(first))[kept.reshape(-1)]
        first = np.sort(first)
        self._traces = np.concatenate([story.traces for story in prints])[first]
        self._fresh = np.searchsorted(first, np.concatenate(([0], np.cumsum(self._counts))))
        """How many kept sentences occur before each story."""
        kept_numbers = np.arange(len(first))
        tables = ((bands[first, band], kept_numbers) for band in range(BANDS))
        self._meetings = Meetings(tables, count=len(first))
        self._lay_out(number)

    def _lay_out(self, number: Array) -> None:
        """Which kept sentences each story holds, and which stories hold each, without repeats."""
        story = np.repeat(np.arange(len(self._counts)), self._counts)
        both = np.unique(story * (len(self._traces) + 1) + number)
        story, held = np.divmod(both, len(self._traces) + 1)
        self._held, self._held_from = held, np.searchsorted(story, np.arange(len(self._counts) + 1))
        order = np.argsort(held, kind="stable")
        self._holders = story[order]
        self._holders_from = np.searchsorted(held[order], np.arange(len(self._traces)))
        self._holding = np.zeros(len(self._traces), dtype=np.int64)

    def enter(self, story: int) -> None:
        self._meetings.enter(int(self._fresh[story]), int(self._fresh[story + 1]))
        self._holding[self._of(story)] += 1

    def _of(self, story: int) -> Array:
        held: Array = self._held[self._held_from[story] : self._held_from[story + 1]]
        return held

    def sharing(self, later: int) -> Array:
        """Earlier stories estimated to share enough sentences of the smaller story.

        Sentences of likeness s meet with chance p(s), so each that met stands for 1 / p(s)
        of them (Horvitz and Thompson 1952). A paragraph that many stories share word for
        word thereby counts as what it is, a reworded sentence as more.
        """
        held = self._of(later)
        others, alike = self._like(held)
        stands_for = 1 / (1 - (1 - alike**ROWS) ** BANDS)
        others, stands_for = np.concatenate([held, others]), np.concatenate([np.ones(len(held)), stands_for])
        lengths = self._holding[others]
        stories = self._holders[ranges(self._holders_from[others], lengths)]
        stories, times, estimate = _tally(stories, np.repeat(stands_for, lengths), later)
        enough = estimate >= SHARE_OF_SENTENCES * np.minimum(self._counts[stories], self._counts[later])
        found: Array = stories[enough & (times >= FEWEST_SENTENCES)]
        return found

    def _like(self, held: Array) -> tuple[Array, Array]:
        """Sentences like one of a story's, and how alike they are; each pair once."""
        mine, others = self._meetings.met_by_each(held)
        parts = [slice(start, start + _AT_ONCE) for start in range(0, len(mine), _AT_ONCE)]
        measured = [self._likeness(mine[part], others[part]) for part in parts]
        likeness = np.concatenate([np.zeros(0), *measured])
        enough = (likeness >= LIKENESS) & (mine != others)
        mine, others, likeness = mine[enough], others[enough], likeness[enough]
        _, once = np.unique(mine * len(self._traces) + others, return_index=True)
        return others[once], likeness[once]

    def _likeness(self, mine: Array, others: Array) -> Array:
        same = np.count_nonzero(self._traces[mine] == self._traces[others], axis=1)
        likeness: Array = same / self._traces.shape[1]
        return likeness


def _tally(stories: Array, weights: Array | None, below: int) -> tuple[Array, Array, Array]:
    """Distinct stories, how often each occurs, and the sum of its weights; all stories are `< below`."""
    if 8 * len(stories) > below:
        times = np.bincount(stories, minlength=below)
        found = np.flatnonzero(times)
        sums = times if weights is None else np.bincount(stories, weights, minlength=below)
        return found, times[found], sums[found]
    found, place, times = np.unique(stories, return_inverse=True, return_counts=True)
    return found, times, times if weights is None else np.bincount(place, weights, minlength=len(found))


def _hash_rows(bands: Array) -> Array:
    keys = np.zeros(len(bands), dtype=np.uint64)
    for band in range(bands.shape[1]):
        keys = keys * np.uint64(0x9E3779B97F4A7C15) + bands[:, band]
        keys ^= keys >> np.uint64(29)
    return keys


def _in_parts(keys: Array, items: Array) -> Iterator[tuple[Array, Array]]:
    """Tables of keys that differ in their lowest bits."""
    for part in range(_PARTS):
        inside = keys % np.uint64(_PARTS) == part
        yield keys[inside], items[inside]
