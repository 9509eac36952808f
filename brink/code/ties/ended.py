"""Ties that the words around them set in the past: "ONCE close allies", "was an ally UNTIL 2022"."""

from __future__ import annotations

from brink.code.parsed import Token
from brink.code.ties.phrases import phrases


def was_once(noun: Token) -> bool:
    """Whether the words of the phrase set it in the past: "ONCE close allies", "allies UNTIL 2022"."""
    before = {token.lower_ for token in noun.doc[max(noun.sent.start, noun.i - 4) : noun.i]}
    behind = {token.lower_ for token in noun.doc[noun.i + 1 : min(noun.sent.end, noun.i + 6)]}
    return "once" in before or ("until" in behind and not any(c.dep_ == "cop" for c in noun.children))


def until(word: Token) -> bool:
    """Whether the tie is given an end in the past: "was an ally until 2022"."""
    past = any(child.tag_ == "VBD" for child in word.children if child.dep_ in {"cop", "aux:pass"})
    return (past or word.tag_ == "VBD") and any(
        child.dep_ in {"nmod", "obl", "advcl"} and any(case.lower_ == "until" for case in child.children)
        for child in word.children
    )


def once(verb: Token) -> bool:
    """Whether the words around put the tie in the past."""
    return any(child.lower_ in {"once", "previously", "formerly"} for child in verb.children) or until(verb)


def is_ended(noun: Token) -> bool:
    words = phrases().ended
    if any(child.lower_ == "once" for child in noun.children):
        return True
    if noun.dep_ == "conj" and noun.head.pos_ == "NOUN" and noun.head.i < noun.i:
        return is_ended(noun.head)
    if until(noun):
        return True
    near = list(noun.doc[max(0, noun.i - 7) : noun.i])
    if noun.dep_ == "conj" and noun.head.pos_ == "PROPN":
        # In "the late president Ali and commander of the guard" only Ali is late.
        near = [token for token in near if token.i > noun.head.right_edge.i or token.head.i == noun.i]
    return any(token.lower_ in words and _same_phrase(token, noun) for token in near)


def _same_phrase(token: Token, noun: Token) -> bool:
    between = noun.doc[token.i + 1 : noun.i]
    return token.head.i == noun.i or not any(
        word.text in {",", ";"} or word.pos_ == "VERB" for word in between
    )
