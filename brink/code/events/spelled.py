"""Where the words of a noun's expression stand, and which of them heads it."""

from __future__ import annotations

from typing import Final

from brink.code.events.lexicon import Expression
from brink.code.events.word_kinds import Words
from brink.code.grammar import (
    noun_complements,
)
from brink.code.parsed import Doc, Token


def codenamed(token: Token) -> Token:
    """The name that heads "OPERATION Cast LEAD" in the parse, else the token."""
    if token.lemma_.lower() != "operation" or not token.text[0].isupper():
        return token
    for _ in range(_WORDS_OF_NAME):
        above = token.head
        between = token.doc[token.i + 1 : above.i + 1] if above.i > token.i else ()
        if token.dep_ != "compound" or not between or not all(part.text[0].isupper() for part in between):
            break
        token = above
    return token


_WORDS_OF_NAME: Final = 3


def has_complement(noun: Token, lemmas: Words) -> bool:
    return any(str(t.lemma_).lower() in lemmas for some in noun_complements(noun).values() for t in some)


def span_of(token: Token, expression: Expression) -> tuple[int, int] | None:
    doc = token.doc
    if not expression.beside:
        return token.i, token.i + 1
    if expression.follows:
        end = token.i + 1
        for word in expression.beside:
            while end < len(doc) and doc[end].lower_ in {"-", "the", "a"} and doc[end].lower_ != word:
                end += 1
            if end >= len(doc) or word not in {doc[end].lower_, doc[end].lemma_.lower()}:
                return None
            end += 1
        return token.i, end
    start = token.i
    for word in reversed(expression.beside):
        start -= 1
        while start > 0 and doc[start].lower_ in {"-", "’s", "'s"}:
            start -= 1
        if start < 0 or word not in {doc[start].lower_, doc[start].lemma_.lower()}:
            return None
    return start, token.i + 1


def span_head(doc: Doc, first: int, last: int) -> Token:
    for token in doc[first:last]:
        if not first <= token.head.i < last or token.head == token:
            return token
    return doc[last - 1]


def nominal_place(head: Token) -> bool:
    """Whether the noun stands for itself, not as an attribute ("ceasefire monitors") or part of a name."""
    return head.dep_ not in {
        "compound",
        "flat",
        "nmod:desc",
        "amod",
        "fixed",
        "case",
        "advmod",
        "mark",
        "compound:prt",
    }
