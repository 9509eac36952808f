"""Clauses after "what it said were rebel camps", and verbs after "helped" that were read as nouns."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.pipeline.reduced import child_of, tie

_BEING: Final = frozenset({"were", "was", "are", "is"})
_HELPED: Final = frozenset(
    {"mediate", "broker", "secure", "negotiate", "arrange", "plan", "fund", "train", "arm"}
)
_HELPING: Final = frozenset({"help", "helps", "helped", "helping"})


def tells_past_being(verb: Token) -> bool:
    """ "Struck what it said WERE camps, KILLING eight": the being is the camps', the killing the strike's.

    Whether it was so: nothing else puts "were" before a subject that a comma parts from its participle.
    """
    if verb.tag_ != "VBG" or verb.i == 0 or verb.nbor(-1).text != ",":
        return False
    being, named = child_of(verb, "aux"), child_of(verb, "nsubj")
    if being is None and named is None and verb.dep_ == "advcl" and verb.head.pos_ in ("NOUN", "PROPN"):
        being, named = child_of(verb.head, "cop"), verb.head
    if being is None or named is None or being.lower_ not in _BEING or being.i > named.i:
        return False
    what = next((t for t in reversed(verb.doc[verb.sent.start : being.i]) if t.lower_ == "what"), None)
    calling = being.nbor(-1)
    if what is None or being.i - what.i > 6 or calling.pos_ != "VERB":
        return False
    step = what
    while step.pos_ not in ("VERB", "AUX") and step.head != step:
        step = step.head
    if step == verb or step.i > what.i:
        return False
    if named.head == verb:
        tie(being, named, "cop")
        tie(named, calling, "ccomp")
    tie(verb, step, "advcl")
    return True


def reads_helped(word: Token) -> bool:
    """ "Helped MEDIATE talks", "helped BROKER a ceasefire": a verb, whatever it was read as."""
    if word.lower_ not in _HELPED or word.tag_ in ("VB", "VBP") or word.i == 0:
        return False
    helped = word.nbor(-1)
    if helped.lower_ not in _HELPING or helped.pos_ != "VERB":
        return False
    done = next((c for c in helped.children if c.dep_ == "obj" and c.i > word.i), None)
    if done is None:
        return False
    tie(word, helped, "xcomp")
    tie(done, word, "obj")
    word.tag_, word.pos_ = "VB", "VERB"
    word.set_morph("VerbForm=Inf")
    return True


def leads_after_clause(verb: Token) -> bool:
    """ "Kabul, which condemned the raid, RETALIATED": past the comma that ends it, the name's own verb."""
    clause, noun = verb.head, verb.head.head
    if verb.dep_ != "conj" or clause.dep_ != "acl:relcl" or noun.dep_ != "ROOT" or verb.i == 0:
        return False
    if verb.nbor(-1).text != "," or child_of(verb, "cc") or verb.tag_ not in ("VBD", "VBN", "VBZ", "VBP"):
        return False
    relative = child_of(clause, "nsubj")
    if relative is None or relative.lower_ not in ("which", "who") or noun.pos_ not in ("NOUN", "PROPN"):
        return False
    if child_of(verb, "nsubj") or relative.nbor(-1).text != ",":
        return False
    tie(verb, verb, "ROOT")
    tie(noun, verb, "nsubj")
    if verb.tag_ == "VBN" and not any(c.dep_.startswith("aux") for c in verb.children):
        verb.tag_ = "VBD"
    return True
