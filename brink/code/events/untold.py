"""Words that fit a frame and tell no act: how a source wants to be named, what an army left lying."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from brink.code.events.draft import Draft
from brink.code.grammar import noun_complements, objects, obliques, preposition, subjects
from brink.code.grammar.labels import NEGATIONS, OWNERS
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_ASKING: Final = _LISTS["asking"]
_NAMING: Final = _LISTS["naming_sources"]
_ILLS: Final = _LISTS["ills_foreseen"]
_UNNAMED: Final = frozenset({"anonymity", "anonymous", "unnamed"})
_NOBODY: Final = frozenset({"no", "nobody", "none", "neither"})
_BEING: Final = frozenset({"remain", "become", "stay"})


def is_untold(made: Draft) -> bool:
    """Whether the words only look like an act."""
    return (
        _asks_for_anonymity(made)
        or _is_left_lying(made)
        or _is_the_opposition(made)
        or _is_claimed_by_nobody(made)
        or _is_foreseen(made)
        or _leaves_a_contest(made)
        or _is_done_to_oneself(made)
        or _is_to_alert(made)
        or _remembers(made)
        or _insists_it_is(made)
        or _is_of_bargaining(made)
        or _is_to_end(made)
        or _is_admitted(made)
        or _is_checkpoint(made)
    )


def _is_checkpoint(made: Draft) -> bool:
    """ "INSURGENTS set up roadblocks": those with guns stop others, and protest against nobody."""
    noun = made.trigger.carried
    road = noun is not None and noun.lemma_.lower() in {"roadblock", "barricade", "checkpoint", "blockade"}
    armed = any(p.kind in {"group", "force"} or p.token.lemma_.lower() in _ARMED for p in made.actors)
    return made.type == "PROTEST" and road and armed


_ARMED: Final = _LISTS["with_guns"]


def _is_admitted(made: Draft) -> bool:
    """ "CONCEDED that the army had been unable": to grant that something is so gives nothing up."""
    verb = made.trigger.token
    return made.trigger.lemma == "concede" and any(child.dep_ == "ccomp" for child in verb.children)


def _is_to_end(made: Draft) -> bool:
    """ "Said it would stop BOMBING Yemen": what is to come is the end of it, which has a row of its own.

    Nor does "until the AGGRESSION ends" plan one.
    """
    verb = made.trigger.token
    ending = verb.head
    if made.trigger.nominal and verb.dep_ == "nsubj" and ending.lemma_ in _ENDING:
        return any(child.lower_ == "until" for child in ending.children)
    if made.trigger.nominal or verb.tag_ != "VBG" or ending.lemma_ not in _ENDING:
        return False
    undone = any(child.lower_ in _NOT for child in ending.children)
    return made.type == "ASSAULT" and ending.tag_ in {"VB", "VBP", "VBZ"} and not undone


_ENDING: Final = frozenset({"stop", "cease", "halt", "quit", "end", "suspend", "pause"})
_NOT: Final = frozenset({"not", "n't", "n’t", "never"})


def _asks_for_anonymity(made: Draft) -> bool:
    """ "Who asked NOT TO BE NAMED": a source's terms, and no demand of anybody."""
    verb = made.trigger.token
    if made.type not in {"REQUEST", "REJECT"} or made.trigger.lemma not in _ASKING:
        return False
    for child in verb.children:
        words = {str(token.lower_) for token in child.children}
        hidden = bool(words & {"not", "n't", "without"}) or child.lower_ in _UNNAMED
        if child.i > verb.i and ((child.lemma_ in _NAMING and hidden) or child.lower_ in _UNNAMED):
            return True
        if child.lemma_ in {"remain", "stay"} and words & _UNNAMED:
            return True
    return any(noun.lower_ in _UNNAMED for noun in obliques(verb, "for"))


def _is_left_lying(made: Draft) -> bool:
    """ "Rifles LEFT BEHIND by the army": the army's going is told of elsewhere, or nowhere."""
    verb = made.trigger.token
    lying = any(child.lower_ == "behind" and child.i > verb.i for child in verb.children)
    return made.type == "RETREAT" and made.trigger.lemma == "leave" and lying


def _is_the_opposition(made: Draft) -> bool:
    """ "A political OPPOSITION in exile" is a body; "their opposition to the deal" is a refusal."""
    if made.trigger.lemma != "opposition" or not made.trigger.nominal:
        return False
    return made.trigger.carrier is None and "to" not in noun_complements(made.trigger.token)


