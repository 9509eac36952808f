"""Whom a claim is about: its subject, object and whose they are, not every name it mentions."""

from __future__ import annotations

from typing import Final

from brink.code.claims.clauses import Clause
from brink.code.grammar import preposition
from brink.code.mention import Mention, Mentions
from brink.code.parsed import Token
from brink.code.passage import Passage

MOST: Final = 4
"""A claim about more actors than these is about none of the rest."""
_PLACING: Final = frozenset(
    {"in", "inside", "within", "across", "into", "from", "near", "at", "on", "throughout", "over", "along",
     "outside", "around", "through", "beyond", "since", "after", "before", "during"}
)  # fmt: skip
_RANKS: Final = {"nsubj": 0, "nsubj:pass": 0, "nsubj:outer": 0, "obl:agent": 0, "obj": 1, "iobj": 1}
_SUBJECTS: Final = frozenset({"nsubj", "nsubj:pass", "expl"})
_OWNED, _LINKED, _ADDED, _ABSENT = 2, 3, 4, 9
_STEPS: Final = 12


def about(passage: Passage, clause: Clause, mentions: Mentions) -> tuple[str, ...]:
    """At most four canonical names, in text order; asides count only when nothing else does."""
    ranked: dict[str, tuple[int, int]] = {}
    for mention in mentions.in_passage(passage.index):
        if clause.first <= mention.first and mention.last <= clause.last:
            rank = _rank(passage.doc[mention.head], clause, mention)
            for name in mention.names:
                ranked[name] = min(ranked.get(name, (_ABSENT, mention.first)), (rank, mention.first))
    near = {name: place for name, place in ranked.items() if place[0] < _ABSENT} or ranked
    chosen = sorted(near, key=lambda name: near[name])[:MOST]
    return tuple(sorted(chosen, key=lambda name: near[name][1]))


def _rank(head: Token, clause: Clause, mention: Mention) -> int:
    """0 for the subject, then object, owner and what is linked to them; 9 for places and asides."""
    placed = mention.kind == "state" and preposition(head) in _PLACING
    token, rank = head, _ABSENT
    for _ in range(_STEPS):
        if token.i == clause.head.i:
            return min(rank, _LINKED)
        if placed or _is_aside(token):
            return _ABSENT
        rank = min(rank, _RANKS.get(token.dep_, _OWNED if token.dep_ == "nmod:poss" else _ADDED))
        if token.head.i == token.i:
            return rank
        token = token.head
    return rank


def _is_aside(token: Token) -> bool:
    """A clause that tells of somebody in passing; "to weaken the rebels" belongs to what is claimed."""
    if token.dep_ in {"acl:relcl", "parataxis"}:
        return True
    return token.dep_ == "advcl" and any(child.dep_ in _SUBJECTS for child in token.children)
