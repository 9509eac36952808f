"""What kind of claim a clause makes, by its own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from spacy.tokens import Token

from brink.code.claims.clauses import Clause
from brink.code.claims.lexicon import claim_words
from brink.code.rows import ClaimKind
from brink.code.stance.lexicon import certainty_words

_COPULAR: Final = frozenset({"remain", "become", "seem", "appear", "stay"})
_AIMS: Final = frozenset({"xcomp", "advcl", "obl", "ccomp", "acl"})
_PRESENT: Final = frozenset({"VBZ", "VBP"})


@dataclass(frozen=True, slots=True)
class Kind:
    """The kind of a claim and the words that show it."""

    kind: ClaimKind
    because: str


@dataclass(frozen=True, slots=True)
class _Shape:
    """What the rules ask of a clause's predicate."""

    head: Token
    lemma: str
    modal: str | None
    perfect: bool
    present: bool
    progressive: bool
    copular: bool
    negated: bool


def shape_of(head: Token) -> _Shape:
    """Modal, tense and copula of the predicate."""
    modal, perfect, copular, negated = None, False, head.lemma_ in _COPULAR, False
    tags = [head.tag_]
    progressive = False
    for child in head.children:
        if child.dep_ in {"aux", "aux:pass", "cop"}:
            tags.append(child.tag_)
            if child.tag_ == "MD" and modal is None:
                modal = {"'ll": "will", "wo": "will", "'d": "would", "ca": "can"}.get(child.lower_, child.lower_)
            perfect = perfect or child.lemma_ == "have"
            copular = copular or child.dep_ == "cop"
            progressive = progressive or (child.lemma_ == "be" and head.tag_ == "VBG")
        elif child.lower_ in {"not", "n't", "n’t", "never"}:
            negated = True
    if head.tag_ == "VB" and tags == ["VB"] and any(child.dep_ == "nsubj" for child in head.children):
        # The tagger takes the plural present for an infinitive ("both sides share").
        tags.append("VBP")
    present = modal is None and not perfect and bool(_PRESENT & set(tags))
    return _Shape(head, head.lemma_, modal, perfect, present, progressive, copular, negated)


def told_kind(clause: Clause, cue_lemma: str) -> Kind:
    """Kind of what somebody says: always one, a plain statement of fact if no word shows another."""
    shape = shape_of(clause.head)
    found = _marked(clause, shape)
    if found is not None:
        return found
    words = claim_words()
    if cue_lemma in words.forecast.cues:
        return Kind("forecast", f"“{cue_lemma}” foresees it")
    if cue_lemma in {"believe", "think", "argue", "assess", "suspect"} and _purpose(clause.head):
        return Kind("motive", "a purpose is given")
    valued = _valued(clause, shape)
    if valued is not None:
        return valued
    if shape.modal == "would" and not shape.perfect:
        return Kind("forecast", "“would” looks ahead")
    if cue_lemma in {"insist", "demand", "propose", "suggest", "urge"} and clause.head.tag_ == "VB":
        return Kind("recommendation", f"“{cue_lemma}” asks for it")
    if cue_lemma == "hope":
        return Kind("motive", "it is hoped for")
    if cue_lemma in {"deny", "confirm", "refute"}:
        return Kind("fact", f"“{cue_lemma}” settles what is so")
    if shape.present and shape.copular and not _measured(clause):
        return Kind("assessment", "it says what something is")
    return Kind("fact", "it is stated as so")


def own_kind(clause: Clause, *, by_actor: bool, figures: bool) -> Kind | None:
    """Kind of a claim the article makes in its own voice, or None for plain narration.

    `by_actor` tells that an actor is the subject: "will" then announces an act and foresees
    nothing. `figures` tells that the clause states a number that is not a toll or a date.
    """
    shape = shape_of(clause.head)
    found = _marked(clause, shape)
    if found is not None and not (found.kind == "forecast" and by_actor and _is_announcement(clause, shape)):
        return found
    if found is not None:
        return None
    if _statistic(clause, shape, figures=figures):
        return Kind("fact", "it gives a statistic")
    valued = _valued(clause, shape)
    if valued is not None:
        return valued
    if shape.modal == "would" and not shape.perfect and not by_actor:
        return Kind("forecast", "“would” looks ahead")
    if shape.present and shape.copular and _describes(clause.head):
        return Kind("assessment", "it says what something is")
    if shape.present and shape.lemma in claim_words().fact.possession:
        return Kind("fact", f"“{clause.head.text}” states what is there")
    return None


