"""Names that the gazetteer of places has, so that no town is taken for somebody."""

from __future__ import annotations

from functools import lru_cache

from brink.code.places.atlas import load_atlas
from brink.code.places.spelling import fold

_FEWEST_PEOPLE = 1_000


@lru_cache(maxsize=20_000)
def is_town(text: str) -> bool:
    """Whether the words are the name of a listed place, or of a town; if one word, of more than a hamlet.

    >>> is_town("Deir al-Balah"), is_town("Abu Omar")
    (True, False)
    """
    key, atlas = fold(text), load_atlas()
    return atlas.has(key) and (
        " " in key or any(known.listed or known.population >= _FEWEST_PEOPLE for known in atlas.find(key))
    )
