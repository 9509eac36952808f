"""The words that belong to an event: its phrase, the verb that carries it, and what it did."""

from __future__ import annotations

from brink.code.events.trigger import Trigger
from brink.code.grammar import called_so, clause, descendants, is_predicate, preposition
from brink.code.parsed import Token


def scope_of(trigger: Trigger) -> tuple[Token, ...]:
    """The words of the event's own clause: its phrase, the verb that carries it, and what it did."""
    if trigger.scope:
        return trigger.scope
    tokens: dict[int, Token] = {}
    for part in _parts(trigger):
        for token in (*clause(part), *_sufferers(part)):
            tokens[token.i] = token
            for named in called_so(token):
                tokens.update({word.i: word for word in clause(named)})
        if not is_predicate(part):
            for token in _coordinate(part):
                tokens.pop(token.i, None)
    trigger.scope = tuple(tokens[i] for i in sorted(tokens))
    return trigger.scope


def _sufferers(verb: Token) -> tuple[Token, ...]:
    """The noun and its number before a participle: "SEVEN PEOPLE killed by a drone"."""
    noun = verb.head
    if verb.dep_ != "acl" or verb.tag_ not in {"VBN", "VBD"} or noun.pos_ not in {"NOUN", "PROPN", "NUM"}:
        return ()
    if any(child.dep_ in {"obj", "nsubj"} for child in verb.children):
        return ()
    numbers = [child for child in noun.children if child.dep_ == "nummod" and child.i < noun.i]
    return (*(token for number in numbers for token in descendants(number)), *numbers, noun)


def _coordinate(noun: Token) -> tuple[Token, ...]:
    """Other events named beside this one ("the bombing AND THE WARNING", "attacks, INCLUDING ONE IN GAO")."""
    beside = [child for child in noun.children if child.dep_ == "conj"]
    beside.extend(token for token in clause(noun) if preposition(token) == "including" and token != noun)
    return tuple(t for head in beside for t in descendants(head) if t.i > noun.i)


def _parts(trigger: Trigger) -> list[Token]:
    parts = [trigger.token]
    if trigger.carrier is not None:
        parts.append(trigger.carrier)
    for effect in trigger.effects:
        parts.extend(_parts(effect))
    return parts
