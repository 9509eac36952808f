"""What a noun names, as far as its word tells: from `things.yaml` and the event lexicon's classes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from brink.code.events.lexicon import load_lexicon
from brink.shipped import shipped_yaml


@lru_cache(maxsize=20_000)
def kinds_of(word: str) -> tuple[str, ...]:
    """The classes of a word in small letters, singular or plural; nothing for most words."""
    forms = {word, word.removesuffix("s"), word.removesuffix("es")}
    forms |= {word[:-3] + "y"} if word.endswith("ies") else set()
    return tuple(kind for kind, words in _kinds().items() if not words.isdisjoint(forms))


@lru_cache(maxsize=1)
def _kinds() -> Mapping[str, frozenset[str]]:
    raw = shipped_yaml("brink.code.parts", "things.yaml")
    means = load_lexicon().means
    return {
        **{str(kind): frozenset(map(str, words)) for kind, words in raw.items()},
        "instrument": frozenset(means.instruments),
        "people": means.people,
        "armed": means.armed,
        "regular": means.regular,
        "irregular": means.irregular,
    }
