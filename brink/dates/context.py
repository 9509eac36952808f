"""Whether words that could be a date are one, and which way the clause around them looks."""

from __future__ import annotations

from functools import cache

from brink.dates.sense import Parts
from brink.dates.words import SENTENCE_ENDS, Words, vocabulary

REACH = 24
"""Words on each side in which a verb may tell past from future."""
INTENT_REACH = 8
"""Words over which "agreed to" still makes a date one to come."""


def is_date(means: str, parts: Parts) -> bool:
    """False where the words are a name, a verb, a count or a label, or lie before the first year."""
    if parts.words.after(parts.last - 1) in ("bc", "bce"):
        return False
    if means in ("bare_month", "relative_month", "told_month", "month_of_that_year"):
        return _is_month(parts)
    if means in ("weekday", "weekday_of_week", "day_part") and "w" in parts:
        return _is_weekday(parts)
    if means == "named_day":
        return _is_day(parts)
    if means == "overnight":
        return parts.words.before(parts.first) != "almost"
    if means == "bare_season":
        after = parts.words.after(parts.last - 1)
        return parts.words.before(parts.first) in _known("season_after") and (
            not after.isalpha() or after in _known("small_words")
        )
    if means == "bare_year":
        return _is_year(parts.words, parts.places["y"])
    if means == "years_span":
        return not _counted_after(parts.words, parts.last - 1)
    return True


@cache
def _known(name: str) -> frozenset[str]:
    return frozenset(vocabulary()[name])


def _in_a_name(words: Words, first: int, last: int) -> bool:
    for place in (last, last + 1):
        if not words.capital(place):
            break
        if words.lower[place] in _known("name_after"):
            return True
    return words.before(first) in _known("name_before") and words.capital(first - 1)


def _is_month(parts: Parts) -> bool:
    words, place = parts.words, parts.places["m"]
    word, before = parts.low("m"), words.before(place)
    abbreviated = word in _known("abbreviations") and not words.lower[place].endswith(
        words.raw(place)[-1:] + "."
    )
    stopped = words.raw(place).endswith(".")
    end = parts.last + (words.after(parts.last - 1).isdigit())
    if not words.capital(place) or _in_a_name(words, parts.first, end):
        return False
    if before == "\n" and words.after(place) == "\n":
        return False
    called_for = before in _known("calls_for_a_date") or before in ("that", "same", "following")
    if abbreviated and not stopped and not called_for and word != "sept":
        return False
    if word in _known("doubtful_months") and not called_for:
        chained = before in ("and", "or", "-", "–", "to") and _month_at(words, place - 2)
        return chained or _chained_on(words, place)
    named_person = (
        words.capital(place + 1) and words.lower[place + 1].isalpha() and not _month_at(words, place + 1)
    )
    return (
        before in _known("surely_a_date")
        or not named_person
        or words.raw(place).isupper()
        or word in ("july", "september", "october", "november", "december")
    )


def _chained_on(words: Words, place: int) -> bool:
    """Whether a sure month follows a doubtful one: March and April."""
    return words.after(place) in ("and", "or", "-", "–", ",") and _month_at(words, place + 2)


def _month_at(words: Words, place: int) -> bool:
    return (
        0 <= place < len(words.lower)
        and words.lower[place].rstrip(".") in vocabulary()["MONTH"]
        and words.capital(place)
    )


def _is_weekday(parts: Parts) -> bool:
    words, place = parts.words, parts.places["w"]
    if not words.capital(place) or _in_a_name(words, parts.first, parts.last):
        return False
    if parts.low("w") in _known("abbreviations"):
        return words.text[words.ends[place] - 1] == "." and words.before(place) in _known(
            "calls_for_a_date"
        ) | {"on", "and"}
    return True


def _is_day(parts: Parts) -> bool:
    words, month = parts.words, parts.places["m"]
    if parts.low("m") in _known("doubtful_months") and not words.capital(month) and "y" not in parts:
        return False
    if _in_a_name(words, parts.first, parts.last):
        return False
    if "y" in parts or "s" in parts or "w" in parts:
        return True
    day = parts.places.get("d", parts.places.get("o", month))
    if (
        day > month
        and words.before(month) == "in"
        and words.values[day]
        and words.after(parts.last - 1).isalpha()
    ):
        return False
    return not (day > month and _counted_after(words, day))


def _is_year(words: Words, place: int) -> bool:
    before, after = words.before(place), words.after(place)
    if _counted_after(words, place) or before in _known("counters") or before in ("$", "€", "£", "#", "/"):
        return False
    if after in ("to", "and", "-", "–") and place + 2 < len(words.lower) and _counted_after(words, place + 2):
        return words.values[place + 2] == 0
    if words.before(place, 2) == "total" and before == "of":
        return False
    if before in ("-", "–"):
        return words.before(place, 2) in ("mid", "early", "late", "pre", "post")
    if before in _known("calls_for_a_date") or before in ("(", "year", "fiscal"):
        return before not in ("to", "this", "that") or words.values[place] >= 1900
    if before in ("and", "or", ",") and 1500 <= words.values[place - 2] <= 2100 and place >= 2:
        return "," not in words.lower[place - 2]
    if before in SENTENCE_ENDS:
        return after in ("was", "saw", "brought", "will", "has", "is", "marked", ",")
    if before in _known("determiners") or after in ("'", "’"):
        return words.values[place] >= 1900 and (after.isalpha() or after in ("'", "’", "-", "–"))
    return False


def _counted_after(words: Words, place: int) -> bool:
    after = words.after(place)
    return (
        after in _known("counted")
        or after in ("%", "$", "€")
        or (after in ("-", "–") and words.after(place, 2) == "strong")
    )


@cache
def _tense(name: str) -> frozenset[str]:
    return frozenset(vocabulary("tense")[name])


def looks_ahead(words: Words, first: int, last: int) -> bool | None:
    """True when the clause speaks of what is to come, False of what was, None when nothing tells.

    The nearest telling word before the date decides, else the nearest after it.
    """
    for place in range(first - 1, max(-1, first - REACH), -1):
        if words.lower[place] in SENTENCE_ENDS:
            break
        told = _tells(words, place)
        if told is not None and not (words.lower[place] == "to" and first - place > INTENT_REACH):
            return told
    for place in range(last, min(len(words.lower), last + REACH)):
        if words.lower[place] in SENTENCE_ENDS:
            break
        told = _tells(words, place)
        if told is not None:
            return told
    return None


def _tells(words: Words, place: int) -> bool | None:
    word, before = words.lower[place], words.before(place)
    if word == "for" and before in _tense("set_for"):
        return True
    if word == "to" and before in _tense("intent") and words.after(place).isalpha():
        return words.after(place) != "the"
    if word == "have" and before in _tense("future"):
        return None
    if word in _tense("future"):
        return (
            None if word in ("scheduled", "planned", "expected") and before in ("had", "a", "the") else True
        )
    if before == "be" and (word in _tense("past") or word.endswith("ed")):
        return None
    if word in _tense("past"):
        return None if word == "set" and words.after(place) in ("for", "to") else False
    if len(word) > 4 and word.endswith("ed") and word not in _tense("not_past"):
        return (
            None
            if before in ("be", "be,", "to")
            or (words.after(place) in ("to", "for") and word in _tense("intent"))
            else False
        )
    return None
