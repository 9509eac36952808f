"""From an act named by a noun, or held inside one, to what governs that noun."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import is_passive, is_predicate, particle, preposition
from brink.code.grammar.labels import SUBJECTS
from brink.code.parsed import Token
from brink.code.rows import Status
from brink.code.stance.climb import Climb, compose, governed
from brink.code.stance.lexicon import Effect, certainty_words, modality
from brink.code.stance.modifiers import is_definite, read_noun
from brink.code.stance.reading import read_predicate, untensed
from brink.code.stance.tense import Reading

_TOPIC: Final = frozenset({"on", "about", "over", "regarding", "concerning"})


def _asked_of(node: Token) -> Token | None:
    """The verb an infinitive belongs to when the parse hung it on that verb's object ("urged them to go")."""
    noun, words = node.head, modality()
    if noun.lemma_ in words.noun_of or noun.dep_ not in {"obj", "iobj", "obl"}:
        return None
    verb = noun.head
    known = verb.lemma_ in words.clause or verb.lemma_ in words.purpose_carried_out
    return verb if known and words.clause.get(verb.lemma_) != "happened" else None


def through_noun_clause(node: Token, state: Climb) -> Token | None:
    """Past the noun a clause hangs on: "a plan to …", "evidence that …"; None where the search ends."""
    noun, words = node.head, modality()
    infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in node.children)
    that = any(child.dep_ == "mark" and child.lower_ in {"that", "whether", "if"} for child in node.children)
    case = any(
        child.dep_ in {"case", "mark"} and child.lower_ in {"of", "for", "on", "at", "about"}
        for child in node.children
    )
    effect = words.noun_of.get(noun.lemma_)
    asking = _asked_of(node) if infinitive or (case and node.tag_ == "VBG") else None
    if asking is not None:
        effect = words.clause.get(asking.lemma_, "inherit")
        governed(
            effect, asking, read_predicate(asking), state, silent=asking.lemma_ in words.silent_when_negated
        )
        return None if state.ended else asking
    if not (infinitive or that or case):
        return None
    if effect is None:
        effect = "possible" if infinitive else "inherit"
    if effect == "happened" and that:
        effect = "inherit"
    return _inside_noun(noun, effect, state)


def _inside_noun(noun: Token, effect: Effect, state: Climb) -> Token | None:
    """The act sits inside a plan, threat or report: apply that noun, then what is said of it."""
    sure = certainty_words()
    state.apply(effect, noun)
    if state.ended:
        return None
    reading = read_noun(noun)
    if noun.lemma_ in sure.noun and effect != "denied":
        state.certainties.append(sure.noun[noun.lemma_])
    if reading.negated and any(c.dep_ == "det" and c.lower_ in {"no", "neither"} for c in noun.children):
        state.status = "denied"
        if noun.lemma_ in sure.evidence:
            state.certainties.append("doubtful")
    elif reading.status != "happened":
        state.status = compose(_as_effect(reading.status), state.status)
    state.take(reading)
    if effect != "inherit":
        state.bare = False
    return noun


def _as_effect(status: Status) -> Effect:
    return "inherit" if status == "happened" else status


def under_noun(node: Token, state: Climb) -> Token | None:
    """Past the noun that holds the act: "the threat of strikes", "a wave of arrests"."""
    noun, words = node.head, modality()
    case = preposition(node)
    if case is not None and words.preposition.get(case) is not None and case not in {"against", "over"}:
        state.apply(words.preposition[case], node, phrase=case)
        return None
    effect = words.noun_of.get(noun.lemma_)
    if effect is None:
        return noun if not is_definite(node) and case == "of" else None
    if effect in {"possible", "planned"} and case in _TOPIC and is_definite(node):
        return None
    if effect == "inherit" and node.dep_ == "compound":
        return noun
    return _inside_noun(noun, effect, state)


def under_verb(node: Token, state: Climb) -> Token | None:
    """Past the verb the act is subject, object or circumstance of: "cancelled the march"."""
    verb, words = node.head, modality()
    case = preposition(node)
    reading = read_predicate(verb) if is_predicate(verb) else Reading(status="happened", finite=False)
    if node.i in reading.cues:
        # "found no proof": the noun's own "no" has been counted.
        reading = Reading(status="happened", finite=reading.finite, past=reading.past)
    if node.dep_ == "obl:agent":
        # "It is underscored by the killing": the tense is that of the comment, not of the act.
        reading = untensed(reading)
    effect = _noun_effect(node, verb, case)
    if case is not None and verb.lower_ in {"ahead", "short", "because", "instead"}:
        case = f"{verb.lower_} {case}"
    if effect is None and case is not None:
        outer = words.preposition.get(case)
        if outer is not None:
            state.apply(outer, node, phrase=case)
            return None
    if not state.bare:
        return _container(effect, verb, reading, state)
    if effect is None:
        return _unknown_verb(node, verb, reading, state)
    certainty = certainty_words().adjective.get(verb.lower_)
    if certainty is not None and effect in {"possible", "planned"}:
        state.certainties.append(certainty)
    if effect == "happened" and verb.lemma_ in {"confirm", "acknowledge", "admit"} and reading.negated:
        effect = "possible"
    governed(effect, verb, reading, state, silent=verb.lemma_ in words.silent_when_negated)
    return None if state.ended else verb


def _noun_effect(node: Token, verb: Token, case: str | None) -> Effect | None:
    words, lemma = modality(), verb.lemma_
    if node.dep_ in SUBJECTS and not is_passive(verb):
        if verb.pos_ in {"ADJ", "ADV"}:
            return words.predicate.get(verb.lower_)
        if lemma in words.occur:
            return "ongoing" if words.noun.get(lemma) == "ongoing" else "inherit"
        return None
    if case is not None and node.dep_.startswith("obl") and case != "by":
        return words.noun.get(f"{lemma}-{case}")
    if case == "by":
        return "inherit"
    part = particle(verb)
    if part is not None and f"{lemma}-{part}" in words.noun:
        return words.noun[f"{lemma}-{part}"]
    if lemma == "rule" and not any(c.lower_ == "out" for c in verb.children):
        return None
    if node.dep_ in SUBJECTS and verb.lower_ in words.predicate:
        return words.predicate[verb.lower_]
    return words.noun.get(lemma)


def _container(effect: Effect | None, verb: Token, reading: Reading, state: Climb) -> Token | None:
    """What is said of a plan or threat touches the act only when it is denied, dropped or left open."""
    if effect in {"denied", "possible"}:
        governed(effect, verb, reading, state, silent=False)
        return verb
    if effect in {"inherit", "planned"} or verb.lemma_ in {"make", "be"}:
        if reading.negated:
            state.take(reading)
            state.status = "denied"
        elif reading.status == "possible":
            state.status = "possible"
        return verb
    return None


def _unknown_verb(node: Token, verb: Token, reading: Reading, state: Climb) -> Token | None:
    definite = is_definite(node)
    if node.dep_ in SUBJECTS and not is_passive(verb):
        if not definite and reading.status in {"possible", "planned"} and state.status == "happened":
            state.take(reading)
            state.status = "possible"
        return None
    if definite:
        return None
    governed("inherit", verb, untensed(reading), state, silent=True)
    return verb
