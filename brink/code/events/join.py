"""Words that tell one event between them: "carried out | a raid", "attacked …, | killing six"."""

from __future__ import annotations

from typing import Final

from brink.code.events.carrier import answers_with, find_carrier
from brink.code.events.cause import cause_of, is_assault
from brink.code.events.lexicon import Lexicon
from brink.code.events.outcome import coordinate_toll, is_effect_only
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    patients,
)


def join(triggers: list[Trigger], lexicon: Lexicon) -> list[Trigger]:
    """The triggers that tell an event of their own, each with what carries it and what it did."""
    left = _without_jailbreaks(_without_answers(_without_carried(triggers)))
    for trigger in left:
        if trigger.nominal:
            find_carrier(trigger, lexicon)
    return _with_effects(left, lexicon)


def _without_carried(triggers: list[Trigger]) -> list[Trigger]:
    """Nouns that a verb expression already holds ("signed a CEASEFIRE") tell nothing more."""
    held = {t.carried.i for t in triggers if t.carried is not None and _holds(t)}
    return [
        t
        for t in triggers
        if not (t.nominal and (t.token.i in held or any(t.first <= i < t.last for i in held)))
    ]


def _without_answers(triggers: list[Trigger]) -> list[Trigger]:
    """ "RESPONDED with airstrikes": the strikes tell it, and not the answering."""
    answered = {t.token.head.i for t in triggers if t.nominal and is_assault(t) and answers_with(t.token)}
    return [t for t in triggers if t.nominal or t.token.i not in answered]


def _without_jailbreaks(triggers: list[Trigger]) -> list[Trigger]:
    """Those who storm a prison and FREE its inmates release nobody whom they held."""
    at = {trigger.token.i: trigger for trigger in triggers if not trigger.nominal}
    return [trigger for trigger in triggers if not _breaks_jail(trigger, at)]


def _breaks_jail(trigger: Trigger, at: dict[int, Trigger]) -> bool:
    verb = trigger.token
    if trigger.nominal or trigger.lemma not in _FREEING or verb.dep_ not in {"conj", "advcl", "xcomp"}:
        return False
    stormed = at.get(verb.head.i)
    inmates = any(noun.lemma_.lower() in _INMATES for noun in patients(verb))
    return inmates and stormed is not None and is_assault(stormed)


_FREEING: Final = frozenset({"free", "release", "liberate"})
_INMATES: Final = frozenset({"inmate", "prisoner", "detainee", "convict"})


def _holds(trigger: Trigger) -> bool:
    first = trigger.expressions[0]
    return bool(first.objects or first.tail)


def _with_effects(triggers: list[Trigger], lexicon: Lexicon) -> list[Trigger]:
    at = {trigger.token.i: trigger for trigger in triggers}
    for trigger in triggers:
        for i in range(trigger.first, trigger.last):
            at.setdefault(i, trigger)
    for trigger in triggers:
        if trigger.nominal and trigger.carrier is not None and not trigger.suffered:
            at.setdefault(trigger.carrier.i, trigger)
    told_by: dict[int, Trigger] = {}
    for trigger in triggers:
        cause = cause_of(trigger, at, lexicon) or coordinate_toll(trigger, at, lexicon)
        if cause is not None:
            cause = told_by.get(cause.token.i, cause)
        if cause is not None and cause is not trigger and cause.token.i not in told_by:
            cause.effects.append(trigger)
            told_by[trigger.token.i] = cause
    for trigger in triggers:
        _share_cause(trigger, told_by)
    return [trigger for trigger in triggers if trigger.token.i not in told_by]


def _share_cause(trigger: Trigger, told_by: dict[int, Trigger]) -> None:
    """ "were KILLED and nine INJURED in a raid": what the last outcome has, the first has too."""
    if trigger.token.i in told_by or trigger.nominal or not is_effect_only(trigger):
        return
    for child in trigger.token.children:
        cause = told_by.get(child.i) if child.dep_ == "conj" else None
        if cause is not None and cause is not trigger:
            cause.effects.insert(0, trigger)
            told_by[trigger.token.i] = cause
            return
