"""The status of an event, by what governs it and by how it is told."""

from __future__ import annotations

from typing import Final

from brink.code.events.answered import denied_charge, is_of_accused
from brink.code.events.draft import Draft
from brink.code.events.trigger import Trigger
from brink.code.grammar import preposition
from brink.code.parsed import Token
from brink.code.rows import Status
from brink.code.stance import Standing
from brink.code.stance.answered import is_answered
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_ANSWERING: Final = _LISTS["answering"]


_PREPARING = frozenset({"plan", "prepare", "plot", "offer"})


def status_of(made: Draft, judged: Standing) -> Status:
    carrier = made.trigger.carrier
    if _is_denied(made.head):
        return "denied"
    if carrier is not None and carrier.lemma_ in _PREPARING and judged.status in {"happened", "ongoing"}:
        return "planned"
    if judged.status in {"happened", "ongoing"} and (
        denied_charge(made.head) is not None or is_of_accused(made.head)
    ):
        return "possible"
    if judged.status == "possible" and _is_attempted(made.head):
        return "happened"
    if judged.status == "happened" and (_is_to_begin(made.trigger) or _is_announced(made.head)):
        return "planned"
    if made.status == "happened" or (made.status is not None and judged.status != "denied"):
        return made.status
    return "possible" if judged.status == "happened" and _is_purpose(made.trigger) else judged.status


def _is_attempted(verb: Token) -> bool:
    """Whoever "tried to STORM a post" has attacked it, whether or not he got in."""
    above = verb.head
    tried = verb.dep_ == "xcomp" and above.lemma_ in {"try", "attempt"} and above.tag_ in {"VBD", "VBN"}
    unsaid = any(child.lower_ in {"not", "n't", "never"} for child in above.children)
    return tried and verb.lemma_ in {"storm", "overrun", "breach", "ram", "raid", "infiltrate"} and not unsaid


def _is_announced(verb: Token) -> bool:
    """ "Poland TO SEND troops", a headline of what is to come."""
    infinitive = any(child.dep_ == "mark" and child.lower_ == "to" for child in verb.children)
    told = any(child.dep_.startswith("nsubj") and child.i < verb.i for child in verb.children)
    return verb.tag_ == "VB" and verb.dep_ == "ROOT" and infinitive and told


def _is_to_begin(trigger: Trigger) -> bool:
    """An offensive announced "TO BEGIN with the month of Ramadan" has not been made yet."""
    noun = trigger.token
    near = [*noun.children, *(noun.head.children if noun.dep_ == "obj" else ())]
    later = (child for child in near if child.i > noun.i and child.tag_ == "VB")
    ahead = [child for child in later if child.lemma_ in {"begin", "start", "commence"}]
    return trigger.nominal and any(part.lower_ == "to" for child in ahead for part in child.children)


def _is_denied(verb: Token) -> bool:
    """ "Denied having shelled the town", wherever the parser hung the verb."""
    if verb.head.lemma_ == "deny" and verb.dep_ in {"xcomp", "ccomp", "advcl"}:
        return not is_answered(verb)
    first = next((child for child in verb.children if child.dep_ == "aux" and child.i < verb.i), verb)
    return bool(first.tag_ == "VBG" and first.i and first.nbor(-1).lemma_ == "deny")


def _is_purpose(trigger: Trigger) -> bool:
    """Acts that something is for ("a base FOR RAIDS in Chad") are not told as having happened."""
    noun = trigger.token
    thing = noun.head
    purpose = trigger.nominal and noun.dep_ == "nmod" and preposition(noun) == "for"
    return purpose and thing.pos_ == "NOUN" and thing.lemma_ not in _ANSWERING