def _is_foreseen(made: Draft) -> bool:
    """ "Warned that the fighting COULD SPREAD": what others may bring is no threat."""
    if made.type != "THREATEN" or made.trigger.lemma != "warn" or made.recipients:
        return False
    if any(noun.lemma_.lower() in _ILLS for noun in obliques(made.trigger.token, "of", "about", "against")):
        return True
    own = {party.token.i for party in made.actors}
    for child in made.trigger.token.children:
        if child.dep_ != "ccomp" or not any(
            aux.lower_ in _MAY for aux in child.children if aux.dep_ == "aux"
        ):
            continue
        doers = subjects(child)
        return bool(doers) and all(doer.i not in own and doer.pos_ != "PRON" for doer in doers)
    return False


_MAY: Final = frozenset({"could", "may", "might", "can"})


def _is_done_to_oneself(made: Draft) -> bool:
    """ "Decided to dissolve ITSELF", "burned THEIR WEAPONS": nobody else is struck or coerced."""
    if made.type not in {"COERCE", "ASSAULT"} or made.trigger.nominal:
        return False
    for noun in objects(made.trigger.token):
        if noun.lower_.endswith(("self", "selves")):
            return made.type == "COERCE"
        own = any(child.dep_ == "nmod:poss" and child.lower_ in OWNERS for child in noun.children)
        if own and noun.lemma_.lower() in _GEAR:
            return True
    return False


_GEAR: Final = _LISTS["gear"]


def _is_to_alert(made: Draft) -> bool:
    """ "Told his envoy TO WARN QATAR": what is passed on is an alarm, unless it says of what."""
    verb = made.trigger.token
    if made.type != "THREATEN" or made.trigger.lemma != "warn" or verb.tag_ != "VB":
        return False
    tied = any(c.dep_ in {"ccomp", "xcomp", "advcl"} or preposition(c) in _OF_WHAT for c in verb.children)
    return verb.dep_ in {"xcomp", "advcl"} and not tied


_OF_WHAT: Final = frozenset({"of", "against", "about", "over"})


def _remembers(made: Draft) -> bool:
    """ "RECALLED the seven soldiers killed in May": nobody calls the dead back."""
    if made.type != "RETREAT" or made.trigger.lemma != "recall":
        return False
    parts = (child for noun in objects(made.trigger.token) for child in noun.children)
    return any(child.dep_ in {"acl", "amod"} and child.lemma_ in _DEAD for child in parts)


_DEAD: Final = _LISTS["dead"]


def _is_of_bargaining(made: Draft) -> bool:
    """ "Gives Hamas BARGAINING POWER with Israel": a strength, and no talks."""
    word = made.trigger.token
    last = word.i + 1 >= len(word.doc)
    return made.trigger.lemma.startswith("bargain") and not last and word.nbor().lemma_.lower() in _STRENGTHS


_STRENGTHS: Final = frozenset({"power", "leverage", "chip", "position", "tool", "strength", "counter"})


def _insists_it_is(made: Draft) -> bool:
    """ "Insist that ISIS-K IS defeated": what is said to be so is asked of nobody."""
    if made.type != "REQUEST" or made.trigger.lemma != "insist":
        return False
    said = [child for child in made.trigger.token.children if child.dep_ == "ccomp"]
    return any(c.lower_ in _IS for one in said for c in one.children if c.dep_.startswith(("aux", "cop")))


_IS: Final = frozenset({"is", "are", "was", "were", "has", "have", "had"})


def _leaves_a_contest(made: Draft) -> bool:
    """ "Withdrew FROM A SERIES": no troops leave."""
    verb = made.trigger.token
    return made.type == "RETREAT" and any(noun.lemma_.lower() in _CONTESTS for noun in obliques(verb, "from"))


_CONTESTS: Final = _LISTS["contests"]


def _is_claimed_by_nobody(made: Draft) -> bool:
    """ "NO GROUP claimed responsibility" tells nothing of who did it, nor of anything else."""
    if "unsaid" not in made.frame.needs:
        return False
    verb = made.trigger.token
    nobody = any(_NOBODY & {str(token.lower_) for token in (doer, *doer.children)} for doer in subjects(verb))
    return nobody or any(child.lower_ in NEGATIONS for child in verb.children)


def is_what_it_was(inner: Draft, at: Mapping[int, Draft]) -> Draft | None:
    """The act that a predicate names again: "the blast was the first ATTACK there since May"."""
    noun = inner.trigger.token
    if not inner.trigger.nominal or inner.trigger.carrier is not None:
        return None
    verb: Token | None = None
    if any(child.dep_ == "cop" for child in noun.children):
        verb = noun
    elif noun.dep_ == "xcomp" and noun.head.lemma_ in _BEING:
        verb = noun.head
    outer = next((at[s.i] for s in subjects(verb) if s.i in at), None) if verb is not None else None
    if outer is None or outer is inner or outer.type != inner.type or not outer.trigger.nominal:
        return None
    return outer if outer.actors or outer.recipients or outer.trigger.effects else None
