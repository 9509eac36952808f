"""Direct and indirect objects, stated or understood."""

from __future__ import annotations

from typing import Final

from brink.code.grammar.phrase import called_so, conjuncts, relative_antecedent
from brink.code.grammar.voice import is_passive, misread
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.grammar")


def objects(verb: Token) -> tuple[Token, ...]:
    """Heads of the direct object; the antecedent for "the deal (that) the rebels signed"."""
    own = own_objects(verb)
    if own:
        return own
    taken = misread(verb) if verb.dep_ == "amod" else None
    if taken is not None:
        return (taken[1],)
    if verb.lemma_ in _BARE:
        return _bare_objects(verb)
    if verb.dep_ == "acl:relcl" and not is_passive(verb):
        stated = [child for child in verb.children if child.dep_ == "nsubj"]
        if stated and relative_antecedent(stated[0]) is None:
            return (verb.head,)
    if verb.dep_ == "acl" and verb.tag_ == "VB" and any(child.dep_ == "nsubj" for child in verb.children):
        return (verb.head,)
    return ()


def indirect_objects(verb: Token) -> tuple[Token, ...]:
    """Heads of "whom" in "gave them weapons"."""
    return tuple(head for child in verb.children if child.dep_ == "iobj" for head in conjuncts(child))


def own_objects(verb: Token) -> tuple[Token, ...]:
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ == "obj" and not (found and verb.lemma_ in _NAMING):
            antecedent = relative_antecedent(child)
            found.extend((antecedent,) if antecedent is not None else called_so(child) or conjuncts(child))
    return tuple(found) or _named_next(verb)


_NAMING: Final = _LISTS["naming"]


def _named_next(verb: Token) -> tuple[Token, ...]:
    """ "NATO" in "warned NATO against it", which parsers take for what it was warned to be."""
    for child in verb.children:
        if (
            child.dep_ == "xcomp"
            and child.tag_ == "NNP"
            and child.i == verb.i + 1
            and verb.lemma_ in _TELLING
        ):
            return conjuncts(child)
    return ()


_TELLING: Final = _LISTS["telling"]


_BARE: Final = frozenset({"help", "let", "make", "see", "have", "watch", "hear"})


def _bare_objects(verb: Token) -> tuple[Token, ...]:
    """ "Pakistan" in "help Pakistan fight", which parsers hang on the infinitive."""
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"} and child.tag_ in {"VB", "VBP"} and child.i > verb.i + 1:
            between = [part for part in child.children if verb.i < part.i < child.i]
            if between and all(part.dep_ in {"nsubj", "compound", "obj"} for part in between):
                return conjuncts(between[0])
    return ()
