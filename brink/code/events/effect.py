"""What a clause of outcome adds to the act it tells of: who was killed, and by whom."""

from __future__ import annotations

from brink.code.events.around import standing_at
from brink.code.events.draft import Draft
from brink.code.events.outcome import is_elliptic
from brink.code.events.parties import Cast
from brink.code.events.seats import first
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    agents,
    obliques,
    patients,
)
from brink.code.parsed import Token

_TELLING = ("in", "during", "with", "through")


def take_effect(made: Draft, effect: Trigger, cast: Cast) -> None:
    frame = effect.expressions[0].frame
    victims = cast.at(_victims(effect), part="recipient")
    in_which = any(child.tag_ == "WDT" and child.dep_ == "obl" for child in effect.token.children)
    told_in = made.trigger.nominal and made.trigger.token not in obliques(effect.token, *_TELLING)
    # "The attack IN WHICH MILITANTS killed 90" was theirs.
    told_in = told_in and not in_which
    suffered = made.trigger.suffered or "struck" in made.frame.needs
    if not (effect.nominal or made.actors or told_in or suffered or "agent" in frame.recipient):
        made.actors = cast.at(agents(effect.token), part="actor")
    if effect.nominal:
        victims = [
            party
            for place in frame.recipient
            for party in cast.at(standing_at(effect, place, cast.lexicon), part="recipient")
        ]
        made.actors = made.actors or first(effect, frame.actor, cast, "actor")[0]
    if made.recipients:
        victims = [party for party in victims if not is_elliptic(party.token)]
    known = {name for party in made.recipients for name in party.names} | made.names
    made.recipients.extend(party for party in victims if not known.intersection(party.names))
    made.because.append(f"“{effect.token.text}” tells what “{made.trigger.token.text}” did")
    made.mode = made.mode or frame.mode


def _victims(effect: Trigger) -> tuple[Token, ...]:
    frame = effect.expressions[0].frame
    if "agent" in frame.recipient and frame.effect:
        return agents(effect.token)
    state = effect.carried
    if state is None:
        return patients(effect.token)
    between = range(effect.token.i + 1, state.i)
    return tuple(
        t
        for t in state.doc[effect.token.i : state.i]
        if t.i in between and t.pos_ in {"NOUN", "PROPN", "NUM"}
    )
