"""From a clause to the verb, adjective or clause that governs it."""

from __future__ import annotations

from typing import Final

from brink.code.grammar import is_passive, is_predicate, preposition
from brink.code.parsed import Token
from brink.code.stance.answered import is_answered
from brink.code.stance.climb import Climb, governed
from brink.code.stance.lexicon import Effect, attribution_words, certainty_words, modality
from brink.code.stance.modifiers import read_noun
from brink.code.stance.reading import read_predicate, untensed
from brink.code.stance.tense import Reading

_LINKS: Final = frozenset({"in", "at", "on", "of", "from", "for", "about", "to"})


_SPEAKING_OF: Final = frozenset({"comment", "discuss", "elaborate"})


def complements(node: Token) -> bool:
    """Whether a phrase hung beside a verb is what the verb asks, orders or plans ("succeeded in seizing")."""
    governor, words = node.head, modality()
    known = governor.lemma_ in words.clause or governor.lower_ in words.predicate
    if not known or governor.lemma_ in words.purpose_carried_out:
        return False
    if node.tag_ == "VBG":
        # "Discussed ENDING the war", though a parser may hang it as "spoke, WAVING a flag".
        return node.i == governor.i + 1 or any(
            child.dep_ in {"mark", "case"} and child.lower_ in _LINKS for child in node.children
        )
    marked = any(child.dep_ == "mark" and child.lower_ == "to" for child in node.children)
    return marked and not preposition(node)


def _clause_effect(node: Token) -> Effect | None:
    governor, words = node.head, modality()
    if is_answered(node) or _is_put_so(node) or _is_tried_with(node):
        return None
    if governor.pos_ in {"ADJ", "NOUN", "ADV"} or is_passive(governor) or governor.lower_ == "set":
        effect = words.predicate.get(governor.lower_)
        if effect is not None and governor.lower_ not in {"expected", "reported"}:
            return effect
        if governor.pos_ == "NOUN" and governor.lemma_ in words.noun_of:
            return words.noun_of[governor.lemma_]
    if governor.lemma_ == "go" and governor.tag_ == "VBG" and node.tag_ == "VB":
        return "planned"
    if governor.lemma_ == "have" and node.tag_ == "VB" and node.dep_ == "xcomp" and governor.tag_ != "VBD":
        return "denied" if _has_yet(node) else "possible"
    return words.clause.get(governor.lemma_)


_PUTTING: Final = frozenset(
    {"say", "make", "stress", "emphasize", "emphasise", "reiterate", "underline", "underscore", "repeat"}
)


def _is_put_so(node: Token) -> bool:
    """ "I want to SAY that we condemn it", "we would like to STRESS that": who says so has said it."""
    wishing = node.head
    mine = any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in wishing.children)
    return mine and node.lemma_ in _PUTTING and wishing.lemma_ in {"want", "like", "wish"}


def _is_tried_with(node: Token) -> bool:
    """ "Tried to KILL him with an airstrike": the airstrike took place, unless the trying failed."""
    trying, words = node.head, modality()
    if trying.lemma_ not in {"try", "attempt"} or node.lemma_ not in words.attempted_with_means:
        return False
    done = trying.tag_ in {"VBD", "VBN"} and any(child.dep_ == "nsubj" for child in trying.children)
    failed = any(child.lemma_ in {"fail", "abort"} for child in trying.children)
    return (
        done
        and not failed
        and any(
            child.dep_.startswith("obl")
            and preposition(child) in {"with", "in", "by", "using", "through"}
            and child.lemma_ in words.means_of_attempts
            for child in node.children
        )
    )


def _has_yet(node: Token) -> bool:
    return any(token.lower_ == "yet" for token in node.doc[max(0, node.i - 3) : node.i])


def _speaks(verb: Token) -> bool:
    return verb.pos_ in {"VERB", "ADJ"} and verb.lemma_ in attribution_words().verbs


def through_complement(node: Token, state: Climb) -> Token | None:
    """Past the verb or adjective that takes the clause: "refused to …", "said that …"."""
    governor = node.head
    reading = read_predicate(governor)
    finite = node.dep_ == "ccomp" and read_predicate(node).finite
    lemma, words, sure = governor.lemma_, modality(), certainty_words()
    effect = _clause_effect(node)
    if finite and (_speaks(governor) or effect is None):
        _reported(node, governor, reading, state)
        return governor
    certainty = sure.adjective.get(governor.lower_) if effect in {"possible", "planned", "denied"} else None
    if certainty is None and is_passive(governor) and lemma in attribution_words().impersonal:
        certainty = sure.verb.get(lemma, "probable")
        state.hearsay = state.hearsay or "unnamed"
        effect = "inherit" if _perfect(node) else effect
        # The belief is present, the act is not therefore going on.
        reading = untensed(reading)
    if certainty is not None and not (certainty == "certain" and effect == "possible"):
        state.certainties.append(certainty)
    if effect is None and node.dep_.startswith("csubj") and node.tag_ == "VBG" and not reading.past:
        # "Entering the war carries risks" weighs an act that may never come.
        effect = "possible"
    if effect == "possible" and lemma == "able":
        effect = "inherit" if reading.past else "possible"
    governed(effect or "inherit", governor, reading, state, silent=lemma in words.silent_when_negated)
    # Who declines to comment on an act does not deny it.
    return governor if lemma not in _SPEAKING_OF else None


