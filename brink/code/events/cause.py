"""The act that an outcome belongs to: "killed IN A RAID", "ATTACKED a post and killed six"."""

from __future__ import annotations

from typing import Final

from brink.code.events.lexicon import Lexicon
from brink.code.events.outcome import is_effect_only, same_arms, suffering
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    agents,
    governor,
    obliques,
    patients,
    preposition,
    subjects,
    told_with,
)
from brink.code.grammar.labels import NOMINAL_OR_NUMBER
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_IN: Final = ("in", "by", "during", "from", "after", "to", "under")


_JOINING: Final = frozenset({"advcl", "conj", "xcomp", "acl", "parataxis"})


def is_assault(trigger: Trigger) -> bool:
    return any(expression.frame.type == "ASSAULT" for expression in trigger.expressions)


def _is_effect(trigger: Trigger, lexicon: Lexicon) -> bool:
    if any(expression.frame.effect in {"killed", "injured"} for expression in trigger.expressions):
        return True
    return not trigger.nominal and trigger.lemma in lexicon.means.effects


def cause_of(trigger: Trigger, at: dict[int, Trigger], lexicon: Lexicon) -> Trigger | None:
    """The trigger of the act that this one tells the outcome of, if it stands in the same sentence part."""
    if not is_assault(trigger):
        return None
    shot = _weapon_verb(trigger, at)
    if shot is not None or not _is_effect(trigger, lexicon):
        return shot
    if trigger.nominal:
        return _first_assault(
            at, (c for c in trigger.token.children if c.dep_ == "nmod" and preposition(c) in _IN[:4])
        )
    verb = trigger.token
    return (
        _first_assault(at, (token for token in agents(verb)), nominal=True)
        or _first_assault(at, (token for token in obliques(verb, *_IN, "with", "through")), nominal=True)
        or _first_assault(at, (token for token in _gerunds(verb)), nominal=True)
        or _told_of_it(verb, at)
        or _told_when(verb, at, lexicon)
        or _left_so(verb, at)
        or _past_attempt(verb, at)
        or _set_before(verb, at)
        or _same_doer(trigger, at)
    )


def _set_before(verb: Token, at: dict[int, Trigger]) -> Trigger | None:
    """ "Rival forces CLASH in Tripoli, 27 killed": the act before a comma, hung on the toll after it."""
    counted = any(child.dep_.startswith("nsubj") and child.tag_ == "CD" for child in verb.children)
    for child in verb.children if counted else ():
        found = at.get(child.i) if child.dep_ in {"ccomp", "parataxis"} and child.i < verb.i else None
        if found is not None and is_assault(found) and not is_effect_only(found):
            return found
    return None


def _left_so(verb: Token, at: dict[int, Trigger]) -> Trigger | None:
    """ "Students clashed with police, leaving 20 INJURED": what the act before left behind."""
    step = verb
    for _ in range(3):
        step = step.head
        if step.lemma_ == "leave" and step.tag_ == "VBG" and step.dep_ in {"advcl", "acl"}:
            return _first_assault(at, [step.head])
    return None


def _past_attempt(verb: Token, at: dict[int, Trigger]) -> Trigger | None:
    """ "Shot at migrants trying to cross, KILLING two": no toll of what others only tried to do."""
    step = verb.head
    if verb.tag_ != "VBG" or verb.dep_ != "advcl":
        return None
    borne = step.tag_ == "VBG" and step.dep_ == "acl" and step.lemma_ in _BEARING
    if not borne and (step.tag_ != "VB" or step.dep_ not in {"xcomp", "acl"}):
        return None
    if not any(child.is_punct and child.text == "," for child in verb.children if child.i < verb.i):
        return None
    while step.dep_ == "xcomp":
        step = step.head
    noun = step.head
    if step.dep_ != "acl" or noun.pos_ not in NOMINAL_OR_NUMBER:
        return None
    for _ in range(3):
        noun = noun.head
        if noun.pos_ == "VERB":
            return _first_assault(at, [noun])
    return None


_BEARING: Final = _LISTS["bearing"]


def _gerunds(verb: Token) -> list[Token]:
    """ "Fighting" in "died IN FIGHTING between militias", which parsers take for a clause."""
    inside = [child for child in verb.children if child.dep_ == "advcl" and child.tag_ == "VBG"]
    return [c for c in inside if any(m.dep_ in {"mark", "case"} and m.lower_ in _IN for m in c.children)]


