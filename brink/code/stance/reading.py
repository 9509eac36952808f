"""How a word stands by itself: its auxiliaries, tense, negation, adverbs and modifiers."""

from __future__ import annotations

from typing import Final

from brink.code.parsed import Token
from brink.code.stance.lexicon import certainty_words, modality
from brink.code.stance.tense import Parts, Reading, by_tense

_AUXILIARY: Final = frozenset({"aux", "aux:pass", "cop"})
_SUBJECT: Final = frozenset({"nsubj", "nsubj:pass", "nsubj:outer", "expl"})
_AHEAD: Final = frozenset({"next", "tomorrow", "coming", "upcoming", "soon", "shortly"})


def read_predicate(verb: Token) -> Reading:
    """Status of a verb (or of a noun or adjective with a copula) by its own words."""
    parts = _parts(verb)
    if not parts.auxiliaries and verb.dep_ == "conj" and parts.subject is None and verb.tag_ != "VBZ":
        shared = _parts(verb.head)
        if shared.auxiliaries and _same_form(verb, verb.head):
            parts.auxiliaries, parts.to = shared.auxiliaries, parts.to or shared.to
            joined = any(child.dep_ == "cc" and child.lower_ in {"or", "nor"} for child in verb.children)
            parts.negation = parts.negation or (shared.negation if joined or verb.tag_ == "VB" else None)
            parts.condition = parts.condition or shared.condition
            parts.adverb = parts.adverb or shared.adverb
    return _judge(verb, parts)


def _same_form(verb: Token, partner: Token) -> bool:
    if verb.tag_ == partner.tag_:
        return verb.tag_ in {"VB", "VBN", "VBG"}
    # The tagger mixes up past tense and participle, which look alike.
    return {verb.tag_, partner.tag_} == {"VBN", "VBD"} and partner.tag_ == "VBN"


def _parts(verb: Token) -> Parts:
    words = modality()
    parts = Parts([])
    for child in verb.children:
        relation, lower = child.dep_, child.lower_
        if relation in _AUXILIARY:
            parts.auxiliaries.append(child)
        elif relation in _SUBJECT:
            parts.subject = parts.subject or child
            if _negative_noun(child):
                parts.negation = child
        elif lower in words.negators:
            if child.i + 1 >= len(child.doc) or child.nbor().lower_ not in words.not_denying:
                parts.negation = child
        elif relation == "mark" and lower == "to":
            parts.to = child
        elif relation == "advmod":
            _note_adverb(child, parts)
        elif relation == "obj" and _negative_noun(child):
            parts.negation = child
        elif relation == "advcl":
            parts.condition = parts.condition or _conditional(child)
        elif relation.startswith("obl") and (
            lower in _AHEAD or any(c.lower_ in _AHEAD for c in child.children)
        ):
            parts.ahead = True
    return parts


def _note_adverb(child: Token, parts: Parts) -> None:
    if child.lower_ in {"longer", "more"} and any(c.lower_ in {"no", "any"} for c in child.children):
        parts.negation = child
    elif child.lower_ in _AHEAD:
        parts.ahead = True
    elif child.lower_ in certainty_words().adverb and (parts.adverb is None):
        parts.adverb = child


def _negative_noun(noun: Token) -> bool:
    words = modality()
    if noun.lower_ in words.negative_pronouns:
        return True
    return any(
        child.dep_ in {"det", "cc:preconj"} and child.lower_ in words.negative_determiners
        for child in noun.children
    )


def _conditional(clause: Token) -> bool:
    if clause.left_edge.lower_ in {"should", "had", "were"} and clause.left_edge.dep_ != "nsubj":
        return True
    return any(
        child.dep_ == "mark" and child.lower_ in {"if", "unless", "provided"} for child in clause.children
    )


def inverted_condition(verb: Token) -> bool:
    """Whether word order alone makes a condition: "Had they stayed", "Should talks fail"."""
    if verb.dep_ not in {"advcl", "ccomp"}:
        return False
    parts = _parts(verb)
    if not parts.auxiliaries or parts.subject is None:
        return False
    first = parts.auxiliaries[0]
    return first.i < parts.subject.i and first.lower_ in {"had", "should", "were"}


def _judge(verb: Token, parts: Parts) -> Reading:
    tense = by_tense(verb, parts)
    status, why, cues = tense.status, list(tense.because), list(tense.cues)
    certainty, hearsay = tense.certainty, None
    if parts.adverb is not None:
        word = parts.adverb.lower_
        certainty = certainty_words().adverb[word]
        hearsay = certainty_words().hearsay.get(word)
        cues.append(parts.adverb.i)
        why.append(f"“{word}” makes it {certainty}")
        if (status == "planned" and certainty != "certain") or word in certainty_words().opens:
            status = "possible"
    if parts.condition and status == "planned":
        status = "possible"
        why.append("a condition hangs on it")
    negated = parts.negation is not None
    if parts.negation is not None:
        cues.append(parts.negation.i)
        why.append(f"“{parts.negation.text}” negates “{verb.text}”")
        status = (
            "possible" if tense.modal in {"may", "might", "should", "must", "need", "ought"} else "denied"
        )
    return Reading(
        status=status,
        finite=tense.finite,
        past=tense.past,
        negated=negated,
        modal=tense.modal,
        certainty=certainty,
        hearsay=hearsay,
        conditional=parts.condition,
        plain=tense.plain and not why,
        because=tuple(why),
        cues=tuple(cues),
    )


def untensed(reading: Reading) -> Reading:
    """The reading without its present tense, which does not make what it governs go on."""
    return Reading(status="happened", finite=False) if reading.status == "ongoing" else reading