def _describes(head: Token) -> bool:
    """A quality or role, or "the real winner is X"; not where something is."""
    if head.pos_ == "PROPN":
        return any(child.dep_ == "nsubj" and child.pos_ == "NOUN" for child in head.children)
    return head.pos_ in {"ADJ", "NOUN", "ADV", "ADP"}


def _is_announcement(clause: Clause, shape: _Shape) -> bool:
    likely = {"likely", "probably", "unlikely", "inevitably", "eventually"}
    return shape.modal in {"will", "shall"} and not any(token.lower_ in likely for token in clause.words)


def _marked(clause: Clause, shape: _Shape) -> Kind | None:
    for rule in (_unknown, _recommends, _wants, _foresees, _explains, _aims):
        found = rule(clause, shape)
        if found is not None:
            return found
    return None


def _unknown(clause: Clause, shape: _Shape) -> Kind | None:
    lower = shape.head.lower_
    words = claim_words()
    if shape.copular and (lower in words.unknown or (lower in {"clear", "known", "certain"} and shape.negated)):
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
    """"There is no sign that", "there are few reports of"."""
    return any(
        child.lemma_ in certainty_words().evidence
        and any(grand.lower_ in {"no", "little", "few", "scant"} for grand in child.children)
        for child in head.children
        if head.lemma_ == "be" and child.dep_ in {"nsubj", "obj"}
    )


def _governs_forecast(clause: Clause) -> bool:
    return any(token.lower_ in {"will", "would"} and token.tag_ == "MD" for token in clause.words)


def _recommends(_: Clause, shape: _Shape) -> Kind | None:
    words = claim_words().recommendation
    if shape.modal == "should" and shape.lemma in {"know", "remember", "realize", "realise"}:
        return Kind("assessment", f"“should {shape.lemma}” asserts it")
    if shape.lemma in words.nouns and shape.head.dep_ == "obj":
        return Kind("recommendation", f"“{shape.head.text}” prescribes it")
    if shape.modal in words.modals and not shape.perfect:
        return Kind("recommendation", f"“{shape.modal}” prescribes it")
    if shape.lemma in words.verbs_to and shape.head.tag_ != "VBD" and _has_infinitive(shape.head):
        return Kind("recommendation", f"“{shape.head.text} to” prescribes it")
    if shape.copular and shape.head.lower_ in words.predicates:
        return Kind("recommendation", f"“{shape.head.text}” prescribes it")
    return None


def _has_infinitive(head: Token) -> bool:
    return any(
        child.dep_ in {"xcomp", "advcl"} and child.tag_ == "VB" and any(m.lower_ == "to" for m in child.children)
        for child in head.children
    )


def _wants(_: Clause, shape: _Shape) -> Kind | None:
    words = claim_words().motive
    if shape.lemma in words.verbs and shape.head.pos_ == "VERB" and _directed(shape.head):
        return Kind("motive", f"“{shape.head.text}” tells a purpose")
    relations = {child.dep_ for child in shape.head.children}
    if shape.head.lower_ in words.predicates and relations & {"cop", "aux:pass"} and relations & _AIMS:
        return Kind("motive", f"“{shape.head.text}” tells a purpose")
    return None


def _directed(verb: Token) -> bool:
    """An aim that is named: "wants to …", "aimed at …", "seeks a deal"."""
    wanted = {"xcomp", "ccomp"} if verb.lemma_ in {"seek", "mean"} else {"xcomp", "obj", "advcl", "obl", "ccomp"}
    return any(child.dep_ in wanted for child in verb.children)


