"""English words that say when become intervals of days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from brink.dates import reckoning
from brink.dates.finding import Found, find_senses, words_of
from brink.dates.interval import DateInterval
from brink.dates.sense import Kind, Sense
from brink.dates.words import Words

NEAR = 400
"""Characters within which "the next day" may be counted from an earlier date of the text."""


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of a text that say when: `text == source[start:end]`.

    `interval` holds the days an event so dated may lie in. After "since" it runs on to the
    day of writing, before "until" it begins there, after "before" there is none; `named`
    always holds the days of the words alone.
    """

    start: int
    end: int
    text: str
    interval: DateInterval | None
    kind: Kind
    because: str
    """How the interval was had, or why there is none."""
    value: str | None = None
    """The TIMEX3 value, such as 2022-W50, P2W or XXXX-WXX-5."""
    named: DateInterval | None = None
    bound: str | None = None
    """since, after, until, before or by, when such a word stands before."""
    ahead: bool | None = None
    """Whether the clause speaks of what is to come; None when nothing tells."""
    parts: tuple[DateExpression, ...] = ()
    """The two dates of a range."""


def find_dates(text: str, *, anchor: DateInterval | None, future: bool | None = None) -> list[DateExpression]:
    """Every date, time, duration and repetition in a text, in order, never overlapping.

    Parameters
    ----------
    anchor
        When the text was written. A wide anchor gives wide intervals: all days that a
        relative date may mean for some day of writing in it. Without one only full dates
        have intervals.
    future
        True or False overrides what the words of each clause tell about whether "Friday"
        or "in April" is to come; None leaves it to them, and to the past when they are silent.
    """
    words = words_of(text)
    written: list[DateExpression] = []
    for found in find_senses(words):
        if found.means != "name":
            written.append(_read(words, found, anchor, future, _reference(words, found, written)))
    return written


def _reference(words: Words, found: Found, before: list[DateExpression]) -> DateInterval | None:
    """The last dated day, month or year before these words, not too far away."""
    for one in reversed(before[-4:]):
        if words.starts[found.first] - one.end > NEAR:
            return None
        if one.named and one.kind in ("date", "time") and one.named.days <= 366:
            return one.named
    return None


def _read(
    words: Words,
    found: Found,
    anchor: DateInterval | None,
    future: bool | None,
    reference: DateInterval | None,
) -> DateExpression:
    ahead = found.ahead if future is None else future
    start, end = words.starts[found.first], words.ends[found.last - 1]
    if found.ends:
        return _read_range(words, found, anchor, future, (start, end))
    leaning = ahead if ahead is not None else found.bound == "until"
    days, because = read_sense(found.sense, anchor, bool(leaning), reference)
    interval, why = _bounded(days, found.bound, anchor, ahead)
    return DateExpression(
        start,
        end,
        words.text[start:end],
        interval,
        found.sense.kind,
        f"{because}{why}",
        _value(found.sense, days),
        days,
        found.bound,
        ahead,
    )


def _read_range(
    words: Words, found: Found, anchor: DateInterval | None, future: bool | None, place: tuple[int, int]
) -> DateExpression:
    assert found.ends is not None
    last = _read(words, found.ends[1], anchor, future, None)
    first = _read(words, found.ends[0], anchor, future, None)
    if last.named and found.ends[0].sense.bare_month and (found.ends[1].sense.free or _crossed(first, last)):
        day = last.named.last
        first = _read(words, found.ends[0], DateInterval.day(day), False, None)
    both = None
    if first.named and last.named and first.named.start < last.named.end:
        both = DateInterval(first.named.start, last.named.end)
    because = "from the first date to the last" if both else "a range one of whose ends has no days"
    text = words.text[place[0] : place[1]]
    return DateExpression(*place, text, both, "date", because, None, both, None, last.ahead, (first, last))


def _crossed(first: DateExpression, last: DateExpression) -> bool:
    return bool(first.named and last.named and first.named.start >= last.named.end)


def read_sense(
    sense: Sense, anchor: DateInterval | None, ahead: bool, reference: DateInterval | None = None
) -> tuple[DateInterval | None, str]:
    """The days of a meaning for a day of writing known only so well, and why."""
    try:
        if sense.told is not None:
            there = sense.told(reference) if reference else None
            return there, sense.because if there else f"{sense.because}, and there is none nearby"
        if sense.apart and reference:
            one, other = sense.apart(reference.start), sense.apart(reference.last)
            return DateInterval(min(one.start, other.start), max(one.end, other.end)), sense.because
        if sense.at is None:
            return None, sense.because if not sense.apart else f"{sense.because}, and there is none nearby"
        if anchor is None:
            if not sense.free:
                return None, f"{sense.because}; when this was written is not known"
            anchor = DateInterval.day(_ANY_DAY)
        first, last = sense.at(anchor.start, ahead), sense.at(anchor.last, ahead)
    except (OverflowError, ValueError):
        return None, f"{sense.because}; that leaves the calendar"
    if first is None or last is None:
        return None, f"{sense.because}; there is no such day"
    return DateInterval(min(first.start, last.start), max(first.end, last.end)), sense.because


_ANY_DAY = date(2000, 1, 1)


def _bounded(
    days: DateInterval | None, bound: str | None, anchor: DateInterval | None, ahead: bool | None
) -> tuple[DateInterval | None, str]:
    """The days open to a bound, and the words that say so."""
    if bound is None or days is None:
        return days, ""
    if bound == "before":
        return None, "; before it, with no first day given"
    if anchor is None:
        return (
            (days, "") if bound == "by" else (None, f"; {bound} it, and when this was written is not known")
        )
    if bound in ("since", "after"):
        if bound == "after" and days.end > anchor.end:
            return None, "; after it, with no last day given"
        end = anchor.end if anchor.end > days.start else days.end
        return DateInterval(days.start, end), f"; {bound} it, so on to the day of writing"
    if days.end > anchor.end and ahead is not False:
        return DateInterval(anchor.start, days.end), f"; {bound} it, so from the day of writing"
    return (days, "") if bound == "by" else (None, "; until it, with no first day given")


def _value(sense: Sense, days: DateInterval | None) -> str | None:
    if sense.fixed:
        return sense.fixed
    if days is None:
        return sense.part or None
    if sense.unit == "day" and days.days > 1:
        return None
    known = reckoning.timex(days, sense.unit)
    return known and known + sense.part
