"""Who does what a trigger tells and to whom, from the places of its frame and the words around it."""

from __future__ import annotations

from typing import Final

from brink.code.events.charged import accused_by_noun
from brink.code.events.lexicon import Frame
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.seats import first
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    agents,
    is_passive,
    noun_complements,
    passive_agents,
    patients,
    preposition,
    subjects,
)
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")

_DEEDS = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "RETREAT"})


def _is_meant(trigger: Trigger) -> bool:
    """Whether a pronoun stands for the noun that the verb's expression asks for."""
    noun, verb = trigger.carried, trigger.token
    return noun is not None and not trigger.nominal and noun.i < verb.i and not verb.is_ancestor(noun)


Sides = tuple[list[Party], list[Party], bool]
"""Who does it, to whom, and whether a doer is mentioned whom the story does not name."""


def sides_of(trigger: Trigger, frame: Frame, cast: Cast) -> Sides:
    """Both sides of what a trigger tells, from the places of its frame and the words around it."""
    actors, unnamed = _doers(trigger, frame, cast)
    recipients = _targets(trigger, frame, cast, doers=actors)
    # What is "discussed" is the matter, not a party.
    topical = frame.type == "CONSULT" and not trigger.nominal and is_passive(trigger.token)
    if frame.sides and not actors and not trigger.nominal and not topical:
        actors = cast.at(subjects(trigger.token), part="actor")
    if not actors and trigger.carried is not None and is_passive(trigger.token):
        actors = _of_noun(trigger, frame, cast)
        doing = {name for party in actors for name in party.names}
        recipients = [party for party in recipients if not doing & set(party.names)]
    if trigger.nominal:
        actors = _doers_around(trigger, frame, cast, actors)
    if trigger.carrier is not None:
        if trigger.nominal and trigger.token.dep_ == "obj":
            recipients = recipients or _given_to(trigger.carrier, frame, cast)
        if trigger.suffered:
            recipients = cast.at(subjects(trigger.carrier), part="recipient") or recipients
        if trigger.within == "claimed":
            actors = cast.at(agents(trigger.carrier), part="actor") or actors
    return actors, recipients, unnamed


def _doers(trigger: Trigger, frame: Frame, cast: Cast) -> tuple[list[Party], bool]:
    actors, unnamed = first(trigger, frame.actor, cast, "actor")
    if _is_made_use_of(trigger):
        actors = []
    actors = actors or cast.at(_answering(trigger), part="actor")
    if frame.type in _DEEDS:
        actors = [cast.behind(party) for party in actors]
    return actors, unnamed


_ANSWERING = frozenset({"answer", "respond", "retaliate", "reply", "react", "hit", "strike"})


def _answering(trigger: Trigger) -> tuple[Token, ...]:
    """Who "answered with missiles FIRED at Israel", where no other fires them."""
    verb, weapon = trigger.token, trigger.token.head
    if trigger.nominal or verb.dep_ != "acl" or verb.tag_ != "VBN" or passive_agents(verb):
        return ()
    used = weapon.dep_ == "obl" and preposition(weapon) == "with" and weapon.head.lemma_ in _ANSWERING
    return agents(weapon.head) if used else ()


def _targets(trigger: Trigger, frame: Frame, cast: Cast, *, doers: list[Party]) -> list[Party]:
    own = frozenset(name for party in doers for name in party.names)
    but = frozenset[str]() if frame.sides else own
    recipients, _ = first(trigger, frame.recipient, cast, "recipient", but=but)
    spared = trigger.carried
    if not recipients and frame.type == "CONCEDE" and spared is not None and spared.tag_ == "VBG":
        # "Will stop bombing YEMEN".
        recipients = cast.at(patients(spared), part="recipient")
    if _is_meant(trigger):
        # "Broke off talks and resumed THEM" resumes the talks, with nobody whom "them" could stand for.
        recipients = [party for party in recipients if party.token.pos_ != "PRON"]
    if frame.type == "REQUEST":
        recipients = [party for party in recipients if not _undergoes(party.token)]
    return recipients


def _doers_around(trigger: Trigger, frame: Frame, cast: Cast, actors: list[Party]) -> list[Party]:
    """Who does what a noun tells, by the words that carry it where its own name nobody."""
    if trigger.carrier is not None and trigger.carrier.lemma_ == "join":
        # "Norway joined the EU's SANCTIONS" tells what Norway does.
        actors = cast.at(agents(trigger.carrier), part="actor") or actors
    if not actors and frame.type == "AID":
        actors = _made_in(trigger.token, cast)
    return actors or cast.at(accused_by_noun(trigger.token), part="actor")


def _is_made_use_of(trigger: Trigger) -> bool:
    """ "Afghan soil is USED TO ATTACK Pakistan": what is used does not do it."""
    verb = trigger.carrier or trigger.token
    used = verb.head
    return verb.dep_ in {"xcomp", "advcl"} and used.lemma_ == "use" and used != verb and is_passive(used)


def _undergoes(party: Token) -> bool:
    """Whether others are to do it to the party: "requested HIS extradition" asks nothing of him."""
    owned = party.dep_ in {"nmod:poss", "nmod"} and (party.dep_ == "nmod:poss" or preposition(party) == "of")
    return owned and party.head.lemma_ in _UNDERGONE


_UNDERGONE: Final = _LISTS["undergone"]


def _of_noun(trigger: Trigger, frame: Frame, cast: Cast) -> list[Party]:
    """Whose act a passive completes: "a request BY CHAD was filed", "the withdrawal of CHAD was complete"."""
    noun = trigger.carried
    expressions = cast.lexicon.nouns.get(noun.lemma_.lower(), ()) if noun is not None else ()
    same = [one for one in expressions if one.frame.type == frame.type and not one.beside]
    if noun is None or not same:
        return []
    named = Trigger(noun, (same[0],), True, noun.i, noun.i + 1)
    return first(named, [place for place in same[0].frame.actor if place != "light"], cast, "actor")[0]


def _given_to(carrier: Token, frame: Frame, cast: Cast) -> list[Party]:
    """ "THE PRESIDENT was sent a death threat": who is given words in the passive."""
    if frame.type not in _GIVEN or not is_passive(carrier):
        return []
    return cast.at(subjects(carrier), part="recipient")


_GIVEN: Final = frozenset({"THREATEN", "REQUEST", "AID", "CONCEDE"})


def _made_in(noun: Token, cast: Cast) -> list[Party]:
    """Whose goods are given in "the delivery of IRANIAN drones to the army"."""
    goods = noun_complements(noun).get("of", ())
    whose = [c for good in goods for c in good.children if c.dep_ in {"amod", "compound", "nmod:poss"}]
    return [party for party in cast.at(whose, part="actor") if party.kind == "state"]
