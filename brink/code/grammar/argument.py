"""Who does it, to whom, and what hangs on verbs and nouns by a preposition."""

from __future__ import annotations

from brink.code.grammar.object import objects
from brink.code.grammar.phrase import conjuncts, preposition
from brink.code.grammar.subject import subjects
from brink.code.grammar.undergoing import only_undergoes
from brink.code.grammar.voice import is_passive
from brink.code.parsed import Token


def agents(verb: Token) -> tuple[Token, ...]:
    """Who does it: the subject of an active verb, the `by` phrase of a passive one."""
    if only_undergoes(verb):
        return ()
    return passive_agents(verb) if is_passive(verb) else subjects(verb)


def passive_agents(verb: Token) -> tuple[Token, ...]:
    """Heads of the `by` phrases of a passive verb, its own or those of one that "and" joins right to it.

    In "was kidnapped and killed by the rebels" nothing parts the two verbs; in "was arrested on Monday and
    sentenced by a court" each has a doer of its own.
    """
    found = _by(verb)
    if found:
        return found
    beside = [child for child in (verb.head, *verb.children) if abs(child.i - verb.i) == 2]
    joined = [other for other in beside if "conj" in (_tie(verb, other), _tie(other, verb))]
    return next((_by(other) for other in joined if other.tag_ in {"VBN", "VBD"}), ())


def _tie(token: Token, head: Token) -> str:
    return str(token.dep_) if token.head == head else ""


def _by(verb: Token) -> tuple[Token, ...]:
    found: list[Token] = []
    for child in verb.children:
        if child.dep_ == "obl:agent" or (child.dep_ == "obl" and preposition(child) == "by"):
            found.extend(conjuncts(child))
    return tuple(found) or _by_below(verb)


def _by_below(verb: Token) -> tuple[Token, ...]:
    """The doer that parsers hang on what stands between: "declared in Mindanao BY DUTERTE"."""
    between = [child for child in verb.children if child.dep_ == "obl" and child.i > verb.i]
    for child in between:
        place = child.pos_ == "PROPN" and preposition(child) in {"in", "at", "near", "on", "to"}
        people = child.tag_ == "VBN" and any(part.lower_ == "the" for part in child.children)
        for below in child.children if place or people else ():
            if preposition(below) == "by" and below.dep_ in {"nmod", "obl", "obl:agent"}:
                return conjuncts(below)
    return ()


def patients(verb: Token) -> tuple[Token, ...]:
    """Who or what it is done to: the object of an active verb, the subject of a passive one."""
    return subjects(verb) if is_passive(verb) or only_undergoes(verb) else objects(verb)


def obliques(verb: Token, *prepositions: str) -> tuple[Token, ...]:
    """Heads of the prepositional phrases of a verb, all of them or those with these prepositions."""
    found: list[Token] = []
    for child in verb.children:
        if child.dep_.startswith("obl") and (not prepositions or preposition(child) in prepositions):
            found.extend(conjuncts(child))
    return tuple(found)


def noun_complements(noun: Token) -> dict[str, tuple[Token, ...]]:
    """What hangs on a noun, by the word that ties it.

    Keys are prepositions ("of", "by", "against", "on", …), `poss` for possessors, `compound`
    for nouns before it ("TTP attacks"), `amod` for adjectives ("Pakistani airstrikes").
    """
    found: dict[str, list[Token]] = {}
    for child in noun.children:
        key = _complement_key(child)
        if key is not None:
            found.setdefault(key, []).extend(conjuncts(child))
    return {key: tuple(heads) for key, heads in found.items()}


def _complement_key(child: Token) -> str | None:
    relation = child.dep_
    if relation == "nmod:poss":
        return "poss"
    if relation == "compound" or relation == "nmod:desc":
        return "compound"
    if relation == "amod":
        return "amod"
    if relation in {"nmod", "obl", "obl:agent", "nmod:unmarked"}:
        return preposition(child) or "compound"
    return None
