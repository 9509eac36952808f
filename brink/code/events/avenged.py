"""Acts that somebody vows to avenge: "vowed revenge for THE KILLING of his aide" threatens the killers."""

from __future__ import annotations

from typing import Final

from brink.code.events.draft import Draft
from brink.code.grammar import objects, obliques, preposition
from brink.code.parsed import Token

_REVENGE: Final = frozenset(
    {"revenge", "vengeance", "retaliation", "retribution", "reprisal", "response", "answer", "payback"}
)
_AVENGING: Final = frozenset({"avenge", "retaliate", "respond", "answer", "repay"})
_FOR: Final = frozenset({"for", "to", "over", "after"})
_UPON: Final = ("on", "against", "upon")
_STEPS: Final = 3


def is_avenged(inner: Draft) -> bool:
    """Whether the act, told by a noun, is what revenge is wanted for: it happened, whatever is vowed."""
    if not inner.trigger.nominal:
        return False
    step = inner.trigger.token
    for _ in range(_STEPS):
        tie, above = preposition(step), step.head
        if step.dep_ == "obj" and above.lemma_ == "avenge":
            return True
        if tie in _FOR and _is_revenge(above):
            return True
        if above == step or above.pos_ == "VERB":
            return False
        step = above
    return False


def _is_revenge(word: Token) -> bool:
    if word.lemma_.lower() in _REVENGE or word.lemma_ in _AVENGING:
        return True
    return word.pos_ == "VERB" and any(noun.lemma_.lower() in _REVENGE for noun in objects(word))


def aim_at_killers(threat: Draft, avenged: Draft) -> None:
    """Whom a vow of revenge threatens: on whom it is to be taken, else who did the act; never who fell."""
    fell = {party.token.i for party in avenged.recipients}
    aimed = {
        noun.i for word in _words_of(avenged.trigger.token) for tie in _UPON for noun in obliques(word, tie)
    }
    threat.recipients = [party for party in threat.recipients if party.token.i not in fell]
    if not aimed and not threat.recipients:
        threat.recipients = list(avenged.actors)


def _words_of(noun: Token) -> list[Token]:
    words, step = [], noun
    for _ in range(_STEPS):
        step = step.head
        words.append(step)
    return words
