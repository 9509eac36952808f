"""Active or passive, in finite clauses, reduced relatives and what parsers misread."""

from __future__ import annotations

from typing import Final

from brink.code.grammar.labels import BEFORE_CLAUSES
from brink.code.grammar.phrase import FAR, has_auxiliary, is_predicate, resumes
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.grammar")


def misread(verb: Token) -> tuple[Token, Token] | None:
    """Subject and object of a past tense that the parser took for an attribute of its object.

    In "Burkina Faso accused Ivory Coast" some parses read "accused Ivory Coast" as an
    apposition to "Burkina Faso".
    """
    noun = verb.head
    subject = noun.head
    if verb.dep_ == "amod" and noun.dep_ == "conj" and verb.tag_ in {"VBN", "VBD"}:
        resumed = _resumed_subject(noun)
        if resumed is not None:
            return resumed, noun
    if verb.dep_ != "amod" or verb.tag_ not in {"VBN", "VBD"} or not subject.i < verb.i < noun.i:
        return None
    if noun.dep_ not in {"appos", "conj", "dep", "parataxis", "obj"} or subject.pos_ not in {"NOUN", "PROPN"}:
        return None
    before = verb.nbor(-1)
    touching = before == subject or (before.head == subject and before.dep_ == "flat")
    return (subject, noun) if touching else None


def _resumed_subject(noun: Token) -> Token | None:
    """The bomb in "the bomb killed 30 and wounded DOZENS", where an amount cannot have an attribute."""
    if not resumes(noun):
        return None
    step = noun
    for _ in range(FAR):
        if step.dep_ != "conj" or step.head == step:
            break
        step = step.head
    if step.dep_ != "obj":
        return None
    return next((child for child in step.head.children if child.dep_ == "nsubj"), None)


def misread_verb(token: Token) -> bool:
    """Whether an attribute in the parse is the verb of its sentence."""
    return token.dep_ == "amod" and misread(token) is not None


def is_passive(verb: Token) -> bool:
    """Whether the subject of the verb suffers the act, in finite clauses and reduced relatives alike."""
    step = verb
    for _ in range(FAR):
        known = _voice(step)
        if known is not None:
            return known
        # A conjoined participle without an auxiliary of its own has the voice of its partner.
        if step.head.tag_ == "VBD" or not is_predicate(step.head):
            return False
        step = step.head
    return False


def _voice(verb: Token) -> bool | None:
    """True if passive, False if active, None if its conjunct decides."""
    if verb.dep_ == "amod" and misread(verb) is not None:
        return False
    if _is_finite_passive(verb):
        return True
    for child in verb.children:
        if child.dep_ == "nsubj:pass":
            return True
        if child.dep_ == "nsubj":
            shares = verb.tag_ == "VBN" and verb.dep_ == "conj" and _is_finite_passive(verb.head)
            return shares or _is_headline(verb, child)
    if verb.tag_ != "VBN":
        return verb.tag_ == "VBD" and verb.dep_ == "acl" and _is_reduced(verb)
    if verb.dep_ == "acl" and _has_own_object(verb):
        return False
    if verb.dep_ in {"acl", "amod", "advcl"}:
        return not has_auxiliary(verb, "have")
    if verb.dep_ not in {"conj", "xcomp"} or any(child.dep_.startswith("aux") for child in verb.children):
        return False
    return None if verb.dep_ == "conj" else verb.head.tag_ != "VBD"


