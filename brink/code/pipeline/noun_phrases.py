"""Noun phrases of which one word was taken for the verb, or for the head of a clause."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import NOUN_TAGS, SUBJECT
from brink.code.pipeline.reduced import child_of, tie
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")

_KIN: Final = _LISTS["left_behind"]


def part_doing(word: Token) -> None:
    """ "Gunmen RIDING camels ambushed a patrol", as if their riding did it."""
    doer, verb = child_of(word, "nsubj"), word.head
    if doer is None or doer.i > word.i or verb.i < word.i or child_of(verb, "nsubj"):
        return
    if doer.tag_ not in NOUN_TAGS:
        return
    if any(c.dep_ in ("aux", "aux:pass", "cop", "mark") for c in word.children):
        return
    tie(doer, verb, "nsubj:pass" if child_of(verb, "aux:pass") else "nsubj")
    tie(word, doer, "acl")


def describe_counted(verb: Token) -> bool:
    """ "Killed nine DISPLACED people" with `displaced` the object and `nine` its subject."""
    doc = verb.doc
    if verb.dep_ != "obj" or not 0 < verb.i < len(doc) - 1:
        return False
    number, noun = verb.nbor(-1), verb.nbor(1)
    if number.head != verb or number.tag_ != "CD" or noun.head != verb or noun.dep_ != "obj":
        return False
    tie(noun, verb.head, "obj")
    for child in list(verb.children):
        tie(child, noun, "nummod" if child == number else child.dep_)
    tie(verb, noun, "amod")
    return True


def describe_lost(verb: Token) -> bool:
    """ "Relatives of men KILLED in the raid", where the relatives live."""
    kin = verb.head
    before = verb.nbor(-1) if verb.i else verb
    if verb.dep_ != "acl" or kin.lower_ not in _KIN or before.head != kin or before.dep_ != "nmod":
        return False
    if before.tag_ not in ("NN", "NNS") or not any(c.lower_ == "of" for c in before.children):
        return False
    tie(verb, before, "acl")
    return True


def describe_doer(word: Token) -> None:
    """ "Militants LOYAL to the warlord attacked", with `loyal` the head of a clause."""
    verb = word.head
    doer = next((c for c in word.children if c.dep_ == "nsubj" and c.i < word.i), None)
    if doer is None or verb.i < word.i or any(child_of(verb, relation) for relation in SUBJECT):
        return
    if verb.pos_ != "VERB" or any(c.dep_ in ("cop", "aux", "mark", "punct") for c in word.children):
        return
    for child in list(word.children):
        if child.i < doer.i:
            tie(child, verb, child.dep_)
    tie(doer, verb, "nsubj:pass" if child_of(verb, "aux:pass") else "nsubj")
    tie(word, doer, "amod")


def describe_carrier(word: Token) -> None:
    """ "A bus CARRYING miners", read as the miners of a carrying bus."""
    load = word.head
    before = word.nbor(-1) if word.i else word
    if before.head != load or before.dep_ != "compound" or before.pos_ != "NOUN" or load.i < word.i:
        return
    relation, above = load.dep_, load.head
    tie(before, before if above == load else above, relation)
    for child in list(load.children):
        if child.i < before.i or child.i > load.i:
            tie(child, before, child.dep_)
    tie(word, before, "acl")
    tie(load, word, "obj")


def name_after(word: Token) -> None:
    """ "After CLASHES over a well had left 21 dead", with `clashes` the verb of the clause."""
    above = word.head
    if word.dep_ != "advcl" or any(c.dep_ in (*SUBJECT, "obj", "aux") for c in word.children):
        return
    opening = [c for c in word.children if c.i < word.i]
    told = [c for c in above.children if c.i > word.i and c.dep_ == "conj" and c.tag_ in ("VBD", "VBN")]
    word.pos_, word.tag_ = "NOUN", "NNS"
    word.set_morph("Number=Plur")
    if told and not any(c.dep_ in (*SUBJECT, "cc") for c in told[0].children):
        tie(told[0], above, "advcl")
        tie(word, told[0], "nsubj")
        for child in opening:
            tie(child, told[0], "mark")
    else:
        word.dep_ = "obl"
        for child in opening:
            child.dep_ = "case"
    for child in word.children:
        if child.dep_ == "obl":
            child.dep_ = "nmod"


def count_amount(word: Token) -> None:
    """ "Killed no FEWER than 15 persons", with `fewer` the object."""
    than = word.nbor(1)
    noun = than.head
    number = next((c for c in noun.children if c.dep_ == "nummod" and c.i == than.i + 1), None)
    if than.lower_ != "than" or word.dep_ not in ("obj", "nsubj", "nsubj:pass") or number is None:
        return
    if noun.head not in (word, word.head) or noun.i <= than.i:
        return
    tie(noun, word.head, word.dep_)
    for child in list(word.children):
        if child != noun:
            tie(child, number if child.i < word.i else noun, child.dep_)
    tie(word, number, "advmod")
    tie(than, word, "fixed")
