"""Links between copies: found among many stories, proved on two."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from brink.read.copies.candidates import candidates
from brink.read.copies.proof import link
from brink.read.copies.shelf import Shelf
from brink.read.copies.words import StoryText
from brink.read.story import CopyLink

MOST_ALIKE = 100
"""Of more stories with the very same words so many, the first by id, are linked to all the others
and stand for them in other links: a thousand copies of an error page need no million links."""

Places = list[int]
"""Where stories with the very same words stand on the shelf, in order of their ids."""


def find_links(
    stories: Iterable[StoryText], *, earlier: Iterable[StoryText] = (), workers: int = 1
) -> Iterator[CopyLink]:
    """Links among the stories, and from them to `earlier` ones whose own links are known.

    A link depends on its two stories alone, whatever their order and whoever else is
    there. In a link of relation `contains`, `a` is the longer story; otherwise `a` is the
    one whose id comes first.

    Parameters
    ----------
    workers
        Processes that prepare stories; the links are the same for any number.
    """
    shelf = Shelf()
    known = shelf.fill(earlier, workers)
    shelf.fill(stories, workers)
    groups = _alike(shelf, known)
    for group in groups:
        yield from _exact(shelf, group, known)
    fresh = sum(max(group) < known for group in groups)
    for one, other in candidates([shelf.prints[group[0]] for group in groups], after=fresh):
        found = link(shelf.words(groups[one][0]), shelf.words(groups[other][0]))
        if found is not None:
            yield from _for_all(found, shelf, groups[one], groups[other], known)


def _alike(shelf: Shelf, known: int) -> list[Places]:
    """Stories by their words; groups without a new story come first."""
    by_words: dict[int, Places] = defaultdict(list)
    for place, prints in enumerate(shelf.prints):
        if prints.digest is not None:
            by_words[prints.digest].append(place)
    groups = [sorted(group, key=shelf.id) for group in by_words.values()]
    return sorted(groups, key=lambda group: max(group) >= known)


def _exact(shelf: Shelf, group: Places, known: int) -> Iterator[CopyLink]:
    if len(group) == 1:
        return
    because = f"all {shelf.words(group[0]).length} words are the same"
    for number, one in enumerate(group[:MOST_ALIKE]):
        for other in group[number + 1 :]:
            if max(one, other) >= known:
                yield CopyLink(shelf.id(one), shelf.id(other), "exact", 1.0, because)


def _for_all(found: CopyLink, shelf: Shelf, one: Places, other: Places, known: int) -> Iterator[CopyLink]:
    """The link between two stories, and the same for those with the very same words as they."""
    turned = found.a != shelf.id(one[0])
    for x, y in itertools.product(one[:MOST_ALIKE], other[:MOST_ALIKE]):
        if max(x, y) >= known:
            a, b = (shelf.id(y), shelf.id(x)) if turned else (shelf.id(x), shelf.id(y))
            if found.relation != "contains":
                a, b = sorted((a, b))
            yield replace(found, a=a, b=b)
