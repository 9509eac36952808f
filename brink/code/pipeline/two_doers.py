"""Verbs that the parser gave two subjects: one is the other's partner, a part of a name, or the object."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import NAME_TAGS, NOUN_TAGS, SUBJECT
from brink.code.pipeline.reduced import child_of, tie
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
_SPANS: Final = _LISTS["spans_of_time"]


def part_subjects(other: Token) -> None:
    """Leave a verb one subject: "President Zardari and Prime Minister SHARIF vowed", read as two that vow."""
    verb = other.head
    first = next((child for child in verb.children if child.dep_ in SUBJECT), other)
    if first == other:
        return
    if first.i < verb.i < other.i:
        if first.tag_ in NOUN_TAGS and other.i == verb.i + 1 and child_of(verb, "obj") is None:
            other.dep_ = "obj"
    elif first.i < other.i < verb.i and not _is_when(first, verb):
        _join(first, other)


def _is_when(time: Token, verb: Token) -> bool:
    """ "Said the army, DAYS AFTER Kim supervised a test": how long after, and no doer."""
    tie_ = time.doc[time.right_edge.i + 1]
    if time.lower_ not in _SPANS or tie_.lower_ not in ("after", "before"):
        return False
    tie(tie_, verb, "mark")
    tie(time, verb, "obl:unmarked")
    if verb.dep_ in ("ccomp", "parataxis") and verb.head.i < time.i:
        verb.dep_ = "advcl"
    return True


def _join(first: Token, other: Token) -> None:
    start = other.left_edge
    before = start.nbor(-1) if start.i else start
    if start.lower_ == "and":
        tie(other, first, "conj")
    elif before.lower_ == "and":
        tie(other, first, "conj")
        tie(before, other, "cc")
    elif before.tag_ == "POS" and before.i == first.right_edge.i:
        # "Bolivia's | EVO MORALES expressed": Bolivia is whose president he is.
        tie(other, first.head, first.dep_)
        tie(first, other, "nmod:poss")
    elif other.tag_ in NAME_TAGS and before.tag_ in NAME_TAGS and not before.text.isupper():
        tie(other, before, "flat")
