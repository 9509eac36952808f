"""Date words in a text, each with what it means and how the words around it bear on it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from brink.dates import relative
from brink.dates.context import is_date, looks_ahead
from brink.dates.holidays import holiday
from brink.dates.patterns import Grammar, Pattern, grammar, portion, sense
from brink.dates.sense import Sense
from brink.dates.words import OTHER, Words, read_words, vocabulary

SECTIONS = ("dates", "times", "sets", "durations")
BACK = 8
"""How many words before the telling word a pattern may begin."""
LINKS = frozenset({"and", "to", "through", "until", "till", "-", "–", "—"})
SPANS = frozenset({"days_span", "months_span", "years_span"})
BOUNDS = ("since", "after", "until", "before", "by")


@dataclass(frozen=True, slots=True)
class Found:
    """Words `[first, last)` of a text that say when."""

    first: int
    last: int
    sense: Sense
    means: str
    ahead: bool | None = None
    """Whether the clause looks ahead; None when nothing tells."""
    bound: str | None = None
    """since, after, until, before or by, when such a word makes the date a bound."""
    ends: tuple[Found, Found] | None = None
    """First and last date of a range."""


def find_senses(words: Words) -> list[Found]:
    """All date words from left to right, ranges and times with their day joined."""
    plain = sorted([*_holidays(words), *_scan(words)], key=lambda found: (found.first, -found.last))
    kept: list[Found] = []
    for found in plain:
        if kept and found.first < kept[-1].last:
            continue
        kept.append(found)
    settled = [_settled(words, found) for found in kept]
    return [_bounded(words, found) for found in _ranges(words, _timed(words, settled))]


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """The words of a text in the alphabet of the date patterns, for dates and figures alike."""
    return read_words(text, grammar().alphabet)


@cache
def _holiday_names() -> re.Pattern[str]:
    names = sorted(vocabulary("feasts"), key=len, reverse=True)
    joined = "|".join(re.escape(name).replace("'", "['’]") for name in names)
    return re.compile(rf"(?<![\w/])(?:{joined})(?![\w/])", re.IGNORECASE)


def _holidays(words: Words) -> Iterator[Found]:
    places = {start: at for at, start in enumerate(words.starts)}
    for match in _holiday_names().finditer(words.text):
        first = places.get(match.start())
        if first is None or not (match.group()[0].isupper() or match.group()[0].isdigit()):
            continue
        last = first
        while last < len(words.ends) and words.ends[last] <= match.end():
            last += 1
        named_after = words.after(last - 1) in vocabulary()["name_after"] and words.capital(last)
        follows = words.capital(last) and words.lower[last] in vocabulary()["name_after"]
        known = (
            Sense(because="part of a name")
            if named_after or follows
            else holiday(match.group().lower().replace("’", "'"))
        )
        yield Found(first, last, known, "name" if named_after or follows else "holiday")


def _scan(words: Words) -> Iterator[Found]:
    rules, codes = grammar(), words.codes
    place = 0
    while (core := rules.core.search(codes, place)) is not None:
        start = core.start()
        while (
            start > place
            and codes[start - 1] is not OTHER
            and codes[start - 1] != OTHER
            and core.start() - start < BACK
        ):
            start -= 1
        found = next((one for at in range(start, core.end()) if (one := _best(rules, words, at))), None)
        if found is None:
            place = core.end()
        else:
            yield found
            place = max(found.last, place + 1)


def _best(rules: Grammar, words: Words, at: int) -> Found | None:
    """The longest date that begins at a word."""
    options = [*_portioned(rules, words, at), *_plain(rules, words, at, SECTIONS)]
    return max(options, key=lambda found: found.last, default=None)


def _plain(rules: Grammar, words: Words, at: int, sections: tuple[str, ...]) -> list[Found]:
    if at >= len(words.codes):
        return []
    letter = words.codes[at]
    fitting = [
        (pattern, parts)
        for section in sections
        for pattern in rules.starts[section].get(letter, ())
        if (parts := pattern.parts(words, at))
    ]
    fitting.sort(key=lambda fit: -fit[1].last)
    for pattern, parts in fitting:
        if is_date(pattern.means, parts) and (meaning := sense(pattern, parts)):
            return [Found(at, parts.last, meaning, pattern.means)]
    return []


def _portioned(rules: Grammar, words: Words, at: int) -> Iterator[Found]:
    for pattern in rules.starts["portions"].get(words.codes[at], ()):
        parts = pattern.parts(words, at)
        if parts is None:
            continue
        for whole in _plain(rules, words, parts.last, ("dates", "wholes")):
            if whole.sense.at is None and whole.sense.apart is None:
                continue
            meaning = portion(pattern, parts, whole.sense)
            if meaning and (whole.means != "current_unit" or words.lower[parts.last - 1] == "the"):
                yield Found(at, whole.last, meaning, whole.means)


def _settled(words: Words, found: Found) -> Found:
    """The date with the direction of its clause; "in two weeks" becomes a day to come where that is meant."""
    ahead = looks_ahead(words, found.first, found.last)
    if found.means == "duration" and ahead and words.before(found.first) == "in":
        pattern = _counted_units()
        parts = pattern.parts(words, found.first)
        if parts and parts.last == found.last:
            return replace(found, sense=relative.units_ahead(parts), ahead=True)
    return replace(found, ahead=ahead)


@cache
def _counted_units() -> Pattern:
    return next(pattern for pattern in grammar().sections["durations"] if pattern.means == "duration")


def _timed(words: Words, found: list[Found]) -> list[Found]:
    """Clock times joined with the day beside them: "10:30 a.m. Tuesday", "8 a.m. on 3 May"."""
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        between = words.lower[before.last : one.first] if before else []
        if (
            before
            and before.sense.part
            and before.sense.at is None
            and one.sense.at
            and one.sense.kind in ("date", "time")
            and one.sense.unit == "day"
            and between in ([], ["on"], [","], [",", "on"])
        ):
            day = replace(one.sense, kind="time", part=before.sense.part)
            joined[-1] = replace(one, first=before.first, sense=day)
        else:
            joined.append(one)
    return joined


def _ranges(words: Words, found: list[Found]) -> list[Found]:
    joined: list[Found] = []
    for one in found:
        before = joined[-1] if joined else None
        if before and _is_range(words, before, one):
            opened = words.before(before.first) in ("between", "from")
            joined[-1] = Found(
                before.first - opened, one.last, one.sense, "range", one.ahead, None, (before, one)
            )
        else:
            joined.append(one)
    return [
        replace(one, first=one.first - 1)
        if one.means in SPANS and words.before(one.first) in ("between", "from")
        else one
        for one in joined
    ]


def _is_range(words: Words, first: Found, last: Found) -> bool:
    if last.first - first.last != 1 or first.ends or first.sense.at is None or last.sense.at is None:
        return False
    if first.sense.kind == "duration" or last.sense.kind == "duration" or first.means in SPANS:
        return False
    link, before = words.lower[first.last], words.before(first.first)
    if before == "between":
        return link == "and"
    return link in LINKS and link != "and" and (before == "from" or link != "until")


def _bounded(words: Words, found: Found) -> Found:
    if (
        found.sense.kind == "duration"
        or found.ends
        or found.means in ("units_apart", "beside_event", "present")
    ):
        return found
    before = words.before(found.first)
    if before == "the":
        before = words.before(found.first, 2)
    if before in ("of", "to") and words.before(found.first, 2) in ("ahead", "prior", "up"):
        before = {"ahead": "before", "prior": "before", "up": "until"}[words.before(found.first, 2)]
    bound = "until" if before in ("till", "til") else "after" if before == "following" else before
    ahead = (
        True
        if bound == "before" and words.before(found.first) == "of" and found.ahead is None
        else found.ahead
    )
    return replace(found, bound=bound, ahead=ahead) if bound in BOUNDS else found
