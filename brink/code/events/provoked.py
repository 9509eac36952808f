"""Against whom a threat is, where only its condition names them: "will strike if THE REBELS advance"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.grammar import is_passive, subjects
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_HOSTILE: Final = frozenset({"THREATEN", "ASSAULT"})
_MODALS: Final = frozenset({"will", "would", "shall", "'ll", "’ll"})
_BEING: Final = _LISTS["being"]
_MISFORTUNE: Final = frozenset({"attack", "strike", "threat", "talk", "violence", "war", "situation"})


def provoking(made: Draft, cast: Cast) -> list[Party]:
    """Who does what the condition names, when an act to come has no other target.

    What somebody might suffer, be or need provokes nobody.
    """
    verb = made.trigger.token
    if made.type not in _HOSTILE or made.recipients or made.trigger.nominal or not _is_to_come(verb):
        return []
    own = {name for party in made.actors for name in party.names}
    for clause in verb.children:
        if clause.dep_ != "advcl" or not any(c.dep_ == "mark" and c.lower_ == "if" for c in clause.children):
            continue
        if clause.pos_ != "VERB" or clause.lemma_.lower() in _BEING or is_passive(clause):
            continue
        doing = [token for token in subjects(clause) if token.lemma_.lower() not in _MISFORTUNE]
        found = [party for party in cast.at(doing, part="recipient") if not own & set(party.names)]
        if found:
            return [
                replace(party, because=f"{party.because}, against whose deed the threat is")
                for party in found
            ]
    return []


def _is_to_come(verb: Token) -> bool:
    return any(child.dep_ == "aux" and child.lower_ in _MODALS for child in verb.children)
