"""A few numbers that stand for a story, such that copies share some of them."""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from brink.read.copies.words import RARE, Sentence, StoryWords, key_of

RUN_WORDS = 5
"""Words in a run. Runs are compared whole, so one changed word spoils five of them."""
WINDOW = 8
"""Of every so many runs in a row the smallest is kept, so 12 words in common always show."""
BANDS = 16
ROWS = 3
"""Marks of a sentence are hashed BANDS times ROWS ways; sentences meet when all ROWS of a band agree.
Two sentences with Jaccard similarity s meet with chance 1 - (1 - s**ROWS)**BANDS."""
FEWEST_MARKS = 4
"""A sentence with fewer says too little to be met by."""
SHORT_MARKS = 6
"""A sentence with fewer is also met together with the one after it."""
FEWEST_WORDS_TO_LINK = 6

_Keys = npt.NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class StoryPrints:
    """What is kept of a story while candidates are sought."""

    digest: int | None
    """The same for stories with the same words; None when there are too few to compare."""
    runs: _Keys
    """Winnowed word runs (Schleimer, Wilkerson and Aiken 2003), sorted, without repeats."""
    bands: npt.NDArray[np.uint32]
    """One row a sentence (or pair of short ones): a MinHash of its marks for each band (Broder 1997)."""
    traces: npt.NDArray[np.uint8]
    """For each of these rows a byte of every MinHash (Li and König 2010), to estimate similarity."""
    rare: _Keys
    """Rare names and numbers, sorted, without repeats."""


def prints_of(words: StoryWords) -> StoryPrints:
    """A story's prints; they depend on its words alone."""
    keys = np.array(words.keys(), dtype=np.uint64)
    if len(keys) < FEWEST_WORDS_TO_LINK:
        return StoryPrints(None, keys[:0], *_sentence_prints(()), keys[:0])
    digest = key_of(keys.astype("<u8").tobytes().hex())
    rare = np.array(sorted({mark for s in words.sentences for mark in s.rare}), dtype=np.uint64)
    return StoryPrints(digest, _winnow(_runs(keys)), *_sentence_prints(words.sentences), rare)


def _runs(keys: _Keys) -> _Keys:
    """A hash of each run of RUN_WORDS words."""
    count = max(len(keys) - RUN_WORDS + 1, 1 if len(keys) else 0)
    runs = np.zeros(count, dtype=np.uint64)
    for step in range(min(RUN_WORDS, len(keys))):
        runs = _mix(runs * _PRIME + keys[step : step + count])
    return runs


def _winnow(runs: _Keys) -> _Keys:
    if len(runs) <= WINDOW:
        return runs.min(keepdims=True) if len(runs) else runs
    windows = np.lib.stride_tricks.sliding_window_view(runs, WINDOW)
    return np.unique(windows.min(axis=1))


def _sentence_prints(
    sentences: tuple[Sentence, ...],
) -> tuple[npt.NDArray[np.uint32], npt.NDArray[np.uint8]]:
    """Bands and traces of the sentences that say enough."""
    marks = _units(sentences)
    if not marks:
        return np.zeros((0, BANDS), dtype=np.uint32), np.zeros((0, BANDS * ROWS), dtype=np.uint8)
    starts = np.cumsum([0, *(len(found) for found in marks[:-1])])
    every = np.array([mark for found in marks for mark in found], dtype=np.uint64)
    least = np.minimum.reduceat(_mix(every[None, :] ^ _SALTS[:, None]), starts, axis=1)
    rows = least.reshape(BANDS, ROWS, len(marks))
    bands = rows[:, 0]
    for row in range(1, ROWS):
        bands = _mix(bands * _PRIME + rows[:, row])
    packed = np.ascontiguousarray((bands >> np.uint64(32)).astype(np.uint32).T)
    return packed, np.ascontiguousarray((least & np.uint64(0xFF)).astype(np.uint8).T)


def _units(sentences: tuple[Sentence, ...]) -> list[list[int]]:
    """Marks of each sentence that says enough, and of each short one together with the next."""
    told = [_telling(sentence) for sentence in sentences]
    units = [marks for marks in told if len(marks) >= FEWEST_MARKS]
    for marks, following in itertools.pairwise(told):
        joined = sorted({*marks, *following})
        if len(marks) < SHORT_MARKS and len(joined) >= FEWEST_MARKS:
            units.append(joined)
    return units


def _telling(sentence: Sentence) -> list[int]:
    """Marks that say something; rare names and numbers twice, so that they weigh double."""
    marks = sorted(mark for mark, weight in sentence.weights.items() if weight >= 1.0)
    return marks + [mark ^ _TWIN for mark in marks if sentence.weights[mark] >= RARE]


def _mix(values: _Keys) -> _Keys:
    """The finaliser of SplitMix64 (Steele, Lea and Flood 2014)."""
    values = (values ^ (values >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    values = (values ^ (values >> np.uint64(27))) * np.uint64(0x94D049BB133111EB)
    return values ^ (values >> np.uint64(31))


_PRIME = np.uint64(0x9E3779B97F4A7C15)
_TWIN = 0x5BF0_3635_DCB6_94A3
_SALTS = _mix(np.arange(1, BANDS * ROWS + 1, dtype=np.uint64) * _PRIME)
