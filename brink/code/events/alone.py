"""Who counts as one dead, hurt or taken though no number says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.draft import Draft
from brink.code.events.party import Party
from brink.code.events.trigger import Trigger
from brink.code.grammar import descendants
from brink.code.parsed import Token
from brink.code.rows import Count, Figure, Status
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_TRIED = frozenset({"attempt", "attempts", "plot", "plots"})


_SURVIVED = frozenset({"survive", "escape", "foil", "thwart", "prevent", "plan", "plot"})


_COLLECTIVE: Final = _LISTS["collectives"]


def count_the_dead(
    made: Draft, counts: dict[str, Count], status: Status, figures: Sequence[tuple[Figure, Token]]
) -> None:
    """One named or single person killed counts as one dead without a number."""
    if status not in {"happened", "ongoing"}:
        return
    effects = [made.frame.effect, *(e.expressions[0].frame.effect for e in made.trigger.effects)]
    effect = next((effect for effect in effects if effect is not None), None)
    if _is_attempt(made.trigger):
        return
    if effect is None or counts.get(effect) is not None or len(made.recipients) != 1:
        return
    if _is_survived(made.trigger):
        return
    victim = made.recipients[0]
    beside = {token.i for token in descendants(victim.token)}
    if any(f.unit == "people" and f.role is None and noun.i in beside for f, noun in figures):
        # "Killed the governor … and three of his guards", told in words that the parse does not tie together.
        return
    single = victim.kind in {"person", "office"} or not victim.named or _is_leader(victim.token)
    if victim.how != "thing" and victim.direct and single and _is_one(victim.token):
        counts[effect] = Count(1, 1)
        made.because.append(f"{effect} 1: “{victim.token.text}” is one person")


def count_the_named(made: Draft, counts: dict[str, Count], figures: Sequence[tuple[Figure, Token]]) -> None:
    """ "Killed HAMID UL HAQ and four others": who is named beside a number of others is one more."""
    for effect in ("killed", "injured", "abducted"):
        count = counts.get(effect)
        counted = [pair for pair in figures if pair[0].role == effect and pair[0].part_of is None]
        named = [party for party in made.recipients if _is_beside(party, counted)]
        if count is None or not named:
            continue
        most = None if count.max is None else count.max + len(named)
        counts[effect] = Count(count.min + len(named), most)
        beside = " and ".join(f"“{party.token.text}”" for party in named)
        made.because.append(f"{effect} {count.min + len(named)}: {beside} beside the others counted")


def _is_beside(party: Party, counted: Sequence[tuple[Figure, Token]]) -> bool:
    """Whether somebody with a name heads the list that goes on with a number, and is in no figure himself."""
    token = party.token
    if party.kind != "person" or not party.direct:
        return False
    last = max([token.i, *(child.i for child in descendants(token) if child.dep_ == "flat")])
    comma = token.doc[last + 1].text == "," if last + 1 < len(token.doc) else False
    if comma and any(f.value == 1 and noun.left_edge.i in (last + 1, last + 2) for f, noun in counted):
        # "Hamid ul Haq, A CLERIC, and four others": the cleric is he.
        return False
    return any(_goes_on(token, noun) for _, noun in counted)


def _goes_on(name: Token, number: Token) -> bool:
    noun = number.head if number.dep_ == "nummod" else number
    noun = noun.head if noun.dep_ == "nmod" and noun.head.tag_ == "CD" else noun
    fellow = noun.dep_ == name.dep_ == "nsubj:pass" and noun.head == name.head and name.i < noun.i
    while noun.dep_ == "conj" and noun.head != noun:
        noun = noun.head
        if noun == name:
            return True
    return fellow


def _is_survived(trigger: Trigger) -> bool:
    """ "Survived an assassination ATTEMPT", "escapes assassination BID": nobody died of it."""
    doc = trigger.token.doc
    near = {str(doc[i].lower_) for i in range(trigger.first, min(trigger.last + 1, len(doc)))}
    above = str(trigger.token.head.lemma_)
    return trigger.nominal and (above in _SURVIVING or not near.isdisjoint(_ATTEMPTS))


_SURVIVING = frozenset({"survive", "escape", "dodge", "foil", "thwart", "evade", "avoid"})


_ATTEMPTS = frozenset({"attempt", "attempts", "bid", "plot", "try"})


def _is_leader(token: Token) -> bool:
    """ "Al-Qaida's CHIEF" is one person, though the row names the group."""
    beside = [word for word in descendants(token) if word.dep_ in {"compound", "nmod:desc"}]
    return any(word.tag_ in {"NN", "NNP"} and word.lemma_.lower() in _LEADERS for word in (token, *beside))


_LEADERS: Final = _LISTS["leaders"]


def _is_attempt(trigger: Trigger) -> bool:
    """ "Survived an assassination ATTEMPT", "TRIED to kill him", which need not have cost a life."""
    verbs = (trigger.token, *(effect.token for effect in trigger.effects))
    if any(verb.dep_ == "xcomp" and verb.head.lemma_ in {"try", "attempt", "seek"} for verb in verbs):
        return True
    tried = any(token.lower_ in _TRIED for token in trigger.token.doc[trigger.first : trigger.last])
    return tried or (trigger.carrier is not None and trigger.carrier.lemma_ in _SURVIVED)


def _is_one(token: Token) -> bool:
    if token.lemma_.lower() in _COLLECTIVE:
        return False
    return token.tag_ in {"NN", "NNP"} and not any(child.dep_ == "conj" for child in token.children)
