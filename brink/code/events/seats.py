"""Who fills a place of a frame: the first place that names somebody it may name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.alleged import apart_from_alleged
from brink.code.events.around import standing_at
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    noun_complements,
)
from brink.code.parsed import Token

_GIVING = frozenset({"AID", "CONSULT", "AGREE", "SUPPORT", "REQUEST", "PROTEST", "THREATEN"})


FORCE = frozenset({"ASSAULT", "COERCE", "MOBILIZE"})


_KINDS = frozenset({"kind", "sort", "type", "series", "nature", "scale"})
"""Nouns of "an attack of its kind", which say nothing of whom it hit."""


def first(
    trigger: Trigger, places: Sequence[str], cast: Cast, part: str, *, but: frozenset[str] = frozenset()
) -> tuple[list[Party], bool]:
    """Parties at the first place that names others than `but`; whether a place held somebody unnamed."""
    unnamed = False
    for place in places:
        if place == "speaker":
            return cast.speaker(trigger.token, part=part), False
        tokens = standing_at(trigger, place, cast.lexicon)
        tokens = apart_from_alleged(trigger, place, part, tokens)
        tokens = tuple(
            token
            for token in tokens
            if token != trigger.token and token.lemma_ not in _KINDS and not _names_act(token, trigger, cast)
        )
        found = [party for party in cast.at(tokens, part=part) if not but.issuperset(party.names)]
        if part == "recipient" and trigger.expressions[0].frame.type in _JUDGING:
            found = [party for party in found if not _is_victim(party, tokens, cast)]
        within = _WITHIN.get(trigger.expressions[0].frame.type, ()) if part == "recipient" else ()
        if not found and within:
            found = cast.at(_below(tokens, within), part=part)
        suffers = "struck" in trigger.expressions[0].frame.needs
        if place == "from" and trigger.expressions[0].frame.type in FORCE and not suffers:
            # A state after "from" is where an attack came from, not who made it.
            found = [party for party in found if party.kind != "state"]
        if found:
            return found, unnamed
        unnamed = unnamed or any(token.pos_ in {"PRON", "PROPN"} for token in tokens)
    return (_owners(trigger, cast, but) if part == "recipient" else []), unnamed


_JUDGING: Final = frozenset({"ACCUSE", "SUPPORT"})


def _is_victim(party: Party, tokens: Sequence[Token], cast: Cast) -> bool:
    """Whether the party only suffers the act that is judged: "condemned the killing of TRADERS"."""
    for noun in tokens:
        acts = cast.lexicon.nouns.get(noun.lemma_.lower(), ())
        if acts and acts[0].frame.type == "ASSAULT" and "of" in acts[0].frame.recipient:
            return party.token in noun_complements(noun).get("of", ())
    return False


_OWNED: Final = frozenset({"AID", "SUPPORT", "AGREE", "REJECT", "REQUEST"})


def _owners(trigger: Trigger, cast: Cast, but: frozenset[str]) -> list[Party]:
    """Whose the thing is that names the act: "forgave CHAD's debt", "accepted CHAD's demand"."""
    noun = trigger.carried
    if noun is None or trigger.expressions[0].frame.type not in _OWNED:
        return []
    ties = noun_complements(noun)
    asked = ("poss", "amod") if trigger.expressions[0].frame.type == "REQUEST" else ("poss",)
    found = cast.at([token for tie in asked for token in ties.get(tie, ())], part="recipient")
    return [party for party in found if not but.issuperset(party.names)]


_WITHIN: Final[dict[str, tuple[str, ...]]] = {"AID": ("in",), "SANCTION": ("to", "from", "against")}
"""Where the party stands below a thing: "funds for schools IN CHAD", "a ban on arms TO CHAD"."""


def _below(tokens: Sequence[Token], ties: tuple[str, ...]) -> tuple[Token, ...]:
    return tuple(inner for token in tokens for tie in ties for inner in noun_complements(token).get(tie, ()))


def _names_act(token: Token, trigger: Trigger, cast: Cast) -> bool:
    """Whether an object names the act ("hold TALKS") rather than a party ("expel the AMBASSADOR")."""
    frame = trigger.expressions[0].frame
    if not (frame.sides or frame.effect or frame.type in _GIVING):
        return False
    return token == trigger.carried and cast.mentions.actor_at(cast.passage, token.i) is None
