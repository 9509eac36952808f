"""What of a story's text is compared: its words in one spelling, sentence by sentence."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal, NamedTuple

from brink.read.copies.stems import number_of, stem
from brink.shipped import shipped_yaml

MOST_CHARACTERS = 200_000
"""A story is compared on no more than this much of its beginning."""
MOST_WORDS_A_SENTENCE = 60
FEWEST_WORDS = 12
"""A body with fewer words is compared together with its title."""

Kind = Literal["grammar", "news", "name", "number", "content"]

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:'[^\W\d_]+)?")
_GAP = re.compile(r"(?<=[.!?…\"')\]])\s+|\n+")
_QUOTES = str.maketrans({"’": "'", "‘": "'", "ʼ": "'", "`": "'", "“": '"', "”": '"', "«": '"', "»": '"'})
# Soft hyphens, zero-width characters and marks of direction split words that readers see whole.
_CONTROLS = dict.fromkeys(
    [0xAD, 0xFEFF, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065)]
)
_TITLES = {"gen", "col", "lt", "maj", "sgt", "brig", "capt", "mr", "mrs", "ms", "dr", "st", "gov", "sen"}
_MONTHS = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"}
_OTHERS = {"rev", "rep", "prof", "jr", "sr", "no", "vs", "a.m", "p.m", "u.s", "u.n"}
_ABBREVIATIONS = frozenset(_TITLES | _MONTHS | _OTHERS)


@dataclass(frozen=True, slots=True)
class StoryText:
    """A story as far as copies are sought: the words of its body, without captions and boilerplate."""

    id: str
    title: str | None
    body: str


class Word(NamedTuple):
    """One word: `key` stands for its spelling, `mark` for what it shares with other forms of it."""

    form: str
    key: int
    mark: int
    kind: Kind
    weight: float
    """How much sharing it says about two sentences."""


@dataclass(frozen=True, slots=True)
class Sentence:
    """`[start, end)` in the compared text, with what is compared."""

    start: int
    end: int
    keys: tuple[int, ...]
    """Every word in order."""
    weights: dict[int, float]
    """Marks of all words but those of grammar, with their weights."""
    weight: float
    """Sum of the weights."""
    numbers: frozenset[int]
    names: frozenset[int]
    rare: frozenset[int]
    """Names and numbers few other reports would hold."""


@dataclass(frozen=True, slots=True)
class StoryWords:
    """A story ready for comparison."""

    id: str
    text: str
    sentences: tuple[Sentence, ...]
    length: int
    """Words in all sentences."""

    @property
    def weight(self) -> float:
        return sum(sentence.weight for sentence in self.sentences)

    def keys(self) -> list[int]:
        return [key for sentence in self.sentences for key in sentence.keys]


def words_of(story: StoryText) -> StoryWords:
    """A story's words in one spelling: case, accents, quotation marks and number style are gone."""
    text = fold(story.body)
    if sum(1 for _ in zip(_TOKEN.finditer(text), range(FEWEST_WORDS), strict=False)) < FEWEST_WORDS:
        text = fold(f"{story.title or ''}\n{story.body}")
    spans = [(start, end, _TOKEN.findall(text, start, end)) for start, end in _sentence_spans(text)]
    pieces = [piece for span in spans if span[2] for piece in _pieces(*span)]
    names = _names_inside([tokens for _, _, tokens in pieces])
    sentences = tuple(_sentence(start, end, tokens, names) for start, end, tokens in pieces)
    return StoryWords(story.id, text, sentences, sum(len(sentence.keys) for sentence in sentences))


def fold(text: str) -> str:
    """Text with one kind of quotation mark and no accents; capital letters stay."""
    text = text[:MOST_CHARACTERS].translate(_CONTROLS)
    if text.isascii():
        return text
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES))
    return "".join(c for c in plain if not unicodedata.combining(c))[:MOST_CHARACTERS]


