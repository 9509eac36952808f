"""Whether two stories are one report, and the evidence in words."""

from __future__ import annotations

from collections.abc import Sequence

from brink.read.copies.alignment import Pair, align
from brink.read.copies.words import StoryWords
from brink.read.story import CopyLink

MOST_OF_IT = 0.8
"""Share of the shorter story's words, in sentences the other has too, that proves a copy."""
HALF_OF_IT = 0.5
"""The share that proves a copy when both stories open with what they share. Reports that only
repeat an older one's background share their ends."""
OPENING = 0.35
"""The share of a story by whose end something shared must have come for the story to open with it."""
REWORDED = 0.65
"""Share of the shorter story's weight, in sentences the other says as well, that proves a re-spun copy."""
FEWEST_REWORDED = 3
FEWEST_RARE = 5
"""Different rare names and numbers that the reworded sentences must share; or else
MANY_REWORDED sentences must share MUCH_WEIGHT, since essays may name nobody."""
MANY_REWORDED = 5
MUCH_WEIGHT = 15.0
FEWEST_WORDS = 12
"""Shorter stories are linked only when they are the same."""
ONE_SENTENCE = 0.85
"""Likeness asked of the words when one sentence is all that two stories share."""
CUT = 0.67
"""A story with less than this share of the other's words is a part of it."""
EXCERPT_CHARACTERS = 90


def link(one: StoryWords, other: StoryWords) -> CopyLink | None:
    """The link between two stories, or None when they are independent as far as words can tell.

    The order of the two makes no difference. In a link of relation `contains`, `a` is the
    longer story; otherwise `a` is the one whose id comes first.
    """
    shorter, longer = sorted((one, other), key=lambda story: (story.length, story.id))
    if shorter.length < FEWEST_WORDS:
        return None
    pairs = align(shorter, longer)
    return _near(shorter, longer, pairs) or _respun(shorter, longer, pairs)


def _near(shorter: StoryWords, longer: StoryWords, pairs: Sequence[Pair]) -> CopyLink | None:
    same = [pair for pair in pairs if pair.how == "words"]
    share = _share(shorter, same)
    if share < HALF_OF_IT or (share < MOST_OF_IT and not _both_open_with(shorter, longer, same)):
        return None
    if len(same) == 1 and same[0].score < ONE_SENTENCE:
        return None
    found = f"{len(same)} of {len(shorter.sentences)} sentences the same or edited"
    because = f"{found}; e.g. {_excerpt(shorter, _telling(same).a)}"
    if shorter.length < CUT * longer.length:
        return CopyLink(longer.id, shorter.id, "contains", round(share, 3), because)
    first, second = sorted((shorter.id, longer.id))
    return CopyLink(first, second, "near", round(share, 3), because)


def _respun(shorter: StoryWords, longer: StoryWords, pairs: Sequence[Pair]) -> CopyLink | None:
    rare = frozenset[int]().union(*(pair.rare for pair in pairs))
    share = sum(shorter.sentences[pair.a].weight for pair in pairs) / (shorter.weight or 1.0)
    told = min(len(pairs), len({pair.b for pair in pairs}))
    much = told >= MANY_REWORDED and sum(pair.shared for pair in pairs) >= MUCH_WEIGHT
    if share < REWORDED or told < FEWEST_REWORDED or not (len(rare) >= FEWEST_RARE or much):
        return None
    found = f"{len(pairs)} of {len(shorter.sentences)} sentences aligned"
    shown = f"{_excerpt(shorter, _telling(pairs).a)} = {_excerpt(longer, _telling(pairs).b)}"
    because = f"{found}, with {len(rare)} rare names and numbers in common; e.g. {shown}"
    first, second = sorted((shorter.id, longer.id))
    return CopyLink(first, second, "re-spun", round(share, 3), because)


def _share(story: StoryWords, pairs: Sequence[Pair]) -> float:
    return sum(len(story.sentences[pair.a].keys) for pair in pairs) / (story.length or 1)


def _both_open_with(shorter: StoryWords, longer: StoryWords, pairs: Sequence[Pair]) -> bool:
    first_a, first_b = min(pair.a for pair in pairs), min(pair.b for pair in pairs)
    return _before(shorter, first_a) <= OPENING and _before(longer, first_b) <= OPENING


def _before(story: StoryWords, sentence: int) -> float:
    return sum(len(s.keys) for s in story.sentences[:sentence]) / story.length


def _telling(pairs: Sequence[Pair]) -> Pair:
    return max(pairs, key=lambda pair: (len(pair.rare), pair.score, -pair.a))


def _excerpt(story: StoryWords, index: int) -> str:
    sentence = story.sentences[index]
    words = " ".join(story.text[sentence.start : sentence.end].split())
    cut = words if len(words) <= EXCERPT_CHARACTERS else words[:EXCERPT_CHARACTERS].rsplit(" ", 1)[0] + " …"
    return f"“{cut}”"
