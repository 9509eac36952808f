"""The predicate of a clause as the rules for claims see it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from brink.code.grammar.labels import NEGATIONS
from brink.code.parsed import Token
from brink.code.rows import ClaimKind

_COPULAR: Final = frozenset({"remain", "become", "seem", "appear", "stay"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a claim and the words that show it."""

    kind: ClaimKind
    because: str


@dataclass(frozen=True, slots=True)
class Shape:
    """What the rules ask of a clause's predicate."""

    head: Token
    lemma: str
    modal: str | None
    perfect: bool
    present: bool
    progressive: bool
    copular: bool
    negated: bool


def shape_of(head: Token) -> Shape:
    """Modal, tense and copula of the predicate."""
    modal, perfect, copular, negated = None, False, head.lemma_ in _COPULAR, False
    tags = [head.tag_]
    progressive = False
    for child in head.children:
        if child.dep_ in {"aux", "aux:pass", "cop"}:
            tags.append(child.tag_)
            if child.tag_ == "MD" and modal is None:
                modal = {"'ll": "will", "wo": "will", "'d": "would", "ca": "can"}.get(
                    child.lower_, child.lower_
                )
            perfect = perfect or child.lemma_ == "have"
            copular = copular or child.dep_ == "cop"
            progressive = progressive or (child.lemma_ == "be" and head.tag_ == "VBG")
        elif child.lower_ in NEGATIONS:
            negated = True
    if head.tag_ == "VB" and tags == ["VB"] and any(child.dep_ == "nsubj" for child in head.children):
        # The tagger takes the plural present for an infinitive ("both sides share").
        tags.append("VBP")
    present = modal is None and not perfect and bool(_PRESENT & set(tags))
    return Shape(head, head.lemma_, modal, perfect, present, progressive, copular, negated)
