"""Train the vote on parts of acts of violence (`brink/code/parts/vote.npz`) from MUC-4's training texts.

    python training/parts.py --muc4 ../shared/yardsticks/muc4

The folder holds `gtt_train.json` of github.com/xinyadu/gtt (MIT): FBIS dispatches of 1988-91 with the
fillers of five roles. A phrase is an example of a role when a filler of its text has its words. Multinomial
logistic regression on hashed features; by role, the chance from which a phrase is taken is the one best on
folds of texts that were not fitted. The dev and test texts are not opened.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

from benchmarks.yardsticks.muc4 import ROLES as FILLERS  # noqa: E402
from benchmarks.yardsticks.muc4 import aligned, clusters, coded, printed  # noqa: E402
from brink.code.parts.features import features  # noqa: E402
from brink.code.parts.find import Cast, cast_of, chosen, is_violent  # noqa: E402
from brink.code.parts.phrases import phrases_of  # noqa: E402
from brink.code.parts.told import Told  # noqa: E402
from brink.code.parts.vote import SIZE, WORDS, Vote, place, place_of_word, words_of  # noqa: E402

OUT = ROOT / "brink" / "code" / "parts"
FOLDS, STRENGTH, WORD_STRENGTH = 3, 0.1, 0.05
LEAST = (0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.5)
KEPT = 0.01
"""Weights smaller than this are left out."""


@dataclass(slots=True)
class Story:
    """A text with its candidate phrases and the fillers people gave."""

    casts: list[Cast]
    """By phrase, with no role yet."""
    rows: list[list[int]]
    """Hashed features by phrase."""
    kinds: list[tuple[str, str]]
    """Named and kind of each phrase, which features of relevance are crossed with."""
    words: list[int]
    wanted: dict[str, list[frozenset[str]]]
    violent: bool


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--muc4", type=Path, required=True, help="folder with gtt_train.json")
    lines = (parser.parse_args().muc4 / "gtt_train.json").read_text("utf-8").splitlines()
    learn([story for line in lines if (story := read(json.loads(line))) is not None])


def read(row: dict[str, object]) -> Story | None:
    text = coded(str(row["doctext"]))
    if not text.passages:
        return None
    told = Told.of(text.passages, text.mentions, text.events, relevance=0.0)
    phrases = [p for passage in text.passages for p in phrases_of(passage.index, passage.doc, text.mentions)]
    found = [features(phrase, told) for phrase in phrases]
    return Story(
        casts=[cast_of(phrase, "victim", 0.0, text.passages, text.mentions) for phrase in phrases],
        rows=[[place(name) for name in row if not name.startswith("relevance ")] for row in found],
        kinds=[kinds_in(row) for row in found],
        words=[place_of_word(word) for word in words_of(text.passages)],
        wanted=clusters(row["templates"]),  # type: ignore[arg-type]
        violent=any(map(is_violent, text.events)),
    )


def kinds_in(row: Sequence[str]) -> tuple[str, str]:
    """What `relevance` is crossed with in a row of features."""
    named, kind = [
        name.split(" ", 2)[2] for name in row if name.startswith("relevance ") and name.count(" ") > 1
    ]
    return named, kind


def learn(stories: Sequence[Story]) -> None:
    """Fit, cross-validate, and write the weights with their card."""
    folds = np.array([i % FOLDS for i in range(len(stories))])
    relevance = np.zeros(len(stories))
    for fold in range(FOLDS):
        weights, base = fitted_words([s for s, f in zip(stories, folds, strict=True) if f != fold])
        for i in np.flatnonzero(folds == fold):
            relevance[i] = base + weights[stories[i].words].sum()
    wanted = [truth(story) for story in stories]
    chances: list[np.ndarray] = [np.zeros((0, 6))] * len(stories)
    for fold in range(FOLDS):
        train, held = np.flatnonzero(folds != fold), np.flatnonzero(folds == fold)
        weights = fitted([stories[i] for i in train], relevance[train], [wanted[i] for i in train])
        for i in held:
            chances[i] = likelihoods(matrix([stories[i]], relevance[i : i + 1]) @ weights)
        print("fold", fold, flush=True)
    least = [0.25] * len(FILLERS)
    for _ in range(2):
        for j in range(len(least)):
            tried = [
                (score(stories, chances, [*least[:j], v, *least[j + 1 :]])["five roles"], v) for v in LEAST
            ]
            least[j] = max(tried)[1]
    weights = fitted(stories, relevance, wanted)
    words, base = fitted_words(stories)
    write(weights, words, base, least, score(stories, chances, least), len(stories))


def truth(story: Story) -> list[int]:
    """By phrase, 0 for no role or 1 and up in the order of the roles."""
    roles = {words: i + 1 for i, role in enumerate(FILLERS) for one in story.wanted[role] for words in one}
    return [roles.get(spaced(cast.text), 0) for cast in story.casts]


def spaced(text: str) -> str:
    return re.sub(r"\s+", " ", text.lower())


def matrix(stories: Sequence[Story], relevance: np.ndarray) -> csr_matrix:
    rows = [
        np.unique([*row, *(place(name) for name in leveled(float(level), *kinds))])
        for story, level in zip(stories, relevance, strict=True)
        for row, kinds in zip(story.rows, story.kinds, strict=True)
    ]
    ends = np.cumsum([0, *map(len, rows)])
    cells = np.concatenate(rows) if rows else np.zeros(0, int)
    return csr_matrix((np.ones(ends[-1], np.float32), cells, ends), shape=(len(rows), SIZE))


def leveled(relevance: float, named: str, kind: str) -> list[str]:
    level = f"relevance {max(-3, min(3, round(relevance)))}"
    return [level, f"{level} {named}", f"{level} {kind}"]


def fitted(stories: Sequence[Story], relevance: np.ndarray, wanted: Sequence[list[int]]) -> np.ndarray:
    """Weights, shape (places of features, 1 + roles)."""
    # One phrase in fifty has a role, so the mean gradient is small long before the fit is near its end.
    model = LogisticRegression(C=STRENGTH, max_iter=400, fit_intercept=False, tol=1e-6)
    model.fit(matrix(stories, relevance), np.concatenate([np.array(one, int) for one in wanted]))
    return np.asarray(model.coef_.T)


def fitted_words(stories: Sequence[Story]) -> tuple[np.ndarray, float]:
    """Weights of words and base of the model that tells texts with fillers from those without."""
    ends = np.cumsum([0, *(len(story.words) for story in stories)])
    cells = np.concatenate([story.words for story in stories])
    x = csr_matrix((np.ones(ends[-1]), cells, ends), shape=(len(stories), WORDS))
    y = [any(story.wanted.values()) for story in stories]
    model = LogisticRegression(C=WORD_STRENGTH, max_iter=200).fit(x, y)
    return model.coef_[0], float(model.intercept_[0])


def likelihoods(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return np.asarray(powers / powers.sum(axis=1, keepdims=True))


def score(
    stories: Sequence[Story], chances: Sequence[np.ndarray], least: Sequence[float]
) -> dict[str, float]:
    """CEAF-REE by role and over all."""
    counts = np.zeros((len(FILLERS), 3), int)
    for story, chance in zip(stories, chances, strict=True):
        casts = chosen(story.casts, chance, least) if story.violent else []
        found = printed(casts)
        for j, role in enumerate(FILLERS):
            right = aligned(found[role], story.wanted[role])
            counts[j] += right, len(found[role]), len(story.wanted[role])
    every = counts.sum(axis=0)
    named = {role: counts[j] for j, role in enumerate(FILLERS)}
    shown = {role: 2 * c[0] / max(1, c[1] + c[2]) for role, c in {"five roles": every, **named}.items()}
    return {**shown, "precision": every[0] / max(1, every[1]), "recall": every[0] / max(1, every[2])}


def write(
    weights: np.ndarray,
    words: np.ndarray,
    base: float,
    least: Sequence[float],
    scores: dict[str, float],
    texts: int,
) -> None:
    kept = np.where(np.abs(weights) >= KEPT, weights, 0)
    vote = Vote(kept, words, base, np.array(least, np.float32))
    np.savez_compressed(
        OUT / "vote.npz", weights=vote.weights.astype(np.float16), words=vote.words.astype(np.float16),
        base=np.float32(base), least=vote.least,
    )  # fmt: skip
    card = {
        "what": "which part a phrase has in the acts of violence of its story",
        "trained on": f"{texts} training texts of MUC-4 (FBIS dispatches, 1988-91, which DARPA made public) with "
        "the roles of github.com/xinyadu/gtt (MIT); hashed weights alone are kept, no text",
        "licence": "CC BY-SA 4.0",
        "victims": "named persons only, as in that set",
        "cross-validated, CEAF-REE F1": {name: round(float(value), 3) for name, value in scores.items()},
        "least chance": {role: least[j] for j, role in enumerate(FILLERS)},
    }
    (OUT / "vote.json").write_text(json.dumps(card, indent=1, ensure_ascii=False) + "\n", "utf-8")
    print(json.dumps(card, indent=1), (OUT / "vote.npz").stat().st_size // 1024, "KiB")


if __name__ == "__main__":
    main()
