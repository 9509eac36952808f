"""Numbers in a text: their value, how far it may stretch, and what is no number of anything."""

from __future__ import annotations

from dataclasses import replace

from brink.code.figures.labels import is_label
from brink.code.figures.number import HYPHENS, OPEN_ABOVE, Number
from brink.code.figures.vocabulary import known, phrase_at, phrase_before, vocabulary
from brink.dates.words import Words

_AFTER_MEASURES = frozenset({"of", "from", "away", "off", "north", "south", "east", "west"})


def find_numbers(words: Words, taken: set[int]) -> list[Number]:
    """All numbers of a text from left to right, without ages, labels, scores and the like.

    Parameters
    ----------
    taken
        Places of words that are dates or times.
    """
    found: list[Number] = []
    place = 0
    while place < len(words.lower):
        number = None if place in taken else _number_at(words, place, taken)
        if number is None:
            place += 1
            continue
        if not is_label(words, number):
            found.append(_qualified(words, number, found[-1].last if found else 0))
        place = number.last
    return found


def _number_at(words: Words, place: int, taken: set[int]) -> Number | None:
    share = phrase_at("shares", words.lower, place)
    if share and (words.lower[place + share[0] - 1] == "of" or words.after(place + share[0] - 1) == "of"):
        return Number(place, place, place + share[0], share[1], share[1], share[1], None, "share")
    vague = phrase_at("vague", words.lower, place)
    if vague and not _is_numeral(words, place):
        return _scaled(
            words,
            Number(place, place, place + vague[0], vague[1]["value"], vague[1]["low"], vague[1]["high"]),
        )
    currency = _currency_before(words, place)
    core = place + currency[1] if currency else place
    if core in taken or not _is_numeral(words, core):
        return None
    value = words.values[core]
    first = _scaled(
        words, Number(place, core, core + 1, value, value, value, None, currency[0] if currency else None)
    )
    return _with_unit(words, _ranged(words, first, taken))


def _is_numeral(words: Words, place: int) -> bool:
    if place >= len(words.lower) or words.values[place] <= 0:
        return False
    word = words.lower[place]
    return word.endswith("thousand") or not word.endswith(("st", "nd", "rd", "th"))


def _currency_before(words: Words, place: int) -> tuple[str, int] | None:
    """A currency mark at a word and how many words it takes, when a number follows it."""
    marks = vocabulary()["currency_marks"]
    low = words.lower[place]
    if low in ("us", "a", "c") and words.after(place) == "$" and words.ends[place] == words.starts[place + 1]:
        return {"us": "USD", "a": "AUD", "c": "CAD"}[low], 2
    if low in marks:
        return str(marks[low]), 2 if low in ("rs", "pkr") and words.after(place) == "." else 1
    return None


def _scaled(words: Words, number: Number) -> Number:
    """The number times "million", "dozen" or the like after it, or the letter against it."""
    after = words.after(number.last - 1)
    if after in HYPHENS and words.after(number.last - 1, 2) in vocabulary()["scales"]:
        after, step = words.after(number.last - 1, 2), 2
    else:
        step = 1
    scale = vocabulary()["scales"].get(after)
    if scale is None and number.unit not in (None, "percent", "share") and _attached(words, number.last):
        scale = vocabulary()["letters"].get(after)
    elif scale is None and after == "bn" and (number.unit or _attached(words, number.last)):
        scale = vocabulary()["letters"]["bn"]
    if scale is None:
        return number
    high = None if number.high is None else number.high * scale
    return replace(
        number, last=number.last + step, value=number.value * scale, low=number.low * scale, high=high
    )


def _attached(words: Words, place: int) -> bool:
    return 0 < place < len(words.lower) and words.starts[place] == words.ends[place - 1]


