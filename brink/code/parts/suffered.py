"""Victims without a name, by the verb they suffer: "killed TWELVE FARMERS", "SIX WORKERS were abducted"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from brink.code.events.lexicon import load_lexicon
from brink.code.grammar import patients
from brink.code.parsed import Token
from brink.code.parts.kinds import kinds_of
from brink.code.parts.phrases import Phrase, noun_phrase
from brink.code.passage import Passage
from brink.code.rows import Event


def sufferers(passages: Sequence[Passage], events: Sequence[Event]) -> Iterator[tuple[Phrase, float]]:
    """Phrases for people who are killed, hurt or taken, with the confidence of the event that says so."""
    for passage in passages:
        for verb in passage.doc:
            if verb.pos_ != "VERB" or not _harms(verb):
                continue
            event = _telling(passage, verb, events)
            for token in patients(verb) if event is not None else ():
                if event is not None and _is_person(token):
                    first, last = noun_phrase(token)
                    yield Phrase(passage.index, first, last, token.i, "whole"), event.confidence


def _harms(verb: Token) -> bool:
    known = load_lexicon().verbs.get(verb.lemma_.lower(), ())
    return any(one.frame.type == "ASSAULT" and one.frame.effect and not one.conditions for one in known)


def _telling(passage: Passage, verb: Token, events: Sequence[Event]) -> Event | None:
    """The shortest quote of an act of violence that holds the verb."""
    at = passage.start + verb.idx
    holding = [event for event in events if event.quote.start <= at < event.quote.end]
    return min(holding, key=lambda event: event.quote.end - event.quote.start, default=None)


def _is_person(token: Token) -> bool:
    return token.pos_ == "NOUN" and bool({"people", "regular", "irregular"} & set(kinds_of(token.lower_)))
