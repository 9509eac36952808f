"""One person told of without a number: "a soldier was killed", "and another wounded"."""

from __future__ import annotations

from typing import Final

from brink.code.figures.counted import is_people
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.figures")


def is_single(article: Token, noun: Token) -> bool:
    if article.i + 1 >= len(article.doc):
        return False
    reach = 6 if not article.nbor().like_num else 9
    close = article.dep_ == "det" and article.i < noun.i < article.i + reach and noun.tag_ in ("NN", "NNP")
    if not close or not is_people(noun) or noun.lower_ in ("people", "police", "group", "family"):
        return False
    following = article.doc[article.i + 1]
    return not following.like_num or _is_aged(following, noun)


_DEFINITE = frozenset({"the", "his", "her", "its", "their"})
_RELATED: Final = _LISTS["one_by_himself"]


def is_one_of_several(article: Token, noun: Token) -> bool:
    """ "Killed a nurse and THE POLICEMAN guarding her": one by himself, in a list of victims."""
    if article.lower_ not in _DEFINITE or noun.tag_ != "NN" or article.dep_ not in ("det", "nmod:poss"):
        return False
    if article.i + 1 >= len(article.doc):
        return False
    person = is_people(noun) or noun.lower_ in _RELATED
    if not person or noun.lower_ in ("people", "police", "group", "family") or article.nbor().like_num:
        return False
    listed = noun.dep_ == "conj" or any(child.dep_ == "conj" for child in noun.children)
    return listed or _has_fellow(noun)


def _has_fellow(noun: Token) -> bool:
    """ "The bomber and two others were killed", read as two subjects of one verb."""
    doc = noun.doc
    if noun.dep_ != "nsubj:pass" or noun.i + 1 >= len(doc) or doc[noun.i + 1].lower_ != "and":
        return False
    return any(child.dep_ == noun.dep_ and child.i > noun.i for child in noun.head.children)


def is_one_more(another: Token) -> bool:
    """ "One soldier was killed and ANOTHER wounded": a person by himself."""
    if another.i + 1 >= len(another.doc) or another.dep_ not in ("nsubj", "nsubj:pass", "obj", "conj"):
        return False
    following = another.nbor()
    return following.tag_ in ("VBN", "VBD") or following.lower_ in ("was", "is")


def _is_aged(number: Token, noun: Token) -> bool:
    """ "A 45-YEAR-OLD farmer": one person, and the number is of years."""
    return "old" in {token.lower_ for token in number.doc[number.i + 1 : noun.i]}
