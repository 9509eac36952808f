""" "The capital" as a place: the seat of the country that the words or the story are about, or nowhere."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache
from importlib import resources

from brink.code.mention import Mentions
from brink.code.places.atlas import Atlas, Known
from brink.code.places.context import Context
from brink.code.places.nearby import place_mention
from brink.code.places.spans import NameSpan, Words
from brink.code.places.spelling import fold
from brink.code.places.vocabulary import Vocabulary
from brink.code.rows import Place

_STATES = resources.files("brink.code.actors") / "data" / "states.csv"
_CAPITALS = resources.files(__package__) / "data" / "capitals.csv"
_OWN = frozenset({"country", "nation", "its", "their"})
_TIMES = 2
"""How many times as often as the next a country is told for a story to be about it."""


def capitals(
    words: Words, passage: int, spans: Sequence[NameSpan], mentions: Mentions, context: Context, atlas: Atlas,
    vocabulary: Vocabulary,
) -> None:  # fmt: skip
    """Adds "the capital", where no name stands beside it, as the town that the story leaves no doubt about.

    Of the country that the phrase names; else of the one whose seat the story has placed, or that the
    sentence names alone, when the story is not about another. A provincial capital is not looked for.
    """
    named = {span.first: span for span in spans}
    for at, small in enumerate(words.small):
        if small != "capital" or words.capital[at] or mentions.place_at(passage, at) is not None:
            continue
        first = _opening(words, at, vocabulary)
        if first is None or _named_beside(words, at, named):
            continue
        country, because = _country(words, passage, (first, at), mentions, context, atlas)
        seat = seat_of(country, atlas) if country is not None else None
        if seat is not None:
            place = Place(seat.name, seat.country, seat.lat, seat.lon, "town")
            mentions.add_place(place_mention(words, passage, first, at + 1, place=place, because=because))


def seat_of(country: str, atlas: Atlas) -> Known | None:
    """The one town that is known as the seat of a country's government; None where several are."""
    found = _seats().get(country, ())
    towns = [
        max(towns, key=lambda known: known.population)
        for name in found
        if (towns := [k for k in atlas.find(fold(name)) if k.country == country and k.kind == "town"])
    ]
    places = {(town.lat, town.lon) for town in towns}
    return towns[0] if len(places) == 1 else None


@lru_cache(maxsize=1)
def _seats() -> dict[str, tuple[str, ...]]:
    seats = {
        row["iso"]: tuple(name.strip() for name in row["capitals"].split(";") if name.strip())
        for row in _rows(_STATES.read_text(encoding="utf-8"))
    }
    return seats | {row["iso"]: (row["name"],) for row in _rows(_CAPITALS.read_text(encoding="utf-8"))}


def _rows(text: str) -> Iterable[dict[str, str]]:
    return csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def _opening(words: Words, at: int, vocabulary: Vocabulary) -> int | None:
    """Where the phrase begins, when it stands after a word of place and nothing limits the capital."""
    first = at
    before_place = vocabulary.strong | vocabulary.weak
    while first > 0 and at - first < 4 and words.small[first - 1] not in before_place:
        first -= 1
    before = words.small[first:at]
    if first == 0 or not before or len(before) > 3:
        return None
    plain = before in (["the"], ["its"], ["their"])
    owned = before[-1] in ("'s", "’s") and (words.capital[at - 2] or words.small[at - 2] in _OWN)
    people = before[0] == "the" and len(before) == 2 and words.capital[at - 1]
    return first if plain or owned or people else None


def _named_beside(words: Words, at: int, named: dict[int, NameSpan]) -> bool:
    """ "The capital Bamako", "the capital, Bamako", "capital punishment": told by name, or another sense."""
    after = at + 1
    if after < len(words) and words.small[after] == "city":
        after += 1
    comma = after < len(words) and words.texts[after] in (",", "of", "(")
    if after + comma in named:
        return words.texts[after] != "of" or not named[after + 1].is_country
    noun = after < len(words) and words.doc[after].pos_ in ("NOUN", "PROPN")
    return noun or (after < len(words) and words.texts[after] == "of")


def _country(
    words: Words, passage: int, phrase: tuple[int, int], mentions: Mentions, context: Context, atlas: Atlas
) -> tuple[str | None, str]:
    first, last = phrase
    inside = [(passage, token) for token in range(first, last + 3)]
    own = [context.told_by[token] for token in inside if token in context.told_by]
    if own:
        return (own[0], f"the capital of {atlas.names.get(own[0], own[0])}, as the phrase says")
    about = _about(context.story)
    seats = _placed_seats(mentions, atlas)
    if len(seats) == 1 and about in (None, *seats):
        return seats[0], "the only capital that the story names"
    there = context.sentences.get((passage, words.sentence[first]), {})
    if len(there) == 1 and about in (None, *there):
        return next(iter(there)), "the capital of the only country that the sentence names"
    return about, f"the capital of {atlas.names.get(about or '', '')}, which the story is about"


def _placed_seats(mentions: Mentions, atlas: Atlas) -> list[str]:
    """Countries whose seat of government stands in the story as a place."""
    found: Iterable[str] = (
        place.country
        for mention in mentions.places
        if (place := mention.place).country is not None
        and place.precision == "town"
        and (seat := seat_of(place.country, atlas)) is not None
        and seat.name == place.name
    )
    return list(dict.fromkeys(found))


def _about(story: Counter[str]) -> str | None:
    """The country that a story tells by far most often."""
    ranked = story.most_common(2)
    if not ranked or (len(ranked) == 2 and ranked[0][1] < _TIMES * ranked[1][1]):
        return None
    return ranked[0][0]
