"""Where an act happened whose place a clause joined to it tells: "killed three and torched homes in Jos"."""

from __future__ import annotations

from typing import Final

from brink.code.events.moment import same_moment
from brink.code.events.trigger import Trigger
from brink.code.grammar import descendants, preposition
from brink.code.grammar.labels import SUBJECT
from brink.code.parsed import Token
from brink.code.wordlists import word_lists

_LISTS: Final = word_lists("brink.code.events", "lexicon/words.yaml")
_HARM: Final = _LISTS["harm"]
_WHERE: Final = frozenset({"in", "at", "near", "outside", "inside", "across"})


def of_same_moment(trigger: Trigger) -> tuple[Token, ...]:
    """The words of the clause of the same time, without what others did: "WHILE Hamas met in Doha"."""
    verb = trigger.carrier or trigger.token
    apart = {
        token.i
        for child in (*verb.children, verb)
        if child.dep_ == "advcl" and _meanwhile(child)
        for token in (descendants(child) if child is not verb else descendants(verb.head))
    }
    return tuple(token for token in same_moment(trigger) if token.i not in apart)


def _meanwhile(clause: Token) -> bool:
    marked = any(child.lower_ == "while" and child.dep_ == "mark" for child in clause.children)
    return marked and any(child.dep_ in SUBJECT for child in clause.children)


def of_joined_harm(trigger: Trigger) -> tuple[Token, ...]:
    """Words of place of the last act of harm that "and" joins to this one, by the same doer or by none."""
    verb = trigger.carrier or trigger.token
    if verb.lemma_.lower() not in _HARM:
        return ()
    first = verb.head if verb.dep_ == "conj" else verb
    later = [c for c in first.children if c.dep_ == "conj" and c.i > verb.i and c.lemma_.lower() in _HARM]
    alike = [c for c in later if _same_doer(verb, c)]
    if not alike:
        return ()
    places = [c for c in alike[-1].children if c.dep_ == "obl" and c.i > alike[-1].i]
    return tuple(
        token for place in places if preposition(place) in _WHERE for token in (place, *descendants(place))
    )


def _same_doer(verb: Token, other: Token) -> bool:
    own = [child for child in other.children if child.dep_ in SUBJECT]
    return not own or (_is_suffered(verb) and _is_suffered(other))


def _is_suffered(verb: Token) -> bool:
    """A participle without an object: what happens to its subject."""
    return verb.tag_ == "VBN" and not any(child.dep_ == "obj" for child in verb.children)
