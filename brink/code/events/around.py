"""Where the parties of a frame stand around a verb or noun."""

from __future__ import annotations

from typing import Final

from brink.code.actors.cues import load_cues
from brink.code.events.carrying import carrying
from brink.code.events.lexicon import Lexicon, load_lexicon
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    agents,
    clause,
    conjuncts,
    governor,
    indirect_objects,
    noun_complements,
    objects,
    obliques,
    patients,
    preposition,
    subjects,
)
from brink.code.grammar.labels import NAMED_OR_NOUN
from brink.code.parsed import Token

_AIMS: Final = frozenset({"on", "against", "at", "over", "of"})
_BLAMING: Final = frozenset({"blame", "pin"})
"""Verbs whose "on" tells who is said to have done it."""
_BEFORE: Final = frozenset({"compound", "amod"})
_NEXT: Final = frozenset({"against", "between", "with", "by", "on"})


def standing_at(trigger: Trigger, place: str, lexicon: Lexicon) -> tuple[Token, ...]:
    """Heads of the phrases at one place of a frame, for a verb or a noun."""
    return _around_noun(trigger, place, lexicon) if trigger.nominal else _around_verb(trigger, place)


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
    found = obliques(verb, place)
    if trigger.carried is not None and found and all(map(_is_day, found)):
        found = _within_noun(trigger.carried, place) or found
    for noun in (trigger.carried, *objects(verb)):
        if noun is None or found or (own and noun == trigger.carried and place not in {"with", "from"}):
            continue
        found = _within_noun(noun, place)
    if not found and frame.type == "AID" and place in {"for", "to"}:
        # "200 million euros in aid FOR SYRIA".
        inner = [noun for noun in obliques(verb, "in", "as") if noun.lemma_ in load_lexicon().means.goods]
        found = tuple(head for noun in inner for head in noun_complements(noun).get(place, ()))
    return found


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


def _within_noun(noun: Token, place: str) -> tuple[Token, ...]:
    """Phrases on a noun or on what it is of: "a package of aid FOR Ukraine"."""
    complements = noun_complements(noun)
    found = complements.get(place, ())
    if place == "between" and not found:
        return _between_below(complements)
    for inner in complements.get("of", ()) if not found and place != "of" else ():
        found = found or noun_complements(inner).get(place, ())
    return found


def _around_noun(trigger: Trigger, place: str, lexicon: Lexicon) -> tuple[Token, ...]:
    noun, carrier = trigger.token, trigger.carrier
    if place == "light":
        return carrying(trigger, lexicon)
    complements = noun_complements(noun)
    found = tuple(t for t in complements.get(place, ()) if place in _BEFORE or not _is_own(t, trigger))
    if place in {"compound", "amod"}:
        return _before_noun(trigger, found)
    if place == "anti":
        before = (*complements.get("compound", ()), *complements.get("amod", ()))
        return tuple(token for token in before if is_opposed(token))
    if place == "between":
        found = found or complements.get("among", ()) or _between_below(complements)
        if not found and carrier is not None:
            found = obliques(carrier, "between") or _between_where(carrier)
        return _both(found)
    if place == "by" and not found:
        found = _by_below(noun, lexicon)
    if not found and carrier is not None and place not in {"poss", "of"}:
        found = tuple(token for token in obliques(carrier, place) if token != noun)
    if not found and place == "with" and carrier is not None:
        found = _drawn_in(trigger, carrier)
    return found or (_just_after(noun, place) if place in _NEXT else ())


def _drawn_in(trigger: Trigger, carrier: Token) -> tuple[Token, ...]:
    """The other side in "engaged PEACEKEEPERS in a firefight", "joined CHAD in exercises"."""
    noun = trigger.token
    sides = trigger.expressions[0].frame.sides and noun.dep_ == "obl" and preposition(noun) == "in"
    return objects(carrier) if sides and carrier.lemma_ in {"engage", "join"} else ()


def _is_own(token: Token, trigger: Trigger) -> bool:
    """ "Force" in "a show of force", which is a word of the expression."""
    return bool(trigger.first <= token.i < trigger.last)


def _between_where(carrier: Token) -> tuple[Token, ...]:
    """ "Fighting broke out near the airport BETWEEN the army and rebels", hung on the place."""
    for where in obliques(carrier, "in", "near", "at", "on", "around", "along", "over"):
        found = noun_complements(where).get("between", ())
        if found:
            return found
    return ()


def _both(sides: tuple[Token, ...]) -> tuple[Token, ...]:
    """The second side where the parser joined it to a name inside the first: "troops loyal to A and B"."""
    if len(sides) != 1:
        return sides
    inside = [
        t for t in sides[0].subtree if t.dep_ == "conj" and t.head != sides[0] and t.pos_ in NAMED_OR_NOUN
    ]
    apart = [t for t in inside if any(child.dep_ == "cc" and child.lower_ == "and" for child in t.children)]
    return (sides[0], apart[0]) if len(apart) == 1 else sides


def _between_below(complements: dict[str, tuple[Token, ...]]) -> tuple[Token, ...]:
    """The sides that the parser hung on the matter: "talks on the border BETWEEN Chad and Sudan"."""
    for tie in ("of", "on", "over", "about", "for"):
        for matter in complements.get(tie, ()):
            found = noun_complements(matter).get("between", ())
            if found:
                return found
    return ()


_DONE_TO: Final = ("of", "on", "against", "at", "in", "to")


def _by_below(noun: Token, lexicon: Lexicon) -> tuple[Token, ...]:
    """The doer that the parser hung on whom it was done to: "the murder of a priest BY GUNMEN".

    Not below another act: in "condemnation of the raid by the rebels" the rebels raided.
    """
    step = noun
    for _ in range(_DEEP):
        complements = noun_complements(step)
        below = next((complements[tie] for tie in _DONE_TO if tie in complements), ())
        if not below or any(inner.lemma_.lower() in lexicon.nouns for inner in below):
            return ()
        for inner in below:
            found = noun_complements(inner).get("by", ())
            if found:
                return found
        step = below[-1]
    return ()


_DEEP: Final = 3


def _just_after(noun: Token, place: str) -> tuple[Token, ...]:
    """A phrase right after the noun that the parser hung on the verb ("faces protests AGAINST him")."""
    if place == "on" and governor(noun).lemma_ in _BLAMING:
        return ()
    near = [
        c for c in governor(noun).children if c.dep_ == "obl" and c.i > noun.i and preposition(c) == place
    ]
    if not near:
        return ()
    end = max(token.i for token in clause(noun)) + 1
    return tuple(head for child in near if child.left_edge.i == end for head in conjuncts(child))


def _before_noun(trigger: Trigger, found: tuple[Token, ...]) -> tuple[Token, ...]:
    """Attributes of the noun, and of its own parts: "US" in "US drone strike"."""
    outside = [
        token for token in found if not trigger.first <= token.i < trigger.last or token.pos_ == "PROPN"
    ]
    for token in found:
        if trigger.first <= token.i < trigger.last:
            outside.extend(
                c for c in token.children if c.dep_ in {"compound", "amod", "nmod:poss"} and c not in found
            )
    return tuple(token for token in outside if not is_opposed(token))


def is_opposed(token: Token) -> bool:
    """Whether "anti-" stands before the word, so that it is what an act is against."""
    doc = token.doc
    return bool(token.i > 1 and doc[token.i - 1].text == "-" and doc[token.i - 2].lower_ == "anti")
