"""Those who do something together with its subject: "France, ALONG WITH BRITAIN, bombed the base"."""

from __future__ import annotations

from typing import Final

from brink.code.grammar.labels import NAMED_OR_NOUN
from brink.code.grammar.phrase import conjuncts
from brink.code.parsed import Token

_TOGETHER: Final = frozenset({"together", "along", "jointly", "alongside"})


def alongside(subject: Token, verb: Token) -> tuple[Token, ...]:
    """Heads of "together with" and "along with" between a subject and its verb."""
    if subject.i > verb.i:
        return ()
    beside = (child for head in (subject, verb) for child in head.children if subject.i < child.i < verb.i)
    return tuple(
        head
        for child in beside
        if child.pos_ in NAMED_OR_NOUN and child.dep_ in {"obl", "nmod"} and _is_together(child)
        for head in conjuncts(child)
    )


def _is_together(noun: Token) -> bool:
    words = [str(child.lower_) for child in noun.children if child.i < noun.i]
    return "with" in words and not _TOGETHER.isdisjoint(words)
