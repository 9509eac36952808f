"""Words and constructions that mark a clause as one kind of claim."""

from __future__ import annotations

from typing import Final

from brink.code.claims.clauses import Clause
from brink.code.claims.lexicon import claim_words
from brink.code.claims.shape import Kind, Shape
from brink.code.parsed import Token
from brink.code.stance.lexicon import attribution_words, certainty_words

_AIMS: Final = frozenset({"xcomp", "advcl", "obl", "ccomp", "acl"})
_LIKELY: Final = frozenset({"likely", "unlikely", "inevitable", "probable", "possible"})


def marked(clause: Clause, shape: Shape) -> Kind | None:
    """The kind that some word or construction of the clause marks, or None."""
    for rule in (_unknown, _recommends, _wants, _foresees, _explains, _aims):
        found = rule(clause, shape)
        if found is not None:
            return found
    return None


def _unknown(clause: Clause, shape: Shape) -> Kind | None:
    lower = shape.head.lower_
    words = claim_words()
    passive = any(child.dep_ == "aux:pass" for child in shape.head.children)
    if (shape.copular or passive) and (
        lower in words.unknown or (lower in {"clear", "known", "certain"} and shape.negated)
    ):
        return Kind("assessment", f"“{lower}” leaves it open")
    if shape.copular and any(child.lower_ in words.unknown for child in shape.head.children):
        return Kind("assessment", "“unclear” leaves it open")
    if _no_evidence(shape.head):
        return Kind("assessment", "no evidence leaves it open")
    opening = clause.lower[:40]
    for opener in words.assessment.openers:
        if opening.startswith(f" {opener} "):
            if opener == "there is little" and _governs_forecast(clause):
                return Kind("forecast", f"“{opener}” weighs it")
            return Kind("assessment", f"“{opener}” weighs it")
    return None


def _no_evidence(head: Token) -> bool:
    """ "There is no sign that", "there are few reports of"."""
    return any(
        child.lemma_ in certainty_words().evidence
        and any(grand.lower_ in {"no", "little", "few", "scant"} for grand in child.children)
        for child in head.children
        if head.lemma_ == "be" and child.dep_ in {"nsubj", "obj"}
    )


def _governs_forecast(clause: Clause) -> bool:
    return any(token.lower_ in {"will", "would"} and token.tag_ == "MD" for token in clause.words)


def _recommends(clause: Clause, shape: Shape) -> Kind | None:
    words = claim_words().recommendation
    if clause.lower.startswith((" in order that ", " so that ", " lest ")):
        return None
    if shape.modal == "should" and shape.lemma in {"know", "remember", "realize", "realise"}:
        return Kind("assessment", f"“should {shape.lemma}” asserts it")
    if shape.modal == "should" and shape.lemma == "expect":
        return Kind("forecast", "“should be expected” looks ahead")
    if shape.lemma in words.nouns and shape.head.dep_ == "obj":
        return Kind("recommendation", f"“{shape.head.text}” prescribes it")
    if shape.modal in words.modals and not shape.perfect:
        return Kind("recommendation", f"“{shape.modal}” prescribes it")
    yet = any(child.lower_ == "yet" for child in shape.head.children)
    if shape.lemma in words.verbs_to and shape.head.tag_ != "VBD" and _has_infinitive(shape.head) and not yet:
        return Kind("recommendation", f"“{shape.head.text} to” prescribes it")
    bound = any(child.dep_ in {"xcomp", "ccomp", "csubj", "advcl"} for child in shape.head.children)
    if shape.copular and shape.present and bound and shape.head.lower_ in words.predicates:
        return Kind("recommendation", f"“{shape.head.text}” prescribes it")
    return None


def _has_infinitive(head: Token) -> bool:
    return any(
        child.dep_ in {"xcomp", "advcl"}
        and child.tag_ == "VB"
        and any(m.lower_ == "to" for m in child.children)
        for child in head.children
    )


def _wants(_: Clause, shape: Shape) -> Kind | None:
    words = claim_words().motive
    if shape.lemma == "like" and shape.modal == "would":
        return Kind("motive", "“would like” tells a wish")
    if shape.lemma in words.verbs and shape.head.pos_ == "VERB" and _directed(shape.head):
        return Kind("motive", f"“{shape.head.text}” tells a purpose")
    relations = {child.dep_ for child in shape.head.children}
    if shape.head.lower_ in words.predicates and relations & {"cop", "aux:pass"} and relations & _AIMS:
        return Kind("motive", f"“{shape.head.text}” tells a purpose")
    return None


