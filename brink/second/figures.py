"""No number of people or money but those that stand in the quote."""

from __future__ import annotations

from collections.abc import Sequence

from brink.code.figures.fates import Role
from brink.code.figures.toll import toll
from brink.code.rows import Amount, Count, Figure
from brink.second.proposal import Range, Sum
from brink.second.rejection import Rejection


def count_in(proposed: Range | None, figures: Sequence[Figure], *, role: Role, single: bool) -> Count | None:
    """The count, when each of its bounds stands in the quote as a number of people who fared so.

    `single` says that the one target of the row is one person, who counts as one without a
    number. A count of nobody is none.

    Raises
    ------
    Rejection
        When a bound does not stand there, or is the number of another kind.
    """
    if proposed is None or (proposed.min, proposed.max) == (0, 0):
        return None
    if proposed.max is not None and proposed.max < proposed.min:
        raise Rejection("figure not in quote", f"{role} {_said(proposed)}: the second number is smaller")
    fitting = [one for one in figures if one.unit == "people" and one.role == role]
    if _stands(proposed, fitting, role) or (single and (proposed.min, proposed.max) == (1, 1)):
        return Count(proposed.min, proposed.max)
    other = next((one for one in figures if proposed.min in _bounds(one)), None)
    if other is not None and other not in fitting:
        counts = f"people {other.role}" if other.role else other.of or other.unit
        raise Rejection(
            "figure of another kind", f"{role} {_said(proposed)}, but “{other.text}” counts {counts}"
        )
    raise Rejection("figure not in quote", f"{role} {_said(proposed)}")


def amount_in(proposed: Sum, figures: Sequence[Figure]) -> Amount:
    """The sum, when its value stands in the quote with its unit.

    Raises
    ------
    Rejection
        When it does not.
    """
    unit = proposed.unit.casefold()
    for one in figures:
        if proposed.value in _bounds(one) and unit in (one.unit.casefold(), one.of.casefold()):
            return Amount(proposed.value, one.unit)
    raise Rejection("figure not in quote", f"amount {proposed.value:g} {proposed.unit}")


def _stands(proposed: Range, fitting: Sequence[Figure], role: Role) -> bool:
    ranges = [(one.low, one.value, one.high) for one in fitting]
    whole = toll(fitting, role=role, span=(0, max((one.end for one in fitting), default=0)))
    if whole is not None:
        ranges.append((whole.min, whole.min, whole.max))
    numbers = {bound for one in ranges for bound in one if bound is not None}
    if proposed.max is None:
        return any(one[2] is None and proposed.min in one for one in ranges)
    return proposed.min in numbers and proposed.max in numbers


def _bounds(figure: Figure) -> tuple[float | None, ...]:
    return figure.low, figure.value, figure.high


def _said(proposed: Range) -> str:
    if proposed.max is None:
        return f"{proposed.min} or more"
    return f"{proposed.min}" if proposed.max == proposed.min else f"{proposed.min}–{proposed.max}"
