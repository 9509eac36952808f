"""What something is called, which tells no act: "called the raid A MASSACRE", "hailed it AS A TRUCE"."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import preposition
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_BARE: Final = frozenset({"call", "brand", "label", "dub", "term", "consider", "deem"})
"""Verbs after which what something is called stands without "as"."""
_NAMING: Final = _BARE | _LISTS["naming"]


def names_object(verb: Token) -> bool:
    """Whether the verb says what its object is called ("which he called A CRIME")."""
    if verb.lemma_ not in _NAMING:
        return False
    told = [child for child in verb.children if _is_told(child)]
    named = any(child.dep_ == "nsubj:pass" for child in verb.children)
    bare = any(child.dep_ in {"obj", "xcomp"} and child.i > verb.i for child in told)
    quoted = verb.lemma_ in _BARE and any(_is_quoted_name(noun) for noun in told)
    what = verb.dep_ == "acl:relcl" and verb.head.lower_ in {"what", "whatever"}
    return len(told) > 1 or quoted or ((named or what) and bare)


def _is_quoted_name(noun: Token) -> bool:
    """ "Called the attack “STATE TERRORISM”", with the quoted words hung on the attack."""
    for child in noun.children:
        opening = child.left_edge
        quoted = opening.is_quote or (opening.i > 0 and opening.nbor(-1).is_quote)
        if child.dep_ == "appos" and quoted:
            return True
    return False


def _is_told(child: Token) -> bool:
    if child.pos_ == "VERB":
        return False
    return child.dep_ in {"obj", "xcomp", "iobj"} or (child.dep_ == "obl" and preposition(child) == "as")


def is_label(noun: Token) -> bool:
    """Whether the noun is what something else is called."""
    verb = noun.head
    if noun.dep_ not in {"obj", "xcomp", "obl"} or noun.i < verb.i or not names_object(verb):
        return False
    if preposition(noun) == "as":
        return True
    before = any(child.dep_ in {"obj", "nsubj:pass"} and child.i < noun.i for child in verb.children)
    return noun.dep_ != "obl" and verb.lemma_ in _BARE and before
