"""Whether two stories are one report, and the evidence in words."""

from __future__ import annotations

from collections.abc import Sequence

from brink.read.copies.alignment import Pair, align
from brink.read.copies.words import StoryWords
from brink.read.story import CopyLink

MOST_OF_IT = 0.8
"""Share of the shorter story's words, in sentences the other has too, that proves a copy wherever they stand."""
HALF_OF_IT = 0.5
"""The share that proves a copy when both stories open with what they share. Reports that only
repeat an older one's background share their ends."""
OPENING = 0.35
"""The share of a story by whose end something shared must have come for the story to open with it."""
REWORDED = 0.6
"""Share of the shorter story's words, in sentences the other says as well, that proves a re-spun copy."""
FEWEST_REWORDED = 3
FEWEST_RARE = 5
"""Different rare names and numbers that the reworded sentences must share."""
CUT = 0.67
"""A story with less than this share of the other's words is a part of it."""
EXCERPT_CHARACTERS = 90


def link(earlier: StoryWords, later: StoryWords) -> CopyLink | None:
    """The link between two stories, or None when they are independent as far as words can tell.

    In a link of relation `contains`, `a` is the longer story; otherwise it is the earlier.
    """
    shorter, longer = (later, earlier) if later.length < earlier.length else (earlier, later)
    pairs = align(shorter, longer)
    return _near(earlier, later, shorter, longer, pairs) or _respun(earlier, later, shorter, longer, pairs)


def _near(
    earlier: StoryWords, later: StoryWords, shorter: StoryWords, longer: StoryWords, pairs: Sequence[Pair]
) -> CopyLink | None:
    same = [pair for pair in pairs if pair.how == "words"]
    share = _share(shorter, same)
    if share < HALF_OF_IT or (share < MOST_OF_IT and not _both_open_with(shorter, longer, same)):
        return None
    because = f"{len(same)} of {len(shorter.sentences)} sentences the same or edited; e.g. {_example(shorter, same)}"
    if shorter.length < CUT * longer.length:
        return CopyLink(longer.id, shorter.id, "contains", round(share, 3), because)
    return CopyLink(earlier.id, later.id, "near", round(share, 3), because)


def _respun(
    earlier: StoryWords, later: StoryWords, shorter: StoryWords, longer: StoryWords, pairs: Sequence[Pair]
) -> CopyLink | None:
    share = _share(shorter, pairs)
    rare = frozenset[int]().union(*(pair.rare for pair in pairs))
    told = {pair.b for pair in pairs}
    if share < REWORDED or len(rare) < FEWEST_RARE or min(len(pairs), len(told)) < FEWEST_REWORDED:
        return None
    because = (
        f"{len(pairs)} of {len(shorter.sentences)} sentences aligned, with {len(rare)} names and numbers in common; "
        f"e.g. {_example(shorter, pairs)} = {_excerpt(longer, _telling(pairs).b)}"
    )
    return CopyLink(earlier.id, later.id, "re-spun", round(share, 3), because)


def _share(story: StoryWords, pairs: Sequence[Pair]) -> float:
    return sum(len(story.sentences[pair.a].keys) for pair in pairs) / (story.length or 1)


def _both_open_with(shorter: StoryWords, longer: StoryWords, pairs: Sequence[Pair]) -> bool:
    first_a, first_b = min(pair.a for pair in pairs), min(pair.b for pair in pairs)
    return _before(shorter, first_a) <= OPENING and _before(longer, first_b) <= OPENING


def _before(story: StoryWords, sentence: int) -> float:
    return sum(len(s.keys) for s in story.sentences[:sentence]) / story.length


def _telling(pairs: Sequence[Pair]) -> Pair:
    return max(pairs, key=lambda pair: (len(pair.rare), pair.score, -pair.a))


def _example(story: StoryWords, pairs: Sequence[Pair]) -> str:
    return _excerpt(story, _telling(pairs).a)


def _excerpt(story: StoryWords, index: int) -> str:
    sentence = story.sentences[index]
    words = " ".join(story.text[sentence.start : sentence.end].split())
    cut = words if len(words) <= EXCERPT_CHARACTERS else words[:EXCERPT_CHARACTERS].rsplit(" ", 1)[0] + " …"
    return f"“{cut}”"
