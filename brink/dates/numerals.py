"""Numbers written in English words or digits become values."""

from __future__ import annotations

from collections.abc import Sequence

TEENS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
ONES = {word: value for value, word in enumerate(TEENS)}
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
    "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "trillion": 10**12,
}
NUMBER_WORDS = frozenset(ONES) | frozenset(TENS) | frozenset(SCALES)
LONGEST = 14
"""Words of the longest number that is read; more are a list and not a number."""


def spoken(words: Sequence[str]) -> float | None:
    """The value of number words such as `two hundred and fifty`, or None when they are not one number."""
    total = part = 0.0
    last = ""
    for word in words[:LONGEST]:
        if word in ONES or word in TENS:
            if not _may_follow(word, last):
                return None
            part += ONES.get(word, TENS.get(word, 0))
        elif word == "hundred":
            part = (part or 1) * 100
        elif word in SCALES:
            total, part = total + (part or 1) * SCALES[word], 0.0
        elif word not in ("and", "-"):
            return None
        last = word if word not in ("and", "-") else last
    return total + part if last else None


def _may_follow(word: str, last: str) -> bool:
    if not last or last in SCALES:
        return True
    return last in TENS and word in ONES and 0 < ONES[word] < 10


def spoken_length(words: Sequence[str], start: int) -> int:
    """How many words from `start` on form one number in words; 0 when none does."""
    stop = min(start + LONGEST, len(words))
    end = start
    last = ""
    for place in range(start, stop):
        word = words[place]
        scaled = word in SCALES and bool(last or place == start)
        if scaled or ((word in ONES or word in TENS) and _may_follow(word, last)):
            last, end = word, place + 1
        elif not (word == "-" and last in TENS) and not (word == "and" and last in SCALES):
            break
    return end - start


def digits(text: str) -> float:
    """The value of a number in digits, with or without thousands commas."""
    return float(text.replace(",", ""))