def _is_headline(verb: Token, subject: Token) -> bool:
    """ "Two soldiers KILLED in ambush", "three ARRESTED": what nobody does without an object.

    With "by" and its agent the words leave only that reading. An article before the noun, a pronoun
    or, after most verbs, a name leaves an active clause.
    """
    stands = verb.dep_ in {"ROOT", "parataxis", "conj"} or (verb.dep_ == "ccomp" and verb.i < verb.head.i)
    if verb.tag_ not in {"VBN", "VBD"} or not stands or subject.pos_ not in {"NOUN", "NUM", "PROPN"}:
        return False
    if any(child.dep_.startswith("aux") for child in verb.children) or _takes_object(verb):
        return False
    if any(child.dep_ == "obl:agent" and child.pos_ in {"NOUN", "PROPN"} for child in verb.children):
        return True
    articled = any(child.dep_ == "det" for child in subject.children)
    if not _harmed(verb) or articled or (subject.pos_ == "PROPN" and verb.lemma_ not in _NAMED):
        return False
    return _nothing_done(verb)


def _harmed(verb: Token) -> bool:
    """Whether the verb tells, without an object, only what was done to its subject."""
    after = {child.lower_ for child in verb.children if child.i > verb.i}
    if verb.lemma_ == "gun":
        return "down" in after
    if verb.lemma_ in _HIT:
        return any(str(noun.lemma_).lower() in _HITTABLE for noun in verb.children if noun.dep_ == "nsubj")
    if verb.lemma_ == "shoot" and "dead" not in after:
        return all(_preposition(child) not in _AIMED for child in verb.children)
    return verb.lemma_ in _SUFFERED or verb.lemma_ in _NAMED


def _preposition(phrase: Token) -> str | None:
    return next((child.lower_ for child in phrase.children if child.dep_ == "case"), None)


def _takes_object(verb: Token) -> bool:
    after = (child.dep_ for child in verb.children if child.i > verb.i and child.lower_ != "dead")
    if any(relation.startswith(("obj", "ccomp", "xcomp")) for relation in after):
        return True
    return any(child.dep_ == "conj" and _has_own_object(child) for child in verb.children)


def _nothing_done(verb: Token) -> bool:
    """Whether the words go on, after the verb and its particle, without anything that it could be done to."""
    doc, i = verb.doc, verb.i + 1
    while i < len(doc) and doc[i].lower_ in {"dead", "down", "up"} and doc[i].head == verb:
        i += 1
    after = doc[i] if i < len(doc) else None
    return after is None or after.is_punct or after.is_space or after.pos_ in {"ADP", "SCONJ", "ADV", "CCONJ"}


def _is_reduced(verb: Token) -> bool:
    """ "Martyred" in "the soldiers MARTYRED on Monday were buried": transitive, without an object.

    Only after a noun that has a place in the clause and that nothing but an article precedes,
    since parsers hang finite verbs on bare nouns too.
    """
    noun = verb.head
    if verb.lemma_ not in _SUFFERED or noun.head == noun or _has_own_object(verb) or verb.nbor(-1) != noun:
        return False
    return not any(child.dep_ == "case" and child.lower_ in BEFORE_CLAUSES for child in noun.children)


_KILLING: Final = _LISTS["killing"]
_SUFFERED: Final = _KILLING | _LISTS["suffered"]
_NAMED: Final = _KILLING | _LISTS["suffered_by_names"]
_HIT: Final = _LISTS["hitting"]
_HITTABLE: Final = _LISTS["hit"]
_AIMED = frozenset({"at", "into", "on", "from", "toward", "towards", "through"})
_GIVING: Final = _LISTS["with_two_objects"]


def _has_own_object(verb: Token) -> bool:
    """A past tense taken for a participle: "after a man from the town KILLED one soldier"."""
    if verb.lemma_ in _GIVING or any(child.dep_ == "obl:agent" for child in verb.children):
        return False
    after = [child for child in verb.children if child.i > verb.i]
    return any(
        child.dep_ == "obj" or (child.dep_ == "obl" and any(part.tag_ == "RP" for part in child.children))
        for child in after
    )


def _is_finite_passive(verb: Token) -> bool:
    """Whether a conjoined participle may share this verb's auxiliary ("was taken and two men held")."""
    # "Were themselves held" is often read as a copula with a participle.
    return any(c.dep_ == "aux:pass" or (c.dep_ == "cop" and verb.tag_ == "VBN") for c in verb.children)