def _perfect(node: Token) -> bool:
    return (
        any(child.dep_ == "aux" and child.lemma_ == "have" for child in node.children)
        or node.tag_ == "VBN"
        or any(child.dep_ in {"aux", "cop"} and child.lemma_ == "be" for child in node.children)
    )


def _reported(node: Token, governor: Token, reading: Reading, state: Climb) -> None:
    """A "that" clause keeps its own tense; the verb above it may doubt, deny or foresee it."""
    words, sure = modality(), certainty_words()
    effect = _clause_effect(node)
    modal = _modal_of(node)
    marker = next((c.lower_ for c in node.children if c.dep_ == "mark"), None)
    if effect == "denied":
        state.apply("denied", governor)
    elif (
        governor.lemma_ in {"doubt", "hope", "fear", "wonder", "want", "demand", "urge", "request"}
        or (governor.lower_ in words.predicate and words.predicate[governor.lower_] == "possible")
        or marker in {"whether", "if"}
    ):
        state.apply("possible", governor)
        lean = sure.adjective.get(governor.lower_) or sure.verb.get(governor.lemma_)
        if lean is not None and lean != "certain":
            state.certainties.append(lean)
    elif modal in {"will", "would", "shall"} and governor.lemma_ in words.outlook:
        state.status = "possible" if state.status != "denied" else state.status
        state.because.append(f"“{governor.text}” foresees it")
        state.cues.append(governor.i)
    elif (
        modal == "would"
        and state.status == "possible"
        and (reading.past or governor.tag_ in {"VBG", "VBN"})
        and (_speaks(governor) and not read_predicate(node).conditional)
    ):
        state.status = "planned"
        state.because.append(f"“{governor.text}” announces it")
        state.cues.append(governor.i)
    if _speaks(governor) and governor.lemma_ in sure.verb and effect != "denied":
        state.certainties.append(sure.verb[governor.lemma_])
    if reading.negated:
        _not_said(governor, state)


def _modal_of(node: Token) -> str | None:
    return read_predicate(node).modal


def _not_said(governor: Token, state: Climb) -> None:
    sure = certainty_words()
    if governor.lemma_ in {"deny", "dispute"}:
        state.status = "possible"
    elif sure.verb.get(governor.lemma_) == "probable":
        state.status = "denied"
        state.certainties.append("doubtful")
    else:
        state.status = "possible"
    state.because.append(f"“{governor.text}” is negated")
    state.cues.append(governor.i)


def through_adverbial(node: Token, state: Climb) -> Token | None:
    """Past the clause an adverbial one belongs to: "if …", "without …", "to …", "killing …"."""
    governor, words = node.head, modality()
    marker = _opening(node)
    effect = words.marker.get(marker) if marker else None
    if marker == "to" or (marker is None and node.tag_ == "VB"):
        return _through_purpose(node, state)
    if effect in {"possible", "denied"}:
        if (marker == "until" and read_predicate(node).past) or (
            marker == "once" and read_predicate(node).past
        ):
            return None
        state.apply(
            effect, next(c for c in node.children if c.lower_ == marker.split()[0]) if marker else node
        )
        return None
    if effect == "happened" or node.tag_ == "VBN" or (marker is None and read_predicate(node).finite):
        return None
    if not is_predicate(governor):
        return None
    # "killing nine", "by cutting the road": as real as what it goes with
    reading = read_predicate(governor)
    if marker in {None, "by"}:
        state.status = (
            reading.status if state.status == "happened" and reading.status != "ongoing" else state.status
        )
        return governor if reading.status != "denied" else None
    return None


def _opening(node: Token) -> str | None:
    for child in node.children:
        if child.i < node.i and child.dep_ in {"mark", "case"}:
            rest = [part.lower_ for part in child.children if part.dep_ == "fixed"]
            return " ".join([child.lower_, *rest])
    return None


def _through_purpose(node: Token, state: Climb) -> Token | None:
    governor, words = node.head, modality()
    reading = read_predicate(governor) if is_predicate(governor) else read_noun(governor)
    if governor.lemma_ in words.purpose_carried_out:
        governed("inherit", governor, reading, state, silent=False)
        if reading.status == "ongoing":
            state.status = "ongoing" if state.status == "happened" else state.status
        return governor
    state.apply("possible", node, phrase="the purpose “to”")
    return None
