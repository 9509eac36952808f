"""Joined verbs whose number, kind or helper shows that they go with another verb than the parser took."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import FINITE_TAGS
from brink.code.pipeline.reduced import child_of, tie
from brink.code.pipeline.telling import own_subject
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
_MANY_WORDS: Final = frozenset({"they", "we", "these", "those", "both", "many", "several"})
_ONE_WORDS: Final = frozenset({"he", "she", "it", "this", "that"})
_STEPS: Final = 4
_SAYING: Final = _LISTS["done_by_speakers"]
_DEEDS: Final = _LISTS["things_that_say_nothing"]


def join_agreeing(verb: Token) -> None:
    """Hang a joined verb on the clause above where its partner's subject cannot be its own.

    "Monitors estimate that the group has 600 men and SAY": one group says nothing in the plural. "The
    ministry said the raids killed nine and WARNED its neighbour": raids warn nobody.
    """
    partner = verb.head
    if verb.tag_ == "VBN" and verb.lower_ in _SAYING and partner.dep_ == "ccomp" and _is_perfect(partner):
        # "Said it HAD not taken part and ACCUSED them".
        verb.tag_ = "VBD" if child_of(verb, "obj") is not None else verb.tag_
    if verb.tag_ == "VB" and _helped_as_one(verb, partner):
        verb.tag_ = "VBP"
    if (
        verb.tag_ not in FINITE_TAGS
        or own_subject(verb) is not None
        or partner.tag_ not in FINITE_TAGS | {"VBN"}
    ):
        return
    inner = _nobody(verb, partner) or own_subject(partner)
    if inner is None:
        return
    apart = _disagree(verb, inner) or _is_dumb(verb, inner) or _is_later(verb, partner)
    if not (apart or _helped_as_one(verb, partner)):
        return
    step = partner
    for _ in range(_STEPS):
        if step.dep_ not in ("ccomp", "acl:relcl", "advcl", "conj", "dep") or step.head == step:
            return
        step = step.head
        while step.pos_ == "NOUN" and step.dep_ in ("obj", "nmod", "obl") and step.head.i < step.i:
            step = step.head
        if step.dep_ == "nsubj" and child_of(partner, "mark") is not None:
            # A clause after "that", hung on who says it.
            step = step.head
        outer = own_subject(step)
        if outer is not None and step.tag_ == verb.tag_ and outer.i < inner.i and not _disagree(verb, outer):
            tie(verb, step, "conj")
            return


def _helped_as_one(verb: Token, partner: Token) -> bool:
    """ "The rebels insist that the army IS beaten and ACCUSE Chad": "is" is of one, "accuse" of many."""
    one = any(c.lower_ in ("is", "has", "was") for c in partner.children if c.dep_.startswith(("aux", "cop")))
    bare = verb.tag_ in ("VB", "VBP") and not any(c.tag_ in ("MD", "TO") for c in verb.children)
    return one and bare and (partner.dep_ == "ccomp" or child_of(partner, "mark") is not None)


def _is_later(verb: Token, partner: Token) -> bool:
    """ "The ministry said rebels HAD OCCUPIED the town and URGED calm": who had occupied it urged nothing."""
    return _is_perfect(partner) and verb.tag_ == "VBD" and verb.lower_ in _SAYING and partner.dep_ == "ccomp"


def _is_perfect(verb: Token) -> bool:
    return verb.tag_ == "VBN" and any(c.lower_ == "had" and c.dep_ == "aux" for c in verb.children)


def _is_dumb(verb: Token, subject: Token) -> bool:
    """ "THERE were no plans", "an attack THAT wounded four": what speaks or judges is neither."""
    if verb.lower_ not in _SAYING:
        return False
    if subject.lower_ in ("there", "which", "that") and subject.tag_ in ("EX", "WDT"):
        return True
    return subject.lower_.removesuffix("s") in _DEEDS | {"clashe"}


def _nobody(verb: Token, partner: Token) -> Token | None:
    """ "There" before a verb that something is said beside."""
    return child_of(partner, "expl") if verb.lower_ in _SAYING else None


def _disagree(verb: Token, subject: Token) -> bool:
    many = _is_many(subject)
    return many is not None and ((verb.tag_ == "VBZ" and many) or (verb.tag_ == "VBP" and not many))


def _is_many(noun: Token) -> bool | None:
    """Whether a subject is several things; None where its form does not tell."""
    if noun.lower_ in _MANY_WORDS or (noun.tag_ == "NNS" and noun.lower_.endswith("s")):
        return True
    if child_of(noun, "conj") is not None or noun.lower_ in {"police", "people", "men", "women"}:
        return None
    if noun.lower_ in _ONE_WORDS or noun.tag_ == "NN":
        return False
    return None


def join_to_helped(verb: Token) -> None:
    """ "It could send troops, ARM its allies or BACK a rival": what could be done is one list."""
    partner = verb.head
    while partner.dep_ == "conj" and partner.tag_ == "VB":
        partner = partner.head
    helped = any(child.tag_ in ("MD", "TO") and child.i < partner.i for child in partner.children)
    if partner.tag_ != "VB" or not helped or own_subject(verb) is not None or child_of(verb, "obj") is None:
        return
    if verb.tag_ not in ("VBP", "RB", "NN", "JJ") or any(c.dep_.startswith("aux") for c in verb.children):
        return
    if verb.tag_ in ("NN", "JJ") and any(
        c.dep_ in ("det", "case", "amod", "compound") for c in verb.children
    ):
        return
    verb.tag_, verb.pos_ = "VB", "VERB"
    verb.set_morph("VerbForm=Inf")


def join_listed(verb: Token) -> None:
    """ "It split in 2014, PLEDGED allegiance to ISIS, and rejoined": one of three verbs."""
    first = verb.head
    if (
        verb.tag_ != "VBD"
        or verb.dep_ not in ("parataxis", "advcl")
        or first.tag_ != "VBD"
        or first.i > verb.i
    ):
        return
    if any(
        c.dep_ in ("nsubj", "nsubj:pass", "mark", "cc") or c.dep_.startswith("aux") for c in verb.children
    ):
        return
    last = next((c for c in verb.children if c.dep_ == "conj" and c.tag_ == "VBD"), None)
    opening = verb.left_edge
    comma = opening.text == "," or (opening.i > 0 and opening.nbor(-1).text == ",")
    if last is not None and comma and own_subject(last) is None and child_of(last, "cc") is not None:
        tie(verb, first, "conj")


def lead_listed(verb: Token) -> None:
    """ "Fighters ENTERED the town, shot two guards and fled", as what was said in shooting."""
    last = verb.head
    doer = child_of(verb, "nsubj")
    if verb.tag_ != "VBD" or last.tag_ != "VBD" or last.dep_ != "ROOT" or last.i < verb.i or doer is None:
        return
    if any(c.dep_ in ("nsubj", "nsubj:pass", "csubj", "expl", "mark") for c in last.children):
        return
    if doer.i > verb.i or last.nbor(-1).text != "," or any(c.dep_ == "mark" for c in verb.children):
        return
    tie(verb, verb, "ROOT")
    for child in [*last.children]:
        if child.i < verb.i or (child.dep_ == "punct" and child.i > last.right_edge.i - 1):
            tie(child, verb, child.dep_)
    tie(last, verb, "conj")
