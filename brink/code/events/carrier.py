"""The verb that carries an event noun: "CARRIED out raids", "talks TOOK PLACE"."""

from __future__ import annotations

from typing import Final

from brink.code.events.label import names_object
from brink.code.events.lexicon import Lexicon
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    agents,
    obliques,
    particle,
    patients,
    preposition,
    subjects,
)
from brink.code.grammar.labels import NEGATIONS
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_REPORTING: Final = word_lists("brink.code.events", "lexicon/words.yaml")["reporting"]


def find_carrier(trigger: Trigger, lexicon: Lexicon) -> None:
    noun = _begun(trigger.token)
    verb, means = noun.head, lexicon.means
    if preposition(noun) == "behind" and subjects(noun):
        trigger.within = "behind"
        return
    told = noun.head if noun.dep_ == "conj" and preposition(noun) == "for" else noun
    if told.dep_ in {"obj", "nsubj:pass", "obl", "nmod", "nsubj"}:
        verb = told.head
        claimed = verb if verb.pos_ in {"VERB", "AUX"} else verb.head
        name = _with_particle(claimed)
        if _is_disowned(claimed, lexicon):
            return
        if name in means.claim or (claimed.lemma_ in means.claim and _object_is(claimed, "responsibility")):
            trigger.carrier, trigger.within = claimed, "claimed"
            return
    verb = noun.head
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    name, tie = _with_particle(verb), preposition(noun)
    if names_object(verb):
        return
    if noun.dep_ == "obl" and tie == "under" and verb.lemma_ in {"come", "be", "fall"}:
        trigger.carrier, trigger.suffered = verb, True
    elif answers_with(noun):
        trigger.carrier = verb
    elif noun.dep_ == "nsubj:pass" and verb.lemma_ in _REPORTING:
        # Who reports clashes does not clash.
        told_by = any(child.dep_ == "obl:agent" for child in verb.children)
        trigger.carrier = verb if not told_by else None
    elif noun.dep_ in {"obj", "nsubj:pass"} or (noun.dep_ == "obl" and tie in {"in", "to", "into", "with"}):
        if noun.dep_ != "nsubj:pass" and name in means.passive_light:
            trigger.carrier, trigger.suffered = verb, True
        elif name in means.light:
            trigger.carrier = verb
    elif noun.dep_ == "nsubj" and (name in means.happen or _takes_place(verb)):
        trigger.carrier = verb
    elif noun.dep_ == "conj":
        _share_carrier(trigger, lexicon)


def answers_with(noun: Token) -> bool:
    """ "Responded WITH AIRSTRIKES": the act by which an answer is given is that act."""
    return noun.dep_ == "obl" and preposition(noun) == "with" and noun.head.lemma_ in _ANSWERING


_ANSWERING: Final = frozenset({"respond", "answer", "reply", "retaliate"})
_STARTS: Final = frozenset({"start", "beginning", "launch", "opening", "resumption", "onset", "commencement"})


_HEAPS: Final = frozenset(
    {
        "series",
        "string",
        "spate",
        "wave",
        "flurry",
        "number",
        "dozen",
        "score",
        "hundred",
        "thousand",
        "couple",
    }
    | {"pair", "set", "barrage", "campaign", "succession"}
)


def _begun(noun: Token) -> Token:
    """What stands where the act would: "announced THE START of an offensive", "made A STRING of raids"."""
    start = noun.head
    begun = preposition(noun) == "of" and start.lemma_ in _STARTS | _HEAPS
    return start if begun and start.dep_ in {"obj", "nsubj:pass"} else noun


def _takes_place(verb: Token) -> bool:
    """ "The truce TOOK EFFECT", "talks TOOK PLACE", "the pact CAME INTO FORCE"."""
    if verb.lemma_ == "take":
        taken = [child for child in verb.children if child.dep_ == "obj"]
        return any(noun.lemma_ in {"effect", "place", "hold"} for noun in taken)
    come = verb.lemma_ in {"come", "go", "enter"}
    return come and any(token.lemma_ in {"effect", "force"} for token in obliques(verb, "into"))


def _is_disowned(verb: Token, lexicon: Lexicon) -> bool:
    """ "The raid was NOT acknowledged by Mali", which says neither that Mali made it nor that it did not."""
    negated = any(child.lower_ in NEGATIONS for child in verb.children)
    if not negated:
        negated = any(child.lower_ in {"no", "neither"} for doer in agents(verb) for child in doer.children)
        negated = negated or any(doer.lower_ in {"nobody", "none", "noone"} for doer in agents(verb))
    claims = verb.lemma_ in lexicon.means.claim or _with_particle(verb) in lexicon.means.claim
    return negated and claims


def _share_carrier(trigger: Trigger, lexicon: Lexicon) -> None:
    first = trigger.token.head
    if first.dep_ in {"obj", "nsubj:pass"} and _with_particle(first.head) in lexicon.means.light:
        trigger.carrier = first.head


def _with_particle(verb: Token) -> str:
    adverb = particle(verb)
    return f"{verb.lemma_.lower()} {adverb}" if adverb else str(verb.lemma_).lower()


def _object_is(verb: Token, lemma: str) -> bool:
    return any(child.lemma_ == lemma for child in patients(verb))
