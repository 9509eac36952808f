"""What is said as a phrase, not as a clause: "confirmed THE ARREST", "accused them OF BURNING"."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import is_passive, preposition
from brink.code.parsed import Token
from brink.code.stance.lexicon import attribution_words, certainty_words

_NEEDED: Final = frozenset({"need", "importance", "necessity"})


def phrase_said(verb: Token) -> Token | None:
    """A noun or gerund that is said: "confirmed the arrest", "accused them of burning"."""
    words = attribution_words()
    prepositions = words.with_preposition.get(verb.lemma_)
    if prepositions:
        for child in verb.children:
            if child.dep_ in {"obl", "advcl"} and _led_by(child, prepositions):
                return child
            if child.dep_ in {"obj", "iobj"}:
                for hung in child.children:
                    if hung.dep_ in {"acl", "nmod"} and _led_by(hung, prepositions):
                        return hung
    objects = (child for child in verb.children if child.dep_ == "obj" and child.pos_ == "NOUN")
    for noun in objects:
        if verb.lemma_ in words.with_object and noun.lemma_ not in _NOT_SAID and not is_passive(verb):
            return noun
        if verb.lemma_ in words.stressing and noun.lemma_ in _NEEDED:
            return noun
    return None


_NOT_SAID: Final = frozenset({"responsibility", "life", "victory", "credit"})


def evidence(verb: Token) -> Token | None:
    """What somebody saw signs of, or none: "found no evidence that …"."""
    if verb.lemma_ not in {"find", "see", "uncover"}:
        return None
    for child in verb.children:
        if child.dep_ == "obj" and child.lemma_ in certainty_words().evidence:
            for hung in child.children:
                if hung.dep_ in {"acl", "acl:relcl", "ccomp"} and hung.left_edge.lower_ == "that":
                    return hung
    return None


def rejected(verb: Token) -> Token | None:
    """What others hold and somebody contests: "rejected accusations that …"."""
    if verb.lemma_ not in {"reject", "deny", "dismiss", "refute", "dispute"}:
        return None
    for child in verb.children:
        if child.dep_ == "obj" and child.lemma_ in attribution_words().nouns | {"charge"}:
            for hung in child.children:
                if hung.dep_ in {"acl", "acl:relcl", "ccomp"} and hung.left_edge.lower_ == "that":
                    return hung
    return None


def phrase_end(phrase: Token, verb: Token) -> int:
    """End of a phrase that is said; "denied supplying drones | to the junta" is said as a whole."""
    end = int(phrase.right_edge.i) + 1
    if phrase.left_edge.lower_.endswith("ing"):
        for child in verb.children:
            if child.dep_ == "obl" and child.left_edge.i == end:
                end = int(child.right_edge.i) + 1
    return end


def _led_by(phrase: Token, prepositions: frozenset[str]) -> bool:
    if preposition(phrase) in prepositions:
        return True
    return any(child.dep_ in {"mark", "case"} and child.lower_ in prepositions for child in phrase.children)
