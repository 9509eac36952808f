"""Phrases of a passage that may be a part of an act: noun phrases, names, and nouns before a noun."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from brink.code.grammar.labels import NAMED_OR_NOUN
from brink.code.mention import Mentions
from brink.code.parsed import Doc, Token

_LEFT: Final = frozenset(
    {
        "amod", "compound", "nummod", "nmod:poss", "flat", "det", "nmod:desc", "nmod", "punct", "advmod",
        "appos", "det:predet", "case", "goeswith", "nmod:unmarked",
    }
)  # fmt: skip
_INNER: Final = frozenset({"flat", "compound", "goeswith", "nmod:desc"})
_BARE: Final = frozenset(
    {
        "the", "a", "an", "this", "that", "these", "those", "some", "any", "his", "her", "its", "their",
        "our", "my", "your", "each", "every", "another", "such",
    }
)  # fmt: skip
_LINKS: Final = frozenset(
    {
        "de",
        "del",
        "la",
        "las",
        "los",
        "el",
        "y",
        "al",
        "bin",
        "ibn",
        "abu",
        "van",
        "von",
        "da",
        "dos",
        "e",
        "-",
    }
)
_NO_NAME: Final = frozenset({"PRON", "DET", "ADP", "AUX", "SCONJ", "CCONJ"})
_LONGEST = 7
_LONGEST_OF = 12


@dataclass(frozen=True, slots=True)
class Phrase:
    """Tokens `[first, last)` of a passage, with the token that carries their place in the clause."""

    passage: int
    first: int
    last: int
    head: int
    shape: str
    """How it was cut: `bare`, `modified`, `whole`, `of`, `inner`, `name`, `surname`, `actor`."""


def phrases_of(passage: int, doc: Doc, mentions: Mentions) -> list[Phrase]:
    """Every candidate of a passage, each span once, in the order of the text."""
    found: dict[tuple[int, int], Phrase] = {}
    for phrase in [*_actors(passage, mentions), *_names(passage, doc), *_noun_phrases(passage, doc)]:
        found.setdefault((phrase.first, phrase.last), phrase)
    return sorted(found.values(), key=lambda phrase: (phrase.first, phrase.last))


def _actors(passage: int, mentions: Mentions) -> Iterator[Phrase]:
    for mention in mentions.in_passage(passage):
        if mention.how in {"name", "alias", "acronym", "role", "unknown", "office"} and mention.surface:
            yield Phrase(passage, mention.first, mention.last, mention.head, "actor")


def _names(passage: int, doc: Doc) -> Iterator[Phrase]:
    """Runs of capitalised words, whole and without their first words ("General", "Judge")."""
    capital = [_is_capital(token) for token in doc]
    end = 0
    for at in range(len(doc)):
        if at < end or not capital[at]:
            continue
        end = at + 1
        while end < len(doc) and (capital[end] or _links(doc, end, capital)):
            end += 1
        while not capital[end - 1]:
            end -= 1
        head = _head(doc, at, end)
        for first in range(at, end):
            if capital[first] and end - first <= _LONGEST + 2:
                yield Phrase(passage, first, end, head, "name" if first == at else "surname")


def _is_capital(token: Token) -> bool:
    return bool(token.text[:1].isupper()) and token.pos_ not in _NO_NAME


def _links(doc: Doc, at: int, capital: Sequence[bool]) -> bool:
    """Whether small words that names have in them, at most two, lead to a further capital."""
    if doc[at].lower_ not in _LINKS:
        return False
    ahead = next((i for i in range(at + 1, min(at + 3, len(doc))) if doc[i].lower_ not in _LINKS), None)
    return ahead is not None and capital[ahead]


def _head(doc: Doc, first: int, last: int) -> int:
    """The token of a span whose governor lies outside it."""
    for token in doc[first:last]:
        if token.head == token or not first <= token.head.i < last:
            return int(token.i)
    return last - 1


def _noun_phrases(passage: int, doc: Doc) -> Iterator[Phrase]:
    for token in doc:
        if token.pos_ not in NAMED_OR_NOUN and not _stands_for_noun(token):
            continue
        if token.dep_ in _INNER:
            if token.pos_ in NAMED_OR_NOUN and len(token) > 2:
                yield Phrase(passage, token.i, token.i + 1, token.i, "inner")
            continue
        at, (first, last) = token.i, noun_phrase(token)
        for start in range(max(first, last - _LONGEST), at + 1):
            if doc[start].is_punct or (start < at and doc[start].lower_ in _BARE):
                continue
            shape = "bare" if start == at else "modified" if start > first else "whole"
            yield Phrase(passage, start, last, at, shape)
        yield from _with_of(passage, token, first, last)


def noun_phrase(head: Token) -> tuple[int, int]:
    """Tokens `[first, last)` of a noun with what stands before it, without an article."""
    return _left(head), _right(head)


def _stands_for_noun(token: Token) -> bool:
    """Adjectives and participles that have an article and no noun ("the accused")."""
    return token.pos_ in {"ADJ", "VERB"} and token.dep_ in {"nsubj", "obj", "nsubj:pass", "obl:agent"}


def _left(token: Token) -> int:
    first = int(token.i)
    for child in sorted(token.lefts, key=lambda child: -child.i):
        if child.dep_ not in _LEFT or child.right_edge.i + 1 != first or child.dep_ == "case":
            break
        first = int(child.left_edge.i)
    while first < token.i and token.doc[first].lower_ in _BARE:
        first += 1
    return first


def _right(token: Token) -> int:
    last = int(token.i) + 1
    for child in token.rights:
        if child.dep_ not in {"flat", "compound", "goeswith"} or child.i != last:
            break
        last = int(child.right_edge.i) + 1
    return last


def _with_of(passage: int, token: Token, first: int, last: int) -> Iterator[Phrase]:
    """The phrase with what follows "of": "members of the Camilist Union"."""
    for child in token.rights:
        tied = any(part.dep_ == "case" and part.lower_ == "of" and part.i == last for part in child.children)
        if child.dep_ == "nmod" and tied:
            end = _right(child)
            if end - first <= _LONGEST_OF:
                yield Phrase(passage, first, end, token.i, "of")
                if first < token.i:
                    yield Phrase(passage, token.i, end, token.i, "of")
