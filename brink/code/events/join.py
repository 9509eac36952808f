"""Words that tell one event between them: "carried out | a raid", "attacked …, | killing six"."""

from __future__ import annotations

from typing import Final

from brink.code.events.label import names_object
from brink.code.events.lexicon import Lexicon
from brink.code.events.outcome import coordinate_toll, is_effect_only, same_arms, suffering
from brink.code.events.trigger import Trigger
from brink.code.grammar import (
    agents,
    governor,
    obliques,
    particle,
    patients,
    preposition,
    subjects,
    told_with,
)
from brink.code.parsed import Token

_IN: Final = ("in", "by", "during", "from", "after", "to", "under")
_JOINING: Final = frozenset({"advcl", "conj", "xcomp", "acl", "parataxis"})


def join(triggers: list[Trigger], lexicon: Lexicon) -> list[Trigger]:
    """The triggers that tell an event of their own, each with what carries it and what it did."""
    left = _without_jailbreaks(_without_carried(triggers))
    for trigger in left:
        if trigger.nominal:
            _find_carrier(trigger, lexicon)
    return _with_effects(left, lexicon)


def _without_carried(triggers: list[Trigger]) -> list[Trigger]:
    """Nouns that a verb expression already holds ("signed a CEASEFIRE") tell nothing more."""
    held = {t.carried.i for t in triggers if t.carried is not None and _holds(t)}
    return [
        t
        for t in triggers
        if not (t.nominal and (t.token.i in held or any(t.first <= i < t.last for i in held)))
    ]


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
    return inmates and stormed is not None and _is_assault(stormed)


_FREEING: Final = frozenset({"free", "release", "liberate"})
_INMATES: Final = frozenset({"inmate", "prisoner", "detainee", "convict"})


def _holds(trigger: Trigger) -> bool:
    first = trigger.expressions[0]
    return bool(first.objects or first.tail)


def _find_carrier(trigger: Trigger, lexicon: Lexicon) -> None:
    noun, verb = trigger.token, trigger.token.head
    means = lexicon.means
    if preposition(noun) == "behind" and subjects(noun):
        trigger.within = "behind"
        return
    if noun.dep_ in {"obj", "nsubj:pass", "obl", "nmod", "nsubj"}:
        claimed = verb if verb.pos_ in {"VERB", "AUX"} else verb.head
        name = _with_particle(claimed)
        if _is_disowned(claimed, lexicon):
            return
        if name in means.claim or (claimed.lemma_ in means.claim and _object_is(claimed, "responsibility")):
            trigger.carrier, trigger.within = claimed, "claimed"
            return
    if verb.pos_ not in {"VERB", "AUX"}:
        return
    name, tie = _with_particle(verb), preposition(noun)
    if names_object(verb):
        return
    if noun.dep_ == "obl" and tie == "under" and verb.lemma_ in {"come", "be", "fall"}:
        trigger.carrier, trigger.suffered = verb, True
    elif noun.dep_ in {"obj", "nsubj:pass"} or (noun.dep_ == "obl" and tie in {"in", "to", "into", "with"}):
        if noun.dep_ != "nsubj:pass" and name in means.passive_light:
            trigger.carrier, trigger.suffered = verb, True
        elif name in means.light and not _is_naming(verb):
            trigger.carrier = verb
    elif noun.dep_ == "nsubj" and (name in means.happen or _takes_place(verb)):
        trigger.carrier = verb
    elif noun.dep_ == "conj":
        _share_carrier(trigger, lexicon)


def _is_naming(verb: Token) -> bool:
    """ "What he CALLED brutal repression", "CALLED it a massacre": a word for what others did."""
    if verb.lemma_ != "call":
        return False
    what = verb.dep_ == "acl:relcl" and verb.head.lower_ in {"what", "whatever"}
    return what or sum(child.dep_ in {"obj", "xcomp", "iobj"} for child in verb.children) > 1


def _takes_place(verb: Token) -> bool:
    """ "The truce TOOK EFFECT", "talks TOOK PLACE", "the pact CAME INTO FORCE"."""
    if verb.lemma_ == "take":
        taken = [child for child in verb.children if child.dep_ == "obj"]
        return any(noun.lemma_ in {"effect", "place", "hold"} for noun in taken)
    come = verb.lemma_ in {"come", "go", "enter"}
    return come and any(token.lemma_ in {"effect", "force"} for token in obliques(verb, "into"))


def _is_disowned(verb: Token, lexicon: Lexicon) -> bool:
    """ "The raid was NOT acknowledged by Mali", which says neither that Mali made it nor that it did not."""
    negated = any(child.lower_ in {"not", "n't", "n’t", "never"} for child in verb.children)
    if not negated:
        negated = any(child.lower_ in {"no", "neither"} for doer in agents(verb) for child in doer.children)
        negated = negated or any(doer.lower_ in {"nobody", "none", "noone"} for doer in agents(verb))
    claims = verb.lemma_ in lexicon.means.claim or _with_particle(verb) in lexicon.means.claim
    return negated and claims


def _share_carrier(trigger: Trigger, lexicon: Lexicon) -> None:
    first = trigger.token.head
    if first.dep_ in {"obj", "nsubj:pass"} and _with_particle(first.head) in lexicon.means.light:
        trigger.carrier = first.head


