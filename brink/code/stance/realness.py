"""How real an act is by the words around it, from -3 (it did not happen) to 3 (it did).

A linear model over features of the parse and the verdict of the rules, its sums bent to where judgements lie,
trained on judgements that people gave of everyday text; weights and their card lie in `realness.json`. Where
it differs much from the rules, a person should look.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import Literal

from brink.code.parsed import Token
from brink.code.stance.standing import Standing

Genre = Literal["news", "web"]
LEAST, MOST = -3.0, 3.0
_ABOVE = 3
"""Governors that are looked at."""
_UNREAL = frozenset(
    {"if", "whether", "not", "n't", "never", "would", "could", "might", "may", "should", "will"}
)
_MARKS = frozenset({"aux", "aux:pass", "mark", "advmod", "cop", "case", "det", "expl"})


@dataclass(frozen=True, slots=True)
class Realness:
    """The model: a weight for each feature it knows, and where it starts from."""

    base: float
    weights: Mapping[str, float]
    bend: tuple[tuple[float, float], ...] = ((LEAST, LEAST), (MOST, MOST))
    """What a sum stands for, between neighbouring points on a line: a sum shrinks towards the middle, while
    people's judgements lie near the ends."""

    def of(self, token: Token, judged: Standing, *, genre: Genre = "news") -> float:
        """The realness of the act that a verb or noun names, of which the rules found `judged`."""
        found = self.base + sum(
            self.weights.get(feature, 0.0) for feature in features(token, judged, genre=genre)
        )
        return bent(max(LEAST, min(MOST, found)), self.bend)


@lru_cache(maxsize=1)
def load_realness() -> Realness:
    """The shipped model, read once a process."""
    raw = json.loads(files("brink.code.stance").joinpath("realness.json").read_text(encoding="utf-8"))
    weights = {str(name): float(value) for name, value in raw["weights"].items()}
    return Realness(float(raw["base"]), weights, tuple((float(x), float(y)) for x, y in raw["bend"]))


def bent(value: float, bend: Sequence[tuple[float, float]]) -> float:
    """`value` along the line through the points of `bend`, level beyond its ends."""
    if value <= bend[0][0]:
        return bend[0][1]
    for (left, low), (right, high) in pairwise(bend):
        if value <= right:
            return low + (high - low) * (value - left) / (right - left)
    return bend[-1][1]


def features(token: Token, judged: Standing, *, genre: Genre = "news") -> list[str]:
    """What the model looks at, each feature once."""
    verdict = [
        f"genre {genre}",
        f"genre-status {genre} {judged.status}",
        f"genre-tag {genre} {token.tag_}",
        f"genre-dep {genre} {token.dep_}",
        f"status {judged.status}",
        f"certainty {judged.certainty}",
        f"both {judged.status} {judged.certainty}",
        f"status-tag {judged.status} {token.tag_}",
    ]
    return list(dict.fromkeys([*verdict, *_own(token), *_chain(token), *_path(token), *_window(token)]))


def _own(token: Token) -> Iterator[str]:
    yield f"tag {token.tag_}"
    yield f"dep {token.dep_}"
    yield f"lemma {token.lemma_.lower()}"
    yield f"tag-dep {token.tag_} {token.dep_}"
    yield f"morph {token.morph}"
    yield f"lemma-tag {token.lemma_.lower()} {token.tag_}"
    yield f"suffix {token.lower_[-3:]}"
    yield f"auxiliaries {_auxiliaries(token)} {token.tag_}"
    for child in token.children:
        yield f"kid {child.dep_}"
        if child.dep_.startswith("nsubj"):
            yield f"subject {child.lemma_.lower()}"
    yield from _around(token, "own")


def _path(token: Token) -> Iterator[str]:
    head = token.head
    yield f"path {token.dep_} {head.tag_}"
    yield f"path2 {token.dep_} {head.dep_} {head.head.tag_}"
    yield f"head lemma {head.lemma_.lower()}"
    yield f"head auxiliaries {_auxiliaries(head)} {token.dep_}"
    for child in head.children if head != token else ():
        if child.dep_.startswith("nsubj"):
            yield f"head subject {child.lower_}"


def _auxiliaries(token: Token) -> str:
    return " ".join(child.lemma_.lower() for child in token.children if child.dep_.startswith("aux"))


def _chain(token: Token) -> Iterator[str]:
    step = token
    for level in range(1, _ABOVE + 1):
        if step.head == step:
            yield f"top {level}"
            break
        relation, step = step.dep_, step.head
        yield f"up{level} {relation} {step.lemma_.lower()}"
        yield f"up {relation} {step.lemma_.lower()}"
        yield f"up{level} {step.tag_}"
        yield from _around(step, f"up{level}")


def _around(token: Token, where: str) -> Iterator[str]:
    """Auxiliaries, marks, negation and subject of a word."""
    for child in token.children:
        if child.dep_ in _MARKS:
            yield f"{where} {child.dep_} {child.lemma_.lower()}"
            yield f"any {child.dep_} {child.lemma_.lower()}"
        if child.dep_.startswith("nsubj") and child.pos_ == "PRON":
            yield f"{where} subject {child.lower_}"
        if child.dep_ in ("advcl", "ccomp", "xcomp"):
            yield f"{where} has {child.dep_}"
    if any(child.dep_.startswith("aux") and child.lemma_.lower() == "have" for child in token.children):
        yield f"{where} perfect"


def _window(token: Token) -> Iterator[str]:
    sentence = token.sent
    yield f"length {min(len(sentence) // 8, 5)}"
    yield f"ends {sentence[-1].text}"
    yield f"begins {sentence[0].lower_}"
    for step in range(-4, 4):
        place = token.i + step
        if step and sentence.start <= place < sentence.end:
            yield f"near {token.doc[place].lower_}"
            if -2 <= step <= 2:
                yield f"at{step} {token.doc[place].lower_}"
    for other in sentence[: max(0, token.i - sentence.start)]:
        if other.lower_ in _UNREAL:
            yield f"before {other.lower_}"
