"""Two objects that a parser takes for one: "gave UKRAINE tanks", "sold the TALIBAN drones"."""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import NAME_TAGS
from brink.code.pipeline.reduced import tie
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.pipeline", "given.yaml")
_GIVING: Final = _LISTS["verbs"]
_MAKES: Final = _LISTS["makes"]
_THINGS: Final = frozenset({"NN", "NNS"})
_BEFORE: Final = frozenset({"compound", "nmod:unmarked", "nmod:desc", "flat"})
_FAR: Final = frozenset({"to", "for"})


def part_given(thing: Token) -> None:
    """Give a verb of giving both its objects, where whom it gives to was read as part of the thing.

    Nobody else may be given it: "sold Boeing jets TO Chad" has its recipient.
    """
    verb = thing.head
    if thing.tag_ not in _THINGS or verb.lower_ not in _GIVING or thing.i <= verb.i + 1:
        return
    if any(child.lower_ in _FAR and child.i > thing.i for child in thing.doc[thing.i : thing.i + 8]):
        return
    if any(child.dep_ in ("iobj", "aux:pass") for child in verb.children):
        return
    former = next((c for c in verb.children if c.dep_ == "obj" and verb.i < c.i < thing.i), None)
    if former is not None:
        if former.tag_ in NAME_TAGS and former.lower_ not in _MAKES:
            former.dep_ = "iobj"
        return
    whom = _named_in(thing, verb)
    if whom is not None:
        _part(thing, verb, whom)


def _named_in(thing: Token, verb: Token) -> Token | None:
    """The last word of the name that stands right after the verb, or after its "the"."""
    doc, at = thing.doc, verb.i + 1
    if doc[at].lower_ == "the":
        at += 1
    last = None
    while at < thing.i and _is_name(doc[at]) and doc[at].head in (thing, *doc[verb.i + 1 : thing.i]):
        last = doc[at]
        at += 1
    if last is not None:
        return last
    # "Lent the JUNTA 20 million dollars": no noun that describes a thing stands before its number.
    word = doc[at]
    counted = at + 1 < thing.i and doc[at + 1].tag_ == "CD" and doc[at - 1].lower_ == "the"
    return word if counted and word.tag_ in _THINGS and word.dep_ in _BEFORE else None


def _is_name(word: Token) -> bool:
    plain = word.tag_ in NAME_TAGS and not any(letter.isdigit() for letter in word.text)
    joined = word.dep_ in _BEFORE or (word.dep_ == "amod" and word.head.tag_ in NAME_TAGS)
    return plain and joined and word.lower_ not in _MAKES


def _part(thing: Token, verb: Token, whom: Token) -> None:
    tie(whom, verb, "iobj")
    for word in thing.doc[verb.i + 1 : whom.i]:
        if word.head.i >= whom.i or word.head == thing:
            tie(word, whom, word.dep_)
    for word in thing.doc[whom.i + 1 : thing.i]:
        if word.head.i <= whom.i:
            tie(word, thing, "nummod" if word.tag_ == "CD" else word.dep_)
    for child in list(whom.children):
        if child.i > whom.i:
            tie(child, thing, "nummod" if child.tag_ == "CD" else child.dep_)
