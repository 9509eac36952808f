"""What the parties of a draft make of it: a roadblock by fighters coerces, a state bombs from the air."""

from __future__ import annotations

from typing import Final

from brink.code.events.draft import Draft
from brink.code.grammar import obliques, patients
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_BLOCKING = frozenset({"block", "barricade", "shut"})
_FIGHTERS: Final = _LISTS["fighters"]
_OFFICIAL = frozenset({"state", "government", "force"})


def turn(made: Draft) -> None:
    """Give the draft the type and mode that those who do it, or to whom, leave it."""
    trigger = made.trigger
    if made.type == "THREATEN" and _warns_its_own(made):
        made.type = "REQUEST"
        made.because.append("a state that warns its own people asks them to beware")
    if made.type == "PROTEST" and trigger.lemma in _BLOCKING and _by_force(made):
        made.type, made.mode = "COERCE", None
        made.because.append("a state or armed men who block a road coerce")
    if made.type == "PROTEST" and trigger.carried is not None and _is_of_hunger(trigger.carried):
        made.mode = "other"
    if made.mode == "explosives" and _bombs_from_the_air(made):
        made.mode = "airstrike"
        made.because.append(f"mode airstrike: a state “{trigger.token.text}”")


def face(made: Draft) -> None:
    """Set the parties against each other where the words or the frame say so."""
    trigger = made.trigger
    mutual = len(made.names) > 1 and not trigger.nominal and _is_mutual(trigger.token)
    if not made.recipients and mutual:
        made.recipients = list(made.actors)
        made.because.append("the parties act on each other")
    elif made.frame.sides:
        _face_sides(made)


def _by_force(made: Draft) -> bool:
    """Whether those who block a road are a state, or fighters."""
    official = any(party.kind in _OFFICIAL for party in made.actors)
    return official or any(
        party.token.lemma_.lower() in _FIGHTERS for party in made.actors if not party.named
    )


def _bombs_from_the_air(made: Draft) -> bool:
    """ "Israel BOMBED the port": states bomb from the air where no other means is told."""
    verb = made.trigger.lemma == "bomb" and not made.trigger.nominal
    return (
        verb and bool(made.actors) and all(party.kind in _OFFICIAL - {"government"} for party in made.actors)
    )


def _warns_its_own(made: Draft) -> bool:
    """ "The US embassy warned AMERICANS against travel"."""
    homes = {party.country for party in made.actors if party.country is not None}
    warned = made.recipients
    return bool(warned) and all(p.kind == "people" and p.country in homes for p in warned)


def _is_of_hunger(strike: Token) -> bool:
    return any(child.lower_ == "hunger" for child in strike.children)


def _is_mutual(verb: Token) -> bool:
    """ "Accused EACH OTHER", "fired at ONE ANOTHER"."""
    tokens = (*patients(verb), *obliques(verb))
    pairs = [verb.doc[token.i - 1 : token.i + 2].text.lower() for token in tokens if token.i > 0]
    return any("each other" in pair or "one another" in pair for pair in pairs)


def _face_sides(made: Draft) -> None:
    """With one group of names, all of them act on one another; with two, each on the other."""
    if not made.recipients and len(made.names) > 1:
        made.recipients = list(made.actors)
        made.because.append("the parties act on one another")
    elif not made.actors and len({n for p in made.recipients for n in p.names}) > 1:
        made.actors = list(made.recipients)
        made.because.append("the parties act on one another")
