"""Numbers that name, rank or date something and count nothing."""

from __future__ import annotations

from brink.code.figures.number import HYPHENS, Number
from brink.code.figures.vocabulary import known
from brink.dates.words import Words


def is_label(words: Words, number: Number) -> bool:
    """Whether the number names, dates or ranks something and counts nothing."""
    if number.unit:
        return False
    return (
        _glued(words, number)
        or _named(words, number)
        or _age(words, number)
        or _listed(words, number)
        or _ratio(words, number)
        or _dialled(words, number)
        or _scored(words, number)
        or _addressed(words, number)
        or _like_a_year(words, number)
    )


def _glued(words: Words, number: Number) -> bool:
    """Part of a name or a measure: F-16, M23, 122mm, three-point."""
    start = words.starts[number.core]
    if start and words.text[start - 1].isalnum():
        return True
    if start > 1 and words.text[start - 1] in "-–./:#" and words.text[start - 2].isalnum():
        return True
    end = words.ends[number.last - 1]
    after = words.text[end : end + 1]
    if after.isalpha():
        return True
    return (
        after in HYPHENS
        and words.text[end + 1 : end + 2].isalpha()
        and words.after(number.last - 1, 2) not in known("strong")
        and words.after(number.last - 1, 2) not in ("to", "or")
    )


def _named(words: Words, number: Number) -> bool:
    before = words.before(number.first)
    if before == "." and number.first >= 2 and words.before(number.first, 2) in ("no", "nos", "art", "sec"):
        return words.capital(number.first - 2)
    if before == "#" or before in known("labels"):
        return True
    return before in known("capital_labels") and words.capital(number.first - 1) and number.value < 10_000


def _age(words: Words, number: Number) -> bool:
    ahead = [words.after(number.last - 1, on) for on in range(1, 5)]
    if "old" in ahead or "olds" in ahead:
        return bool({"year", "years", "month", "months"} & set(ahead))
    commas = words.before(number.first) == "," and words.after(number.last - 1) in (",", ".", ")")
    if not commas or number.last != number.core + 1:
        return False
    kin = words.before(number.first, 2) in known("kin")
    return (5 <= number.value <= 110 and words.capital(number.first - 2)) or (kin and number.value <= 110)


def _ratio(words: Words, number: Number) -> bool:
    """Four out of ten, one in five."""
    before = (words.before(number.first, 2), words.before(number.first))
    after = (words.after(number.last - 1), words.after(number.last - 1, 2))
    if before == ("out", "of") or after == ("out", "of"):
        return True
    if (
        after[0] in ("in", "every")
        and number.last + 1 < len(words.values)
        and words.values[number.last + 1] > number.value
    ):
        return number.value < 10
    return (
        before[1] in ("in", "every")
        and number.first >= 2
        and 0 < words.values[number.first - 2] < number.value <= 1000
    )


def _listed(words: Words, number: Number) -> bool:
    """A number that opens a line and is followed by a stop or a bracket."""
    start, end = words.starts[number.first], words.ends[number.last - 1]
    opens = start == 0 or words.text[start - 1] == "\n"
    return (
        opens
        and words.text[end : end + 1] in (".", ")")
        and words.text[end + 1 : end + 2] in (" ", "\t", "\n", "")
    )


def _dialled(words: Words, number: Number) -> bool:
    """Groups of digits one after another, as telephone numbers are written."""
    if not words.lower[number.core].isdigit():
        return False
    after, before = number.last, number.first - 1
    gap = after + 1 if words.after(after - 1) in HYPHENS | {")"} else after
    if gap < len(words.lower) and words.lower[gap].isdigit() and len(words.lower[gap]) >= 3:
        return True
    if before >= 0 and words.lower[before] in HYPHENS | {")"}:
        before -= 1
    return (
        before >= 0 and len(words.lower[number.core]) >= 3 and words.lower[before].isdigit()
    ) or words.before(number.first) == "+"


def _scored(words: Words, number: Number) -> bool:
    """2-1: a small number against another, larger first or in the language of games."""
    if number.value > 30 and number.low == number.value:
        return False
    link = words.after(number.last - 1)
    near = words.lower[max(0, number.first - 4) : number.first]
    games = bool(known("sports") & set(near))
    if number.low != number.high and number.qualifier == "to":
        return games and words.after(number.last - 1) in (".", ",", "\n", "in", "on", "against")
    first = (
        link in HYPHENS
        and number.last + 1 < len(words.values)
        and words.values[number.last + 1] >= 0
        and words.lower[number.last + 1].isdigit()
    )
    second = words.before(number.first) in HYPHENS and words.before(number.first, 2).isdigit()
    return first or second


def _addressed(words: Words, number: Number) -> bool:
    return any(
        words.after(number.last - 1, on) in known("streets") and words.capital(number.last - 1 + on)
        for on in (2, 3)
    ) and words.capital(number.last)


def _like_a_year(words: Words, number: Number) -> bool:
    """Four bare digits that could be a year count only before a word for what is counted."""
    plain = words.lower[number.core].isdigit() and number.last == number.core + 1
    if not plain or not 1900 <= number.value <= 2100:
        return False
    after = words.after(number.last - 1)
    return after.rstrip("s") not in known("people") and after not in known("people")
