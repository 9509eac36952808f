"""Acts told of nobody: manners of speaking that the company of a verb gives away."""

from __future__ import annotations

from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.parties import Cast
from brink.code.grammar import agents, obliques, patients
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_MATCHES: Final = _LISTS["matches"]
_TESTS: Final = frozenset({"Test", "Tests"})
_PUBLIC: Final = frozenset(
    {"SUPPORT", "REQUEST", "REJECT", "CONSULT", "THREATEN", "CONCEDE", "AGREE", "SANCTION", "COERCE", "AID"}
)
"""Acts that are news of a conflict only when those who do them or suffer them have a public part."""
_PLAYED: Final = frozenset({"ASSAULT", "CONSULT", "COERCE", "RETREAT", "REJECT"})
_SEIZING: Final = frozenset({"arrest", "detain", "apprehend"})
_GOING: Final = frozenset(
    {"retreat", "surrender", "withdraw", "disengage", "capitulate", "depart", "leave", "fall"}
)
_DOING: Final = _LISTS["deeds_of_people"]


def is_manner_of_speaking(made: Draft, cast: Cast, *, weapon: bool, counted: bool) -> bool:
    """Whether the verb is said of a match, of private business, or of things that do not suffer it."""
    verb = made.trigger.token
    if made.type in _PUBLIC and _is_private(made, cast):
        return True
    if made.trigger.nominal:
        return False
    if made.type in _PLAYED and _is_match(verb):
        return True
    if weapon or counted or made.trigger.effects:
        return False
    lemma = made.trigger.lemma
    if lemma in _GOING and made.type == "RETREAT":
        return _is_of_things(agents(verb), cast) and not made.actors
    if lemma in _SEIZING and made.type == "COERCE" and not made.recipients:
        return _is_of_things(patients(verb), cast)
    if made.type == "ASSAULT" and lemma in _DOING and not (made.actors or made.recipients):
        return _is_of_things(agents(verb), cast)
    return False


def _is_private(made: Draft, cast: Cast) -> bool:
    """ "A SHOPKEEPER demanded payment": private people and firms without a name, among themselves."""
    if not made.actors or any(party.named for party in (*made.actors, *made.recipients)):
        return False
    return all(party.token.lemma_.lower() in cast.lexicon.means.private for party in made.actors)


def _is_match(verb: Token) -> bool:
    """ "Were crushed by Australia in the first TEST", "hosted France in a FRIENDLY"."""
    where = obliques(verb, "in", "at", "during", "out", "out of", "from")
    return any(token.lemma_.lower() in _MATCHES or token.text in _TESTS for token in where)


def _is_of_things(tokens: tuple[Token, ...], cast: Cast) -> bool:
    """Whether these are common nouns of things: "trade VOLUMES retreated", "arrested the SLIDE"."""
    return bool(tokens) and all(_is_lifeless(token, cast) for token in tokens)


def _is_lifeless(token: Token, cast: Cast) -> bool:
    means = cast.lexicon.means
    words = {token.lemma_.lower(), token.lower_, token.lower_.removesuffix("s")}
    if token.pos_ != "NOUN" or cast.mentions.actor_at(cast.passage, token.i) is not None:
        return False
    return words.isdisjoint(means.armed | means.people | _MANNED)


_MANNED: Final = _LISTS["manned"]
