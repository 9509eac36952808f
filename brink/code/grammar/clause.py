"""Clauses: their words, what governs and what embeds them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from brink.code.grammar.phrase import is_predicate
from brink.code.parsed import Token, asked_once

CLAUSES: Final = frozenset(
    {
        "ROOT",
        "acl",
        "acl:relcl",
        "advcl",
        "advcl:relcl",
        "ccomp",
        "csubj",
        "csubj:pass",
        "csubj:outer",
        "parataxis",
    }
)
"""Relations that open a clause of their own (`conj` and `xcomp` do when their token is a predicate)."""


_MOST: Final = 400
"""Words of a clause; no clause that people write has more."""


@asked_once
def opens_clause(token: Token) -> bool:
    """Whether the token heads a clause of its own rather than a part of one."""
    relation = token.dep_
    return relation in CLAUSES or (relation in {"conj", "xcomp"} and is_predicate(token))


@asked_once
def clause(head: Token) -> tuple[Token, ...]:
    """The tokens of the clause or phrase under `head`, without clauses that it embeds.

    Control complements ("refused to withdraw") and conjoined predicates are clauses of
    their own and left out, as are relative, adverbial and complement clauses.
    """
    return tuple(sorted(_spread(head), key=lambda token: token.i))


def _spread(head: Token) -> Iterator[Token]:
    waiting = [head]
    for _ in range(_MOST):
        if not waiting:
            return
        token = waiting.pop()
        yield token
        waiting.extend(child for child in token.children if not opens_clause(child))


def descendants(head: Token) -> tuple[Token, ...]:
    """All tokens under `head`, itself included, embedded clauses too."""
    found = [head]
    for token in found:
        if len(found) > _MOST:
            break
        found.extend(token.children)
    return tuple(sorted(found, key=lambda token: token.i))


def governor(token: Token) -> Token:
    """The head of the clause that holds the token (the token itself when it heads one)."""
    below: list[Token] = []
    step = token
    while governor not in step.answers and not opens_clause(step) and step.head != step:
        below.append(step)
        step = step.head
    found: Token = step.answers.get(governor, step)
    for passed in (*below, step):
        passed.answers[governor] = found
    return found


def reporting_verb(head: Token) -> Token | None:
    """The verb whose content a clause is ("said" in "said that it would"), if it is one's content.

    Parsers hang "that it will" on the nearest noun in "has said many times that it will".
    """
    if head.dep_ == "ccomp" and head.head.pos_ == "VERB":
        return head.head
    marked = any(child.dep_ == "mark" and child.lower_ == "that" for child in head.children)
    if (
        head.dep_ == "acl:relcl"
        and marked
        and head.head.head.pos_ == "VERB"
        and head.head.dep_.startswith("obl")
    ):
        return head.head.head
    return None


def superior(head: Token) -> Token | None:
    """The head of the clause that embeds this one, or None at the top of the sentence."""
    top = governor(head)
    return None if top.head == top else governor(top.head)
