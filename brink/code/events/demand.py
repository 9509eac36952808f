"""Demands made in speech: "America must stop this", said by somebody."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from spacy.tokens import Doc

from brink.code.events.draft import Draft
from brink.code.events.lexicon import Expression, Frame
from brink.code.events.parties import Cast
from brink.code.events.trigger import Trigger
from brink.code.grammar import subjects

_OUGHT: Final = frozenset({"should", "must", "ought"})
_FRAME: Final = Frame("REQUEST", None, ("speaker",), ("agent",), False, frozenset({"both"}), None, None)
_EXPRESSION: Final = Expression("should|must in speech", (), frozenset(), frozenset(), (), True, _FRAME)


def demands(doc: Doc, cast: Cast) -> Iterator[Draft]:
    """A REQUEST for every "X should" or "X must" that somebody other than X is said to say."""
    for token in doc:
        if token.lemma_ not in _OUGHT or not token.dep_.startswith("aux"):
            continue
        verb = token.head
        speakers = cast.speaker(verb, part="actor")
        asked = [party for party in cast.at(subjects(verb), part="recipient") if party.named]
        if not speakers or not asked or {n for p in asked for n in p.names} & set(speakers[0].names):
            continue
        trigger = Trigger(verb, (_EXPRESSION,), False, token.i, token.i + 1)
        yield Draft(trigger, _EXPRESSION, speakers, asked, type="REQUEST", status="happened")
