"""The clauses of a sentence that can each hold a claim, and the words that belong to them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from brink.code.grammar import is_predicate
from brink.code.grammar.labels import FINITE_OR_MODAL, NOMINAL
from brink.code.parsed import Span, Token

_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "csubj", "csubj:pass", "expl"})
_EDGES: Final = frozenset(
    {",", ";", ":", ".", "—", "–", "-", "…", "!", "?", "“", "”", '"', "(", ")", "``", "''"}
)
_LEADING: Final = frozenset({"and", "but", "or", "so", "yet", "nor"})
_MARKS: Final = frozenset({"as", "while", "although", "though", "whereas"})
_APART: Final = frozenset({"as", "while", "although", "though", "whereas", "but", "and"})
_CUT_OFF: Final = frozenset({"ccomp", "conj", "parataxis", "advcl", "acl:relcl"})
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
    """Clauses within `[first, last)`: `head`, those coordinated with it, and those the parse cut off.

    A clause whose governor lies outside belongs to what is said too, as in "said that A left
    and that B stayed", read as if B stayed while it was said.
    """
    doc = head.doc
    heads = [token for token in _heads(head) if first <= token.i < last]
    for token in doc[first:last]:
        outside = not first <= token.head.i < last
        if outside and token.i != head.i and _stands_alone(token) and token.dep_ in _CUT_OFF:
            heads.append(token)
    heads = sorted({token.i: token for token in heads}.values(), key=lambda token: token.i)
    if not heads:
        return []
    starts = [first, *(_start(heads[k - 1], heads[k]) for k in range(1, len(heads)))]
    ends = [*starts[1:], last]
    found = [
        _trim(token, min(a, token.i), max(b, token.i + 1))
        for token, a, b in zip(heads, starts, ends, strict=True)
    ]
    return _whole(found)


def _whole(parts: list[Clause]) -> list[Clause]:
    """Clauses joined with what stands beside them and has no verb: "the takeover | and the retreat help"."""
    found: list[Clause] = []
    for part in parts:
        if found and len(found[-1].words) < _PHRASE and not _is_finite(found[-1]):
            found.pop()
        if found and not (_is_finite(found[-1]) and _is_finite(part)):
            before = found.pop()
            head = part.head if _is_finite(part) else before.head
            part = _trim(head, before.first, part.last)
        found.append(part)
    return found


_PHRASE: Final = 2
"""Words below which what has no verb is a stray ("said WEDNESDAY he would go") and no subject."""


def _is_finite(clause: Clause) -> bool:
    return any(token.tag_ in FINITE_OR_MODAL for token in clause.words)


def _start(before: Token, head: Token) -> int:
    """Where the later of two clauses begins: at its "and that", else at its left edge."""
    doc = head.doc
    for place in range(head.i - 1, before.i, -1):
        if doc[place].lower_ == "that" and doc[place - 1].lower_ == "and":
            return int(place)
    return int(max(head.left_edge.i, before.i + 1))


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
    return any(
        child.dep_ in _SUBJECTS
        or child.dep_ in {"aux", "cop"}
        or (child.dep_ == "mark" and child.lower_ == "that")
        for child in token.children
    )


def _cut(head: Token, heads: list[Token]) -> Clause:
    """From the head's edges, without the clauses that hang on its right or left end."""
    first, last = head.left_edge.i, head.right_edge.i + 1
    for other in heads:
        if other.i == head.i or not head.is_ancestor(other):
            continue
        if other.left_edge.i > head.i:
            last = min(last, other.left_edge.i)
        elif other.right_edge.i < head.i:
            first = max(first, other.right_edge.i + 1)
    return _trim(head, _from_subject(head, first), last)


def _from_subject(head: Token, first: int) -> int:
    """The clause's first token, moved left where the cut took its subject: "… are hard to grant"."""
    doc = head.doc
    if doc[first].tag_ not in FINITE_OR_MODAL:
        return first
    subjects = [child for child in head.children if child.dep_ in _SUBJECTS and child.i < first]
    if subjects:
        return int(subjects[0].left_edge.i)
    place = first
    while place > head.sent.start and (doc[place - 1].pos_ in _NOMINAL or doc[place - 1].lower_ in _NONE):
        place -= 1
    joined = place > head.sent.start and doc[place - 1].lower_ in _JOINING
    nouns = any(token.pos_ in NOMINAL for token in doc[place:first])
    return place if joined and nouns else first


_NONE: Final = frozenset({"not", "no", "none", "neither", "few", "hardly"})
"""Words without which the clause would say the opposite."""
_JOINING: Final = _MARKS | {"and", "but", ","}
_NOMINAL: Final = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "NUM", "PRON"})


def _trim(head: Token, first: int, last: int) -> Clause:
    doc = head.doc
    while first < last - 1 and _introduces(doc[first]):
        first += 1
    closing = next((token for token in doc[first : min(first + 8, last)] if token.text in {"(", ")"}), None)
    if closing is not None and closing.text == ")" and closing.i < last - 2:
        # "(From our correspondents) The army …"
        first = closing.i + 1
    while last > first + 1 and (
        doc[last - 1].text in _EDGES or doc[last - 1].lower_ in {"and", "but", "as", "or"}
    ):
        last -= 1
    return Clause(head, first, last)


def _introduces(token: Token) -> bool:
    lower = token.lower_
    if lower == "that":
        return token.dep_ not in {"nsubj", "nsubj:pass", "det"}
    return token.text in _EDGES or lower in _LEADING or (lower in _MARKS and token.dep_ == "mark")


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
