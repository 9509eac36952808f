"""Which figures of a sentence are parts of another, and which add up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from brink.code.figures.fates import index
from brink.code.figures.vocabulary import known
from brink.code.grammar.labels import OWNERS
from brink.code.parsed import Doc
from brink.code.rows import Figure

LINKS = frozenset(
    {
        "and", ",", "as", "well", "plus", "another", "at", "least", "also", "more", "than", "some", "or", "a",
        "an", "about", "nearly", "around", "up", "to", "along", "with", "the", "other",
    }
)  # fmt: skip
JOINTS = frozenset({"and", "plus", "along", "or"})
WHOLES = 8
"""How many figures back a whole is looked for."""
REACH = 14
"""Tokens between a whole and its part."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A figure with the tokens `[first, last)` of its number and `[last, end)` up to its noun."""

    figure: Figure
    first: int
    last: int
    end: int
    sentence: int


def related(doc: Doc, placed: Sequence[Placed]) -> list[Figure]:
    """The figures with `part_of` and `joins` set, and roles handed on between them."""
    done: list[Placed] = []
    for one in placed:
        whole = _whole(doc, one, done)
        partner = None if whole else _partner(doc, one, done)
        figure = one.figure
        if whole is not None:
            figure = replace(figure, part_of=whole.figure.start, role=figure.role or whole.figure.role)
        elif partner is not None:
            figure = _joined(figure, partner.figure)
            if partner.figure.role is None:
                done[-1] = replace(partner, figure=replace(partner.figure, role=figure.role))
        done.append(replace(one, figure=figure))
    return _summed(_parted(doc, done), done)


def _joined(figure: Figure, partner: Figure) -> Figure:
    """A figure that adds to its partner, or is a further part of the same whole."""
    joins = partner.start if partner.part_of is None else None
    return replace(figure, role=figure.role or partner.role, part_of=partner.part_of, joins=joins)


def _parted(doc: Doc, placed: Sequence[Placed]) -> list[Figure]:
    """Figures with "15 of the 40 hostages" marked: the first is a part of the second."""
    figures = [one.figure for one in placed]
    for at, (part, whole) in enumerate(pairwise(placed)):
        between = [token.lower_ for token in doc[part.last : whole.first]]
        if between[:1] == ["of"] and len(between) <= 3 and part.figure.value <= whole.figure.value:
            figures[at] = replace(figures[at], part_of=whole.figure.start, joins=None)
            if not any(token.lower_ in index("states") for token in doc[whole.last : whole.end + 1]):
                # "Four of its 25 crew were killed": four were, and not 25.
                figures[at + 1] = replace(figures[at + 1], role=None)
    return figures


def _whole(doc: Doc, part: Placed, before: Sequence[Placed]) -> Placed | None:
    """The figure before that includes this one: "including 3", "three of them", "(16 Americans"."""
    if part.figure.unit != "people":
        return None
    for whole in reversed(before[-WHOLES:]):
        if whole.figure.unit != "people" or part.first - whole.end > REACH or whole.sentence != part.sentence:
            continue
        if whole.figure.part_of is not None or whole.figure.value < part.figure.value:
            continue
        if not _same_role(whole.figure, part.figure):
            continue
        between = [token.lower_ for token in doc[whole.end : part.first]]
        after = " ".join(token.lower_ for token in doc[part.last : part.last + 2])
        if known("including") & set(between) or after in known("partitive"):
            return whole
        if "(" in between and ")" not in between:
            return whole
    return None


def _same_role(one: Figure, other: Figure) -> bool:
    return one.role is None or other.role is None or one.role == other.role


def _partner(doc: Doc, one: Placed, before: Sequence[Placed]) -> Placed | None:
    """The figure before that this one is coordinated with: "12 soldiers and 3 civilians"."""
    if one.figure.unit != "people" or not before:
        return None
    partner = before[-1]
    if partner.figure.unit != "people" or partner.sentence != one.sentence:
        return None
    between = [token.lower_ for token in doc[partner.end : one.first]]
    joined = bool(between) and len(between) <= 8 and all(word in LINKS | OWNERS for word in between)
    listed = set(between) & JOINTS or set(between) - OWNERS == {","}
    if joined and listed and _same_role(partner.figure, one.figure):
        return partner
    same = partner.figure.role is not None and partner.figure.role == one.figure.role
    return partner if same and _coordinated_acts(doc, partner, one) else None


def _coordinated_acts(doc: Doc, first: Placed, second: Placed) -> bool:
    """Objects of coordinated verbs: killed himself and killed three others."""
    head, other = doc[first.end - 1].head, doc[second.end - 1].head
    return bool(other.dep_ == "conj" and other.head == head and head.lemma_ == other.lemma_)


def _summed(figures: list[Figure], placed: Sequence[Placed]) -> list[Figure]:
    """Figures that follow a total and add up to it exactly are its parts: "17 people: 12 men and 5 women"."""
    result = list(figures)
    for at, total in enumerate(figures):
        if total.unit != "people" or total.part_of is not None or total.joins is not None or total.value < 2:
            continue
        left, run = total.value, []
        for on in range(at + 1, min(at + 5, len(figures))):
            part = figures[on]
            if (
                part.unit != "people"
                or part.value >= total.value
                or placed[on].sentence != placed[at].sentence
            ):
                break
            if not _same_role(total, part):
                break
            left -= part.value
            run.append(on)
            if left <= 0:
                break
        if left == 0 and len(run) > 1:
            for on in run:
                result[on] = replace(
                    result[on], part_of=total.start, joins=None, role=result[on].role or total.role
                )
    return result
