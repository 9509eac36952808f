"""Short clauses of the news whose verb or particle was read as another word."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.pipeline.accused import is_accused_of
from brink.code.pipeline.misread import has, past
from brink.code.pipeline.reduced import child_of, tie
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
_ONLY_PAST: Final = _LISTS["pasts_like_no_noun"]
_DEMANDING: Final = _LISTS["demanding"]
_UNDONE: Final = frozenset({"stood", "stand", "stands", "abide", "abided", "abides", "stopped", "dropped"})
"""Verbs that nobody suffers: what comes after "by" does not do it."""
_PARTED: Final = frozenset({"over", "back", "off", "out", "away", "down", "up"})
_SENDING: Final = _LISTS["sending"]
_SENT: Final = _LISTS["sent_in"]


def read_plainly(word: Token) -> None:
    """Set right what one word of a short clause was taken for."""
    if word.lower_ in _ONLY_PAST and word.tag_ == "NN" and word.dep_ == "ROOT":
        _tells(word)
    if word.tag_ == "NN" and word.dep_ == "ccomp" and word.head.lower_ in _DEMANDING:
        _is_demanded(word)
    if word.tag_ == "NNS" and word.dep_ == "ROOT" and word.lower_ == "plans":
        _intends(word)
    if word.dep_ == "obl:agent" and word.head.lower_ in _UNDONE and child_of(word.head, "nsubj"):
        word.dep_ = "obl"
    if word.dep_ == "obl" and word.head.lower_ in _PARTED and word.head.dep_ in ("advmod", "compound:prt"):
        tie(word, word.head.head, "obl")
    if word.dep_ == "compound" and word.head.tag_ in ("VBP", "VB", "VBD") and word.i == word.head.i - 1:
        _does(word)
    if (
        word.lower_ == "military"
        and word.dep_ == "amod"
        and word.head.tag_ == "VBD"
        and word.i + 1 == word.head.i
    ):
        _does(word)
    if word.dep_ == "appos" and word.head.dep_ == "obj" and word.head.head.lower_ in _GIVING:
        _is_given(word)
    if word.tag_ in ("VBG", "NN") and word.dep_ in ("compound", "amod"):
        is_accused_of(word)
    if word.dep_ == "case" and word.tag_ in ("RB", "RP") and word.lower_ in ("over", "back"):
        _is_particle(word)
    if word.dep_ == "obl" and word.lower_ in _SENT and word.head.lower_ in _SENDING:
        _is_sent_in(word)
    if word.lower_ == "persona" and word.i + 2 < len(word.doc) and word.nbor(2).lower_ == "grata":
        _is_unwanted(word, word.nbor(2))
    if word.dep_ == "advmod" and word.is_upper and len(word) > 2:
        _is_named(word)
    if word.lower_ == "cut" and word.dep_ == "compound":
        _cuts(word)
    if word.tag_ == "VB" and word.dep_ == "nsubj" and word.i == word.sent.start:
        word.pos_, word.tag_ = "NOUN", "NN"
        word.set_morph("Number=Sing")


def _is_named(word: Token) -> None:
    """ "USAID suspended deliveries", with letters in capitals that nothing else is the subject beside."""
    verb = word.head
    if (
        word.i > verb.i
        or verb.tag_ not in ("VBD", "VBZ", "VBP", "VB", "VBN", "VBG")
        or word.sent.text.isupper()
    ):
        return
    if any(c.dep_.startswith(("nsubj", "csubj", "expl")) for c in verb.children):
        return
    word.dep_ = "nsubj:pass" if child_of(verb, "aux:pass") is not None else "nsubj"
    word.pos_, word.tag_ = "PROPN", "NNP"
    word.set_morph("Number=Sing")


_CUT: Final = _LISTS["cut_off"]


def _cuts(word: Token) -> None:
    """ "Germany CUT aid to Rwanda", read as a sort of aid."""
    thing, doer = word.head, word.nbor(-1) if word.i else word
    if thing.lower_ not in _CUT or thing.i != word.i + 1 or thing.dep_ not in ("ROOT", "ccomp", "parataxis"):
        return
    if doer.head != thing or doer.tag_ not in ("NNP", "NNPS") or has(thing, "cop") or has(thing, "nsubj"):
        return
    ahead = [child for child in thing.children if child.i < doer.i]
    relation, above = thing.dep_, thing.head
    tie(word, word if above == thing else above, relation)
    for child in list(thing.children):
        if child.dep_ in ("nmod", "punct", "advcl", "parataxis", "ccomp") and child.i > thing.i:
            tie(child, word, "obl" if child.dep_ == "nmod" else child.dep_)
    tie(thing, word, "obj")
    tie(doer, word, "nsubj")
    for child in ahead:
        tie(child, doer, child.dep_)
    past(word)


def _tells(word: Token) -> None:
    """ "The president QUIT after protests", "Al-Shabaab SWORE to avenge him", read as a noun."""
    before = [child for child in word.children if child.i < word.i and child.dep_ in ("compound", "nmod")]
    if not before or has(word, "nsubj") or has(word, "cop") or has(word, "case"):
        return
    doer = before[-1]
    past(word)
    doer.dep_ = "nsubj"
    for child in list(word.children):
        if child.i < doer.i and child.dep_ in ("nmod:poss", "det", "amod", "compound"):
            tie(child, doer, child.dep_)
        elif child.i > word.i and child.dep_ in ("nmod", "acl"):
            child.dep_ = "obl" if child.dep_ == "nmod" else "xcomp"


def _is_demanded(word: Token) -> None:
    """ "Demanded that Serbia HAND over the gunmen", with `hand` a noun."""
    doer = next((c for c in word.children if c.i == word.i - 1 and c.dep_ == "compound"), None)
    if doer is None or doer.tag_ not in ("NNP", "NNPS", "NNS") or not has(word, "mark"):
        return
    word.pos_, word.tag_ = "VERB", "VB"
    word.set_morph("VerbForm=Inf")
    doer.dep_ = "nsubj"
    for child in word.children:
        if child.dep_ == "nmod":
            child.dep_ = "obl"
        elif child.dep_ in ("det", "amod") and child.i < doer.i:
            tie(child, doer, child.dep_)


def _intends(word: Token) -> None:
    """ "Latvia PLANS to close its embassy", read as plans of Latvia's."""
    doer = next((c for c in word.children if c.i == word.i - 1), None)
    if doer is None or word.i + 1 >= len(word.doc) or word.nbor().lower_ != "to" or has(word, "nsubj"):
        return
    named = doer.text[:1].isupper() and not doer.lower_.endswith(("an", "ish", "ese", "i", "ic", "ch"))
    todo = next((c for c in word.children if c.dep_ == "acl" and c.i > word.i and c.tag_ == "VB"), None)
    if not named or doer.dep_ not in ("amod", "compound") or todo is None:
        return
    word.pos_, word.tag_ = "VERB", "VBZ"
    word.set_morph("")
    doer.dep_, doer.pos_, doer.tag_ = "nsubj", "PROPN", "NNP"
    todo.dep_ = "xcomp"


