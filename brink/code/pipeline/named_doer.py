"""Verbs after a doer whose name stands between commas: "and its chief, ALI KHAN, threatened reprisals"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import NAME_TAGS, NOUN_TAGS
from brink.code.pipeline.misread import OF_CLAUSE, past
from brink.code.pipeline.reduced import child_of, tie

_OF_NAME: Final = NAME_TAGS | {"HYPH", "."}
_LONGEST: Final = 7
"""Words that a name between commas may have."""
_STARTS: Final = NOUN_TAGS | {"DT", "PRP$", "JJ", "CD", "VBG", "PRP"}
"""Tags that what was done to somebody or something may begin with."""
_SUFFERING: Final = frozenset({"obj", "ccomp", "xcomp"})
_JOINING: Final = frozenset({"and", "but", "while"})


def lead_after_name(verb: Token) -> None:
    """ "Kabul recalled its envoy and its minister, Ali Khan, THREATENED reprisals": what the minister did.

    Parsers take such a verb for an attribute of the noun after it, or for one more thing that the doer of
    the clause before did.
    """
    if verb.tag_ not in ("VBD", "VBN") or verb.i < 3 or verb.nbor(-1).text != ",":
        return
    if verb.dep_ not in ("amod", "conj", "ROOT") or child_of(verb, "nsubj") or not _has_object_after(verb):
        return
    doer = _named_before(verb)
    if doer is None or any(child.dep_ in ("nsubj", "aux", "mark", "case") for child in doer.children):
        return
    joining = child_of(doer, "cc")
    first = _verb_before(doer, joining) if joining is not None else None
    if (joining is None) != (doer.dep_ == "ROOT") or (joining is not None and first is None):
        return
    _lead(verb, doer, first)


def _has_object_after(verb: Token) -> bool:
    follows = verb.nbor() if verb.i + 1 < len(verb.doc) else None
    if follows is None or follows.tag_ not in _STARTS or follows.sent != verb.sent:
        return False
    return verb.dep_ == "amod" or any(c.dep_ in _SUFFERING and c.i > verb.i for c in verb.children)


def _named_before(verb: Token) -> Token | None:
    """The noun whose name, between commas, ends right before the verb."""
    start = verb.i - 2
    while start >= verb.sent.start and verb.i - start <= _LONGEST and verb.doc[start].tag_ in _OF_NAME:
        start -= 1
    name = verb.doc[start + 1 : verb.i - 1]
    if start <= verb.sent.start or verb.doc[start].text != "," or not name or name[-1].tag_ != "NNP":
        return None
    last = verb.doc[start - 1]
    if last.tag_ not in NOUN_TAGS:
        return None
    while last.dep_ in ("nmod", "compound", "nmod:desc") and last.head.i < last.i:
        last = last.head
    beside = any(word.dep_ == "appos" and word.head.i < start and last.i <= word.head.i for word in name)
    return last if beside and last.tag_ in NOUN_TAGS and not last.tag_.startswith("NNP") else None


def _verb_before(doer: Token, joining: Token) -> Token | None:
    """The verb of the clause that the doer's own is joined to."""
    if joining.lower_ not in _JOINING:
        return None
    above = doer
    while above.dep_ != "ROOT":
        above = above.head
        if above.pos_ == "VERB" and above.i < joining.i:
            return above
    return None


def _lead(verb: Token, doer: Token, first: Token | None) -> None:
    thing = verb.head if verb.dep_ == "amod" and verb.head.i > verb.i else None
    joining = child_of(doer, "cc")
    if first is not None and verb.is_ancestor(first):
        return
    moved = [] if thing is None else [c for c in thing.children if c.dep_ in OF_CLAUSE and c.i > thing.i]
    moved += [c for c in doer.children if c.i > verb.i and c.dep_ in OF_CLAUSE]
    if first is None:
        verb.head, verb.dep_ = verb, "ROOT"
    else:
        tie(verb, first, "conj")
    for child in (thing, *moved):
        if child is not None:
            tie(child, verb, "obj" if child == thing else child.dep_)
    tie(doer, verb, "nsubj")
    if joining is not None:
        tie(joining, verb, "cc")
    past(verb)
