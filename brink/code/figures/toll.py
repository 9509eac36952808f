"""The figures of one clause become one count, nobody counted twice."""

from __future__ import annotations

from collections.abc import Iterable

from brink.code.figures.fates import Role
from brink.code.rows import Count, Figure


def toll(figures: Iterable[Figure], *, role: Role, span: tuple[int, int]) -> Count | None:
    """How many people of a role the figures within `span` come to; None when there are none.

    Parts of a figure ("including 3 children") are left out when it is there too; figures
    that belong together ("16 soldiers and a guide") are added; figures that do not are
    taken as reports of one toll, from the least to the most of them.
    """
    inside = [
        one for one in figures if one.role == role and one.unit == "people" and span[0] <= one.start < span[1]
    ]
    starts = {one.start for one in inside}
    counted = [one for one in inside if one.part_of not in starts]
    totals = [_total(one, counted) for one in counted if one.joins not in starts]
    if not totals:
        return None
    highs = [total.max for total in totals]
    most = None if None in highs else max(high for high in highs if high is not None)
    return Count(min(total.min for total in totals), most)


def _total(first: Figure, figures: list[Figure]) -> Count:
    """A figure with all that add to it."""
    members, places = [first], {first.start}
    for one in figures:
        if one.joins in places and one.start not in places:
            members.append(one)
            places.add(one.start)
    highs = [member.high for member in members]
    most = None if None in highs else int(sum(high for high in highs if high is not None))
    return Count(int(sum(member.low for member in members)), most)
