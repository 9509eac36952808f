"""By what means an event happened, how many it killed, hurt or took, and what it cost."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from brink.code.events.carrying import only_brings
from brink.code.events.lexicon import Lexicon
from brink.code.events.scope import scope_of
from brink.code.events.trigger import Trigger
from brink.code.figures.fates import Role
from brink.code.figures.toll import toll
from brink.code.grammar import preposition
from brink.code.parsed import Token
from brink.code.rows import Amount, Count, Figure, Mode
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_MONEY: Final = frozenset({"USD", "EUR", "GBP", "PKR", "INR", "RUB", "CNY", "JPY", "AUD", "CAD"})


_ROLES: Final[tuple[Role, ...]] = ("killed", "injured", "abducted")


def inside(trigger: Trigger, figures: Sequence[tuple[Figure, Token]]) -> list[tuple[Figure, Token]]:
    """The figures in the event's own words."""
    scope = {token.i for token in scope_of(trigger)}
    return [
        (figure, token) for figure, token in figures if token.i in scope and not _is_of_before(token, trigger)
    ]


def _is_of_before(counted: Token, trigger: Trigger) -> bool:
    """Those in "sent troops AFTER THE KILLING OF NINE", "protests OVER THE DEATHS OF NINE": no toll of it."""
    own = {part.i for part in (trigger.token, trigger.carrier) if part is not None}
    own |= {effect.token.i for effect in trigger.effects}
    ties = _EARLIER if trigger.expressions[0].frame.type == "ASSAULT" else _EARLIER | _OVER
    step = counted
    for _ in range(_FAR):
        if step.dep_ == "obj" and step.head == trigger.carrier and only_brings(trigger):
            return True
        if step.i in own or step.head == step:
            return False
        if step.i != counted.i and step.dep_ in {"obl", "nmod"} and preposition(step) in ties:
            return step.tag_ in {"NN", "NNS"}
        step = step.head
    return False


_FAR: Final = 8
_EARLIER: Final = frozenset({"after", "following", "since", "before", "despite", "amid"})
_OVER: Final = frozenset({"over", "for", "about", "against", "in response to"})


def counts_of(trigger: Trigger, figures: Sequence[tuple[Figure, Token]]) -> dict[str, Count]:
    """Killed, injured and abducted as the event's own words count them, nobody twice."""
    here = [figure for figure, _ in inside(trigger, figures)]
    if not here:
        return {}
    span = (here[0].start, max(figure.start for figure in here) + 1)
    found = {role: toll(here, role=role, span=span) for role in _ROLES}
    return {role: count for role, count in found.items() if count is not None}


def amount_of(trigger: Trigger, figures: Sequence[tuple[Figure, Token]]) -> tuple[Amount, Token] | None:
    """The money that the event's clause states."""
    scope = {token.i for token in scope_of(trigger)}
    for figure, token in figures:
        if token.i in scope and figure.unit in _MONEY:
            return Amount(figure.value, figure.unit), token
    return None


def _is_town(token: Token) -> bool:
    """ "In Tank", which is a town of Pakistan."""
    first = token
    while first.dep_ == "conj" and first.head != first:
        first = first.head
    return token.tag_ in {"NNP", "NN"} and token.text.istitle() and preposition(first) in {"in", "near", "of"}


def means_of(tokens: Sequence[Token], lexicon: Lexicon) -> tuple[Mode, Token] | None:
    """The weapon or means that the clause names, and the token that names it."""
    known = lexicon.means.instruments
    for token in tokens:
        if token.pos_ not in {"NOUN", "PROPN", "ADJ", "NUM"} or _is_town(token):
            continue
        for key in dict.fromkeys((token.lemma_.lower(), token.lower_)):
            for before, mode in known.get(key, ()):
                if _preceded(token, before):
                    return mode, token
    return None


def _preceded(token: Token, words: tuple[str, ...]) -> bool:
    i = token.i
    for word in reversed(words):
        i -= 1
        if i >= 0 and token.doc[i].lower_ == "-":
            i -= 1
        if i < 0 or word not in {token.doc[i].lower_, token.doc[i].lemma_.lower()}:
            return False
    return True
