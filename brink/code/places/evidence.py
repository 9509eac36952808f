"""What stands around a name that makes it a place, or somebody or something else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.grammar.labels import DASHES
from brink.code.places.atlas import Atlas
from brink.code.places.facility import is_facility
from brink.code.places.spans import HYPHENS, NameSpan, Words
from brink.code.places.teams import is_team
from brink.code.places.vocabulary import Vocabulary
from brink.code.rows import PlacePrecision
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.places", "data/rules.yaml")
NONE, WEAK, STRONG = 0, 1, 2
BORDERS = frozenset(("border", "borders", "frontier"))
_LOOK_BACK = 4
_COUNTED = frozenset(("cases", "case", "deaths", "dead", "killed", ",", ";"))
_BODIES: Final = _LISTS["bodies_of_a_place"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """How a name stands in its sentence.

    `first` and `last` bound the name with its modifier and its type ("eastern Khost province").
    """

    first: int
    last: int
    strength: int
    because: str
    direction: str = ""
    type: PlacePrecision | None = None
    type_words: str = ""
    refused: str | None = None
    """Why the name is not the place here, when it is not."""
    taken: bool = False
    """Whether the verb before the name is one of taking or shelling places: "retook X"."""
    of_town: bool = False
    """Whether the words before the name are said of towns: "near X", "a mosque in X"."""


def look(words: Words, span: NameSpan, atlas: Atlas, vocabulary: Vocabulary) -> Evidence:
    """The evidence around one name."""
    last, precision, type_words = _type_after(words, span, vocabulary)
    first, direction = _direction_before(words, span, vocabulary)
    refused = (
        is_facility(words, span, last, vocabulary)
        or _refused_right(words, span, last, vocabulary)
        or _refused_left(words, first, atlas, vocabulary)
        or is_team(words, first, last)
    )
    strength, because, type_before = _before(words, first, span, atlas, vocabulary)
    if precision is not None:
        strength, because = STRONG, f"followed by {type_words!r}"
    return Evidence(
        first=first, last=last, strength=strength, because=because, direction=direction,
        type=precision or type_before, type_words=type_words, refused=refused,
        of_town=_of_town(words, first, vocabulary),
        taken=first > 0 and words.small[first - 1] in vocabulary.taking,
    )  # fmt: skip


def _type_after(
    words: Words, span: NameSpan, vocabulary: Vocabulary
) -> tuple[int, PlacePrecision | None, str]:
    """The type noun after a name ("district", "refugee camp"); a country has none."""
    at = span.last
    while at < min(span.last + 3, len(words)) and words.small[at] in vocabulary.between:
        at += 1
    is_type = at < len(words) and words.small[at] in vocabulary.types
    if not is_type or (span.is_country and len(span.found) == 1):
        return span.last, None, ""
    if _leads_to_town(words, span.first, at, vocabulary):
        return span.last, None, ""
    precision = vocabulary.types[words.small[at]]
    while at + 1 < len(words) and words.small[at + 1] in vocabulary.types and words.capital[at + 1]:
        at += 1
    return at + 1, precision, " ".join(words.texts[span.last : at + 1])


def _leads_to_town(words: Words, first: int, at: int, vocabulary: Vocabulary) -> bool:
    """Whether the type at token `at` is that of a town named after it: "the southern Gaza CITY of Rafah"."""
    opens = {"the", "a"} & set(words.small[max(0, first - 2) : first])
    of_town = vocabulary.types[words.small[at]] == "town" and words.small[at + 1 : at + 2] == ["of"]
    return bool(opens) and of_town and words.is_name_word(at + 2, vocabulary)


def _direction_before(words: Words, span: NameSpan, vocabulary: Vocabulary) -> tuple[int, str]:
    """Where "northern", "north-eastern" before the name begins, and the words."""
    first = span.first
    if first > 0 and words.small[first - 1] in vocabulary.directions and not words.glued[first]:
        first -= 1
        if (
            first > 1
            and words.texts[first - 1] in HYPHENS
            and words.small[first - 2] in vocabulary.directions
        ):
            first -= 2
    return first, "".join(words.small[first : span.first])


def _refused_right(words: Words, span: NameSpan, last: int, vocabulary: Vocabulary) -> str | None:
    if last >= len(words):
        return None
    text = words.texts[last]
    if text in HYPHENS and words.glued[last] and last + 1 < len(words) and words.glued[last + 1]:
        return (
            None
            if words.capital[last + 1]
            else f"{text}{words.texts[last + 1]} tells a seat or a side, not where"
        )
    at = last + 1 if words.small[last] in ("'s", "’s") else last
    if span.is_country and at < len(words) and words.small[at] in BORDERS:
        return "a border of the country, not the country"
    if words.small[last] in vocabulary.waters and span.last == last:
        return f"a water with {text!r}, not the place"
    if words.small[last] in vocabulary.not_before.get(span.key, ()):
        return f"followed by {words.texts[last]!r}"
    if not words.is_name_word(last, vocabulary) or words.small[last] in vocabulary.titles:
        return None
    goes_on = last > span.last and words.small[last] in vocabulary.types
    return None if goes_on else f"part of a longer name with {text!r}"


def _refused_left(words: Words, first: int, atlas: Atlas, vocabulary: Vocabulary) -> str | None:
    at = first - 1
    if at < 0:
        return None
    if words.texts[at] in HYPHENS and words.glued[at] and words.glued[first]:
        before = words.small[at - 1] if at else ""
        known = before in atlas.demonyms or before in atlas.listed or atlas.has(before)
        return None if known and words.capital[at - 1] else "part of a hyphenated name"
    if words.small[at] == "of" and at > 0 and words.capital[at - 1] and words.small[at - 1] in _BODIES:
        return f"part of a longer name with {words.texts[at - 1]!r}"
    if words.small[at] == "with" and at > 0 and words.small[at - 1] in BORDERS:
        return "a border with the place, not the place"
    if not words.is_name_word(at, vocabulary) or words.small[at] in vocabulary.openers:
        return None
    if words.small[at] in atlas.demonyms:
        return None
    if words.small[at] in vocabulary.titles:
        return f"named with the title {words.texts[at]!r}"
    opens = words.sentence[at] == at and words.doc[at].pos_ not in ("PROPN", "NOUN")
    return None if opens else f"part of a longer name with {words.texts[at]!r}"


def _before(
    words: Words, first: int, span: NameSpan, atlas: Atlas, vocabulary: Vocabulary
) -> tuple[int, str, PlacePrecision | None]:
    """How strongly the words before the name say that a place follows."""
    if _is_dateline(words, span):
        return STRONG, "a dateline", None
    at = first - 1
    for _ in range(_LOOK_BACK):
        if at < 0 or not _is_premodifier(words, at, atlas, vocabulary):
            break
        at -= 1
    if at < 0:
        return NONE, "", None
    word = words.small[at]
    if word in vocabulary.strong:
        return STRONG, f"after {word!r}", None
    if word == "of" and at > 0:
        return _after_of(words, at - 1, vocabulary)
    if word in vocabulary.types and not words.capital[at]:
        return STRONG, f"after {word!r}", vocabulary.types[word]
    if word in vocabulary.weak:
        return WEAK, f"after {word!r}", None
    if word == "," and (opened := _address(words, at, vocabulary)):
        return STRONG, f"in an address after {opened!r}", None
    if _is_counted(words, span.last):
        return WEAK, "a count stands after it", None
    return NONE, "", None


def _address(words: Words, comma: int, vocabulary: Vocabulary) -> str:
    """The word of place before a name that a comma parts from this one ("in Patikul, Sulu"), or nothing."""
    at = comma
    while at > 0 and comma - at < _LOOK_BACK and _may_be_in_name(words, at - 1, vocabulary):
        at -= 1
    opener = words.small[at - 1] if 0 < at < comma else ""
    return opener if opener in vocabulary.strong else ""


def _may_be_in_name(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    return words.texts[at] in HYPHENS or words.is_name_word(at, vocabulary)


def _is_counted(words: Words, last: int) -> bool:
    """Whether a count stands after a name as in a table: "Baidoa (112)", "Zinder 88 cases"."""
    after = words.texts[last : last + 3]
    if len(after) == 3 and after[0] == "(" and after[2] == ")":
        return after[1].replace(",", "").isdigit()
    return len(after) > 1 and after[0].isdigit() and words.small[last + 1] in _COUNTED


def _of_town(words: Words, first: int, vocabulary: Vocabulary) -> bool:
    if first == 0:
        return False
    before = words.small[first - 1]
    return before in vocabulary.at_towns or (
        before == "in" and first > 1 and words.small[first - 2] in vocabulary.of_towns
    )


def _after_of(words: Words, at: int, vocabulary: Vocabulary) -> tuple[int, str, PlacePrecision | None]:
    noun = words.small[at]
    if vocabulary.types.get(noun) == "town" and not words.capital[at]:
        return STRONG, f"after '{noun} of'", "town"
    # In "Imam Sahib district of Kunduz" the district is Imam Sahib.
    taken = words.is_name_word(at - 1, vocabulary)
    if noun in vocabulary.types and not taken:
        return STRONG, f"after '{noun} of'", vocabulary.types[noun]
    if noun in vocabulary.of_nouns or taken:
        return STRONG, f"after '{noun} of'", None
    return WEAK, "after 'of'", None


def _is_premodifier(words: Words, at: int, atlas: Atlas, vocabulary: Vocabulary) -> bool:
    small = words.small[at]
    if small in vocabulary.strong or small in vocabulary.weak or small in vocabulary.types or small == "of":
        return False
    if small in vocabulary.articles or small in atlas.demonyms or small in vocabulary.openers:
        return True
    return words.doc[at].pos_ == "ADJ" and not words.capital[at]


def _is_dateline(words: Words, span: NameSpan) -> bool:
    """A name in capitals that opens a sentence and is followed as datelines are."""
    if words.sentence[span.first] != span.first and span.first > 1:
        return False
    if span.last >= len(words) or not words.texts[span.first].isupper():
        return False
    return words.texts[span.last] in (*DASHES, ",", "(", "/")
