"""Whether what came under fire, came down or fell is such as does: a town, shells, a spot on land."""

from __future__ import annotations

from typing import Final

from brink.code.events.doers import forms, is_regular
from brink.code.events.draft import Draft
from brink.code.events.parties import Cast
from brink.code.grammar import agents, noun_complements, obliques, patients, subjects
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_TAKEABLE: Final = frozenset({"point", "town", "district", "province"})


def is_town(made: Draft, cast: Cast) -> bool:
    """Whether what is taken is a town, a district or a spot, not a country or a thing."""
    named = [cast.mentions.actor_at(cast.passage, token.i) for token in patients(made.trigger.token)]
    if any(seat is not None and seat.how == "metonym" for seat in named):
        return any(cast.is_armed(party) for party in made.actors)
    taken = [cast.mentions.place_at(cast.passage, token.i) for token in patients(made.trigger.token)]
    return any(place is not None and place.place.precision in _TAKEABLE for place in taken)


_CRITICISED: Final = frozenset({"person", "office", "role", "body", "government", "state", "media"})


def is_struck(made: Draft, cast: Cast) -> bool:
    """Whether what came under fire is shot at: a thing, a place or a force that nobody criticises."""
    verb = made.trigger.token
    if obliques(verb, "for", "over"):
        return False
    if any(party.kind == "group" or is_regular(party, cast) for party in made.actors):
        return True
    if made.recipients:
        return all(party.kind not in _CRITICISED or not party.direct for party in made.recipients)
    things = cast.lexicon.means.things
    under = agents(verb)
    known = any(not things.isdisjoint((token.lemma_.lower(), token.lower_)) for token in under)
    return known or any(cast.mentions.place_at(cast.passage, token.i) is not None for token in under)


_FIRED: Final = _LISTS["fired"]
_AT_SEA: Final = frozenset({"sea", "ocean", "water", "waters", "strait", "bay", "gulf"})


def comes_down(made: Draft, cast: Cast) -> bool:
    """Whether shells and the like come down on land, and not in the sea as in a test."""
    verb = made.trigger.token
    fired = [token for token in agents(verb) if not _FIRED.isdisjoint(forms(token))]
    fallen = obliques(verb)
    return bool(fired) and not any(
        token.lemma_.lower() in _AT_SEA or _is_water(token, cast) for token in fallen
    )


def _is_water(token: Token, cast: Cast) -> bool:
    place = cast.mentions.place_at(cast.passage, token.i)
    return place is not None and not _AT_SEA.isdisjoint(place.place.name.casefold().split())


def is_fallen(made: Draft, cast: Cast) -> bool:
    """Whether it is a town, or a spot of one, that fell ("the town of Bunagana fell to M23")."""
    for subject in subjects(made.trigger.token):
        for token in (subject, *noun_complements(subject).get("of", ())):
            place = cast.mentions.place_at(cast.passage, token.i)
            if place is not None and place.place.precision in _TAKEABLE:
                return True
    return False
