"""Where the parties of a frame stand around a verb, or around the noun that it carries."""

from __future__ import annotations

from typing import Final

from brink.code.actors.cues import load_cues
from brink.code.events.around_noun import around_noun, within_noun
from brink.code.events.lexicon import Lexicon, load_lexicon
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    agents,
    indirect_objects,
    noun_complements,
    objects,
    obliques,
    patients,
    subjects,
)
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_HELPING: Final = word_lists("brink.code.events", "lexicon/words.yaml")["helping"]
_AIMS: Final = frozenset({"on", "against", "at", "over", "of"})


def standing_at(trigger: Trigger, place: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Heads of the phrases at one place of a frame, for a verb or a noun."""
    return around_noun(trigger, place, lexicon) if trigger.nominal else _around_verb(trigger, place)


def _around_verb(trigger: Trigger, place: str) -> tuple[Token, ...]:
    verb = trigger.token
    if place in {"agent", "anti"}:
        return agents(verb) if place == "agent" else ()
    if place == "patient":
        return patients(verb)
    if place == "indirect":
        return indirect_objects(verb) or _squeezed(verb) or _squeezed_people(verb)
    if place == "content":
        clauses = [child for child in verb.children if child.dep_ in {"ccomp", "xcomp"}]
        asked = tuple(head for child in clauses for head in subjects(child) if head.i > verb.i)
        return asked or _asked_for(verb, clauses)
    if place in _AIMS and _is_of_attack(trigger, place):
        return ()
    # In "called for aid to Chad" the aid, not the call, goes to Chad.
    frame = trigger.expressions[0].frame
    own = frame.type == "REQUEST" and frame.recipient[0] != "to"
    found = tuple(noun for noun in obliques(verb, place) if not _is_backing(noun, place))
    if trigger.carried is not None and found and all(map(_is_day, found)):
        found = within_noun(trigger.carried, place) or found
    for noun in (trigger.carried, *objects(verb)):
        if noun is None or found or (own and noun == trigger.carried and place not in {"with", "from"}):
            continue
        found = within_noun(noun, place)
    if not found and frame.type == "AID" and place in {"for", "to"}:
        # "200 million euros in aid FOR SYRIA".
        inner = [noun for noun in obliques(verb, "in", "as") if noun.lemma_ in load_lexicon().means.goods]
        found = tuple(head for noun in inner for head in noun_complements(noun).get(place, ()))
    return found


def _is_backing(noun: Token, place: str) -> bool:
    """ "Condemned the strikes WITH THE SUPPORT of Washington": what helps the act is not done to anybody."""
    return place == "with" and noun.lemma_.lower() in _HELPING


def _is_day(noun: Token) -> bool:
    """ "Monday" in "imposed sanctions on Chad ON MONDAY"."""
    return noun.pos_ in {"PROPN", "NOUN"} and noun.lower_ in load_cues().time_words


def _asked_for(verb: Token, clauses: list[Token]) -> tuple[Token, ...]:
    """Whom "called FOR ISRAEL to lift the siege" asks."""
    to = any(child.tag_ == "VB" and any(c.lower_ == "to" for c in child.children) for child in clauses)
    return obliques(verb, "for") if to else ()


def _is_of_attack(trigger: Trigger, place: str) -> bool:
    """Whether "on" and "against" tell whom an attack hit that is condemned ("condemned the raid ON Chad")."""
    first = trigger.expressions[0]
    if first.frame.type not in {"ACCUSE", "SUPPORT"} or place in first.prepositions:
        return False
    nouns = load_lexicon().nouns
    told = [
        expression for noun in objects(trigger.token) for expression in nouns.get(noun.lemma_.lower(), ())
    ]
    return any(expression.frame.type == "ASSAULT" for expression in told)


def _squeezed(verb: Token) -> tuple[Token, ...]:
    """ "Pakistan" in "offer Pakistan assistance", which parsers take for part of the object."""
    if verb.i + 1 >= len(verb.doc) or any(obliques(verb, "to", "for")):
        return ()
    name = verb.doc[verb.i + 1]
    if name.pos_ == "PROPN" and name.dep_ == "appos" and name.head == verb:
        return (name,)
    if name.pos_ != "PROPN" or name.dep_ not in {"compound", "nmod:unmarked"}:
        return ()
    given = objects(verb)
    step = name
    for _ in range(3):
        step = step.head
        if step in given:
            to = [noun for noun in given for tie in ("to", "for") if tie in noun_complements(noun)]
            return () if to else (name,)
    return ()


def _squeezed_people(verb: Token) -> tuple[Token, ...]:
    """ "Offered Belarusian DISSIDENTS shelter", whom parsers take for a sort of shelter."""
    people = load_lexicon().means.people
    return tuple(
        child
        for given in objects(verb)
        for child in given.children
        if child.dep_ == "compound" and child.tag_ == "NNS" and child.lemma_.lower() in people
    )
