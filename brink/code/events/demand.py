"""Demands and refusals made in speech: "Chad must stop", "Chad said it would not"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.lexicon import Expression, Frame
from brink.code.events.parties import Cast
from brink.code.events.trigger import Trigger
from brink.code.grammar import agents, indirect_objects, obliques, reporting_verb, subjects
from brink.code.parsed import Doc, Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_OUGHT: Final = frozenset({"should", "must", "ought"})
_FRAME: Final = Frame("REQUEST", None, ("speaker",), ("agent",), False, frozenset({"both"}), None, None)
_EXPRESSION: Final = Expression("should|must in speech", (), frozenset(), frozenset(), (), True, _FRAME)


_REFUSAL: Final = Frame("REJECT", None, ("agent",), (), False, frozenset({"actor"}), None, None)
_NOT: Final = Expression("said it would not", (), frozenset(), frozenset(), (), True, _REFUSAL)
_WILL: Final = frozenset({"will", "would", "wo"})
_NO_REFUSAL: Final = _LISTS["asked_of_nobody"]
_SAYING: Final = _LISTS["saying_no"]


def refusals(doc: Doc, cast: Cast) -> Iterator[Draft]:
    """A REJECT for every "X said X would not": a refusal spoken by its doer."""
    for token in doc:
        if token.lower_ not in _WILL or not token.dep_.startswith("aux") or not _is_negated(token.head):
            continue
        verb = token.head
        speech = reporting_verb(verb)
        if speech is None or speech.lemma_ not in _SAYING or verb.lemma_ in _NO_REFUSAL:
            continue
        speakers = cast.at(agents(speech), part="actor")
        doers = cast.at(subjects(verb), part="actor")
        if speakers and {n for p in doers for n in p.names} & {n for p in speakers for n in p.names}:
            trigger = Trigger(verb, (_NOT,), False, token.i, verb.i + 1)
            asked = cast.at((*indirect_objects(verb), *obliques(verb, "to")), part="recipient")
            asked = [p for p in asked if p.named and not set(p.names) & set(speakers[0].names)]
            yield Draft(trigger, _NOT, speakers, asked, type="REJECT", status="happened")


def _is_negated(verb: Token) -> bool:
    return any(child.lower_ in {"not", "n't", "n’t", "never", "longer"} for child in verb.children)


def demands(doc: Doc, cast: Cast) -> Iterator[Draft]:
    """A REQUEST for every "X should" or "X must" that somebody other than X is said to say."""
    for token in doc:
        if token.lemma_ not in _OUGHT or not token.dep_.startswith("aux"):
            continue
        verb = token.head
        if any(child.lemma_ == "have" and child.dep_ == "aux" for child in verb.children):
            # "Should have seen this coming" finds fault with what is past.
            continue
        speakers = cast.speaker(verb, part="actor")
        asked = [party for party in cast.at(subjects(verb), part="recipient") if party.named]
        if not speakers or not asked or {n for p in asked for n in p.names} & set(speakers[0].names):
            continue
        trigger = Trigger(verb, (_EXPRESSION,), False, token.i, token.i + 1)
        yield Draft(trigger, _EXPRESSION, speakers, asked, type="REQUEST", status="happened")
