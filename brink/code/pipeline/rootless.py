"""Sentences whose verb the parser hung inside their subject, or whose speaker it hung on a noun before."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import FINITE_OR_MODAL, NOUN_TAGS
from brink.code.pipeline.reduced import child_of, tie
from brink.code.pipeline.telling import own_subject

_VERBS: Final = frozenset({"VBD", "VBZ", "VBN", "VBG", "VBP", "VB"})
_INSIDE: Final = frozenset({"acl", "conj", "advcl", "appos", "nmod", "obl:agent", "obl"})
_SAYING: Final = frozenset({"said", "told", "says", "added", "tells"})
_STEPS: Final = 8


def lead_subject(verb: Token) -> bool:
    """Set the one finite verb of a sentence without any at its head; whether it was hung elsewhere.

    "The president, speaking in Munich, CALLED on allies"; "rebels led by a man called Kony HAVE FOUGHT".
    For a verb that is joined to another or adjoined.
    """
    noun = verb.sent.root
    if (
        noun.tag_ not in NOUN_TAGS
        or verb.i < noun.i
        or verb.dep_ not in ("conj", "advcl")
        or not _is_finite(verb)
    ):
        return False
    if own_subject(verb) is not None or any(c.dep_ in ("mark", "cc") for c in verb.children if c.i < verb.i):
        return False
    if any(
        c.dep_ in ("cop", "case", "mark", "nsubj", "aux", "punct") and c.i < noun.i for c in noun.children
    ):
        return False
    if any(c.dep_ == "cop" for c in noun.children) or not _is_inside(verb, noun):
        return False
    tie(verb, verb, "ROOT")
    for child in [*noun.children]:
        if child.i > verb.i:
            tie(child, verb, child.dep_)
    tie(noun, verb, "nsubj:pass" if child_of(verb, "aux:pass") else "nsubj")
    if verb.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in verb.children):
        verb.tag_ = "VBD"
    return True


def _is_inside(verb: Token, noun: Token) -> bool:
    """Whether only what describes the noun lies between it and the verb."""
    step = verb
    for _ in range(_STEPS):
        if step.dep_ not in _INSIDE:
            return False
        step = step.head
        if step == noun:
            return True
    return False


def _is_finite(verb: Token) -> bool:
    helped = any(c.dep_ in ("aux", "aux:pass") and c.tag_ in FINITE_OR_MODAL for c in verb.children)
    if helped or verb.tag_ in ("VBD", "VBZ"):
        return True
    closed = verb.i > 0 and verb.nbor(-1).text == "," and verb.head.tag_ == "VBG"
    return (
        verb.tag_ == "VBN"
        and closed
        and any(c.dep_ in ("obj", "obl") and c.i > verb.i for c in verb.children)
    )


def find_speaker(speech: Token) -> bool:
    """Give speech at the end its speaker: "… out of jail, Vivian Perre, a UN official, TOLD reporters"."""
    if speech.lower_ not in _SAYING or own_subject(speech) is not None:
        return False
    said = child_of(speech, "ccomp")
    if said is None or said.i > speech.i or speech.nbor(-1).text != ",":
        return False
    doc = speech.doc
    for name in doc[said.i + 1 : speech.i - 1]:
        opens = name.tag_ in ("NNP", "NNPS") and doc[name.i - 1].text == ","
        if not opens or doc[name.i + 1].text == ",":
            continue
        head = name
        while (
            head.head.i > name.i - 1 and head.head.i < speech.i and head.dep_ in ("compound", "amod", "flat")
        ):
            head = head.head
        if head.dep_ not in ("appos", "conj") or head.head.i >= name.i:
            return False
        former = head.head
        tie(head, speech, "nsubj")
        for other in [c for c in former.children if c.i > head.i and c.dep_ == "appos"]:
            tie(other, head, "appos")
        return True
    return False


def tell_of_both(verb: Token) -> bool:
    """ "Said 460 patients and their companions HAD BEEN SHOT", as if it said patients."""
    speech, joint, second = verb.head, child_of(verb, "cc"), own_subject(verb)
    if verb.dep_ != "conj" or speech.lower_ not in ("said", "says") or joint is None or second is None:
        return False
    first = next((c for c in speech.children if c.dep_ == "obj" and c.i > speech.i), None)
    if first is None or first.tag_ not in NOUN_TAGS or first.right_edge.i != joint.i - 1:
        return False
    if second.left_edge.i != joint.i + 1:
        return False
    tie(verb, speech, "ccomp")
    tie(first, verb, second.dep_)
    tie(second, first, "conj")
    tie(joint, second, "cc")
    return True


def lead_past_loyal(word: Token) -> bool:
    """ "Gunmen LOYAL to Machar attacked Pagak", as gunmen loyal "to attack"; whether it was so."""
    doer = child_of(word, "nsubj")
    verb = next((c for c in word.children if c.dep_ == "advcl" and c.i > word.i and c.tag_ == "VBD"), None)
    if word.lower_ not in _SIDING or doer is None or verb is None or word.nbor(-1) != doer:
        return False
    name, to = own_subject(verb), next((c for c in verb.children if c.i == word.i + 1), None)
    if (
        name is None
        or to is None
        or to.lower_ not in ("to", "with")
        or any(c.dep_ == "cop" for c in word.children)
    ):
        return False
    relation, above = word.dep_, word.head
    tie(verb, verb if above == word else above, relation)
    for child in [c for c in word.children if c not in (doer, verb)]:
        tie(child, verb if child.i > verb.i or child.i < doer.i else word, child.dep_)
    tie(doer, verb, "nsubj")
    tie(word, doer, "amod")
    tie(name, word, "obl")
    tie(to, name, "case")
    return True


_SIDING: Final = frozenset({"loyal", "faithful", "allied", "hostile", "opposed", "close", "aligned"})
