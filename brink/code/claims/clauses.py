"""The clauses of a sentence that can each hold a claim, and the words that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from spacy.tokens import Span, Token

from brink.code.grammar import is_predicate

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"})
_EDGES: Final = frozenset({",", ";", ":", ".", "—", "–", "-", "…", "!", "?", "“", "”", '"', "(", ")", "``", "''"})
_LEADING: Final = frozenset({"and", "but", "or", "so", "yet", "that", "nor"})
_APART: Final = frozenset({"as", "while", "although", "though", "whereas", "but", "and"})
_FAR: Final = 60


@dataclass(frozen=True, slots=True)
class Clause:
    """A predicate with the tokens `[first, last)` that state it."""

    head: Token
    first: int
    last: int

    @property
    def words(self) -> Span:
        return self.head.doc[self.first : self.last]

    @property
    def lower(self) -> str:
        """Lower-cased words with single spaces and a space at each end, for phrase search."""
        return f" {' '.join(token.lower_ for token in self.words)} "


def clauses(sentence: Span) -> list[Clause]:
    """Main clauses, coordinated clauses and asides of the sentence, each cut free of the others."""
    heads = _heads(sentence.root)
    return [_cut(head, heads) for head in heads]


def split(head: Token, first: int, last: int) -> list[Clause]:
    """Clauses coordinated under `head` within `[first, last)`: "that A left and that B stayed"."""
    heads = [head, *(child for child in head.children if child.dep_ == "conj" and _stands_alone(child))]
    heads = [token for token in heads if first <= token.i < last]
    if len(heads) < 2:
        return [_trim(head, first, last)]
    cuts = [first, *(token.left_edge.i for token in heads[1:]), last]
    return [_trim(token, cuts[k], max(cuts[k + 1], cuts[k])) for k, token in enumerate(heads)]


def _heads(root: Token) -> list[Token]:
    found = [root]
    for head in found:
        if len(found) > _FAR:
            break
        found.extend(child for child in head.children if _is_clause(child))
    return sorted(found, key=lambda token: token.i)


def _is_clause(child: Token) -> bool:
    if child.dep_ in {"conj", "parataxis"}:
        return _stands_alone(child)
    if child.dep_ == "advcl":
        return _stands_alone(child) and any(
            mark.dep_ == "mark" and mark.lower_ in _APART for mark in child.children
        )
    return False


def _stands_alone(token: Token) -> bool:
    if not is_predicate(token):
        return False
    return any(child.dep_ in _SUBJECTS or child.dep_ in {"aux", "cop"} for child in token.children)


def _cut(head: Token, heads: list[Token]) -> Clause:
    """From the head's edges, without the clauses that hang on its right or left end."""
    first, last = head.left_edge.i, head.right_edge.i + 1
    for other in heads:
        if other is head or not head.is_ancestor(other):
            continue
        if other.left_edge.i > head.i:
            last = min(last, other.left_edge.i)
        elif other.right_edge.i < head.i:
            first = max(first, other.right_edge.i + 1)
    return _trim(head, first, last)


def _trim(head: Token, first: int, last: int) -> Clause:
    doc = head.doc
    while first < last - 1 and (doc[first].text in _EDGES or doc[first].lower_ in _LEADING):
        first += 1
    while last > first + 1 and (doc[last - 1].text in _EDGES or doc[last - 1].lower_ in {"and", "but", "as", "or"}):
        last -= 1
    return Clause(head, first, last)


def sentences_between(words: Span) -> Iterator[tuple[Token, int, int]]:
    """Root and bounds of every sentence, or part of one, within the words."""
    for sentence in words.doc.sents:
        if sentence.end <= words.start:
            continue
        if sentence.start >= words.end:
            break
        first, last = max(sentence.start, words.start), min(sentence.end, words.end)
        if last > first:
            yield words.doc[first:last].root, first, last