def _directed(verb: Token) -> bool:
    """An aim that is named: "wants to …", "aimed at …", "seeks a deal"."""
    if verb.lemma_ == "mean":
        return any(child.dep_ == "xcomp" for child in verb.children)
    wanted = {"xcomp", "ccomp"} if verb.lemma_ == "seek" else {"xcomp", "obj", "advcl", "obl", "ccomp"}
    return any(child.dep_ in wanted for child in verb.children)


def _foresees(clause: Clause, shape: Shape) -> Kind | None:
    words = claim_words().forecast
    if shape.modal in {"may", "might", "could"} and shape.copular and _explains(clause, shape) is not None:
        return _explains(clause, shape)
    if shape.modal == "could" and shape.negated and " if " not in clause.lower:
        # "Reporters could not reach the town" tells what was so.
        return None
    if shape.modal == "can" and shape.negated and " if " not in clause.lower:
        return Kind("assessment", "“cannot” judges it")
    if shape.modal in words.modals:
        if shape.perfect:
            return Kind("assessment", f"“{shape.modal} have” infers it")
        return Kind("forecast", f"“{shape.modal}” looks ahead")
    head = shape.head
    copular = any(child.dep_ in {"cop", "aux:pass"} for child in head.children)
    feasible = head.lower_ == "possible" and _has_infinitive(head)
    foreseen = _has_infinitive(head) or head.lower_ in _LIKELY
    if copular and head.lower_ in words.predicates and foreseen and not feasible:
        return Kind("forecast", f"“{head.text}” looks ahead")
    if shape.lemma in words.verbs_to and _has_infinitive(head) and not _bound_by_word(shape):
        return Kind("forecast", f"“{head.text} to” looks ahead")
    for child in head.children:
        if (
            child.dep_ == "obj"
            and child.lemma_ in words.nouns
            and any(g.tag_ == "VB" for g in child.children)
        ):
            return Kind("forecast", f"“{child.text} to” looks ahead")
        if (
            child.dep_ == "obj"
            and child.lemma_ in words.nouns
            and shape.lemma in {"increase", "raise", "reduce"}
        ):
            return Kind("forecast", f"“{child.text}” looks ahead")
    return None


def _bound_by_word(shape: Shape) -> bool:
    """Whether people have promised or threatened something: an act of theirs and no outlook."""
    if shape.lemma not in {"promise", "threaten"} or shape.progressive:
        return False
    people = attribution_words().people
    return any(
        child.dep_ in {"nsubj", "nsubj:pass"} and (child.lemma_.lower() in people or child.pos_ == "PRON")
        for child in shape.head.children
    )


def _explains(clause: Clause, shape: Shape) -> Kind | None:
    words = claim_words().cause
    lower = clause.lower
    for phrase in words.phrases:
        if f" {phrase} " in lower and not (phrase == "due to" and _is_scheduled(clause)):
            return Kind("cause", f"“{phrase}” gives a cause")
    if shape.head.pos_ == "VERB":
        affects = any(c.dep_ in {"obj", "nsubj:pass"} for c in shape.head.children)
        if shape.lemma in words.verbs and affects and not by_people(shape.head):
            return Kind("cause", f"“{shape.head.text}” gives a cause")
        following = [t.lower_ for t in shape.head.doc[shape.head.i + 1 : shape.head.i + 4]]
        for phrase in words.verbs_with:
            verb, *rest = phrase.split()
            if verb == shape.lemma and rest and rest[-1] in following and _continues(following, rest):
                return Kind("cause", f"“{phrase}” gives a cause")
    return None


def _is_scheduled(clause: Clause) -> bool:
    """ "The truce was DUE TO END": a date and no cause."""
    doc = clause.head.doc
    return any(
        token.lower_ == "due" and token.i + 2 < len(doc) and doc[token.i + 2].tag_ == "VB"
        for token in clause.words
    )


def by_people(verb: Token) -> bool:
    """Whether named people are the subject: they act, where things cause or measure."""
    return any(
        child.dep_ == "nsubj"
        and child.pos_ in {"PROPN", "PRON"}
        and child.lower_ not in {"this", "that", "it", "which"}
        for child in verb.children
    )


def _continues(following: list[str], rest: list[str]) -> bool:
    return (len(rest) == 1 and following[0] == rest[0]) or (len(rest) > 1 and rest[0] in following)


def _aims(clause: Clause, _: Shape) -> Kind | None:
    lower = clause.lower
    for phrase in claim_words().motive.phrases:
        if f" {phrase} " in lower:
            return Kind("motive", f"“{phrase}” tells a purpose")
    return None
