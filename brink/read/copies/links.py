"""Links between copies: found among many stories, proved on two."""

from __future__ import annotations

import itertools
import multiprocessing
import zlib
from collections import OrderedDict
from collections.abc import Iterable, Iterator
from functools import partial

from brink.read.copies.candidates import candidates
from brink.read.copies.prints import StoryPrints, prints_of
from brink.read.copies.proof import link
from brink.read.copies.words import MOST_CHARACTERS, StoryText, StoryWords, words_of
from brink.read.story import CopyLink

STORIES_A_BATCH = 200
STORIES_AT_HAND = 4_000
"""Stories kept ready for comparison; others are read again from their packed text."""


def find_links(
    stories: Iterable[StoryText], *, earlier: Iterable[StoryText] = (), workers: int = 1
) -> Iterator[CopyLink]:
    """Links among the stories, and from them to `earlier` ones whose own links are known.

    Give stories by date, so that the first of a family is its original. A link depends on
    its two stories alone: later stories never change it. Of stories with the very same
    words each is linked to the first, which stands for them all in other links.

    Parameters
    ----------
    workers
        Processes that prepare stories; the links are the same for any number.
    """
    shelf = _Shelf()
    known = shelf.fill(earlier, workers)
    shelf.fill(stories, workers)
    first_with = _Firsts()
    shown: list[int] = []
    fresh = 0
    for place, prints in enumerate(shelf.prints):
        if prints.digest is None:
            continue
        original = first_with(prints.digest, place)
        if original is None:
            fresh += place < known
            shown.append(place)
        elif place >= known:
            yield _exact(shelf.words(original), shelf.words(place))
    for a, b in candidates([shelf.prints[place] for place in shown], after=fresh):
        found = link(shelf.words(shown[a]), shelf.words(shown[b]))
        if found is not None:
            yield found


class _Firsts:
    """Remembers the first story with given words."""

    def __init__(self) -> None:
        self._place: dict[int, int] = {}

    def __call__(self, digest: int, place: int) -> int | None:
        first = self._place.setdefault(digest, place)
        return None if first == place else first


def _exact(a: StoryWords, b: StoryWords) -> CopyLink:
    return CopyLink(a.id, b.id, "exact", 1.0, f"all {b.length} words are the same")


class _Shelf:
    """Stories packed small, with their prints, and the few that are being compared unpacked."""

    def __init__(self) -> None:
        self.prints: list[StoryPrints] = []
        self._packed: list[Packed] = []
        self._at_hand: OrderedDict[int, StoryWords] = OrderedDict()

    def fill(self, stories: Iterable[StoryText], workers: int) -> int:
        """How many stories the shelf then holds."""
        for prints, packed in _prepare(stories, workers):
            self.prints.append(prints)
            self._packed.append(packed)
        return len(self.prints)

    def words(self, place: int) -> StoryWords:
        if place not in self._at_hand:
            id_, title, body = self._packed[place]
            self._at_hand[place] = words_of(StoryText(id_, title, _unpack(body)))
            if len(self._at_hand) > STORIES_AT_HAND:
                self._at_hand.popitem(last=False)
        self._at_hand.move_to_end(place)
        return self._at_hand[place]


Packed = tuple[str, str | None, bytes]
"""Id, title and packed body."""


def _prepare(stories: Iterable[StoryText], workers: int) -> Iterator[tuple[StoryPrints, Packed]]:
    source = iter(stories)
    batches = iter(partial(_batch, source), [])
    if workers <= 1:
        for batch in batches:
            yield from _prepare_batch(batch)
        return
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        for prepared in pool.imap(_prepare_batch, batches):
            yield from prepared


def _batch(source: Iterator[StoryText]) -> list[StoryText]:
    return list(itertools.islice(source, STORIES_A_BATCH))


def _prepare_batch(stories: list[StoryText]) -> list[tuple[StoryPrints, Packed]]:
    return [(prints_of(words_of(story)), (story.id, story.title, _pack(story.body))) for story in stories]


def _pack(body: str) -> bytes:
    return zlib.compress(body[:MOST_CHARACTERS].encode("utf-8", "surrogatepass"), 1)


def _unpack(body: bytes) -> str:
    return zlib.decompress(body).decode("utf-8", "surrogatepass")
