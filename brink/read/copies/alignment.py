"""Which sentence of one story says what a sentence of the other says."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from brink.read.copies.words import Sentence, StoryWords

SAME_WORDS = 0.72
"""Share of words in common and in order (Indel similarity) from which two sentences are one, edited."""
SAME_MATTER = 0.46
"""Cosine of weighted marks from which two sentences may be one, reworded."""
FEWEST_SHARED_WEIGHT = 4.0
"""Weight two reworded sentences must share: say two rare names, or one and two other words."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentence `a` of the shorter story and the sentence `b` of the other that says the same."""

    a: int
    b: int
    how: Literal["words", "matter"]
    score: float
    rare: frozenset[int]
    """Rare names and numbers that both hold."""


def align(shorter: StoryWords, longer: StoryWords) -> list[Pair]:
    """The best counterpart of each sentence of the shorter story, where it has one."""
    by_words = {sentence.keys: index for index, sentence in reversed(list(enumerate(longer.sentences)))}
    holding = _where_marks_are(longer.sentences)
    pairs = []
    for index, sentence in enumerate(shorter.sentences):
        same = by_words.get(sentence.keys)
        if same is not None:
            pairs.append(Pair(index, same, "words", 1.0, sentence.rare))
        elif (best := _best(index, sentence, longer.sentences, holding)) is not None:
            pairs.append(best)
    return pairs


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
    found = [pair for other in likeliest[:3] if (pair := _pair(index, sentence, other, others[other]))]
    return max(found, key=lambda pair: (pair.how == "words", pair.score, -pair.b), default=None)


def _pair(index: int, a: Sentence, place: int, b: Sentence) -> Pair | None:
    rare = a.rare & b.rare
    ratio = Indel.normalized_similarity(a.keys, b.keys)
    if ratio >= SAME_WORDS and not _contradict(a, b):
        return Pair(index, place, "words", ratio, rare)
    weight = sum(weight for mark, weight in a.weights.items() if mark in b.weights)
    cosine = _cosine(a, b, weight)
    if cosine < SAME_MATTER or weight < FEWEST_SHARED_WEIGHT or _contradict(a, b):
        return None
    return Pair(index, place, "matter", cosine, rare)


def _cosine(a: Sentence, b: Sentence, shared: float) -> float:
    return shared / (math.sqrt(sum(a.weights.values()) * sum(b.weights.values())) or 1.0)


def _contradict(a: Sentence, b: Sentence) -> bool:
    """Whether each holds a number, or a rare name, where the other holds another.

    One month's table and the next share their sentences but not what they say.
    """
    if a.numbers - b.numbers and b.numbers - a.numbers:
        return True
    lost, gained = (a.rare & a.names) - b.names, (b.rare & b.names) - a.names
    return len(lost) >= 1 and len(gained) >= 1 and len(a.rare & b.rare) <= max(len(lost), len(gained))
