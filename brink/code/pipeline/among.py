"""Those whom a report counts and then names in part: "Twelve people, AMONG THEM two nurses, were killed".

Parsers take the part for the subject of what befell all, or for what the whole is ("people are nurses").
"""

from __future__ import annotations

from typing import Final

from spacy.tokens import Token

from brink.code.grammar.labels import SUBJECT
from brink.code.pipeline.reduced import child_of, tie

_NOUNS: Final = frozenset({"NOUN", "PROPN", "NUM", "ADJ"})
_LOWER: Final = frozenset({"nmod", "flat", "compound", "conj", "appos"})
_MOST: Final = 6
"""Words between the part and the verb of the whole: "had since", "were reported to have been"."""


def set_apart(them: Token) -> None:
    """Hang the part on the whole, and give the verb after it the whole for its subject."""
    opening = child_of(them, "case")
    if opening is None or opening.lower_ != "among" or opening.i < 2 or opening.nbor(-1).text != ",":
        return
    if them.i + 2 >= them.sent.end:
        return
    whole, part = _head_before(opening.nbor(-2), opening.i), _head_after(them.nbor())
    if whole is None or part is None or whole == part:
        return
    close = next((t for t in part.doc[part.i + 1 : part.sent.end] if t.text in (",", ".")), None)
    verb = _verb_after(close) if close is not None and close.text == "," else None
    reporting = part.head if part.dep_ in ("ccomp", "obj") and part.head.pos_ == "VERB" else None
    _hang(part, whole, "appos")
    _hang(them, part, "nmod")
    if verb is not None and not _has_other_subject(verb, whole):
        _give(verb, whole, reporting if reporting != verb else None)


def _head_before(noun: Token, end: int) -> Token | None:
    """The head of the phrase that ends at the comma."""
    if noun.pos_ not in _NOUNS:
        return None
    while noun.dep_ in _LOWER and noun.head.i < noun.i and noun.head.pos_ in _NOUNS and noun.head.i < end:
        noun = noun.head
    return noun


def _head_after(word: Token) -> Token | None:
    """The head of the phrase that begins after "them"."""
    for token in word.doc[word.i : word.i + _MOST]:
        if token.is_punct or token.pos_ in ("VERB", "AUX"):
            return None
        if token.pos_ in ("NOUN", "PROPN") and not (token.dep_ == "compound" and token.head.i > token.i):
            return token
    return None


def _verb_after(comma: Token) -> Token | None:
    for token in comma.doc[comma.i + 1 : comma.i + 1 + _MOST]:
        if token.pos_ == "VERB":
            return token if token.sent == comma.sent and token.tag_ != "VBG" else None
        if token.pos_ not in ("AUX", "ADV", "PART"):
            return None
    return None


def _has_other_subject(verb: Token, whole: Token) -> bool:
    return any(c.dep_ in SUBJECT and c != whole and c.i < verb.i for c in verb.children)


def _give(verb: Token, whole: Token, reporting: Token | None) -> None:
    """Make the whole the subject of the verb, and the verb what the reporting one tells."""
    if reporting is not None:
        _hang(verb, reporting, "ccomp")
    _hang(whole, verb, "nsubj:pass" if child_of(verb, "aux:pass") is not None else "nsubj")


def _hang(token: Token, head: Token, relation: str) -> None:
    """Hang a token on another; where that one hangs below it, it takes the token's place first."""
    if token == head:
        return
    if token.is_ancestor(head):
        above = token.head
        tie(head, head if above == token else above, token.dep_)
    tie(token, head, relation)
