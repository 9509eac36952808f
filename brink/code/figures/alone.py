"""What a number without a noun of its own is of: "a crowd of 5,000", "deaths rose to 1,200", "22 aboard"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from brink.code.figures.counted import TIME_UNITS, unit_of
from brink.code.figures.levels import level_of
from brink.code.figures.vocabulary import known
from brink.code.parsed import Doc

CROWDS = frozenset({"crowd", "force", "garrison", "contingent", "army", "militia", "crew", "population"})


@dataclass(frozen=True, slots=True)
class Told:
    """What a number is of, by the words around it."""

    of: str
    unit: str
    end: int
    """The token after all that tells it."""


@dataclass(frozen=True, slots=True)
class Place:
    """Tokens `[first, last)` of a text that are a number, with its value at `core`."""

    doc: Doc
    first: int
    core: int
    last: int


Telling = Callable[[Place], Told | None]


def in_crowd(number: Place) -> Told | None:
    """The number of a crowd or force: "a crowd OF 5,000"."""
    doc, first, last = number.doc, number.first, number.last
    if first < 2 or doc[first - 1].lower_ != "of" or doc[first - 2].lower_ not in CROWDS:
        return None
    # What stands after it and ends in -ed is what the crowd did, however it is tagged.
    named = last < len(doc) and doc[last].pos_ in ("NOUN", "PROPN", "ADJ")
    if named and not doc[last].lower_.endswith("ed"):
        return None
    return Told(doc[first - 2].text, "people", last)


def at_level(number: Place) -> Told | None:
    """What rose or fell to the number: "deaths rose to 1,200"."""
    doc, last = number.doc, number.last
    if last < len(doc) and doc[last].pos_ in ("NOUN", "PROPN", "ADJ"):
        return None
    noun = next((found for token in doc[number.core : last] if (found := level_of(token)) is not None), None)
    if noun is None or noun.lemma_.lower() in TIME_UNITS:
        return None
    return Told(noun.text, unit_of(noun), last)


def with_people(number: Place) -> Told | None:
    """People by the state they are in: "800 are still missing", "with 22 aboard"."""
    doc, core, last = number.doc, number.core, number.last
    if doc[core].dep_ in ("nummod", "compound", "flat") and doc[core].head.i >= last:
        return None
    after = [token.lower_ for token in doc[last : last + 4]]
    aboard = after[:1] == ["aboard"] or after[:2] == ["on", "board"]
    lack = after[:1] and after[0] in ("are", "were", "remain", "remained") and set(after) & known("plights")
    return Told("people", "people", last) if aboard or lack else None


def as_timed(number: Place) -> Told | None:
    """So many in each time: "at a rate of 15 a year"; the time is not what is counted."""
    doc, first, last = number.doc, number.first, number.last
    if last + 1 >= len(doc) or doc[last].lower_ not in ("a", "each", "every"):
        return None
    rated = first > 1 and doc[first - 1].lower_ == "of" and doc[first - 2].lemma_.lower() in ("rate", "pace")
    return _each(number) if rated and doc[last + 1].lemma_.lower() in TIME_UNITS else None


def as_rate(number: Place) -> Told | None:
    """So many for each: "200 per household"."""
    doc, last = number.doc, number.last
    if last + 1 >= len(doc) or doc[last].lower_ != "per" or doc[last + 1].pos_ not in ("NOUN", "PROPN"):
        return None
    return _each(number)


def _each(number: Place) -> Told:
    last = number.last
    return Told(number.doc[last : last + 2].text, "rate", last + 2)
