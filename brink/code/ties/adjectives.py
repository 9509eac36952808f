"""Ties stated by an adjective: "affiliated with", "loyal to", "at war with"."""

from __future__ import annotations

from collections.abc import Iterator

from brink.code.mention import Mention
from brink.code.parsed import Token
from brink.code.ties.around import Around
from brink.code.ties.ended import once
from brink.code.ties.named import Pair
from brink.code.ties.phrases import phrases


def by_adjective(around: Around, word: Token) -> Iterator[Pair]:
    """Ties of "affiliated with", "loyal to", "at war with"."""
    doc = word.doc
    if word.i + 1 >= len(doc):
        return
    relation = phrases().adjectives.get(f"{word.lower_} {doc[word.i + 1].lower_}")
    place = word.i + 1
    if relation is None and word.i + 2 < len(doc):
        relation = phrases().adjectives.get(
            f"{word.lower_} {doc[word.i + 1].lower_} {doc[word.i + 2].lower_}"
        )
        place = word.i + 2
    if relation is None:
        return
    after = around.after(place)
    if after is None:
        return
    holders, predicated = _holders(around, word, place)
    for a in holders:
        for b in around.coordinated_after(after):
            if a is not b:
                yield Pair(a, b, relation, _stated(word, place), ended=once(word), predicated=predicated)


def _stated(word: Token, place: int) -> Token:
    """The word that "not" and "may" are said of: "war" in "is not AT war with"."""
    doc = word.doc
    phrase = (word, *(doc[i] for i in range(word.i + 1, place)))
    return next((token for token in phrase if any(c.dep_ == "cop" for c in token.children)), word)


def _holders(around: Around, word: Token, place: int) -> tuple[list[Mention], bool]:
    heads = (word, *around.passage.doc[word.i + 1 : place])
    for head in (*heads, word.head):
        for child in head.children:
            if child.dep_ in {"nsubj", "nsubj:pass"} and child.i < word.i:
                if word.dep_ == "acl:relcl" and child.lower_ in {"who", "which", "that"}:
                    return around.of(word.head), False
                return around.of(child), True
    if word.dep_ in {"acl", "amod", "acl:relcl", "appos"}:
        described = around.of(word.head)
        if not described and word.head.dep_ == "appos":
            # "the FDLR, a militia HOSTILE TO Kigali"
            described = around.of(word.head.head)
        if described:
            return described, False
    before = around.before(word.i, skip={",", "is", "are", "was", "were", "who", "which"})
    if before is None or around.is_placed(before):
        before = around.topic(word)
    return ([before] if before is not None else []), False
