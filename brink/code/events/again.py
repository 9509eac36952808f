"""When and where of an event named again: "the attack" takes them from the one told before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.outcome import is_effect_only
from brink.code.events.summary import LASTING
from brink.code.rows import Event, Mode, Place
from brink.code.wordlists import word_lists
from brink.dates import DateInterval

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_DEFINITE: Final = frozenset({"the", "this", "that"})
_BLASTS: Final[frozenset[Mode]] = frozenset({"suicide-attack", "explosives"})


def refers(made: Draft) -> bool:
    """Whether a singular noun with "the" or "this" names one act of force as known already."""
    noun = made.trigger.token
    if made.type == "ASSAULT" and "unsaid" in made.frame.needs:
        # "Claimed responsibility": for what was told before.
        return True
    if made.type != "ASSAULT" or not made.trigger.nominal or noun.tag_ not in {"NN", "NNP"}:
        return False
    if made.trigger.lemma in LASTING:
        return False
    return any(child.dep_ == "det" and child.lower_ in _DEFINITE for child in noun.children)


def placed_again(event: Event, told: Iterable[Event]) -> Event:
    """The event with the date and place of the one attack that the story has told before it.

    Left as it is when the story has told attacks of several dates, when means or places
    disagree, or when the event has a date of its own.
    """
    if event.date is not None:
        return event
    before = [earlier for earlier in told if _may_be(earlier, event)]
    dates = {earlier.date for earlier in before if earlier.date is not None}
    if len(dates) != 1 or any(_disagree(earlier, event) for earlier in before if earlier.date):
        return event
    same = next(earlier for earlier in before if earlier.date is not None)
    place = event.place or _place(before, same.date)
    because = f"date and place of “{_start(same.quote.text)}”: same event as told before"
    return replace(event, date=same.date, place=place, because=(*event.because, because))


_FIRE: Final = frozenset({"strike", "airstrike", "raid", "bombardment", "shelling", "air strike", "air raid"})
"""Nouns of attacks that come from the air or from afar."""
_NEAR: Final = 300
"""Characters within which "the strikes" are those told last."""
_FROM_AFAR: Final[frozenset[Mode]] = frozenset({"airstrike", "drone-strike", "heavy-weapons"})


_MUTUAL: Final = _LISTS["mutual"]


def refers_to_many(made: Draft) -> bool:
    """Whether "the raids" names acts of force as known already."""
    noun = made.trigger.token
    if made.type != "ASSAULT" or not made.trigger.nominal or noun.tag_ != "NNS":
        return False
    definite = any(
        child.dep_ == "det" and child.lower_ in {"the", "these", "those"} for child in noun.children
    )
    return definite and made.trigger.lemma in _FIRE


def done_again(event: Event, made: Draft, told: Iterable[Event]) -> Event:
    """The event with the doer of the attacks told before, where all of them that it may be have the same.

    "The raids" may be any attack from the air told before; "the attack" may be any attack at all.
    """
    if event.actors or event.type != "ASSAULT" or made.trigger.within == "claimed":
        return event
    if made.trigger.lemma in _MUTUAL:
        return event
    before = [earlier for earlier in told if _may_be(earlier, event)]
    if made.trigger.lemma in _FIRE:
        before = [earlier for earlier in before if earlier.mode in _FROM_AFAR]
        near = [earlier for earlier in before if event.quote.start - earlier.quote.end < _NEAR]
        before = near[-1:] or before
    if event.date is not None and any(earlier.date != event.date for earlier in before):
        return event
    doers = {earlier.actors for earlier in before}
    if len(doers) != 1 or any(_disagree(earlier, event) for earlier in before):
        return event
    (doer,) = doers
    if not doer or set(doer) & set(event.recipients):
        return event
    because = f"doer of “{_start(before[-1].quote.text)}”: same event as told before"
    return replace(event, actors=doer, mode=event.mode or before[-1].mode, because=(*event.because, because))


def goes_on(made: Draft) -> bool:
    """Whether a sentence of its own only tells who died or was hurt ("Three soldiers WERE KILLED")."""
    verb = made.trigger.token
    if made.type != "ASSAULT" or made.trigger.nominal or made.actors or not is_effect_only(made.trigger):
        return False
    alone = verb.dep_ == "ROOT" or (verb.dep_ in {"conj", "ccomp"} and verb.head.dep_ == "ROOT")
    hung = any(child.dep_ in {"advcl", "obl:agent"} for child in verb.children)
    return alone and not hung and _ELSEWHERE.isdisjoint(str(token.lower_) for token in verb.sent)


def continued(event: Event, told: Iterable[Event]) -> Event:
    """The event with date and place of the attack told just before it, when it states neither."""
    before = next((one for one in reversed(list(told)) if _may_be(one, event)), None)
    if before is None or event.date is not None or event.place is not None or before.date is None:
        return event
    near = before.quote.document == event.quote.document
    if not near or event.quote.start - before.quote.end > _SOON or event.status != "happened":
        return event
    because = f"date and place of “{_start(before.quote.text)}”: goes on about it"
    return replace(event, date=before.date, place=before.place, because=(*event.because, because))


_SOON: Final = 250
"""Characters within which a bare toll goes on about the attack before it."""
_ELSEWHERE: Final = _LISTS["of_other_times"]


def _may_be(earlier: Event, event: Event) -> bool:
    happened = earlier.type == "ASSAULT" and earlier.status == "happened"
    return happened and earlier.quote.start < event.quote.start


def _disagree(earlier: Event, event: Event) -> bool:
    places = {one.name for one in (earlier.place, event.place) if one is not None}
    modes = {one for one in (earlier.mode, event.mode) if one is not None}
    return len(places) > 1 or (len(modes) > 1 and not modes <= _BLASTS)


def _place(before: list[Event], date: DateInterval | None) -> Place | None:
    places = {one.place for one in before if one.place is not None and one.date == date}
    return places.pop() if len(places) == 1 else None


def _start(quote: str) -> str:
    words = quote.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")
