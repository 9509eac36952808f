"""Runs of words that are names of places, longest first, wherever they stand."""

from __future__ import annotations

from dataclasses import dataclass

from brink.code.grammar.labels import GENITIVE
from brink.code.parsed import Doc
from brink.code.places.atlas import Atlas, Known
from brink.code.places.spelling import fold
from brink.code.places.vocabulary import Vocabulary

HYPHENS = frozenset("-‐‑–")
_STOPS = frozenset(',;:()[]"“”!?/|…—')
# Arabic articles and joining words that begin a name in small letters: al-Hasakah, el-Geneina.
_PARTICLES = frozenset(("al", "el", "as", "ash", "ar", "ad", "an", "at", "az"))
_TOWN_TYPES = frozenset(("city", "town", "village"))
_MOST_WORDS = 7


@dataclass(frozen=True, slots=True)
class Words:
    """The tokens of a passage as plain lists, for quick looking left and right."""

    doc: Doc
    texts: list[str]
    small: list[str]
    capital: list[bool]
    glued: list[bool]
    """Whether no white space stands before the token."""
    sentence: list[int]
    """Index of the first token of each token's sentence."""

    @classmethod
    def of(cls, doc: Doc) -> Words:
        texts = [token.text for token in doc]
        spaced = [bool(token.whitespace_) for token in doc]
        sentence: list[int] = []
        for sent in doc.sents:
            sentence.extend([sent.start] * (sent.end - sent.start))
        return cls(
            doc, texts, [text.casefold() for text in texts], [text[:1].isupper() for text in texts],
            [False, *(not space for space in spaced)][: len(texts)], sentence,
        )  # fmt: skip

    def __len__(self) -> int:
        return len(self.texts)

    def is_possessive(self, at: int) -> bool:
        return at < len(self.texts) and self.texts[at] in GENITIVE

    def is_name_word(self, at: int, vocabulary: Vocabulary) -> bool:
        """Whether the token could be part of a name: a capital, and no word of grammar or calendar."""
        return 0 <= at < len(self.texts) and self.capital[at] and self.small[at] not in vocabulary.apart


@dataclass(frozen=True, slots=True)
class NameSpan:
    """Tokens `[first, last)` whose words are the name of at least one known place."""

    first: int
    last: int
    key: str
    found: tuple[Known, ...]

    @property
    def is_country(self) -> bool:
        return self.found[0].kind == "country"


def name_spans(words: Words, atlas: Atlas, vocabulary: Vocabulary) -> list[NameSpan]:
    """The longest place names of a passage from left to right, none overlapping."""
    spans: list[NameSpan] = []
    at = 0
    while at < len(words):
        span = _longest(words, at, atlas) if _may_begin(words, at, vocabulary) else None
        if span is not None:
            spans.append(span)
        at = span.last if span is not None else at + 1
    return spans


def _may_begin(words: Words, at: int, vocabulary: Vocabulary) -> bool:
    if words.capital[at]:
        return words.small[at] not in vocabulary.apart or words.small[at] == "the"
    follows = at + 2 < len(words) and words.texts[at + 1] in HYPHENS and words.capital[at + 2]
    return words.small[at] in _PARTICLES and follows


def _longest(words: Words, first: int, atlas: Atlas) -> NameSpan | None:
    key, best = "", None
    for at in range(first, min(first + _MOST_WORDS, len(words))):
        text = words.texts[at]
        if text in HYPHENS:
            if not (words.glued[at] and at + 1 < len(words) and words.glued[at + 1]):
                break
            continue
        if text in _STOPS or (text in _TOWN_TYPES and words.small[at + 1 : at + 2] == ["of"]):
            # "The southern Gaza city of Rafah" is not Gaza City.
            break
        if at > first and text in GENITIVE:
            # "Cox's Bazar" is one name; "Mali's army" ends here, because no name goes on so.
            key += fold(text)
            continue
        folded = fold(text)
        if not folded:
            break
        apart = not words.glued[at] or words.texts[at - 1] in HYPHENS
        key = f"{key}{' ' if key and apart else ''}{folded}"
        if atlas.has(key) and _is_written_as_name(words, first, at, key, atlas):
            best = (at + 1, key)
    return None if best is None else NameSpan(first, best[0], best[1], atlas.find(best[1]))


def _is_written_as_name(words: Words, first: int, last: int, key: str, atlas: Atlas) -> bool:
    """Capitals where a name has them; an acronym only in capitals, and capitals only for an acronym."""
    text = words.texts[last]
    if key in atlas.acronyms:
        return first == last and text.replace(".", "").isupper()
    if first == last and text.isupper() and len(text) <= 4:
        return key in atlas.listed and len(text) == 4
    if first == last and text.casefold() in atlas.demonyms:
        return any(known.kind == "country" for known in atlas.listed.get(key, ()))
    return words.capital[last] or key in atlas.listed
