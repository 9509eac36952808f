"""Words around a head: coordination, prepositions, particles, auxiliaries, relative pronouns."""

from __future__ import annotations

from typing import Final

from brink.code.grammar.labels import GENITIVE, SUBJECTS
from brink.code.parsed import Token, asked_once

_RELATIVES: Final = frozenset({"who", "which", "that", "whom", "whose"})


FAR: Final = 12
"""How many heads a subject or governor is looked for; longer chains are broken parses."""


@asked_once
def conjuncts(token: Token) -> tuple[Token, ...]:
    """The token and what is coordinated with it further right ("Sudan, Chad and Libya")."""
    found = [token]
    for member in found:
        if len(found) > 40:
            break
        found.extend(
            child
            for child in member.children
            if child.dep_ == "conj" and not is_predicate(child) and not resumes(child)
        )
    return tuple(sorted(found, key=lambda member: member.i)) if len(found) > 1 else (token,)


_AMOUNTS: Final = frozenset(
    {"dozens", "scores", "hundreds", "thousands", "many", "several", "others", "more"}
)


@asked_once
def resumes(noun: Token) -> bool:
    """Whether a participle before an amount is a verb that goes on ("killed ten and WOUNDED dozens")."""
    counted = noun.lower_ in _AMOUNTS or noun.tag_ == "CD"
    return (
        counted
        and noun.dep_ == "conj"
        and any(
            child.dep_ == "amod"
            and child.tag_ in {"VBN", "VBD", "JJ"}
            and child.lower_.endswith("ed")
            and child.i
            and child.nbor(-1).dep_ == "cc"
            for child in noun.children
        )
    )


@asked_once
def is_predicate(token: Token) -> bool:
    """Whether the token heads a clause: a verb, or a noun or adjective with a copula."""
    if token.pos_ == "VERB":
        return True
    if token.pos_ == "AUX":
        return token.dep_ not in {"aux", "aux:pass", "cop"}
    return any(child.dep_ == "cop" or child.dep_ in SUBJECTS for child in token.children)


def has_auxiliary(verb: Token, lemma: str) -> bool:
    """Whether the verb stands with this auxiliary ("have", "may", "will")."""
    return any(child.dep_.startswith("aux") and child.lemma_ == lemma for child in verb.children)


@asked_once
def particle(verb: Token) -> str | None:
    """The adverb that belongs to the verb: "off" in "broke off"."""
    for child in verb.children:
        if child.dep_ == "compound:prt" or (child.dep_ == "advmod" and _is_particle(child, verb)):
            return str(child.lower_)
    return None


def _is_particle(adverb: Token, verb: Token) -> bool:
    """ "OUT" right after "carried", which parsers now and then take for an adverb of place."""
    return adverb.i == verb.i + 1 and (verb.lemma_, adverb.lower_) in _PHRASAL


_PHRASAL: Final = frozenset(
    {("carry", "out"), ("step", "up"), ("keep", "up"), ("put", "on"), ("break", "out"), ("go", "on")}
    | {("flare", "up"), ("call", "off"), ("set", "off"), ("blow", "up"), ("break", "up"), ("shoot", "down")}
)


@asked_once
def preposition(token: Token) -> str | None:
    """The words that govern the noun phrase, as one string: "in", "because of", "on behalf of"."""
    for child in token.children:
        if child.dep_ == "case" and child.lower_ not in GENITIVE:
            rest = [part.lower_ for part in child.children if part.dep_ == "fixed"]
            return " ".join([child.lower_, *rest])
    return None


_CALLING: Final = frozenset({"call", "describe", "term", "label", "dub"})


def called_so(what: Token) -> tuple[Token, ...]:
    """ "Rebels" in "killed WHAT the army called rebels", or nothing."""
    if what.lower_ != "what":
        return ()
    for clause in what.children:
        if clause.dep_ == "acl:relcl" and clause.lemma_ in _CALLING:
            for child in clause.children:
                named = child.dep_ in {"obj", "xcomp", "obl"} and child.pos_ in {"NOUN", "PROPN"}
                if named and child.i > clause.i:
                    return conjuncts(child)
    return ()


def relative_antecedent(token: Token) -> Token | None:
    """The noun a relative pronoun stands for: "rebels" in "the rebels, who seized Goma"."""
    if token.lower_ not in _RELATIVES or token.dep_ in {"mark", "det"}:
        return None
    step = token
    for _ in range(FAR):
        if step.dep_ == "acl:relcl":
            return step.head
        if step.head == step:
            return None
        step = step.head
    return None
