"""Places the gazetteer does not hold: a village with its district, the line between two countries."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from brink.code.mention import Mentions, PlaceMention
from brink.code.places.atlas import Atlas
from brink.code.places.context import Context
from brink.code.places.evidence import BORDERS, Evidence
from brink.code.places.facility import SITES, is_common
from brink.code.places.nearby import Nearby, place_mention
from brink.code.places.spans import HYPHENS, NameSpan, Words
from brink.code.places.vocabulary import Vocabulary
from brink.code.rows import Place

_MOST_WORDS = 4
_BEFORE = frozenset(("in", "at", "near", "outside", "around", "from", "to", "off", "inside", "into"))
# "in Ain Issa in Syria" is a place; "from Ali in Syria" is not.
_BEFORE_IN = frozenset(("in", "near", "outside", "around"))
_LOCATES = frozenset(("in", "near", "at", "outside", "inside", "around", "retook", "recaptured", "shelled"))
_FINER = frozenset(("point", "town", "district", "province"))


def border_places(
    words: Words, passage: int, spans: Sequence[tuple[NameSpan, Evidence]], mentions: Mentions
) -> None:  # fmt: skip
    """Adds "the Chad-Sudan border" as one place that lies in neither country alone."""
    for (left, _), (right, _) in pairwise(spans):
        between = words.texts[left.last : right.first]
        joined = len(between) == 1 and between[0] in HYPHENS and words.glued[right.first]
        end = right.last + 1
        if not (joined and left.is_country and right.is_country and end <= len(words)):
            continue
        if words.small[right.last] in BORDERS:
            place = Place(words.doc[left.first : end].text, None, None, None, "region")
            because = "a border between two countries; the words do not say on which side"
            mentions.add_place(place_mention(words, passage, left.first, end, place=place, because=because))


_GROUNDS = frozenset(("territory", "soil", "airspace", "waters"))


def grounds(words: Words, passage: int, mentions: Mentions, atlas: Atlas) -> None:
    """Adds "Afghan territory" and "Lebanese airspace" as the country whose it is."""
    for at in range(1, len(words)):
        countries = atlas.demonyms.get(words.small[at - 1], frozenset())
        if words.small[at] not in _GROUNDS or not words.capital[at - 1] or len(countries) != 1:
            continue
        land = atlas.country(next(iter(countries)))
        if land is not None and mentions.place_at(passage, at - 1) is None:
            place = Place(land.name, land.country, land.lat, land.lon, "country")
            because = f"{words.texts[at]!r} of {land.name}"
            mentions.add_place(place_mention(words, passage, at - 1, at + 1, place=place, because=because))


def places_before_their_region(
    words: Words, passage: int, mentions: Mentions, known: Nearby, atlas: Atlas,
    vocabulary: Vocabulary,
) -> None:  # fmt: skip
    """Adds unknown names that one of the known places of the passage follows: "in Barisha, Idlib"."""
    for outer in known.mentions:
        last = outer.first
        while last > 0 and words.small[last - 1] in ("the", "in", "a"):
            last -= 1
        comma = last > 0 and words.texts[last - 1] == ","
        linked = "in" in words.small[last : outer.first]
        if last < 2 or outer.place.country is None or not (comma or linked):
            continue
        first, last = _run_before(words, last - 1 if comma else last, vocabulary)
        site = comma or words.small[last - 1] in vocabulary.types or words.small[last - 1] in SITES
        before = _BEFORE if site else _BEFORE_IN
        if not 0 < first < last or words.small[first - 1] not in before:
            continue
        if last - first == 1 and words.small[first] in vocabulary.doubtful:
            continue
        if is_common(words, first, last, vocabulary):
            continue
        if _is_free(words, passage, first, last, mentions, atlas):
            inside = _finest(words, outer, known)
            because = f"not in the gazetteer; after {words.small[first - 1]!r} and before {inside.name}"
            place = _at(words.doc[first:last].text, inside)
            mentions.add_place(place_mention(words, passage, first, last, place=place, because=because))


def unknown_places(
    words: Words, passage: int, mentions: Mentions, known: Nearby, context: Context,
    atlas: Atlas, vocabulary: Vocabulary, home: str | None,
) -> None:  # fmt: skip
    """Adds names that only a type noun tells to be places, at the place or country they lie in."""
    for at, small in enumerate(words.small):
        if small not in vocabulary.sure_types or mentions.place_at(passage, at) is not None:
            continue
        end = at + 1
        first, last = _name_before(words, at, vocabulary)
        if first == last and at + 2 < len(words) and words.small[at + 1] == "of":
            first, end = _run_after(words, at + 2, vocabulary)
            last = end
        if first < last and _is_free(words, passage, first, last, mentions, atlas):
            place, because = _lying_in(words, passage, first, end, known, context, atlas, home)
            because = f"not in the gazetteer; told by the word {small!r}, and {because}"
            mentions.add_place(place_mention(words, passage, first, end, place=place, because=because))


def voted_places(
    words: Words, passage: int, mentions: Mentions, known: Nearby, context: Context,
    atlas: Atlas, vocabulary: Vocabulary, home: str | None,
) -> None:  # fmt: skip
    """Adds names after "in", "near" or "at" that the learned weights take for places: "near Zalambessa"."""
    # The weights look at the atlas themselves.

    opened = [
        at + 1 for at in range(len(words) - 1)
        if words.small[at] in _LOCATES and _may_be_unknown(words, passage, at + 1, mentions, vocabulary)
    ]  # fmt: skip
    if not opened:
        return
    # Imported here because the weights look names up in the atlas of this package.
    from brink.code.names.find import find_names

    names = {name.first: name for name in find_names(words.doc) if name.sort == "place"}
    for first in opened:
        name = names.get(first)
        if name is None or not _is_free(words, passage, first, name.last, mentions, atlas):
            continue
        place, because = _lying_in(words, passage, first, name.last, known, context, atlas, home)
        if place.country is not None:
            because = f"not in the gazetteer; after {words.small[first - 1]!r}, and {because}"
            mentions.add_place(place_mention(words, passage, first, name.last, place=place, because=because))


def _may_be_unknown(words: Words, passage: int, at: int, mentions: Mentions, vocabulary: Vocabulary) -> bool:
    free = mentions.place_at(passage, at) is None and mentions.actor_at(passage, at) is None
    return free and words.is_name_word(at, vocabulary) and words.small[at] not in vocabulary.doubtful


def _at(name: str, outer: Place) -> Place:
    """A place of its own name at the point, and with the precision, of the one it lies in."""
    return Place(name, outer.country, outer.lat, outer.lon, outer.precision)


def _finest(words: Words, outer: PlaceMention, known: Nearby) -> Place:
    """The place that a possessing one leads to: in "Ethiopia's Tigray region" the region."""
    if words.is_possessive(outer.last):
        owned = known.beginning_at(outer.last + 1)
        return outer.place if owned is None else owned.place
    return outer.place


def _name_before(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, int]:
    last = at
    while last > 0 and words.small[last - 1] in vocabulary.between and not words.capital[last - 1]:
        last -= 1
    return _run_before(words, last, vocabulary)


def _run_before(words: Words, last: int, vocabulary: Vocabulary) -> tuple[int, int]:
    first = last
    while first > 0 and last - first < _MOST_WORDS and _is_own_word(words, first - 1, vocabulary):
        first -= 1
    return first, last


def _run_after(words: Words, first: int, vocabulary: Vocabulary) -> tuple[int, int]:
    last = first
    while last < len(words) and last - first < _MOST_WORDS and _is_own_word(words, last, vocabulary):
        last += 1
    return first, last


def _is_own_word(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    if words.texts[at] in HYPHENS:
        inside = 0 < at < len(words) - 1 and words.glued[at] and words.glued[at + 1]
        return inside and words.capital[at - 1]
    return words.is_name_word(at, vocabulary) and not (
        words.small[at] in vocabulary.articles or words.small[at] in vocabulary.openers
    )


def _is_free(words: Words, passage: int, first: int, last: int, mentions: Mentions, atlas: Atlas) -> bool:
    """Whether the words are a name of their own: no actor's, no place's, no nationality."""
    for at in range(first, last):
        if mentions.actor_at(passage, at) is not None or mentions.place_at(passage, at) is not None:
            return False
        if words.small[at] in atlas.demonyms:
            return False
    # A capital that only the start of a sentence explains ("Several villages") is no name.
    opens = words.sentence[first] == first
    return not (opens and last - first == 1 and words.doc[first].pos_ != "PROPN")


def _lying_in(
    words: Words, passage: int, first: int, end: int, known: Nearby, context: Context,
    atlas: Atlas, home: str | None,
) -> tuple[Place, str]:  # fmt: skip
    """The place at the nearest place of its sentence, else in the one country spoken of."""
    name, sentence = words.doc[first:end].text, words.sentence[first]
    near = [
        (abs(mention.first - first), order, mention.place)
        for order, mention in enumerate(known.around(first))
        if words.sentence[mention.first] == sentence
        and mention.place.country
        and mention.place.precision in _FINER
    ]
    if near:
        outer = min(near, key=lambda item: item[:2])[2]
        return _at(name, outer), f"named with {outer.name}"
    # A group abroad ("Wagner") says nothing of where it is; a people's or a state's name does.
    countries = [
        told
        for told, tokens in context.sentences.get((passage, sentence), {}).items()
        if told in context.places.get((passage, sentence), {})
        or any(words.small[token] in atlas.demonyms for token in tokens)
    ]
    country = (
        next(iter(countries)) if len(countries) == 1 else context.foremost(sorted(context.story)) or home
    )
    land = atlas.country(country)
    if land is None:
        return Place(name, None, None, None, "district"), "no country is named near"
    told = "the sentence" if len(countries) == 1 else "the story"
    return Place(name, country, land.lat, land.lon, "country"), f"{told} is about {land.name}"
