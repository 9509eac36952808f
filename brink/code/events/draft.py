"""An event in the making: a trigger with the frame that fits and everybody in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from brink.code.events.lexicon import Expression, Frame
from brink.code.events.parties import Cast
from brink.code.events.party import Party
from brink.code.events.scope import scope_of
from brink.code.events.trigger import Trigger
from brink.code.grammar import noun_complements
from brink.code.grammar.labels import DEFINITE
from brink.code.parsed import Token
from brink.code.rows import EventType, Mode, Status


@dataclass(slots=True)
class Draft:
    """What is known of an event before its status, date and place are looked up."""

    trigger: Trigger
    expression: Expression
    actors: list[Party]
    recipients: list[Party]
    mode: Mode | None = None
    status: Status | None = None
    """Set where a governing word decides it ("threatened to", "offered to")."""
    type: EventType = "ASSAULT"
    because: list[str] = field(default_factory=list)
    doubts: list[str] = field(default_factory=list)
    incomplete: bool = False
    """Whether it can only add to another event ("visited Sanaa for TALKS with Houthi leaders")."""
    charge: Token | None = None
    """The word that tells it only as what somebody is accused of or judged by."""
    unnamed: bool = False
    """Whether a doer stands in the text whom the story does not let us name."""

    @property
    def head(self) -> Token:
        """The word whose mood and tense say how real the event is."""
        if self.trigger.carrier is not None:
            return self.trigger.carrier
        if self.trigger.nominal:
            for effect in self.trigger.effects:
                if not effect.nominal and not _harms_nobody(effect.token):
                    return effect.token
        return self.trigger.token

    @property
    def frame(self) -> Frame:
        return self.expression.frame

    @property
    def names(self) -> set[str]:
        return {name for party in self.actors for name in party.names}


def _harms_nobody(verb: Token) -> bool:
    """ "NOBODY was hurt in the raid", "the raid did NOT injure anyone": the raid took place."""
    words = [child for child in verb.children if child.dep_ in {"nsubj", "nsubj:pass", "obj", "advmod"}]
    parts = [part for word in words for part in (word, *word.children)]
    return any(part.lower_ in _NOBODY for part in parts)


_NOBODY: Final = frozenset({"nobody", "none", "no", "not", "n't", "n’t", "never"})


def has_target(made: Draft, cast: Cast) -> bool:
    """Whether the noun's phrase holds a name or, when definite, its target ("the attack on the convoy")."""
    noun = made.trigger.token
    for token in scope_of(made.trigger):
        if cast.mentions.actor_at(cast.passage, token.i) or cast.mentions.place_at(cast.passage, token.i):
            return True
    definite = any(child.dep_ == "det" and child.lower_ in DEFINITE for child in noun.children)
    ties = noun_complements(noun)
    return made.trigger.nominal and definite and any(tie in ties for tie in made.frame.recipient)
