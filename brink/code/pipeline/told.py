"""What somebody is told, read as a clause on the listener: "told nurses that RSF fighters shot patients"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.pipeline.reduced import child_of, tie
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline")
_TELLING: Final = _LISTS["telling_somebody"]


def is_told(verb: Token) -> bool:
    """Hang a full clause after "that" on the verb of telling, not on the listener; whether it was so.

    A relative clause lacks what its "that" stands for; one that has subject and object of its own is told.
    """
    if verb.dep_ not in ("acl", "acl:relcl"):
        return False
    if _is_said_in(verb) or _is_vowed_in(verb):
        return True
    listener = verb.head
    if verb.dep_ != "acl:relcl" or listener.dep_ not in ("obj", "iobj"):
        return False
    that = next((c for c in verb.children if c.lower_ == "that" and c.i < verb.i), None)
    own = [c for c in verb.children if c.dep_ == "obj" and c.i > verb.i]
    doer = child_of(verb, "nsubj")
    if that is None or not own or doer is None or doer == that or doer.i < that.i:
        return False
    if listener.head.lower_ not in _TELLING or that.i < listener.i:
        return False
    tie(verb, listener.head, "ccomp")
    that.dep_, that.pos_, that.tag_ = "mark", "SCONJ", "IN"
    return True


_SAYING: Final = _LISTS["saying_through_something"]
_THROUGH: Final = frozenset({"in", "on", "at", "during", "via", "through", "to"})


def _is_said_in(verb: Token) -> bool:
    """ "Said in a televised address THAT the group had struck": the clause is what was said."""
    medium = verb.head
    if verb.dep_ not in ("acl", "acl:relcl") or medium.dep_ != "obl" or medium.head.lower_ not in _SAYING:
        return False
    case, doer = child_of(medium, "case"), child_of(verb, "nsubj") or child_of(verb, "nsubj:pass")
    that = next((c for c in verb.children if c.lower_ == "that" and c.i < verb.i), None)
    if case is None or case.lower_ not in _THROUGH or that is None or doer is None or doer == that:
        return False
    if doer.i < that.i or that.i < medium.i:
        return False
    tie(verb, medium.head, "ccomp")
    that.dep_, that.pos_, that.tag_ = "mark", "SCONJ", "IN"
    return True


_VOWING: Final = _LISTS["vowing"]
_MEDIA: Final = _LISTS["media"]


def _is_vowed_in(verb: Token) -> bool:
    """ "Vowed in a video TO TOPPLE the council": the video topples nobody."""
    medium = verb.head
    vow = medium.head
    to = any(c.dep_ == "mark" and c.lower_ == "to" for c in verb.children)
    if verb.tag_ != "VB" or not to or medium.lower_ not in _MEDIA or vow.lower_ not in _VOWING:
        return False
    if medium.dep_ != "obl" or not vow.i < medium.i < verb.i:
        return False
    tie(verb, vow, "xcomp")
    return True