def _first_assault(at: dict[int, Trigger], tokens: object, *, nominal: bool = False) -> Trigger | None:
    for token in tokens:  # type: ignore[attr-defined]
        found = at.get(token.i)
        if found is not None and is_assault(found) and (found.nominal or not nominal) and not _is_toll(found):
            return found
    return None


def _told_of_it(verb: Token, at: dict[int, Trigger]) -> Trigger | None:
    """ "a strike near Gao which KILLED three": the act did it, whatever noun the parser hung it on."""
    if verb.dep_ not in {"acl:relcl", "advcl:relcl"} or not any(_is_which(child) for child in verb.children):
        return None
    step = verb.head
    for _ in range(4):
        found = at.get(step.i)
        if found is not None and found.nominal and is_assault(found) and not _is_toll(found):
            return found
        if step.dep_ not in {"nmod", "nmod:poss", "obl", "compound", "flat", "appos", "conj"}:
            return None
        step = step.head
    return None


def _is_which(child: Token) -> bool:
    """ "which" as subject, or "in which" of a passive clause."""
    if child.tag_ != "WDT" and child.lower_ not in {"which", "that"}:
        return False
    return child.dep_ == "nsubj" or (child.dep_ == "obl" and preposition(child) in {"in", "during"})


def _told_when(verb: Token, at: dict[int, Trigger], lexicon: Lexicon) -> Trigger | None:
    """ "were killed WHEN shells hit a market": the clause tells the act."""
    others = [child for child in verb.children if child.dep_ == "conj"]
    clauses = [below for part in (verb, *others) for below in part.children if below.dep_ == "advcl"]
    for child in [*clauses, *(c for clause in clauses for c in clause.children if c.dep_ == "conj")]:
        if child.i in at and is_assault(at[child.i]):
            opening = child if child.dep_ == "advcl" else child.head
            marks = {c.lower_ for c in opening.children if c.dep_ in {"mark", "advmod"}}
            if marks & {"when", "as", "after"} and subjects(child) != subjects(verb):
                return None if same_arms(verb, child, lexicon) else at[child.i]
    return None


def _weapon_verb(trigger: Trigger, at: dict[int, Trigger]) -> Trigger | None:
    """The act of the weapon that a participle tells of: "killed by rockets FIRED from the hills"."""
    verb = trigger.token
    weapon = verb.head
    if trigger.nominal or verb.dep_ not in {"acl", "amod"} or weapon.pos_ not in {"NOUN", "PROPN"}:
        return None
    act = at.get(weapon.head.i)
    if act is None or act.nominal or not is_assault(act) or weapon not in agents(act.token):
        return None
    return None if any(weapon in suffering(one) for one in (act, *act.effects)) else act


def _same_doer(trigger: Trigger, at: dict[int, Trigger]) -> Trigger | None:
    """ "attacked a post, KILLING six" and "opened fire and WOUNDED two": one act and its outcome."""
    verb = trigger.token
    deed = told_with(verb)
    if deed is not None and deed.i in at and is_assault(at[deed.i]):
        return at[deed.i]
    step = verb
    for _ in range(4):
        if step.dep_ not in _JOINING or step.head == step:
            return None
        aim = step.dep_ == "xcomp"
        if aim and step.head.lemma_ in _TRYING:
            return None
        step = governor(step.head) if step.dep_ == "acl" else step.head
        cause = at.get(step.i)
        if cause is not None and aim and not is_assault(cause):
            # "Killed two guards and THREATENED to behead the hostages": what is threatened is no outcome.
            return None
        if cause is None or not is_assault(cause):
            continue
        mine, theirs = agents(verb), agents(step)
        if cause.nominal or (mine and mine == theirs) or (not mine and verb.dep_ == "advcl"):
            return cause
        if _dies_there(verb, at) and verb.dep_ in {"conj", "parataxis"} and not is_effect_only(cause):
            return cause
        outcome = verb.dep_ in {"conj", "parataxis"} and not mine and bool(patients(verb))
        return cause if outcome and not is_effect_only(cause) else None
    return None


_TRYING: Final = _LISTS["trying"]


def _dies_there(verb: Token, at: dict[int, Trigger]) -> bool:
    """ "Gunmen ambushed a patrol; four soldiers DIED": a death with no time, place or cause of its own."""
    outcome = at.get(verb.i)
    dying = outcome is not None and "agent" in outcome.expressions[0].frame.recipient
    return dying and not any(child.dep_.startswith("obl") or child.dep_ == "advcl" for child in verb.children)


def _is_toll(trigger: Trigger) -> bool:
    """Nouns such as "death" tell an outcome, not the act ("hacked to death")."""
    return trigger.nominal and is_effect_only(trigger)
