"""Nouns that say who somebody is, which the parser took for a further one: "Ali, A CLERIC, and four"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import NAME_TAGS
from brink.code.pipeline.reduced import child_of, tie

_ARTICLES: Final = frozenset({"a", "an", "the"})
_CLOSING: Final = frozenset({",", ".", ";"})


def set_beside(noun: Token) -> None:
    """Hang a noun with an article, alone between commas, on the name right before it.

    Names and descriptions are not mixed in a list without "and" before the description.
    """
    if noun.tag_ != "NN" or child_of(noun, "cc") is not None:
        return
    name = _name_before(noun)
    if name is None:
        return
    article = child_of(noun, "det")
    if article is None or article.lower_ not in _ARTICLES or child_of(noun, "case") is not None:
        return
    after = noun.right_edge.i + 1
    if after < len(noun.doc) and noun.doc[after].text not in _CLOSING:
        return
    for child in [*noun.children]:
        if child.dep_ == "conj":
            tie(child, name, "conj")
    tie(noun, name, "appos")


def _name_before(noun: Token) -> Token | None:
    """The name that ends at the comma before the noun, of the same list or the same verb."""
    above = noun.head
    if noun.dep_ == "conj" and above.tag_ in NAME_TAGS:
        name = above
    elif noun.dep_ == "obj":
        objects = [c for c in above.children if c.dep_ == "obj" and c.i < noun.i and c.tag_ in NAME_TAGS]
        if not objects:
            return None
        name = objects[-1]
    else:
        return None
    last = max([name.i, *(child.i for child in name.subtree if child.dep_ == "flat" and child.i < noun.i)])
    doc = noun.doc
    first = next((i for i in range(last + 1, noun.i + 1) if doc[i].text != ","), noun.i)
    comma = last + 1 < len(doc) and doc[last + 1].text == "," and first == last + 2
    return name if comma and doc[first].lower_ in _ARTICLES else None


def past_aside(doer: Token) -> None:
    """ "The killing of Bugti, a tribal chief, BY THE ARMY": no chief by the army."""
    aside = doer.head
    if aside.dep_ not in ("appos", "conj"):
        return
    by = child_of(doer, "case")
    if by is None or by.lower_ != "by":
        return
    if by.i < 1 or doer.doc[by.i - 1].text != "," or aside.i > by.i:
        return
    name = aside.head
    act = name.head if name.dep_ == "nmod" and name.head.i < name.i else name
    tie(doer, act, "nmod")
