"""Traits by what words mostly name, so that a name on no list counts as its like."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from brink.code.names.word_sorts import UNKNOWN, capital_share, word_sort

_SMALL, _NONE = "small", "none"
_FIRST_OF_RUN = 4


def sort_traits(
    words: Sequence[str], tags: Sequence[str], first: int, last: int, opening: int
) -> list[list[str]]:
    """The traits of each word `[first, last)` by its sort, those beside it and those of its run of capitals.

    `opening` is where the sentence begins.
    """
    low, high = max(first - 1, 0), min(last + 1, len(words))
    sorts = [_NONE, *map(_sort, words[low:high]), _NONE]
    at_first = first - low + 1
    found = []
    for at in range(first, last):
        before, sort, after = sorts[at - first + at_first - 1 : at - first + at_first + 2]
        found.append(_of_word(words[at], tags[at - first], before, sort, after, opens=at == opening))
    _add_runs(found, words, sorts[at_first:], first, last)
    return found


def _of_word(word: str, tag: str, before: str, sort: str, after: str, *, opens: bool) -> list[str]:
    plain = _plain(sort)
    found = [
        f"ws={sort}", f"ws-1={before}|{plain}", f"ws1={after}|{plain}",
        f"wsa={_plain(before)}|{plain}|{_plain(after)}", f"wst={plain}|{tag}",
    ]  # fmt: skip
    if sort != _SMALL:
        found.append(f"cs={capital_share(word)}|{opens}")
    return found


def _add_runs(
    found: list[list[str]], words: Sequence[str], sorts: Sequence[str], first: int, last: int
) -> None:
    """Adds to each word what the words of a run of capitals share."""
    at = first
    while at < last:
        if not words[at][0].isupper():
            at += 1
            continue
        end = at + 1
        while end < last and words[end][0].isupper():
            end += 1
        plain = [_plain(sort) for sort in sorts[at - first : end - first]]
        shared = (
            f"rws={plain[0]}|{plain[-1]}|{min(len(plain), 3)}", f"rwa={'|'.join(plain[:_FIRST_OF_RUN])}",
            f"rwl={sorts[end - first - 1]}",
        )  # fmt: skip
        for place in range(at, end):
            found[place - first] += shared
        at = end


@lru_cache(maxsize=50_000)
def _sort(word: str) -> str:
    return word_sort(word) if any(letter.isupper() for letter in word) else _SMALL


def _plain(sort: str) -> str:
    return sort if sort in {_SMALL, _NONE, UNKNOWN} else sort[:-1]
