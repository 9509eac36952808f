"""What is to be seen of a word that may belong to a name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from brink.code.names.lists import beside_class, given_name, listed, part_of_name, word_class
from brink.code.names.sort_traits import sort_traits
from brink.code.parsed import Doc

_AROUND = (-2, -1, 1, 2)
_LINKS = frozenset({"of", "the", "for", "and", "&", "de", "del", "al", "bin", "ul", "e", "-", "'s"})


def stretches(doc: Doc) -> Iterator[tuple[int, int]]:
    """Tokens `[first, last)` of one sentence that hold capitals, and the word at either side of them.

    Between two capitalised words of a name stand at most three others ("Bank of the West").
    """
    for sentence in doc.sents:
        first = last = -1
        for token in sentence:
            if not capital(token.text):
                continue
            if first >= 0 and token.i - last > 4:
                yield max(first - 1, sentence.start), min(last + 2, sentence.end)
                first = -1
            first, last = (token.i if first < 0 else first), token.i
        if first >= 0:
            yield max(first - 1, sentence.start), min(last + 2, sentence.end)


def capital(word: str) -> bool:
    """Whether a word has a capital that a name may have, first or within ("al-Shabaab", "eBay")."""
    return any(letter.isupper() for letter in word)


def traits(doc: Doc, first: int, last: int) -> list[list[str]]:
    """The traits of each token `[first, last)`, as `name=value`."""
    words = _words(doc)
    low = max(0, first - 3)
    marks = dict(enumerate(listed(words[low : last + 3]), start=low))
    inner = _inner_capitals(doc)
    runs = _runs(words, first, last)
    tags = [doc[at].tag_ for at in range(first, last)]
    opening = doc[first].sent.start
    sorts = sort_traits(words, tags, first, last, opening)
    return [[*_of(doc, words, marks, inner, at), *runs[at], *sorts[at - first]] for at in range(first, last)]


def _of(doc: Doc, words: Sequence[str], marks: dict[int, str], inner: frozenset[str], at: int) -> list[str]:
    token, word = doc[at], words[at]
    lower = word.lower()
    found = [f"w={lower}", f"t={token.tag_}", f"s={shape(word)}", f"m={marks[at]}", "one"]
    found += [f"p{n}={lower[:n]}" for n in (2, 3) if len(lower) > n]
    found += [f"e{n}={lower[-n:]}" for n in (2, 3, 4) if len(lower) > n]
    if token.is_sent_start:
        found.append(f"opens={lower in inner}")
    if capital(word):
        found += [f"d={token.dep_}", f"h={token.head.lemma_.lower()}|{token.dep_}"]
        if given_name(word):
            found.append("given")
        found += [f"pn={part_of_name(word)}", f"wc={word_class(word)}"]
    for offset in _AROUND:
        other = at + offset
        if not 0 <= other < len(words):
            found.append(f"w{offset}=none")
            continue
        found.append(f"w{offset}={words[other].lower()}")
        if abs(offset) == 1:
            found += _beside(doc, words, marks, at, other)
    return found


def _beside(doc: Doc, words: Sequence[str], marks: dict[int, str], at: int, other: int) -> Iterator[str]:
    side = other - at
    yield f"t{side}={doc[other].tag_}"
    yield f"s{side}={shape(words[other])}"
    yield f"m{side}={marks.get(other, '')}|{marks[at]}"
    yield f"ss{side}={shape(words[other])}|{shape(words[at])}"
    yield f"e{side}={words[other].lower()[-3:]}"
    if capital(words[other]):
        if given_name(words[other]):
            yield f"given{side}"
        yield f"pn{side}={part_of_name(words[other])}|{part_of_name(words[at])}"
        yield f"wc{side}={word_class(words[other])}"


def _runs(words: Sequence[str], first: int, last: int) -> dict[int, tuple[str, ...]]:
    """For each token, what stands at the ends of the run of capitals it belongs to and beside them."""
    seen: dict[int, tuple[str, ...]] = dict.fromkeys(range(first, last), ())
    at = first
    while at < last:
        if not words[at][0].isupper():
            at += 1
            continue
        end = at + 1
        while end < last and (
            words[end][0].isupper()
            or (words[end].lower() in _LINKS and end + 1 < last and words[end + 1][0].isupper())
        ):
            end += 1
        before = words[at - 1].lower() if at else "none"
        after = words[end].lower() if end < len(words) else "none"
        whole: tuple[str, ...] = (
            f"rf={words[at].lower()}", f"rl={words[end - 1].lower()}", f"rb={before}", f"ra={after}",
            f"rn={min(end - at, 5)}", f"rba={before}|{after}",
        )  # fmt: skip
        whole += _classes(words, at, end, before, after)
        for place in range(at, end):
            seen[place] = (*whole, f"ri={min(place - at, 3)}|{min(end - 1 - place, 3)}")
        at = end
    return seen


def _classes(words: Sequence[str], first: int, last: int, before: str, after: str) -> tuple[str, ...]:
    """The same by what sort of words they are, so that a word never seen counts as its like."""
    single = "one" if last - first == 1 else "many"
    any_of = {word_class(words[at]) for at in range(first, last)} - {""}
    return (
        f"rfc={word_class(words[first])}", f"rlc={word_class(words[last - 1])}|{single}",
        f"rfp={part_of_name(words[first])}|{part_of_name(words[last - 1])}|{min(last - first, 4)}",
        f"rbc={beside_class(before)}|{single}", f"rac={beside_class(after)}|{single}",
        f"rbac={beside_class(before)}|{beside_class(after)}", *(f"rc={one}" for one in sorted(any_of)),
    )  # fmt: skip


@lru_cache(maxsize=50_000)
def shape(word: str) -> str:
    """The word's letters and digits as kinds of them, runs shortened.

    >>> shape("al-Shabaab"), shape("U.S."), shape("F-16s")
    ('x-Xx', 'X.X.', 'X-dx')
    """
    made = ""
    for letter in word:
        kind = "X" if letter.isupper() else "x" if letter.isalpha() else "d" if letter.isdigit() else letter
        if not made.endswith(kind) or (kind == "X" and not made.endswith("XX")):
            made += kind
    return made


@lru_cache(maxsize=2)
def _words(doc: Doc) -> list[str]:
    return [token.text for token in doc]


@lru_cache(maxsize=2)
def _inner_capitals(doc: Doc) -> frozenset[str]:
    """Words of the passage that bear a capital where no sentence begins."""
    return frozenset(
        token.text.lower() for token in doc if not token.is_sent_start and token.text[:1].isupper()
    )
