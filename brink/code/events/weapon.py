"""Weapons as means and as targets: what was fired, what was run into, what was attacked."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.circumstances import means_of
from brink.code.events.lexicon import Lexicon
from brink.code.events.trigger import Trigger
from brink.code.grammar import is_passive, obliques, patients
from brink.code.parsed import Token
from brink.code.rows import Mode
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_TARGETING: Final = _LISTS["targeting"]


_SHOOTERS = frozenset({"gunman", "gunmen", "sniper", "shooter"})


def possible_means(trigger: Trigger, scope: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The words among which the means may be.

    Not the target ("attacked a MINE", "destroyed a TANK"), nor those who are named for a gun
    that they did not use ("GUNMEN torched a school").
    """
    if trigger.lemma in lexicon.means.unshot:
        scope = [token for token in scope if token.lemma_.lower() not in _SHOOTERS]
    if trigger.nominal or trigger.lemma not in _TARGETING:
        return scope
    targets = patients(trigger.token)
    return [token for token in scope if token not in targets]


def is_flown(means: Mode, weapon: Token, mode: Mode | None, trigger: Trigger) -> bool:
    """ "Fired forty DRONES" is no gunfire, and "JETS bombed the town" no planted bomb."""
    if not trigger.nominal and trigger.lemma == "fire" and weapon in patients(trigger.token):
        return True
    return mode == "explosives" and means in ("airstrike", "drone-strike")


_RUNS_INTO = frozenset({"hit", "strike", "step", "drive", "run", "trigger"})


def hits_explosive(trigger: Trigger, lexicon: Lexicon) -> bool:
    """ "Their car STRUCK a mine": the subject is the victim."""
    verb = trigger.token
    if trigger.nominal or trigger.lemma not in _RUNS_INTO or is_passive(verb):
        return False
    struck = (*patients(verb), *obliques(verb, "on", "over", "into", "onto"))
    found = means_of(struck, lexicon)
    return found is not None and found[0] == "explosives"
