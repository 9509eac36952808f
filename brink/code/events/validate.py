"""No part of an event from elsewhere: what does not stand in its clause, or is not linked to it, goes."""

from __future__ import annotations

from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.party import Party
from brink.code.grammar import governor
from brink.code.grammar.free_relative import is_called
from brink.code.parsed import Token

_SHARING: Final = frozenset(
    {"conj", "xcomp", "advcl", "acl", "acl:relcl", "ccomp", "advcl:relcl", "parataxis"}
)
_STEPS: Final = 12


def keep_linked(made: Draft, quote: tuple[Token, ...]) -> None:
    """Drop parties outside the quote that no shared subject or antecedent links to the event, and say so."""
    inside = {token.i for token in quote}
    made.actors = [party for party in made.actors if _stays(party, made, inside)]
    made.recipients = [party for party in made.recipients if _stays(party, made, inside)]


def _stays(party: Party, made: Draft, inside: set[int]) -> bool:
    if party.token.i in inside or party.how in {"speaker", "pronoun"}:
        return True
    event = made.trigger.carrier or made.trigger.token
    if party.token.sent.start == event.sent.start and _is_linked(party.token, event):
        made.because.append(
            f"“{party.token.text}” stands outside the quote as the shared subject or antecedent"
        )
        return True
    made.doubts.append(f"left out “{party.token.text}”, which stands in another clause")
    return False


def _is_linked(party: Token, event: Token) -> bool:
    step = governor(event)
    if bool(governor(party).head == event) or is_called(party):
        return True
    for _ in range(_STEPS):
        if step.head == party or governor(party) == step:
            return True
        if step.dep_ not in _SHARING or step.head == step:
            return False
        step = governor(step.head)
    return False
