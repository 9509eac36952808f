"""Stories packed small while their copies are sought."""

from __future__ import annotations

import itertools
import multiprocessing
import zlib
from collections import OrderedDict, deque
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial

from brink.read.copies.prints import StoryPrints, prints_of
from brink.read.copies.words import MOST_CHARACTERS, StoryText, StoryWords, words_of

STORIES_A_BATCH = 200
STORIES_AT_HAND = 4_000
"""Stories kept ready for comparison; others are read again from their packed text."""

Packed = tuple[str, str | None, bytes]
"""Id, title and packed body."""


class Shelf:
    """Prints of all stories, and the words of the few that are being compared."""

    def __init__(self) -> None:
        self.prints: list[StoryPrints] = []
        self._packed: list[Packed] = []
        self._at_hand: OrderedDict[int, StoryWords] = OrderedDict()

    def fill(self, stories: Iterable[StoryText], workers: int) -> int:
        """How many stories the shelf holds once these have joined."""
        for prints, packed in _prepare(stories, workers):
            self.prints.append(prints)
            self._packed.append(packed)
        return len(self.prints)

    def id(self, place: int) -> str:
        return self._packed[place][0]

    def words(self, place: int) -> StoryWords:
        if place not in self._at_hand:
            name, title, body = self._packed[place]
            self._at_hand[place] = words_of(StoryText(name, title, _unpack(body)))
            if len(self._at_hand) > STORIES_AT_HAND:
                self._at_hand.popitem(last=False)
        self._at_hand.move_to_end(place)
        return self._at_hand[place]


def _prepare(stories: Iterable[StoryText], workers: int) -> Iterator[tuple[StoryPrints, Packed]]:
    source = iter(stories)
    batches = iter(partial(_batch, source), [])
    if workers <= 1:
        for batch in batches:
            yield from _prepare_batch(batch)
        return
    # An executor, not a pool: a pool whose workers die starts new ones for ever.
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as executor:
        sent = (executor.submit(_prepare_batch, batch) for batch in batches)
        ahead = deque(itertools.islice(sent, 2 * workers))
        while ahead:
            prepared = ahead.popleft().result()
            ahead.extend(itertools.islice(sent, 1))
            yield from prepared


def _batch(source: Iterator[StoryText]) -> list[StoryText]:
    return list(itertools.islice(source, STORIES_A_BATCH))


def _prepare_batch(stories: list[StoryText]) -> list[tuple[StoryPrints, Packed]]:
    return [(prints_of(words_of(story)), (story.id, story.title, _pack(story.body))) for story in stories]


def _pack(body: str) -> bytes:
    return zlib.compress(body[:MOST_CHARACTERS].encode("utf-8", "surrogatepass"), 1)


def _unpack(body: bytes) -> str:
    return zlib.decompress(body).decode("utf-8", "surrogatepass")
