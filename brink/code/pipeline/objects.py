"""Objects that the parser hung on each other: "took a pilot HOSTAGE", "left a dozen WOUNDED"."""

from __future__ import annotations

from spacy.tokens import Token

from brink.code.grammar.labels import NOUN_TAGS
from brink.code.pipeline.reduced import child_of, tie


def taken(state: Token) -> None:
    """ "Took a pilot HOSTAGE", read as a hostage of the sort of pilots."""
    whom = state.nbor(-1) if state.i else state
    if whom.head != state or whom.dep_ != "compound" or whom.pos_ != "NOUN":
        return
    verb = state.head
    for child in list(state.children):
        if child != whom and child.i < whom.i:
            tie(child, whom, child.dep_)
        elif child.i > state.i:
            tie(child, verb, child.dep_.replace("nmod", "obl"))
    tie(whom, verb, "obj")
    tie(state, verb, "xcomp")
    holding(state)


def blamed(verb: Token) -> None:
    """ "Blamed the attack ON rebels", read as an attack on rebels."""
    for noun in [child for child in verb.children if child.dep_ == "obj"]:
        last = [c for c in noun.children if c.dep_ == "nmod" and any(m.lower_ == "on" for m in c.children)]
        if last and not any(
            c.dep_ == "obl" and any(m.lower_ == "on" for m in c.children) for c in verb.children
        ):
            tie(last[-1], verb, "obl")


def left(state: Token) -> None:
    """ "Left a dozen WOUNDED", read as a clause in which the dozen are wounded."""
    verb = state.head
    whom = child_of(state, "nsubj:pass") or child_of(state, "nsubj")
    if verb.lower_ not in ("left", "leaving", "leaves", "leave") or whom is None or child_of(verb, "obj"):
        return
    if any(child.dep_ in ("cop", "aux", "aux:pass", "mark") for child in state.children):
        return
    tie(whom, verb, "obj")
    state.dep_ = "xcomp"


def kept(word: Token) -> None:
    """ "Kept SHELLING the town", read as the town of the sort of shelling."""
    whom, verb = word.head, word.nbor(-1)
    if not word.lower_.endswith("ing") or word.dep_ not in ("nmod:desc", "compound", "amod"):
        return
    if whom.i < word.i or whom.head != verb or whom.dep_ != "obj" or whom.tag_ not in ("NNP", "NNPS"):
        return
    for child in list(whom.children):
        if child.i < word.i:
            tie(child, word, child.dep_)
    tie(word, verb, "xcomp")
    tie(whom, word, "obj")
    word.pos_, word.tag_ = "VERB", "VBG"


_HOLDING = frozenset({"hold", "holds", "held", "take", "takes", "took"})


def holding(state: Token) -> None:
    """ "Gunmen seize a train, HOLD passengers hostage", read as passengers of the sort of a hold."""
    verb = state.head
    whom = next((c for c in verb.children if c.dep_ == "obj" and c.i == state.i - 1), None)
    hold = next((c for c in whom.children if c.lower_ in _HOLDING), None) if whom is not None else None
    if whom is None or hold is None or hold.dep_ not in ("compound", "amod") or hold.i > whom.i:
        return
    hold.pos_, hold.tag_ = "VERB", "VBP"
    tie(hold, verb, "conj")
    for child in [*whom.children]:
        if child.i < hold.i:
            tie(child, hold, child.dep_)
    tie(whom, hold, "obj")
    tie(state, hold, "xcomp")


def shot_dead(state: Token) -> None:
    """ "Shot DEAD seven barbers", as when and where they shot."""
    verb, described = state.nbor(-1), state.head
    if state.dep_ == "amod" and described.head == verb and described.i > state.i:
        # No dead were shot.
        tie(state, verb, "xcomp")
        return
    whom = next((c for c in verb.children if c.dep_ == "obl:unmarked" and c.i > state.i), None)
    plain = whom is not None and whom.left_edge.i == state.i + 1 and child_of(verb, "obj") is None
    if whom is not None and plain and state.i == verb.i + 1 and whom.tag_ in NOUN_TAGS:
        whom.dep_ = "obj"
