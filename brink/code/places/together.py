"""Places named together: lists of them, and a place with the one it lies in."""

from __future__ import annotations

from collections.abc import Sequence

from brink.code.places.atlas import Known
from brink.code.places.choice import within
from brink.code.places.evidence import STRONG, Evidence
from brink.code.places.spans import NameSpan, Words

Seen = Sequence[tuple[NameSpan, Evidence]]
"""Names of a passage from left to right, with what stands around them."""

_JOINS = frozenset(("and", "or", "&"))
_LISTS = frozenset((",", ";", "the", "both", "then", *_JOINS))
_LINKS = frozenset((",", "in", "of", "inside", "the", "(", "within"))
_COUNTED = frozenset(("(", ")", ":", "cases", "case", "deaths", "dead", "killed", "injured", "new", "people"))
_MOST_COUNTED, _MOST_LISTED = 8, 5


def strength_in_list(words: Words, seen: Evidence, before: tuple[int, int] | None) -> int:
    """The evidence of a name, or that of the name before it in a list: "in Gao, Kidal and Mopti".

    `before` is the token after that name, and its evidence.
    """
    if before is None or seen.strength == STRONG:
        return seen.strength
    is_listed = _listed(words, before[0], seen.first)
    return max(seen.strength, before[1]) if is_listed else seen.strength


def _listed(words: Words, first: int, last: int) -> bool:
    """Whether only what parts a list, and counts, stand between: "Baidoa (112), Kismayo"."""
    between = words.small[first:last]
    if 0 < len(between) <= 3 and all(word in _LISTS for word in between):
        return True
    return (
        0 < len(between) <= _MOST_COUNTED
        and not _LISTS.isdisjoint(between)
        and any(word.isdigit() for word in between)
        and all(word in _LISTS or word in _COUNTED or word[0].isdigit() for word in between)
    )


def container(words: Words, spans: Seen, at: int) -> tuple[int, tuple[Known, ...]] | None:
    """Which name holds some place of this name, with the places that it holds.

    The next name ("Gao, Mali"), one at the end of its list ("Lyman and Izium in Kharkiv region"),
    or the one that possesses it.
    """
    span, seen = spans[at]
    for outer in range(at + 1, min(at + _MOST_LISTED, len(spans))):
        between = words.small[spans[outer - 1][1].last : spans[outer][1].first]
        if _links(words, spans, outer, between) and (inner := within(span.found, spans[outer][0].found)):
            return outer, inner
        if not (0 < len(between) <= 3 and all(word in _LISTS for word in between)):
            break
    if at > 0:
        owner, there = spans[at - 1]
        owns = words.is_possessive(there.last) and there.last + 1 == seen.first
        if owns and (inner := within(span.found, owner.found)):
            return at - 1, inner
    return None


def named_elsewhere(words: Words, spans: Seen, at: int) -> bool:
    """Whether the words say that a name lies where no place of it does: "Londonderry, Northern Ireland"."""
    if at + 1 >= len(spans):
        return False
    span, (outer, there) = spans[at][0], spans[at + 1]
    between = words.small[spans[at][1].last : there.first]
    countries = {known.country for known in outer.found}
    if len(countries) > 1 or None in countries or not _links(words, spans, at + 1, between):
        return False
    larger = outer.is_country or all(known.kind in ("province", "region") for known in outer.found)
    return larger and countries.isdisjoint(known.country for known in span.found)


def _links(words: Words, spans: Seen, outer: int, between: Sequence[str]) -> bool:
    if between == [","]:
        return not _goes_on_with_and(words, spans, outer)
    return 0 < len(between) <= 3 and all(word in _LINKS for word in between)


def _goes_on_with_and(words: Words, spans: Seen, at: int) -> bool:
    """Whether "and" and another name follow, so that commas part a list: "Sulu, Basilan and Tawi-Tawi"."""
    last = spans[at][1].last
    follows = at + 1 < len(spans) and spans[at + 1][1].first == last + 1
    return follows and words.small[last] in _JOINS
