"""Whether "it", "he" or "they" in what is said can be who says it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.party import Party
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
ONE: Final = frozenset({"it", "he", "she"})
_OFFICERS: Final = _LISTS["one_person"]
_RELAYING: Final = _LISTS["relaying"]


def is_of_others(pronoun: Token, speech: Token, speakers: Sequence[Token], said_by: Sequence[Party]) -> bool:
    """Whether what is said with the pronoun is told of others than its speakers.

    "They killed 18 soldiers, THE ARMY SAID"; "the army, the governor said, adding that IT had left".
    """
    if pronoun.lower_ == "they" and speech.i > pronoun.i:
        return True
    if pronoun.lower_ in {"it", "they"} and any(_is_one_person(party, pronoun) for party in said_by):
        return True
    return any(_disagrees(pronoun, speaker) for speaker in speakers)


def _is_one_person(party: Party, pronoun: Token) -> bool:
    """Whether who speaks can be no "it" or "they", unless "it" is the state of an official."""
    official = party.token.tag_ in {"NN", "NNP"} and party.token.lemma_.lower() in _OFFICERS
    of_state = pronoun.lower_ == "it" and party.country is not None
    return party.kind == "person" or (official and not of_state)


def _disagrees(pronoun: Token, speaker: Token) -> bool:
    """ "IT fired rockets, OFFICIALS said", "IT fired rockets, the AGENCY reported": told of others."""
    many = speaker.tag_ == "NNS" or any(child.dep_ == "conj" for child in speaker.children)
    relays = speaker.lemma_.lower() in _RELAYING and speaker.i > pronoun.i
    return pronoun.lower_ in ONE and (many or relays)