def _ranged(words: Words, first: Number, taken: set[int]) -> Number:
    """One number for "12 to 15", "between 12 and 15" and "12-15"."""
    step = 1 if words.after(first.last - 1) in known("percent") else 0
    link, other = words.after(first.last - 1 + step), first.last + 1 + step
    between = words.before(first.first) == "between"
    if words.before(first.first) == "from":
        return first
    if link not in HYPHENS | {"to", "or"} and not (link == "and" and between):
        return first
    currency = _currency_before(words, other) if other < len(words.lower) else None
    core = other + (currency[1] if currency else 0)
    if core in taken or not _is_numeral(words, core):
        return first
    value = words.values[core]
    last = _scaled(words, Number(other, core, core + 1, value, value, value, None, first.unit))
    low = first.value
    if last.value != value and first.last == first.core + 1:
        scale = last.value / value
        low = first.value * scale if first.value * scale < last.value else first.value
    if not low < last.value or (link == "or" and last.value > 2 * low):
        return first
    start = first.first - 1 if between else first.first
    return replace(
        first,
        first=start,
        last=last.last,
        value=(low + last.value) / 2,
        low=low,
        high=last.value,
        qualifier="between" if between else f"{link}" if link in ("to", "or") else "to",
    )


def _with_unit(words: Words, number: Number) -> Number:
    after = words.after(number.last - 1)
    if after in known("percent"):
        return replace(number, last=number.last + 1, unit="percent")
    if after == "per" and words.after(number.last - 1, 2) == "cent":
        return replace(number, last=number.last + 2, unit="percent")
    if number.unit is None and after in known("measures") and _measures(words, number):
        return replace(number, last=number.last + 1, unit=after)
    money = vocabulary()["currency_words"].get(after)
    if (
        money
        and number.unit is None
        and not (after in ("pound", "pounds") and words.after(number.last - 1, 2) == "of")
    ):
        return replace(number, last=number.last + 1, unit=str(money))
    return number


def _measures(words: Words, number: Number) -> bool:
    """A unit written against its number: "weighs 30kg"; one letter needs what follows it ("9g of")."""
    unit, then = words.after(number.last - 1), words.after(number.last - 1, 2)
    return _attached(words, number.last) and (len(unit) > 1 or then in _AFTER_MEASURES)


def _qualified(words: Words, number: Number, earliest: int) -> Number:
    """The number with the words around it that bound it or make it an estimate."""
    if words.after(number.last - 1) in HYPHENS and words.after(number.last - 1, 2) == "odd":
        # "twenty-odd gunmen"
        number = replace(_stretched(number, {"low": 0.9, "high": 1.1}), last=number.last + 2)
        return replace(number, qualifier="odd")
    after = phrase_at("after", words.lower, number.last)
    if after and not (words.lower[number.last] == "and" and words.after(number.last, 2) == "than"):
        number = replace(_stretched(number, after[1]), last=number.last + after[0])
    names: list[str] = []
    for _ in range(2):
        before = phrase_before("qualifiers", words.lower, number.first)
        if before is None or number.first - before[0] < earliest:
            break
        length, phrase, meaning = before
        if phrase not in known("silent"):
            names.insert(0, phrase)
        number = replace(_stretched(number, meaning), first=number.first - length)
    if words.lower[number.first : number.first + 1] == ["some"] and number.unit == "share":
        names = []
    return replace(number, qualifier=" ".join(names) or number.qualifier)


def _stretched(number: Number, meaning: dict[str, float | bool | None]) -> Number:
    """The bounds after one qualifier; a number that is a range already keeps its far end."""
    if meaning.get("above"):
        step = 1 if number.low == int(number.low) and number.unit is None else 0
        return replace(number, low=number.low + step, high=OPEN_ABOVE)
    if meaning.get("below"):
        return replace(
            number, low=min(1.0, number.low), high=number.low - 1 if number.unit is None else number.low
        )
    if meaning.get("upto"):
        return replace(number, low=min(1.0, number.low), high=number.high)
    low, high = meaning["low"], meaning["high"]
    bottom = number.low * float(low or 1)
    top = None if high is None or number.high is None else number.high * float(high)
    whole = number.unit is None and number.value >= 1
    return replace(
        number,
        low=float(int(bottom + 0.5)) if whole else round(bottom, 6),
        high=top if top is None or not whole else float(int(top + 0.5)),
    )
