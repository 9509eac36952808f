"""Buildings and roads that many towns have, which are no places of their own: "University Hospital"."""

from __future__ import annotations

from brink.code.capitals.english import is_english
from brink.code.places.spans import NameSpan, Words
from brink.code.places.vocabulary import Vocabulary

SITES = frozenset(("beach", "junction", "mall", "shrine", "park", "avenue", "street"))


def is_facility(words: Words, span: NameSpan, last: int, vocabulary: Vocabulary) -> str | None:
    """Whether an English word only names a building or road with the type after it: "National Highway"."""
    alone = span.last - span.first == 1 and last > span.last and words.capital[last - 1]
    point = last > span.last and vocabulary.types.get(words.small[span.last]) == "point"
    plain = alone and point and is_english(words.small[span.first])
    return f"a name with {words.texts[last - 1]!r} that many have" if plain else None


def is_common(words: Words, first: int, last: int, vocabulary: Vocabulary) -> bool:
    """Whether any town may have one: "at University Hospital in Kano" is in Kano, and no place of its own."""
    ends = vocabulary.types.get(words.small[last - 1]) == "point" or words.small[last - 1] in SITES
    return ends and all(is_english(small) for small in words.small[first:last])
