"""The state on whose land an attack falls, where nobody else is told to suffer: "a raid into CHAD"."""

from __future__ import annotations

from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.parties import Cast
from brink.code.events.party import Party, listed, mentioned
from brink.code.grammar import noun_complements, obliques, patients
from brink.code.parsed import Token

_LAND: Final = ("in", "inside", "into", "on", "across", "deep inside", "deep into")
_ENTERED: Final = ("into", "inside", "deep inside", "deep into")
_FOUGHT: Final = frozenset({"fight", "battle", "operate", "war", "insurgency"})
"""What is done in a country without being done to it: "Americans FOUGHT in Chad"."""
_STATES: Final = frozenset({"state", "government", "force"})


def struck_abroad(made: Draft, cast: Cast) -> list[Party]:
    """The state whose land another attacks, or that a group comes into; nobody for an attack at home."""
    if made.type != "ASSAULT" or made.frame.sides or made.frame.effect or not made.actors:
        return []
    if made.trigger.lemma in _FOUGHT:
        return []
    by_state = all(party.kind in _STATES and party.country is not None for party in made.actors)
    home = {party.country for party in made.actors} if by_state else set()
    for token in _where(made, _LAND if by_state else _ENTERED, direct=by_state):
        country = _country_at(token, cast)
        if country is not None and country not in home:
            return _state(country, token, made, cast)
    return []


def _where(made: Draft, ties: tuple[str, ...], *, direct: bool) -> list[Token]:
    trigger = made.trigger
    found: list[Token] = []
    if trigger.nominal:
        complements = noun_complements(trigger.token)
        found += [token for tie in ties for token in complements.get(tie, ())]
    verb = trigger.carrier if trigger.nominal else trigger.token
    if verb is not None:
        found += obliques(verb, *ties)
        if direct:
            found += [inner for token in patients(verb) for inner in noun_complements(token).get("in", ())]
    return found


def _country_at(token: Token, cast: Cast) -> str | None:
    """The country that the words name; a town or a province is where it happened, and no party."""
    actor = cast.mentions.actor_at(cast.passage, token.i)
    if actor is not None and actor.kind == "state" and not _after_place(token):
        return actor.country
    place = cast.mentions.place_at(cast.passage, token.i)
    whole = place is not None and (place.place.precision == "country" or _is_part(token))
    return place.place.country if place is not None and whole and not _after_place(token) else None


def _is_part(token: Token) -> bool:
    """ "EASTERN Afghanistan" is land of Afghanistan."""
    return any(child.lower_.removesuffix("ern") in _SIDES for child in token.children)


def _after_place(token: Token) -> bool:
    """ "Khost, AFGHANISTAN": the country only says which Khost."""
    first = token.left_edge.i
    comma = "," in (token.left_edge.text, token.doc[max(0, first - 1)].text)
    return comma or token.dep_ in {"appos", "nmod:unmarked", "list"}


_SIDES: Final = frozenset(
    {"north", "south", "east", "west", "northwest", "northeast", "southeast", "southwest"}
)


def _state(country: str, token: Token, made: Draft, cast: Cast) -> list[Party]:
    """The state as the story names it; a land that the story calls by no name stays open."""
    for mention in cast.mentions.actors:
        if mention.kind == "state" and mention.country == country and len(mention.names) == 1:
            because = f"recipient {listed(mention)}, on whose land “{token.text}” is"
            return [mentioned(mention, made.trigger.token, because, direct=False)]
    return []
