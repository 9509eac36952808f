"""Which words English has: those of the shipped pipeline's lemma tables, and their regular forms."""

from __future__ import annotations

from functools import lru_cache

from brink.code.capitals.words import load_words
from brink.code.pipeline import load_pipeline

_ENDINGS = (
    ("ies", "y"), ("ied", "y"), ("ing", ""), ("ing", "e"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"),
    ("ers", ""), ("er", ""), ("ly", ""),
)  # fmt: skip
_OTHERS = ("verb", "adj", "adv")


@lru_cache(maxsize=100_000)
def is_english(word: str) -> bool:
    """Whether a word in small letters is one that an English dictionary lists, or a regular form of one."""
    bare = word.split("'")[0].split("’")[0]
    known = _known()
    if bare in load_words().small or bare in known:
        return True
    return any(
        bare.endswith(ending) and len(bare) - len(ending) >= 3 and bare[: -len(ending)] + instead in known
        for ending, instead in _ENDINGS
    )


@lru_cache(maxsize=10_000)
def is_noun_alone(word: str) -> bool:
    """Whether the dictionary lists a word as nothing but a noun, as it does well-known names."""
    return (
        word not in load_words().small
        and word in _listed("noun")
        and not any(word in _listed(s) for s in _OTHERS)
    )


@lru_cache(maxsize=4)
def _listed(sort: str) -> frozenset[str]:
    nlp = load_pipeline()
    words = nlp.get_pipe("lemmatizer").lookups.get_table("lemma_index")[sort]
    return frozenset(nlp.vocab.strings[w] if isinstance(w, int) else str(w) for w in words)


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    nlp = load_pipeline()
    strings = nlp.vocab.strings
    tables = nlp.get_pipe("lemmatizer").lookups
    found: set[str] = set()
    for words in tables.get_table("lemma_index").values():
        found.update(strings[w] if isinstance(w, int) else str(w) for w in words)
    for forms in tables.get_table("lemma_exc").values():
        found.update(strings[w] if isinstance(w, int) else str(w) for w in forms)
    return frozenset(found)
