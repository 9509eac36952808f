"""Forms of one word brought together, well enough to compare sentences."""

from __future__ import annotations

_ONES = (
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
)
_TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
# "one" is left out: it is a pronoun as often as a number. "second" may be a moment.
_NUMBERS = (
    {word: str(value) for value, word in enumerate(_ONES) if value != 1}
    | {word: str(10 * tens) for tens, word in enumerate(_TENS, start=2)}
    | {"dozen": "12"}
)
_SUFFIXES = (
    "ations",
    "ation",
    "ments",
    "ment",
    "nesses",
    "ness",
    "ings",
    "ing",
    "edly",
    "ies",
    "ied",
    "ors",
    "ers",
    "or",
    "er",
    "ion",
    "ions",
    "ive",
    "ity",
    "es",
    "ed",
    "ly",
    "al",
    "s",
    "y",
    "e",
)
_SHORTEST_STEM = 4


def number_of(form: str) -> str | None:
    """The digits of a number in figures or in one word, without thousands separators.

    >>> number_of("1,400"), number_of("nineteen"), number_of("truce")
    ('1400', '19', None)
    """
    if form[:1].isdigit():
        groups = form.partition(".")[0].split(",")[1:]
        grouped = groups and all(len(group) == 3 for group in groups)
        return (form.replace(",", "") if grouped else form).rstrip(".,")
    return _NUMBERS.get(form)


def stem(form: str) -> str:
    """A word without its endings and with one spelling of -ise and -our.

    >>> {stem(w) for w in ("neutralised", "neutralizing", "neutralizes")}
    {'neutralis'}
    """
    word = form.replace("z", "s").replace("our", "or")
    for suffix in _SUFFIXES:
        if word.endswith(suffix) and len(word) - len(suffix) >= _SHORTEST_STEM:
            word = word[: -len(suffix)]
            break
    if len(word) > _SHORTEST_STEM and (word[-1] == "e" or word[-1] == word[-2]):
        return word[:-1]
    return word
