"""A chosen place as its words tell it: with its direction, its size and its side of a border."""

from __future__ import annotations

from dataclasses import replace

from brink.code.mention import PlaceMention
from brink.code.places.atlas import Known
from brink.code.places.choice import Choice
from brink.code.places.evidence import Evidence
from brink.code.places.nearby import place_mention
from brink.code.places.spans import HYPHENS, NameSpan, Words
from brink.code.rows import Place, PlacePrecision

_UNITS = frozenset(("province", "district", "town"))


def mention_of(words: Words, passage: int, span: NameSpan, seen: Evidence, choice: Choice) -> PlaceMention:
    """The mention of a chosen place, with the words that size and direct it."""
    known, why = choice.known, choice.because
    if _names_both_sides(words, span, known):
        known, why = replace(known, country=None), "on a border, and the words do not say on which side"
    because = "; ".join(filter(None, (seen.because, why, _dated(known))))
    place = _place(words, span, seen, known)
    return place_mention(words, passage, seen.first, seen.last, place=place, because=because)


def _names_both_sides(words: Words, span: NameSpan, known: Known) -> bool:
    """Whether a crossing that lies on a border is named with a country, hyphen between."""
    twin = any(
        other.listed and other.kind == known.kind == "point" and other.country != known.country
        for other in span.found
    )
    return twin and span.last < len(words) and words.texts[span.last] in HYPHENS


def _dated(known: Known) -> str:
    return f"a unit only until {known.until}" if known.until else ""


def _place(words: Words, span: NameSpan, seen: Evidence, known: Known) -> Place:
    written = words.doc[span.first : span.last].text
    name = known.name if known.listed else written.title() if written.isupper() else written
    precision: PlacePrecision = known.kind
    # In "the districts of Khyber Pakhtunkhwa" the districts lie in what is named.
    holds = not seen.type_words and known.listed and known.kind == "province"
    if seen.type in _UNITS and known.kind in _UNITS and not holds:
        precision = seen.type
    if seen.direction and known.kind == "country":
        precision = "region"
    full = " ".join(filter(None, (seen.direction, name, seen.type_words)))
    return Place(full, known.country, known.lat, known.lon, precision)
