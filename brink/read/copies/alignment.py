"""Which sentence of one story says what a sentence of the other says."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from brink.read.copies.words import Sentence, StoryWords

SAME_WORDS = 0.72
"""Share of words in common and in order (Indel similarity) from which two sentences are one, edited."""
SAME_MATTER = 0.46
"""Cosine of weighted marks from which two sentences may be one, reworded."""
FEWEST_SHARED_WEIGHT = 3.0
"""Weight two reworded sentences must share: say one rare name and a word, or three words."""
BESIDE_MATTER = 0.3
BESIDE_WORDS = 0.45
"""What is asked instead of sentences that follow or precede aligned ones in both stories."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentence `a` of the shorter story and the sentence `b` of the other that says the same."""

    a: int
    b: int
    how: Literal["words", "matter"]
    score: float
    rare: frozenset[int]
    """Rare names and numbers that both hold."""
    shared: float
    """Weight of all marks that both hold."""


def align(shorter: StoryWords, longer: StoryWords) -> list[Pair]:
    """The best counterpart of each sentence of the shorter story, where it has one."""
    by_words = {sentence.keys: index for index, sentence in reversed(list(enumerate(longer.sentences)))}
    holding = _where_marks_are(longer.sentences)
    pairs = []
    for index, sentence in enumerate(shorter.sentences):
        same = by_words.get(sentence.keys)
        if same is not None:
            pairs.append(Pair(index, same, "words", 1.0, sentence.rare, sentence.weight))
        elif (best := _best(index, sentence, longer.sentences, holding)) is not None:
            pairs.append(best)
    if len(pairs) >= 2:
        pairs.extend(_beside(pairs, shorter.sentences, longer.sentences))
    return sorted(pairs, key=lambda pair: pair.a)


def _beside(pairs: Sequence[Pair], ours: Sequence[Sentence], theirs: Sequence[Sentence]) -> Iterator[Pair]:
    """Counterparts of sentences next to aligned ones, which need less likeness to be believed."""
    known = {pair.a for pair in pairs}
    for pair in pairs:
        for step in (1, -1):
            a, b = pair.a + step, pair.b + step
            while a not in known and 0 <= a < len(ours) and 0 <= b < len(theirs):
                found = _weaker_pair(a, ours[a], b, theirs[b])
                if found is None:
                    break
                known.add(a)
                yield found
                a, b = a + step, b + step


def _weaker_pair(index: int, a: Sentence, place: int, b: Sentence) -> Pair | None:
    shared = sum(weight for mark, weight in a.weights.items() if mark in b.weights)
    cosine = _cosine(a, b, shared)
    ratio = Indel.normalized_similarity(a.keys, b.keys)
    if (cosine < BESIDE_MATTER and ratio < BESIDE_WORDS) or _contradict(a, b):
        return None
    return Pair(index, place, "matter", max(cosine, ratio), a.rare & b.rare, shared)


def _where_marks_are(sentences: Sequence[Sentence]) -> dict[int, list[int]]:
    holding: dict[int, list[int]] = defaultdict(list)
    for index, sentence in enumerate(sentences):
        for mark in sentence.weights:
            holding[mark].append(index)
    return holding


def _best(
    index: int, sentence: Sentence, others: Sequence[Sentence], holding: dict[int, list[int]]
) -> Pair | None:
    shared: dict[int, float] = defaultdict(float)
    for mark, weight in sentence.weights.items():
        for other in holding.get(mark, ()):
            shared[other] += weight
    likeliest = sorted(shared, key=lambda other: (-_cosine(sentence, others[other], shared[other]), other))
    tried = (_pair(index, sentence, other, others[other], shared[other]) for other in likeliest[:3])
    found = [pair for pair in tried if pair is not None]
    return max(found, key=lambda pair: (pair.how == "words", pair.score, -pair.b), default=None)


def _pair(index: int, a: Sentence, place: int, b: Sentence, shared: float) -> Pair | None:
    ratio = Indel.normalized_similarity(a.keys, b.keys)
    cosine = _cosine(a, b, shared)
    rare = a.rare & b.rare
    if ratio >= SAME_WORDS and not _differ(a.numbers, b.numbers) and not _contradict(a, b):
        return Pair(index, place, "words", ratio, rare, shared)
    if cosine < SAME_MATTER or shared < FEWEST_SHARED_WEIGHT or _contradict(a, b):
        return None
    # Words so alike that only the figures differ are another table's row, and no rewording.
    return None if ratio >= SAME_WORDS else Pair(index, place, "matter", cosine, rare, shared)


def _cosine(a: Sentence, b: Sentence, shared: float) -> float:
    return shared / (math.sqrt(a.weight * b.weight) or 1.0)


def _differ(a: frozenset[int], b: frozenset[int]) -> bool:
    """Whether each holds something that the other does not."""
    return bool(a - b) and bool(b - a)


def _contradict(a: Sentence, b: Sentence) -> bool:
    """Whether numbers, or rare names, differ on both sides by more than what is shared.

    One month's table and the next share their sentences but not what they say. A rewording
    may put in a number ("two provinces") but leaves most of them.
    """
    if _differ(a.numbers, b.numbers) and _fewer_shared(a.numbers, b.numbers, a.numbers & b.numbers):
        return True
    lost, gained = (a.rare & a.names) - b.names, (b.rare & b.names) - a.names
    return bool(lost) and bool(gained) and len(a.rare & b.rare) <= max(len(lost), len(gained))


def _fewer_shared(a: frozenset[int], b: frozenset[int], shared: frozenset[int]) -> bool:
    return len(shared) < min(len(a - b), len(b - a))
