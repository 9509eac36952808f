"""Who does what a noun tells, by the verb that carries it: "carried out a raid", "a raid staged by them"."""

from __future__ import annotations

from typing import Final

from brink.code.events.label import names_object
from brink.code.events.lexicon import Lexicon
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    agents,
    is_passive,
    noun_complements,
    objects,
    particle,
    passive_agents,
    patients,
    preposition,
    subjects,
)
from brink.code.parsed import Token

_EQUATED: Final = frozenset({"it", "this", "that", "these", "those", "which", "what"})
_NEAR: Final = 8
"""Words after a noun among which the clause that says who claims it begins."""


def _is_doing(verb: Token, lexicon: Lexicon) -> bool:
    """Whether a verb after an event noun tells its doer ("staged by", not "mediated by" or "blamed on")."""
    adverb = particle(verb)
    name = f"{verb.lemma_.lower()} {adverb}" if adverb else verb.lemma_.lower()
    return name in lexicon.means.light or name in lexicon.means.claim


def carrying(trigger: Trigger, lexicon: Lexicon) -> tuple[Token, ...]:
    """Who does what the noun tells, by what stands beside it."""
    noun, carrier = trigger.token, trigger.carrier
    if trigger.within == "behind":
        return subjects(noun)
    if any(child.dep_ == "cop" for child in noun.children):
        # "It was the first attack of the year" equates; its pronoun stands for no doer.
        return tuple(token for token in subjects(noun) if token.lower_ not in _EQUATED)
    if only_brings(trigger):
        return ()
    if carrier is not None and not trigger.suffered:
        if carrier.lemma_.lower() in lexicon.means.happen and noun in subjects(carrier):
            return passive_agents(carrier)
        return tuple(token for token in agents(carrier) if token != noun)
    claimed = _claimed_by(noun, lexicon) or _marching(trigger)
    if claimed:
        return claimed
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ == "VBN" and _is_doing(child, lexicon):
            found = passive_agents(child)
            if found:
                return found
        told = child.dep_ == "acl:relcl" and _is_doing(child, lexicon) and not names_object(child)
        if told and noun in (*objects(child), *patients(child)):
            return tuple(token for token in agents(child) if token != noun)
    return _meeting(noun, trigger)


def only_brings(trigger: Trigger) -> bool:
    """ "Protests FOLLOWED the killing by the army", "the killing LED TO protests": one act after another."""
    noun, carrier = trigger.token, trigger.carrier
    if carrier is None:
        return False
    after = carrier.lemma_ in _COMING_AFTER and noun in subjects(carrier) and bool(patients(carrier))
    return after or (carrier.lemma_ == "lead" and noun.dep_ == "obl" and preposition(noun) == "to")


_COMING_AFTER: Final = frozenset({"follow", "precede", "accompany"})


def _marching(trigger: Trigger) -> tuple[Token, ...]:
    """Who goes on it in "led WOMEN on a march", "joined a march": who leads and who is led."""
    noun, verb = trigger.token, trigger.token.head
    led = noun.dep_ == "obl" and preposition(noun) in {"on", "in"} and verb.lemma_ in _LEADING
    if trigger.expressions[0].frame.type != "PROTEST" or not led or is_passive(verb):
        return ()
    return (*agents(verb), *objects(verb))


_LEADING: Final = frozenset({"lead", "take", "bring", "join", "go", "march", "walk", "set"})
_ON_OCCASION: Final = frozenset({"after", "during", "following", "before", "ahead of", "at", "in"})


def _meeting(noun: Token, trigger: Trigger) -> tuple[Token, ...]:
    """ "THE MINISTER said after talks with Chad": who speaks or acts on the occasion of talks takes part."""
    verb = noun.head
    talks = trigger.expressions[0].frame.type == "CONSULT"
    if talks and noun.dep_ == "obl" and preposition(noun) == "for" and _is_there(verb):
        return subjects(verb)
    if not talks or noun.dep_ != "obl" or preposition(noun) not in _ON_OCCASION:
        return ()
    met = noun_complements(noun).get("with", ())
    return agents(verb) if met and not is_passive(verb) else ()


def _is_there(place: Token) -> bool:
    """ "Is IN KABUL for talks"."""
    return preposition(place) in {"in", "at"} and any(child.dep_ == "cop" for child in place.children)


def _claimed_by(noun: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """ "The attack, for which THE GROUP claimed responsibility", whatever the clause is hung on."""
    for word in noun.doc[noun.i + 1 : noun.i + _NEAR]:
        if word.is_punct and word.text != ",":
            break
        verb = word.head
        if word.lower_ != "which" or preposition(word) != "for" or verb.lemma_ not in lexicon.means.claim:
            continue
        if any(object_.lemma_ in {"responsibility", "credit"} for object_ in patients(verb)):
            return agents(verb)
    return ()