def _is_particle(word: Token) -> None:
    """ "Handed a suspect OVER to Spain": a part of the verb and not of where he went."""
    goal = word.head
    if goal.dep_ == "obl" and word.i + 1 < len(word.doc) and word.nbor().lower_ == "to":
        tie(word, goal.head, "compound:prt")


def _is_sent_in(word: Token) -> None:
    """ "Sent IN commandos": a particle read as a preposition."""
    opening = child_of(word, "case")
    if opening is None or opening.lower_ != "in" or opening.i != word.head.i + 1:
        return
    if child_of(word.head, "obj") or child_of(word.head, "aux:pass") or child_of(word.head, "nsubj:pass"):
        return
    tie(opening, word.head, "compound:prt")
    opening.tag_ = "RP"
    word.dep_ = "obj"


def _is_unwanted(persona: Token, grata: Token) -> None:
    """ "Declared the ENVOY persona non grata", read as one long noun."""
    verb, envoy = grata.head, persona.nbor(-1)
    if grata.dep_ != "obj" or envoy.tag_ not in ("NN", "NNS") or envoy not in persona.children:
        return
    tie(envoy, verb, "obj")
    grata.dep_ = "xcomp"
    for child in list(grata.children):
        if child.i < envoy.i:
            tie(child, envoy, child.dep_)
    for child in list(persona.children):
        if child.i < envoy.i:
            tie(child, envoy, child.dep_)


def _does(word: Token) -> None:
    """ "The ARMY beat back an attack", read as a part of the verb's name."""
    verb = word.head
    if (
        verb.pos_ != "VERB"
        or not (word.pos_ in ("NOUN", "PROPN") or word.dep_ == "amod")
        or not has(verb, "obj")
    ):
        return
    if any(has(verb, relation) for relation in ("nsubj", "nsubj:pass", "aux", "mark", "cop")):
        return
    if word.dep_ == "amod":
        # "The MILITARY overthrew the government".
        word.pos_, word.tag_ = "NOUN", "NN"
    word.dep_ = "nsubj"
    for child in list(verb.children):
        if child.i < word.i and child.dep_ in ("det", "amod", "nmod:poss", "compound"):
            tie(child, word, child.dep_)
    past(verb)


_GIVING: Final = _LISTS["giving"]


def _is_given(word: Token) -> None:
    """ "Showed the adviser THE DOOR": what somebody is given is no other name of his."""
    whom = word.head
    first = word.left_edge
    if not has(word, "det") or first.i == 0 or first.nbor(-1).is_punct or first.is_punct or word.i < whom.i:
        return
    verb = whom.head
    tie(word, verb, "obj")
    whom.dep_ = "iobj"