def _foresees(clause: Clause, shape: _Shape) -> Kind | None:
    words = claim_words().forecast
    if shape.modal in {"may", "might", "could"} and shape.copular and _explains(clause, shape) is not None:
        return _explains(clause, shape)
    if shape.modal in words.modals:
        if shape.perfect:
            return Kind("assessment", f"“{shape.modal} have” infers it")
        return Kind("forecast", f"“{shape.modal}” looks ahead")
    head = shape.head
    if head.lower_ in words.predicates and any(child.dep_ in {"cop", "aux:pass"} for child in head.children):
        if _has_infinitive(head) or head.lower_ in {"likely", "unlikely", "inevitable", "probable", "possible"}:
            return Kind("forecast", f"“{head.text}” looks ahead")
    if shape.lemma in words.verbs_to and _has_infinitive(head):
        return Kind("forecast", f"“{head.text} to” looks ahead")
    for child in head.children:
        if child.dep_ == "obj" and child.lemma_ in words.nouns and any(g.tag_ == "VB" for g in child.children):
            return Kind("forecast", f"“{child.text} to” looks ahead")
        if child.dep_ == "obj" and child.lemma_ in words.nouns and shape.lemma in {"increase", "raise", "reduce"}:
            return Kind("forecast", f"“{child.text}” looks ahead")
    return None


def _explains(clause: Clause, shape: _Shape) -> Kind | None:
    words = claim_words().cause
    lower = clause.lower
    for phrase in words.phrases:
        if f" {phrase} " in lower:
            return Kind("cause", f"“{phrase}” gives a cause")
    if shape.head.pos_ == "VERB":
        if shape.lemma in words.verbs and any(c.dep_ in {"obj", "nsubj:pass"} for c in shape.head.children):
            if not _by_people(shape.head):
                return Kind("cause", f"“{shape.head.text}” gives a cause")
        following = [t.lower_ for t in shape.head.doc[shape.head.i + 1 : shape.head.i + 4]]
        for phrase in words.verbs_with:
            verb, *rest = phrase.split()
            if verb == shape.lemma and rest and rest[-1] in following and _continues(following, rest):
                return Kind("cause", f"“{phrase}” gives a cause")
    return None


def _by_people(verb: Token) -> bool:
    """People who create or drive something act; only things cause."""
    return any(
        child.dep_ == "nsubj" and child.pos_ in {"PROPN", "PRON"} and child.lower_ not in {"this", "that", "it", "which"}
        for child in verb.children
    )


def _continues(following: list[str], rest: list[str]) -> bool:
    return len(rest) == 1 and following[0] == rest[0] or (len(rest) > 1 and rest[0] in following)


def _aims(clause: Clause, _: _Shape) -> Kind | None:
    lower = clause.lower
    for phrase in claim_words().motive.phrases:
        if f" {phrase} " in lower:
            return Kind("motive", f"“{phrase}” tells a purpose")
    return None


def _purpose(head: Token) -> bool:
    return any(
        child.dep_ in {"advcl", "xcomp"} and child.tag_ == "VB" and any(m.lower_ == "to" for m in child.children)
        for child in head.children
    ) or any(
        grand.dep_ == "acl" and grand.tag_ == "VB"
        for child in head.children
        if child.dep_ == "obj"
        for grand in child.children
    )


def _valued(clause: Clause, shape: _Shape) -> Kind | None:
    words = claim_words().assessment
    head = shape.head
    if shape.copular:
        for token in (head, *(c for c in head.children if c.dep_ in {"xcomp", "amod", "obj", "conj"})):
            if token.lower_ in words.adjectives or token.lemma_ in words.adjectives or token.lemma_ in words.nouns:
                return Kind("assessment", f"“{token.text}” judges it")
    if shape.progressive and shape.lemma in words.trends:
        return Kind("assessment", f"“{head.text}” names a trend")
    if shape.lemma in words.verbs and head.pos_ == "VERB" and (shape.present or shape.lemma in {"underscore", "reflect"}):
        return Kind("assessment", f"“{head.text}” judges it")
    return None


def _measured(clause: Clause) -> bool:
    return any(token.like_num or token.lower_ in claim_words().fact.words for token in clause.words)


def _statistic(clause: Clause, shape: _Shape, *, figures: bool) -> bool:
    words = claim_words().fact
    parts = any(token.lower_ in words.words for token in clause.words)
    number = figures or any(token.like_num for token in clause.words)
    if parts and (number or shape.lemma in words.verbs or shape.present):
        return True
    return number and shape.lemma in words.verbs and shape.head.pos_ == "VERB" and not _by_people(shape.head)
