"""The accusation in "the US claimed that IS had attacked Iraq": who tells it of others accuses them."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.parties import Cast
from brink.code.grammar import agents, reporting_verb
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_CLAIMING: Final = _LISTS["claiming"]
_HOSTILE: Final = frozenset({"ASSAULT", "COERCE"})
_ACCUSERS: Final = frozenset({"state", "government", "force", "group", "office", "person", "body", "role"})


def imputed(made: Draft, cast: Cast, others: list[Draft]) -> Draft | None:
    """The accusation that a claim of somebody else's hostile act makes, unless its verb tells one already."""
    verb = made.trigger.carrier or made.trigger.token
    speech = reporting_verb(verb)
    if speech is None or speech.lemma_ not in _CLAIMING or made.type not in _HOSTILE or not made.actors:
        return None
    if not _is_content(verb, speech) or any(o.trigger.token == speech and o.type == "ACCUSE" for o in others):
        return None
    speakers = cast.at(agents(speech), part="actor")
    countries = {party.country for party in speakers if party.country is not None}
    same = any(party.country in countries for party in made.actors)
    named = {name for party in speakers for name in party.names} & made.names
    if not speakers or same or named or not all(party.kind in _ACCUSERS for party in speakers):
        return None
    accused = [
        replace(party, because=party.because.replace("actor", "recipient", 1)) for party in made.actors
    ]
    accusation = Draft(made.trigger, made.expression, speakers, accused, type="ACCUSE", status="happened")
    accusation.because.append(f"ACCUSE: “{speech.text}” tells a hostile act of others")
    return accusation


def _is_content(verb: Token, speech: Token) -> bool:
    """Whether the act is what is claimed, in a clause after the verb ("claimed THAT it had attacked")."""
    return verb.dep_ == "ccomp" and verb.head == speech and verb.i > speech.i
