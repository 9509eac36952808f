"""What somebody is accused of doing, read as a sort of thing: "accused them of LOOTING shops"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.pipeline.reduced import child_of, tie

_ACCUSING: Final = frozenset(
    {"accused", "accuse", "accuses", "accusing", "suspected", "suspects", "convicted", "guilty", "acquitted"}
)
_NEAR: Final = 4
"""Words up from the thing to the verb that accuses."""
_NAMES: Final = frozenset({"NN", "NNS", "NNP", "NNPS"})


def is_accused_of(word: Token) -> None:
    """Make the deed a verb with the thing as its object; whom the parser put inside it is accused."""
    of, thing = word.nbor(-1) if word.i else word, word.head
    if of.lower_ != "of" or thing.i < word.i or of.i == 0 or not word.lower_.endswith("ing"):
        return
    verb = _accuser_over(thing, of)
    if verb is None:
        return
    before = [child for child in thing.children if child.i < of.i and child.tag_ in _NAMES]
    if before:
        _part(before[-1], thing, verb)
    elif thing.dep_ not in ("obl", "nmod", "advcl"):
        return
    tie(word, verb, "advcl")
    word.pos_, word.tag_ = "VERB", "VBG"
    tie(of, word, "mark")
    tie(thing, word, "obj")
    for child in list(thing.children):
        if child.dep_ == "nmod" and child.i > thing.i and child_of(child, "case") is not None:
            tie(child, word, "obl")
    for child in list(verb.children):
        if child.dep_ == "conj" and child.tag_ == "VBG" and child.i > thing.i:
            tie(child, word, "conj")


def _accuser_over(thing: Token, of: Token) -> Token | None:
    step = thing
    for _ in range(_NEAR):
        if step.lower_ in _ACCUSING:
            return step if step.i < of.i else None
        step = step.head
    return None


def _part(whom: Token, thing: Token, verb: Token) -> None:
    """ "Accused THE HOUTHIS of kidnapping sailors", with the Houthis as a sort of sailors."""
    for child in list(thing.children):
        if child.i < whom.i:
            tie(child, whom, child.dep_)
    tie(whom, verb, "obj")
