"""The parts of a frame filled from the words around a trigger, or nothing when it needs more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.abroad import struck_abroad
from brink.code.events.circumstances import means_of
from brink.code.events.draft import Draft
from brink.code.events.effect import take_effect
from brink.code.events.lexicon import Expression, Frame
from brink.code.events.manner import is_manner_of_speaking
from brink.code.events.needs import meets
from brink.code.events.parties import Cast
from brink.code.events.provoked import provoking
from brink.code.events.scope import scope_of
from brink.code.events.seats import FORCE
from brink.code.events.senses import is_figurative, is_natural
from brink.code.events.sides import sides_of
from brink.code.events.things import things_hit
from brink.code.events.trigger import Trigger
from brink.code.events.turned import face, turn
from brink.code.events.weapon import hits_explosive, is_flown, possible_means
from brink.code.grammar import (
    agents,
    is_passive,
    passive_agents,
)
from brink.code.parsed import Token
from brink.code.rows import Figure, Status
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_STATES = frozenset({"hostage", "captive"})


def draft(trigger: Trigger, cast: Cast, figures: Sequence[tuple[Figure, Token]]) -> Draft | None:
    """The event that the trigger tells, or None when what its frame needs is not there."""
    scope = scope_of(trigger)
    counted = any(f.role in {"killed", "injured", "abducted"} and t in scope for f, t in figures)
    doing = agents(trigger.token) if not trigger.nominal else ()
    natural = is_natural(doing, cast.lexicon)
    for expression in trigger.expressions:
        frame = expression.frame
        if frame.type == "THREATEN" and _is_endangered(trigger):
            continue
        if frame.type in FORCE and (natural or _is_figure_of_speech(trigger, expression, cast)):
            continue
        made = _fill(trigger, expression, cast)
        means = possible_means(trigger, scope, cast.lexicon)
        weapon = means_of(means, cast.lexicon) if frame.type in {"ASSAULT", "COERCE"} else None
        if (
            weapon is not None
            and frame.type == "ASSAULT"
            and (made.mode in {None, "airstrike"} or is_flown(*weapon, made.mode, trigger))
        ):
            made.mode = weapon[0]
            made.because.append(f"mode {weapon[0]} from “{weapon[1].text}”")
        if is_manner_of_speaking(made, cast, weapon=weapon is not None, counted=counted):
            continue
        if meets(made, cast, weapon=weapon is not None, counted=counted):
            made.recipients = made.recipients or provoking(made, cast) or things_hit(made, cast)
            made.recipients = made.recipients or struck_abroad(made, cast)
            return made
    return None


def _is_endangered(trigger: Trigger) -> bool:
    """ "The town is threatened": in the passive somebody must be told to do it."""
    return not trigger.nominal and is_passive(trigger.token) and not passive_agents(trigger.token)


def _spoken_status(frame: Frame) -> Status | None:
    """What is done by saying it has happened once it is said."""
    return "happened" if "speaker" in frame.actor else frame.status


def _is_figure_of_speech(trigger: Trigger, expression: Expression, cast: Cast) -> bool:
    return not trigger.nominal and not expression.objects and is_figurative(trigger.token, cast.lexicon)


def _fill(trigger: Trigger, expression: Expression, cast: Cast) -> Draft:
    frame = expression.frame
    actors, recipients, unnamed = sides_of(trigger, frame, cast)
    made = Draft(
        trigger,
        expression,
        actors,
        recipients,
        mode=frame.mode,
        status=_spoken_status(frame),
        type=frame.type,
        unnamed=unnamed,
    )
    face(made)
    for effect in trigger.effects:
        take_effect(made, effect, cast)
    if frame.effect == "abducted" and recipients and all(_is_bare_state(p.token) for p in recipients):
        # "Officials held hostage" names those who are held, and nobody who holds them.
        made.actors, made.recipients = [], list(actors)
    turn(made)
    if hits_explosive(trigger, cast.lexicon):
        made.recipients = [*made.recipients, *made.actors]
        made.actors = []
        made.because.append("who hits an explosive suffers it; who laid it is not told")
    if not frame.sides and not (made.recipients and made.recipients == made.actors):
        _drop_selves(made)
    return made


def _is_bare_state(token: Token) -> bool:
    """The state of being held, "officials held HOSTAGE", not people: "12 hostages", "a hostage"."""
    return token.lower_ in _STATES and not any(c.dep_ in {"det", "nummod", "amod"} for c in token.children)


def _drop_selves(made: Draft) -> None:
    names = made.names
    made.recipients = [party for party in made.recipients if not names.issuperset(party.names)]
