"""From an act up the tree: what every governing word makes of it."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import is_predicate
from brink.code.grammar.labels import NOMINAL_OR_NUMBER
from brink.code.parsed import Token
from brink.code.stance.climb import Climb, governed
from brink.code.stance.complement import complements, through_adverbial, through_complement
from brink.code.stance.lexicon import modality
from brink.code.stance.modifiers import read_noun
from brink.code.stance.nominal import through_noun_clause, under_noun, under_verb
from brink.code.stance.reading import inverted_condition, read_predicate
from brink.code.stance.tense import Reading

_INSIDE_NOUN: Final = frozenset({"compound", "nmod", "nmod:desc", "nmod:unmarked", "amod", "acl", "dep"})
_NOMINAL: Final = _INSIDE_NOUN | {
    "nsubj",
    "nsubj:pass",
    "nsubj:outer",
    "obj",
    "iobj",
    "obl",
    "obl:agent",
    "obl:unmarked",
    "csubj",
    "csubj:pass",
}
_FAR: Final = 15
"""How many governors are asked; longer chains are broken parses."""


def climb(head: Token, own: Reading, *, verbal: bool) -> Climb:
    """Status of the act after every word that governs it has been asked."""
    state = Climb(own.status)
    state.take(own)
    if verbal and head.pos_ == "NOUN":
        state.take(read_noun(head))
    node, nominal = _by_surface(head, state) or head, not verbal
    for _ in range(_FAR):
        if state.ended or node.dep_ == "ROOT" or node.head.i == node.i:
            break
        step = _past_noun_phrase(node, state) if nominal else _past_clause(node, state)
        if step is None:
            break
        node = step
        nominal = node.pos_ in NOMINAL_OR_NUMBER and not any(c.dep_ == "cop" for c in node.children)
    _finish(node, state)
    return state


def _by_surface(head: Token, state: Climb) -> Token | None:
    """The governor of "set to deploy" where the parse lost it."""
    if head.tag_ != "VB" or head.i < 2 or head.dep_ in {"xcomp", "advcl", "acl", "ccomp", "conj"}:
        return None
    doc = head.doc
    governor = doc[head.i - 2]
    if doc[head.i - 1].lower_ != "to" or governor.sent.start != head.sent.start:
        return None
    effect = modality().predicate.get(governor.lower_) or modality().clause.get(governor.lemma_)
    if effect is None or effect == "happened":
        return None
    governed(effect, governor, read_predicate(governor), state, silent=False)
    return governor


def _finish(node: Token, state: Climb) -> None:
    if (
        state.status == "happened"
        and node.dep_ == "ROOT"
        and node.tag_ == "VBG"
        and not any(child.dep_ in {"aux", "cop"} for child in node.children)
    ):
        state.status = "ongoing"


def _past_clause(node: Token, state: Climb) -> Token | None:
    relation, head = node.dep_, node.head
    if relation == "conj":
        return head
    if inverted_condition(node):
        state.apply("possible", node, phrase="the inverted condition")
        return None
    if relation in {"xcomp", "ccomp", "csubj", "csubj:pass"} or (relation == "advcl" and complements(node)):
        return through_complement(node, state)
    if relation == "advcl":
        return through_adverbial(node, state)
    if relation == "acl" or (relation == "acl:relcl" and _reports(node)):
        return through_noun_clause(node, state)
    if relation in {"acl:relcl", "advcl:relcl", "parataxis", "discourse"}:
        return None
    if relation in _NOMINAL:
        return _past_noun_phrase(node, state)
    return None


def _past_noun_phrase(node: Token, state: Climb) -> Token | None:
    relation, head = node.dep_, node.head
    if relation == "conj":
        return head
    if relation in {"appos", "nmod:poss"}:
        return None
    if relation in _INSIDE_NOUN and not is_predicate(head):
        return under_noun(node, state)
    if relation in {"ccomp", "xcomp", "advcl", "acl", "parataxis"}:
        return _past_clause(node, state)
    if relation in _NOMINAL:
        return under_verb(node, state)
    return None


def _reports(clause: Token) -> bool:
    """Whether "that" opens what a noun says ("claims that …") rather than a relative clause."""
    return any(child.dep_ == "mark" and child.lower_ == "that" for child in clause.children)
