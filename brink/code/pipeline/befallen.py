"""A participle that says what befell a noun, taken for a verb with doers: "nine DISPLACED people"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import NOUN_TAGS
from brink.code.pipeline.reduced import SUFFERED, child_of, tie
from brink.code.pipeline.telling import lead, own_subject, subject_of

_BEFORE_NOUNS: Final = frozenset({"for", "of", "with", "among", "from", "by", "against", "on", "in", "at"})


def counts_described(word: Token) -> bool:
    """ "Shelling by the army killed nine DISPLACED people", as if nine had displaced people."""
    if word.lower_ not in SUFFERED:
        return False
    number, noun = child_of(word, "nsubj"), child_of(word, "obj")
    if number is None or noun is None or noun.i != word.i + 1:
        return False
    if number.tag_ != "CD" or number.i != word.i - 1 or any(c.dep_.startswith("aux") for c in word.children):
        return False
    start = number.left_edge.i
    verb = word.doc[start - 1] if start else word
    if verb.tag_ not in ("VBD", "VBN") or verb.dep_ not in ("acl", "ROOT") or verb == word:
        return False
    _give_back(word, verb, number, noun)
    return True


def _give_back(word: Token, verb: Token, number: Token, noun: Token) -> None:
    doer = verb.head
    while doer.dep_ == "nmod" and doer.head.i < doer.i:
        doer = doer.head
    place = doer.head if doer.dep_ == "appos" and doer.head.dep_ == "obl" else None
    lead(verb, word)
    for child in [*word.children]:
        if child not in (number, noun):
            tie(child, verb, child.dep_)
    tie(noun, verb, "obj")
    tie(number, noun, "nummod")
    tie(word, noun, "amod")
    if doer.tag_ in NOUN_TAGS:
        subject_of(verb, doer)
    if place is not None:
        tie(place, verb, "obl")
    verb.tag_ = "VBD"


def names_beside(verb: Token) -> bool:
    """ "Abdul Wali, the commander KILLED in August", as if a commander had killed."""
    if verb.lower_ not in SUFFERED or verb.dep_ not in ("acl:relcl", "conj"):
        return False
    noun = child_of(verb, "nsubj")
    if noun is None:
        return False
    start = noun.left_edge.i
    if noun.i != verb.i - 1 or start < 2 or verb.doc[start - 1].text != "," or noun.tag_ != "NN":
        return False
    if any(c.dep_ in ("obj", "aux", "aux:pass", "cc", "ccomp", "xcomp") for c in verb.children):
        return False
    name = verb.doc[start - 2]
    if name.tag_ != "NNP" or verb.doc[start].lower_ != "the":
        return False
    tie(noun, name.head if name.dep_ == "flat" else name, "appos")
    tie(verb, noun, "acl")
    verb.tag_ = "VBN"
    return True


def describes_after(word: Token) -> bool:
    """ "A camp for DISPLACED people", as if it displaced them."""
    if word.lower_ not in SUFFERED or word.dep_ not in ("advcl", "acl") or word.tag_ == "VBG":
        return False
    opening, noun, verb = child_of(word, "mark"), child_of(word, "obj"), word.head
    if opening is None or opening.tag_ != "IN" or opening.i != word.i - 1 or noun is None:
        return False
    if noun.i != word.i + 1 or own_subject(word) or opening.lower_ not in _BEFORE_NOUNS:
        return False
    owner = word.doc[opening.i - 1]
    close = owner.tag_ in NOUN_TAGS and (owner.head == verb or owner == verb)
    for child in [*word.children]:
        if child == opening:
            tie(child, noun, "case")
        elif child.dep_ in ("conj", "cc") and child.i > noun.i:
            _joined(child, verb)
        elif child != noun:
            tie(child, noun if child.i < noun.i else verb, child.dep_)
    tie(noun, owner if close else verb, "nmod" if close else "obl")
    tie(word, noun, "amod")
    return True


def _joined(child: Token, verb: Token) -> None:
    if child.dep_ == "conj" and verb.pos_ == "VERB":
        tie(child, verb, "conj")
