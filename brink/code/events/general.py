"""Statements in general, questions and conditions, which tell no event."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.summary import LASTING
from brink.code.grammar import agents, governor, has_auxiliary
from brink.code.parsed import Token
from brink.code.rows import Status
from brink.code.stance.tense import is_told_once
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_MATERIAL: Final = frozenset(
    {"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "RETREAT", "SANCTION", "CONCEDE", "AID", "COOPERATE"}
)
_CONDITIONS: Final = frozenset({"if", "unless", "lest", "until", "before"})
_STANDING: Final = frozenset({"ceasefire", "cease-fire", "truce", "armistice"})
"""Nouns of a state that lasts; without a verb or a date they are spoken of, not begun."""
_TELLING: Final = _LISTS["telling_how"]
_FREQUENT: Final = _LISTS["often"]


_SHARES: Final = frozenset({"percent", "%", "percentage", "proportion", "majority", "respondent"})


_JOURNEYS: Final = _LISTS["journeys"]


def is_untaken(made: Draft, status: Status) -> bool:
    """Whether the words tell of a journey that nobody made, of what nobody wants or ruled out."""
    lemma = made.trigger.lemma
    return status == "denied" and (
        (made.type == "CONSULT" and lemma in _JOURNEYS)
        or (made.type == "REQUEST" and lemma == "want")
        or (made.type == "REJECT" and lemma == "rule")
    )


def is_general(made: Draft, *, tied: bool) -> str | None:
    """Why the words tell no single event, or None; `tied` when a date, place or count ties them to one."""
    event = made.trigger.carrier or made.trigger.token
    if _ends_in_question(event):
        return "a question"
    if not made.trigger.nominal and any(doer.lemma_.lower() in _SHARES for doer in agents(event)):
        return "a share of people, as polls count them"
    if _under_condition(event):
        return "a condition"
    if made.type in _MATERIAL and _is_to_be_avoided(event):
        return "what somebody is to refrain from"
    if _asks_how(event):
        return "an open question"
    if made.type in _MATERIAL and any(_describes_any(verb) for verb in _verbs(made)):
        return "what any such thing does"
    if _is_ruled_on(event):
        return "a rule or practice, not an act"
    if _compares(made):
        return "a comparison with others, not an act of its own"
    if made.trigger.lemma in LASTING and made.trigger.nominal and not _is_told(made):
        return "a war or violence spoken of, not told"
    if _only_names(made) and not tied:
        return "a thing named, not told"
    named = bool(made.actors or made.recipients) and all(p.named for p in (*made.actors, *made.recipients))
    head = _predicate(event)
    if made.type in _MATERIAL and not tied and (event.pos_ in {"VERB", "AUX"} or _is_bare(event)):
        general = _simple_present(head) and not is_told_once(head)
        if general and not (made.actors and made.recipients and named):
            return "a general statement in the present"
        if has_auxiliary(head, "can") and not (made.recipients and named):
            return "a capability"
    if any(child.lower_ in _FREQUENT for child in head.children) and not tied:
        return "a statement of habit"
    return None


def _is_to_be_avoided(event: Token) -> bool:
    """ "Was urged TO AVOID HITTING civilians": nothing is done, and nothing denied."""
    above = event.head
    if event.dep_ not in {"xcomp", "ccomp", "advcl", "obl"} or above.lemma_ not in _REFRAINING:
        return False
    return above.tag_ == "VB" and not any(child.lower_ in {"did", "do", "does"} for child in above.children)


def _is_ruled_on(event: Token) -> bool:
    """ "Its PROCESSES ON targeting", "the RULES for bombing cities": how such things are done at all."""
    if event.tag_ != "VBG" or event.dep_ not in {"acl", "nmod"} or event.head.lemma_ not in _RULES:
        return False
    return any(child.lower_ in {"on", "for", "about"} and child.i < event.i for child in event.children)


_RULES: Final = _LISTS["rules"]
_REFRAINING: Final = frozenset({"avoid", "refrain", "abstain", "desist"})


def _is_told(made: Draft) -> bool:
    """Whether somebody is in it or a verb says that it goes on."""
    trigger = made.trigger
    return bool(made.actors or made.recipients or trigger.carrier or trigger.effects)


def _is_bare(noun: Token) -> bool:
    """A plural subject without an article, as general statements have it."""
    subject = noun.dep_ in {"nsubj", "nsubj:pass"}
    return (
        subject
        and noun.tag_ == "NNS"
        and not any(child.dep_ in {"det", "nmod:poss", "nummod"} for child in noun.children)
    )


def _predicate(event: Token) -> Token:
    return event if event.pos_ in {"VERB", "AUX"} else governor(event)


def _ends_in_question(event: Token) -> bool:
    sentence = event.sent
    marks: Iterable[str] = (token.text for token in sentence[-2:])
    return any("?" in mark for mark in marks)


def _verbs(made: Draft) -> list[Token]:
    return [one.token for one in (made.trigger, *made.trigger.effects) if not one.nominal]


def _describes_any(verb: Token) -> bool:
    """ "An attack THAT KILLS more than twenty": the present tense of a clause on an indefinite noun."""
    if verb.dep_ != "acl:relcl" or not _simple_present(verb):
        return False
    return any(child.dep_ == "det" and child.lower_ in {"a", "an", "any"} for child in verb.head.children)


def _only_names(made: Draft) -> bool:
    """ "Its truce", "the rebels' demand": an owner and a noun that no verb carries."""
    trigger = made.trigger
    noun = trigger.token
    if not trigger.nominal or trigger.carrier is not None or trigger.effects:
        return False
    parts = [
        c for c in noun.children if c.i > noun.i and c.dep_ in {"nmod", "acl", "acl:relcl", "obl", "ccomp"}
    ]
    owned = any(child.dep_ == "nmod:poss" for child in noun.children)
    definite = any(child.dep_ == "det" and child.lower_ == "the" for child in noun.children)
    standing = str(noun.lemma_).lower() in _STANDING
    return (owned and not parts) or ((owned or definite) and standing)


_RANKS: Final = _LISTS["ranks"]


def _ranks(word: Token) -> bool:
    """ "First", "deadliest", "most significant"."""
    most = word.dep_ == "amod" and any(child.lower_ == "most" for child in word.children)
    return word.lower_ in _RANKS or word.tag_ == "JJS" or most


def _compares(made: Draft) -> bool:
    """ "It was the FIRST such attack in years", or the same in apposition: it ranks an act told before."""
    noun = made.trigger.token
    if not made.trigger.nominal or made.trigger.carrier is not None or made.trigger.effects:
        return False
    if not any(_ranks(child) and child.i < noun.i for child in noun.children):
        return False
    stated = any(child.dep_ == "cop" for child in noun.children)
    told = any(child.dep_ == "nsubj" and child.pos_ == "PRON" for child in noun.children)
    return noun.dep_ in {"appos", "parataxis"} or (stated and told)


def _asks_how(event: Token) -> bool:
    """ "How he died is not known" asks; "described how he was killed" tells."""
    clause = governor(event)
    if clause.dep_ == "advcl:relcl" and clause.head.lower_ == "how":
        return clause.head.head.lemma_ not in _TELLING
    how = any(child.lower_ == "how" and child.dep_ == "advmod" for child in clause.children)
    if not how or clause.dep_ not in {"csubj", "csubj:pass", "ccomp", "ROOT", "advcl", "acl"}:
        return False
    return clause.head == clause or clause.head.lemma_ not in _TELLING


def _under_condition(event: Token) -> bool:
    clause = governor(event)
    if clause.tag_ == "VBG" and clause.dep_ in {"advcl", "xcomp"} and clause.head.dep_ == "advcl":
        # "If the EU joined the US in IMPOSING tariffs".
        clause = clause.head
    return (
        clause.dep_ == "advcl"
        and any(c.lower_ in _CONDITIONS and c.dep_ == "mark" for c in clause.children)
        and (clause.tag_ != "VBG")
    )


def _simple_present(verb: Token) -> bool:
    return verb.tag_ in {"VBP", "VBZ"} and not any(child.dep_.startswith("aux") for child in verb.children)