def _with_particle(verb: Token) -> str:
    adverb = particle(verb)
    return f"{verb.lemma_.lower()} {adverb}" if adverb else str(verb.lemma_).lower()


def _object_is(verb: Token, lemma: str) -> bool:
    return any(child.lemma_ == lemma for child in patients(verb))


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
        cause = _cause(trigger, at, lexicon) or coordinate_toll(trigger, at, lexicon)
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


def _is_assault(trigger: Trigger) -> bool:
    return any(expression.frame.type == "ASSAULT" for expression in trigger.expressions)


def _is_effect(trigger: Trigger, lexicon: Lexicon) -> bool:
    if any(expression.frame.effect in {"killed", "injured"} for expression in trigger.expressions):
        return True
    return not trigger.nominal and trigger.lemma in lexicon.means.effects


def _cause(trigger: Trigger, at: dict[int, Trigger], lexicon: Lexicon) -> Trigger | None:
    """The trigger of the act that this one tells the outcome of, if it stands in the same sentence part."""
    if not _is_assault(trigger):
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
        or _first_assault(at, (token for token in obliques(verb, *_IN)), nominal=True)
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
        if found is not None and _is_assault(found) and not is_effect_only(found):
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
    if verb.tag_ != "VBG" or verb.dep_ != "advcl" or step.tag_ != "VB" or step.dep_ not in {"xcomp", "acl"}:
        return None
    if not any(child.is_punct and child.text == "," for child in verb.children if child.i < verb.i):
        return None
    while step.dep_ == "xcomp":
        step = step.head
    noun = step.head
    if step.dep_ != "acl" or noun.pos_ not in {"NOUN", "PROPN", "PRON", "NUM"}:
        return None
    for _ in range(3):
        noun = noun.head
        if noun.pos_ == "VERB":
            return _first_assault(at, [noun])
    return None


def _gerunds(verb: Token) -> list[Token]:
    """ "Fighting" in "died IN FIGHTING between militias", which parsers take for a clause."""
    inside = [child for child in verb.children if child.dep_ == "advcl" and child.tag_ == "VBG"]
    return [c for c in inside if any(m.dep_ in {"mark", "case"} and m.lower_ in _IN for m in c.children)]


def _first_assault(at: dict[int, Trigger], tokens: object, *, nominal: bool = False) -> Trigger | None:
    for token in tokens:  # type: ignore[attr-defined]
        found = at.get(token.i)
        if (
            found is not None
            and _is_assault(found)
            and (found.nominal or not nominal)
            and not _is_toll(found)
        ):
            return found
    return None


def _told_of_it(verb: Token, at: dict[int, Trigger]) -> Trigger | None:
    """ "a strike near Gao which KILLED three": the act did it, whatever noun the parser hung it on."""
    if verb.dep_ != "acl:relcl" or not any(_is_which(child) for child in verb.children):
        return None
    step = verb.head
    for _ in range(4):
        found = at.get(step.i)
        if found is not None and found.nominal and _is_assault(found) and not _is_toll(found):
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
    for child in [below for part in (verb, *others) for below in part.children]:
        if child.dep_ == "advcl" and child.i in at and _is_assault(at[child.i]):
            marks = {c.lower_ for c in child.children if c.dep_ in {"mark", "advmod"}}
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
    if act is None or act.nominal or not _is_assault(act) or weapon not in agents(act.token):
        return None
    return None if any(weapon in suffering(one) for one in (act, *act.effects)) else act


def _same_doer(trigger: Trigger, at: dict[int, Trigger]) -> Trigger | None:
    """ "attacked a post, KILLING six" and "opened fire and WOUNDED two": one act and its outcome."""
    verb = trigger.token
    deed = told_with(verb)
    if deed is not None and deed.i in at and _is_assault(at[deed.i]):
        return at[deed.i]
    step = verb
    for _ in range(4):
        if step.dep_ not in _JOINING or step.head == step:
            return None
        step = governor(step.head) if step.dep_ == "acl" else step.head
        cause = at.get(step.i)
        if cause is None or not _is_assault(cause):
            continue
        mine, theirs = agents(verb), agents(step)
        if cause.nominal or (mine and mine == theirs) or (not mine and verb.dep_ == "advcl"):
            return cause
        if _dies_there(verb, at) and verb.dep_ in {"conj", "parataxis"} and not is_effect_only(cause):
            return cause
        outcome = verb.dep_ in {"conj", "parataxis"} and not mine and bool(patients(verb))
        return cause if outcome and not is_effect_only(cause) else None
    return None


def _dies_there(verb: Token, at: dict[int, Trigger]) -> bool:
    """ "Gunmen ambushed a patrol; four soldiers DIED": a death with no time, place or cause of its own."""
    outcome = at.get(verb.i)
    dying = outcome is not None and "agent" in outcome.expressions[0].frame.recipient
    return dying and not any(child.dep_.startswith("obl") or child.dep_ == "advcl" for child in verb.children)


def _is_toll(trigger: Trigger) -> bool:
    """Nouns such as "death" tell an outcome, not the act ("hacked to death")."""
    return trigger.nominal and is_effect_only(trigger)