def key_of(text: str) -> int:
    """A 64-bit number that stands for a text, the same on every machine and run."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "little")


def _sentence_spans(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for gap in _GAP.finditer(text):
        if "\n" in gap.group() or _ends_sentence(text, start, gap.start(), gap.end()):
            yield start, gap.start()
            start = gap.end()
    yield start, len(text)


def _ends_sentence(text: str, start: int, stop: int, after: int) -> bool:
    last = text[max(start, stop - 12) : stop].rstrip("\"')]")
    if not last or last[-1] not in ".!?…" or text[after : after + 1].islower():
        return False
    word = last[:-1].rsplit(None, 1)[-1:] if last[-1] == "." else []
    return not word or not (len(word[0]) == 1 or word[0].lower() in _ABBREVIATIONS)


def _pieces(start: int, end: int, tokens: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    for first in range(0, len(tokens), MOST_WORDS_A_SENTENCE):
        yield start, end, tokens[first : first + MOST_WORDS_A_SENTENCE]


def _names_inside(sentences: list[list[str]]) -> frozenset[str]:
    """Words with a capital letter where grammar asks for none; empty for text all in capitals."""
    inside = [token for tokens in sentences for token in tokens[1:]]
    capitals = [token for token in inside if token[0].isupper()]
    if 2 * len(capitals) > len(inside) + 4:
        return frozenset()
    return frozenset(capitals)


def _sentence(start: int, end: int, tokens: list[str], names: frozenset[str]) -> Sentence:
    words = [look_up(token, token in names) for token in tokens]
    words = _join_numbers(words)
    weights = {word.mark: word.weight for word in words if word.kind != "grammar"}
    named = {word.mark for word in words if word.kind == "name"}
    counted = {word.mark for word in words if word.kind == "number"}
    rare = frozenset(mark for mark in named | counted if weights[mark] >= RARE)
    keys = tuple(word.key for word in words)
    weight = sum(weights.values())
    return Sentence(start, end, keys, weights, weight, frozenset(counted), frozenset(named), rare)


def _join_numbers(words: list[Word]) -> list[Word]:
    """The same words with "twenty three" as 23 and "half a dozen" as 6."""
    if not any(word.kind == "number" for word in words):
        return words
    joined: list[Word] = []
    for word in words:
        tens = joined[-1].form if joined and joined[-1].kind == "number" else ""
        ones = "1" if word.form == "one" else word.form if word.kind == "number" else ""
        if tens in _TENS and len(ones) == 1 and ones != "0":
            joined[-1] = look_up(tens[0] + ones, False)
        elif word.form == "12" and [w.form for w in joined[-2:]] == ["half", "a"]:
            joined[-2:] = [look_up("6", False)]
        else:
            joined.append(word)
    return joined


RARE = 2.0
"""Weight from which a name or number sets a report apart."""
_TENS = frozenset(str(ten) for ten in range(20, 100, 10))


@lru_cache(maxsize=1 << 17)
def look_up(token: str, named: bool) -> Word:
    """A word with its kind; `named` says that it has a capital letter as names do."""
    form = token.lower().removesuffix("'s").strip("'")
    number = number_of(form)
    common = _common()
    if number is not None:
        return Word(number, key_of(number), key_of("#" + number), "number", _number_weight(number))
    if named and form in common["names"]:
        return Word(form, key_of(form), key_of(form), "name", 0.5)
    if form in common["grammar"] or len(form) == 1:
        return Word(form, key_of(form), key_of(form), "grammar", 0.0)
    if form in common["news"]:
        return Word(form, key_of(form), key_of(_meaning(form)), "news", 0.3)
    if named:
        return Word(form, key_of(form), key_of(form), "name", RARE)
    return Word(form, key_of(form), key_of(_meaning(form)), "content", 1.0)


def _number_weight(number: str) -> float:
    if len(number) == 1:
        return 0.5
    return 1.0 if len(number) == 4 and number[:2] in ("19", "20") else RARE


def _meaning(form: str) -> str:
    """The first of the words that paraphrases put for this one, or its stem."""
    synonyms = _synonyms()
    return synonyms.get(form) or synonyms.get(stem(form)) or stem(form)


@cache
def _synonyms() -> dict[str, str]:
    """The set of each word, and of each stem that words of one set alone share."""
    sets = [line.split() for line in shipped_yaml("brink.read.copies", "synonyms.yaml")]
    by_word = {word: words[0] for words in sets for word in words}
    by_stem: dict[str, set[str]] = {}
    for word, first in by_word.items():
        by_stem.setdefault(stem(word), set()).add(first)
    return {stem_: min(firsts) for stem_, firsts in by_stem.items() if len(firsts) == 1} | by_word


@cache
def _common() -> dict[str, frozenset[str]]:
    lists = shipped_yaml("brink.read.copies", "common_words.yaml")
    return {kind: frozenset(words.split()) for kind, words in lists.items()}
